"""M39: the customer's purchase plan says who does what by when; the decision process, what each decision turns on."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from sellkit.models.base import Id, Judged, Named, PersonId, Record, Rises, Rows

Fit = Literal["poor", "partial", "good"]
FIT_STEPS: dict[Fit, int] = {"poor": -1, "partial": 0, "good": 1}
# A stage this near leaves no time to change what it turns on, unless we know today how we fit.
NEAR_DAYS = 30


class DecisionStage(Named):
    """One point at which the customer decides something.

    decider  who decides, `role` in which part (head of the project group, board …)
    basis    the main reason or criterion on which it is decided
    fit      how well we fit that basis: poor, partial, good
    awards   this is the decision by which the business is given away
    """

    on: date | None = None
    decider: PersonId | None = None
    role: str = ""
    basis: str = ""
    fit: Annotated[Judged[Fit], Rises(FIT_STEPS)] = Field(default_factory=Judged[Fit])
    awards: bool = False
    note: str = ""


class PurchaseStep(Record):
    """One step of the customer's own plan.

    work      what is done; by `lead` (a person) or `department` (a text)
    leads_to  the decision stage that this step prepares; left out, it is the next one after the step's date
    """

    id: Id
    on: date | None = None
    work: str = ""
    lead: PersonId | None = None
    department: str = ""
    stakeholders: tuple[PersonId, ...] = ()
    leads_to: Id | None = None
    note: str = ""


class Moment(Record):
    """A step or a decision on the time line."""

    kind: Literal["step", "decision"]
    id: Id
    on: date


class DecisionProcess(Record):
    """Decision process (决策流程及决策点): the points at which the customer decides, by whom, and on what.

    as_of  the day the sheet speaks of; without it nothing is near and nothing is late.
    Raises ValueError only for two stages with one id. Source: C4 of the C136 tool; the computations are ours.
    """

    stages: Rows[DecisionStage] = ()
    as_of: date | None = None

    @cached_property
    def dated(self) -> tuple[DecisionStage, ...]:
        """The stages that have a date, earliest first."""
        return tuple(sorted((stage for stage in self.stages if stage.on), key=_day))

    @property
    def award(self) -> DecisionStage | None:
        """The decision by which the business is given away, if it is marked; the last one if several are."""
        return next((stage for stage in reversed(self.stages) if stage.awards), None)

    def next_decision(self, on: date) -> DecisionStage | None:
        """The next decision point on or after a day."""
        return next((stage for stage in self.dated if _day(stage) >= on), None)

    def near(self, on: date, days: int = NEAR_DAYS) -> tuple[DecisionStage, ...]:
        """The decisions from a day until so many days later, both included."""
        return tuple(stage for stage in self.dated if 0 <= (_day(stage) - on).days <= days)

    def near_without_fit(self, on: date, days: int = NEAR_DAYS) -> tuple[DecisionStage, ...]:
        """Those of them for which nobody can say how we fit: blank and "unknown" alike."""
        return tuple(stage for stage in self.near(on, days) if not stage.fit.known)


class PurchasePlan(DecisionProcess):
    """Purchase plan (采购计划) beside the decision process: does every decision have the work that prepares it?

    Raises ValueError only for two steps, or two stages, with one id. Source: C4 of the C136 tool; the computations are
    ours.
    """

    steps: Rows[PurchaseStep] = ()

    @cached_property
    def prepares(self) -> Mapping[str, DecisionStage]:
        """By step, the decision that it prepares: the one it names, else the first on or after its date."""
        by_id = {stage.id: stage for stage in self.stages}
        found: dict[str, DecisionStage] = {}
        for step in self.steps:
            stage = by_id.get(step.leads_to) if step.leads_to else step.on and self.next_decision(step.on)
            if stage:
                found[step.id] = stage
        return found

    def unprepared(self) -> tuple[DecisionStage, ...]:
        """Decisions that no step of the plan leads to."""
        prepared = {stage.id for stage in self.prepares.values()}
        return tuple(stage for stage in self.stages if stage.id not in prepared)

    def too_late(self) -> tuple[tuple[PurchaseStep, DecisionStage], ...]:
        """Steps that come after the decision that they were to prepare."""
        pairs = ((step, self.prepares[step.id]) for step in self.steps if step.id in self.prepares)
        return tuple((step, stage) for step, stage in pairs if step.on and stage.on and step.on > stage.on)

    def after_award(self) -> tuple[PurchaseStep, ...]:
        """Steps later than the award that lead to no further decision."""
        day = self.award.on if self.award else None
        if day is None:
            return ()
        return tuple(step for step in self.steps if step.on and step.on > day and step.id not in self.prepares)

    def timeline(self) -> tuple[Moment, ...]:
        """Steps and decisions with a date, in order; on one day what is prepared stands before what is decided."""
        steps = [Moment(kind="step", id=step.id, on=step.on) for step in self.steps if step.on]
        stages = [Moment(kind="decision", id=stage.id, on=_day(stage)) for stage in self.dated]
        return tuple(sorted([*steps, *stages], key=lambda moment: moment.on))

    def undated(self) -> tuple[str, ...]:
        """Ids of the steps and stages that have no date and so no place on the time line."""
        rows: Iterable[PurchaseStep | DecisionStage] = (*self.steps, *self.stages)
        return tuple(row.id for row in rows if row.on is None)


def _day(stage: DecisionStage) -> date:
    assert stage.on is not None
    return stage.on
