"""A list: a row for each of its things. Where it asks for certain things, these stand there in groups.

A list with many columns is shared out over two pages: on the second, its rows are named by what they are called.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sellkit.interchange.arrange import FOLDED, HIDDEN, Slot, Span
from sellkit.interchange.block import Block
from sellkit.interchange.guides import Entry, Guide, entries
from sellkit.interchange.layout import ABOUT, ABOUT_WIDTH, HEADS, KEY, OFFERED, ORDER, ROOM, SHARE, SPARE, width
from sellkit.interchange.lens import Lens, place_in
from sellkit.interchange.pen import Here, Pen
from sellkit.interchange.safe import safe
from sellkit.interchange.shapes.shape import Listed
from sellkit.interchange.shapes.share import called, named_by
from sellkit.tables.columns import Column
from sellkit.tables.lines import Line
from sellkit.tables.rows import Row
from sellkit.tables.table import Table

_HEAD = 3  # the hidden row, the title, the headings
_NAMES = frozenset({"id", "name", "person", "item", "key"})


@dataclass(frozen=True)
class Rows:
    """A list, or what of it stands on this page.

    share      only these columns, beside the name of each row; rest: those that stand elsewhere
    evidence   what marks rest on is shown, and not behind the [+]
    """

    table: Table
    rows: Sequence[Row]
    guide: Guide | None = None
    share: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    evidence: bool = False

    @property
    def id(self) -> str:
        return f"{self.table.id}{SHARE}" if self.share else self.table.id

    @property
    def titled(self) -> Table:
        return self.table

    @property
    def count(self) -> int:
        return len(self.rows)

    @property
    def height(self) -> int:
        return _HEAD + len(self.entries) + (0 if self.guide else ROOM) + 1

    @cached_property
    def entries(self) -> list[Entry]:
        """What stands there row by row."""
        return entries(self.guide, self.rows)

    @cached_property
    def columns(self) -> dict[str, Column | None]:
        """The columns by id; None stands for the one that explains each row."""
        shown = {column.id: column for column in self.table.columns if _field(column) not in self.rest}
        if self.share:
            shown = {id: column for id, column in shown.items() if _field(column) in self.share}
            return {"id": named_by(self.table), ABOUT: None, **shown}
        found: dict[str, Column | None] = dict(shown)
        if self.guide and self.guide.explains:
            first = list(shown.items())[: self.leading]
            found = {**dict(first), ABOUT: None, **shown}
        return found

    @property
    def top(self) -> int:
        return _HEAD

    @property
    def leading(self) -> int:
        """How many columns say which row it is: keys, id and name."""
        count = 0
        for column in self.table.columns:
            if not (column.key or column.id.startswith("^") or column.id in _NAMES):
                break
            count += 1
        return 1 if self.share else min(count, 4)

    def slots(self) -> Sequence[Slot]:
        found = []
        for id, column in self.columns.items():
            folded = FOLDED if column is not None and column.evidence and not self.evidence else ""
            found.append(Slot(id, self._width(id, column), folded))
        hidden = [ORDER] if self.guide else [KEY] if self.share else []
        return [*found, *(Slot(id, 8, HIDDEN) for id in hidden)]

    def _width(self, id: str, column: Column | None) -> int:
        if column is None:
            return 24 if self.share else ABOUT_WIDTH
        asks = self.guide is not None and id == self.guide.by and self.guide.sentences
        return ABOUT_WIDTH if asks else width(column)

    def listed(self) -> Iterator[Listed]:
        if not self.share:
            yield Listed(self.table.id, {id: id for id in self.columns}, _HEAD, self.height - 2)

    def write(self, pen: Pen, here: Here) -> Mapping[int, Any]:
        at, top = here.at, here.top
        pen.begin(self.id, here)
        first, end = top + _HEAD, top + self.height - 2
        opened = here.alone and not self.guide
        for id, column in self.columns.items():
            self._column(pen, (first, end + (SPARE if opened else 0)), at[id], column)
        pen.mark(first - 1, HEADS)
        pen.heights[first - 1] = 48 if opened else 32
        for row, entry in enumerate(self.entries, first):
            self._entry(pen, row, at, entry)
        if opened:
            pen.sheet.autofilter(first - 1, 1, max(first + len(self.entries), first), len(self.columns))
        elif not self.guide:
            for row in range(first + len(self.entries), end + 1):
                for id, column in self.columns.items():
                    pen.sheet.write_blank(row, at[id].first, None, pen.desk.looks.look("cell", column))
        looks = pen.desk.looks
        return {at[id].first: looks.look("cell", column) for id, column in self.columns.items()} if opened else {}

    def _column(self, pen: Pen, rows: tuple[int, int], span: Span, column: Column | None) -> None:
        head = rows[0] - 1
        if column is None:
            language, words = pen.desk.language, pen.desk.words
            said = self.table.by_id["title"].heading(language) if self.share else words.say("tables.about")
            pen.text(head, span, said, "head-part", grow=False)
            return
        heading = column.heading(pen.desk.language)
        pen.text(head, span, heading, "head-part" if column.evidence else "head", grow=False)
        pen.offer(*rows, span.first, column, self.table)

    def _entry(self, pen: Pen, row: int, at: Mapping[str, Span], entry: Entry) -> None:
        if entry.section:
            section(pen, row, [at[id] for id in self.columns if not pen.arranged.folded(at[id])], entry)
            return
        if entry.offered:
            pen.mark(row, OFFERED)
        if ORDER in at and not entry.offered:
            pen.sheet.write_number(row, at[ORDER].first, entry.place)
        if KEY in at:
            pen.sheet.write_string(row, at[KEY].first, safe(called(entry.row["id"], self.table, pen.desk.names)))
        for id, column in self.columns.items():
            if column is None:
                said = str(entry.row.get("title") or "") if self.share else pen.desk.say(entry.about)
                pen.text(row, at[id], said, "about")
            elif id in entry.row:
                pen.cell(row, at[id], entry.row[id], column, self.table)
            elif self.guide:
                pen.sheet.write_blank(row, at[id].first, None, pen.desk.looks.look("cell", column))


def section(pen: Pen, row: int, spans: Sequence[Span], entry: Entry) -> None:
    """The name of some rows, and what they have in common, across the page."""
    pen.mark(row, ABOUT)
    pen.heights[row] = 20
    name, about = pen.desk.say(next(iter(entry.row.values()))), pen.desk.say(entry.about)
    for span in spans:
        pen.text(row, span, "", "section", grow=False)
    pen.text(row, spans[0], f"{name}  {about}" if about else name, "section", grow=False)


def read_rows(block: Block, columns: Mapping[str, int], table: Table, lens: Lens) -> list[Line]:
    """The rows of a list. A row that only offers something counts when somebody has taken it up."""
    found: list[tuple[float, Line]] = []
    for number, row in block.rows:
        if not any(at in row for at in columns.values()):
            continue
        line = lens.line(table, number, block, {id: (number, at) for id, at in columns.items()})
        if block.mark(row) != OFFERED or line.cells.keys() - {"id", "item", "party", "key"}:
            place = place_in(row, block.ids.get(ORDER, 0))
            found.append((float("inf") if place is None else place, line))
    return [line for _, line in sorted(found, key=lambda each: each[0])]


def _field(column: Column) -> str:
    return column.id.split("/")[0]
