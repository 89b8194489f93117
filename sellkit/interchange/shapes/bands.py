"""A list sorted into quarters, side by side and two by two, each with lines to spare: SWOT as on a flip chart.

Which quarter a row stands in says of which kind it is. Rows of no kind stand in a band of their own below.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sellkit.interchange.arrange import FOLDED, HIDDEN, Slot, Span
from sellkit.interchange.block import Block
from sellkit.interchange.errors import FileFault
from sellkit.interchange.layout import BAND, HEADS, ORDER, long, width
from sellkit.interchange.lens import Lens, place_in
from sellkit.interchange.pen import Here, Pen
from sellkit.interchange.shapes.shape import Listed
from sellkit.tables.columns import Column
from sellkit.tables.lines import Line
from sellkit.tables.options import Option
from sellkit.tables.rows import Row
from sellkit.tables.table import Table

_TEXT, _SIDE, _ROOM = 44, 2, 4
_HEAD = 4  # the hidden row, the title, the names of the quarters, the headings


@dataclass(frozen=True)
class Band:
    """Some quarters of a list side by side. `by` is the column that sorts; the quarter without an option is for rows of
    no kind."""

    table: Table
    rows: Sequence[Row]
    by: str
    kinds: Sequence[Option | None]
    number: int

    @property
    def id(self) -> str:
        return f"{self.table.id}{BAND}{self.number}"

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
        return sum(len(rows) for rows in self.quarters.values())

    @property
    def height(self) -> int:
        return _HEAD + max(len(rows) for rows in self.quarters.values()) + _ROOM + 1

    @property
    def quarters(self) -> dict[str, list[tuple[int, Row]]]:
        """By kind its rows, each with its place in the list."""
        ids = {_id(kind): kind.id if kind else None for kind in self.kinds}
        return {
            id: [(place, row) for place, row in enumerate(self.rows, 1) if row[self.by] == kind]
            for id, kind in ids.items()
        }

    @property
    def inner(self) -> tuple[Column, ...]:
        """The columns of a quarter: what somebody writes first, the id last."""
        found = [column for column in self.table.columns if column.id not in (self.by, "id")]
        return (*sorted(found, key=lambda column: not long(column)), self.table.by_id["id"])

    def slots(self) -> Sequence[Slot]:
        found = []
        for kind in self.kinds:
            for column in self.inner:
                wide = _TEXT if long(column) else width(column) - 2
                found.append(Slot(f"{column.id}@{_id(kind)}", wide, FOLDED if column.id == "id" else ""))
        return [*found, *(Slot(f"{ORDER}@{_id(kind)}", 8, HIDDEN) for kind in self.kinds)]

    def listed(self) -> Iterator[Listed]:
        return iter(())

    def write(self, pen: Pen, here: Here) -> Mapping[int, Any]:
        at, top = here.at, here.top
        pen.begin(self.id, here)
        pen.mark(top + _HEAD - 1, HEADS)
        first, end = top + _HEAD, top + self.height - 2
        for kind in self.kinds:
            self._names(pen, top + 2, at, kind)
            for column in self.inner:
                pen.offer(first, end, at[f"{column.id}@{_id(kind)}"].first, column, self.table)
            rows = self.quarters[_id(kind)]
            for row in range(first, end + 1):
                place, held = rows[row - first] if row - first < len(rows) else (None, {})
                for column in self.inner:
                    value = held.get(column.id)
                    pen.cell(row, at[f"{column.id}@{_id(kind)}"], value, column, self.table)
                if place is not None:
                    pen.sheet.write_number(row, at[f"{ORDER}@{_id(kind)}"].first, place)
        return {}

    def _names(self, pen: Pen, row: int, at: Mapping[str, Span], kind: Option | None) -> None:
        language, words = pen.desk.language, pen.desk.words
        name = f"{kind.sign}  {kind.names[language]}" if kind else words.say("tables.unsorted")
        look = f"quarter-{kind.tone}" if kind and kind.tone else "quarter"
        for number, column in enumerate(self.inner):
            span = at[f"{column.id}@{_id(kind)}"]
            pen.text(row, span, name if number == 0 else "", look, grow=False)
            pen.text(row + 1, span, column.heading(language), "head-part", grow=False)
        pen.heights[row] = 22


def bands(table: Table, rows: Sequence[Row], by: str) -> list[Band]:
    """A list as quarters: the kinds two by two, and those of no kind where there are any."""
    options = table.by_id[by].options
    kinds: list[Option | None] = list(options.all if options else ())
    found = [kinds[at : at + _SIDE] for at in range(0, len(kinds), _SIDE)]
    if any(row[by] is None for row in rows):
        found.append([None])
    return [Band(table, rows, by, each, number) for number, each in enumerate(found, 1)]


def read_bands(blocks: Sequence[Block], table: Table, by: str, lens: Lens) -> list[Line]:
    """The rows of all quarters, those that were there in their old order, new ones after them."""
    found: list[tuple[float, Line]] = []
    for block in blocks:
        quarters: dict[str, dict[str, int]] = {}
        for id, at in block.ids.items():
            name, parted, kind = id.partition("@")
            if parted and name in table.by_id:
                quarters.setdefault(kind, {})[name] = at
        for kind, columns in quarters.items():
            for column in table.columns:
                if column.id != by and column.id not in columns:
                    params = {"column": column.heading(lens.language)}
                    lens.faults.append(FileFault("workbook-column-gone", place=block.sheet.title, **params))
            for number, row in block.rows:
                place = place_in(row, block.ids.get(f"{ORDER}@{kind}", 0))
                there = {id for id, at in columns.items() if at in row}
                # An id alone, and it was there before: somebody has cleared the line.
                if there and (there != {"id"} or place is None):
                    cells = {id: (number, at) for id, at in columns.items()}
                    line = lens.line(table, f"{kind}{number}", block, cells)
                    made = Line(line.at, {**line.cells, **({by: kind} if kind else {})})
                    found.append((float("inf") if place is None else place, made))
    return [line for _, line in sorted(found, key=lambda each: each[0])]


def _wide(column: Column) -> bool:
    return column.id == "text"


def _id(kind: Option | None) -> str:
    return str(kind.id) if kind else ""
