"""A ladder with outcomes: stages that are proved by what the customer did or said, read backwards from the top.

One shape for the three ladders of the sale, the four stages of a relation, levels of skill.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, ClassVar, Literal, NamedTuple, Self

from pydantic import Field, model_validator

from sellkit.models.base import Id, Judged, Record, each_once, no_such
from sellkit.models.methods.head import MethodHead
from sellkit.models.text import Text


class Outcome(Record):
    """Something that can be checked: the customer does or says it."""

    id: Id
    text: Text


class Rung(Record):
    """One stage.

    customer  what the customer does in it; tasks: what the seller does; housekeeping: what must not be forgotten
    mark      the sign of completion in a sentence
    outcomes  all of them have evidence before the stage is reached
    odds      chance of winning once it is reached, per cent, as the source publishes it
    same_as   the stages of other ladders at this height, by ladder id
    """

    id: Id
    name: Text
    customer: Text | None = None
    mark: Text
    tasks: tuple[Text, ...] = ()
    housekeeping: tuple[Text, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    odds: Annotated[float, Field(ge=0, le=100)] | None = None
    same_as: dict[Id, tuple[Id, ...]] = Field(default_factory=dict)


class Ladder(MethodHead):
    """Stages from the lowest to the highest. Raises ValueError for ids that stand twice."""

    kind: Literal["ladder"] = "ladder"
    rungs: Annotated[tuple[Rung, ...], Field(min_length=2, max_length=20)]

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        each_once("rung", [rung.id for rung in self.rungs])
        each_once("outcome", [outcome.id for rung in self.rungs for outcome in rung.outcomes])
        return self

    @cached_property
    def by_id(self) -> dict[str, Rung]:
        return {rung.id: rung for rung in self.rungs}

    @cached_property
    def rung_of(self) -> dict[str, Rung]:
        """The rung of each outcome, by outcome id."""
        return {outcome.id: rung for rung in self.rungs for outcome in rung.outcomes}

    def outcome_text(self, outcome: str) -> Text:
        """What an outcome says. Raises KeyError."""
        return next(each.text for each in self.rung_of[outcome].outcomes if each.id == outcome)

    def height(self, rung: str) -> int:
        """How high a rung is, 1 for the lowest. Raises KeyError."""
        return self.rungs.index(self.by_id[rung]) + 1


class LadderSheet(Record):
    """Where somebody or something stands on a ladder.

    subject   what stands there (a deal, a person's id), if there are several
    claimed   the stage that is claimed; outcomes: by outcome id, whether it has come about
    Raises ValueError for a rung or an outcome that the method does not have.
    """

    PLACES: ClassVar[Mapping[str, str]] = {"outcomes": ""}

    kind: Literal["ladder"] = "ladder"
    method: Ladder
    subject: Id | None = None
    claimed: Judged[Id] = Field(default_factory=Judged[Id])
    outcomes: dict[Id, Judged[bool]] = Field(default_factory=dict)
    as_of: date | None = None

    @model_validator(mode="after")
    def _fits_its_method(self) -> Self:
        if self.claimed.known and self.claimed.given not in self.method.by_id:
            raise no_such(f"rung {self.claimed.given!r} in {self.method.id}", self.method.by_id)
        if stray := self.outcomes.keys() - self.method.rung_of.keys():
            raise no_such(f"outcome {min(stray)!r} in {self.method.id}", self.method.rung_of)
        return self

    @property
    def levels_by_field(self) -> dict[str, dict[bool | str, int]]:
        """How high each answer is, for comparing two sheets."""
        heights: dict[bool | str, int] = {rung.id: self.method.height(rung.id) for rung in self.method.rungs}
        return {"claimed": heights, "outcomes": {False: 0, True: 1}}

    def proved(self, outcome: str) -> bool:
        """The outcome has come about, and there is evidence."""
        return outcome in self.outcomes and self.outcomes[outcome].settled is True

    @property
    def stage(self) -> Rung | None:
        """From the top down, the highest stage whose outcomes all have evidence; None if there is none."""
        for rung in reversed(self.method.rungs):
            if rung.outcomes and all(self.proved(outcome.id) for outcome in rung.outcomes):
                return rung
        return None

    @property
    def next(self) -> Rung | None:
        """The stage above the one that is reached; None at the top."""
        stage = self.stage
        above = self.method.height(stage.id) if stage else 0
        return self.method.rungs[above] if above < len(self.method.rungs) else None

    @property
    def missing(self) -> tuple[str, ...]:
        """Outcomes of the next stage that have no evidence yet."""
        return tuple(outcome.id for outcome in self.next.outcomes if not self.proved(outcome.id)) if self.next else ()

    def lacking(self, rung: str) -> tuple[str, ...]:
        """Outcomes of this stage and of all below it that have no evidence. Raises KeyError."""
        up_to = self.method.rungs[: self.method.height(rung)]
        return tuple(o.id for each in up_to for o in each.outcomes if not self.proved(o.id))

    @property
    def skipped(self) -> tuple[str, ...]:
        """Outcomes below the reached stage that have no evidence: the way up has holes."""
        return self.lacking(self.stage.id) if self.stage else ()

    @property
    def ahead(self) -> tuple[str, ...]:
        """Outcomes above the next stage that have evidence already: they do not lift the stage."""
        above = self.method.height(self.next.id) if self.next else len(self.method.rungs)
        return tuple(o.id for rung in self.method.rungs[above:] for o in rung.outcomes if self.proved(o.id))

    @property
    def overstated(self) -> int:
        """How many rungs the claimed stage lies above the one that the evidence carries; 0 if it does not."""
        if self.claimed.given is None:
            return 0
        reached = self.method.height(self.stage.id) if self.stage else 0
        return max(0, self.method.height(self.claimed.given) - reached)

    @property
    def odds(self) -> float | None:
        """The published chance at the reached stage, in per cent; None while none is published for it."""
        return self.stage.odds if self.stage else None


class Weighted(NamedTuple):
    """The money of several deals, each weighed by its published odds.

    value     Σ value × odds; a claim of the odds' source, never this team's chance
    counted   deals that went into it; left_out: deals whose stage is not proved or has no published odds
    """

    value: float
    counted: int
    left_out: int


def weighted_value(deals: Iterable[tuple[float, LadderSheet]]) -> Weighted:
    """Weigh each deal's money by the odds of the stage that its evidence carries, whatever stage is claimed."""
    pairs = [(money, sheet.odds) for money, sheet in deals]
    values = [money * odds / 100 for money, odds in pairs if odds is not None]
    return Weighted(sum(values), len(values), len(pairs) - len(values))
