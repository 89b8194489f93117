"""A sheet, or a whole deal, as an Excel workbook: pages that a salesperson knows, with drop-downs for every scale.

What people wrote is written as text, never as a formula or a link.
"""

import io
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from sellkit.interchange.errors import FileFault, WorkbookRefused
from sellkit.interchange.layout import (
    ABOUT,
    ABOUT_WIDTH,
    COVER,
    FIRST,
    HEAD,
    IDS,
    LISTS,
    MARK,
    OFFERED,
    PARTS,
    TITLE,
    VALUE,
    Page,
    lines_of,
    pages,
    sheet_titles,
    width,
)
from sellkit.interchange.safe import MOST, safe
from sellkit.models.base import Record
from sellkit.tables.cells import Cell, Reader
from sellkit.tables.columns import Column
from sellkit.tables.labels import Names, names_of
from sellkit.tables.meanings import word
from sellkit.tables.rows import rows_in
from sellkit.tables.spec import Table, sheet_name, tables_for
from sellkit.training.words import Words

# The colours of the boards.
INK, MUTED, LINE = "#1f2a37", "#5b6675", "#c3cad3"
ACCENT, SOFT, TINT = "#0f766e", "#e3f1ee", "#c9e4df"
GOOD, BAD = ("#e5f3e8", "#15803d"), ("#fbe9e7", "#b42318")
# Rows below the last one that are ready to be filled in.
SPARE = 300
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


class _Place(NamedTuple):
    """Where a column of a page lies: the page's title and the column's number."""

    title: str
    column: int


class _Writer:
    def __init__(self, book: Any, record: Record, words: Words, every: bool) -> None:
        self.book, self.record, self.words, self.language = book, record, words, words.language
        self.tables = tables_for(record)
        self.rows = rows_in(record, self.tables)
        self.names: Names = names_of(self.tables, self.rows)
        self.reader = Reader(self.language)
        self.pages = pages(record, self.tables, self.rows, every)
        self.singles = [table for table in self.tables if table.single]
        named = [self._page_title(page) for page in self.pages]
        self.titles = sheet_titles([words.say("tables.cover"), *named, LISTS])
        self.places = {
            (page.table.id, column.id): _Place(title, at)
            for page, title in zip(self.pages, self.titles[1:], strict=False)
            for at, column in enumerate(_columns(page), 1)
            if column is not None
        }
        self.formats: dict[tuple[Any, ...], Any] = {}
        self.lists: dict[tuple[str, ...], str] = {}
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
        sheet.write_string(TITLE, 1, safe(_title(self.record, self.words))[:MOST], self._format("title"))
        sheet.freeze_panes(HEAD, 2)
        sheet.hide_gridlines(2)
        _for_paper(sheet)
        at = HEAD
        for table in self.singles:
            sheet.write_string(at, 1, safe(table.title(self.language)), self._format("section"))
            sheet.write_string(at, 2, "", self._format("section"))
            judged = any(column.evidence for column in table.columns)
            for number, part in enumerate(parts, 3):
                sheet.write_string(at, number, part if judged else "", self._format("section-part"))
            at = self._fields(sheet, at + 1, table) + 1
        self._contents(sheet, at)

    def _fields(self, sheet: Any, at: int, table: Table) -> int:
        (row,) = self.rows[table.id]
        plain = [column.id for column in table.columns if not column.evidence]
        lines = {id: at + number for number, id in enumerate(plain)}
        for id, line in lines.items():
            sheet.write_string(line, 0, f"{table.id}|{id}")
            sheet.write_string(line, 1, safe(table.by_id[id].heading(self.language)), self._format("label"))
        high: dict[int, int] = {}
        for column in table.columns:
            line = lines[column.id.rpartition("/")[0] if column.evidence else column.id]
            to = 3 + PARTS.index(column.path[-1]) if column.evidence else 2
            said = self._cell(sheet, line, to, row[column.id], column, table)
            self._offer(sheet, line, line, to, column, table)
            if to in (2, 3 + PARTS.index("note")):
                high[line] = max(high.get(line, 1), lines_of(said, 52))
        for line, most in high.items():
            if most > 1:
                sheet.set_row(line, 15 * most)
        return at + len(lines)

    def _contents(self, sheet: Any, at: int) -> None:
        """The pages, each a link."""
        sheet.write_string(at, 1, self.words.say("tables.pages"), self._format("section"))
        sheet.write_string(at, 2, "", self._format("section"))
        for page, title in zip(self.pages, self.titles[1:], strict=False):
            at += 1
            target = title.replace("'", "''")
            sheet.write_url(at, 1, f"internal:'{target}'!B{HEAD + 1}", self._format("link"), title)
            sheet.write_number(at, 2, len(page.rows), self._format("count"))

    # the lists

    def _page(self, page: Page, sheet: Any) -> None:
        columns = _columns(page)
        last = FIRST + len(page.rows) + len(page.offered) + SPARE
        sheet.write_string(IDS, 0, f"{MARK}{page.table.id}")
        sheet.set_row(IDS, None, None, {"hidden": True})
        sheet.set_row(TITLE, 28, self._format())
        sheet.write_string(TITLE, 1, safe(page.table.title(self.language)), self._format("title"))
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
                    sheet.write_string(number, at, safe(said), self._format("about"))
                    high = max(high, lines_of(said, ABOUT_WIDTH))
                elif each.id in row:
                    said = self._cell(sheet, number, at, row[each.id], each, page.table)
                    high = high if each.evidence else max(high, lines_of(said, width(each)))
            if high > 1:  # not every program makes room by itself
                sheet.set_row(number, 15 * high)

    def _column(self, sheet: Any, at: int, column: Column | None, table: Table, last: int) -> None:
        if column is None:
            sheet.write_string(IDS, at, ABOUT)
            sheet.write_string(HEAD, at, self.words.say("tables.about"), self._format("head-part"))
            sheet.set_column(at, at, ABOUT_WIDTH, self._format("about"))
            return
        options = {"level": 1, "hidden": True} if column.evidence else {}
        sheet.write_string(IDS, at, column.id)
        heading = safe(column.heading(self.language))
        sheet.write_string(HEAD, at, heading, self._format("head-part" if column.evidence else "head"))
        sheet.set_column(at, at, width(column), self._format("cell", column), options)
        self._offer(sheet, FIRST, last, at, column, table)
        self._tones(sheet, FIRST, last, at, column)

    def _tones(self, sheet: Any, first: int, last: int, at: int, column: Column) -> None:
        """Levels that are good or bad for us are tinted; their name says it as well."""
        for option in column.options.all if column.options else ():
            if option.tone in ("positive", "negative") and column.options:
                label = column.options.label(option.id, self.language).replace('"', '""')
                sheet.conditional_format(
                    first, at, last, at,
                    {"type": "cell", "criteria": "==", "value": f'"{label}"', "format": self._format(option.tone)},
                )  # fmt: skip

    # cells

    def _cell(self, sheet: Any, row: int, at: int, value: Any, column: Column, table: Table) -> str:
        """Write one cell, and say what it shows."""
        labels = self.names.of(table, column.refers) if column.refers else {}
        cell: Cell = self.reader.show(value, column, labels)
        form = self._format("cell", column)
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

    def _offer(self, sheet: Any, first: int, last: int, at: int, column: Column, table: Table) -> None:
        """The drop-down of a column: its levels, or the people and rows that it can name."""
        if column.holds.many:
            return
        source = self._choices(column, table)
        if source:
            strict = column.options is not None and not column.evidence
            sheet.data_validation(
                first, at, last, at,
                {
                    "validate": "list",
                    "source": source,
                    "error_type": "stop" if strict else "information",
                    "error_title": self.words.say("tables.choose")[:32],
                    "error_message": self.words.say("tables.choose-why")[:255],
                },
            )  # fmt: skip

    def _choices(self, column: Column, table: Table) -> str:
        known = [word("unknown", self.language)] if "unknown" in column.holds.specials else []
        beside = [word(each, self.language) for each in column.beside]
        if column.options is not None:
            return self._list((*column.options.labels(self.language), *known))
        if column.refers and (beside or known):
            return self._list((*beside, *self.names.of(table, column.refers).values(), *known))
        target = self.names.target(table, column.refers) if column.refers else None
        named = "name" if target and "name" in target.by_id else "id"
        place = self.places.get((target.id, named)) if target else None
        if place is None:
            return ""
        letter, title = _letter(place.column), place.title.replace("'", "''")
        return (
            f"='{title}'!${letter}${FIRST + 1}:${letter}${FIRST + len(self.rows[target.id]) + SPARE}" if target else ""
        )

    def _list(self, offered: tuple[str, ...]) -> str:
        if offered not in self.lists:
            letter = _letter(len(self.lists) + 1)
            self.lists[offered] = f"='{self.titles[-1]}'!${letter}$1:${letter}${len(offered)}"
        return self.lists[offered]

    def _lists(self, sheet: Any) -> None:
        """The hidden page with what the drop-downs offer, and with what the workbook had when it was written."""
        sheet.hide()
        sheet.write_string(0, 0, f"{MARK}{LISTS}")
        for number, page in enumerate(self.pages, 1):
            sheet.write_string(number, 0, page.table.id)
        for at, offered in enumerate(self.lists, 1):
            for number, label in enumerate(offered):
                sheet.write_string(number, at, safe(label))

    # looks

    def _format(self, look: str = "", column: Column | None = None) -> Any:
        kind = (look, column.holds.kind if column and not column.holds.many else "", column.unit if column else "")
        muted = bool(column and (column.evidence or (column.id == "id" and not column.refers and not column.options)))
        if (*kind, muted) not in self.formats:
            more = _kind_format(column) if column else {}
            ink = {"font_color": MUTED} if muted else {}
            self.formats[(*kind, muted)] = self.book.add_format(
                {**({} if look in ("positive", "negative") else _BASE), **_LOOKS.get(look, {}), **more, **ink}
            )
        return self.formats[(*kind, muted)]


_BASE = {"font_name": "Calibri", "font_size": 11, "font_color": INK, "valign": "top"}
_HEAD = {"text_wrap": True, "valign": "vcenter", "bottom": 2, "bottom_color": ACCENT}
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 18, "font_color": ACCENT, "valign": "vcenter"},
    "section": {"bold": True, "bg_color": SOFT, "bottom": 1, "bottom_color": ACCENT},
    "section-part": {"bg_color": SOFT, "font_color": MUTED, "bottom": 1, "bottom_color": ACCENT},
    "label": {"font_color": MUTED, "text_wrap": True},
    "link": {"font_color": ACCENT, "underline": 1},
    "count": {"align": "left", "font_color": MUTED},
    "head": {"bold": True, "bg_color": TINT, **_HEAD},
    "head-part": {"font_color": MUTED, "bg_color": SOFT, **_HEAD},
    "cell": {"text_wrap": True, "border": 1, "border_color": LINE},
    "about": {"italic": True, "font_color": MUTED, "text_wrap": True, "border": 1, "border_color": LINE},
    "positive": {"bg_color": GOOD[0], "font_color": GOOD[1]},
    "negative": {"bg_color": BAD[0], "font_color": BAD[1]},
}  # fmt: skip


def _kind_format(column: Column) -> dict[str, Any]:
    if column.holds.many:
        return {"num_format": "@"}
    if column.unit:
        return {"num_format": "#,##0.##" if column.unit == "money" else '0.##"%"', "align": "left"}
    return {
        "date": {"num_format": "yyyy-mm-dd", "align": "left"},
        "number": {"num_format": "General", "align": "left"},
        "whole": {"num_format": "0", "align": "left"},
    }.get(column.holds.kind, {"num_format": "@"})


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


def _letter(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _title(record: Record, words: Words) -> str:
    name = str(getattr(record, "label", "") or "")
    kind = sheet_name(type(record), words.language)
    return f"{kind}{words.habits.colon}{name}" if name else kind
