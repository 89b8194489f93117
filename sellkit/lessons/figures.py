"""What the lessons tell in figures, by the names that their texts use."""

from typing import Any

from sellkit.models.account.account import Account
from sellkit.models.control.history import shift
from sellkit.models.control.steps import next_step
from sellkit.models.methods.checklist import ChecklistSheet
from sellkit.models.opportunity import Opportunity
from sellkit.models.people.political_map import least_steps
from sellkit.models.plan.strategy import openings
from sellkit.training.deal_control import elements


def customer(account: Account) -> dict[str, Any]:
    """Whose account it is, and of which day."""
    return {"name": account.label, "day": account.as_of}


def control(account: Account) -> dict[str, Any]:
    """How the group is run: by the confirmed marks, and as the team claims."""
    return {"control": account.profile.control, "claimed": account.profile.control_mode.given}


def grade(account: Account) -> dict[str, Any]:
    """The account's grade."""
    return {"grade": account.grade}


def contacts(account: Account) -> dict[str, Any]:
    """The standard for the six posts, and those that fall short of it."""
    short = [gap.post for gap in account.people.gaps() if gap.missing]
    return {"needed": account.people.needed, "missing": short}


def missed(account: Account) -> dict[str, Any]:
    """Triggers of which nothing was made in a year."""
    assert account.as_of is not None
    return {"missed": [trigger.label for trigger in account.triggers.missed(account.as_of)]}


def after_sale(account: Account) -> dict[str, Any]:
    """Where the account is in its life, and how it stands after the sale."""
    held = account.post_sale.changed(as_of=account.as_of)
    state = account.life_cycle.current
    return {
        "state": state.state.given if state else None,
        "health": held.health,
        "lines": held.independent(),
        "due": held.review_due,
        "white": len(held.white_space),
    }


def pain(deal: Opportunity) -> dict[str, Any]:
    """What the pain at the top costs, and how the chain hangs together."""
    chain = deal.pain_chain
    top = chain.tops[0].id
    loss = sum(reason.loss or 0 for reason in chain.by_person[top].reasons)
    leaves = sum(reason.is_leaf for node in chain.nodes for reason in node.reasons)
    return {"top": top, "loss": loss, "leaves": leaves, "paths": len(list(chain.paths()))}


def power(deal: Opportunity) -> dict[str, Any]:
    """The balance of power."""
    return {"balance": deal.people.balance}


def least(deal: Opportunity) -> dict[str, Any]:
    """Whom to move for a majority, and in how many steps."""
    steps = least_steps(deal.people.people) or ()
    return {"steps": list(dict.fromkeys(step.person for step in steps)), "count": len(steps)}


def short_of_stage(sheet: ChecklistSheet) -> dict[str, Any]:
    """The elements that fall short of what the stage asks for."""
    short = sheet.below_minimum()
    return {"short": [item.name for group in sheet.method.groups for item in group.items if item.id in short]}


def both_values(deal: Opportunity) -> dict[str, Any]:
    """Deal control as claimed and as confirmed."""
    return {"claimed": deal.control.claimed, "confirmed": deal.control.confirmed}


def moved(before: Opportunity, deal: Opportunity) -> dict[str, Any]:
    """What happened to deal control between two days; elements by their sign."""
    found, signs = shift(before.control, deal.control), elements(deal.control.scheme)
    return {
        "was": before.control.confirmed,
        "now": deal.control.confirmed,
        "won": [signs[id].sign for id in found.won],
        "lost": [signs[id].sign for id in found.lost],
    }


def to_win(deal: Opportunity) -> dict[str, Any]:
    """The next element to win, whom to win for it, and who can tell."""
    step = next_step(deal.control)
    assert step is not None
    coaches = {coach.id: coach.name or coach.person for coach in deal.control.coaches}
    element = elements(deal.control.scheme)[step.element]
    return {
        "sign": element.sign,
        "element": element.name,
        "people": step.people,
        "coaches": [coaches[id] for id in step.coaches],
    }


def next_decision(deal: Opportunity) -> dict[str, Any]:
    """What the customer decides next."""
    assert deal.as_of is not None
    return {"day": deal.as_of, "decision": deal.purchase.next_decision(deal.as_of)}


def ways_to_compete(deal: Opportunity) -> dict[str, Any]:
    """The strategies that the confirmed marks leave open."""
    return {"open": [each.strategy for each in openings(deal.competition) if each.open]}


def new_factors(deal: Opportunity) -> dict[str, Any]:
    """What has come among the three factors that matter most."""
    return {"entered": [change.name for change in deal.success_factors.alarm() if change.kind == "enters"]}


def overdue(deal: Opportunity) -> dict[str, Any]:
    """What the plan had for an earlier day and is not done."""
    assert deal.as_of is not None
    return {"overdue": [item.what for item in deal.sales_plan.overdue(deal.as_of)]}
