"""A forecast of several deals: an interval that says how sure it is, never a point alone."""

from collections.abc import Iterable
from math import isfinite
from typing import NamedTuple

# In so many of ten futures the sum shall lie within the interval.
SURE = 0.8
# Beyond so many different sums they are counted in steps of a two-thousandth of the whole: no picture shows more.
MOST_SUMS = 4096
STEPS = 2000


class Bet(NamedTuple):
    """One deal: its value, and its chance, 0–1."""

    value: float
    chance: float


class Forecast(NamedTuple):
    """What deals bring.

    low, high  in at least eight of ten futures the sum is not below `low` and not above `high`: at most one future in
               ten is worse, at most one better
    weighted   the sum of value × chance: a mean, which no single future need hit
    all_won    if every deal is won; deals: how many went in
    """

    low: float
    high: float
    weighted: float
    all_won: float
    deals: int


def forecast(bets: Iterable[Bet]) -> Forecast:
    """The interval from all futures of the deals, each won or lost by its chance, independently of the others.

    Deals that hang together (one customer, one budget) spread wider than this. A chance above 1 counts as 1. The
    chances are our own judgement, so the interval covers luck and no error of theirs.
    """
    held = [Bet(bet.value, min(max(bet.chance, 0.0), 1.0)) for bet in bets]
    whole, weighted = sum(bet.value for bet in held), sum(bet.value * bet.chance for bet in held)
    if not isfinite(whole):  # no float holds the sums: all that can be said is that they lie above nothing
        return Forecast(0.0, whole, weighted, whole, len(held))
    sums = {0.0: 1.0}
    for bet in held:
        after: dict[float, float] = {}
        for so_far, chance in sums.items():
            for value, part in ((so_far, 1 - bet.chance), (so_far + bet.value, bet.chance)):
                if part:
                    after[value] = after.get(value, 0.0) + chance * part
        sums = after if len(after) <= MOST_SUMS else _in_steps(after, whole / STEPS or whole)
    tail = (1 - SURE) / 2
    low = _first(sorted(sums.items()), tail)
    high = _first(sorted(sums.items(), reverse=True), tail)
    return Forecast(low, high, weighted, whole, len(held))


def _first(sums: Iterable[tuple[float, float]], tail: float) -> float:
    """The first sum by which more than the tail has gone by."""
    gone = last = 0.0
    for value, chance in sums:
        gone, last = gone + chance, value
        if gone > tail + 1e-9:
            break
    return last


def _in_steps(sums: dict[float, float], step: float) -> dict[float, float]:
    found: dict[float, float] = {}
    for value, chance in sums.items():
        rounded = round(value / step) * step
        found[rounded] = found.get(rounded, 0.0) + chance
    return found
