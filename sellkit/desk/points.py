"""Points of a score card together with what assessors gave: arithmetic only."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple, Protocol

from sellkit.training.grading import ScoreCard


class Levelled(Protocol):
    @property
    def criterion(self) -> str: ...
    @property
    def level(self) -> float | None: ...


class Tally(NamedTuple):
    """Where a submission stands.

    automatic  points that the comparison with the key gave
    total      automatic points and those of the assessors, out of `maximum`
    criteria   how many criteria an assessor judges; `open` of them have no level yet
    """

    automatic: float
    total: float
    maximum: float
    criteria: int
    open: int


def by_criterion(card: ScoreCard, judgements: Iterable[Levelled]) -> dict[str, float | None]:
    """Points of each criterion; None where an assessor has yet to speak.

    Where several assessors gave a level, the mean of their levels counts: nobody's word outweighs another's.
    """
    levels: dict[str, list[float]] = defaultdict(list)
    for item in judgements:
        if item.level is not None:
            levels[item.criterion].append(item.level)
    found: dict[str, float | None] = {}
    for criterion in card.criteria:
        if criterion.points is not None:
            found[criterion.id] = criterion.points
        elif levels[criterion.id]:
            given = levels[criterion.id]
            found[criterion.id] = round(criterion.maximum * sum(given) / len(given), 2)
        else:
            found[criterion.id] = None
    return found


def tally(card: ScoreCard, judgements: Iterable[Levelled]) -> Tally:
    """The sums over all criteria."""
    points = by_criterion(card, judgements)
    judged = [criterion.id for criterion in card.criteria if criterion.points is None]
    return Tally(
        automatic=card.total,
        total=round(sum(p for p in points.values() if p is not None), 2),
        maximum=card.maximum,
        criteria=len(judged),
        open=sum(points[id] is None for id in judged),
    )
