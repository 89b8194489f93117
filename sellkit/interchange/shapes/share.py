"""The second page of a list with many columns: its rows are named by what they are called on the first."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sellkit.interchange.block import Block, Cells
from sellkit.interchange.errors import FileFault
from sellkit.interchange.layout import KEY
from sellkit.interchange.lens import Lens
from sellkit.interchange.safe import unsafe
from sellkit.tables.columns import Column
from sellkit.tables.labels import Names, labels_of
from sellkit.tables.lines import Line, blank
from sellkit.tables.options import fold
from sellkit.tables.parsing import LITERAL
from sellkit.tables.table import Table


def named_by(table: Table) -> Column:
    """The column in which a row is named: it offers the names of the first page."""
    return replace(table.by_id["id"], field="name", refers=table.path[-1])


def called(id: str, table: Table, names: Names) -> str:
    """Which row is meant and how it is called, for when its name is changed on the first page."""
    return f"{id}|{names.labels.get(table.id, {}).get(id, id)}"


def read_share(
    block: Block, columns: Mapping[str, int], table: Table, lines: Sequence[Line], lens: Lens
) -> Sequence[Line]:
    """The rows of a list, each with what the second page says of it."""
    key = columns.get("id")
    if key is None:
        return lines
    known, found, taken = _Known(lines), list(lines), dict[int, int]()
    for number, row in block.rows:
        if not any(at in row for id, at in columns.items() if id != "id"):
            continue
        said = "" if key not in row else unsafe(str(row[key].value)).strip()
        at = known.find(said, _kept(block, row))
        fault = "table-blank" if not said else "table-no-row" if at is None else "table-twice" if at in taken else ""
        if at is None or fault:
            first = taken.get(at, 0) if at is not None else 0
            params = {"found": said[:40], "allowed": ", ".join(known.names[:20]) or "–", "first": str(first)}
            lens.faults.append(FileFault(fault, place=lens.place(block, number, key), **params))
            continue
        taken[at] = number
        cells = {id: (number, column) for id, column in columns.items() if id != "id"}
        more = lens.line(table, found[at].at, block, cells).cells
        found[at] = Line(found[at].at, {**found[at].cells, **more})
    return found


class _Known:
    """The rows of the first page by what they are called."""

    def __init__(self, lines: Sequence[Line]) -> None:
        labels = labels_of(map(_names, lines))
        self.names = tuple(labels.values())
        self.by_label = {fold(label): id for id, label in labels.items()}
        self.by_id = {_names(line)[0]: number for number, line in enumerate(lines)}

    def find(self, said: str, kept: tuple[str, str]) -> int | None:
        """The row that is called so; if it was called so when the workbook was written, the row that was meant."""
        found = self.by_id.get(self.by_label.get(fold(said), said.removeprefix(LITERAL)))
        id, label = kept
        return self.by_id.get(id) if found is None and said and fold(said) == fold(label) else found


def _names(line: Line) -> tuple[str, str]:
    """The id of a row and its name; a row that has no id yet is known by its name."""
    name = str(line.cells.get("name") or "").removeprefix(LITERAL)
    return (str(line.cells["id"]) if not blank(line.cells.get("id")) else name), name


def _kept(block: Block, row: Cells) -> tuple[str, str]:
    found = row.get(block.ids.get(KEY, 0))
    id, _, label = unsafe(str(found.value)).partition("|") if found is not None else ("", "", "")
    return id, label
