"""M24: what a customer is worth in a year, and who inside decides on it."""

from collections.abc import Mapping
from typing import Literal

from sellkit.models.base import Money, Named, PersonId, Record, Rows


class PurchasingShare(Named):
    """What one part of the customer decides to buy in a year.

    decided_by  headquarters (集中采购) or a department on its own (分散采购); decider: the person
    amount      all it spends on what we could supply; ours: what of it comes to us today
    """

    decided_by: Literal["headquarters", "department"] = "department"
    decider: PersonId | None = None
    amount: Money | None = None
    ours: Money | None = None


class CustomerValue(Record):
    """Value of a customer under central and divided purchasing: what headquarters decides and what each department
    decides. Raises ValueError for two shares with one id."""

    currency: str = ""
    shares: Rows[PurchasingShare] = ()

    @property
    def by(self) -> Mapping[str, float]:
        """What headquarters decides, and what the departments decide together."""
        return {
            kind: sum(each.amount or 0 for each in self.shares if each.decided_by == kind)
            for kind in ("headquarters", "department")
        }

    @property
    def value(self) -> float:
        """The customer's whole value in a year."""
        return sum(self.by.values())

    @property
    def central(self) -> float | None:
        """Headquarters' share of what is known of it, 0–1; None while nothing is known."""
        return self.by["headquarters"] / self.value if self.value else None

    @property
    def white_space(self) -> float:
        """What is bought elsewhere today; never below 0."""
        return sum(max(0.0, (each.amount or 0) - (each.ours or 0)) for each in self.shares)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Parts of the customer whose amount nobody knows."""
        return tuple(each.id for each in self.shares if each.amount is None)
