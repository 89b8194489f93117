"""A table with typed columns: rows of texts, dates, people, marks and money, for whatever is a list in the method."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, TypeAdapter, model_validator
from pydantic_core import PydanticCustomError

from sellkit.models.base import Id, Judged, Money, Record, each_once, no_such
from sellkit.models.methods.head import Levels, MethodHead
from sellkit.models.text import Text

ColumnKind = Literal["text", "date", "number", "money", "yes-no", "level", "person", "people"]
MOST_TOLD = 60  # signs of a value that are shown when it does not fit
_PYTHON: dict[ColumnKind, Any] = {
    "text": str,
    "date": date,
    "number": Annotated[float, Field(allow_inf_nan=False)],
    "money": Money,
    "yes-no": bool,
    "level": str,
    "person": Id,
    "people": tuple[Id, ...],
}


class Column(Record):
    """One column: what stands in it, the levels to choose from, whether every row needs it, whether it is a judgement
    that carries evidence."""

    id: Id
    name: Text
    says: Text | None = None
    kind: ColumnKind = "text"
    levels: Levels | None = None
    required: bool = False
    judged: bool = False

    @model_validator(mode="after")
    def _levels_where_they_are_chosen(self) -> Self:
        if (self.kind == "level") != (self.levels is not None):
            raise PydanticCustomError(
                "content-levels-kind", "levels belong to columns of the kind 'level', and to no other"
            )
        return self


class Table(MethodHead):
    """Typed columns. Raises ValueError for a column that stands twice."""

    kind: Literal["table"] = "table"
    columns: Annotated[tuple[Column, ...], Field(min_length=1, max_length=40)]

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        each_once("column", [column.id for column in self.columns])
        return self


class Row(Record):
    """One line of a table: by column id a plain value, or a `Judged` where the column is one. Blanks are left out."""

    PLACES: ClassVar[Mapping[str, str]] = {"cells": ""}

    id: Id
    cells: dict[Id, Any] = Field(default_factory=dict)


class TableSheet(Record):
    """A table filled in. Every cell is read as its column's kind.

    Raises ValueError naming row and column for a column that the method lacks and for a value of another kind.
    """

    kind: Literal["table"] = "table"
    method: Table
    rows: tuple[Row, ...] = ()
    as_of: date | None = None

    @model_validator(mode="before")
    @classmethod
    def _typed(cls, data: Any) -> Any:
        if not isinstance(data, dict) or not data.get("rows"):
            return data
        method = data.get("method")
        table = method if isinstance(method, Table) else Table.model_validate(method)
        readers = {column.id: _reader(column) for column in table.columns}
        rows = [row if isinstance(row, Row) else Row.model_validate(row) for row in data["rows"]]
        return data | {"method": table, "rows": [_read(row, readers, table.id) for row in rows]}

    @model_validator(mode="after")
    def _each_row_once(self) -> Self:
        each_once("row", [row.id for row in self.rows])
        return self

    def blank(self) -> tuple[tuple[str, str], ...]:
        """Cells that every row needs and that are not there, as (row, column)."""
        needed = [column.id for column in self.method.columns if column.required]
        return tuple((row.id, column) for row in self.rows for column in needed if _empty(row.cells.get(column)))

    def people(self) -> tuple[tuple[str, str, str], ...]:
        """Everybody who is named, as (row, column, person)."""
        kinds = {column.id: column.kind for column in self.method.columns}
        found = []
        for row in self.rows:
            for column, cell in row.cells.items():
                value = cell.given if isinstance(cell, Judged) else cell
                if kinds[column] in ("person", "people") and value:
                    found += [(row.id, column, id) for id in ((value,) if isinstance(value, str) else value)]
        return tuple(found)


def _reader(column: Column) -> Callable[[Any], Any]:
    kind: Any = _PYTHON[column.kind]
    if column.levels is not None:
        kind = Literal[tuple(level.id for level in column.levels)]
    return TypeAdapter(Judged[kind] if column.judged else kind).validate_python


def _read(row: Row, readers: dict[str, Callable[[Any], Any]], table: str) -> Row:
    cells = {}
    for column, value in row.cells.items():
        if column not in readers:
            raise no_such(f"column {column!r} in {table}", readers)
        try:
            cells[column] = readers[column](value)
        except ValueError as fault:
            told = {"row": row.id, "column": column, "found": repr(value)[:MOST_TOLD], "expected": f"{row.id}/{column}"}
            raise PydanticCustomError(
                "content-unfit-cell", "row '{row}', column '{column}': {found} does not fit here", told
            ) from fault
    return Row(id=row.id, cells=cells)


def _empty(cell: Any) -> bool:
    value = cell.value if isinstance(cell, Judged) else cell
    return value in (None, ()) or (isinstance(value, str) and not value.strip())
