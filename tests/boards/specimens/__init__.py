"""One specimen of each kind of picture: a sheet with any number of rows and any text in it, and a blank one.

A new kind of picture needs a line here, under its name; what follows a blank tells two sheets of one kind apart.
The laws of `test_pictures_laws.py` hold for every line.
"""

from collections.abc import Callable
from typing import NamedTuple

from sellkit.checks.what_if import WhatIf
from sellkit.models.account.key_contacts import KeyPeople
from sellkit.models.account.life_cycle import LifeCycle
from sellkit.models.account.post_sale import PostSale
from sellkit.models.account.profile import AccountProfile
from sellkit.models.account.triggers import TriggerLog
from sellkit.models.base import Record
from sellkit.models.change import Difference
from sellkit.models.control.calibration import calibrate
from sellkit.models.control.closed_deals import ClosedDeals
from sellkit.models.control.deal_control import DealControl
from sellkit.models.control.history import ControlHistory, ControlPortfolio
from sellkit.models.methods.skills import SkillReview
from sellkit.models.pain.conversation import Conversation
from sellkit.models.pain.pain_chain import PainChain
from sellkit.models.pain.prompter import Prompter
from sellkit.models.people.political_map import PoliticalMap
from sellkit.models.people.profile import FiveDimensionProfile
from sellkit.models.people.relationship_map import RelationshipMap
from sellkit.models.people.stakeholder import People, Stakeholder
from sellkit.models.plan.competition import Competition
from sellkit.models.plan.purchase import PurchasePlan
from sellkit.models.plan.sales_plan import SalesPlan
from sellkit.models.plan.success_factors import SuccessFactors
from sellkit.models.portfolio.customer_value import CustomerValue
from sellkit.models.portfolio.funnel import Funnel
from sellkit.models.portfolio.growth import GrowthPlan
from sellkit.models.portfolio.selection import CustomerSelection
from sellkit.models.portfolio.strengths import StrengthMatrix
from sellkit.models.portfolio.tiers import TierBook

from ...models.method_sheets import checklist, ladder
from ...models.portfolio_sheets import grid
from . import account, change, control, methods, pain, people, plans, portfolio


class Specimen(NamedTuple):
    """How one kind of picture is tried.

    made   makes a sheet from a text that stands wherever a text can stand, and a number of rows
    blank  a sheet in which nothing was filled in; empty: the message that says what would fill it
    title  the message that is its title; none where it is called after its method or its person
    grows  it is wider than was asked, where its rows would else not be legible
    """

    made: Callable[[str, int], Record]
    blank: Record
    empty: str = ""
    title: str = ""
    grows: bool = False


def _of(family: Callable[[str, int], Record], blank: Record, words: str, **parts: bool) -> Specimen:
    return Specimen(family, blank, f"boards.{words}.empty", f"boards.{words}.title", **parts)


def _people(kind: type[Record]) -> Callable[[str, int], Record]:
    return lambda text, rows: kind.model_validate({"people": people.listed(text, rows)})


SPECIMENS: dict[str, Specimen] = {
    "relationship-map": _of(people.relations, RelationshipMap(), "map", grows=True),
    "five-dimensions": _of(_people(FiveDimensionProfile), FiveDimensionProfile(), "dimensions"),
    "political-map": _of(_people(PoliticalMap), PoliticalMap(), "political"),
    "key-contacts": _of(account.contacts, KeyPeople(), "key-contacts"),
    "rank-influence": _of(_people(People), People(), "rank"),
    "adoption-curve": _of(_people(People), People(), "adoption"),
    "coverage-plan": _of(people.coverage, People(), "coverage"),
    "profile-radar": Specimen(people.one, Stakeholder(id="x"), "boards.radar.note"),
    "pain-chain": Specimen(pain.chain, PainChain(), "boards.chain.empty-picture", "boards.chain.title", grows=True),
    "prompter": _of(pain.lines, Prompter(), "prompter"),
    "vision-grid": _of(pain.turns, Conversation(), "vision"),
    "stage-ladder": Specimen(methods.claimed, ladder("purchase-steps"), "boards.ladder.empty"),
    "checklist": Specimen(methods.begun, checklist("zero-rule"), "boards.checklist.empty"),
    "checklist of rivals": Specimen(
        lambda text, _: methods.judged_twice(text), checklist("opportunity-assessment"), "boards.checklist.empty"
    ),
    "grid": Specimen(methods.places, methods.grid(), "boards.grid.empty"),
    "table": Specimen(methods.roles, methods.camps(), "boards.table.empty"),
    "decision-timeline": _of(plans.purchase, PurchasePlan(), "timeline"),
    "competition": _of(plans.rivalry, Competition(), "competition"),
    "success-factors": _of(plans.factors, SuccessFactors(), "success-factors"),
    "sales-plan": _of(plans.sales, SalesPlan(), "plan"),
    "changes": _of(change.changes, Difference(), "changes"),
    "what-if": Specimen(
        change.supposed,
        WhatIf(marks=Difference(), outlook=Difference()),
        "boards.what-if.no-marks",
        "boards.what-if.title",
    ),
    "account-profile": _of(account.profile, AccountProfile(), "account"),
    "life-cycle": _of(account.cycle, LifeCycle(), "life-cycle"),
    "triggers": _of(account.triggers, TriggerLog(), "triggers"),
    "post-sale": _of(account.after_the_sale, PostSale(), "post-sale"),
    "customer-value": _of(portfolio.purchasing, CustomerValue(), "value"),
    "selection": _of(portfolio.selection, CustomerSelection(), "selection"),
    "tiers": _of(portfolio.tiers, TierBook(grid=grid("attraction-entry", {})), "tiers"),
    "deal-control": _of(lambda text, _: control.gauge(text), DealControl(), "control"),
    "control-history": _of(
        lambda text, rows: control.history(rows, text), ControlHistory(), "control.history", grows=True
    ),
    "control-portfolio": _of(lambda text, rows: control.portfolio(rows, text), ControlPortfolio(), "control.portfolio"),
    "strategy": _of(portfolio.strategy, portfolio.EMPTY_STRATEGY, "strategy"),
    "growth": _of(portfolio.growth, GrowthPlan(), "growth"),
    "strengths": _of(portfolio.matrix, StrengthMatrix(), "strengths"),
    "funnel": _of(portfolio.funnel, Funnel(), "funnel"),
    "calibration": _of(
        lambda text, rows: control.calibration(rows, text), calibrate(ClosedDeals()), "control.calibration"
    ),
    "skill-radar": Specimen(methods.grown, SkillReview(method=methods.LADDER), "boards.skills.empty"),
}
