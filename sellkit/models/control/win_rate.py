"""A share of deals won, with the interval that honesty asks for, and nothing at all where the deals are too few."""

from math import exp, lgamma, log, sqrt
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from sellkit.models.base import Record

Finding = Literal["supports", "contradicts", "cannot-tell"]

# Of a standard normal distribution 95 % lie within ± this.
Z95 = 1.959964
# Below this many deals a 95 % interval can span more than half of all rates (11 deals: ± 0.254, 12 deals: ± 0.246 at a
# rate of one half), which is to say nothing; so below it nothing is said.
MIN_DEALS = 12
# Data support a claim only if the interval that holds it is at most this wide; a wide one would hold many claims.
SUPPORT_WIDTH = 0.2
# What would be seen so seldom speaks against a claim: either end beyond 95 %.
UNLIKELY = 0.025


class Rate(Record):
    """A share with how far it can be trusted: `won` of `deals`. Below MIN_DEALS there is no rate and no interval."""

    deals: Annotated[int, Field(ge=0)] = 0
    won: Annotated[int, Field(ge=0)] = 0

    @model_validator(mode="after")
    def _no_more_than_all(self) -> Self:
        if self.won > self.deals:
            raise ValueError(f"{self.won} of {self.deals} deals cannot be won")
        return self

    @property
    def enough(self) -> bool:
        """There are enough deals to say anything."""
        return self.deals >= MIN_DEALS

    @property
    def value(self) -> float | None:
        """The share seen, 0–1; None if there are too few deals."""
        return self.won / self.deals if self.enough else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % Wilson interval, 0–1; None if there are too few deals."""
        return wilson(self.won, self.deals) if self.enough else None


def wilson(won: int, deals: int, z: float = Z95) -> tuple[float, float]:
    """The Wilson score interval of a share: (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n).

    It stays within 0–1 and says something sensible even when all or none were won. (0, 1) without deals.
    Raises ValueError if more were won than there were, or for negative numbers. Source: Wilson 1927.
    """
    if not 0 <= won <= deals:
        raise ValueError(f"{won} of {deals} deals cannot be won")
    if deals == 0:
        return (0.0, 1.0)
    share, square = won / deals, z * z
    middle = share + square / (2 * deals)
    half = z * sqrt(share * (1 - share) / deals + square / (4 * deals * deals))
    scale = 1 + square / deals
    # At the ends the formula is exact, the floating point is not.
    low = 0.0 if won == 0 else max(0.0, (middle - half) / scale)
    high = 1.0 if won == deals else min(1.0, (middle + half) / scale)
    return (low, high)


def judge(rate: float, ours: Rate) -> Finding:
    """What our deals say about a published rate.

    contradicts  were the rate true, so few (or so many) won deals would come about in at most 2.5 % of all cases;
                 counted exactly, since near 0 and 1 an interval says too soon that a rate lies outside
    supports     it lies in our interval, and this is narrow
    cannot-tell  all else, and always below MIN_DEALS
    """
    if ours.interval is None:
        return "cannot-tell"
    few = sum(_chance(won, ours.deals, rate) for won in range(ours.won + 1))
    many = sum(_chance(won, ours.deals, rate) for won in range(ours.won, ours.deals + 1))
    if min(few, many) <= UNLIKELY:
        return "contradicts"
    low, high = ours.interval
    return "supports" if low <= rate <= high and high - low <= SUPPORT_WIDTH else "cannot-tell"


def _chance(won: int, deals: int, rate: float) -> float:
    """The probability of exactly so many won deals; by logarithms, for the numbers grow beyond any float."""
    if rate in (0.0, 1.0):
        return float(won == rate * deals)
    ways = lgamma(deals + 1) - lgamma(won + 1) - lgamma(deals - won + 1)
    return exp(ways + won * log(rate) + (deals - won) * log(1 - rate))
