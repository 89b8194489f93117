"""The sheet, or the deal, in a workbook that came back: nothing is lost, and every fault is named by page and cell.

Pages are found by their marks, not by their titles; columns by their id, else by heading in any language. What is not
ours (a page of notes, a column of one's own) is left alone and told.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from sellkit.errors import SellkitError
from sellkit.interchange.block import Block
from sellkit.interchange.cellsource import Found, Sheet, sheets_in
from sellkit.interchange.errors import FileFault, WorkbookRefused
from sellkit.interchange.forms import SORTED, rows_beside
from sellkit.interchange.found import Pages
from sellkit.interchange.kinds import held_in
from sellkit.interchange.layout import BAND, COVER, CROSS, HELD, SHARE
from sellkit.interchange.lens import Lens
from sellkit.interchange.shapes.bands import read_bands
from sellkit.interchange.shapes.crossread import read_cross
from sellkit.interchange.shapes.fields import fields_in, read_fields
from sellkit.interchange.shapes.rows import read_rows
from sellkit.interchange.shapes.share import named_by, read_share
from sellkit.models.base import Record
from sellkit.models.binder import Binder
from sellkit.models.methods.sheets import Method
from sellkit.tables.building import record_of
from sellkit.tables.cells import Reader
from sellkit.tables.errors import TablesRefused
from sellkit.tables.framelines import follows_a_method
from sellkit.tables.lines import Line
from sellkit.tables.nested import Path
from sellkit.tables.spec import methods_within, tables_of
from sellkit.tables.table import SHEET, Table
from sellkit.training.methods import method as method_of
from sellkit.training.words import Words

R = TypeVar("R", bound=Record)


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
        self.blocks, self.faults = self.found.blocks, self.found.faults
        if COVER not in self.blocks:
            raise WorkbookRefused([FileFault("workbook-not-ours")])
        self.lens = Lens(words, self.faults)
        self.forms = [block for block in self.blocks.values() if block.holds_fields]
        self.fields = {
            id: block.sheet.rows[row][at]
            for block in self.forms
            for id, (row, at) in fields_in(block).items()
            if at in block.sheet.rows[row]
        }

    def read(self) -> Read[Record]:
        tables, given = self._tables()
        lines: dict[str, Sequence[Line]] = {}
        for table in tables:
            if table.id not in lines:
                lines |= self._lines(table, tables)
        for form in self.forms:
            if form.id != COVER:
                self.found.others(form)
        self.found.missing({table.id: table.title(self.language) for table in tables})
        reader = Reader(self.language, self._text(f"{SHEET}|currency"))
        try:
            record = record_of(self.model, tables, lines, reader, self.lens.where, given=given)
        except TablesRefused as refused:
            raise WorkbookRefused(_once([*self.faults, *refused.faults])) from None
        if self.faults:
            raise WorkbookRefused(_once(self.faults))
        return Read(record, tuple(self.found.notices))

    @property
    def left_out(self) -> int:
        """How many deals the cover names."""
        cover = self.blocks[COVER]
        return sum(cover.mark(row) == HELD for _, row in cover.all_rows)

    @property
    def deals_left_out(self) -> FileFault:
        return FileFault("workbook-no-deals", count=self.left_out)

    # what the sheets are

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
        id = self._text(f"{table}|method") or id
        try:
            found = self.methods.get(id) or method_of(id)
        except SellkitError as error:
            self.faults.append(error)
            raise WorkbookRefused(self.faults) from None
        version = self._text(f"{table}|method/version")
        if version and version != str(found.version):
            place = found.name.in_(self.language)  # type: ignore[arg-type]
            self.faults.append(FileFault("table-other-version", place=place, found=version[:20], known=found.version))
        return found

    def _text(self, field: str) -> str:
        found: Found | None = self.fields.get(field)
        return "" if found is None else str(found.value).strip()

    # what stands in them

    def _lines(self, table: Table, tables: Sequence[Table]) -> dict[str, Sequence[Line]]:
        """The rows of a table, and of the list at its side if it has one."""
        if table.single:
            return {table.id: read_fields(self.forms, table, self.lens)}
        if cross := self.blocks.get(f"{table.id}{CROSS}"):
            beside = rows_beside(table, tables)
            found = read_cross(cross, table, beside, self.lens)
            return {table.id: found.marks, **({beside.id: found.rows} if beside else {})}
        bands = [block for id, block in self.blocks.items() if id.startswith(f"{table.id}{BAND}")]
        if bands:
            for band in bands:
                self.found.others(band)
            return {table.id: read_bands(bands, table, SORTED[table.model.__name__], self.lens)}
        block = self.blocks.get(table.id)
        return {table.id: self._list(block, table) if block else []}

    def _list(self, block: Block, table: Table) -> Sequence[Line]:
        """A list, with what a second page says of its rows."""
        share = self.blocks.get(f"{table.id}{SHARE}")
        elsewhere = [id for id in share.ids if id in table.by_id and id != "id"] if share else []
        own = self.found.columns(block, [each for each in table.columns if each.id not in elsewhere])
        lines = read_rows(block, own, table, self.lens)
        if share is None:
            return lines
        columns = self.found.columns(share, [named_by(table), *(table.by_id[id] for id in elsewhere)])
        return read_share(share, columns, table, lines, self.lens)


def _once(faults: Sequence[SellkitError]) -> list[SellkitError]:
    """Without what is said twice of one place, as of what stands above many marks."""
    return list({(fault.key, str(fault.params)): fault for fault in faults}.values())
