"""Writes on one page of a workbook. What people wrote is written as text, never as a formula or a link."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from sellkit.interchange.arrange import FOLDED, Arranged, Span
from sellkit.interchange.dropdowns import DropDowns
from sellkit.interchange.errors import FileFault
from sellkit.interchange.layout import MARK, letter, lines_of
from sellkit.interchange.looks import Looks
from sellkit.interchange.safe import MOST, safe
from sellkit.models.text import Text
from sellkit.tables.cells import Cell, Reader
from sellkit.tables.columns import Column
from sellkit.tables.labels import Names
from sellkit.tables.table import Table
from sellkit.training.words import Words

_FIRST_DAY = date(1900, 3, 1)  # before it, workbooks count a day that never was
LINES = {"zh-CN": 18}  # the height of a line; Chinese needs more


@dataclass
class Desk:
    """What all pages of a workbook are written with. `faults` are texts that no cell can hold."""

    words: Words
    names: Names
    looks: Looks
    drops: DropDowns
    faults: list[FileFault] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.language = self.words.language
        self.reader = Reader(self.language)

    def say(self, text: Text | None) -> str:
        """A text in the reader's language."""
        return text.in_(self.language) if text else ""  # type: ignore[arg-type]


class Here(NamedTuple):
    """Where a block stands: its first row, the columns of its slots, its title, whether it is the first on its page,
    and whether it is the only list there, so that nothing stands below it."""

    top: int
    at: Mapping[str, Span]
    title: str
    first: bool = True
    alone: bool = False


class Pen:
    """Writes one page. A row is as high as its longest text needs: not every program makes room by itself."""

    def __init__(self, desk: Desk, sheet: Any, arranged: Arranged) -> None:
        self.desk, self.sheet, self.arranged = desk, sheet, arranged
        self.lines: dict[int, int] = {}
        self.heights: dict[int, float] = {}
        self.hidden: set[int] = set()

    def begin(self, mark: str, here: Here) -> None:
        """The hidden row with which a block begins, and the title of the page, or of a block further down."""
        self.sheet.write_string(here.top, 0, f"{MARK}{mark}")
        for id, span in here.at.items():
            self.sheet.write_string(here.top, span.first, id)
        self.hidden.add(here.top)
        self.text(here.top + 1, Span(1, 1), here.title, "title" if here.first else "part", grow=False)
        self.heights[here.top + 1] = 28 if here.first else 24 if here.title else 6

    def mark(self, row: int, said: str) -> None:
        """What column A says of a row."""
        self.sheet.write_string(row, 0, said)

    def text(self, row: int, span: Span, said: str, look: str, column: Column | None = None, grow: bool = True) -> None:
        """A text that is not read, such as a heading."""
        form = self.desk.looks.look(look, column)
        said = safe(said)[:MOST]
        if span.last > span.first:
            self.sheet.merge_range(row, span.first, row, span.last, "", form)
        if said:
            self.sheet.write_string(row, span.first, said, form)
        else:
            self.sheet.write_blank(row, span.first, None, form)
        if grow:
            self.grow(row, said, self.arranged.wide(span))

    def cell(self, row: int, span: Span, value: Any, column: Column, table: Table, look: str = "cell") -> None:
        """A value, so that it is read back as it is."""
        labels = self.desk.names.of(table, column.refers) if column.refers else {}
        cell: Cell = self.desk.reader.show(value, column, labels)
        form, at = self.desk.looks.look(look, column), span.first
        if span.last > at:
            self.sheet.merge_range(row, at, row, span.last, "", form)
        if cell is None:
            self.sheet.write_blank(row, at, None, form)
        elif isinstance(cell, date) and cell >= _FIRST_DAY:
            self.sheet.write_datetime(row, at, cell, form)
        elif isinstance(cell, int | float) and not isinstance(cell, bool) and abs(cell) < 1e15:
            self.sheet.write_number(row, at, cell, form)
        else:
            text = safe(cell.isoformat() if isinstance(cell, date) else str(cell))
            if len(text) > MOST:
                place = self._place(row, at, column)
                self.desk.faults.append(FileFault("workbook-too-long", place=place, limit=MOST))
            else:
                self.sheet.write_string(row, at, text, form)
                if not column.evidence:
                    self.grow(row, text, self.arranged.wide(span))

    def offer(self, first: int, last: int, at: int, column: Column, table: Table) -> None:
        """The drop-down of a column, and the tint of its levels."""
        self.desk.drops.offer(self.sheet, first, last, at, column, table)
        for option in column.options.all if column.options else ():
            if option.tone in ("positive", "negative") and column.options:
                label = column.options.label(option.id, self.desk.language).replace('"', '""')
                look = self.desk.looks.look(option.tone)
                self.sheet.conditional_format(
                    first, at, last, at, {"type": "cell", "criteria": "==", "value": f'"{label}"', "format": look}
                )

    def grow(self, row: int, said: str, wide: int) -> None:
        """Make room for a text."""
        if wide:
            self.lines[row] = max(self.lines.get(row, 1), lines_of(said, wide))

    def close(self, end: int, ready: Mapping[int, Any]) -> None:
        """Set columns and rows. `ready` are the formats of columns that are open below row `end`."""
        self.sheet.set_column(0, 0, None, None, {"hidden": True})
        for at, lane in enumerate(self.arranged.lanes, 1):
            options: dict[str, Any] = {"hidden": True} if lane.shown else {}
            options |= {"level": 1} if lane.shown == FOLDED else {}
            self.sheet.set_column(at, at, lane.width, ready.get(at), options)
        plain = self.desk.looks.look() if ready else None
        for row in range(max([end, *self.lines, *self.heights, *self.hidden], default=0) + 1):
            if row in self.hidden:
                self.sheet.set_row(row, None, plain, {"hidden": True})
                continue
            line = LINES.get(self.desk.language, 15)
            high = self.heights.get(row) or (line * self.lines[row] if self.lines.get(row, 1) > 1 else None)
            if high or row < end:
                self.sheet.set_row(row, high, plain if row < end else None)

    def _place(self, row: int, at: int, column: Column) -> str:
        name = column.heading(self.desk.language)
        key = "tables.place.named-cell"
        return self.desk.words.say(key, sheet=self.sheet.get_name(), cell=f"{letter(at)}{row + 1}", column=name)
