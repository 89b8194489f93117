"""How rows of a list are called where other rows name them: people and rivals by their name, the rest by their id."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sellkit.tables.options import fold
from sellkit.tables.table import Table

_SEPARATORS = frozenset(",，、;；\n\r")
Labels = Mapping[str, str]


def labels_of(rows: Iterable[tuple[str, str]]) -> dict[str, str]:
    """A name for each id that is nobody else's name or id, and that can stand in a list."""
    rows = list(dict.fromkeys((id, " ".join(name.split())) for id, name in rows))
    taken: dict[str, int] = {}
    for id, name in rows:
        for spelling in {fold(id), fold(name)}:
            taken[spelling] = taken.get(spelling, 0) + 1
    return {
        id: id if not name or _SEPARATORS & set(name) else name if taken[fold(name)] == 1 else f"{name} ({id})"
        for id, name in rows
    }


@dataclass(frozen=True)
class Names:
    """The labels of every list of a sheet, by the table's id. `people` are those who stand outside of it."""

    tables: Sequence[Table]
    labels: Mapping[str, Labels] = field(default_factory=dict)
    people: Labels = field(default_factory=dict)

    def of(self, table: Table, refers: str) -> Labels:
        """The labels of the list that a column of a table refers to."""
        target = self.target(table, refers)
        found = self.labels.get(target.id, {}) if target else {}
        return {**self.people, **found} if refers == "people" else found

    def target(self, table: Table, refers: str) -> Table | None:
        """The list that a column refers to: the nearest of that name, looking outwards from the column's own sheet."""
        lists = {each.path: each for each in self.tables if not each.single}
        wanted = tuple(refers.split("/"))
        for end in range(len(table.path), -1, -1):
            if (found := lists.get((*table.path[:end], *wanted))) is not None:
                return found
        near = [each for path, each in lists.items() if path[-len(wanted) :] == wanted]
        return min(near, key=lambda each: len(each.path), default=None)


def names_of(
    tables: Sequence[Table], rows: Mapping[str, Sequence[Mapping[str, Any]]], people: Labels | None = None
) -> Names:
    """The labels of all lists whose rows have an id, from their plain values."""
    labels = {
        table.id: labels_of(
            (str(row["id"]), str(row.get("name") or "")) for row in rows.get(table.id, ()) if row.get("id")
        )
        for table in tables
        if "id" in table.by_id and not table.single
    }
    return Names(tables, labels, people or {})
