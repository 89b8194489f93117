"""M64 on the level of an account: its sheets, its methods and its deals against each other."""

from collections.abc import Iterator

from sellkit.checks.registry import At, at, check
from sellkit.models.account.account import Account
from sellkit.models.methods.grid import GridSheet
from sellkit.models.opportunity import Opportunity
from sellkit.models.portfolio.strategy_fit import arrow

ALIGNMENT = "methods/strategic-alignment"
IN_TROUBLE = ("declining", "problem", "lost")


@check("M12-block-bare-with-deal", Account, "warning")
def block_bare_with_deal(account: Account) -> Iterator[At]:
    """With the first deal the profile becomes V2.0: no block of it is bare any more. Told in one remark."""
    bare = [block for block in account.profile.blocks if block.blank and len(block.blank) == block.asked]
    if account.opportunities and bare:
        yield at(f"profile/{bare[0].blank[0]}", count=len(bare), deals=len(account.opportunities))


@check("M12-deal-in-other-currency", Account, "hint")
def deal_in_other_currency(account: Account) -> Iterator[At]:
    """The deals of an account are counted in its currency, or their sum means nothing."""
    for deal in account.opportunities:
        if deal.currency and account.currency and deal.currency != account.currency:
            yield at(f"opportunities/{deal.id}/currency", deal=deal.label, one=account.currency, other=deal.currency)


@check("M14-top-grade-unplanned", Account, "warning")
def top_grade_unplanned(account: Account) -> Iterator[At]:
    """An account of grade A has a plan: something is written down that we will do for it or in one of its deals."""
    grade = account.grade
    if grade is not None and grade.id.startswith("a") and not _planned(account):
        yield at("people/actions", grade=grade.id.upper())


@check("M23-trouble-without-action", Account, "warning")
def trouble_without_action(account: Account) -> Iterator[At]:
    """An account that declines, has a problem or is lost gets an action with somebody to do it."""
    mark = account.life_cycle.claimed
    if mark is not None and mark.state.given in IN_TROUBLE and not _planned(account):
        yield at(f"life-cycle/states/{mark.id}/state")


@check("M64-deal-people-unknown", Account, "hint")
def deal_people_unknown(account: Account) -> Iterator[At]:
    """Who matters in a deal is among the account's people too, and stays there when the deal is over."""
    for deal in account.opportunities:
        strangers = [person for person in deal.people.people if person.id not in account.people.by_id]
        if strangers:
            place = f"opportunities/{deal.id}/people/{strangers[0].id}"
            yield at(place, deal=deal.label, person=strangers[0].label, count=len(strangers))


@check("M64-initiative-off-arrow", Account, "hint")
def initiative_off_arrow(account: Account) -> Iterator[At]:
    """An initiative lies on the arrow from where the customer stands to where it wants to be."""
    sheet = account.sheets.get(ALIGNMENT)
    way = arrow(sheet, account.as_of) if isinstance(sheet, GridSheet) else None
    if way is None or way.open:
        return
    for deal in account.opportunities:
        for initiative in deal.initiatives.started:
            if initiative.kind.given and way.fit(initiative.kind.given) == "off":
                yield at(f"opportunities/{deal.id}/initiatives/{initiative.id}/class", deal=deal.label)


@check("M64-unknown-deal", Account, "error")
def unknown_deal(account: Account) -> Iterator[At]:
    """A deal that a trigger or an initiation names is a deal of this account."""
    ids = {deal.id for deal in account.opportunities}
    for name in ("triggers", "initiations"):
        for row in getattr(account.triggers, name):
            if row.deal is not None and row.deal not in ids:
                yield at(f"triggers/{name}/{row.id}/deal", other=row.deal)


def _planned(account: Account) -> bool:
    """Somebody has written down what to do: for a person, about a trigger, or in a deal."""
    return (
        any(action.what.strip() for action in account.people.actions)
        or any(trigger.action.strip() for trigger in account.triggers.triggers)
        or any(map(_worked, account.opportunities))
    )


def _worked(deal: Opportunity) -> bool:
    return bool(deal.sales_plan.items) or any(action.what.strip() for action in deal.people.actions)
