"""M10: ways to build a relation, and which of them fit a person. Nothing improper is ever among them."""

from collections.abc import Iterable
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from sellkit.models.base import Id, Record, each_once
from sellkit.models.people.stakeholder import NeedLevel, Stakeholder, TendencyLevel
from sellkit.models.text import Text

Effort = Literal["low", "medium", "high"]
EFFORT: dict[Effort, int] = {"low": 0, "medium": 1, "high": 2}
Reason = Literal[
    "leading-need", "other-need", "need-unknown", "tendency-fits", "tendency-unknown", "little-cost", "little-time",
    "watch-benefit",
]  # fmt: skip


class BuildingMethod(Record):
    """One way to build a relation.

    needs           the needs that it answers, by level of M03
    tendency        from … to: whom it suits, −3 … +3; too intimate for a stranger, too distant for a friend
    cost, time      money and weeks it takes us: low, medium, high
    could_benefit   it could become an improper benefit; `limit` then says what is lawful (required)
    """

    id: Id
    name: Text
    says: Text
    needs: Annotated[frozenset[NeedLevel], Field(min_length=1)]
    tendency: tuple[TendencyLevel, TendencyLevel] = (-3, 3)
    cost: Effort
    time: Effort
    could_benefit: bool = False
    limit: Text | None = None

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        if self.tendency[0] > self.tendency[1]:
            raise ValueError(f"{self.id}: the tendency runs from low to high")
        if self.could_benefit and self.limit is None:
            raise ValueError(f"{self.id} could be an improper benefit; say in `limit` what is lawful")
        return self


class BuildingCatalogue(Record):
    """The methods to choose from. Raises ValueError for an id that stands twice."""

    id: Id
    name: Text
    source: Text
    methods: Annotated[tuple[BuildingMethod, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        each_once("method", [method.id for method in self.methods])
        return self


class Proposal(Record):
    """A method for a person and why; `limit` is never left out where the method has one."""

    method: Id
    reasons: tuple[Reason, ...]
    limit: Text | None = None


def proposals(person: Stakeholder, catalogue: BuildingCatalogue, n: int = 3) -> tuple[Proposal, ...]:
    """The `n` most fitting methods, best first, each with its reasons.

    Only methods whose tendency range holds the person's tendency (neutral while it is not known). First come those for
    the leading need, then those for other needs that are present, then those that cannot become an improper benefit,
    then the cheap and quick ones, then the catalogue's order. For somebody who looks for a personal benefit, whatever
    could become an improper one comes last of all.
    """
    tendency = person.tendency.given or 0
    fitting = [method for method in catalogue.methods if method.tendency[0] <= tendency <= method.tendency[1]]
    wants_benefit = "physiological" in _needs(person)

    def rank(method: BuildingMethod) -> tuple[object, ...]:
        return (
            wants_benefit and method.could_benefit,
            person.need.given not in method.needs,
            -len(person.other_needs & method.needs),
            method.could_benefit,
            EFFORT[method.cost] + EFFORT[method.time],
        )

    best = sorted(fitting, key=rank)[: max(n, 0)]
    return tuple(
        Proposal(method=method.id, reasons=tuple(_reasons(person, method)), limit=method.limit) for method in best
    )


def _needs(person: Stakeholder) -> frozenset[NeedLevel]:
    leading = person.need.given
    return person.other_needs | ({leading} if leading else frozenset())


def _reasons(person: Stakeholder, method: BuildingMethod) -> Iterable[Reason]:
    if person.need.given is None:
        yield "need-unknown"
    elif person.need.given in method.needs:
        yield "leading-need"
    if person.other_needs & method.needs:
        yield "other-need"
    yield "tendency-fits" if person.tendency.known else "tendency-unknown"
    if method.cost == "low":
        yield "little-cost"
    if method.time == "low":
        yield "little-time"
    if method.could_benefit:
        yield "watch-benefit"
