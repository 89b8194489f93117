"""M40: competition seen from the customer's side, and a strategy that its situation carries."""

import re
from collections.abc import Iterator

from sellkit.checks.registry import At, at, check
from sellkit.models.methods.head import US
from sellkit.models.pain.question_text import offers
from sellkit.models.plan.competition import Competition, SwotRow
from sellkit.models.plan.strategy import opening

# A customer who is quoted may well say "we"; only these are a seller's words whoever is named beside them.
SELLERS = re.compile(
    r"我司|我方|敝司|\b[Oo]ur (?:products?|solutions?|offers?|prices?|bids?|proposals?|quotes?)\b", re.ASCII
)
ANY_WE = re.compile(r"我们|咱们|本公司|\b(?:[Ww]e|[Oo]urs?|us)\b", re.ASCII)


@check("M40-swot-own-view", Competition, "warning")
def swot_own_view(sheet: Competition) -> Iterator[At]:
    """The SWOT says what the customer sees, not what we say of ourselves."""
    for row in sheet.swot:
        if _own_voice(row):
            yield at(f"swot/{row.id}/text")


@check("M40-swot-nobody-said", Competition, "warning")
def swot_nobody_said(sheet: Competition) -> Iterator[At]:
    """Whose eyes is it seen through? Told in one remark that leads to the first."""
    bare = [row for row in sheet.swot if row.text.strip() and row.said_by is None and not _own_voice(row)]
    if bare:
        yield at(f"swot/{bare[0].id}/said-by", count=len(bare))


@check("M40-unknown-party", Competition, "error")
def unknown_party(sheet: Competition) -> Iterator[At]:
    """Whatever is written about a party is written about us or about a rival on the list."""
    for kind, rows in (("resources", sheet.resources), ("swot", sheet.swot), ("moves", sheet.moves)):
        for row in rows:
            if row.party not in sheet.parties:
                yield at(f"{kind}/{row.id}/party", other=row.party)


@check("M40-rival-empty", Competition, "warning")
def rival_empty(sheet: Competition) -> Iterator[At]:
    """A rival is named, work on the sheet has begun, and about this one nothing is written."""
    if sheet.resources or sheet.swot or sheet.moves or sheet.actions:
        for rival in sheet.rivals:
            if not sheet.filled(rival):
                yield at(f"rivals/{rival.id}", rival=rival.name or rival.id)


@check("M40-strategy-without-action", Competition, "warning")
def strategy_without_action(sheet: Competition) -> Iterator[At]:
    """A strategy is what somebody does."""
    if sheet.strategy is not None and not any(action.what.strip() for action in sheet.actions):
        yield at("strategy")


@check("M40-action-not-in-plan", Competition, "hint")
def action_not_in_plan(sheet: Competition) -> Iterator[At]:
    """Actions of the strategy stand in the sales plan; told in one remark that leads to the first."""
    loose = [action for action in sheet.actions if action.what.strip() and action.plan_action is None]
    if sheet.strategy is not None and loose:
        yield at(f"actions/{loose[0].id}/plan-action", count=len(loose))


@check("M40-action-open", Competition, "hint")
def action_open(sheet: Competition) -> Iterator[At]:
    """An action has a purpose, an owner and a day."""
    for action in sheet.actions:
        missing = [field for field in ("purpose", "owner", "by") if not getattr(action, field)]
        if action.what.strip() and missing:
            yield at(f"actions/{action.id}/{missing[0]}", action=action.what.strip())


@check("M40-action-without-counter-move", Competition, "hint")
def action_without_counter_move(sheet: Competition) -> Iterator[At]:
    """What will the rival do then? Asked of every action but the gathering of information."""
    for action in sheet.actions:
        seen = action.purpose not in (None, "get-information")
        if seen and action.what.strip() and not action.counter_move.strip():
            yield at(f"actions/{action.id}/counter-move", action=action.what.strip())


@check("M40-unknown-resource", Competition, "error")
def unknown_resource(sheet: Competition) -> Iterator[At]:
    """An action uses a resource that is on the list, and one of ours."""
    ours = {resource.id for resource in sheet.resources if resource.party == US}
    for action in sheet.actions:
        if action.resource is not None and action.resource not in ours:
            yield at(f"actions/{action.id}/resource", other=action.resource)


@check("M40-precondition-unmet", Competition, "warning")
def precondition_unmet(sheet: Competition) -> Iterator[At]:
    """An action rests on a resource whose precondition is not met, or not known to be."""
    used = {action.resource: action for action in sheet.actions if action.resource}
    for resource in sheet.resources_of(US):
        needed = resource.id in used and resource.precondition.strip()
        if needed and (resource.met.given is False or resource.met.value == "unknown"):
            yield at(f"resources/{resource.id}/met", resource=resource.what.strip() or resource.id)


@check("M40-rival-resource-unanswered", Competition, "warning")
def rival_resource_unanswered(sheet: Competition) -> Iterator[At]:
    """A rival can move the outcome, and we have no countermeasure."""
    for resource in sheet.resources:
        strong = resource.party != US and resource.effect.given == "high"
        if strong and not resource.countermeasure.strip():
            yield at(f"resources/{resource.id}/countermeasure", resource=resource.what.strip() or resource.id)


@check("M40-frontal-without-superiority", Competition, "error")
def frontal_without_superiority(sheet: Competition) -> Iterator[At]:
    """Frontal only with about three to one in the customer's eyes, confirmed against every rival."""
    if sheet.strategy == "frontal" and not opening(sheet, "frontal").open:
        yield at("strategy")


@check("M40-flanking-without-criterion", Competition, "error")
def flanking_without_criterion(sheet: Competition) -> Iterator[At]:
    """Flanking changes a criterion; which one?"""
    if sheet.strategy == "flanking" and not sheet.criterion.strip():
        yield at("criterion")


@check("M40-flanking-without-backer", Competition, "hint")
def flanking_without_backer(sheet: Competition) -> Iterator[At]:
    """The customer changes its criteria; somebody there has to want it."""
    if sheet.strategy == "flanking" and sheet.criterion.strip() and sheet.backer is None:
        yield at("backer", criterion=sheet.criterion.strip())


@check("M40-flanking-while-superior", Competition, "hint")
def flanking_while_superior(sheet: Competition) -> Iterator[At]:
    """Who is far ahead under today's criteria has no reason to change them."""
    if sheet.strategy == "flanking" and opening(sheet, "flanking").reason == "already-superior":
        yield at("strategy")


@check("M40-fragment-without-expansion", Competition, "error")
def fragment_without_expansion(sheet: Competition) -> Iterator[At]:
    """A part is taken in order to grow."""
    if sheet.strategy == "fragment" and sheet.part.strip() and not sheet.expansion.strip():
        yield at("expansion", part=sheet.part.strip())


@check("M40-fragment-without-part", Competition, "error")
def fragment_without_part(sheet: Competition) -> Iterator[At]:
    """Which part fits us?"""
    if sheet.strategy == "fragment" and not sheet.part.strip():
        yield at("part")


@check("M40-defend-not-in-place", Competition, "error")
def defend_not_in_place(sheet: Competition) -> Iterator[At]:
    """Only who is in place can defend it."""
    if sheet.strategy == "defend" and not opening(sheet, "defend").open:
        yield at("in-place")


@check("M40-develop-winnable", Competition, "warning")
def develop_winnable(sheet: Competition) -> Iterator[At]:
    """Nobody gives up a round that can be won, or of which nobody has found out whether it can."""
    if sheet.strategy == "develop" and opening(sheet, "develop").reason in ("winnable", "winnable-open"):
        yield at("winnable")


@check("M40-develop-without-next-round", Competition, "error")
def develop_without_next_round(sheet: Competition) -> Iterator[At]:
    """Developing means that there is a next round."""
    if sheet.strategy == "develop" and not sheet.next_round.strip():
        yield at("next-round")


def _own_voice(row: SwotRow) -> bool:
    return bool(SELLERS.search(row.text) or (row.said_by is None and (ANY_WE.search(row.text) or offers(row.text))))
