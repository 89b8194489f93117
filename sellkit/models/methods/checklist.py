"""A checklist filled in: each question answered for us and for each rival, by date, with what it rests on."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from sellkit.models.base import Id, Judged, PersonId, Record, each_once, no_such
from sellkit.models.methods.checklist_method import Checklist, Group, Item, Stage
from sellkit.models.methods.head import US, Party, latest
from sellkit.models.scale import LevelId

__all__ = ["Balance", "Checklist", "ChecklistSheet", "Group", "Item", "ItemChange", "Mark", "Open", "Stage"]


class Mark(Record):
    """One answer: which item, for whom, on which day.

    known_to  somebody at the customer's who can tell, while it is open
    """

    PLACES: ClassVar[Mapping[str, str]] = {"judged": ""}
    KEYS: ClassVar[frozenset[str]] = frozenset({"item", "party", "on"})

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
        """How far we are ahead; below 0 the rival is."""
        return self.ours - self.theirs


class ItemChange(Record):
    """One answer that differs between two days: what was settled, and what is. None: nothing was, or is no more.

    steps  how far it moved, up or down; None while one of the two is open
    """

    item: Id
    party: Id
    was: LevelId | None = None
    now: LevelId | None = None
    steps: int | None = None

    @property
    def better(self) -> bool | None:
        """Good for us: what rises with a rival is bad. None while it cannot be said."""
        return None if not self.steps else (self.steps > 0) == (self.party == US)


class ChecklistSheet(Record):
    """A checklist filled in. A mark without a day holds for every day until a dated one replaces it.

    stage  where the deal stands, for the minima
    as_of  the day of which the sheet speaks: later marks do not count on it; without it the last marks hold
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
        """The mark that held on a day (on the sheet's own, if no day is given); a blank one if there is none."""
        held = self._by_item.get((item, party), {})
        return held.get(latest(held, on or self.as_of)) or Mark(item=item, party=party, on=on)

    @property
    def held(self) -> tuple[Mark, ...]:
        """The marks that hold on the sheet's day, without their days: by these two sheets are compared."""
        marks = (self.mark(item, party) for item, party in self._by_item)
        return tuple(mark.model_copy(update={"on": None}) for mark in marks)

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

    def changes(self, since: date, on: date | None = None) -> tuple[ItemChange, ...]:
        """What is settled otherwise than it was on the day `since`, our own first."""
        found = []
        for party in self.parties:
            for item in self.method.items:
                was, now = self.settled(item, party, since), self.settled(item, party, on)
                if was != now:
                    known = was is not None and now is not None
                    steps = self.method.value(str(now)) - self.method.value(str(was)) if known else None
                    found.append(ItemChange(item=item, party=party, was=was, now=now, steps=steps))
        return tuple(found)

    def points(self, party: str = US, on: date | None = None) -> tuple[int, int]:
        """What is settled, in numbers of the levels, of what could be reached."""
        settled = [self.settled(item, party, on) for item in self.method.items]
        got = sum(self.method.value(level) for level in settled if level is not None)
        return got, self.method.most * len(self.method.items)

    def below_minimum(self, stage: str | None = None, on: date | None = None) -> tuple[str, ...]:
        """Items that are not settled at the level that this stage (or the sheet's own) asks for."""
        return tuple(item for item in self.method.items if self._short(item, stage or self.stage, on))

    def zeros(self, on: date | None = None) -> tuple[str, ...]:
        """Items that may not fail and have failed, on evidence: one of them stops the whole."""
        return tuple(
            item.id
            for item in self.method.items.values()
            if item.must and self.method.fails(self.settled(item.id, US, on))
        )

    def _short(self, item: str, stage: str | None, on: date | None) -> bool:
        asked, level = self.method.asked(item, stage), self.settled(item, US, on)
        return asked is not None and (level is None or self.method.value(level) < self.method.value(asked))

    def _standing(self, group: Group, party: str, on: date | None) -> int:
        levels = [self.settled(item.id, party, on) for item in group.items]
        return sum(self.method.meets(level) - self.method.fails(level) for level in levels)

    @cached_property
    def _by_item(self) -> dict[tuple[str, str], dict[date | None, Mark]]:
        marks: dict[tuple[str, str], dict[date | None, Mark]] = {}
        for mark in self.marks:
            marks.setdefault((mark.item, mark.party), {})[mark.on] = mark
        return marks
