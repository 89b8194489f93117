"""A sheet, or a whole deal, as an Excel workbook: the forms that salespeople know, with drop-downs for every scale."""

import io
from collections.abc import Mapping
from typing import Any

from sellkit.interchange.arrange import Arranged, Slot, Span, arranged
from sellkit.interchange.dropdowns import DropDowns, Place
from sellkit.interchange.errors import WorkbookRefused
from sellkit.interchange.forms import Page, of_cover, pages
from sellkit.interchange.kinds import held_in
from sellkit.interchange.layout import BAND, COVER, HELD, LISTS, MARK, TITLES, sheet_titles
from sellkit.interchange.looks import Looks
from sellkit.interchange.pen import Desk, Here, Pen
from sellkit.interchange.safe import MOST, safe
from sellkit.interchange.shapes.cross import Cross
from sellkit.interchange.shapes.fields import Fields
from sellkit.interchange.shapes.shape import Shape
from sellkit.models.base import Record
from sellkit.tables.columns import heading
from sellkit.tables.labels import names_of
from sellkit.tables.rows import rows_in
from sellkit.tables.spec import tables_for
from sellkit.tables.table import sheet_name
from sellkit.training.words import Words

_NAME = Span(1, 1)
_BARE = tuple(Slot(id, wide) for id, wide in (("name", 30), ("", 20), ("count", 10), ("rest", 40)))
_ONE = 75  # rows that can be read on one sheet of paper
_FROZEN = 12  # headings further down than this would take up the screen


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
        tables = tables_for(record)
        rows = rows_in(record, tables)
        names = names_of(tables, rows)
        self.own = of_cover(record, tables, rows)
        self.pages = pages(record, tables, rows, names, every)
        named = [self._page_title(page) for page in self.pages]
        self.titles = sheet_titles([words.say("tables.cover"), *named, LISTS])
        self.laid = [arranged([block.slots() for block in page.blocks]) for page in self.pages]
        self.drops = DropDowns(words, names, self._places(), self.titles[-1])
        self.desk = Desk(words, names, Looks(book), self.drops)

    def write(self) -> None:
        sheets = [self.book.add_worksheet(title) for title in self.titles]
        self._cover(sheets[0])
        for page, laid, sheet in zip(self.pages, self.laid, sheets[1:], strict=False):
            self._page(page, laid, sheet)
        self._lists(sheets[-1])
        if self.desk.faults:
            raise WorkbookRefused(self.desk.faults)

    def _page_title(self, page: Page) -> str:
        """The form's name; where two have one name, with that of its sheet."""
        title = self._name(page)
        if [self._name(each) for each in self.pages].count(title) == 1:
            return title
        return f"{sheet_name(page.named.owner, self.language)} · {title}"

    def _name(self, page: Page) -> str:
        return self.words.say(page.part) if page.part else page.named.title(self.language)

    def _part(self, page: Page, block: Shape) -> str:
        """The name of a block; none for the list that the page is about."""
        table = block.titled
        main = page.named.single and table.path[-1] == page.named.model.MAIN
        if main or table is page.named or block.id.endswith(f"{BAND}2"):
            return ""
        return heading(table.owner, table.path[-1], self.language) if table.named else table.title(self.language)

    def _places(self) -> dict[tuple[str, str], Place]:
        """Where the rows of each list lie, so that others can offer them."""
        found = {}
        for page, laid, title in zip(self.pages, self.laid, self.titles[1:], strict=False):
            top = 0
            for block, spans in zip(page.blocks, laid.spans, strict=True):
                at = {slot.id: span.first for slot, span in zip(block.slots(), spans, strict=True)}
                for listed in block.listed():
                    for column, slot in listed.slots.items():
                        place = Place(title, at[slot], top + listed.first, top + listed.last)
                        found[listed.table, column] = place
                top += block.height
        return found

    def _page(self, page: Page, laid: Arranged, sheet: Any) -> None:
        pen = Pen(self.desk, sheet, laid)
        sheet.outline_settings(symbols_right=False)
        top = 0
        ready: Mapping[int, Any] = {}
        for number, (block, spans) in enumerate(zip(page.blocks, laid.spans, strict=True)):
            first, last = number == 0, number == len(page.blocks) - 1
            title = self._name(page) if first else self._part(page, block)
            alone = last and all(isinstance(each, Fields) for each in page.blocks[:-1])
            at = {slot.id: span for slot, span in zip(block.slots(), spans, strict=True)}
            ready = block.write(pen, Here(top, at, title, first, alone))
            top += block.height
        body = top - (page.blocks[-1].height if ready else 0)
        pen.close(body + 3, ready)
        wide = sum(lane.width for lane in laid.lanes if not lane.shown)
        _for_paper(sheet, wide, one=not ready and top <= _ONE)
        sheet.hide_gridlines(2)
        self._hold(page, sheet)

    def _hold(self, page: Page, sheet: Any) -> None:
        """Keep the headings of the first list, and what says which row it is, in sight and on each sheet of paper."""
        above = [block.height for block in page.blocks if isinstance(block, Fields)]
        lists = page.blocks[len(above) :]
        if lists and lists[0].top and (len(lists) == 1 or isinstance(lists[0], Cross)):
            head, leading = sum(above) + lists[0].top, lists[0].leading
            sheet.repeat_columns(0, leading)
            sheet.repeat_rows(head - 1)
            if head <= _FROZEN:
                sheet.freeze_panes(head, 1 + leading)

    def _cover(self, sheet: Any) -> None:
        """What the deal says of itself, its deals if it is an account, and the pages, each a link."""
        slots = self.own.slots() if self.own else _BARE
        laid = arranged([slots])
        at = {slot.id: span for slot, span in zip(slots, laid.spans[0], strict=True)}
        pen, title, top = Pen(self.desk, sheet, laid), _title(self.record, self.words), 2
        if self.own is not None:
            self.own.write(pen, Here(0, at, title))
            top = self.own.height
        else:
            pen.begin(COVER, Here(0, {}, title))
        top = self._held(pen, top)
        whole, count = Span(1, laid.spans[0][3].last), laid.spans[0][2]
        pen.text(top, whole, self.words.say("tables.fill-in"), "section", grow=False)
        for number in (1, 2, 3):
            pen.text(top + number, whole, self.words.say(f"tables.fill-in-{number}"), "says")
        top += 5
        pen.text(top, whole, self.words.say("tables.pages"), "section", grow=False)
        for row, (page, named) in enumerate(zip(self.pages, self.titles[1:], strict=False), top + 1):
            target = named.replace("'", "''")
            sheet.write_url(row, 1, f"internal:'{target}'!B2", self.desk.looks.look("link"), named)
            if held := sum(block.count for block in page.blocks):
                sheet.write_number(row, count.first, held, self.desk.looks.look("count"))
        pen.close(0, {})
        sheet.hide_gridlines(2)
        _for_paper(sheet)

    def _held(self, pen: Pen, row: int) -> int:
        """The deals of an account by name: each has a workbook of its own."""
        for name in held_in(type(self.record)):
            held = getattr(self.record, name)
            if held:
                named = heading(type(self.record), name, self.language)
                pen.text(row, _NAME, named, "section", grow=False)
                pen.text(row, Span(2, 2), self.words.say("tables.deals-elsewhere"), "about")
                for at, deal in enumerate(held, row + 1):
                    pen.mark(at, HELD)
                    pen.text(at, _NAME, deal.label, "label")
                row += len(held) + 2
        return row

    def _lists(self, sheet: Any) -> None:
        """The hidden page with what the drop-downs offer, and with the blocks that the workbook had when it was
        written."""
        sheet.hide()
        sheet.write_string(0, 0, f"{MARK}{LISTS}")
        sheet.write_string(0, 1, TITLES)
        blocks = [
            (block, title) for page, title in zip(self.pages, self.titles[1:], strict=False) for block in page.blocks
        ]
        for number, (block, title) in enumerate(blocks, 1):
            sheet.write_string(number, 0, block.id)
            sheet.write_string(number, 1, title)
        for at, offered in enumerate(self.drops.lists, 2):
            for number, label in enumerate(offered):
                sheet.write_string(number, at, safe(label)[:MOST])


def _for_paper(sheet: Any, wide: int = 0, *, one: bool = False) -> None:
    """Printed, a page is as wide as the paper, or as several that still can be read; a form is a single sheet."""
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(max(1, round(wide / 190)), int(one))
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&A&R&P / &N")


def _title(record: Record, words: Words) -> str:
    name = str(getattr(record, "label", "") or "")
    kind = sheet_name(type(record), words.language)
    return f"{kind}{words.habits.colon}{name}" if name else kind
