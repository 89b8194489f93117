"""One deal with everything that is known about it: its people, and every sheet that the method has for it."""

from typing import Any, ClassVar

from pydantic import Field

from sellkit.models.base import Money, Record
from sellkit.models.binder import Binder
from sellkit.models.control.deal_control import DealControl
from sellkit.models.pain.compelling import WhyNowWhyUs
from sellkit.models.pain.concerns import ConcernList
from sellkit.models.pain.initiative import InitiativeList
from sellkit.models.pain.pain_chain import PainChain
from sellkit.models.pain.prompter import Prompter
from sellkit.models.pain.questioning import CallPlan
from sellkit.models.people.champion import ChampionPlan
from sellkit.models.people.political_map import PoliticalMap
from sellkit.models.people.profile import FiveDimensionProfile
from sellkit.models.people.relationship_map import RelationshipMap
from sellkit.models.plan.competition import Competition
from sellkit.models.plan.purchase import PurchasePlan
from sellkit.models.plan.sales_plan import SalesPlan
from sellkit.models.plan.success_factors import SuccessFactors

_SHEETS = (
    "people", "initiatives", "pain_chain", "why", "concerns", "purchase", "competition", "success_factors",
    "sales_plan", "control",
)  # fmt: skip
_LISTS = ("prompters", "call_plans")


class Stakeholders(RelationshipMap, FiveDimensionProfile, PoliticalMap, ChampionPlan):
    """The people of one deal. Relationship map, five dimensions, political map and champion test are views of them."""


class Opportunity(Binder):
    """Opportunity (商机): one deal as it stood on the day `as_of`.

    value    what it is worth to us, in `currency`
    people   everybody who matters, with marks, lines of influence, actions, the rivals' camp
    methods  sheets of methods written as data, by the method's id: stages, assessment, MEDDPICC, a house method
    Every other field is the sheet of that name; a sheet that nobody has begun is empty, not missing. Sheets without a
    day of their own speak of this one. Raises ValueError for a method sheet under another name than its own.
    Source: the five-stage and seven-stage courses on large deals; that all sheets share one set of people is ours.
    """

    SHEETS: ClassVar[tuple[str, ...]] = _SHEETS
    LISTS: ClassVar[tuple[str, ...]] = _LISTS

    value: Money | None = None
    people: Stakeholders = Field(default_factory=Stakeholders)
    initiatives: InitiativeList = Field(default_factory=InitiativeList)
    pain_chain: PainChain = Field(default_factory=PainChain)
    prompters: tuple[Prompter, ...] = ()
    call_plans: tuple[CallPlan, ...] = ()
    why: WhyNowWhyUs = Field(default_factory=WhyNowWhyUs)
    concerns: ConcernList = Field(default_factory=ConcernList)
    purchase: PurchasePlan = Field(default_factory=PurchasePlan)
    competition: Competition = Field(default_factory=Competition)
    success_factors: SuccessFactors = Field(default_factory=SuccessFactors)
    sales_plan: SalesPlan = Field(default_factory=SalesPlan)
    control: DealControl = Field(default_factory=DealControl)

    def shared_with(self, sheet: Record) -> dict[str, Any]:
        """Day and currency; pain chain and initiatives also take over the people, unless they name their own."""
        shared = super().shared_with(sheet)
        if isinstance(sheet, PainChain) and sheet.nodes and not sheet.people:
            shared["people"] = self.people.people
        elif isinstance(sheet, InitiativeList) and sheet.started and not sheet.people:
            shared["people"] = tuple(person.id for person in self.people.people)
        return shared
