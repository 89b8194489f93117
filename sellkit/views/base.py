"""The state that every screen part shares with the browser.

A view is thin: it holds what is shown, hands on what the person did, and judges nothing. The workbook owns the
answers; a view never writes to disk. An edit made in the browser stays in the outbox (and in the browser's own
storage) until the workbook says that it is durable, so a killed server or a full disk loses nothing.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import anywidget
from traitlets import Dict, List

from sellkit.models.text import HABITS, LANGUAGES

Answer = dict[str, Any]
Edit = dict[str, Any]

_HERE = Path(__file__).parent
_FIELD = re.compile(r"[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*){0,4}")
_ACKS_KEPT = 200  # more edits than this are never in flight; a longer list would travel again at every save


@cache
def _source(name: str) -> str:
    names = json.dumps({language: HABITS[language].own_name for language in LANGUAGES}, ensure_ascii=False)
    return (_HERE / name).read_text(encoding="utf-8").replace("__LANGUAGES__", names)


# The kit's files in the order in which they stand in front of a view's own; a view is one module, so nothing imports.
KIT = ("build", "icons", "answers", "keyboard", "controls", "over", "view")


def bundle(*files: str, parts: Iterable[str] = ()) -> tuple[str, str]:
    """The script and the style of a view: the kit, then its own files.

    parts  scripts of a large view that stand in front of its own and have no style of theirs
    """
    scripts = [*(f"kit/{part}.js" for part in KIT), *(f"{name}.js" for name in (*parts, *files))]
    styles = ["kit/kit.css", *(f"{name}.css" for name in files)]
    return "\n".join(map(_source, scripts)), "\n".join(map(_source, styles))


class View(anywidget.AnyWidget):
    """Base of all screen parts; a subclass names its files: ``class Dossier(View, files="dossier")``.

    Fields
        spec: everything static, in one language (texts, people, scales, documents, the storage key)
        value: the flat answers ``{field: answer}``; Python is the authority, give a new dict at each change
        problems: findings as shown ``[{code, severity, place, message, next}]``
        outbox: edits that the browser has sent and that may not be durable yet ``[{id, field, was, to}]``; they come
            as messages, because a change of shared state waits for the answer to the one before, and an answer that
            is lost with the network would hold back all that follow
        acks: ids that are durable
        conflicts: ``{field: {mine, theirs, by, at}}``, settled by an edit whose ``was`` is ``theirs``
        status: ``{state: saved|failed|readonly, at, message, undo, redo, …}``
    """

    spec = Dict().tag(sync=True)
    value = Dict().tag(sync=True)
    problems = List().tag(sync=True)
    outbox = List()
    acks = List().tag(sync=True)
    conflicts = Dict().tag(sync=True)
    status = Dict().tag(sync=True)

    def __init_subclass__(cls, *, files: str = "", **kwargs: Any) -> None:
        if files:
            cls._esm, cls._css = bundle(files)
        super().__init_subclass__(**kwargs)

    def __init__(self, **kwargs: Any) -> None:
        self._seen: set[str] = set()
        self._edit_listeners: list[Callable[[list[Edit]], None]] = []
        self._command_listeners: list[Callable[[dict[str, Any]], None]] = []
        super().__init__(**kwargs)
        self.observe(self._on_outbox, names="outbox")
        self.on_msg(self._on_message)

    def on_edits(self, callback: Callable[[list[Edit]], None]) -> None:
        """Call ``callback(edits)`` with edits not handed on before, oldest first; ``pending`` offers them again."""
        self._edit_listeners.append(callback)

    def on_command(self, callback: Callable[[dict[str, Any]], None]) -> None:
        """Call ``callback({"do": …, …})`` for each button that is not an edit: undo, cite, submit, language …"""
        self._command_listeners.append(callback)

    def ack(self, ids: Iterable[str]) -> None:
        """Tell the browser that these edits are durable; only then may the screen say "saved"."""
        fresh = [i for i in ids if i not in self.acks]
        if fresh:
            self.acks = [*self.acks, *fresh][-_ACKS_KEPT:]

    @property
    def pending(self) -> list[Edit]:
        """Well-formed edits that wait for their ack, oldest first."""
        done = set(self.acks)
        return [e for e in self.outbox if _well_formed(e) and e["id"] not in done]

    def retry(self) -> None:
        """Hand on all pending edits again, for example when the disk has room again."""
        self._hand_on(self.pending)

    def _on_outbox(self, _change: object) -> None:
        self._hand_on([e for e in self.pending if e["id"] not in self._seen])

    def _hand_on(self, edits: list[Edit]) -> None:
        if not edits:
            return
        self._seen.update(e["id"] for e in edits)
        for listener in self._edit_listeners:
            listener(edits)

    def _on_message(self, _widget: object, content: object, _buffers: object) -> None:
        if not isinstance(content, dict) or not isinstance(content.get("do"), str):
            return
        if content["do"] == "edits":
            edits = content.get("edits")
            self.outbox = edits if isinstance(edits, list) else []
            if content.get("again"):
                self.retry()
                self.send_state("acks")  # what it asks for may be durable, and only our word of it lost
            return
        for listener in self._command_listeners:
            listener(content)


def _well_formed(edit: object) -> bool:
    """The browser is not trusted: what has not the shape of an edit is not handed on."""
    if not isinstance(edit, dict):
        return False
    ident, field = edit.get("id"), edit.get("field")
    return (
        isinstance(ident, str)
        and 0 < len(ident) <= 64
        and isinstance(field, str)
        and len(field) <= 80
        and _FIELD.fullmatch(field) is not None
        and all(edit.get(side) is None or isinstance(edit.get(side), dict) for side in ("was", "to"))
    )


class _Words(Protocol):
    def under(self, prefix: str) -> Mapping[str, str]: ...


def texts(words: _Words, *prefixes: str) -> dict[str, str]:
    """The texts of a view in one language, ``{key: template}``, for ``spec["text"]``.

    Kit texts (``views.kit.``) are always among them. Templates keep their ``{name}`` places; the browser fills them.
    """
    found: dict[str, str] = {}
    for prefix in ("views.kit.", *prefixes):
        found.update(words.under(prefix))
    return found


def passage_labels(documents: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Short names of all citable passages, for ``spec["passages"]``: document title and paragraph number."""
    labels: dict[str, str] = {}
    for document in documents:
        numbered = [b["passage"] for b in document["blocks"] if b.get("passage")]
        labels.update({p: f"{document['title']} ¶{n}" for n, p in enumerate(numbered, 1)})
    return labels
