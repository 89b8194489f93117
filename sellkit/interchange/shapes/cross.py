"""A table with parties, and days, across: each mark stands where its row and its column meet.

Above each column stands for whom and when it is; a few columns are spare, for another rival or a new day. What a mark
rests on stands beside it, behind the [+] above the columns.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from sellkit.interchange.arrange import FOLDED, HIDDEN, Slot, Span
from sellkit.interchange.guides import Entry, Guide, entries
from sellkit.interchange.layout import ABOUT, ACROSS, CROSS, HEADS, ORDER, ROOM, width
from sellkit.interchange.pen import Here, Pen
from sellkit.interchange.shapes.rows import section
from sellkit.interchange.shapes.shape import Listed
from sellkit.tables.columns import Column
from sellkit.tables.rows import Row
from sellkit.tables.table import Table

_ITEM, _ASKS, _MARK = 26, 40, 15
Party = tuple[Any, ...]


class Placed(NamedTuple):
    """One mark, and where it stands in its list."""

    place: int
    row: Row


@dataclass(frozen=True)
class Cross:
    """A list of marks as a table.

    by       the column that says to which row a mark belongs; across: those that say to which column
    rows     the list whose rows stand at the side; None: the keys of the guide do
    parties  the columns that are there, by what stands above them; spare: how many more
    """

    table: Table
    marks: Sequence[Row]
    by: tuple[str, ...]
    across: tuple[str, ...]
    parties: Sequence[Party]
    spare: int
    rows: Table | None = None
    beside: Sequence[Row] = ()
    guide: Guide | None = None

    @property
    def id(self) -> str:
        return f"{self.table.id}{CROSS}"

    @property
    def top(self) -> int:
        return 3 + len(self.across)

    @property
    def leading(self) -> int:
        return len(self.left) if self.rows else 1

    @property
    def titled(self) -> Table:
        return self.rows or self.table

    @property
    def count(self) -> int:
        return len(self.marks)

    @property
    def height(self) -> int:
        return self.top + len(self.entries) + (ROOM if self.rows else 0) + 1

    @cached_property
    def entries(self) -> list[Entry]:
        """What stands at the side, row by row."""
        if self.rows is None:
            return [each for each in entries(self.guide, ()) if each.section or each.offered]
        return entries(None, self.beside)

    @cached_property
    def left(self) -> dict[str, Column | None]:
        """The columns at the side; None stands for the one that explains each row."""
        if self.rows is not None:
            return dict(self.rows.by_id)
        return {self.by[0]: self.table.by_id[self.by[0]], ABOUT: None}

    @cached_property
    def inner(self) -> tuple[Column, ...]:
        """The columns of a mark, the mark itself first."""
        return tuple(each for each in self.table.columns if each.id not in (*self.by, *self.across))

    def slots(self) -> Sequence[Slot]:
        found = [
            Slot(id, _ASKS if column is None else _ITEM if self.rows is None else width(column))
            for id, column in self.left.items()
        ]
        for number in range(1, len(self.parties) + self.spare + 1):
            for column in self.inner:
                mark = column is self.inner[0]
                found.append(Slot(f"{column.id}@{number}", _MARK if mark else width(column), "" if mark else FOLDED))
        orders = range(1, len(self.parties) + 1)
        return [*found, *(Slot(f"{ORDER}@{number}", 8, HIDDEN) for number in orders)]

    def listed(self) -> Iterator[Listed]:
        if self.rows is not None:
            yield Listed(self.rows.id, {id: id for id in self.left}, self.top, self.height - 2)

    def write(self, pen: Pen, here: Here) -> Mapping[int, Any]:
        at, top = here.at, here.top
        pen.begin(self.id, here)
        first, end = top + self.top, top + self.height - 2
        self._heads(pen, at, first, end)
        placed = self._placed()
        for row, entry in enumerate(self.entries, first):
            if entry.section:
                section(pen, row, [span for span in at.values() if not pen.arranged.folded(span)], entry)
            else:
                self._entry(pen, row, at, entry, placed)
        for row in range(first + len(self.entries), end + 1):
            self._entry(pen, row, at, Entry({}), {})
        return {}

    def _heads(self, pen: Pen, at: Mapping[str, Span], first: int, end: int) -> None:
        """The rows that say for whom and when, and the headings below them."""
        head = first - 1
        for id, column in self.left.items():
            said = pen.desk.words.say("tables.about") if column is None else column.heading(pen.desk.language)
            pen.text(head, at[id], said, "head-part" if column is None else "head", grow=False)
            if column is not None and self.rows is not None:
                pen.offer(first, end, at[id].first, column, self.rows)
        edge = max((span for id, span in at.items() if id in self.left), key=lambda span: span.first)
        for row, id in enumerate(self.across, head - len(self.across)):
            pen.mark(row, f"{ACROSS}{id}")
            column = self.table.by_id[id]
            pen.text(row, edge, column.heading(pen.desk.language), "beside", grow=False)
            for number, party in self._numbered():
                span = at[f"{self.inner[0].id}@{number}"]
                value = dict(zip(self.across, party, strict=True)).get(id) if party else None
                pen.cell(row, span, value, column, self.table, look="head-cell")
                pen.offer(row, row, span.first, column, self.table)
        pen.mark(head, HEADS)
        for number, _ in self._numbered():
            for column in self.inner:
                span = at[f"{column.id}@{number}"]
                pen.offer(first, end, span.first, column, self.table)
                said = "" if column is self.inner[0] else column.heading(pen.desk.language)
                pen.text(head, span, said, "head-part", grow=False)

    def _numbered(self) -> Iterator[tuple[int, Party]]:
        """The columns by number with what stands above them; the spare ones bear nothing."""
        return enumerate([*self.parties, *([()] * self.spare)], 1)

    def _entry(
        self, pen: Pen, row: int, at: Mapping[str, Span], entry: Entry, placed: Mapping[tuple[Any, ...], Placed]
    ) -> None:
        for id, column in self.left.items():
            if column is None:
                pen.text(row, at[id], pen.desk.say(entry.about), "about")
            elif self.rows is None:
                pen.cell(row, at[id], entry.row.get(id), column, self.table)
            else:
                pen.cell(row, at[id], entry.row.get(id), column, self.rows)
        key = self._key(entry.row)
        for number, party in self._numbered():
            mark = placed.get((*key, *party)) if party else None
            for column in self.inner:
                value = mark.row[column.id] if mark else None
                pen.cell(row, at[f"{column.id}@{number}"], value, column, self.table)
            if mark is not None:
                blank = all(mark.row[column.id] == column.default for column in self.inner)
                pen.sheet.write_number(row, at[f"{ORDER}@{number}"].first, -mark.place if blank else mark.place)

    def _placed(self) -> dict[tuple[Any, ...], Placed]:
        """The marks by row and column, counted from 1."""
        return {
            tuple(row[id] for id in (*self.by, *self.across)): Placed(place, row)
            for place, row in enumerate(self.marks, 1)
        }

    def _key(self, row: Row) -> tuple[Any, ...]:
        if self.rows is None:
            return (row.get(self.by[0]),)
        return tuple(row.get(id) for id in (*self.by[:-1], self.rows.key))
