"""M05: the five dimensions of one person against each other, and of all people together."""

from collections.abc import Callable, Iterator

from sellkit.checks.people import superiors
from sellkit.checks.registry import At, about, check
from sellkit.models.people.profile import FiveDimensionProfile, incomplete
from sellkit.models.people.stakeholder import COVERAGE_STEPS, FREQUENCY_STEPS, People, Stakeholder

ENOUGH_TO_JUDGE = 3


@check("M05-support-without-contact", People, "warning")
def support_without_contact(people: People) -> Iterator[At]:
    """Support is claimed of somebody whom we hardly know."""
    for person in people.people:
        if (person.support or 0) > 0 and person.covered is False:
            yield about(person, "attitude")


@check("M05-sponsor-low-tendency", People, "error")
def sponsor_with_low_tendency(people: People) -> Iterator[At]:
    """A sponsor leans at least +2."""
    for person in people.people:
        tendency = person.tendency.given
        if person.attitude.given == "sponsor" and tendency is not None and tendency < 2:
            yield about(person, "attitude", tendency=f"{tendency:+d}")


@check("M05-decider-incomplete", FiveDimensionProfile, "warning")
def decider_incomplete(profile: FiveDimensionProfile) -> Iterator[At]:
    """Those who decide need all five dimensions."""
    for person in profile.people:
        if person.decides and (missing := incomplete(person)):
            yield about(person, missing[0].replace("_", "-"), count=len(missing))


@check("M05-unlikely-sponsor", People, "warning")
def unlikely_sponsor(people: People) -> Iterator[At]:
    """A conservative or a laggard seldom sponsors a change."""
    for person in people.people:
        if person.attitude.given == "sponsor" and person.adaptability.given in ("conservative", "laggard"):
            yield about(person, "attitude")


@check("M05-belonging-superior-unknown", People, "warning")
def belonging_superior_unknown(people: People) -> Iterator[At]:
    """Who stands where the boss stands can only be read when the boss's attitude is known."""
    for person in people.people:
        superior = people.person(person.reports_to)
        belongs = person.need.given == "belonging"
        if belongs and superior is not None and not superior.attitude.known:
            yield about(superior, "attitude", other=person.label, other_id=person.id)


@check("M05-esteem-challenged", People, "warning")
def esteem_challenged(people: People) -> Iterator[At]:
    """We rely on somebody who stands against a superior for whom authority is everything."""
    for ally in people.people:
        if (ally.support or 0) <= 0:
            continue
        for superior in superiors(people, ally):
            if superior.need.given == "esteem" and (superior.support or 0) < 0:
                yield about(superior, "attitude", other=ally.label, other_id=ally.id)


@check("M05-cannot-both-be-true", People, "error")
def cannot_both_be_true(people: People) -> Iterator[At]:
    """Two marks of one person that exclude each other."""
    for person in people.people:
        for field, excludes in EXCLUSIONS:
            if excludes(person):
                yield about(person, field)


@check("M05-no-support-among-deciders", People, "warning")
def no_support_among_deciders(people: People) -> Iterator[At]:
    """Nobody among those who decide is a confirmed supporter."""
    deciders = [person for person in people.people if person.decides]
    begun = any(person.attitude.value is not None for person in deciders)
    if begun and not any(_confirmed_support(person) for person in deciders):
        yield about(deciders[0], "attitude", count=len(deciders))


@check("M05-support-hangs-on-one", People, "warning")
def support_hangs_on_one(people: People) -> Iterator[At]:
    """Enough attitudes are known, and only one of them is confirmed support."""
    judged = [person for person in people.people if person.attitude.known]
    supporters = [person for person in judged if _confirmed_support(person)]
    if len(judged) >= ENOUGH_TO_JUDGE and len(supporters) == 1:
        yield about(supporters[0], "attitude")


@check("M05-decider-without-action", FiveDimensionProfile, "hint")
def decider_without_action(profile: FiveDimensionProfile) -> Iterator[At]:
    """The table ends in actions: who does what about whom."""
    for person in profile.people:
        if person.decides and not profile.planned(person.id):
            yield about(person, "action")


@check("M05-action-incomplete", People, "hint")
def action_incomplete(people: People) -> Iterator[At]:
    """An action says who, what, why and by when."""
    for action in people.actions:
        person = people.person(action.person)
        if person is not None and not all((action.what.strip(), action.why.strip(), action.owner, action.by)):
            yield about(person, "action")


@check("M05-action-unknown-person", People, "error")
def action_unknown_person(people: People) -> Iterator[At]:
    """An action is about somebody in the table."""
    for action in people.actions:
        if people.person(action.person) is None:
            yield At(f"{action.person}/action", (("other", action.person),))


def _confirmed_support(person: Stakeholder) -> bool:
    return person.attitude.confirmed and (person.support or 0) > 0


def _talks_but_never_met(person: Stakeholder) -> bool:
    often = FREQUENCY_STEPS[person.contact_frequency.given or "none"] >= FREQUENCY_STEPS["normal"]
    return person.coverage.given == "none" and (often or person.direct_contact.given is True)


def _covered_but_no_contact(person: Stakeholder) -> bool:
    deep = COVERAGE_STEPS[person.coverage.given or "none"] >= COVERAGE_STEPS["multiple"]
    return deep and (person.contact_frequency.given == "none" or person.direct_contact.given is False)


def _helps_us_and_fights_us(person: Stakeholder) -> bool:
    return bool((person.functions.given or frozenset()) & {"sponsor", "coach"}) and (person.support or 0) < 0


def _wants_a_breakthrough_and_no_change(person: Stakeholder) -> bool:
    return person.adaptability.given == "laggard" and person.need.given == "self-actualisation"


EXCLUSIONS: tuple[tuple[str, Callable[[Stakeholder], bool]], ...] = (
    ("coverage", _talks_but_never_met),
    ("coverage", _covered_but_no_contact),
    ("attitude", _helps_us_and_fights_us),
    ("adaptability", _wants_a_breakthrough_and_no_change),
)
