"""A sheet, or a whole deal, as an Excel workbook: pages that a salesperson knows, with drop-downs for every scale.

What people wrote is written as text, never as a formula or a link.
"""

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

from sellkit.interchange.dropdowns import DropDowns, Place
from sellkit.interchange.errors import FileFault, WorkbookRefused
from sellkit.interchange.kinds import held_in
from sellkit.interchange.layout import (
    ABOUT,
    ABOUT_WIDTH,
    COVER,
    FIRST,
    HEAD,
    HELD,
    IDS,
    LISTS,
    MARK,
    OFFERED,
    PARTS,
    SPARE,
    TITLE,
    VALUE,
    Page,
    in_order,
    lines_of,
    pages,
    sheet_titles,
    width,
)
from sellkit.interchange.looks import Looks
from sellkit.interchange.safe import MOST, safe
from sellkit.models.base import Record
from sellkit.tables.cells import Cell, Reader
from sellkit.tables.columns import Column, heading
from sellkit.tables.labels import Names, names_of
from sellkit.tables.rows import rows_in
from sellkit.tables.spec import tables_for
from sellkit.tables.table import Table, sheet_name
from sellkit.training.words import Words

_FIRST_DAY = date(1900, 3, 1)  # before it, workbooks count a day that never was


def write_workbook(record: Record, words: Words, *, every: bool = False) -> bytes:
    """The workbook of a record in the reader's language.

    every  also the pages that most deals leave empty
    Raises WorkbookRefused for a text that is longer than a cell can hold.
    """
    import xlsxwriter  # heavy, and only wanted here

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": _title(record, words), "comments": "sellkit"})
        _Writer(book, record, words, every).write()
    return out.getvalue()


class _Writer:
    def __init__(self, book: Any, record: Record, words: Words, every: bool) -> None:
        self.book, self.record, self.words, self.language = book, record, words, words.language
        self.tables = tables_for(record)
        self.rows = rows_in(record, self.tables)
        self.names: Names = names_of(self.tables, self.rows)
        self.reader = Reader(self.language)
        self.pages = pages(record, self.tables, self.rows, every)
        self.singles = [table for table in in_order(self.tables) if table.single]
        named = [self._page_title(page) for page in self.pages]
        self.titles = sheet_titles([words.say("tables.cover"), *named, LISTS])
        self.places = {
            (page.table.id, column.id): Place(title, at)
            for page, title in zip(self.pages, self.titles[1:], strict=False)
            for at, column in enumerate(_columns(page), 1)
            if column is not None
        }
        self.looks = Looks(book)
        self.drops = DropDowns(words, self.names, self.rows, self.places, self.titles[-1])
        self.faults: list[FileFault] = []

    def write(self) -> None:
        sheets = [self.book.add_worksheet(title) for title in self.titles]
        self._cover(sheets[0])
        for page, sheet in zip(self.pages, sheets[1:], strict=False):
            self._page(page, sheet)
        self._lists(sheets[-1])
        if self.faults:
            raise WorkbookRefused(self.faults)

    def _page_title(self, page: Page) -> str:
        """The list's name; where two lists have one name, with that of its sheet."""
        title = page.table.title(self.language)
        if [each.table.title(self.language) for each in self.pages].count(title) == 1:
            return title
        return f"{sheet_name(page.table.owner, self.language)} · {title}"

    # the cover

    def _cover(self, sheet: Any) -> None:
        parts = [self.words.say(f"tables.evidence.{part}") for part in PARTS]
        sheet.set_column(0, 0, None, None, {"hidden": True})
        sheet.set_column(1, 1, 34)
        sheet.set_column(2, 2, 52)
        sheet.set_column(3, 5, 14)
        sheet.set_column(6, 6, 56)
        sheet.set_column(7, 7, 20)
        for number, id in enumerate((f"{MARK}{COVER}", ABOUT, VALUE, *PARTS)):
            sheet.write_string(IDS, number, id)
        sheet.set_row(IDS, None, None, {"hidden": True})
        sheet.set_row(TITLE, 30)
        sheet.write_string(TITLE, 1, safe(_title(self.record, self.words))[:MOST], self.looks.look("title"))
        sheet.freeze_panes(HEAD, 2)
        sheet.hide_gridlines(2)
        _for_paper(sheet)
        at = HEAD
        for table in self.singles:
            sheet.write_string(at, 1, safe(table.title(self.language)), self.looks.look("section"))
            sheet.write_string(at, 2, "", self.looks.look("section"))
            judged = any(column.evidence for column in table.columns)
            for number, part in enumerate(parts, 3):
                sheet.write_string(at, number, part if judged else "", self.looks.look("section-part"))
            at = self._fields(sheet, at + 1, table) + 1
        for name in held_in(type(self.record)):
            at = self._held(sheet, at, name)
        self._contents(sheet, at)

    def _fields(self, sheet: Any, at: int, table: Table) -> int:
        (row,) = self.rows[table.id]
        plain = [column.id for column in table.columns if not column.evidence]
        lines = {id: at + number for number, id in enumerate(plain)}
        for id, line in lines.items():
            sheet.write_string(line, 0, f"{table.id}|{id}")
            sheet.write_string(line, 1, safe(table.by_id[id].heading(self.language)), self.looks.look("label"))
        high: dict[int, int] = {}
        for column in table.columns:
            line = lines[column.id.rpartition("/")[0] if column.evidence else column.id]
            to = 3 + PARTS.index(column.path[-1]) if column.evidence else 2
            said = self._cell(sheet, line, to, row[column.id], column, table)
            self.drops.offer(sheet, line, line, to, column, table)
            if to in (2, 3 + PARTS.index("note")):
                high[line] = max(high.get(line, 1), lines_of(said, 52))
        for line, most in high.items():
            if most > 1:
                sheet.set_row(line, 15 * most)
        return at + len(lines)

    def _held(self, sheet: Any, at: int, name: str) -> int:
        """The deals of an account by name: each has a workbook of its own."""
        held = getattr(self.record, name)
        if not held:
            return at
        sheet.write_string(at, 1, heading(type(self.record), name, self.language), self.looks.look("section"))
        sheet.write_string(at, 2, self.words.say("tables.deals-elsewhere"), self.looks.look("about"))
        sheet.set_row(at, 15 * lines_of(self.words.say("tables.deals-elsewhere"), 52))
        for line, deal in enumerate(held, at + 1):
            sheet.write_string(line, 0, HELD)
            sheet.write_string(line, 1, safe(deal.label)[:MOST], self.looks.look("label"))
        return at + len(held) + 2

    def _contents(self, sheet: Any, at: int) -> None:
        """The pages, each a link."""
        sheet.write_string(at, 1, self.words.say("tables.pages"), self.looks.look("section"))
        sheet.write_string(at, 2, "", self.looks.look("section"))
        for page, title in zip(self.pages, self.titles[1:], strict=False):
            at += 1
            target = title.replace("'", "''")
            sheet.write_url(at, 1, f"internal:'{target}'!B{HEAD + 1}", self.looks.look("link"), title)
            sheet.write_number(at, 2, len(page.rows), self.looks.look("count"))

    # the lists

    def _page(self, page: Page, sheet: Any) -> None:
        columns = _columns(page)
        last = FIRST + len(page.rows) + len(page.offered) + SPARE
        sheet.write_string(IDS, 0, f"{MARK}{page.table.id}")
        sheet.set_row(IDS, None, None, {"hidden": True})
        sheet.set_row(TITLE, 28, self.looks.look())
        sheet.write_string(TITLE, 1, safe(page.table.title(self.language)), self.looks.look("title"))
        sheet.set_column(0, 0, None, None, {"hidden": True})
        sheet.outline_settings(symbols_right=False)
        for at, column in enumerate(columns, 1):
            self._column(sheet, at, column, page.table, last)
        sheet.set_row(HEAD, 48)
        sheet.repeat_rows(HEAD)
        sheet.repeat_columns(0, _leading(columns))
        shown = [each for each in columns if each is None or not each.evidence]
        _for_paper(sheet, sum(ABOUT_WIDTH if each is None else width(each) for each in shown))
        sheet.freeze_panes(FIRST, 1 + _leading(columns))
        if columns:
            sheet.autofilter(HEAD, 1, max(last - SPARE, FIRST), len(columns))
        rows = [(row, "") for row in page.rows] + [(row, OFFERED) for row in page.offered]
        for number, (row, mark) in enumerate(rows, FIRST):
            if mark:
                sheet.write_string(number, 0, mark)
            high = 1
            for at, each in enumerate(columns, 1):
                if each is None:
                    about = page.about_row(row)
                    said = about.in_(self.language) if about else ""  # type: ignore[arg-type]
                    sheet.write_string(number, at, safe(said), self.looks.look("about"))
                    high = max(high, lines_of(said, ABOUT_WIDTH))
                elif each.id in row:
                    said = self._cell(sheet, number, at, row[each.id], each, page.table)
                    high = high if each.evidence else max(high, lines_of(said, width(each)))
            if high > 1:  # not every program makes room by itself
                sheet.set_row(number, 15 * high)

    def _column(self, sheet: Any, at: int, column: Column | None, table: Table, last: int) -> None:
        if column is None:
            sheet.write_string(IDS, at, ABOUT)
            sheet.write_string(HEAD, at, self.words.say("tables.about"), self.looks.look("head-part"))
            sheet.set_column(at, at, ABOUT_WIDTH, self.looks.look("about"))
            return
        options = {"level": 1, "hidden": True} if column.evidence else {}
        sheet.write_string(IDS, at, column.id)
        heading = safe(column.heading(self.language))
        sheet.write_string(HEAD, at, heading, self.looks.look("head-part" if column.evidence else "head"))
        sheet.set_column(at, at, width(column), self.looks.look("cell", column), options)
        self.drops.offer(sheet, FIRST, last, at, column, table)
        self._tones(sheet, FIRST, last, at, column)

    def _tones(self, sheet: Any, first: int, last: int, at: int, column: Column) -> None:
        """Levels that are good or bad for us are tinted; their name says it as well."""
        for option in column.options.all if column.options else ():
            if option.tone in ("positive", "negative") and column.options:
                label = column.options.label(option.id, self.language).replace('"', '""')
                sheet.conditional_format(
                    first, at, last, at,
                    {"type": "cell", "criteria": "==", "value": f'"{label}"', "format": self.looks.look(option.tone)},
                )  # fmt: skip

    # cells

    def _cell(self, sheet: Any, row: int, at: int, value: Any, column: Column, table: Table) -> str:
        """Write one cell, and say what it shows."""
        labels = self.names.of(table, column.refers) if column.refers else {}
        cell: Cell = self.reader.show(value, column, labels)
        form = self.looks.look("cell", column)
        if cell is None:
            sheet.write_blank(row, at, None, form)
        elif isinstance(cell, date) and cell >= _FIRST_DAY:
            sheet.write_datetime(row, at, cell, form)
        elif isinstance(cell, int | float) and not isinstance(cell, bool) and abs(cell) < 1e15:
            sheet.write_number(row, at, cell, form)
        else:
            text = safe(cell.isoformat() if isinstance(cell, date) else str(cell))
            if len(text) > MOST:
                self.faults.append(FileFault("workbook-too-long", place=self._place(table, column, row), limit=MOST))
            else:
                sheet.write_string(row, at, text, form)
            return text
        return str(cell or "")

    def _place(self, table: Table, column: Column, row: int) -> str:
        title, name = table.title(self.language), column.heading(self.language)
        return self.words.say("tables.place.row-column", table=title, column=name, row=row + 1)

    def _lists(self, sheet: Any) -> None:
        """The hidden page with what the drop-downs offer, and with what the workbook had when it was written."""
        sheet.hide()
        sheet.write_string(0, 0, f"{MARK}{LISTS}")
        for number, page in enumerate(self.pages, 1):
            sheet.write_string(number, 0, page.table.id)
        for at, offered in enumerate(self.drops.lists, 1):
            for number, label in enumerate(offered):
                sheet.write_string(number, at, safe(label))


def _for_paper(sheet: Any, wide: int = 0) -> None:
    """Printed, a page is as wide as the paper, or as several that still can be read."""
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(max(1, round(wide / 190)), 0)
    sheet.set_footer("&L&A&R&P / &N")


def _columns(page: Page) -> list[Column | None]:
    """The columns of a page; None stands for the one that explains each row."""
    columns: list[Column | None] = list(page.columns)
    if page.about:
        columns.insert(_leading(columns), None)
    return columns


def _leading(columns: Sequence[Column | None]) -> int:
    """How many columns say which row it is: keys, id and name."""
    names = ("id", "name", "person", "item", "key")
    count = 0
    for column in columns:
        if column is None or not (column.key or column.id.startswith("^") or column.id in names):
            break
        count += 1
    return min(count, 4)


def _title(record: Record, words: Words) -> str:
    name = str(getattr(record, "label", "") or "")
    kind = sheet_name(type(record), words.language)
    return f"{kind}{words.habits.colon}{name}" if name else kind
