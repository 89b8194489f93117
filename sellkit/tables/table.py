"""Which tables a sheet has: one of its plain fields, one for each list; a nested list carries its parents' keys."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sellkit.models.base import Record
from sellkit.models.text import Text
from sellkit.tables.columns import Column, heading
from sellkit.training.words import catalogue

SHEET = "sheet"
NUMBER = "#"


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

    @property
    def plain(self) -> bool:
        """Its rows are entries of a mapping that have one plain value each, and no fields."""
        return self.keyed and self.model is Record

    @cached_property
    def by_id(self) -> Mapping[str, Column]:
        """The columns by id."""
        return {column.id: column for column in self.columns}

    def title(self, language: str) -> str:
        """The table's name in one language: of plain fields the sheet's name, of a list the field's."""
        if special := catalogue(language).get(f"tables.title.{self.id}"):
            return special
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
