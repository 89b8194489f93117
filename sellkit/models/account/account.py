"""One account with everything that is known about it: its people, its sheets, and the deals we have with it."""

from typing import ClassVar, Literal

from pydantic import Field

from sellkit.models.account.key_contacts import KeyPeople
from sellkit.models.account.life_cycle import LifeCycle
from sellkit.models.account.post_sale import PostSale
from sellkit.models.account.profile import AccountProfile
from sellkit.models.account.triggers import TriggerLog
from sellkit.models.base import Rows
from sellkit.models.binder import Binder
from sellkit.models.methods.grid import GridSheet, Region
from sellkit.models.opportunity import Opportunity
from sellkit.models.portfolio.customer_value import CustomerValue
from sellkit.models.portfolio.growth import GrowthPlan
from sellkit.models.portfolio.strengths import StrengthMatrix

GRADE = "account-grade"


class Account(Binder):
    """Account (大客户): one customer as we knew it on the day `as_of`.

    people         its key people, and which of them are our contacts in the six posts
    methods        sheets of methods written as data, by the method's id: grade, kind of relationship, alignment …
    opportunities  the deals with it; each has its own people and sheets, and takes day and currency from here
    Every other field is the sheet of that name; a sheet that nobody has begun is empty, not missing.
    Raises ValueError for two deals with one id, and for a method sheet under another name than its own.
    Source: C1 and C2 of the C136 tool, account-planning courses; that deals hang under their account is ours.
    """

    SHEETS: ClassVar[tuple[str, ...]] = (
        "people", "profile", "triggers", "life_cycle", "post_sale", "growth", "strengths", "value",
    )  # fmt: skip
    LISTS: ClassVar[tuple[str, ...]] = ("opportunities",)

    people: KeyPeople = Field(default_factory=KeyPeople)
    profile: AccountProfile = Field(default_factory=AccountProfile)
    triggers: TriggerLog = Field(default_factory=TriggerLog)
    life_cycle: LifeCycle = Field(default_factory=LifeCycle)
    post_sale: PostSale = Field(default_factory=PostSale)
    growth: GrowthPlan = Field(default_factory=GrowthPlan)
    strengths: StrengthMatrix = Field(default_factory=StrengthMatrix)
    value: CustomerValue = Field(default_factory=CustomerValue)
    opportunities: Rows[Opportunity] = ()

    @property
    def version(self) -> Literal["V1.0", "V2.0"]:
        """Of the profile: V1.0 while there is no opportunity, V2.0 when one has appeared."""
        return "V2.0" if self.opportunities else "V1.0"

    @property
    def grade(self) -> Region | None:
        """The grade (M14) that its confirmed placement says: A1 … C3; None while there is none."""
        sheet = self.sheets.get(f"methods/{GRADE}")
        if not isinstance(sheet, GridSheet):
            return None
        placed = [each for each in sheet.current() if each.confirmed]
        mine = [each for each in placed if each.id == self.id]
        return sheet.region((mine or placed)[0]) if placed else None
