"""M42: a sales plan that somebody can carry out, and others can follow."""

from collections.abc import Iterator

from sellkit.checks.registry import At, at, check
from sellkit.models.plan.sales_plan import PLAN_STAGES, PlanItem, SalesPlan

# With less work in the plan, one owner is no burden.
ENOUGH_TO_SHARE = 5


@check("M42-one-owner", SalesPlan, "warning")
def one_owner(plan: SalesPlan) -> Iterator[At]:
    """A large deal is sold by a team: not everything is on one person."""
    work = [item for item in plan.work if item.what.strip()]
    owners = {" ".join(item.owner.split()) for item in work}
    if len(work) >= ENOUGH_TO_SHARE and len(owners) == 1 and (owner := owners.pop()):
        yield at(f"items/{work[0].id}/owner", owner=owner, count=len(work))


@check("M42-no-owner", SalesPlan, "hint")
def no_owner(plan: SalesPlan) -> Iterator[At]:
    """Work that nobody owns is not done; told in one remark that leads to the first."""
    bare = [item for item in plan.work if item.what.strip() and not item.owner.strip()]
    if bare:
        yield at(f"items/{bare[0].id}/owner", item=bare[0].what.strip(), count=len(bare))


@check("M42-no-date", SalesPlan, "warning")
def no_date(plan: SalesPlan) -> Iterator[At]:
    """An action without a day is a wish."""
    for item in plan.work:
        if item.what.strip() and item.due is None and item.done is None:
            yield at(f"items/{item.id}/due", item=item.what.strip())


@check("M42-key-node-without-outcome", SalesPlan, "warning")
def key_node_without_outcome(plan: SalesPlan) -> Iterator[At]:
    """A key node leaves something to show."""
    for item in plan.items:
        if item.kind == "key-node" and item.done is None and not item.outcome.strip():
            yield at(f"items/{item.id}/outcome", item=_name(item))


@check("M42-done-without-outcome", SalesPlan, "error")
def done_without_outcome(plan: SalesPlan) -> Iterator[At]:
    """A key node is ticked off, and there is nothing to show."""
    for item in plan.items:
        if item.kind == "key-node" and item.done is not None and not item.outcome.strip():
            yield at(f"items/{item.id}/outcome", item=_name(item))


@check("M42-key-node-too-low", SalesPlan, "hint")
def key_node_too_low(plan: SalesPlan) -> Iterator[At]:
    """Key nodes belong on the second level: the sales manager reads no further down."""
    for item in plan.items:
        if item.kind == "key-node" and plan.level(item) == 3 and item.parent in plan.by_id:
            yield at(f"items/{item.id}/kind", item=_name(item))


@check("M42-stage-empty", SalesPlan, "warning")
def stage_empty(plan: SalesPlan) -> Iterator[At]:
    """Three stages are planned, and another is empty; or one is skipped."""
    filled = [n for n, stage in enumerate(PLAN_STAGES, 1) if plan.in_stage(stage)]
    for n in range(1, len(PLAN_STAGES) + 1):
        if n not in filled and filled and (len(filled) >= 3 or n in range(min(filled), max(filled))):
            yield at("items", number=n)


@check("M42-overdue", SalesPlan, "warning")
def overdue(plan: SalesPlan) -> Iterator[At]:
    """Late on the day of the plan; of an item and its late actions only the actions are named."""
    if plan.as_of is not None:
        late = plan.overdue(plan.as_of)
        explained = {item.parent for item in late}
        for item in late:
            if item.due is not None and item.id not in explained:
                yield at(f"items/{item.id}/due", item=_name(item), days=(plan.as_of - item.due).days)


@check("M42-done-ahead", SalesPlan, "warning")
def done_ahead(plan: SalesPlan) -> Iterator[At]:
    """Done is what has been done by the day of the plan."""
    for item in plan.items:
        if plan.as_of is not None and item.done is not None and item.done > plan.as_of:
            yield at(f"items/{item.id}/done", item=_name(item))


@check("M42-unknown-parent", SalesPlan, "error")
def unknown_parent(plan: SalesPlan) -> Iterator[At]:
    """An action stands under an item of the second level."""
    for item in plan.items:
        above = plan.by_id.get(item.parent) if item.parent else None
        if item.parent is not None and (above is None or above.parent is not None):
            yield at(f"items/{item.id}/parent", item=_name(item), other=item.parent)


@check("M42-action-after-item", SalesPlan, "warning")
def action_after_item(plan: SalesPlan) -> Iterator[At]:
    """The actions under an item are due no later than the item."""
    for item in plan.items:
        above = plan.by_id.get(item.parent) if item.parent else None
        if above and item.due and above.due and item.due > above.due:
            yield at(f"items/{item.id}/due", item=_name(item), other=_name(above))


@check("M42-key-node-skipped", SalesPlan, "warning")
def key_node_skipped(plan: SalesPlan) -> Iterator[At]:
    """The deal is said to be in a later stage, and a key node of an earlier one is still open."""
    if plan.stage is None:
        return
    for item in plan.items:
        stage = plan.stage_of(item)
        earlier = stage is not None and PLAN_STAGES.index(stage) < PLAN_STAGES.index(plan.stage)
        if earlier and item.kind == "key-node" and item.done is None:
            yield at(f"items/{item.id}/done", item=_name(item))


@check("M42-no-stage", SalesPlan, "hint")
def no_stage(plan: SalesPlan) -> Iterator[At]:
    """Every item stands in one of the five stages; told in one remark that leads to the first."""
    loose = [item for item in plan.items if item.parent is None and item.stage is None and item.what.strip()]
    if loose:
        yield at(f"items/{loose[0].id}/stage", item=_name(loose[0]), count=len(loose))


def _name(item: PlanItem) -> str:
    return item.what.strip() or item.id
