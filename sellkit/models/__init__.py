"""The method: people, pain and vision, plans, deal control, accounts, and methods written as data.

Standard library and pydantic only. Each name is loaded when it is first used, so that who needs a pain chain does not
wait for the sales plan. Where two rooms use one word (`Row`, `Step`, `Standing` …), it is found in its own file only.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sellkit.models.account.account import Account
    from sellkit.models.account.control_mode import ControlReading, control_mode
    from sellkit.models.account.key_contacts import KeyContact, KeyPeople, PostGap
    from sellkit.models.account.life_cycle import LifeCycle, StateMark, ways_from
    from sellkit.models.account.post_sale import ContactLine, HealthReading, PostSale, Space, ValueReview
    from sellkit.models.account.profile import AccountProfile, Department, Owner, Project, SystemInUse, YearFigures
    from sellkit.models.account.triggers import Initiation, Trigger, TriggerLog
    from sellkit.models.asking import OpenQuestion, open_questions
    from sellkit.models.base import Confidence, Judged, Record
    from sellkit.models.binder import Binder
    from sellkit.models.change import Change, Difference, difference
    from sellkit.models.control.calibration import Calibration, PublishedClaim, SellerCalibration, calibrate
    from sellkit.models.control.closed_deals import ClosedDeal, ClosedDeals, Reading
    from sellkit.models.control.coach import Coach, CoachWord
    from sellkit.models.control.deal_control import ControlElement, DealControl, Voice
    from sellkit.models.control.history import ControlHistory, ControlPortfolio, DealRow, Shift, shift
    from sellkit.models.control.mapping import Conversion, convert
    from sellkit.models.control.steps import Conflict, NextStep, contradictions, next_step
    from sellkit.models.control.value import ControlValue
    from sellkit.models.control.win_rate import Rate, wilson
    from sellkit.models.methods.checklist import ChecklistSheet, Mark
    from sellkit.models.methods.checklist_method import Checklist
    from sellkit.models.methods.crosswalk import Crosswalk, read_across
    from sellkit.models.methods.grid import Grid, GridSheet, Placement
    from sellkit.models.methods.head import Party
    from sellkit.models.methods.ladder import Ladder, LadderSheet, Weighted, weighted_value
    from sellkit.models.methods.skills import SkillGrowth, SkillReview, SkillView
    from sellkit.models.methods.table import Table, TableSheet
    from sellkit.models.methods.verdict import Verdict, falls_through, group_state, verdict
    from sellkit.models.opportunity import Opportunity, Stakeholders
    from sellkit.models.outlook import Outlook
    from sellkit.models.pain.compelling import CompellingReason, UniqueValue, WhyNowWhyUs
    from sellkit.models.pain.concerns import Concern, ConcernList, Reply
    from sellkit.models.pain.conversation import Conversation, Manners, Turn
    from sellkit.models.pain.initiative import Initiative, InitiativeList
    from sellkit.models.pain.pain_chain import Diagnosis, Link, PainChain, PainNode, Reason, Statement
    from sellkit.models.pain.persona import Persona, replay
    from sellkit.models.pain.prompter import Alignment, Prompter, PrompterLine
    from sellkit.models.pain.questioning import CallPlan, Question
    from sellkit.models.paths import judged, leaves, with_value
    from sellkit.models.people.champion import Ally, ChampionPlan, RedFlag, WinResult
    from sellkit.models.people.needs_table import Found, NeedsRow, needs_table
    from sellkit.models.people.next_actions import NextAction, next_actions
    from sellkit.models.people.political_map import Balance, PoliticalMap, Pull, balance, least_steps, pulls
    from sellkit.models.people.profile import FiveDimensionProfile
    from sellkit.models.people.rank_influence import Point, points
    from sellkit.models.people.relationship_building import BuildingCatalogue, BuildingMethod, Proposal, proposals
    from sellkit.models.people.relationship_map import Influence, RelationshipMap
    from sellkit.models.people.stakeholder import Action, People, PersonRef, Stakeholder
    from sellkit.models.people.tendency import Tendency, steps_apart
    from sellkit.models.plan.competition import Competition, CompetitiveAction, Resource, Rival, RivalMove, SwotRow
    from sellkit.models.plan.factor_version import Factor, FactorVersion, TopChange
    from sellkit.models.plan.purchase import DecisionProcess, DecisionStage, Moment, PurchasePlan, PurchaseStep
    from sellkit.models.plan.sales_plan import Load, PlanItem, Progress, SalesPlan
    from sellkit.models.plan.strategy import Opening, openings
    from sellkit.models.plan.success_factors import Lead, PartyScore, SuccessFactors
    from sellkit.models.portfolio.contact_cost import ContactCost, contact_cost
    from sellkit.models.portfolio.customer_value import CustomerValue, PurchasingShare
    from sellkit.models.portfolio.forecast import Bet, Forecast, forecast
    from sellkit.models.portfolio.funnel import Age, Funnel, FunnelDeal, FunnelStage
    from sellkit.models.portfolio.growth import GrowthPlan, GrowthSource
    from sellkit.models.portfolio.pace import refill, velocity
    from sellkit.models.portfolio.resource_audit import AuditAction, Readiness, ResourceAudit
    from sellkit.models.portfolio.selection import Candidate, Criterion, CustomerSelection, Ranked, Scored
    from sellkit.models.portfolio.strategy_fit import Arrow, CustomerStrategy, InitiativeFit, arrow
    from sellkit.models.portfolio.strengths import Cell, MatrixNeed, NeedStanding, StrengthMatrix
    from sellkit.models.portfolio.technology_fit import BlockFit, technology_fit
    from sellkit.models.portfolio.tiers import AccountTier, TierBook, TierMove
    from sellkit.models.portfolio.wall_ways import WallHabit, wall_habit
    from sellkit.models.portfolio.window import WindowPicture, window_picture
    from sellkit.models.scale import Level, Scale
    from sellkit.models.text import Language, Text

# Where each public name lives.
_HOMES = {
    "account.account": "Account",
    "account.control_mode": "ControlReading control_mode",
    "account.key_contacts": "KeyContact KeyPeople PostGap",
    "account.life_cycle": "LifeCycle StateMark ways_from",
    "account.post_sale": "ContactLine HealthReading PostSale Space ValueReview",
    "account.profile": "AccountProfile Department Owner Project SystemInUse YearFigures",
    "account.triggers": "Initiation Trigger TriggerLog",
    "asking": "OpenQuestion open_questions",
    "base": "Confidence Judged Record",
    "binder": "Binder",
    "change": "Change Difference difference",
    "control.calibration": "Calibration PublishedClaim SellerCalibration calibrate",
    "control.closed_deals": "ClosedDeal ClosedDeals Reading",
    "control.coach": "Coach CoachWord",
    "control.deal_control": "ControlElement DealControl Voice",
    "control.history": "ControlHistory ControlPortfolio DealRow Shift shift",
    "control.mapping": "Conversion convert",
    "control.steps": "Conflict NextStep contradictions next_step",
    "control.value": "ControlValue",
    "control.win_rate": "Rate wilson",
    "methods.checklist": "ChecklistSheet Mark",
    "methods.checklist_method": "Checklist",
    "methods.crosswalk": "Crosswalk read_across",
    "methods.grid": "Grid GridSheet Placement",
    "methods.head": "Party",
    "methods.ladder": "Ladder LadderSheet Weighted weighted_value",
    "methods.skills": "SkillGrowth SkillReview SkillView",
    "methods.table": "Table TableSheet",
    "methods.verdict": "Verdict falls_through group_state verdict",
    "opportunity": "Opportunity Stakeholders",
    "outlook": "Outlook",
    "pain.compelling": "CompellingReason UniqueValue WhyNowWhyUs",
    "pain.concerns": "Concern ConcernList Reply",
    "pain.conversation": "Conversation Manners Turn",
    "pain.initiative": "Initiative InitiativeList",
    "pain.pain_chain": "Diagnosis Link PainChain PainNode Reason Statement",
    "pain.persona": "Persona replay",
    "pain.prompter": "Alignment Prompter PrompterLine",
    "pain.questioning": "CallPlan Question",
    "paths": "judged leaves with_value",
    "people.champion": "Ally ChampionPlan RedFlag WinResult",
    "people.needs_table": "Found NeedsRow needs_table",
    "people.next_actions": "NextAction next_actions",
    "people.political_map": "Balance PoliticalMap Pull balance least_steps pulls",
    "people.profile": "FiveDimensionProfile",
    "people.rank_influence": "Point points",
    "people.relationship_building": "BuildingCatalogue BuildingMethod Proposal proposals",
    "people.relationship_map": "Influence RelationshipMap",
    "people.stakeholder": "Action People PersonRef Stakeholder",
    "people.tendency": "Tendency steps_apart",
    "plan.competition": "Competition CompetitiveAction Resource Rival RivalMove SwotRow",
    "plan.factor_version": "Factor FactorVersion TopChange",
    "plan.purchase": "DecisionProcess DecisionStage Moment PurchasePlan PurchaseStep",
    "plan.sales_plan": "Load PlanItem Progress SalesPlan",
    "plan.strategy": "Opening openings",
    "plan.success_factors": "Lead PartyScore SuccessFactors",
    "portfolio.contact_cost": "ContactCost contact_cost",
    "portfolio.customer_value": "CustomerValue PurchasingShare",
    "portfolio.forecast": "Bet Forecast forecast",
    "portfolio.funnel": "Age Funnel FunnelDeal FunnelStage",
    "portfolio.growth": "GrowthPlan GrowthSource",
    "portfolio.pace": "refill velocity",
    "portfolio.resource_audit": "AuditAction Readiness ResourceAudit",
    "portfolio.selection": "Candidate Criterion CustomerSelection Ranked Scored",
    "portfolio.strategy_fit": "Arrow CustomerStrategy InitiativeFit arrow",
    "portfolio.strengths": "Cell MatrixNeed NeedStanding StrengthMatrix",
    "portfolio.technology_fit": "BlockFit technology_fit",
    "portfolio.tiers": "AccountTier TierBook TierMove",
    "portfolio.wall_ways": "WallHabit wall_habit",
    "portfolio.window": "WindowPicture window_picture",
    "scale": "Level Scale",
    "text": "Language Text",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = [
    "Account", "AccountProfile", "AccountTier", "Action", "Age", "Alignment", "Ally", "Arrow", "AuditAction",
    "Balance", "Bet", "Binder", "BlockFit", "BuildingCatalogue", "BuildingMethod", "Calibration", "CallPlan",
    "Candidate", "Cell", "ChampionPlan", "Change", "Checklist", "ChecklistSheet", "ClosedDeal", "ClosedDeals",
    "Coach", "CoachWord", "CompellingReason", "Competition", "CompetitiveAction", "Concern", "ConcernList",
    "Confidence", "Conflict", "ContactCost", "ContactLine", "ControlElement", "ControlHistory", "ControlPortfolio",
    "ControlReading", "ControlValue", "Conversation", "Conversion", "Criterion", "Crosswalk", "CustomerSelection",
    "CustomerStrategy", "CustomerValue", "DealControl", "DealRow", "DecisionProcess", "DecisionStage", "Department",
    "Diagnosis", "Difference", "Factor", "FactorVersion", "FiveDimensionProfile", "Forecast", "Found", "Funnel",
    "FunnelDeal", "FunnelStage", "Grid", "GridSheet", "GrowthPlan", "GrowthSource", "HealthReading", "Influence",
    "Initiation", "Initiative", "InitiativeFit", "InitiativeList", "Judged", "KeyContact", "KeyPeople", "Ladder",
    "LadderSheet", "Language", "Lead", "Level", "LifeCycle", "Link", "Load", "Manners", "Mark", "MatrixNeed",
    "Moment", "NeedStanding", "NeedsRow", "NextAction", "NextStep", "OpenQuestion", "Opening", "Opportunity", "Outlook",
    "Owner",
    "PainChain", "PainNode", "Party", "PartyScore", "People", "PersonRef", "Persona", "Placement", "PlanItem",
    "Point", "PoliticalMap", "PostGap", "PostSale", "Progress", "Project", "Prompter", "PrompterLine", "Proposal",
    "PublishedClaim", "Pull", "PurchasePlan", "PurchaseStep", "PurchasingShare", "Question", "Ranked", "Rate",
    "Readiness", "Reading", "Reason", "Record", "RedFlag", "RelationshipMap", "Reply", "Resource", "ResourceAudit",
    "Rival", "RivalMove", "SalesPlan", "Scale", "Scored", "SellerCalibration", "Shift", "SkillGrowth",
    "SkillReview", "SkillView", "Space", "Stakeholder", "Stakeholders", "StateMark", "Statement", "StrengthMatrix",
    "SuccessFactors", "SwotRow", "SystemInUse", "Table", "TableSheet", "Tendency", "Text", "TierBook", "TierMove",
    "TopChange", "Trigger", "TriggerLog", "Turn", "UniqueValue", "ValueReview", "Verdict", "Voice", "WallHabit",
    "Weighted", "WhyNowWhyUs", "WinResult", "WindowPicture", "YearFigures", "arrow", "balance", "calibrate",
    "contact_cost", "contradictions", "control_mode", "convert", "difference", "falls_through", "forecast",
    "group_state", "judged", "least_steps", "leaves", "needs_table", "next_actions", "next_step", "open_questions",
    "openings",
    "points", "proposals", "pulls", "read_across", "refill", "replay", "shift", "steps_apart", "technology_fit",
    "velocity", "verdict", "wall_habit", "ways_from", "weighted_value", "wilson", "window_picture", "with_value",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'sellkit.models' has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"sellkit.models.{_HOME_OF[name]}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
