"""A form: what stands on a sheet once. Short answers stand two in a row, long ones take the whole of it.

What a judged answer rests on stands behind the [+] above the columns on the right.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sellkit.interchange.arrange import FOLDED, Slot, Span
from sellkit.interchange.block import Block
from sellkit.interchange.layout import COVER, FIELDS, LABEL, NEXT, PARTS, VALUE, long
from sellkit.interchange.lens import Lens
from sellkit.interchange.pen import Here, Pen
from sellkit.interchange.shapes.shape import Listed
from sellkit.tables.columns import Column
from sellkit.tables.lines import Line
from sellkit.tables.rows import Row
from sellkit.tables.table import Table

_LABEL, _VALUE = 22, 36


@dataclass(frozen=True)
class Fields:
    """The plain fields of one sheet, with their values."""

    table: Table
    row: Row
    cover: bool = False

    @property
    def id(self) -> str:
        return COVER if self.cover else f"{self.table.id}{FIELDS}"

    @property
    def top(self) -> int:
        return 0

    @property
    def leading(self) -> int:
        return 0

    @property
    def titled(self) -> Table:
        return self.table

    @property
    def count(self) -> int:
        return 0

    @property
    def height(self) -> int:
        return 3 + len(self.lines)

    @property
    def lines(self) -> Sequence[Sequence[Column]]:
        """The fields by row; which method it is comes last."""
        found: list[list[Column]] = []
        own = [column for column in self.table.columns if not column.evidence]
        for column in sorted(own, key=lambda column: column.path[0] == "method"):
            if found and len(found[-1]) == 1 and not long(found[-1][0]) and not long(column):
                found[-1].append(column)
            else:
                found.append([column])
        return found

    def slots(self) -> Sequence[Slot]:
        ends = ("", NEXT)
        shown = [
            slot
            for end in ends
            for slot in (Slot(f"{LABEL}{end}", _LABEL, spans=True), Slot(f"{VALUE}{end}", _VALUE, spans=True))
        ]
        judged = {number for line in self.lines for number, column in enumerate(line) if column.judged}
        parts = [Slot(f"{part}{ends[number]}", 26, FOLDED) for number in sorted(judged) for part in PARTS]
        return [*shown, *parts]

    def listed(self) -> Iterator[Listed]:
        return iter(())

    def write(self, pen: Pen, here: Here) -> Mapping[int, Any]:
        at, top = here.at, here.top
        pen.begin(self.id, here)
        for part in PARTS:
            for end in ("", NEXT):
                if (span := at.get(f"{part}{end}")) is not None:
                    pen.text(top + 1, span, pen.desk.words.say(f"tables.evidence.{part}"), "head-part", grow=False)
        for row, line in enumerate(self.lines, top + 2):
            pen.mark(row, ";".join(f"{self.table.id}|{column.id}" for column in line))
            for end, column in zip(("", NEXT), line, strict=False):
                self._field(pen, row, at, end, column, alone=len(line) == 1 and long(column))
        return {}

    def _field(self, pen: Pen, row: int, at: Mapping[str, Span], end: str, column: Column, *, alone: bool) -> None:
        pen.text(row, at[f"{LABEL}{end}"], column.heading(pen.desk.language), "label")
        span = at[f"{VALUE}{end}"]
        if alone:
            span = Span(span.first, at[f"{VALUE}{NEXT}"].last)
        pen.cell(row, span, self.row[column.id], column, self.table)
        pen.offer(row, row, span.first, column, self.table)
        if not column.judged:
            return
        for part in PARTS:
            rests = self.table.by_id[f"{column.id}/{part}"]
            there = at[f"{part}{end}"]
            pen.cell(row, there, self.row[rests.id], rests, self.table)
            pen.offer(row, row, there.first, rests, self.table)


def read_fields(blocks: Sequence[Block], table: Table, lens: Lens) -> list[Line]:
    """The fields of a sheet, wherever its forms lie."""
    cells: dict[str, Any] = {}
    for block in blocks:
        found = {id: cell for id, cell in fields_in(block).items() if id.rpartition("|")[0] == table.id}
        spots = {id.rpartition("|")[2]: cell for id, cell in found.items()}
        cells |= lens.line(table, "", block, {id: cell for id, cell in spots.items() if id in table.by_id}).cells
    return [Line("", cells)]


def fields_in(block: Block) -> dict[str, tuple[int, int]]:
    """Every cell of a form by table, field and part: `people|majority`, `people|majority/witness`."""
    found: dict[str, tuple[int, int]] = {}
    for number, row in block.all_rows:
        named = block.mark(row)
        for end, id in zip(("", NEXT), named.split(";") if "|" in named else (), strict=False):
            for part in (VALUE, *PARTS):
                at = block.ids.get(f"{part}{end}")
                if at is not None:
                    found[id if part == VALUE else f"{id}/{part}"] = (number, at)
    return found
