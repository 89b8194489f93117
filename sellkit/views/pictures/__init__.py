"""Pictures of the models without a browser: for a plain notebook, a report, a slide.

picture(record, words)                        # shows itself in a notebook
picture(record, words, "political-map").svg   # text; one record can have several pictures
picture(deal, words, "sales-plan").to_png()   # bytes; of a whole deal, the picture of one of its sheets
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from sellkit.models.base import Record, no_such

if TYPE_CHECKING:
    from sellkit.views.pictures.relationship_map import Says

__all__ = ["PICTURES", "Drawn", "Picture", "picture", "to_png"]


class Drawn(NamedTuple):
    """One kind of picture: the class of record it shows, and the function that draws it, loaded when it is needed."""

    shows: str
    function: str
    named: bool = False  # takes `names`: people (and, of an account, deals) by id


# The first that fits is a record's own picture.
PICTURES: dict[str, Drawn] = {
    "relationship-map": Drawn("RelationshipMap", "relationship_map:relationship_map_svg"),
    "five-dimensions": Drawn("FiveDimensionProfile", "five_dimensions:five_dimensions_svg"),
    "political-map": Drawn("PoliticalMap", "political_map:political_map_svg"),
    "key-contacts": Drawn("KeyPeople", "key_contacts:key_contacts_svg"),
    "rank-influence": Drawn("People", "rank_influence:rank_influence_svg"),
    "adoption-curve": Drawn("People", "adoption_curve:adoption_curve_svg"),
    "coverage-plan": Drawn("People", "coverage_plan:coverage_plan_svg"),
    "profile-radar": Drawn("Stakeholder", "profile_radar:profile_radar_svg"),
    "pain-chain": Drawn("PainChain", "pain_chain:pain_chain_svg"),
    "prompter": Drawn("Prompter", "prompter:prompter_svg", named=True),
    "vision-grid": Drawn("Conversation", "vision_grid:vision_grid_svg", named=True),
    "stage-ladder": Drawn("LadderSheet", "ladder:ladder_svg"),
    "checklist": Drawn("ChecklistSheet", "method:method_svg", named=True),
    "grid": Drawn("GridSheet", "grid:grid_svg", named=True),
    "table": Drawn("TableSheet", "table:table_svg", named=True),
    "decision-timeline": Drawn("DecisionProcess", "decision_timeline:decision_timeline_svg", named=True),
    "competition": Drawn("Competition", "competition:competition_svg", named=True),
    "success-factors": Drawn("SuccessFactors", "success_factors:success_factors_svg"),
    "sales-plan": Drawn("SalesPlan", "sales_plan:sales_plan_svg"),
    "changes": Drawn("Difference", "changes:changes_svg"),
    "what-if": Drawn("WhatIf", "what_if:what_if_svg"),
    "account-profile": Drawn("AccountProfile", "account_profile:account_profile_svg", named=True),
    "life-cycle": Drawn("LifeCycle", "life_cycle:life_cycle_svg"),
    "triggers": Drawn("TriggerLog", "trigger_log:trigger_log_svg", named=True),
    "post-sale": Drawn("PostSale", "post_sale:post_sale_svg", named=True),
    "customer-value": Drawn("CustomerValue", "customer_value:customer_value_svg", named=True),
    "selection": Drawn("CustomerSelection", "customer_selection:customer_selection_svg"),
    "tiers": Drawn("TierBook", "tier_book:tier_book_svg"),
    "deal-control": Drawn("DealControl", "deal_control:deal_control_svg", named=True),
    "control-history": Drawn("ControlHistory", "control_history:control_history_svg"),
    "control-portfolio": Drawn("ControlPortfolio", "control_portfolio:control_portfolio_svg"),
    "strategy": Drawn("CustomerStrategy", "strategy_fit:strategy_svg"),
    "growth": Drawn("GrowthPlan", "growth:growth_svg"),
    "strengths": Drawn("StrengthMatrix", "strengths:strength_matrix_svg"),
    "funnel": Drawn("Funnel", "funnel:funnel_svg"),
    "calibration": Drawn("Calibration", "calibration:calibration_svg"),
    "skill-radar": Drawn("SkillReview", "skill_radar:skill_radar_svg"),
}


@dataclass(frozen=True, repr=False)
class Picture:
    """A finished picture; ``svg`` is its text."""

    svg: str

    def _repr_svg_(self) -> str:
        return self.svg

    def to_png(self, zoom: float = 2) -> bytes:
        return to_png(self.svg, zoom)


def picture(record: Record, words: "Says", kind: str | None = None, **options: Any) -> Picture:
    """The picture of a record in the language of ``words``.

    kind     a name of `PICTURES`, where a record has several or a whole deal is given
    options  what the drawing takes: ``width`` (1180 for a slide, 390 for a phone), ``statements`` (texts of a bank by
             id), ``names`` (of people by id) …
    Raises ValueError for a kind that does not exist or does not show this record.
    """
    fitting = [name for name, drawn in PICTURES.items() if drawn.shows in _kinds_of(record)]
    sheets: Mapping[str, Record] = getattr(record, "sheets", {})
    if sheets:
        shown = PICTURES[kind].shows if kind in PICTURES else ""
        sheet = next((sheet for sheet in sheets.values() if shown in _kinds_of(sheet)), None)
        if kind is None or sheet is None:
            raise no_such(f"picture {kind!r} of this deal", PICTURES)
        known = (*sheets["people"].people, *getattr(record, "opportunities", ()))  # type: ignore[attr-defined]
        names = {"names": {each.id: each.label for each in known}} if PICTURES[kind].named else {}
        return picture(sheet, words, kind, **(names | options))
    chosen = kind or next(iter(fitting), None)
    if chosen not in fitting:
        raise no_such(f"picture {kind!r} of a {type(record).__name__}", fitting)
    file, _, function = PICTURES[chosen].function.partition(":")
    draw = getattr(import_module(f"{__name__}.{file}"), function)
    return Picture(draw(record, words, **options))


def to_png(svg: str, zoom: float = 2) -> bytes:
    """The SVG as PNG, drawn with the machine's own fonts (Chinese needs one, such as Noto Sans CJK)."""
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=zoom))


def _kinds_of(record: Record) -> set[str]:
    return {kind.__name__ for kind in type(record).__mro__}
