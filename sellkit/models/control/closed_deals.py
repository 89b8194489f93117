"""M43, calibration: the table of closed deals that a team learns from."""

from datetime import date, timedelta
from typing import Annotated, Literal, Self

from pydantic import Field

from sellkit.models.base import Id, Record, Rows
from sellkit.models.control.deal_control import DealControl
from sellkit.models.control.value import ElementId, Scheme

By = Literal["claimed", "confirmed"]


class Reading(Record):
    """What stood on a sheet on one day. `confirmed` is None if no coach was asked; `chance` is what the seller said the
    chance to win was, 0–1, None if nothing was said."""

    on: date
    claimed: frozenset[ElementId] = frozenset()
    confirmed: frozenset[ElementId] | None = None
    chance: Annotated[float, Field(ge=0, le=1)] | None = None

    @classmethod
    def of(cls, sheet: DealControl, on: date, chance: float | None = None) -> Self:
        """A reading of a sheet of deal control."""
        asked = any(sheet.words(id) for id in sheet.standings)
        claimed = frozenset(id for id in sheet.standings if sheet.claims(id))
        confirmed = frozenset(id for id in sheet.standings if sheet.confirms(id)) if asked else None
        return cls(on=on, claimed=claimed, confirmed=confirmed, chance=chance)

    def held(self, by: By) -> frozenset[ElementId] | None:
        """The elements that held, by the seller's claim or by the coaches' word."""
        return self.claimed if by == "claimed" else self.confirmed


class ClosedDeal(Record):
    """One deal that was won or lost, with its readings on the way."""

    id: Id
    seller: str = ""
    scheme: Scheme = "C139"
    won: bool
    closed_on: date
    readings: tuple[Reading, ...] = ()

    def reading(self, days_before: int) -> Reading | None:
        """The last reading that is at least so many days older than the end; None if there is none."""
        last = self.closed_on - timedelta(days=min(days_before, self.closed_on.toordinal() - 1))
        return max((reading for reading in self.readings if reading.on <= last), key=lambda r: r.on, default=None)


class ClosedDeals(Record):
    """A table of closed deals. Raises ValueError for two deals with one id."""

    deals: Rows[ClosedDeal] = ()
