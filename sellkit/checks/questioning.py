"""M36: the questions of a call plan, by kind, order and wording."""

from collections.abc import Iterator

from sellkit.checks.registry import At, at, check
from sellkit.models.pain.question_text import form_of, leads
from sellkit.models.pain.questioning import CallPlan, Question

# Of a plan that has begun, more than half may not be questions that the customer answers for our benefit alone.
BEGUN, TOO_MANY = 4, 0.5


@check("M36-need-without-implication", CallPlan, "warning")
def need_without_implication(plan: CallPlan) -> Iterator[At]:
    """Asking what a solution is worth before its absence has been weighed is selling, not asking."""
    for matter in plan.matters:
        if "implication" in plan.gaps(matter):
            yield _at(plan, next(q for q in plan.by_matter[matter] if q.kind.given == "need-payoff"), "kind")


@check("M36-problem-missing", CallPlan, "warning")
def problem_missing(plan: CallPlan) -> Iterator[At]:
    """Consequences of a problem that nobody has asked about."""
    for matter in plan.matters:
        if "problem" in plan.gaps(matter):
            after = next(q for q in plan.by_matter[matter] if q.kind.given in ("implication", "need-payoff"))
            yield _at(plan, after, "kind")


@check("M36-out-of-order", CallPlan, "warning")
def out_of_order(plan: CallPlan) -> Iterator[At]:
    """For one matter: problem, then implication, then need-payoff."""
    for matter in plan.matters:
        for question in plan.out_of_order(matter):
            yield _at(plan, question, "kind")


@check("M36-too-many-situation", CallPlan, "warning")
def too_many_situation(plan: CallPlan) -> Iterator[At]:
    """Facts that can be looked up are not asked; more than half of a plan is too many."""
    kinds = [question for question in plan.questions if question.kind.known]
    share = plan.situation_share
    if len(kinds) >= BEGUN and share is not None and share > TOO_MANY:
        first = next(question for question in kinds if question.kind.given == "situation")
        count = sum(question.kind.given == "situation" for question in kinds)
        yield at(f"questions/{first.id}/kind", count=count, of=len(kinds))


@check("M36-closed-first", CallPlan, "warning")
def closed_first(plan: CallPlan) -> Iterator[At]:
    """The first problem question of a matter is open: a yes or a no tells only what we knew."""
    for matter in plan.matters:
        problems = [question for question in plan.by_matter[matter] if question.kind.given == "problem"]
        if problems and "closed" in (problems[0].form, form_of(problems[0].text)):
            yield _at(plan, problems[0], "text")


@check("M36-form-misread", CallPlan, "hint")
def form_misread(plan: CallPlan) -> Iterator[At]:
    """A question that is marked open reads as closed, or the other way round."""
    for question in plan.questions:
        read = form_of(question.text)
        if question.form and read and question.form != read:
            yield _at(plan, question, "form")


@check("M36-leading", CallPlan, "warning")
def leading(plan: CallPlan) -> Iterator[At]:
    """A question that holds its answer gets that answer, and nothing is learnt."""
    for question in plan.questions:
        if leads(question.text):
            yield _at(plan, question, "text")


@check("M36-funnel-climbs", CallPlan, "hint")
def funnel_climbs(plan: CallPlan) -> Iterator[At]:
    """Within a matter the questions narrow down."""
    for matter in plan.matters:
        for question in plan.climbs(matter):
            yield _at(plan, question, "depth")


def _at(plan: CallPlan, question: Question, field: str) -> At:
    return at(f"questions/{question.id}/{field}", n=plan.questions.index(question) + 1)
