"""M17, M18, M20, M22, M25 and M26: the customer's strategy, our choice of customers, our own readiness."""

from collections.abc import Iterator
from datetime import date

from sellkit.checks.registry import At, at, check
from sellkit.models.methods.grid import GridSheet, Placement
from sellkit.models.methods.table import TableSheet
from sellkit.models.portfolio.contact_cost import contact_cost
from sellkit.models.portfolio.resource_audit import ResourceAudit
from sellkit.models.portfolio.selection import WHOLE, CustomerSelection
from sellkit.models.portfolio.strategy_fit import CustomerStrategy
from sellkit.models.portfolio.technology_fit import technology_fit
from sellkit.models.portfolio.tiers import TierBook

# Three weights of 33.3 make a whole: so far rounding may miss it.
ROUNDED = 0.15
# So many contacts in one stage without one aim reached are no accident.
IN_VAIN = 3
# One to three years, a month short or long: nobody names the day.
NEAREST, FARTHEST, MONTH = 335, 1126, 30.4


@check("M17-nothing-for-revenue", CustomerStrategy, "warning")
def nothing_for_revenue(strategy: CustomerStrategy) -> Iterator[At]:
    """Initiatives are placed, the customer wants more focus on revenue, and none of them carries it there in time."""
    if strategy.tactics.current() and "revenue" in strategy.uncarried():
        yield at("tactics")


@check("M17-nothing-for-cost", CustomerStrategy, "warning")
def nothing_for_cost(strategy: CustomerStrategy) -> Iterator[At]:
    """Initiatives are placed, the customer wants more focus on cost, and none of them carries it there in time."""
    if strategy.tactics.current() and "cost" in strategy.uncarried():
        yield at("tactics")


@check("M17-wanted-day-astray", CustomerStrategy, "hint")
def wanted_day_astray(strategy: CustomerStrategy) -> Iterator[At]:
    """Where the customer wants to be is asked for one to three years from now: nearer is a plan, farther a dream."""
    arrow = strategy.arrow
    if arrow is not None and arrow.days is not None and not NEAREST <= arrow.days <= FARTHEST:
        yield at(f"alignment/{arrow.wanted.key}", months=round(arrow.days / MONTH))


@check("M18-initiative-off-arrow", CustomerStrategy, "hint")
def initiative_off_arrow(strategy: CustomerStrategy) -> Iterator[At]:
    """An initiative works on what the customer wants no focus on."""
    for found in strategy.fits():
        if found.fit == "off":
            yield at(f"tactics/{found.placement.key}/y", initiative=_name(found.placement))


@check("M18-initiative-too-late", CustomerStrategy, "warning")
def initiative_too_late(strategy: CustomerStrategy) -> Iterator[At]:
    """An initiative lies on the arrow and shows after the day by which the customer wants to be there."""
    for found in strategy.fits():
        if found.fit == "too-late":
            yield at(f"tactics/{found.placement.key}/x", initiative=_name(found.placement))


@check("M20-conflict-unanswered", TableSheet, "warning")
def conflict_unanswered(sheet: TableSheet) -> Iterator[At]:
    """Our solution goes against a preference, and nobody has written what we do about it."""
    if sheet.method.id == "technology-preferences":
        texts = {row.id: str(row.cells.get("what") or row.id).strip() for row in sheet.rows}
        for block in technology_fit(sheet):
            for row in block.unanswered:
                yield at(f"rows/{row}/plan", what=texts[row])


@check("M20-block-not-asked", TableSheet, "hint")
def block_not_asked(sheet: TableSheet) -> Iterator[At]:
    """Half of the blocks and more were asked about, and there are others of which nothing is written."""
    if sheet.method.id == "technology-preferences":
        blocks = technology_fit(sheet)
        bare = [block.block for block in blocks if not block.asked]
        if bare and 2 * len(bare) <= len(blocks):
            levels = next(column.levels for column in sheet.method.columns if column.id == "block") or ()
            yield at("rows", blocks=tuple(level.name for level in levels if level.id in bare))


@check("M22-weights-do-not-add-up", CustomerSelection, "warning")
def weights_do_not_add_up(selection: CustomerSelection) -> Iterator[At]:
    """The weights make 100 per cent: asked as soon as every criterion has one, or they make more already."""
    weighed = [each.weight for each in selection.criteria]
    over = selection.weight - WHOLE
    if weighed and (over > ROUNDED or (all(weighed) and over < -ROUNDED)):
        yield at(f"criteria/{selection.criteria[-1].id}/weight", total=f"{selection.weight:g}")


@check("M22-percent-over-100", CustomerSelection, "error")
def weight_over_whole(selection: CustomerSelection) -> Iterator[At]:
    """No part is larger than the whole."""
    for criterion in selection.criteria:
        if criterion.weight > WHOLE:
            yield at(f"criteria/{criterion.id}/weight", given=f"{criterion.weight:g}")


@check("M22-first-place-tied", CustomerSelection, "hint")
def first_place_tied(selection: CustomerSelection) -> Iterator[At]:
    """Points were given, and two customers share the first place."""
    first = next(iter(selection.ranking()), None)
    if first and first.tied and first.score:
        names = {each.id: each.label for each in selection.candidates}
        yield at("candidates", one=first.candidate.label, other=names[first.tied[0]])


@check("M22-first-place-open", CustomerSelection, "hint")
def first_place_open(selection: CustomerSelection) -> Iterator[At]:
    """Somebody further down could still be first: what is open decides."""
    ranking = selection.ranking()
    if ranking and ranking[0].score:
        for found in ranking[1:]:
            if found.rank > 1 and found.most > ranking[0].score:
                yield at(
                    f"candidates/{found.candidate.id}", one=ranking[0].candidate.label, other=found.candidate.label
                )
                return


@check("M22-tier-without-reason", TierBook, "warning")
def tier_without_reason(book: TierBook) -> Iterator[At]:
    """A customer is lifted above its place, and no confirmed reason reaches so far."""
    for move in book.moves:
        if move.account in book.placed and not book.allowed(move):
            name = next(_name(each) for each in book.grid.current(book.as_of) if each.id == move.account)
            yield at(f"moves/{move.id}/reason", account=name, placed=book.placed[move.account], to=move.to)


@check("M22-only-sunk", TierBook, "hint")
def only_sunk(book: TierBook) -> Iterator[At]:
    """A customer is lifted only because much was spent on it already."""
    for found in book.tiers():
        if found.move and found.tier < found.placed and found.move.reason.settled == "resources-sunk":
            yield at(f"moves/{found.move.id}/reason", account=_name(found.placement))


@check("M25-no-without-action", ResourceAudit, "warning")
def no_without_action(audit: ResourceAudit) -> Iterator[At]:
    """A question of the audit is answered no, and nothing is planned; told in one remark that leads to the first."""
    if missing := audit.readiness().unplanned:
        yield at(f"actions/{missing[0]}/what", count=len(missing))


@check("M26-waste", GridSheet, "warning")
def waste(sheet: GridSheet) -> Iterator[At]:
    """We give what the customer does not want, and nothing is said about stopping it."""
    yield from _unsettled(sheet, "waste")


@check("M26-wanted-not-given", GridSheet, "warning")
def wanted_not_given(sheet: GridSheet) -> Iterator[At]:
    """The customer wants something that it does not get, and nothing is said about giving it."""
    yield from _unsettled(sheet, "out-of-here")


@check("M45-in-vain", TableSheet, "warning")
def in_vain(sheet: TableSheet) -> Iterator[At]:
    """Three or more contacts for one opportunity, all of them told, and no aim was reached."""
    if sheet.method.id == "contact-activity":
        for found in contact_cost(sheet, "opportunity"):
            if found.key and found.told == found.done >= IN_VAIN and not found.reached:
                yield at("rows", opportunity=found.key, count=found.done, cost=f"{found.cost:,.0f}")


@check("M45-outcome-untold", TableSheet, "hint")
def outcome_untold(sheet: TableSheet) -> Iterator[At]:
    """A contact has taken place, and nobody has written whether it reached its aim; told in one remark."""
    if sheet.method.id == "contact-activity" and sheet.as_of is not None:
        held = [row for row in sheet.rows if isinstance(on := row.cells.get("on"), date) and on < sheet.as_of]
        untold = [row for row in held if getattr(row.cells.get("reached"), "value", None) is None]
        if untold:
            yield at(f"rows/{untold[0].id}/reached", count=len(untold), held=len(held))


def _unsettled(sheet: GridSheet, region: str) -> Iterator[At]:
    if sheet.method.id == "customer-window":
        for placement in sheet.within(region):
            if not placement.note.strip():
                yield at(f"{placement.key}/note", what=_name(placement))


def _name(placement: Placement) -> str:
    return placement.name.strip() or placement.id
