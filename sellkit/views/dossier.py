"""The dossier reader: everything the customer has let us see, and where evidence is taken from."""

from typing import Any, Protocol

from sellkit.views.base import View


class Dossier(View, files="dossier"):
    """Documents in tabs, with search; each paragraph can be cited into the field in focus.

    ``spec["documents"]`` is a list of what ``document_spec`` gives; ``value`` holds the answers, for the "cited" marks.
    Commands: ``{do: "cite", passage}``, with ``remove: true`` when a passage that is cited there is pressed again.
    """


class _Document(Protocol):
    id: Any
    kind: Any
    title: Any
    date: Any

    def blocks(self, language: Any) -> Any: ...


def document_spec(document: _Document, language: str) -> dict[str, Any]:
    """One document of a case in one language, as the reader takes it: ``{id, kind, title, date, blocks}``.

    A block is ``{kind, passage, level, ordered}`` with ``spans`` (paragraph, heading), ``items`` (list, quote) or
    ``cells`` (table, head first); a run of text is ``{text, strong}``. ``passage`` is the full id that a cite holds.
    """
    return {
        "id": document.id,
        "kind": document.kind,
        "title": document.title.in_(language),
        "date": document.date.isoformat(),
        "blocks": [_block_spec(document.id, block) for block in document.blocks(language)],
    }


def _block_spec(document: str, block: Any) -> dict[str, Any]:
    spec: dict[str, Any] = {
        "kind": block.kind,
        "passage": f"{document}.{block.passage}" if block.passage else "",
        "level": block.level,
        "ordered": block.ordered,
    }
    if block.rows:
        spec["cells"] = [[_runs(cell) for cell in row] for row in block.rows]
    elif block.kind in ("list", "quote"):
        spec["items"] = [{"spans": _runs(line)} for line in block.lines]
    else:
        spec["spans"] = [run for line in block.lines for run in _runs(line)]
    return spec


def _runs(line: Any) -> list[dict[str, Any]]:
    return [{"text": span.text, "strong": span.strong} for span in line]
