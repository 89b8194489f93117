"""Rows as they were found, before they are read: where they stand, what they are known by, what they still lack."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sellkit.tables.table import Table


class Line(NamedTuple):
    """One row: where (its number or label), and its cells by column id."""

    at: str | int
    cells: Mapping[str, Any]


def with_ids(table: Table, lines: Sequence[Line]) -> Sequence[Line]:
    """Rows that nobody gave an id get one, so that a new line needs no more than a name."""
    column = table.by_id.get("id")
    if column is None or not column.required or column.options is not None or table.single or column.refers:
        return lines
    taken = {str(line.cells.get("id")).strip() for line in lines}
    found = []
    for number, line in enumerate(lines, 1):
        cells = line.cells
        if blank(cells.get("id")) and any(not blank(cell) for id, cell in cells.items() if not id.startswith("^")):
            id = _new_id(table, cells, number, taken)
            taken.add(id)
            cells = {**cells, "id": id}
        found.append(Line(line.at, cells))
    return found


def identity(table: Table) -> tuple[str, ...]:
    """The columns by which a record tells rows of a list apart."""
    above = tuple(column.id for column in table.columns if column.id.startswith("^"))
    own = tuple(column.id for column in table.columns if column.id in table.model.KEYS)
    dated = ("on",) if own == ("id",) and "on" in table.by_id and "x" in table.by_id else ()
    return (*above, *dated, *own) if own else ()


def blank(cell: Any) -> bool:
    """Nothing stands there."""
    return cell is None or cell != cell or (isinstance(cell, str) and not cell.strip())


def filled(line: Line) -> dict[str, Any]:
    """The cells in which something stands."""
    return {id: cell for id, cell in line.cells.items() if not blank(cell)}


def _new_id(table: Table, cells: Mapping[str, Any], number: int, taken: set[str]) -> str:
    """An id from the name where that is written in letters a–z, else from the list's name and the row's number."""
    name = "-".join(str(cells.get("name") or "").lower().split())
    plain = "".join(char for char in name if char.isascii() and (char.isalnum() or char == "-")).strip("-")[:40]
    start = plain if plain and plain == name else f"{table.path[-1].replace('_', '-').removesuffix('s')}-{number}"
    return next(each for each in _numbered(start) if each not in taken)


def _numbered(start: str) -> Iterator[str]:
    yield start
    number = 2
    while True:
        yield f"{start}-{number}"
        number += 1
