"""Walk the declarations of a class of sheets and collect its tables and their columns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from sellkit.models.base import Judged, Record
from sellkit.models.binder import Binder
from sellkit.models.methods.head import MethodHead
from sellkit.models.methods.sheets import SHEETS, Method
from sellkit.tables.celltype import CellType, alternatives, cell_type
from sellkit.tables.columns import Column, column, evidence
from sellkit.tables.methods import MethodWords
from sellkit.tables.table import NUMBER, SHEET, Table

NO_METHOD = MethodWords(None)


@dataclass(frozen=True)
class _Around:
    """What surrounds a part while the declarations are walked."""

    path: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    keys: tuple[Column, ...] = ()
    words: MethodWords = NO_METHOD
    fields: Mapping[str, MethodWords] = field(default_factory=dict)


def tables_of(
    model: type[Record], method: Method | None = None, methods: Mapping[str, Method] | None = None
) -> tuple[Table, ...]:
    """The tables of a class of sheets.

    method   the one that a sheet of a method follows
    methods  those of a deal's sheets, by id; where a sheet holds sheets of methods, by the name of the field
    """
    fields = {name: MethodWords((methods or {}).get(name)) for name in methods_within(model)}
    found = [*_sheet(model, _Around(words=MethodWords(method), fields=fields))]
    for id, each in (methods or {}).items() if issubclass(model, Binder) else ():
        found += _sheet(SHEETS[type(each)], _Around(("methods", id), words=MethodWords(each)))
    return tuple(found)


def tables_for(record: Record) -> tuple[Table, ...]:
    """The tables of one sheet."""
    method = getattr(record, "method", None)
    within = {name: getattr(record, name) for name in methods_within(type(record))}
    sheets = record.methods if isinstance(record, Binder) else within
    return tables_of(
        type(record),
        method if isinstance(method, MethodHead) else None,  # type: ignore[arg-type]
        {id: sheet.method for id, sheet in sheets.items()},
    )


def methods_within(model: type[Record]) -> tuple[str, ...]:
    """The fields of a sheet that hold one sheet of a method, such as the grid of a book of tiers."""
    return tuple(name for name, info in model.model_fields.items() if info.annotation in SHEETS.values())


def _sheet(model: type[Record], around: _Around) -> Iterator[Table]:
    """The tables of a record that is not a row: its plain fields, then its lists."""
    columns: list[Column] = []
    lists: list[Table] = []
    for name, info in model.model_fields.items():
        inner = _inner_sheet(info.annotation)
        if inner is not None:
            under = _under(around, name)
            lists += _sheet(inner, replace(under, words=around.fields.get(name, under.words)))
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
    elif not _elsewhere(kind, name):
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
        columns.append(_entry_key(model, name, around.words))
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
        options = around.words.options(model, name)
        value = column("value", ("value",), cell_type(row), model, f"{name}.value", options=options, required=True)
        columns.append(value)
        row = Record
    yield Table(
        id, around.path, (*around.keys, *columns), row, around.parents, keyed=keyed, key="key" if keyed else key,
        owner=model, named=around.words.name,
    )  # fmt: skip
    yield from lists


def _entry_key(model: type[Record], name: str, words: MethodWords) -> Column:
    """The column by which the entries of a mapping are known."""
    known = get_args(model.model_fields[name].annotation)[0]
    field = f"{name}.key"
    options = words.options(model, field)
    return column("key", ("key",), cell_type(known), model, field, options=options, key=True, required=True)


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
        return None if issubclass(args[0], Binder) else args[0]  # a deal of an account has tables of its own
    if get_origin(kind) is dict and ((isinstance(args[1], type) and issubclass(args[1], Record)) or _plain(args[1])):
        return args[1]
    return None


def _plain(kind: Any) -> bool:
    """Values of this kind stand in one cell each."""
    return all(get_origin(each) is Literal or each in (str, int, float, date) for each, _ in alternatives(kind, ()))


def _elsewhere(kind: Any, name: str) -> bool:
    """No table of this record: sheets of methods have tables of their own, and so have the deals of an account."""
    if get_origin(kind) is dict:
        return name == "methods"
    args = get_args(kind)
    return get_origin(kind) is tuple and isinstance(args[0], type) and issubclass(args[0], Binder)


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
