"""M44: a funnel that is wide enough, moves, and costs money only where it pays."""

from collections.abc import Iterator

from sellkit.checks.registry import At, at, check
from sellkit.models.portfolio.funnel import REVIEW_DAYS, Funnel
from sellkit.models.portfolio.selection import WHOLE


@check("M44-low-tier-spending", Funnel, "warning")
def low_tier_spending(funnel: Funnel) -> Iterator[At]:
    """Sales money goes to a deal of tier C or D."""
    for deal in funnel.open:
        if deal.tier in ("C", "D") and deal.spent:
            yield at(f"{deal.id}/spent", deal=deal.label, tier=deal.tier, spent=f"{deal.spent:,.0f}")


@check("M44-review-overdue", Funnel, "warning")
def review_overdue(funnel: Funnel) -> Iterator[At]:
    """Deals of tier A are looked at every 5 days, B every 15, C every 30."""
    for deal, days in funnel.to_review():
        if deal.tier is not None:
            yield at(f"{deal.id}/reviewed", deal=deal.label, tier=deal.tier, days=days, within=REVIEW_DAYS[deal.tier])


@check("M44-stalled", Funnel, "warning")
def stalled(funnel: Funnel) -> Iterator[At]:
    """A deal is in its stage for more than 1.5 times the median."""
    for age in funnel.ages():
        if age.stalled:
            yield at(f"{age.deal.id}/entered", deal=age.deal.label, days=age.days or 0, usual=f"{age.usual:g}")


@check("M44-too-narrow", Funnel, "warning")
def too_narrow(funnel: Funnel) -> Iterator[At]:
    """Fewer prospects came in during the last 30 days than the closings of a month ask for."""
    if funnel.refill is not None and funnel.new is not None and funnel.new < funnel.refill:
        yield at("closings", new=funnel.new, needed=funnel.refill)


@check("M44-sale-without-project", Funnel, "error")
def sale_without_project(funnel: Funnel) -> Iterator[At]:
    """The initiation gate: without information on a project it is customer maintenance, no sale."""
    for deal in funnel.open:
        if deal.work == "sale" and deal.project.given is not True:
            yield at(f"{deal.id}/work", deal=deal.label)


@check("M44-target-out-of-reach", Funnel, "warning")
def target_out_of_reach(funnel: Funnel) -> Iterator[At]:
    """The target would be missed even if every open deal were won."""
    if funnel.coverage is not None and funnel.value and funnel.coverage < 1:
        yield at("target-value", held=f"{funnel.value:,.0f}", target=f"{funnel.target_value:,.0f}")


@check("M44-percent-over-100", Funnel, "error")
def percent_over_whole(funnel: Funnel) -> Iterator[At]:
    """No chance is better than certain, and nobody wins more than all."""
    rates = (("close-rate", funnel.close_rate), ("win-rate", funnel.win_rate))
    places = [*rates, *((f"{deal.id}/chance", deal.chance) for deal in funnel.deals)]
    for place, given in places:
        if given is not None and given > WHOLE:
            yield at(place, given=f"{given:g}")


@check("M44-two-currencies", Funnel, "error")
def two_currencies(funnel: Funnel) -> Iterator[At]:
    """Sums are made in one currency."""
    for deal in funnel.foreign():
        yield at(f"{deal.id}/currency", deal=deal.label, given=deal.currency.strip(), wanted=funnel.counted_in)


@check("M44-unknown-stage", Funnel, "error")
def unknown_stage(funnel: Funnel) -> Iterator[At]:
    """A deal stands in one of the funnel's stages."""
    stages = {stage.id for stage in funnel.stages}
    for deal in funnel.deals:
        if stages and deal.stage is not None and deal.stage not in stages:
            yield at(f"{deal.id}/stage", deal=deal.label, stage=deal.stage)
