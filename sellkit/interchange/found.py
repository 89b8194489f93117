"""Which page of a workbook is which, and where its columns lie, whatever was renamed, moved or put in between."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sellkit.errors import SellkitError
from sellkit.interchange.cellsource import Sheet
from sellkit.interchange.errors import FileFault
from sellkit.interchange.layout import ABOUT, COVER, LISTS, MARK, letter
from sellkit.models.text import LANGUAGES
from sellkit.tables.options import fold
from sellkit.tables.table import Table


class Header(NamedTuple):
    """Where a page has its columns: the row of the headings, and the column of each id."""

    row: int
    columns: Mapping[str, int]


class Pages:
    """Our pages of a workbook by the id of their table; `notices` are about what is not ours."""

    def __init__(self, sheets: Sequence[Sheet], language: str) -> None:
        self.language = language
        self.faults: list[SellkitError] = []
        self.notices: list[FileFault] = []
        self.pages: dict[str, Sheet] = {}
        self.headers: dict[str, Header] = {}
        for sheet in sheets:
            self._sort(sheet)

    def _sort(self, sheet: Sheet) -> None:
        mark = next(
            (
                (number, column, str(found.value))
                for number, row in list(sheet.rows.items())[:20]
                for column, found in row.items()
                if str(found.value).startswith(MARK)
            ),
            None,
        )
        if mark is None:
            if any(sheet.rows.values()):
                self.notices.append(FileFault("workbook-other-page", place=sheet.title))
            return
        number, column, said = mark
        id = said.removeprefix(MARK)
        if id in self.pages:
            self.faults.append(FileFault("workbook-page-twice", place=sheet.title, first=self.pages[id].title))
            return
        self.pages[id] = sheet
        ids = {str(found.value): at for at, found in sheet.rows[number].items() if at != column}
        head = next((row for row in sorted(sheet.rows) if row > number + 1), number + 1)
        self.headers[id] = Header(head, {**ids, MARK: column})
        if id not in (COVER, LISTS):
            self._merged(sheet, head)

    def _merged(self, sheet: Sheet, head: int) -> None:
        for found in sheet.merged:
            if int(re.sub(r"\D", "", found.split(":")[1])) > head:
                self.faults.append(FileFault("workbook-merged", place=f"{sheet.title} {found}"))

    def missing(self, tables: Sequence[Table]) -> None:
        """Pages that were there when the workbook was written, and are gone."""
        lists = self.pages.get(LISTS)
        had = [str(row[1].value) for number, row in lists.rows.items() if number > 1 and 1 in row] if lists else []
        known = {table.id: table for table in tables}
        for id in had:
            if id not in self.pages and id in known:
                self.faults.append(FileFault("workbook-page-gone", place=known[id].title(self.language)))

    def columns(self, table: Table) -> dict[str, int]:
        """Where each column of a table's page lies: by its id in the hidden row, else by its heading."""
        sheet, header = self.pages[table.id], self.headers[table.id]
        found = {id: at for id, at in header.columns.items() if id in table.by_id}
        taken = {*found.values(), header.columns[MARK], header.columns.get(ABOUT, 0)}
        by_name = {fold(column.heading(language)): column.id for column in table.columns for language in LANGUAGES}
        for at, cell in sheet.rows.get(header.row, {}).items():
            id = by_name.get(fold(str(cell.value)))
            if at in taken:
                continue
            if id is not None and id not in found:
                found[id] = at
            else:
                place = f"{sheet.title} {letter(at - 1)}{header.row}"
                self.notices.append(FileFault("workbook-other-column", place=place, found=str(cell.value)[:60]))
        for column in table.columns:
            if column.id not in found:
                params = {"column": column.heading(self.language)}
                self.faults.append(FileFault("workbook-column-gone", place=sheet.title, **params))
        return found
