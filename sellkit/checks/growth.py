"""M24 and M27: what fills the gap, and what we are strong in."""

from collections.abc import Iterator

from sellkit.checks.registry import At, at, check
from sellkit.models.portfolio.customer_value import CustomerValue
from sellkit.models.portfolio.growth import GrowthPlan
from sellkit.models.portfolio.strengths import StrengthMatrix


@check("M24-gap-uncovered", GrowthPlan, "warning")
def gap_uncovered(plan: GrowthPlan) -> Iterator[At]:
    """Sources are written down, and what is confirmed of them does not fill the gap."""
    if plan.sources and plan.uncovered:
        yield at("sources", rest=f"{plan.uncovered:,.0f}", hoped=f"{plan.hoped:,.0f}")


@check("M24-counted-twice", GrowthPlan, "error")
def counted_twice(plan: GrowthPlan) -> Iterator[At]:
    """The same deal, or the same work for the same customer, stands in two rows."""
    for source, before in plan.twice:
        yield at(f"sources/{source.id}/{'deal' if source.deal else 'what'}", source=source.label, other=before.label)


@check("M24-negative-amount", GrowthPlan, "error")
def negative_amount(plan: GrowthPlan) -> Iterator[At]:
    """A source brings money; only what is dropped may cost some."""
    for source in plan.sources:
        if source.amount.given is not None and source.amount.given < 0 and source.kind != "drop-loss-makers":
            yield at(f"sources/{source.id}/amount", source=source.label)


@check("M24-two-currencies", GrowthPlan, "error")
def two_currencies(plan: GrowthPlan) -> Iterator[At]:
    """Sums are made in one currency."""
    for source in plan.foreign():
        yield at(f"sources/{source.id}/currency", source=source.label, given=source.currency.strip(),
                 wanted=plan.counted_in)  # fmt: skip


@check("M24-one-source", GrowthPlan, "hint")
def one_source(plan: GrowthPlan) -> Iterator[At]:
    """One source carries more than half of a gap of several sources."""
    known = [source for source in plan.sources if (source.amount.settled or 0) > 0]
    for source in known if len(known) > 2 and (plan.gap or 0) > 0 else ():
        if 2 * (source.amount.settled or 0) > (plan.gap or 0):
            yield at(f"sources/{source.id}/amount", source=source.label)


@check("M24-source-without-kind", GrowthPlan, "warning")
def source_without_kind(plan: GrowthPlan) -> Iterator[At]:
    """A source brings money and belongs to none of the six kinds: it fills nothing."""
    for source in plan.sources:
        if source.kind is None and source.amount.given:
            yield at(f"sources/{source.id}/kind", source=source.label)


@check("M24-ours-over-whole", CustomerValue, "error")
def ours_over_whole(value: CustomerValue) -> Iterator[At]:
    """We cannot sell somebody more than they buy."""
    for share in value.shares:
        if share.amount is not None and (share.ours or 0) > share.amount:
            yield at(
                f"shares/{share.id}/ours", part=share.label, ours=f"{share.ours:,.0f}", amount=f"{share.amount:,.0f}"
            )


@check("M24-central-decider-unknown", CustomerValue, "warning")
def central_decider_unknown(value: CustomerValue) -> Iterator[At]:
    """Most of what the customer buys is settled at headquarters, and we can name nobody there who settles it."""
    central = [share for share in value.shares if share.decided_by == "headquarters" and share.amount]
    if central and (value.central or 0) > 1 / 2 and not any(share.decider for share in central):
        yield at(f"shares/{central[0].id}/decider", share=round(100 * (value.central or 0)))


@check("M27-need-unanswered", StrengthMatrix, "warning")
def need_unanswered(matrix: StrengthMatrix) -> Iterator[At]:
    """A need of the customer that no confirmed strength of anybody on our side answers."""
    if any(cell.level.settled for cell in matrix.cells if any(unit.id == cell.who for unit in matrix.units)):
        for need in matrix.unanswered():
            yield at(f"needs/{need.id}/strengths", need=need.label)


@check("M27-rival-unknown", StrengthMatrix, "hint")
def rival_unknown(matrix: StrengthMatrix) -> Iterator[At]:
    """Our own strengths are marked, and of a rival nothing is known."""
    known = {cell.who for cell in matrix.cells if cell.level.value is not None}
    if any(unit.id in known for unit in matrix.units):
        for rival in matrix.rivals:
            if rival.id not in known:
                yield at(f"rivals/{rival.id}", rival=rival.label)


@check("M27-nowhere-ahead", StrengthMatrix, "warning")
def nowhere_ahead(matrix: StrengthMatrix) -> Iterator[At]:
    """Every need is compared, and we lead in none."""
    standings = [found.standing for found in matrix.standings()]
    if len(standings) > 1 and not {"lead", "open"} & set(standings):
        yield at("needs", count=len(standings))
