"""Where the blocks of a workbook lie, and their columns, whatever was renamed, moved or put in between."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sellkit.errors import SellkitError
from sellkit.interchange.block import Block
from sellkit.interchange.cellsource import Sheet
from sellkit.interchange.errors import FileFault
from sellkit.interchange.layout import COVER, FIELDS, LABEL, LISTS, MARK, NEXT, TITLES, VALUE, letter
from sellkit.models.text import LANGUAGES
from sellkit.tables.columns import Column
from sellkit.tables.options import fold

_RANGE = re.compile(r"([A-Z]+)(\d+):([A-Z]+)(\d+)")


class Pages:
    """Our blocks of a workbook by id; `notices` are about what is not ours."""

    def __init__(self, sheets: Sequence[Sheet], language: str) -> None:
        self.language = language
        self.faults: list[SellkitError] = []
        self.notices: list[FileFault] = []
        self.blocks: dict[str, Block] = {}
        for sheet in sheets:
            self._sort(sheet)

    def _sort(self, sheet: Sheet) -> None:
        marks = list(_marks(sheet))
        if not marks:
            if any(sheet.rows.values()):
                self.notices.append(FileFault("workbook-other-page", place=sheet.title))
            return
        ends = [*(number - 1 for number, _, _ in marks[1:]), max(sheet.rows)]
        for (number, at, id), last in zip(marks, ends, strict=True):
            if id in self.blocks:
                first = self.blocks[id].sheet.title
                if first == sheet.title:
                    place = f"{sheet.title} {letter(at)}{number}"
                    self.faults.append(FileFault("workbook-block-twice", place=place, first=self.blocks[id].row))
                else:
                    self.faults.append(FileFault("workbook-page-twice", place=sheet.title, first=first))
                    return
                continue
            ids = {str(found.value): column for column, found in sheet.rows[number].items() if column != at}
            self.blocks[id] = Block(id, sheet, number, last, at, ids)
            self._merged(self.blocks[id])

    def _merged(self, block: Block) -> None:
        """Merged cells hide what stood in all but the first of them. The long cells of a form hide nothing."""
        if block.id in (COVER, LISTS):
            return
        for found in block.sheet.merged:
            first, top, last, end = _RANGE.fullmatch(found).groups()  # type: ignore[union-attr]
            if int(end) <= (block.row + 1 if block.across else block.head) or int(top) > block.last:
                continue
            pair = block.mark(block.sheet.rows.get(int(top), {})).count("|") > 1
            own = [at for id, at in block.ids.items() if pair or not id.endswith(NEXT)]
            under = [at for at in own if _number(first) <= at <= _number(last)]
            if not block.holds_fields or top != end or len(under) > 1:
                self.faults.append(FileFault("workbook-merged", place=f"{block.sheet.title} {found}"))

    def missing(self, known: Mapping[str, str]) -> None:
        """Pages that were there when the workbook was written, and are gone; `known` are titles by block."""
        lists = self.blocks.get(LISTS)
        rows = [row for _, row in lists.all_rows if lists.mark(row)] if lists else []
        had = [(lists.mark(row), row.get(lists.ids.get(TITLES, 0))) for row in rows] if lists else []
        there = {str(title.value) for id, title in had if title and id in self.blocks}
        gone: dict[str, FileFault] = {}
        for id, title in had:
            name = known.get(id.partition("|")[0], "")
            if id in self.blocks or not (title or name):
                continue
            page = str(title.value) if title else name
            if page in there:
                gone[id] = FileFault("workbook-block-gone", place=page, found=name)
            else:
                gone[page] = FileFault("workbook-page-gone", place=page)
        self.faults += gone.values()

    def others(self, block: Block) -> None:
        """Note what stands in a form where nothing is asked, and columns of a block that are not ours."""
        asked = {at for id, at in block.ids.items() if id.partition("@")[0] in (LABEL, VALUE)}
        ours = {block.at, *block.ids.values()}
        for number, row in block.all_rows:
            if block.id.endswith(FIELDS):
                found = row.keys() & asked if number > block.row + 1 and not block.mark(row) else set()
            else:
                found = row.keys() - ours if number == block.head else set()
            for at in sorted(found):
                key = "workbook-other-cell" if block.id.endswith(FIELDS) else "workbook-other-column"
                place = f"{block.sheet.title} {letter(at - 1)}{number}"
                self.notices.append(FileFault(key, place=place, found=str(row[at].value)[:60]))

    def columns(self, block: Block, columns: Iterable[Column]) -> dict[str, int]:
        """Where each of these columns lies in a list: by its id in the hidden row, else by its heading."""
        columns = tuple(columns)
        wanted = {column.id for column in columns}
        found = {id: at for id, at in block.ids.items() if id in wanted}
        taken = {*block.ids.values(), block.at}
        by_name = {fold(column.heading(language)): column.id for column in columns for language in LANGUAGES}
        for at, cell in block.sheet.rows.get(block.head, {}).items():
            id = by_name.get(fold(str(cell.value)))
            if at in taken:
                continue
            if id is not None and id not in found:
                found[id] = at
            else:
                place = f"{block.sheet.title} {letter(at - 1)}{block.head}"
                self.notices.append(FileFault("workbook-other-column", place=place, found=str(cell.value)[:60]))
        for column in columns:
            if column.id not in found:
                params = {"column": column.heading(self.language)}
                self.faults.append(FileFault("workbook-column-gone", place=block.sheet.title, **params))
        return found


def _marks(sheet: Sheet) -> Iterator[tuple[int, int, str]]:
    """The rows of a page with which a block begins, all in one column: the first in which a mark is found."""
    at = 0
    for number in sorted(sheet.rows):
        row = sheet.rows[number]
        for column in (at,) if at else row:
            said = row.get(column)
            if said is not None and isinstance(said.value, str) and said.value.startswith(MARK):
                at = column
                yield number, column, said.value.removeprefix(MARK)
                break
        if not at and number > 20:  # rows of somebody else's
            return


def _number(letters: str) -> int:
    number = 0
    for char in letters:
        number = number * 26 + ord(char) - 64
    return number
