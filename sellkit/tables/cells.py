"""One value as a reader sees it, and what somebody typed as a value. Whatever is shown is read back as it was.

A text that would be taken for something else ("not known yet", a person's name) is led by a backslash.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sellkit.models.text import HABITS
from sellkit.tables.columns import Column
from sellkit.tables.labels import Labels
from sellkit.tables.meanings import EMPTY, Meaning, meaning, word
from sellkit.tables.options import Options, fold
from sellkit.tables.parsing import (
    ID,
    LITERAL,
    PASSAGE,
    Unreadable,
    as_text,
    escaped,
    plain_cell,
    read_date,
    read_id,
    read_number,
    read_whole,
    short,
    unescaped,
)

Cell = str | int | float | bool | date | tuple[Any, ...] | None
BLANK: Any = object()
_LISTED = re.compile(r"[,，、;；\n]")


@dataclass(frozen=True)
class Reader:
    """Shows values and reads them, for one language; without one, as ids and plain values.

    currency  of the deal: an amount in another one is refused
    """

    language: str | None = None
    currency: str = ""

    def show(self, value: Any, column: Column, labels: Labels) -> Cell:
        """A value as a cell. None is a blank."""
        shown = self._shown(value, column, labels)
        if shown is None or not isinstance(value, str | tuple | frozenset) or self._same(value, shown, column, labels):
            return shown
        # A name or a text that means something else to us: the value itself, and told that it is.
        items = self._shown(value, column, {}) if column.refers else shown
        if items != shown and self._same(value, items, column, labels):
            return items
        if isinstance(value, str):
            return f"{LITERAL}{value}"
        return self._listed(f"{LITERAL}{item}" for item in value) if column.refers else f"{LITERAL}{shown}"

    def read(self, cell: Any, column: Column, labels: Labels) -> Any:
        """The value of a cell; `BLANK` if nothing stands there. Raises Unreadable."""
        cell = plain_cell(cell)
        if cell is None or cell == "" or (column.holds.kind != "text" and isinstance(cell, str) and not cell.strip()):
            return BLANK
        meant = self._meant(cell, column) if isinstance(cell, str) else ""
        if meant == EMPTY:
            return () if column.holds.many else ""
        if meant:
            return Meaning(meant)
        return self._read_many(cell, column, labels) if column.holds.many else self._read_one(cell, column, labels)

    def _meant(self, cell: str, column: Column) -> str:
        meant = meaning(cell)
        if not meant or not (meant == EMPTY or meant in column.holds.specials or meant in column.beside):
            return ""
        # A method may call its lowest level "Unknown": that is a level, and not our word for "not known yet".
        named = column.options is not None and cell != meant and column.options.find(cell) is not None
        return "" if named else meant

    def _same(self, value: Any, shown: Any, column: Column, labels: Labels) -> bool:
        try:
            found = self.read(shown, column, labels)
        except Unreadable:
            return False
        if column.in_parts and isinstance(found, Meaning) != isinstance(value, Meaning):
            return False
        return bool(
            found == value or (isinstance(value, frozenset) and not isinstance(found, str) and set(found) == value)
        )

    # showing

    def _shown(self, value: Any, column: Column, labels: Labels) -> Cell:
        if value is None:
            return None
        if isinstance(value, str | tuple | frozenset) and not value:
            return None if value == column.default else word(EMPTY, self.language)
        if isinstance(value, tuple | frozenset):
            return self._shown_many(value, column, labels)
        if isinstance(value, str) and value in column.holds.specials and column.in_parts <= isinstance(value, Meaning):
            return word(str(value), self.language)
        return self._shown_one(value, column, labels)

    def _shown_one(self, value: Any, column: Column, labels: Labels) -> Cell:
        shown: Cell = value
        if self.language is None:
            return shown
        if value in column.beside:
            return word(value, self.language)
        if column.options is not None:
            return column.options.label(value, self.language)
        return labels.get(value, shown) if column.refers else shown

    def _shown_many(self, value: Iterable[Any], column: Column, labels: Labels) -> Cell:
        items = list(value) if isinstance(value, tuple) else _in_order(value, column.options)
        if self.language is None:
            return tuple(items)
        if column.holds.kind == "text":
            return "\n".join(map(escaped, items))
        return self._listed(str(self._shown_one(item, column, labels)) for item in items)

    def _listed(self, items: Iterable[str]) -> str:
        return (HABITS[self.language].comma if self.language else ", ").join(items)

    # reading

    def _read_many(self, cell: Any, column: Column, labels: Labels) -> tuple[Any, ...]:
        if isinstance(cell, tuple | list | set | frozenset):
            if column.holds.kind == "text":
                return tuple(map(str, cell))
            return tuple(self._read_one(plain_cell(item), column, labels) for item in cell)
        said = as_text(cell)
        if column.holds.kind == "text":
            bare = said.removeprefix(LITERAL)
            return tuple(unescaped(line) for line in (bare if meaning(bare) else said).split("\n") if line)
        whole = column.options.find(said) if column.options else None
        if whole is not None:
            return (whole,)
        return tuple(self._read_one(part.strip(), column, labels) for part in _LISTED.split(said) if part.strip())

    def _read_one(self, cell: Any, column: Column, labels: Labels) -> Any:
        kind = column.holds.kind
        if column.options is not None:
            return self._chosen(cell, column.options, column.holds.specials)
        if column.refers:
            return self._referred(as_text(cell), column, labels)
        if kind == "date":
            return read_date(cell)
        if kind == "whole":
            return read_whole(cell)
        if kind == "number":
            return float(read_number(cell, column.unit, self.currency))
        if kind == "id":
            return read_id(as_text(cell), PASSAGE if column.id.endswith("cites") else ID)
        return cell.removeprefix(LITERAL) if isinstance(cell, str) else as_text(cell)

    def _chosen(self, cell: Any, options: Options, specials: Collection[str]) -> Any:
        found = options.find(int(cell) if isinstance(cell, float) and cell.is_integer() else cell)
        if found is None:
            found = options.find(as_text(cell).removeprefix(LITERAL))
        if found is None:
            offered = options.labels(self.language) if self.language else tuple(map(str, options.ids))
            offered += tuple(word(special, self.language) for special in sorted(specials, reverse=True))
            raise Unreadable("table-not-one-of", found=short(cell), allowed=self._few(offered))
        return found

    def _referred(self, said: str, column: Column, labels: Labels) -> str:
        if not said.startswith(LITERAL):
            meant = fold(said)
            known = next((id for id, label in labels.items() if meant in (fold(label), id)), None)
            if known is not None:
                return known
        said = said.removeprefix(LITERAL)
        if column.holds.kind == "text":
            return said
        if not ID.fullmatch(said.strip()):
            raise Unreadable("table-no-such", found=short(said), allowed=self._few(tuple(labels.values())))
        return said.strip()

    def _few(self, names: tuple[str, ...]) -> str:
        shown = [name for name in names if len(name) < 60][:20]
        return (self._listed(shown) + (" …" if len(names) > len(shown) else "")) or "–"


def _in_order(value: Iterable[Any], options: Options | None) -> list[Any]:
    ids = options.ids if options else ()
    return sorted(value, key=lambda item: (ids.index(item) if item in ids else len(ids), str(item)))
