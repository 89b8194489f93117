"""The teams' points in a quiz."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple


class Earned(NamedTuple):
    """What one person, or one team with one answer for all, earned on one question; None while it waits."""

    team: str
    question: str
    points: float | None


class Standing(NamedTuple):
    """A team's place. Equal points share a rank. `waiting`: answers that an assessor has yet to judge."""

    rank: int
    team: str
    points: float
    waiting: int


def scoreboard(earned: Iterable[Earned]) -> tuple[Standing, ...]:
    """The teams, best first.

    On each question a team gets the mean of its members, so that a large team is not ahead for being large. Who was
    there and gave no answer is entered with 0 points; who was away is not entered.
    """
    points: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    waiting: dict[str, int] = defaultdict(int)
    for each in earned:
        of_team = points[each.team]
        if each.points is None:
            waiting[each.team] += 1
        else:
            of_team[each.question].append(each.points)
    totals = {
        team: round(sum(sum(each) / len(each) for each in questions.values()), 2) for team, questions in points.items()
    }
    order = sorted(totals, key=lambda team: (-totals[team], team))
    return tuple(
        Standing(1 + sum(other > totals[team] for other in totals.values()), team, totals[team], waiting[team])
        for team in order
    )
