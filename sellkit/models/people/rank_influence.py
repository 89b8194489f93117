"""M06: formal rank against informal influence, and the circles that the numbers speak for."""

from collections.abc import Iterable
from typing import Literal

from sellkit.models.base import Id, Record
from sellkit.models.people.stakeholder import Circle, Score, Stakeholder

Region = Literal["controls", "makes-happen", "watches", "unaware"]

# Where influence of each strength is usually found; a mark outside its band is questioned.
CIRCLES_OF: dict[int, frozenset[Circle]] = {
    0: frozenset({"outside"}),
    1: frozenset({"outside"}),
    2: frozenset({"outside"}),
    3: frozenset({"structure"}),
    4: frozenset({"structure", "inner"}),
    5: frozenset({"inner"}),
}


class Point(Record):
    """One person on the grid. `confirmed` is false while the influence rests on no clear passage (drawn dashed)."""

    person: Id
    rank: Score
    influence: Score
    region: Region
    circle: Circle | None = None
    confirmed: bool = False


def region_of(influence: int) -> Region:
    """5 controls the outcome, 3–4 makes things happen, 1–2 watches, 0 does not know what happened."""
    if influence >= 5:
        return "controls"
    if influence >= 3:
        return "makes-happen"
    return "watches" if influence >= 1 else "unaware"


def points(people: Iterable[Stakeholder]) -> tuple[Point, ...]:
    """The people who can be placed: both numbers are known."""
    return tuple(
        Point(
            person=person.id,
            rank=person.rank,
            influence=person.influence.given,
            region=region_of(person.influence.given),
            circle=person.circle.given,
            confirmed=person.influence.confirmed,
        )
        for person in people
        if person.rank is not None and person.influence.given is not None
    )
