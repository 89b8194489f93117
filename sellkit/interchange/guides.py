"""What a list asks for before anybody fills it in: every element of deal control, every item of a checklist, every
outcome of a ladder, in groups and in the order in which they are looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sellkit.models.base import Record
from sellkit.models.binder import Binder
from sellkit.models.control.deal_control import DealControl
from sellkit.models.control.value import ELEMENTS, GROUPS, group_of
from sellkit.models.methods.checklist import Checklist
from sellkit.models.methods.ladder import Ladder
from sellkit.models.methods.sheets import Method
from sellkit.models.text import Text
from sellkit.tables.rows import Row
from sellkit.tables.table import Table
from sellkit.training.deal_control import elements
from sellkit.training.words import catalogue


@dataclass(frozen=True)
class Section:
    """Some keys under a common name; by key what is asked there, where there is something to say."""

    name: Text | None
    asks: Mapping[str, Text | None]
    about: Text | None = None


@dataclass(frozen=True)
class Guide:
    """What a list asks for. `by` is the column in which the keys stand; sentences: their names are whole ones."""

    by: str
    sections: Sequence[Section]
    sentences: bool = False

    @property
    def explains(self) -> bool:
        """There is something to say about its keys."""
        return any(said for section in self.sections for said in section.asks.values())


class Entry:
    """A line of a guided list: a row, one that is only offered, or the name of a section."""

    __slots__ = ("about", "offered", "place", "row", "section")

    def __init__(
        self, row: Row, *, place: int = -1, offered: bool = False, section: bool = False, about: Text | None = None
    ) -> None:
        self.row, self.place, self.offered, self.section, self.about = row, place, offered, section, about


def entries(guide: Guide | None, rows: Sequence[Row]) -> list[Entry]:
    """The lines of a list: in the guide's order with what nobody has filled in yet, then whatever the guide does not
    know. `place` is where the row stands in the list."""
    if guide is None:
        return [Entry(row, place=place) for place, row in enumerate(rows)]
    found: list[Entry] = []
    left = dict(enumerate(rows))
    for section in guide.sections:
        if section.name is not None:
            found.append(Entry({guide.by: section.name}, section=True, about=section.about))
        for key, about in section.asks.items():
            there = [place for place, row in left.items() if row[guide.by] == key]
            found += [Entry(left.pop(place), place=place, about=about) for place in there]
            if not there:
                found.append(Entry({guide.by: key}, offered=True, about=about))
    return found + [Entry(row, place=place) for place, row in left.items()]


def guide(record: Record, table: Table) -> Guide | None:
    """What a list of a record asks for; None for one that anything can stand in."""
    name, top = table.path[-1], len(table.parents) == 0
    if name == "elements" and top and (sheet := _control(record, table)) is not None:
        texts = elements(sheet.scheme)
        asks: dict[str, dict[str, Text | None]] = {group: {} for group in GROUPS}
        for id in ELEMENTS[sheet.scheme]:
            asks[group_of(id)][id] = _joined(texts[id].name, texts[id].asks)
        return Guide("id", [Section(_said(f"boards.control.group.{group}"), each) for group, each in asks.items()])
    method = _method(record, table)
    if isinstance(method, Checklist) and name == "marks":
        return Guide(
            "item",
            [Section(part.name, {item.id: item.asks for item in part.items}, part.asks) for part in method.groups],
        )
    if isinstance(method, Ladder) and name == "outcomes":
        rungs = [rung for rung in method.rungs if rung.outcomes]
        sections = [Section(rung.name, {one.id: None for one in rung.outcomes}, rung.mark) for rung in rungs]
        return Guide("key", sections, sentences=True)
    key = table.by_id.get("key")
    if table.keyed and key is not None and key.options is not None:
        return Guide("key", [Section(None, dict.fromkeys(map(str, key.options.ids)))])
    return None


def _control(record: Record, table: Table) -> DealControl | None:
    held: Any = record
    for name in table.path[:-1]:
        held = getattr(held, name)
    return held if isinstance(held, DealControl) else None


def _method(record: Record, table: Table) -> Method | None:
    if isinstance(record, Binder) and table.path[0] == "methods":
        return record.methods[table.path[1]].method
    held: Any = record
    for name in table.path[:-1]:
        held = held.get(name) if isinstance(held, dict) else getattr(held, name, None)
    return getattr(held, "method", None)


def _said(message: str) -> Text:
    zh, en = (catalogue(language)[message] for language in ("zh-CN", "en"))
    return Text(zh=zh, en=en)


def _joined(name: Text, asks: Text) -> Text:
    return Text(zh=f"{name.zh}：{asks.zh}", en=f"{name.en}: {asks.en}")
