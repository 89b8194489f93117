"""M41: the few things that decide this deal, how each party stands on them, and the alarm when they change."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Self

from pydantic import model_validator

from sellkit.models.base import Id, Record, Rows, each_once
from sellkit.models.methods.head import US, Party
from sellkit.models.plan.factor_version import Factor, FactorVersion, TopChange, changes


class PartyScore(Record):
    """A party's weighted average, 0–5, over the factors on which its standing is confirmed; `rests_on` is the share of
    the weight (per cent) that these make up. No average without a confirmed standing."""

    party: Id
    average: float | None
    rests_on: float


class Lead(Record):
    """Ours minus theirs, weighted, over the factors on which both are confirmed; None if there is none."""

    rival: Id
    lead: float | None
    rests_on: float


class SuccessFactors(Record):
    """Key success factors (关键成功因素), version by version.

    Versions run by date; one without a date is the one being written now. Raises ValueError for two rivals, versions,
    or factors of one version with one id. Source: C6 of the C136 tool; weights, places and alarm are ours.
    """

    rivals: tuple[Party, ...] = ()
    versions: Rows[FactorVersion] = ()

    @model_validator(mode="after")
    def _no_rival_is_us(self) -> Self:
        each_once("party", (US, *(rival.id for rival in self.rivals)))
        return self

    @cached_property
    def in_order(self) -> tuple[FactorVersion, ...]:
        """The versions, oldest first."""
        return tuple(sorted(self.versions, key=lambda version: version.on or date.max))

    @property
    def current(self) -> FactorVersion | None:
        """The newest version."""
        return self.in_order[-1] if self.in_order else None

    @property
    def previous(self) -> FactorVersion | None:
        """The one before."""
        return self.in_order[-2] if len(self.in_order) > 1 else None

    @property
    def parties(self) -> tuple[str, ...]:
        """Us, and each rival."""
        return (US, *(rival.id for rival in self.rivals))

    def alarm(self) -> tuple[TopChange, ...]:
        """What changed in the three most important since last time, gravest first; empty is quiet.

        A factor enters, leaves, changes its place, or keeps it with a weight at least five points away.
        """
        if self.current is None or self.previous is None:
            return ()
        return changes(self.previous, self.current)

    def scores(self) -> tuple[PartyScore, ...]:
        """Everybody's weighted average today. Averages over different factors are no race: see `leads`."""
        found = []
        for party in self.parties:
            marks = self._settled(party)
            average, rests_on = self._average(marks)
            found.append(PartyScore(party=party, average=average, rests_on=rests_on))
        return tuple(found)

    def leads(self) -> tuple[Lead, ...]:
        """By how much we are ahead of each rival (negative: behind), like compared with like."""
        ours = self._settled(US)
        found = []
        for rival in self.rivals:
            theirs = self._settled(rival.id)
            lead, rests_on = self._average({id: ours[id] - theirs[id] for id in ours.keys() & theirs.keys()})
            found.append(Lead(rival=rival.id, lead=lead, rests_on=rests_on))
        return tuple(found)

    def ahead_of_us(self, factor: Factor) -> tuple[Party, ...]:
        """The rivals whose given standing on a factor is above ours; nobody while ours is not given."""
        ours = factor.standing(US).given
        if ours is None:
            return ()
        return tuple(rival for rival in self.rivals if (factor.standing(rival.id).given or 0) > ours)

    def _settled(self, party: str) -> dict[str, int]:
        marks = ((f.id, f.standing(party).settled) for f in (self.current.factors if self.current else ()))
        return {id: mark for id, mark in marks if mark is not None}

    def _average(self, marks: Mapping[str, int]) -> tuple[float | None, float]:
        weights = {f.id: f.weight or 0 for f in (self.current.factors if self.current else ())}
        confirmed = {id: weight for id, weight in weights.items() if id in marks}
        held = sum(confirmed.values())
        if held <= 0:
            return None, 0.0
        return sum(weight * marks[id] for id, weight in confirmed.items()) / held, 100 * held / sum(weights.values())
