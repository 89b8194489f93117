"""M16: what happens at the customer's and may start a project, and why a project was really initiated."""

from datetime import date
from typing import Literal

from pydantic import Field

from sellkit.models.base import Id, Judged, PersonId, Record, Rows

TriggerKind = Literal[
    "strategy", "reorganisation", "top-change", "consulting", "ownership", "parent-demand", "expansion", "ipo",
    "sales-plan", "construction-plan", "other",
]  # fmt: skip
# After this many days a trigger has done its work, with us or with somebody else.
OLD_DAYS = 365


class Trigger(Record):
    """Something that changed at the customer's (客户异动).

    kind    one of ten, or "other": then `name` says what it is
    facts   what happened, as it can be checked; who: the people it touches
    need    the need that it may start; action: what we do about it, by when; deal: the deal that came of it
    """

    id: Id
    kind: Judged[TriggerKind] = Field(default_factory=Judged[TriggerKind])
    name: str = ""
    on: date | None = None
    facts: str = ""
    who: tuple[PersonId, ...] = ()
    need: str = ""
    action: str = ""
    by: date | None = None
    deal: Id | None = None

    @property
    def label(self) -> str:
        """What it is called: its name, else the facts, else the id."""
        return self.name or self.facts or self.id

    @property
    def taken_up(self) -> bool:
        """Something is done about it, or a deal came of it."""
        return bool(self.action.strip()) or self.deal is not None

    def old(self, on: date) -> bool:
        """It happened more than a year before this day."""
        return self.on is not None and (on - self.on).days > OLD_DAYS


class Initiation(Record):
    """Why the customer starts a project (立项): the reason that is given, who is behind it, the motive, the effect.

    triggers  what set it off, by id; stakeholders: who wants it or is touched by it; deal: our deal for it
    """

    id: Id
    reason: Judged[str] = Field(default_factory=Judged[str])
    triggers: tuple[Id, ...] = ()
    stakeholders: tuple[PersonId, ...] = ()
    motive: Judged[str] = Field(default_factory=Judged[str])
    effect: Judged[str] = Field(default_factory=Judged[str])
    deal: Id | None = None

    @property
    def label(self) -> str:
        """The reason in words, or the id."""
        return self.reason.given or self.id


class TriggerLog(Record):
    """Triggers of an account, and the initiations that they led to.

    Raises ValueError for two rows of a list with one id. Source: the ten kinds and the initiation sheet of the C136
    tool; the year after which a trigger is old is part of its rule.
    """

    triggers: Rows[Trigger] = ()
    initiations: Rows[Initiation] = ()
    as_of: date | None = None

    def used(self) -> frozenset[str]:
        """Triggers that an initiation goes back to."""
        return frozenset(id for initiation in self.initiations for id in initiation.triggers)

    def untouched(self) -> tuple[Trigger, ...]:
        """Triggers of which nobody has made anything: no action, no deal, no initiation."""
        used = self.used()
        return tuple(trigger for trigger in self.triggers if not trigger.taken_up and trigger.id not in used)

    def missed(self, on: date) -> tuple[Trigger, ...]:
        """Untouched triggers that are older than a year on this day."""
        return tuple(trigger for trigger in self.untouched() if trigger.old(on))
