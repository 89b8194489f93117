"""M01, M02 and M06: one person's marks against each other, the chart, and rank against influence."""

from collections.abc import Iterator

from sellkit.checks.registry import At, about, at, check
from sellkit.models.people.rank_influence import CIRCLES_OF
from sellkit.models.people.stakeholder import People, Stakeholder
from sellkit.models.people.tendency import Tendency, steps_apart

HIGH, LOW = 4, 2
USUAL_INNER_CIRCLE = 3


@check("M01-attitude-tendency", People, "warning")
def attitude_against_tendency(people: People) -> Iterator[At]:
    """Attitude and tendency say the same thing on two scales; more than one step apart, one of them is wrong."""
    for person in people.people:
        attitude, tendency = person.attitude.given, person.tendency.given
        if attitude is not None and tendency is not None and steps_apart(attitude, tendency) > 1:
            yield about(person, "attitude", tendency=f"{tendency:+d}")


@check("M01-unknown-superior", People, "error")
def unknown_superior(people: People) -> Iterator[At]:
    """Everybody reports to somebody who exists, or to nobody."""
    ids = {person.id for person in people.people}
    for person in people.people:
        if person.reports_to is not None and person.reports_to not in ids:
            yield about(person, "reports-to", other=person.reports_to)


@check("M01-reporting-circle", People, "error")
def reporting_circle(people: People) -> Iterator[At]:
    """Nobody is their own superior, however long the way."""
    for person in people.people:
        if any(superior.id == person.id for superior in superiors(people, person)):
            yield about(person, "reports-to")


@check("M02-contested", Tendency, "warning")
def contested(tendency: Tendency) -> Iterator[At]:
    """Signs on both sides of zero: nothing may rest on this level yet."""
    if tendency.contested:
        yield at("", supporting=len(tendency.supporting), contradicting=len(tendency.contradicting))


@check("M02-one-sign", Tendency, "hint")
def one_sign(tendency: Tendency) -> Iterator[At]:
    """One sign proves little."""
    if tendency.why == "one-sign":
        yield at("")


@check("M06-rank-taken-for-influence", People, "warning")
def rank_taken_for_influence(people: People) -> Iterator[At]:
    """High rank and high influence, and nothing that shows the influence: the chart was read, not the politics."""
    for person in people.people:
        if person.rank is None or person.rank < HIGH:
            continue
        influence = person.influence.given
        if influence is not None and influence >= HIGH and not person.influence.backed:
            yield about(person, "influence")
        elif person.circle.given == "inner" and not person.circle.backed:
            yield about(person, "circle")


@check("M06-quiet-power-uncovered", People, "warning")
def quiet_power_uncovered(people: People) -> Iterator[At]:
    """Low rank, much influence, and nobody of ours talks to them."""
    for person in people.people:
        low = person.rank is not None and person.rank <= LOW
        if low and _weighty(person) and person.coverage.value in ("none", "unknown"):
            yield about(person, "coverage")


@check("M06-inner-circle-empty", People, "warning")
def inner_circle_empty(people: People) -> Iterator[At]:
    """Circles were drawn, and nobody controls the outcome."""
    circles = [person.circle.given for person in people.people if person.circle.known]
    if circles and "inner" not in circles:
        yield at(f"{people.people[0].id}/circle")


@check("M06-inner-circle-uncovered", People, "warning")
def inner_circle_uncovered(people: People) -> Iterator[At]:
    """The coverage of everybody in the inner circle was judged, and none of it goes beyond brief."""
    inner = [person for person in people.people if person.circle.given == "inner"]
    if inner and all(person.coverage.value is not None and not person.covered for person in inner):
        yield about(inner[0], "coverage", count=len(inner))


@check("M06-inner-circle-crowded", People, "hint")
def inner_circle_crowded(people: People) -> Iterator[At]:
    """An inner circle usually has two or three people."""
    inner = [person for person in people.people if person.circle.given == "inner"]
    if len(inner) > USUAL_INNER_CIRCLE:
        yield about(inner[-1], "circle", count=len(inner))


@check("M06-circle-against-influence", People, "warning")
def circle_against_influence(people: People) -> Iterator[At]:
    """The circle is a judgement of its own; it should still agree with the number given for influence."""
    for person in people.people:
        circle, influence = person.circle.given, person.influence.given
        if circle is not None and influence is not None and circle not in CIRCLES_OF[influence]:
            yield about(person, "circle", influence=influence)


def superiors(people: People, person: Stakeholder) -> Iterator[Stakeholder]:
    """The people above, nearest first; in a circle everybody once."""
    seen: set[str] = set()
    above = people.person(person.reports_to)
    while above is not None and above.id not in seen:
        yield above
        seen.add(above.id)
        above = people.person(above.reports_to)


def _weighty(person: Stakeholder) -> bool:
    return (person.influence.given or 0) >= HIGH or person.circle.given in ("inner", "structure")
