"""One deal with everything that is known about it: its people, and every sheet that the method has for it."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any, Self

from pydantic import Field, model_validator

from sellkit.models.base import Id, Money, Record, no_such
from sellkit.models.control.deal_control import DealControl
from sellkit.models.methods.sheets import AnyMethodSheet
from sellkit.models.pain.compelling import WhyNowWhyUs
from sellkit.models.pain.concerns import ConcernList
from sellkit.models.pain.initiative import InitiativeList
from sellkit.models.pain.pain_chain import PainChain
from sellkit.models.pain.prompter import Prompter
from sellkit.models.pain.questioning import CallPlan
from sellkit.models.paths import rows_of
from sellkit.models.people.champion import ChampionPlan
from sellkit.models.people.political_map import PoliticalMap
from sellkit.models.people.profile import FiveDimensionProfile
from sellkit.models.people.relationship_map import RelationshipMap
from sellkit.models.plan.competition import Competition
from sellkit.models.plan.purchase import PurchasePlan
from sellkit.models.plan.sales_plan import SalesPlan
from sellkit.models.plan.success_factors import SuccessFactors

SHEETS = (
    "people", "initiatives", "pain_chain", "why", "concerns", "purchase", "competition", "success_factors",
    "sales_plan", "control",
)  # fmt: skip
LISTS = ("prompters", "call_plans")


class Stakeholders(RelationshipMap, FiveDimensionProfile, PoliticalMap, ChampionPlan):
    """The people of one deal. Relationship map, five dimensions, political map and champion test are views of them."""


class Opportunity(Record):
    """Opportunity (商机): one deal as it stood on the day `as_of`.

    value    what it is worth to us, in `currency`
    people   everybody who matters, with marks, lines of influence, actions, the rivals' camp
    methods  sheets of methods written as data, by the method's id: stages, assessment, MEDDPICC, a house method
    Every other field is the sheet of that name; a sheet that nobody has begun is empty, not missing. Sheets without a
    day of their own speak of this one. Raises ValueError for a method sheet under another name than its own.
    Source: the five-stage and seven-stage courses on large deals; that all sheets share one set of people is ours.
    """

    id: Id
    name: str = ""
    as_of: date | None = None
    value: Money | None = None
    currency: str = ""
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
    methods: dict[Id, AnyMethodSheet] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _filed_by_method(self) -> Self:
        for name, sheet in self.methods.items():
            if sheet.method.id != name:
                raise no_such(f"sheet of {sheet.method.id!r} under the name {name!r}", [sheet.method.id])
        return self

    @cached_property
    def sheets(self) -> Mapping[str, Record]:
        """Every sheet by its path, each with the people and the day that it shares with the deal."""
        found: dict[str, Record] = {name.replace("_", "-"): self._shared(getattr(self, name)) for name in SHEETS}
        for name in LISTS:
            place = name.replace("_", "-")
            found |= {f"{place}/{key}": self._shared(sheet) for key, sheet in rows_of(getattr(self, name))}
        found |= {f"methods/{name}": self._shared(sheet) for name, sheet in self.methods.items()}
        return found

    def _shared(self, sheet: Record) -> Record:
        shared: dict[str, Any] = {}
        if "as_of" in type(sheet).model_fields and getattr(sheet, "as_of") is None and self.as_of is not None:  # noqa: B009
            shared["as_of"] = self.as_of
        if isinstance(sheet, PainChain) and sheet.nodes and not sheet.people:
            shared["people"] = self.people.people
        elif isinstance(sheet, InitiativeList) and sheet.started and not sheet.people:
            shared["people"] = tuple(person.id for person in self.people.people)
        return sheet.changed(**shared) if shared else sheet
