"""M41: the key success factors as they were seen on one day, and what changed in the three most important."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from sellkit.models.base import Id, Judged, Named, Record, Rows
from sellkit.models.people.stakeholder import Score

Percent = Annotated[float, Field(ge=0, le=100)]
Shift = Literal["enters", "leaves", "moves", "reweighted"]
TOP = 3
# A smaller shift is within what two people would write down after the same talk.
MATERIAL = 5.0


class Standing(Record):
    """How one party (`id`: "us" or a rival's id) stands on a factor in the customer's eyes, 0–5."""

    id: Id
    score: Judged[Score] = Field(default_factory=Judged[Score])


class Factor(Named):
    """One key success factor: what the customer's choice turns on, and its weight in per cent of the whole choice."""

    weight: Percent | None = None
    standings: Rows[Standing] = ()

    def standing(self, party: str) -> Judged[Score]:
        """A party's standing; blank if nothing was written."""
        return next((each.score for each in self.standings if each.id == party), Judged[Score]())


class FactorVersion(Record):
    """The factors as they were seen on one day.

    response  what a change in the three most important means for us and what we do about it
    """

    id: Id
    on: date | None = None
    factors: Rows[Factor] = ()
    response: str = ""

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Each weighted factor's place; equal weights share a place, so the order of writing decides nothing."""
        weights = {factor.id: factor.weight for factor in self.factors if factor.weight is not None}
        return {id: 1 + sum(other > weight for other in weights.values()) for id, weight in weights.items()}

    @cached_property
    def top(self) -> tuple[Factor, ...]:
        """The three most important, heaviest first; more where weights are equal, none without weights."""
        ranked = (factor for factor in self.factors if self.places.get(factor.id, TOP + 1) <= TOP)
        return tuple(sorted(ranked, key=lambda factor: self.places[factor.id]))


class TopChange(Record):
    """One factor that changed in or out of the three most important.

    kind    enters, leaves, moves (another place), reweighted (same place, at least five points more or less)
    before, now  its weight; place_before, place_now  its place; None while it was not on the list or had no weight
    """

    factor: Id
    name: str
    kind: Shift
    before: float | None = None
    now: float | None = None
    place_before: int | None = None
    place_now: int | None = None


def changes(before: FactorVersion, now: FactorVersion) -> tuple[TopChange, ...]:
    """What changed in the three most important from one version to another, gravest first.

    A factor that is still listed but has no weight yet has not left, and an unweighted version tells nothing.
    """
    if not before.top or not now.top:
        return ()
    earlier, later = ({factor.id: factor for factor in version.factors} for version in (before, now))
    found = []
    for id in dict.fromkeys(factor.id for factor in (*now.top, *before.top)):
        was, is_ = earlier.get(id), later.get(id)
        place_before, place_now = before.places.get(id), now.places.get(id)
        weight_before, weight_now = was.weight if was else None, is_.weight if is_ else None
        kind = _shift(place_before, place_now, (weight_now or 0) - (weight_before or 0))
        if kind and not (is_ and weight_now is None):
            label = (is_ or was or Factor(id=id)).label
            found.append(
                TopChange(
                    factor=id, name=label, kind=kind, before=weight_before, now=weight_now,
                    place_before=place_before, place_now=place_now,
                )
            )  # fmt: skip
    order: tuple[Shift, ...] = ("enters", "leaves", "moves", "reweighted")
    return tuple(sorted(found, key=lambda change: order.index(change.kind)))


def _shift(place_before: int | None, place_now: int | None, weight: float) -> Shift | None:
    was_top, is_top = (place is not None and place <= TOP for place in (place_before, place_now))
    if is_top != was_top:
        return "enters" if is_top else "leaves"
    if place_before != place_now:
        return "moves"
    # Rounded, because 30.1 less 25.1 must count as five.
    return "reweighted" if round(abs(weight), 6) >= MATERIAL else None
