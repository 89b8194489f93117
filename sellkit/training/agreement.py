"""M49: do two assessors mean the same by a level? Agreement in one number, and the differences worth talking about.

Ratings come by judge and by unit. A unit is whatever was judged: one criterion of one answer, for example
`7f3a/reasons`. Not everybody has to judge everything.

Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011).
"""

from collections import Counter
from collections.abc import Mapping
from itertools import accumulate
from math import isfinite
from typing import Literal, NamedTuple

Ratings = Mapping[str, Mapping[str, float | None]]
Metric = Literal["ordinal", "interval"]
Why = Literal["nothing-shared", "no-variation"]


class Agreement(NamedTuple):
    """How far the judges agree.

    alpha   1: fully; 0: no more than by chance; below 0: they contradict each other. None if it cannot be said
    why     why not: no unit has two judges ("nothing-shared"), or every shared unit got the same level, so that nobody
            can tell whether the judges agree or always give that level ("no-variation")
    units   units that two or more have judged; ratings: the levels given to them
    """

    alpha: float | None
    units: int
    ratings: int
    why: Why | None = None


class Difference(NamedTuple):
    """A unit on which judges differ: from the lowest to the highest level, and who gave which."""

    unit: str
    spread: float
    levels: Mapping[str, float]


def agreement(ratings: Ratings, metric: Metric = "ordinal") -> Agreement:
    """Krippendorff's alpha of all ratings.

    metric  "ordinal" for levels that only stand in an order; "interval" where their distances count too, as points do
    A missing rating is None or left out; a unit with one judge is left aside. What is not a finite number is missing.
    """
    shared = [list(levels.values()) for levels in _by_unit(ratings).values() if len(levels) > 1]
    counts = Counter(level for levels in shared for level in levels)
    total = counts.total()
    if not shared:
        return Agreement(None, 0, 0, "nothing-shared")
    if len(counts) == 1:
        return Agreement(None, len(shared), total, "no-variation")
    at = _places(counts) if metric == "ordinal" else {level: level for level in counts}
    observed = sum(_spread([at[level] for level in levels]) / (len(levels) - 1) for levels in shared)
    expected = _spread([at[level] for level in counts.elements()]) / (total - 1)
    return Agreement(1 - observed / expected, len(shared), total)


def differences(ratings: Ratings, above: float = 0) -> tuple[Difference, ...]:
    """The units whose levels lie further apart than `above`, the widest first: what the judges should talk about."""
    found = [
        Difference(unit, max(levels.values()) - min(levels.values()), levels)
        for unit, levels in _by_unit(ratings).items()
        if levels
    ]
    return tuple(sorted((each for each in found if each.spread > above), key=lambda each: (-each.spread, each.unit)))


def _by_unit(ratings: Ratings) -> dict[str, dict[str, float]]:
    units: dict[str, dict[str, float]] = {}
    for judge, given in ratings.items():
        for unit, level in given.items():
            if level is not None and isfinite(level):
                units.setdefault(unit, {})[judge] = level
    return units


def _places(counts: Counter[float]) -> dict[float, float]:
    """Where each level lies when only the order counts: the more often the levels between two were given, the further
    apart the two are. The distance of two levels is the sum from one to the other, less half of each end."""
    levels = sorted(counts)
    up_to = accumulate(counts[level] for level in levels)
    return {level: upper - counts[level] / 2 for level, upper in zip(levels, up_to, strict=True)}


def _spread(values: list[float]) -> float:
    """Σ of squared distances over all ordered pairs, in one pass: 2nΣx² - 2(Σx)², around the mean to stay exact."""
    middle = sum(values) / len(values)
    return 2 * len(values) * sum((value - middle) ** 2 for value in values)
