"""M64: the sheets of one deal against each other. A place names the sheet first: `people/chen/attitude`."""

from collections.abc import Iterator
from datetime import date

from sellkit.checks.registry import At, at, check
from sellkit.models.binder import Binder
from sellkit.models.control.value import ElementId
from sellkit.models.methods.ladder import LadderSheet
from sellkit.models.opportunity import Opportunity
from sellkit.models.paths import references, rows_of
from sellkit.models.people.stakeholder import COVERAGE_STEPS, People, Stakeholder

HELPS_FROM = 2
CHOSE_US_FROM = 1


@check("M64-unknown-person", Binder, "error")
def unknown_person(binder: Binder) -> Iterator[At]:
    """Whoever is named on a sheet is among the people of the deal, or of the account."""
    people = binder.sheets.get("people")
    known = people.by_id if isinstance(people, People) else {}
    for sheet, record in binder.sheets.items():
        # These have checks of their own, and so has a deal of an account.
        if sheet not in ("people", "pain-chain") and not isinstance(record, Binder):
            for found in references(record):
                if found.person not in known:
                    yield at(f"{sheet}/{found.path}", other=found.person)


@check("M64-pain-off-the-map", Opportunity, "warning")
def pain_off_the_map(deal: Opportunity) -> Iterator[At]:
    """Somebody has a pain and does not stand on the relationship map."""
    for node in deal.pain_chain.nodes:
        if node.person not in deal.people.by_id:
            yield at(f"pain-chain/{node.person}/pain", other=node.person)


@check("M64-capability-without-reason", Opportunity, "warning")
def capability_without_reason(deal: Opportunity) -> Iterator[At]:
    """The prompter offers a capability for something that the pain chain does not know as a reason."""
    for key, prompter in rows_of(deal.prompters):
        astray = set(prompter.against(deal.pain_chain).not_reasons)
        for line in prompter.lines:
            if line.what.strip() and line.id in astray:
                yield at(f"prompters/{key}/lines/{line.id}/reason", what=line.what)


@check("M64-majority-not-leaning", Opportunity, "error")
def majority_not_leaning(deal: Opportunity) -> Iterator[At]:
    """F3 says that most of the decision structure has chosen us; then most of it leans towards us."""
    structure = [deal.people.person(voice.id) for voice in deal.control.structure]
    leaning = sum(_tendency(person) >= CHOSE_US_FROM for person in structure)
    if deal.control.claims("f3") and structure and 2 * leaning < len(structure):
        yield at(_element("f3"), leaning=leaning, count=len(structure))


@check("M64-helper-not-leaning", Opportunity, "warning")
def helper_not_leaning(deal: Opportunity) -> Iterator[At]:
    """F2 rests on people who help us get the deal; on the map they lean +2 or better."""
    if deal.control.claims("f2"):
        for voice in deal.control.voices:
            person = deal.people.person(voice.id)
            if voice.helps.given and person is not None and _tendency(person) < HELPS_FROM:
                yield at(f"people/{person.id}/tendency", person=person.label, person_id=person.id)


@check("M64-win-without-the-top", Opportunity, "error")
def win_without_the_top(deal: Opportunity) -> Iterator[At]:
    """W says that the one who decides has chosen us; then this person does not stand at 0 or below."""
    top = deal.people.person(deal.control.top)
    tendency = top.tendency.given if top else None
    if top and deal.control.claims("w") and tendency is not None and tendency <= 0:
        yield at(_element("w"), person=top.label, person_id=top.id, tendency=f"{tendency:+d}" if tendency else "0")


@check("M64-top-does-not-decide", Opportunity, "warning")
def top_does_not_decide(deal: Opportunity) -> Iterator[At]:
    """The person with whom deal control ends the decision is marked as decider or final approver on the map."""
    top = deal.people.person(deal.control.top)
    if top and top.buying_roles.known and not top.decides:
        yield at("control/top", person=top.label, person_id=top.id)


@check("M64-sponsor-without-action", Opportunity, "hint")
def sponsor_without_action(deal: Opportunity) -> Iterator[At]:
    """Who sponsors us has a row in the coverage plan: support that nobody tends wears off."""
    for person in deal.people.people:
        if person.attitude.given == "sponsor" and not deal.people.planned(person.id):
            yield at(f"people/{person.id}/action", person=person.label, person_id=person.id)


@check("M64-leading-owner-uncovered", Opportunity, "warning")
def leading_owner_uncovered(deal: Opportunity) -> Iterator[At]:
    """Who answers for the leading initiative is somebody we talk to."""
    leading = next((each for each in deal.initiatives.initiatives if each.id == deal.initiatives.leading.given), None)
    owner = deal.people.person(leading.owner.given) if leading else None
    if owner and owner.coverage.given is not None and COVERAGE_STEPS[owner.coverage.given] == 0:
        yield at(f"people/{owner.id}/coverage", person=owner.label, person_id=owner.id)


@check("M64-reason-without-initiative", Opportunity, "warning")
def reason_without_initiative(deal: Opportunity) -> Iterator[At]:
    """The compelling reason serves an initiative that stands on the list."""
    serves = deal.why.reason.initiative
    if serves and serves not in {initiative.id for initiative in deal.initiatives.started}:
        yield at("why/reason/initiative", other=serves)


@check("M64-decision-unprepared", Opportunity, "warning")
def decision_unprepared(deal: Opportunity) -> Iterator[At]:
    """Before every decision point that is still to come, something of ours is due."""
    since = deal.as_of or date.min
    ours = [item.due for item in deal.sales_plan.items if item.due and not item.done]
    ours += [action.by for action in deal.competition.actions if action.by]
    for stage in deal.purchase.dated:
        if stage.on and stage.on >= since:
            if not any(since <= due <= stage.on for due in ours):
                yield at(f"purchase/stages/{stage.id}/on", stage=stage.label, on=stage.on.isoformat())
            since = stage.on


@check("M64-action-not-planned", Opportunity, "hint")
def action_not_planned(deal: Opportunity) -> Iterator[At]:
    """What the competition sheet wants done stands in the sales plan."""
    for action in deal.competition.actions:
        if action.plan_action and action.plan_action not in deal.sales_plan.by_id:
            yield at(f"competition/actions/{action.id}/plan-action", other=action.plan_action)


@check("M64-plan-ahead-of-evidence", Opportunity, "warning")
def plan_ahead_of_evidence(deal: Opportunity) -> Iterator[At]:
    """The stage that the sales plan works in is not above the one that the outcomes prove."""
    for name, sheet in deal.methods.items():
        if not isinstance(sheet, LadderSheet) or deal.sales_plan.stage is None:
            continue
        named = [rung for rung in sheet.method.rungs if deal.sales_plan.stage in rung.same_as.get("control-stages", ())]
        reached = sheet.method.height(sheet.stage.id) if sheet.stage else 0
        # work towards the next stage is where a plan belongs
        if named and sheet.method.height(named[0].id) > reached + 1:
            yield at("sales-plan/stage", method=name, reached=reached)


@check("M64-value-differs", Opportunity, "hint")
def value_differs(deal: Opportunity) -> Iterator[At]:
    """The value string at the head of the sales plan is the one that deal control confirms."""
    written, confirmed = deal.sales_plan.deal_control.strip().upper(), str(deal.control.confirmed)
    if written and deal.control.elements and written != confirmed:
        yield at("sales-plan/deal-control", written=written, confirmed=confirmed)


@check("M64-rival-missing", Opportunity, "hint")
def rival_missing(deal: Opportunity) -> Iterator[At]:
    """A rival whom one sheet counts is judged on the competition sheet."""
    known = {rival.id for rival in deal.competition.rivals}
    for rival in deal.success_factors.rivals:
        if known and rival.id not in known:
            yield at(f"success-factors/rivals/{rival.id}", other=rival.name or rival.id)


def _tendency(person: Stakeholder | None) -> int:
    tendency = person.tendency.given if person else None
    return 0 if tendency is None else tendency


def _element(id: ElementId) -> str:
    return f"control/elements/{id}/claimed"
