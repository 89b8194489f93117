"""M44: the funnel: wide enough, moving, and worked on where it pays; tiers A to D with their review cadence."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from math import isfinite
from statistics import median
from typing import Annotated, ClassVar, Literal, NamedTuple

from pydantic import Field

from sellkit.models.base import Id, Judged, Money, Named, Record, Rows
from sellkit.models.portfolio.forecast import Bet, Forecast, forecast
from sellkit.models.portfolio.pace import refill, velocity
from sellkit.models.portfolio.selection import Percent
from sellkit.models.portfolio.tiers import Tier

# Days after which a deal of a tier is looked at again; D is not worked on.
REVIEW_DAYS: Mapping[Tier, int] = {"A": 5, "B": 15, "C": 30}
# Stalled: longer in its stage than this many times the median.
STALL = 1.5
# Below this many stays a median says nothing.
MIN_STAYS = 3
MONTH = 30
Days = Annotated[float, Field(ge=0, allow_inf_nan=False)]


class FunnelStage(Named):
    """A stage of the funnel, from the widest down. stays: how many days closed deals spent in it, one number each."""

    stays: tuple[Days, ...] = ()

    @property
    def usual(self) -> float | None:
        """The median stay in days; None while fewer than three are known."""
        return median(self.stays) if len(self.stays) >= MIN_STAYS else None


class FunnelDeal(Named):
    """One opportunity in the funnel.

    tier       A–D; stage: where it is; value: in the funnel's currency, unless `currency` names another
    chance     0–100, our own judgement of winning
    work       sale (销售行动) or customer maintenance (客户维护)
    project    the customer has a project: somebody has told us what for, who wants it and when
    qualified  it has passed our screen
    opened     the day it entered the funnel; entered: its stage; reviewed: the last review; closed: won or lost
    spent      sales spending on it so far
    """

    tier: Tier | None = None
    stage: Id | None = None
    value: Money | None = None
    currency: str = ""
    chance: Percent | None = None
    work: Literal["sale", "maintenance"] | None = None
    project: Judged[bool] = Field(default_factory=Judged[bool])
    qualified: bool = False
    opened: date | None = None
    entered: date | None = None
    reviewed: date | None = None
    closed: date | None = None
    spent: Money | None = None

    @property
    def gate(self) -> Literal["sale", "maintenance", "open"]:
        """The initiation gate: a confirmed project is sold to; a customer of whom we know none is looked after. Open:
        nobody has filled it in, or nothing confirms it yet."""
        if self.project.settled is True:
            return "sale"
        return "maintenance" if self.project.value in (False, "unknown") else "open"

    def open_on(self, on: date) -> bool:
        """In the funnel on that day."""
        return (self.opened is None or self.opened <= on) and (self.closed is None or self.closed > on)


class Age(NamedTuple):
    """How long a deal is in its stage, against the median there; None where one of the two is not known."""

    deal: FunnelDeal
    days: int | None
    usual: float | None

    @property
    def stalled(self) -> bool:
        """Longer than 1.5 times the median."""
        return self.days is not None and self.usual is not None and self.days > STALL * self.usual


class Funnel(Record):
    """The funnel (漏斗) on the day `as_of`.

    closings, close_rate  deals to win in a month, and of a hundred new prospects how many are won
    win_rate              of a hundred qualified deals how many are won: more than of new prospects
    target_value          what the open deals have to bring, in `currency`
    cycle_days            from prospect to contract
    Deals in another currency are in no sum; without `currency`, the first that a deal names is the funnel's. Raises
    ValueError for two deals or stages with one id.
    Source: the funnel of key-account courses; stalling, velocity and coverage from the field's literature.
    """

    MAIN: ClassVar[str] = "deals"

    stages: Rows[FunnelStage] = ()
    deals: Rows[FunnelDeal] = ()
    currency: str = ""
    closings: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None
    close_rate: Percent | None = None
    win_rate: Percent | None = None
    target_value: Money | None = None
    cycle_days: Days | None = None
    as_of: date | None = None

    @cached_property
    def open(self) -> tuple[FunnelDeal, ...]:
        """The deals that are in the funnel on the day of the sheet."""
        return tuple(deal for deal in self.deals if not self.as_of or deal.open_on(self.as_of))

    @property
    def refill(self) -> int | None:
        """New prospects needed in a month for the closings of a month; None where no number would be enough."""
        if self.closings is None or not self.close_rate or not isfinite(self.closings * 100 / self.close_rate):
            return None
        return refill(self.closings, self.close_rate)

    @property
    def new(self) -> int | None:
        """Deals that entered in the last thirty days, the day itself included; None while no day is known."""
        opened = [deal.opened for deal in self.deals if deal.opened is not None]
        if self.as_of is None or not opened:
            return None
        return sum(0 <= (self.as_of - day).days < MONTH for day in opened)

    @property
    def value(self) -> float:
        """What the open deals are worth together."""
        return sum(deal.value or 0 for deal in self.open if self._ours(deal))

    @property
    def coverage(self) -> float | None:
        """How many times the open deals hold the target."""
        return self.value / self.target_value if self.target_value else None

    @property
    def velocity(self) -> float | None:
        """What the qualified deals bring in a day; None while a part of the sum is missing."""
        worth = [deal.value for deal in self.open if deal.qualified and deal.value is not None and self._ours(deal)]
        if not worth or self.win_rate is None or not self.cycle_days:
            return None
        return velocity(len(worth), sum(worth) / len(worth), self.win_rate, self.cycle_days)

    def forecast(self) -> Forecast:
        """What the open deals bring, as an interval."""
        return forecast(
            Bet(deal.value, deal.chance / 100)
            for deal in self.open
            if deal.value is not None and deal.chance is not None and self._ours(deal)
        )

    def ages(self) -> tuple[Age, ...]:
        """How long each open deal is in its stage, by stage, the oldest first; deals without a stage come last."""
        order = {stage.id: n for n, stage in enumerate(self.stages)}
        usual = {stage.id: stage.usual for stage in self.stages}
        found = [
            Age(deal, _days(deal.entered, self.as_of), usual.get(deal.stage) if deal.stage else None)
            for deal in self.open
        ]
        return tuple(sorted(found, key=lambda age: (order.get(age.deal.stage or "", len(order)), -(age.days or 0))))

    def to_review(self) -> tuple[tuple[FunnelDeal, int], ...]:
        """Open deals whose review is overdue, with the days since the last one; without any, since they came in, or as
        long as we know of them."""
        found = []
        for deal in self.open:
            since = _days(deal.reviewed or deal.opened or deal.entered, self.as_of)
            within = REVIEW_DAYS.get(deal.tier) if deal.tier else None
            if within is not None and since is not None and since > within:
                found.append((deal, since))
        return tuple(found)

    def foreign(self) -> tuple[FunnelDeal, ...]:
        """Deals in another currency."""
        return tuple(deal for deal in self.deals if not self._ours(deal))

    @cached_property
    def counted_in(self) -> str:
        """The currency of the sums: the funnel's own, or the first that a deal names; "" if none is named."""
        named = (self.currency, *(each.currency for each in self.deals))
        return next((each.strip() for each in named if each.strip()), "")

    def _ours(self, deal: FunnelDeal) -> bool:
        return deal.currency.strip().casefold() in ("", self.counted_in.casefold())


def _days(since: date | None, on: date | None) -> int | None:
    return max(0, (on - since).days) if since is not None and on is not None else None
