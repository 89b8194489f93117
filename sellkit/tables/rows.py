"""A record as rows of plain values, table by table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sellkit.models.base import Record
from sellkit.tables.columns import Column
from sellkit.tables.meanings import Meaning
from sellkit.tables.table import NUMBER, Table

Row = dict[str, Any]
Rows = Mapping[str, Sequence[Row]]


def rows_in(record: Record, tables: Sequence[Table]) -> dict[str, list[Row]]:
    """Every table's rows in order: by column id the value as the record has it."""
    keys = {table.path: table.key for table in tables if not table.single}
    return {table.id: list(_rows(record, table, keys)) for table in tables}


def keys_for(values: Iterable[Any]) -> Iterator[str]:
    """What each row is known by among its like: its id, with a number where the id stands again."""
    seen: dict[str, int] = {}
    for value in values:
        key = str(value)
        seen[key] = seen.get(key, 0) + 1
        yield key if seen[key] == 1 else f"{key}/{seen[key]}"


def _rows(record: Record, table: Table, keys: Mapping[tuple[str, ...], str]) -> Iterator[Row]:
    depth = len(table.parents)
    above = [column for column in table.columns if column.id.startswith("^")]
    own = [column for column in table.columns if not column.id.startswith("^")]
    for found, held in _held(record, table.path, keys):
        row: Row = {column.id: key for column, key in zip(above, found[:depth], strict=True)}
        for column in own:
            row[column.id] = found[-1] if column.key else _value(held, column.path, column)
        yield row


def _held(
    record: Any, path: tuple[str, ...], keys: Mapping[tuple[str, ...], str]
) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Each row at a path with the keys of the rows that lead to it, its own last."""
    found: list[tuple[tuple[Any, ...], Any]] = [((), record)]
    for depth, name in enumerate(path, 1):
        key = keys.get(path[:depth])
        found = [(above + own, inner) for above, held in found for own, inner in _within(held, name, key)]
    return iter(found)


def _within(held: Any, name: str, key: str | None) -> Iterator[tuple[tuple[Any, ...], Any]]:
    value = held[name] if isinstance(held, dict) else getattr(held, name)
    if key is None:
        yield (), value
    elif isinstance(value, dict):
        yield from (((known,), inner) for known, inner in value.items())
    elif key in ("", NUMBER):
        yield from (((number,), row) for number, row in enumerate(value, 1))
    else:
        yield from (
            ((known,), row) for known, row in zip(keys_for(getattr(row, key) for row in value), value, strict=True)
        )


def _value(held: Any, path: tuple[str, ...], column: Column) -> Any:
    if path == ("value",) and isinstance(held, str | int | float | date):  # an entry that is nothing but its value
        return held
    for name in path:
        if isinstance(held, dict):
            held = held.get(name)
        elif isinstance(held, Record):
            held = getattr(held, name)
        else:  # "not known yet", or nothing, where a value would have parts
            return Meaning(held) if held and column.judged else column.default
    return held
