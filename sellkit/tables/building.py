"""Rows as a record. Everything that is wrong with them is found at once and named by where it stands."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError

from sellkit.models.base import Record
from sellkit.tables.cells import BLANK, Reader
from sellkit.tables.columns import Column
from sellkit.tables.errors import TableError, TablesRefused
from sellkit.tables.labels import Labels, Names, names_of
from sellkit.tables.lines import Line, blank, filled, identity, with_ids
from sellkit.tables.meanings import Meaning
from sellkit.tables.nested import Path, drop, path_in, put, told_of
from sellkit.tables.parsing import LITERAL, Unreadable
from sellkit.tables.table import NUMBER, Table

R = TypeVar("R", bound=Record)
MOST_FAULTS = 200


class Spot(NamedTuple):
    """Where something stands: a table, a row of it, a column; the last two are left out for a whole table or row."""

    table: Table
    at: str | int = ""
    column: Column | None = None


Where = Callable[[Spot], str]


def record_of(
    model: type[R],
    tables: Sequence[Table],
    lines: Mapping[str, Sequence[Line]],
    reader: Reader,
    where: Where,
    *,
    given: Mapping[Path, Any] | None = None,
    people: Labels | None = None,
) -> R:
    """The record that tables hold.

    where   says a place in the reader's language; given: values that no table holds, by path (the method of a sheet)
    people  names by id of people who stand outside of the sheet
    Raises TablesRefused with every fault.
    """
    building = _Building(tables, lines, reader, where, people or {})
    data = building.data()
    for path, value in (given or {}).items():
        put(data, path, value)
    return building.validated(model, data)


class _Building:
    def __init__(
        self, tables: Sequence[Table], lines: Mapping[str, Sequence[Line]], reader: Reader, where: Where, people: Labels
    ) -> None:
        self.tables, self.reader, self.where = tables, reader, where
        self.faults: list[TableError] = []
        self.spots: dict[Path, Spot] = {}
        self.lines = {table.id: with_ids(table, lines.get(table.id, ())) for table in tables}
        plain = {id: [_named(filled(line)) for line in held] for id, held in self.lines.items()}
        self.names: Names = names_of(tables, plain, people)

    def data(self) -> dict[str, Any]:
        """The tables as nested data. What cannot be read is left out and noted."""
        root: dict[str, Any] = {}
        known: dict[str, dict[tuple[str, ...], tuple[Path, Any]]] = {}
        seen: dict[tuple[Path, str, str], int] = {}
        for table in self.tables:
            rows = known.setdefault(table.id, {})
            for number, line in enumerate(self.lines[table.id], 1):
                values = self._values(table, line)
                if not values:
                    continue
                parent = self._parent(table, line, values, known, root)
                if parent is None:
                    continue
                above, base, holder = parent
                path, row = self._place(table, base, holder, values)
                own = str(number if table.key == NUMBER else values.get(table.key, "")) if table.key else ""
                times = seen[base, table.id, own] = seen.get((base, table.id, own), 0) + 1
                rows[(*above, own if times == 1 else f"{own}/{times}")] = (path, row)
                self._fill(table, line, path, row, values)
        return root

    def validated(self, model: type[R], data: dict[str, Any]) -> R:
        """The record. What the record refuses is taken out and noted, until nothing more is found."""
        for _ in range(20):
            try:
                found = model.model_validate(data)
            except ValidationError as error:
                if not self._refused(error, data):
                    break
            else:
                if not self.faults:
                    return found
                break
        raise TablesRefused(_each_once(self.faults)[:MOST_FAULTS])

    # reading

    def _values(self, table: Table, line: Line) -> dict[str, Any]:
        values: dict[str, Any] = {}
        found_any = False
        # Where nothing else is needed, a row is there as soon as it says to whom it belongs.
        bare = all(column.id.startswith("^") or not column.required for column in table.columns)
        for column in table.columns:
            cell = line.cells.get(column.id)
            try:
                value = self.reader.read(cell, column, self.names.of(table, column.refers) if column.refers else {})
            except Unreadable as fault:
                self._note(fault.key, Spot(table, line.at, column), **fault.params)
                found_any = True
                continue
            if value is not BLANK:
                values[column.id] = value
                found_any = found_any or bare or not column.id.startswith("^")
        return values if found_any else {}

    def _parent(
        self, table: Table, line: Line, values: dict[str, Any],
        known: Mapping[str, Mapping[tuple[str, ...], tuple[Path, Any]]], root: dict[str, Any],
    ) -> tuple[tuple[str, ...], Path, Any] | None:  # fmt: skip
        """The keys of the rows above, and the path and data of the row that this one stands in."""
        keys = [column for column in table.columns if column.id.startswith("^")]
        above = tuple(str(values.get(column.id, "")) for column in keys)
        if not table.parents:
            return (), (), root
        found = known.get(table.parents[-1], {}).get(above)
        if found is None:
            column = keys[-1]
            rows = [key for key in known.get(table.parents[-1], {}) if key[:-1] == above[:-1]]
            allowed = ", ".join(key[-1] for key in rows[:20]) or "–"
            key = "table-no-row" if above[-1] else "table-blank"
            self._note(key, Spot(table, line.at, column), found=above[-1], allowed=allowed)
            return None
        return above, found[0], found[1]

    def _place(self, table: Table, base: Path, holder: Any, values: dict[str, Any]) -> tuple[Path, Any]:
        """Make room for a row in the data, and say where."""
        inner = table.path[len(self._path_of(table.parents[-1])) :] if table.parents else table.path
        path = base
        for name in inner[:-1] if not table.single else inner:
            holder = holder.setdefault(name, {})
            path = (*path, name)
        if table.single:
            return path, holder
        name = inner[-1]
        if table.keyed:
            entries, key = holder.setdefault(name, {}), str(values.get("key", ""))
            if table.plain:
                value = values.get("value")
                entries |= {} if value is None else {key: str(value) if isinstance(value, Meaning) else value}
                return (*path, name, key), {}
            return (*path, name, key), entries.setdefault(key, {})
        rows = holder.setdefault(name, [])
        rows.append({})
        return (*path, name, len(rows) - 1), rows[-1]

    def _path_of(self, id: str) -> tuple[str, ...]:
        return next(table.path for table in self.tables if table.id == id)

    def _fill(self, table: Table, line: Line, path: Path, row: dict[str, Any], values: dict[str, Any]) -> None:
        self.spots[path] = Spot(table, line.at)
        for column in table.columns:
            if column.key or column.path[:1] == ("method",):
                continue
            self.spots[(*path, *column.path)] = Spot(table, line.at, column)
            if column.id not in values:
                if column.required and blank(line.cells.get(column.id)):
                    self._note("table-blank", self.spots[(*path, *column.path)])
                continue
            value = values[column.id]
            # "Not known yet" is said of the whole value, not of one of its parts.
            whole = column.in_parts and isinstance(value, Meaning)
            put(row, column.path[:-1] if whole else column.path, str(value) if isinstance(value, Meaning) else value)

    # what the record refuses

    def _refused(self, error: ValidationError, data: dict[str, Any]) -> bool:
        """Note what is wrong and take it out; False if nothing could be taken out."""
        took = False
        for detail in error.errors(include_url=False):
            path = path_in(data, detail["loc"])
            spot, exact = self._spot(path)
            if detail["type"] == "missing":
                spot, exact = self._spot((*path, *detail["loc"][-1:]))
                self._note("table-blank", spot)
                took = drop(data, path) or took
                continue
            key, params = told_of(detail)
            if key == "table-twice" and self._twice(spot):
                continue
            self._note(key, spot, **params)
            took = (drop(data, exact) if exact else False) or took
        return took

    def _spot(self, path: Path) -> tuple[Spot, Path]:
        for end in range(len(path), 0, -1):
            if path[:end] in self.spots:
                return self.spots[path[:end]], path[:end]
        start = next((spot for at, spot in self.spots.items() if at[: len(path)] == path), None)
        return (Spot(start.table) if start else Spot(self.tables[0])), ()

    def _twice(self, spot: Spot) -> bool:
        """Note the rows that are known by one name: in the table at fault, or in those beneath it."""
        found = False
        for table in self.tables:
            keys = () if table.single or table.path[: len(spot.table.path)] != spot.table.path else identity(table)
            seen: dict[tuple[str, ...], str | int] = {}
            for line in self.lines[table.id] if keys else ():
                key = tuple(str(line.cells.get(id)) for id in keys)
                if key in seen and filled(line):
                    here = Spot(table, line.at, table.by_id[keys[-1]])
                    self._note("table-twice", here, found=key[-1], first=str(seen[key]))
                    found = True
                seen.setdefault(key, line.at)
        return found

    def _note(self, key: str, spot: Spot, **params: str | int) -> None:
        self.faults.append(TableError(key, place=self.where(spot), **params))


def _named(row: dict[str, Any]) -> dict[str, Any]:
    """The row with its name as it is meant, so that lists that say it find it."""
    name = row.get("name")
    return {**row, "name": name.removeprefix(LITERAL)} if isinstance(name, str) else row


def _each_once(faults: list[TableError]) -> list[TableError]:
    """Without what is said twice of one place."""
    return list({(fault.key, fault.place): fault for fault in faults}.values())
