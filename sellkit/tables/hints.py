"""What the declaration of a field does not say: on which scale its levels stand, and in which list its id is found.

A name is a field's (`attitude`) or, where two fields of one name differ, a class's field (`Resource.effect`).
"""

from collections.abc import Mapping
from typing import TypeVar

from sellkit.models.base import Record

T = TypeVar("T")

# Where the names of the levels stand: a scale of the house.
SCALES: Mapping[str, str] = {
    "buying_roles": "buying-roles",
    "contact_roles": "contact-roles",
    "functions": "functions",
    "influence": "influence",
    "need": "needs",
    "other_needs": "needs",
    "earlier_needs": "needs",
    "adaptability": "adaptability",
    "decision_focus": "decision-focus",
    "coverage": "coverage",
    "attitude": "attitude",
    "circle": "circle",
    "tendency": "tendency",
    "contact_frequency": "contact-frequency",
    "Stakeholder.stage": "relationship-stage",
    "trust": "personal-trust",
    "Ally.claimed": "ally-kind",
    "WinResult.mode": "response-mode",
    "fit": "decision-fit",
    "chance": "chance",
    "effect": "effect",
    "SwotRow.kind": "swot",
    "strategy": "competitive-strategy",
    "purpose": "action-purpose",
    "mine": "mine-work",
    "PlanItem.stage": "plan-stage",
    "SalesPlan.stage": "plan-stage",
    "PlanItem.kind": "plan-item-kind",
    "Concern.kind": "concern-kinds",
    "Initiative.kind": "initiative-class",
    "Question.kind": "spin",
    "depth": "needs-funnel",
    "Turn.move": "vision-blocks",
    "Coach.kind": "coach-kind",
    "independence": "coach-independence",
    "confidence": "confidence",
    "Standing.score": "factor-standing",
    "post": "contact-post",
    "seniority": "seniority",
    "control_mode": "control-mode",
    "controls.key": "headquarters-control",
    "Department.standing": "attitude",
    "Trigger.kind": "trigger-kind",
    "StateMark.state": "life-cycle",
    "ValueReview.value": "value-met",
    "Space.state": "white-space",
    "GrowthSource.kind": "growth-sources",
    "Criterion.kind": "selection-criteria",
    "TierMove.reason": "tier-reasons",
}

# In which list the row stands that an id names; people are marked in the models, except where any text may stand.
REFERS: Mapping[str, str] = {
    "reports_to": "people",
    "Reason.owner": "people",
    "Initiative.owner": "people",
    "InitiativeList.people": "people",
    "leading": "initiatives",
    "initiative": "initiatives",
    "party": "rivals",
    "Standing.id": "rivals",
    "parent": "items",
    "leads_to": "stages",
    "resource": "resources",
    "plan_action": "items",
    "CoachWord.coach": "coaches",
}

# Words that stand beside the rows of a list: nobody's reason, our own side.
BESIDE: Mapping[str, tuple[str, ...]] = {"Reason.owner": ("leaf",), "party": ("us",), "Standing.id": ("us",)}

# Texts that are names of elements, the same in every language.
PLAIN = frozenset({"ControlElement.id", "scheme", "Reading.claimed", "Reading.confirmed", "tier", "TierMove.to"})

# In the currency of the deal, though declared as any number that is not negative.
MONEY = frozenset({
    "Reason.loss", "value", "year_target", "opportunity_value", "registered_capital", "sales", "profit", "potential",
    "GrowthPlan.target", "current", "amount", "PurchasingShare.ours", "target_value", "spent",
})  # fmt: skip
PERCENT = frozenset({"weight", "share", "close_rate", "win_rate", "FunnelDeal.chance"})


def hint(table: Mapping[str, T], model: type[Record], field: str) -> T | None:
    """What a table says of a field, the class's own word first."""
    for kind in model.__mro__:
        if (found := table.get(f"{kind.__name__}.{field}")) is not None:
            return found
    return table.get(field)


def among(names: frozenset[str], model: type[Record], field: str) -> bool:
    """The field is one of these."""
    return hint(dict.fromkeys(names, True), model, field) is True
