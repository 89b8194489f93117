"""M39: the purchase plan against the decision process."""

from collections.abc import Iterator

from sellkit.checks.registry import At, at, check
from sellkit.models.plan.purchase import DecisionProcess, DecisionStage, PurchasePlan


@check("M39-step-without-person", PurchasePlan, "warning")
def step_without_person(plan: PurchasePlan) -> Iterator[At]:
    """Work is done by somebody; a department alone cannot be called."""
    for step in plan.steps:
        if step.work.strip() and step.lead is None and not step.stakeholders:
            yield at(f"steps/{step.id}/lead", work=step.work.strip())


@check("M39-decision-without-basis", DecisionProcess, "warning")
def decision_without_basis(process: DecisionProcess) -> Iterator[At]:
    """Every decision turns on something."""
    for stage in process.stages:
        if _started(stage) and not stage.basis.strip():
            yield at(f"stages/{stage.id}/basis", stage=stage.label)


@check("M39-decision-without-decider", DecisionProcess, "warning")
def decision_without_decider(process: DecisionProcess) -> Iterator[At]:
    """Every decision is made by somebody."""
    for stage in process.stages:
        if _started(stage) and stage.decider is None:
            yield at(f"stages/{stage.id}/decider", stage=stage.label)


@check("M39-fit-unknown-soon", DecisionProcess, "warning")
def fit_unknown_soon(process: DecisionProcess) -> Iterator[At]:
    """A decision within 30 days, and nobody can say how we fit what it turns on."""
    if process.as_of is not None:
        for stage in process.near_without_fit(process.as_of):
            yield at(f"stages/{stage.id}/fit", stage=stage.label, days=_days_to(process, stage))


@check("M39-poor-fit-soon", DecisionProcess, "warning")
def poor_fit_soon(process: DecisionProcess) -> Iterator[At]:
    """A decision within 30 days that, as things stand, goes against us."""
    if process.as_of is not None:
        for stage in process.near(process.as_of):
            if stage.fit.given == "poor":
                yield at(f"stages/{stage.id}/fit", stage=stage.label, days=_days_to(process, stage))


@check("M39-stage-order", DecisionProcess, "warning")
def stage_order(process: DecisionProcess) -> Iterator[At]:
    """The dates run in the order in which the stages are listed."""
    before: DecisionStage | None = None
    for stage in process.stages:
        if stage.on is None:
            continue
        if before is not None and before.on is not None and stage.on < before.on:
            yield at(f"stages/{stage.id}/on", stage=stage.label, other=before.label)
        else:
            before = stage


@check("M39-stage-without-date", DecisionProcess, "hint")
def stage_without_date(process: DecisionProcess) -> Iterator[At]:
    """Once some decisions have a date, all need one; told in one remark that leads to the first."""
    undated = [stage for stage in process.stages if stage.on is None]
    if process.dated and undated:
        yield at(f"stages/{undated[0].id}/on", stage=undated[0].label, count=len(undated))


@check("M39-two-awards", DecisionProcess, "warning")
def two_awards(process: DecisionProcess) -> Iterator[At]:
    """The business is given away once."""
    awards = [stage for stage in process.stages if stage.awards]
    if len(awards) > 1:
        yield at(f"stages/{awards[-1].id}/awards", stage=awards[-1].label, other=awards[0].label)


@check("M39-unknown-stage", PurchasePlan, "error")
def unknown_stage(plan: PurchasePlan) -> Iterator[At]:
    """A step leads to a decision that stands in the process."""
    stages = {stage.id for stage in plan.stages}
    for step in plan.steps:
        if step.leads_to is not None and step.leads_to not in stages:
            yield at(f"steps/{step.id}/leads-to", work=step.work.strip() or step.id, stage=step.leads_to)


@check("M39-unprepared", PurchasePlan, "warning")
def unprepared(plan: PurchasePlan) -> Iterator[At]:
    """Both lists have dates, and no step of the plan leads to a decision."""
    if any(step.on for step in plan.steps):
        for stage in plan.unprepared():
            if stage.on is not None:
                yield at(f"stages/{stage.id}/on", stage=stage.label)


@check("M39-step-too-late", PurchasePlan, "warning")
def step_too_late(plan: PurchasePlan) -> Iterator[At]:
    """What prepares a decision is done before it."""
    for step, stage in plan.too_late():
        yield at(f"steps/{step.id}/on", work=step.work.strip() or step.id, stage=stage.label)


@check("M39-step-after-award", PurchasePlan, "hint")
def step_after_award(plan: PurchasePlan) -> Iterator[At]:
    """Steps after the business is given away decide nothing any more; told in one remark that leads to the first."""
    late = plan.after_award()
    if late and plan.award is not None:
        yield at(f"steps/{late[0].id}/on", stage=plan.award.label, count=len(late))


def _started(stage: DecisionStage) -> bool:
    return bool(stage.name.strip() or stage.on or stage.basis.strip() or stage.decider)


def _days_to(process: DecisionProcess, stage: DecisionStage) -> int:
    return (stage.on - process.as_of).days if stage.on and process.as_of else 0
