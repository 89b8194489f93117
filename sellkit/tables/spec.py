"""Which tables a sheet has: one of its plain fields, one for each list; a nested list carries its parents' keys."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from sellkit.models.base import Judged, Record
from sellkit.models.binder import Binder
from sellkit.models.methods.head import MethodHead
from sellkit.models.methods.sheets import SHEETS, Method
from sellkit.models.text import Text
from sellkit.tables.celltype import CellType, cell_type
from sellkit.tables.columns import Column, column, evidence, heading
from sellkit.tables.methods import MethodWords
from sellkit.training.words import catalogue

SHEET = "sheet"
NUMBER = "#"
NO_METHOD = MethodWords(None)


@dataclass(frozen=True)
class Table:
    """One table of a sheet.

    id       `sheet` for the plain fields, else the path of the list: `people`, `versions/factors/standings`
    path     the fields that lead to it from the record
    parents  ids of the tables whose rows its rows stand under, outermost first; their keys lead the columns
    single   it has exactly one row: plain fields
    keyed    its rows are the entries of a mapping, known by the column `key`
    key      the column by which other tables name its rows
    """

    id: str
    path: tuple[str, ...]
    columns: tuple[Column, ...]
    model: type[Record]
    parents: tuple[str, ...] = ()
    single: bool = False
    keyed: bool = False
    key: str = ""
    owner: type[Record] = Record
    named: Text | None = None

    @cached_property
    def by_id(self) -> Mapping[str, Column]:
        """The columns by id."""
        return {column.id: column for column in self.columns}

    def title(self, language: str) -> str:
        """The table's name in one language: of plain fields the sheet's name, of a list the field's."""
        own = sheet_name(self.model, language) if self.single else heading(self.owner, self.path[-1], language)
        if self.named is None:
            return own
        method = self.named.in_(language)  # type: ignore[arg-type]
        return method if self.single else f"{method} · {own}"


def sheet_name(model: type[Record], language: str) -> str:
    """How a class of sheets is called in one language."""
    messages = catalogue(language)
    found = (messages.get(f"tables.sheet.{kind.__name__}") for kind in model.__mro__)
    return next(filter(None, found), model.__name__)


@dataclass(frozen=True)
class _Around:
    """What surrounds a part while the declarations are walked."""

    path: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    keys: tuple[Column, ...] = ()
    words: MethodWords = NO_METHOD


def tables_of(
    model: type[Record], method: Method | None = None, methods: Mapping[str, Method] | None = None
) -> tuple[Table, ...]:
    """The tables of a class of sheets.

    method   the one that a sheet of a method follows; methods: those of a deal's sheets, by id
    """
    found = [*_sheet(model, _Around(words=MethodWords(method)))]
    for id, each in (methods or {}).items() if issubclass(model, Binder) else ():
        found += _sheet(SHEETS[type(each)], _Around(("methods", id), words=MethodWords(each)))
    return tuple(found)


def tables_for(record: Record) -> tuple[Table, ...]:
    """The tables of one sheet."""
    method = getattr(record, "method", None)
    sheets = record.methods if isinstance(record, Binder) else {}
    return tables_of(
        type(record),
        method if isinstance(method, MethodHead) else None,  # type: ignore[arg-type]
        {id: sheet.method for id, sheet in sheets.items()},
    )


def _sheet(model: type[Record], around: _Around) -> Iterator[Table]:
    """The tables of a record that is not a row: its plain fields, then its lists."""
    columns: list[Column] = []
    lists: list[Table] = []
    for name, info in model.model_fields.items():
        inner = _inner_sheet(info.annotation)
        if inner is not None:
            lists += _sheet(inner, _under(around, name))
        else:
            _collect(model, name, info, (), around, columns, lists)
    if columns:
        id = "/".join(around.path) or SHEET
        yield Table(
            id, around.path, (*around.keys, *columns), model, around.parents, single=True, named=around.words.name
        )
    yield from lists


def _collect(
    model: type[Record], name: str, info: FieldInfo, path: tuple[str, ...], around: _Around,
    columns: list[Column], lists: list[Table],
) -> None:  # fmt: skip
    """The columns of one field, or the tables of the list that it is."""
    kind, here = info.annotation, (*path, name)
    row, cells = _row_of(kind), around.words.cells(model, name)
    if cells is not None:
        for cell in cells:
            columns += _method_cell(cell, here, model)
    elif row is not None:
        lists += _list(model, name, row, _under(around, *here), keyed=get_origin(kind) is dict)
    elif isinstance(kind, type) and issubclass(kind, MethodHead):
        columns += _method_columns(model)
    elif name == "kind" and _constant(info):
        pass  # it only tells the shapes of sheets apart
    elif isinstance(kind, type) and issubclass(kind, Judged):
        columns += _judged(kind, here, model, name, around.words)
    elif isinstance(kind, type) and issubclass(kind, Record):
        for inner, field in kind.model_fields.items():
            _collect(kind, inner, field, here, around, columns, lists)
    elif get_origin(kind) is not dict or name != "methods":
        columns.append(
            column(
                "/".join(here), here, cell_type(kind, info.metadata), model, name,
                options=around.words.options(model, name), named=around.words.heading(model, name),
                required=info.is_required(), default=_default(info),
            )
        )  # fmt: skip


def _list(model: type[Record], name: str, row: Any, around: _Around, keyed: bool) -> Iterator[Table]:
    id = "/".join(around.path)
    columns: list[Column] = []
    lists: list[Table] = []
    if keyed:
        columns.append(
            Column(
                "key",
                ("key",),
                CellType("id"),
                model,
                f"{name}.key",
                options=around.words.options(model, f"{name}.key"),
                key=True,
                required=True,
            )
        )
    own, key = _Around(around.path, (*around.parents, id), around.keys, around.words), ""
    if isinstance(row, type) and issubclass(row, Judged):
        columns += _judged(row, (), model, name, around.words)
    elif isinstance(row, type) and issubclass(row, Record):
        key = _row_key(row)
        if any(_row_of(info.annotation) is not None for info in row.model_fields.values()):
            key = key or NUMBER
            if key == NUMBER:
                columns.append(Column(NUMBER, (), CellType("whole"), Record, NUMBER, key=True))
            parent = _parent_key(row, key, id, model, name)
            own = _Around(own.path, own.parents, (*own.keys, parent), own.words)
        for inner, info in row.model_fields.items():
            _collect(row, inner, info, (), own, columns, lists)
    else:
        columns.append(column("value", ("value",), cell_type(row), model, name))
        row = Record
    yield Table(
        id, around.path, (*around.keys, *columns), row, around.parents, keyed=keyed, key="key" if keyed else key,
        owner=model, named=around.words.name,
    )  # fmt: skip
    yield from lists


def _judged(
    kind: type[Judged[Any]], path: tuple[str, ...], owner: type[Record], name: str, words: MethodWords
) -> Iterator[Column]:
    value = kind.model_fields["value"]
    held = cell_type(value.annotation, value.metadata)
    id = "/".join(path)
    named = words.heading(owner, name)
    if held.kind == "record" and held.record is not None:
        # The words first: they are what a reader looks for, and what carries "not known yet".
        for part, info in sorted(held.record.model_fields.items(), key=lambda part: part[0] != "text"):
            of, here = cell_type(info.annotation, info.metadata), (*path, "value", part)
            if part == "text":
                yield Column(id, here, replace(of, specials=held.specials), owner, name, judged=True, default="")
            else:
                yield Column(f"{id}/{part}", here, of, held.record, part, default=_default(info))
    else:
        mark = column(
            id or "value",
            (*path, "value"),
            held,
            owner,
            name,
            options=words.options(owner, name),
            judged=True,
            named=named,
        )
        yield mark if id else replace(mark, field=f"{name}.value")
    yield from evidence(id or "value", path, owner, name if id else f"{name}.value", named)


def _method_columns(model: type[Record]) -> tuple[Column, ...]:
    return (
        Column("method", ("method", "id"), CellType("id"), model, "method", required=True),
        Column("method/version", ("method", "version"), CellType("whole"), model, "version"),
    )


def _method_cell(cell: Any, path: tuple[str, ...], model: type[Record]) -> Iterator[Column]:
    id, here = "/".join((*path, cell.id)), (*path, cell.id)
    if not cell.judged:
        yield column(id, here, cell.holds, model, cell.id, options=cell.options, named=cell.name)
        return
    yield column(id, (*here, "value"), cell.holds, model, cell.id, options=cell.options, named=cell.name, judged=True)
    yield from evidence(id, here, model, cell.id, cell.name)


def _parent_key(row: type[Record], key: str, id: str, model: type[Record], name: str) -> Column:
    """The column by which a row says under which row of another table it stands."""
    here = f"^{name}"
    if key == NUMBER:
        return Column(here, (), CellType("whole"), model, here, key=True, required=True)
    own = column(here, (), cell_type(row.model_fields[key].annotation), row, key)
    people = own.refers == "people" or "reports_to" in row.model_fields
    refers = "people" if people else "" if own.options else id
    return Column(here, (), CellType("text"), model, here, options=own.options, refers=refers, key=True, required=True)


def _row_key(row: type[Record]) -> str:
    fields = row.model_fields
    return next((name for name in ("id", "person") if name in fields and fields[name].is_required()), "")


def _under(around: _Around, *names: str) -> _Around:
    return _Around((*around.path, *names), around.parents, around.keys, around.words)


def _row_of(kind: Any) -> Any:
    """What the rows of a list are; None for whatever is no list of rows."""
    args = get_args(kind)
    if get_origin(kind) is tuple and isinstance(args[0], type) and issubclass(args[0], Record):
        return args[0]
    if get_origin(kind) is dict and isinstance(args[1], type) and issubclass(args[1], (Record, str, int, float, date)):
        return args[1]
    return None


def _inner_sheet(kind: Any) -> type[Record] | None:
    """A record with lists of its own gets tables of its own; None for whatever stands in a column or two."""
    if not (isinstance(kind, type) and issubclass(kind, Record)) or issubclass(kind, Judged) or not kind.ANSWERS:
        return None
    return kind if any(_row_of(info.annotation) is not None for info in kind.model_fields.values()) else None


def _constant(info: FieldInfo) -> bool:
    args = get_args(info.annotation)
    return len(args) == 1 and args[0] == info.default


def _default(info: FieldInfo) -> Any:
    default = info.get_default(call_default_factory=True)
    return None if default is PydanticUndefined else default
