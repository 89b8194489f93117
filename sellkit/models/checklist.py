"""A checklist by party and date: questions in groups, each answered for us and for each rival, with what it rests on.

One shape for the opportunity assessment, the ten-question sieve, MEDDPICC, the champion test, an audit, a house method.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from sellkit.models.base import Id, Judged, PersonId, Record, each_once, no_such
from sellkit.models.method_head import US, Levels, MethodHead, Party, latest, value_of
from sellkit.models.scale import LevelId
from sellkit.models.text import Text


class Item(Record):
    """One question.

    asks     what has to be true; ask_them: the question to put to a person at the customer's while it is open
    signs    what each level looks like for this item, by level id, where the levels alone do not say it
    must     it may not fail: one such failure stops the whole, however good the rest (the zero rule)
    minimum  the level asked for by a stage, by stage id
    """

    id: Id
    name: Text
    asks: Text
    ask_them: Text
    signs: dict[LevelId, Text] = Field(default_factory=dict)
    must: bool = False
    minimum: dict[Id, LevelId] = Field(default_factory=dict)


class Group(Record):
    """Questions that are judged together. A failed group stops the whole, or sets a condition."""

    id: Id
    name: Text
    asks: Text
    failing: Literal["stops", "sets-a-condition"] = "sets-a-condition"
    items: Annotated[tuple[Item, ...], Field(min_length=1, max_length=40)]


class Stage(Record):
    """A stage by which items have to reach their minimum."""

    id: Id
    name: Text


class Checklist(MethodHead):
    """Questions in groups with the levels that answer them.

    levels  from the lowest to the highest; met_from: the level from which an item counts as met;
            the lowest is a failure
    rivals  whether rivals are judged beside us
    Raises ValueError for ids that stand twice and for levels or stages that do not exist.
    """

    kind: Literal["checklist"] = "checklist"
    levels: Levels
    met_from: LevelId
    rivals: bool = False
    stages: tuple[Stage, ...] = ()
    groups: Annotated[tuple[Group, ...], Field(min_length=1, max_length=20)]

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        each_once("group", [group.id for group in self.groups])
        each_once("item", [item.id for group in self.groups for item in group.items])
        each_once("stage", [stage.id for stage in self.stages])
        levels, stages = {level.id for level in self.levels}, {stage.id for stage in self.stages}
        values = [value_of(self.levels, level.id) for level in self.levels]
        if sorted(set(values)) != values:
            raise PydanticCustomError("content-levels-order", "the levels must stand from the lowest to the highest")
        named = {self.met_from} | {
            level for item in self.items.values() for level in (*item.signs, *item.minimum.values())
        }
        if stray := named - levels:
            raise no_such(f"level {min(stray)!r}", levels)
        if stray := {stage for item in self.items.values() for stage in item.minimum} - stages:
            raise no_such(f"stage {min(stray)!r}", stages)
        return self

    @cached_property
    def items(self) -> dict[str, Item]:
        """Every item by id, in order."""
        return {item.id: item for group in self.groups for item in group.items}

    def value(self, level: str) -> int:
        """The number of a level."""
        return value_of(self.levels, level)

    @property
    def most(self) -> int:
        """The number of the highest level."""
        return self.value(self.levels[-1].id)

    def meets(self, level: str | None) -> bool:
        """This level counts as met."""
        return level is not None and self.value(level) >= self.value(self.met_from)

    def fails(self, level: str | None) -> bool:
        """This is the lowest level."""
        return level == self.levels[0].id


class Mark(Record):
    """One answer: which item, for whom, on which day.

    known_to  somebody at the customer's who can tell, while it is open
    """

    PLACES: ClassVar[Mapping[str, str]] = {"judged": ""}

    item: Id
    party: Id = US
    on: date | None = None
    judged: Judged[LevelId] = Field(default_factory=Judged[LevelId])
    known_to: PersonId | None = None

    @property
    def key(self) -> str:
        """What tells marks apart: `need`, `need/rival-a`, `need/us/2026-03-01`."""
        parts = [self.item, self.party, self.on.isoformat() if self.on else ""]
        return "/".join(parts).removesuffix("/").removesuffix(f"/{US}")


class Open(Record):
    """A question that is still open, and why: blank, unknown, or answered without enough behind it."""

    item: Id
    party: Id
    state: Literal["blank", "unknown", "unconfirmed"]
    known_to: PersonId | None = None


class Balance(Record):
    """One group, us against one rival: how much more of it is settled in our favour. `open` items count for nobody."""

    group: Id
    rival: Id
    ours: int
    theirs: int
    open: int

    @property
    def lead(self) -> int:
        return self.ours - self.theirs


class ChecklistSheet(Record):
    """A checklist filled in. A mark without a day holds for every day until a dated one replaces it.

    stage  where the deal stands, for the minima
    Raises ValueError for an item, a level, a party or a stage that the method does not have.
    """

    MAIN: ClassVar[str] = "marks"

    kind: Literal["checklist"] = "checklist"
    method: Checklist
    rivals: tuple[Party, ...] = ()
    marks: tuple[Mark, ...] = ()
    stage: Id | None = None
    as_of: date | None = None

    @model_validator(mode="after")
    def _fits_its_method(self) -> Self:
        each_once("party", [US, *(rival.id for rival in self.rivals)])
        each_once("mark", [(mark.item, mark.party, mark.on) for mark in self.marks])
        known: dict[str, Any] = {
            "item": self.method.items,
            "party": {US, *(rival.id for rival in self.rivals)},
            "level": {level.id for level in self.method.levels},
            "stage": {stage.id for stage in self.method.stages},
        }
        named = [(kind, getattr(mark, kind)) for mark in self.marks for kind in ("item", "party")]
        named += [("level", mark.judged.given) for mark in self.marks if mark.judged.known]
        named += [("stage", self.stage)] if self.stage else []
        for kind, id in named:
            if id not in known[kind]:
                raise no_such(f"{kind} {id!r} in {self.method.id}", known[kind])
        return self

    @property
    def levels_by_field(self) -> dict[str, dict[str, int]]:
        """How high each answer is, for comparing two sheets."""
        return {"judged": {level.id: self.method.value(level.id) for level in self.method.levels}}

    @property
    def parties(self) -> tuple[str, ...]:
        """We and our rivals."""
        return (US, *(rival.id for rival in self.rivals))

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which something was judged, in order."""
        return tuple(sorted({mark.on for mark in self.marks if mark.on is not None}))

    def mark(self, item: str, party: str = US, on: date | None = None) -> Mark:
        """The mark that held on a day (the last one, if no day is given); a blank one if there is none."""
        held = self._by_item.get((item, party), {})
        return held.get(latest(held, on)) or Mark(item=item, party=party, on=on)

    def settled(self, item: str, party: str = US, on: date | None = None) -> str | None:
        """The level of an item if it is confirmed."""
        return self.mark(item, party, on).judged.settled

    def open(self, on: date | None = None) -> tuple[Open, ...]:
        """Everything that is not settled, as questions to ask, our own first."""
        return tuple(
            Open(item=item, party=party, state=mark.judged.state, known_to=mark.known_to)
            for party in self.parties
            for item in self.method.items
            if not (mark := self.mark(item, party, on)).judged.confirmed
        )

    def balance(self, rival: str, on: date | None = None) -> tuple[Balance, ...]:
        """Per group: items settled as met less items settled as failed, ours against a rival's."""
        return tuple(
            Balance(
                group=group.id,
                rival=rival,
                ours=self._standing(group, US, on),
                theirs=self._standing(group, rival, on),
                open=sum(self.settled(item.id, party, on) is None for item in group.items for party in (US, rival)),
            )
            for group in self.method.groups
        )

    def points(self, party: str = US, on: date | None = None) -> tuple[int, int]:
        """What is settled, in numbers of the levels, of what could be reached."""
        settled = [self.settled(item, party, on) for item in self.method.items]
        got = sum(self.method.value(level) for level in settled if level is not None)
        return got, self.method.most * len(self.method.items)

    def below_minimum(self, stage: str | None = None, on: date | None = None) -> tuple[str, ...]:
        """Items that are not settled at the level that this stage (or the sheet's own) asks for."""
        asked = stage or self.stage
        return tuple(
            item.id
            for item in self.method.items.values()
            if asked in item.minimum and self._value(item.id, on) < self.method.value(item.minimum[asked])
        )

    def zeros(self, on: date | None = None) -> tuple[str, ...]:
        """Items that may not fail and have failed, on evidence: one of them stops the whole."""
        return tuple(
            item.id
            for item in self.method.items.values()
            if item.must and self.method.fails(self.settled(item.id, US, on))
        )

    def _value(self, item: str, on: date | None) -> int:
        level = self.settled(item, US, on)
        return self.method.value(self.method.levels[0].id) - 1 if level is None else self.method.value(level)

    def _standing(self, group: Group, party: str, on: date | None) -> int:
        levels = [self.settled(item.id, party, on) for item in group.items]
        return sum(self.method.meets(level) - self.method.fails(level) for level in levels)

    @cached_property
    def _by_item(self) -> dict[tuple[str, str], dict[date | None, Mark]]:
        marks: dict[tuple[str, str], dict[date | None, Mark]] = {}
        for mark in self.marks:
            marks.setdefault((mark.item, mark.party), {})[mark.on] = mark
        return marks


def groups_in_doubt(sheet: ChecklistSheet, on: date | None = None) -> Iterator[Group]:
    """Groups of which something is still open for us."""
    for group in sheet.method.groups:
        if any(sheet.settled(item.id, US, on) is None for item in group.items):
            yield group
