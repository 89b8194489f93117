"""A sheet, or a whole deal, as an Excel workbook: the forms that salespeople know, with drop-downs for every scale."""

import io
from collections.abc import Mapping
from typing import Any

from sellkit.interchange.arrange import Arranged, arranged
from sellkit.interchange.cover import title_of, write_cover
from sellkit.interchange.dropdowns import DropDowns, Place
from sellkit.interchange.errors import WorkbookRefused
from sellkit.interchange.layout import BAND, LISTS, MARK, SPARE, TITLES, sheet_titles
from sellkit.interchange.looks import Looks
from sellkit.interchange.pages import Page, of_cover, pages
from sellkit.interchange.paper import for_paper
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
        book.set_properties({"title": title_of(record, words), "comments": "sellkit"})
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
        counts = [sum(block.count for block in page.blocks) for page in self.pages]
        write_cover(self.desk, sheets[0], self.record, self.own, list(zip(self.titles[1:], counts, strict=False)))
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
            for number, (block, spans) in enumerate(zip(page.blocks, laid.spans, strict=True)):
                more = SPARE if _alone(page, number) else 0
                at = {slot.id: span.first for slot, span in zip(block.slots(), spans, strict=True)}
                for listed in block.listed():
                    for column, slot in listed.slots.items():
                        place = Place(title, at[slot], top + listed.first, top + listed.last + more)
                        found[listed.table, column] = place
                top += block.height
        return found

    def _page(self, page: Page, laid: Arranged, sheet: Any) -> None:
        pen = Pen(self.desk, sheet, laid)
        sheet.outline_settings(symbols_right=False)
        top = 0
        ready: Mapping[int, Any] = {}
        for number, (block, spans) in enumerate(zip(page.blocks, laid.spans, strict=True)):
            first = number == 0
            title = self._name(page) if first else self._part(page, block)
            at = {slot.id: span for slot, span in zip(block.slots(), spans, strict=True)}
            ready = block.write(pen, Here(top, at, title, first, _alone(page, number)))
            top += block.height
        body = top - (page.blocks[-1].height if ready else 0)
        pen.close(body + 3, ready)
        wide = sum(lane.width for lane in laid.lanes if not lane.shown)
        for_paper(sheet, wide, one=not ready and top <= _ONE)
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


def _alone(page: Page, number: int) -> bool:
    """The block is the only list of its page, so that nothing stands below it."""
    return number == len(page.blocks) - 1 and all(isinstance(each, Fields) for each in page.blocks[:-1])
