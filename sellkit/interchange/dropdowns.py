"""The drop-downs of a workbook: the levels of each scale, people by name, the rows of another page."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sellkit.interchange.layout import FIRST, SPARE, letter
from sellkit.tables.columns import Column
from sellkit.tables.labels import Names
from sellkit.tables.meanings import word
from sellkit.tables.rows import Row
from sellkit.tables.table import Table
from sellkit.training.words import Words


class Place(NamedTuple):
    """Where a column of a page lies: the page's title and the column's number, counted from 0."""

    title: str
    column: int


class DropDowns:
    """What is offered where. `lists` are the columns of the hidden page, each with what a drop-down offers."""

    def __init__(
        self, words: Words, names: Names, rows: Mapping[str, Sequence[Row]],
        places: Mapping[tuple[str, str], Place], hidden: str,
    ) -> None:  # fmt: skip
        self.words, self.language, self.names, self.rows = words, words.language, names, rows
        self.places, self.hidden = places, hidden
        self.lists: dict[tuple[str, ...], str] = {}

    def offer(self, sheet: Any, first: int, last: int, at: int, column: Column, table: Table) -> None:
        """The drop-down of a column: its levels, or the people and rows that it can name."""
        if column.holds.many:
            return
        source = self._choices(column, table)
        if source:
            strict = column.options is not None and not column.evidence
            sheet.data_validation(
                first, at, last, at,
                {
                    "validate": "list",
                    "source": source,
                    "error_type": "stop" if strict else "information",
                    "error_title": self.words.say("tables.choose")[:32],
                    "error_message": self.words.say("tables.choose-why")[:255],
                },
            )  # fmt: skip

    def _choices(self, column: Column, table: Table) -> str:
        known = [word("unknown", self.language)] if "unknown" in column.holds.specials else []
        beside = [word(each, self.language) for each in column.beside]
        if column.options is not None:
            return self._list((*column.options.labels(self.language), *known))
        if column.refers and (beside or known):
            return self._list((*beside, *self.names.of(table, column.refers).values(), *known))
        target = self.names.target(table, column.refers) if column.refers else None
        if target is None:
            return ""
        place = self.places.get((target.id, "name" if "name" in target.by_id else "id"))
        if place is None:
            return ""
        last = FIRST + len(self.rows[target.id]) + SPARE
        return _range(place.title, letter(place.column), FIRST + 1, last)

    def _list(self, offered: tuple[str, ...]) -> str:
        if offered not in self.lists:
            self.lists[offered] = _range(self.hidden, letter(len(self.lists) + 1), 1, len(offered))
        return self.lists[offered]


def _range(title: str, column: str, first: int, last: int) -> str:
    title = title.replace("'", "''")
    return f"='{title}'!${column}${first}:${column}${last}"
