"""The sheet, or the deal, in a workbook that came back: nothing is lost, and every fault is named by page and cell.

Pages are found by their mark, not by their title; columns by their id, else by heading in any language. A cell that
computes its value is refused, because nobody can see here what it was computed from. What is not ours (a page of
notes, a column of one's own) is left alone and told.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, Generic, NamedTuple, TypeVar

from sellkit.errors import SellkitError
from sellkit.interchange.cellsource import Found, Sheet, sheets_in
from sellkit.interchange.errors import FileFault, WorkbookRefused
from sellkit.interchange.found import Pages
from sellkit.interchange.kinds import held_in
from sellkit.interchange.layout import COVER, HELD, MARK, OFFERED, VALUE, letter
from sellkit.interchange.safe import unsafe
from sellkit.models.base import Record
from sellkit.models.binder import Binder
from sellkit.models.methods.sheets import Method
from sellkit.tables.building import Spot, record_of
from sellkit.tables.cells import Reader
from sellkit.tables.columns import Column
from sellkit.tables.errors import TablesRefused
from sellkit.tables.framelines import follows_a_method
from sellkit.tables.lines import Line
from sellkit.tables.nested import Path
from sellkit.tables.spec import methods_within, tables_of
from sellkit.tables.table import SHEET, Table
from sellkit.training.methods import method as method_of
from sellkit.training.words import Words

R = TypeVar("R", bound=Record)
_CURRENCY = re.compile(r"\[\$([^\]-]+)|([€£¥$])")
_LITERAL = re.compile(r'"[^"]*"|\\.')


class Read(NamedTuple, Generic[R]):
    """What a workbook held. `notices` say what was left alone: pages and columns that are not ours."""

    record: R
    notices: tuple[FileFault, ...]


def read_workbook(
    model: type[R], raw: bytes, words: Words, *, methods: Mapping[str, Method] | None = None, before: R | None = None
) -> Read[R]:
    """The record in a workbook that `write_workbook` made and people changed.

    methods  by id, in place of those that are installed
    before   the same account as it was: the workbook does not hold its deals, and these are kept
    Raises WorkbookRefused with every fault.
    """
    reading = _Reading(model, sheets_in(raw), words, methods or {})
    read: Read[R] = reading.read()  # type: ignore[assignment]
    if before is None:
        return read if not reading.left_out else Read(read.record, (*read.notices, reading.deals_left_out))
    there, known = str(getattr(read.record, "id", "")), str(getattr(before, "id", ""))
    if there != known:
        raise WorkbookRefused([FileFault("workbook-other-record", found=there, known=known)])
    kept = {name: getattr(before, name) for name in held_in(model)}
    return Read(read.record.changed(**kept), read.notices)


class _Reading:
    def __init__(
        self, model: type[Record], sheets: Sequence[Sheet], words: Words, methods: Mapping[str, Method]
    ) -> None:
        self.model, self.words, self.language, self.methods = model, words, words.language, methods
        self.found = Pages(sheets, words.language)
        self.pages, self.headers, self.faults = self.found.pages, self.found.headers, self.found.faults
        if COVER not in self.pages:
            raise WorkbookRefused([FileFault("workbook-not-ours")])
        self.fields = self._cover()

    def read(self) -> Read[Record]:
        tables, given = self._tables()
        lines = {table.id: self._single(table) if table.single else self._list(table) for table in tables}
        self.found.missing(tables)
        reader = Reader(self.language, self._currency())
        try:
            record = record_of(self.model, tables, lines, reader, self._where, given=given)
        except TablesRefused as refused:
            raise WorkbookRefused([*self.faults, *refused.faults]) from None
        if self.faults:
            raise WorkbookRefused(self.faults)
        return Read(record, tuple(self.found.notices))

    @property
    def left_out(self) -> int:
        """How many deals the cover names."""
        at = self.headers[COVER].columns[MARK]
        return sum(at in row and str(row[at].value) == HELD for row in self.pages[COVER].rows.values())

    @property
    def deals_left_out(self) -> FileFault:
        return FileFault("workbook-no-deals", count=self.left_out)

    def _tables(self) -> tuple[tuple[Table, ...], dict[Path, Any]]:
        """The tables of the sheets, once the methods are known that they follow."""
        given: dict[Path, Any] = {}
        if follows_a_method(self.model):
            method = self._method(SHEET, "")
            given = {("method",): method}
            return tables_of(self.model, method), given
        found: dict[str, Method] = {}
        for name in methods_within(self.model):
            found[name] = self._method(name, "")
            given |= {(name, "method"): found[name], (name, "kind"): found[name].kind}
        if issubclass(self.model, Binder):
            named = dict.fromkeys(id.split("|")[0].split("/")[1] for id in self.fields if id.startswith("methods/"))
            found = {id: self._method(f"methods/{id}", id) for id in named}
            for id, each in found.items():
                given |= {("methods", id, "method"): each, ("methods", id, "kind"): each.kind}
        return tables_of(self.model, methods=found), given

    def _method(self, table: str, id: str) -> Method:
        named = self.fields.get(f"{table}|method", {}).get(VALUE)
        id = str(named.value).strip() if named else id
        try:
            found = self.methods.get(id) or method_of(id)
        except SellkitError as error:
            self.faults.append(error)
            raise WorkbookRefused(self.faults) from None
        version = self.fields.get(f"{table}|method/version", {}).get(VALUE)
        if version is not None and str(version.value) != str(found.version):
            place = found.name.in_(self.language)  # type: ignore[arg-type]
            fault = FileFault("table-other-version", place=place, found=str(version.value)[:20], known=found.version)
            self.faults.append(fault)
        return found

    # cells

    def _cover(self) -> dict[str, dict[str, Found]]:
        """By table and field what the cover says, and by part what it rests on."""
        header, sheet = self.headers[COVER], self.pages[COVER]
        at = header.columns[MARK]
        found: dict[str, dict[str, Found]] = {}
        self.lines_of: dict[str, int] = {}
        for number, row in sheet.rows.items():
            if at in row and "|" in str(row[at].value) and not str(row[at].value).startswith(MARK):
                id = str(row[at].value)
                self.lines_of[id] = number
                found[id] = {
                    part: row[column] for part, column in header.columns.items() if column in row and part != MARK
                }
        return found

    def _single(self, table: Table) -> list[Line]:
        cells: dict[str, Any] = {}
        for column in table.columns:
            field, part = (column.id.rpartition("/")[0], column.path[-1]) if column.evidence else (column.id, VALUE)
            found = self.fields.get(f"{table.id}|{field}", {}).get(part)
            if found is not None:
                value = self._value(found, Spot(table, "", column))
                if value is not None:
                    cells[column.id] = value
        return [Line("", cells)]

    def _list(self, table: Table) -> list[Line]:
        sheet = self.pages.get(table.id)
        if sheet is None:
            return []
        header = self.headers[table.id]
        columns = self.found.columns(table)
        lines = []
        for number in sorted(sheet.rows):
            row = sheet.rows[number]
            if number <= header.row or not any(at in row for at in columns.values()):
                continue
            cells = {
                id: value
                for id, at in columns.items()
                if at in row and (value := self._value(row[at], Spot(table, number, table.by_id[id]))) is not None
            }
            if not self._only_offered(row.get(header.columns[MARK]), cells):
                lines.append(Line(number, cells))
        return lines

    def _only_offered(self, mark: Found | None, cells: Mapping[str, Any]) -> bool:
        """The row only offers something, and nobody has taken it up."""
        offers = {"id", "item", "party", "key"}
        return mark is not None and str(mark.value) == OFFERED and not cells.keys() - offers

    def _value(self, found: Found, spot: Spot) -> Any:
        """The value of a cell; None, and a fault, if it cannot be taken as it is."""
        place = self._where(spot)
        if found.formula:
            self.faults.append(FileFault("workbook-formula", place=place))
            return None
        if found.error or isinstance(found.value, time | timedelta):
            self.faults.append(FileFault("workbook-no-value", place=place, found=str(found.value)[:40]))
            return None
        value, column = found.value, spot.column
        if isinstance(value, str):
            return unsafe(value)
        if column is not None and column.unit and isinstance(value, int | float) and not isinstance(value, bool):
            return self._amount(value, found.shown_as, column)
        if isinstance(value, date | datetime) or column is None or not column.holds.many:
            return value
        return str(value)

    def _amount(self, value: float, shown_as: str, column: Column) -> float | str:
        """A number as the reader sees it: of 30 % the 30, and of a currency its sign, as if somebody had typed it."""
        bare = _LITERAL.sub("", shown_as)
        if column.unit == "percent":
            return round(value * 100, 10) if "%" in bare else value
        sign = _CURRENCY.search(shown_as)
        return f"{value:.15g} {(sign[1] or sign[2]).strip()}" if sign else value

    def _currency(self) -> str:
        found = self.fields.get(f"{SHEET}|currency", {}).get(VALUE)
        return str(found.value) if found else ""

    def _where(self, spot: Spot) -> str:
        """A place in words: page, cell, and the column's heading."""
        table, column = spot.table, spot.column
        name = column.heading(self.language) if column else ""
        if table.single:
            sheet, field = self.pages[COVER], column.id if column else ""
            part = VALUE
            if column is not None and column.evidence:
                field, part = field.rpartition("/")[0], column.path[-1]
            line, at = self.lines_of.get(f"{table.id}|{field}", 0), self.headers[COVER].columns.get(part, 3)
            cell = f"{letter(at - 1)}{line}" if line else ""
        else:
            page = self.pages.get(table.id)
            if page is None:
                return table.title(self.language)
            sheet, header = page, self.headers[table.id]
            cell = f"{letter(header.columns.get(column.id, 1) - 1) if column else ''}{spot.at}"
        key = "tables.place.named-cell" if name and cell else "tables.place.bare-cell"
        return self.words.say(key, sheet=sheet.title, cell=cell, column=name)
