"""Reads the cells of a workbook, and remembers where each stood, so that a fault can be told by page and cell.

A cell that computes its value is refused, because nobody can see here what it was computed from.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from sellkit.errors import SellkitError
from sellkit.interchange.block import Block
from sellkit.interchange.cellsource import Found
from sellkit.interchange.errors import FileFault
from sellkit.interchange.layout import letter
from sellkit.interchange.safe import unsafe
from sellkit.tables.building import Spot
from sellkit.tables.columns import Column
from sellkit.tables.lines import Line
from sellkit.tables.table import Table
from sellkit.training.words import Words

_CURRENCY = re.compile(r"\[\$([^\]-]+)|([€£¥$])")
_LITERAL = re.compile(r'"[^"]*"|\\.')
Cell = tuple[int, int]  # row and column, counted from 1


class Lens:
    """Reads cells as values; `faults` is where faults are noted."""

    def __init__(self, words: Words, faults: list[SellkitError]) -> None:
        self.words, self.language, self.faults = words, words.language, faults
        self.seen: dict[tuple[str, str | int], dict[str, tuple[Block, Cell]]] = {}

    def line(self, table: Table, at: str | int, block: Block, cells: Mapping[str, Cell]) -> Line:
        """The row of a table that stands in these cells of a block. More cells of the same row may be read later."""
        spots = self.seen.setdefault((table.id, at), {})
        spots |= {id: (block, cell) for id, cell in cells.items()}
        found = {}
        for id, (row, column) in cells.items():
            cell = block.sheet.rows.get(row, {}).get(column)
            if cell is not None and (value := self._value(cell, Spot(table, at, table.by_id[id]))) is not None:
                found[id] = value
        return Line(at, found)

    def where(self, spot: Spot) -> str:
        """A place in words: page, cell, and the column's heading."""
        table, column = spot.table, spot.column
        name = column.heading(self.language) if column else ""
        spots = self.seen.get((table.id, spot.at), {})
        block, cell = spots.get(column.id if column else "", (None, (0, 0)))
        if block is None:
            first = next(iter(spots.values()), None)
            if first is None:
                return table.title(self.language)
            block, cell = first[0], ((first[1][0], 0) if spot.at else (0, 0))
        row, at = cell
        place = f"{letter(at - 1) if at else ''}{row}" if row else ""
        key = "tables.place.named-cell" if name and place else "tables.place.bare-cell"
        return self.words.say(key, sheet=block.sheet.title, cell=place, column=name)

    def place(self, block: Block, row: int, at: int) -> str:
        """A cell in words."""
        return self.words.say("tables.place.bare-cell", sheet=block.sheet.title, cell=f"{letter(at - 1)}{row}")

    def _value(self, found: Found, spot: Spot) -> Any:
        """The value of a cell; None, and a fault, if it cannot be taken as it is."""
        if found.formula:
            self.faults.append(FileFault("workbook-formula", place=self.where(spot)))
            return None
        if found.error or isinstance(found.value, time | timedelta):
            self.faults.append(FileFault("workbook-no-value", place=self.where(spot), found=str(found.value)[:40]))
            return None
        value, column = found.value, spot.column
        if isinstance(value, str):
            return unsafe(value)
        if column is not None and column.unit and isinstance(value, int | float) and not isinstance(value, bool):
            return _amount(value, found.shown_as, column)
        if isinstance(value, date | datetime) or column is None or not column.holds.many:
            return value
        return str(value)


def place_in(row: Mapping[int, Found], at: int) -> float | None:
    """The place in its list that a row was given when the workbook was written; below 0 for one that was blank."""
    found = row.get(at)
    known = found is not None and isinstance(found.value, int | float) and not isinstance(found.value, bool)
    return float(found.value) if found is not None and known else None


def _amount(value: float, shown_as: str, column: Column) -> float | str:
    """A number as the reader sees it: of 30 % the 30, and of a currency its sign, as if somebody had typed it."""
    bare = _LITERAL.sub("", shown_as)
    if column.unit == "percent":
        return round(value * 100, 10) if "%" in bare else value
    sign = _CURRENCY.search(shown_as)
    return f"{value:.15g} {(sign[1] or sign[2]).strip()}" if sign else value
