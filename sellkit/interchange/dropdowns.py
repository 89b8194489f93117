"""The drop-downs of a workbook: the levels of each scale, people by name, the rows of another page."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from sellkit.interchange.layout import letter
from sellkit.tables.columns import Column
from sellkit.tables.labels import Names
from sellkit.tables.meanings import word
from sellkit.tables.table import Table
from sellkit.training.words import Words


class Place(NamedTuple):
    """Where a column of a list lies: the page's title, the column's number and its rows, counted from 0."""

    title: str
    column: int
    first: int
    last: int


class DropDowns:
    """What is offered where. `lists` are the columns of the hidden page, each with what a drop-down offers."""

    def __init__(self, words: Words, names: Names, places: Mapping[tuple[str, str], Place], hidden: str) -> None:
        self.words, self.language, self.names = words, words.language, names
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
        return _range(place.title, letter(place.column), place.first + 1, place.last + 1)

    def _list(self, offered: tuple[str, ...]) -> str:
        if offered not in self.lists:
            self.lists[offered] = _range(self.hidden, letter(len(self.lists) + 2), 1, len(offered))
        return self.lists[offered]


def _range(title: str, column: str, first: int, last: int) -> str:
    title = title.replace("'", "''")
    return f"='{title}'!${column}${first}:${column}${last}"
