"""Reads a table with parties and days across: what stands above a column and beside a row says whose mark it is."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sellkit.interchange.block import Block, Cells
from sellkit.interchange.errors import FileFault
from sellkit.interchange.layout import ABOUT, ORDER, letter
from sellkit.interchange.lens import Cell, Lens, place_in
from sellkit.tables.lines import Line, with_ids
from sellkit.tables.options import fold
from sellkit.tables.parsing import LITERAL, as_text
from sellkit.tables.table import Table


class _Party(NamedTuple):
    """A column of marks: where its parts lie, the mark itself first, where its place is kept, what stands above it."""

    inner: Mapping[str, int]
    mark: int
    order: int
    above: Mapping[str, Cell]
    named: bool


class Sides(NamedTuple):
    """What a cross holds: its marks, and the rows at its side where these are a list of their own."""

    marks: list[Line]
    rows: list[Line]


def read_cross(block: Block, table: Table, rows: Table | None, lens: Lens) -> Sides:
    """The marks of a table, and the list at its side."""
    left = rows or table
    at = {id: column for id, column in block.ids.items() if id in left.by_id}
    for column in left.columns:
        inner = not rows and any(id.startswith(f"{column.id}@") for id in block.ids)
        if column.id not in at and column.id not in block.across and not inner:
            _gone(block, column.heading(lens.language), lens)
    parties = list(_parties(block, table, lens))
    numbered = list(block.rows)
    side = [lens.line(left, number, block, {id: (number, to) for id, to in at.items()}) for number, _ in numbered]
    side = list(with_ids(left, side)) if rows else side
    found: list[tuple[float, Line]] = []
    for (number, row), line in zip(numbered, side, strict=True):
        key = {id: (number, to) for id, to in at.items() if id in table.by_id}
        if rows:
            key |= {_parent(table): (number, at.get(rows.key, block.at))}
        for party in parties:
            if (mark := _mark(block, table, row, number, key, party, lens)) is None:
                continue
            place, made = mark
            if rows and rows.key in line.cells:  # also where the row has only now been given an id
                made = Line(made.at, {**made.cells, _parent(table): f"{LITERAL}{as_text(line.cells[rows.key])}"})
            found.append((place, made))
    _stray(block, parties, lens)
    marks = [line for _, line in sorted(found, key=lambda each: each[0])]
    return Sides(marks, [line for line in side if line.cells] if rows else [])


def _parties(block: Block, table: Table, lens: Lens) -> Iterator[_Party]:
    """The columns of marks, each pair of party and day once."""
    first: dict[tuple[str, ...], int] = {}
    for inner, order in _columns(block, table, lens):
        mark = next(iter(inner.values()))
        above = {id: (row, mark) for id, row in block.across.items()}
        said = tuple(_said(block, cell) for cell in above.values())
        if said[:1] != ("",) and said in first:
            place = lens.place(block, min(row for row, _ in above.values()), mark)
            lens.faults.append(FileFault("workbook-party-twice", place=place, first=letter(first[said] - 1)))
            continue
        first.setdefault(said, mark)
        yield _Party(inner, mark, order, above, bool(said and said[0]))


def _columns(block: Block, table: Table, lens: Lens) -> Iterator[tuple[Mapping[str, int], int]]:
    """Where the parts of each column of marks lie, the mark first, and where its places are kept. A column that
    somebody put in, with a party or a day above it, holds marks and nothing else."""
    by_number: dict[str, dict[str, int]] = {}
    for id, at in block.ids.items():
        name, _, number = id.partition("@")
        if number and name in table.by_id:
            by_number.setdefault(number, {})[name] = at
    names = [column.id for column in table.columns if any(column.id in each for each in by_number.values())]
    for number, inner in by_number.items():
        for id in names:
            if id not in inner:
                _gone(block, table.by_id[id].heading(lens.language), lens)
        if names[0] in inner:
            yield {id: inner[id] for id in names if id in inner}, block.ids.get(f"{ORDER}@{number}", 0)
    ours = {block.at, *block.ids.values()}
    above = [block.sheet.rows.get(row, {}) for row in block.across.values()]
    for at in sorted({at for row in above for at in row} - ours) if names else ():
        yield {names[0]: at}, 0


def _mark(
    block: Block, table: Table, row: Cells, number: int, key: Mapping[str, Cell], party: _Party, lens: Lens
) -> tuple[float, Line] | None:
    """One mark and its place in the list; None if nothing stands there. A place below 0 is that of a mark that was
    there and blank."""
    place = place_in(row, party.order)
    if not any(at in row for at in party.inner.values()) and (place is None or place > 0):
        return None
    if not party.named:
        above = min((row for row, _ in party.above.values()), default=block.row)
        lens.faults.append(FileFault("workbook-no-party", place=lens.place(block, above, party.mark)))
        return None
    inner = {id: (number, at) for id, at in party.inner.items()}
    line = lens.line(table, f"{letter(party.mark - 1)}{number}", block, {**key, **party.above, **inner})
    return (abs(place) if place is not None else float("inf")), line


def _stray(block: Block, parties: list[_Party], lens: Lens) -> None:
    """Marks in rows that only explain."""
    for number, row in block.all_rows:
        if number > block.head and block.mark(row) == ABOUT:
            for at in (party.mark for party in parties if party.mark in row):
                lens.faults.append(FileFault("workbook-nothing-asked", place=lens.place(block, number, at)))


def _parent(table: Table) -> str:
    """The column by which a mark says to which row it belongs."""
    return [column.id for column in table.columns if column.id.startswith("^")][-1]


def _said(block: Block, cell: Cell) -> str:
    found = block.sheet.rows.get(cell[0], {}).get(cell[1])
    return "" if found is None else fold(str(found.value))


def _gone(block: Block, column: str, lens: Lens) -> None:
    lens.faults.append(FileFault("workbook-column-gone", place=block.sheet.title, column=column))
