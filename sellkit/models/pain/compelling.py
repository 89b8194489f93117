"""M32: why the customer has to act now, and why with us, both in the customer's own words and numbers."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from sellkit.models.base import Id, Judged, PersonId, Record, Rows

Number = Annotated[float, Field(allow_inf_nan=False)]
ReasonPart = Literal["situation", "driver", "initiative", "forces", "by", "delay", "gain", "effect", "unit"]
ValuePart = Literal["value", "definition", "measure", "said-by", "quote", "understood-by", "differences"]


class CompellingReason(Record):
    """Compelling reason to act (必须行动的理由): what forces the customer's hand, and what each month of waiting costs.

    situation   where the business stands; driver: what drives the change; initiative: id of the initiative it serves
    forces      what forces action, as the customer says it; by: the day by which something must have happened
    delay       what happens if nothing does; gain: what acting in time brings
    effect      the measured effect on the business, in `unit` ("million euros of revenue a year")
    said_by     the person of the customer who says so
    Source: solution-selling courses; the parts as this course teaches them.
    """

    situation: str = ""
    driver: str = ""
    initiative: Id | None = None
    forces: Judged[str] = Field(default_factory=Judged[str])
    by: date | None = None
    delay: str = ""
    gain: str = ""
    effect: Judged[Number] = Field(default_factory=Judged[Number])
    unit: str = ""
    said_by: PersonId | None = None

    @property
    def begun(self) -> bool:
        """What forces action is given: from here on the rest can be asked for."""
        return bool(self.forces.given and self.forces.given.strip())

    @property
    def missing(self) -> tuple[ReasonPart, ...]:
        """The parts that are still blank or unknown, in the order of the sheet."""
        filled: dict[ReasonPart, bool] = {
            "situation": bool(self.situation.strip()),
            "driver": bool(self.driver.strip()),
            "initiative": self.initiative is not None,
            "forces": self.begun,
            "by": self.by is not None,
            "delay": bool(self.delay.strip()),
            "gain": bool(self.gain.strip()),
            "effect": self.effect.known,
            "unit": bool(self.unit.strip()),
        }
        return tuple(part for part, full in filled.items() if not full)

    @property
    def holds(self) -> bool:
        """Nothing is missing, somebody of the customer says so, and force and effect are confirmed (M60)."""
        return not self.missing and self.said_by is not None and self.forces.confirmed and self.effect.confirmed

    def days_left(self, on: date) -> int | None:
        """Days from `on` to the day that forces action, negative once it has passed; None without such a day."""
        return None if self.by is None else (self.by - on).days


class Difference(Record):
    """What one rival cannot offer of this value, or only worse."""

    id: Id
    rival: str = ""
    text: str = ""


class UniqueValue(Record):
    """Unique business value (独特业务价值): a measurable value that the customer can have from nobody else.

    value        the business value; definition: what the customer means by it
    measure      how the customer measures it
    said_by      who of the customer said it, in the words of `quote`
    agreed       the customer agrees that this is the value; understood_by: who else there understands it
    differences  per rival, what sets us apart
    """

    id: Id
    value: str = ""
    definition: str = ""
    measure: str = ""
    said_by: PersonId | None = None
    quote: str = ""
    agreed: Judged[bool] = Field(default_factory=Judged[bool])
    understood_by: tuple[PersonId, ...] = ()
    differences: Rows[Difference] = ()

    @property
    def missing(self) -> tuple[ValuePart, ...]:
        """The parts that are still blank, in the order of the sheet."""
        filled: dict[ValuePart, bool] = {
            "value": bool(self.value.strip()),
            "definition": bool(self.definition.strip()),
            "measure": bool(self.measure.strip()),
            "said-by": self.said_by is not None,
            "quote": bool(self.quote.strip()),
            "understood-by": bool(self.understood_by),
            "differences": any(each.text.strip() for each in self.differences),
        }
        return tuple(part for part, full in filled.items() if not full)

    @property
    def holds(self) -> bool:
        """Nothing is missing and the customer's agreement is confirmed (M60)."""
        return not self.missing and self.agreed.settled is True


class WhyNowWhyUs(Record):
    """One opportunity's answer to "why act now, and why with us": the compelling reason and the unique values.

    Raises ValueError for two values with one id.
    """

    reason: CompellingReason = CompellingReason()
    values: Rows[UniqueValue] = ()

    @property
    def holding(self) -> tuple[UniqueValue, ...]:
        """The values that hold: complete, and agreed by the customer with something to show for it."""
        return tuple(value for value in self.values if value.holds)
