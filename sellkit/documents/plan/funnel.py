"""The deals of the account as a funnel: how many at which stage, and what they are worth together."""

from sellkit.documents.blocks import Block, Figure
from sellkit.documents.plan.source import Source
from sellkit.models.plan.sales_plan import PLAN_STAGES
from sellkit.models.portfolio.funnel import Funnel, FunnelDeal, FunnelStage


def blocks(source: Source) -> list[Block]:
    """The funnel as a picture, once a deal has a stage."""
    if not any(deal.sales_plan.stage for deal in source.deals):
        return []
    stages = tuple(FunnelStage(id=stage, name=source.words.level("plan-stage", stage)) for stage in PLAN_STAGES)
    deals = tuple(
        FunnelDeal(id=deal.id, name=deal.label, stage=deal.sales_plan.stage, value=deal.value, currency=deal.currency)
        for deal in source.deals
    )
    return [Figure("", "funnel", Funnel(stages=stages, deals=deals, currency=source.account.currency, as_of=source.on))]
