"""M05: from the five dimensions to a proposal of what to do next: for whom, what, and why, the most pressing first."""

from collections.abc import Iterator
from typing import Literal, NamedTuple, get_args

from sellkit.models.base import Id, Record
from sellkit.models.people.profile import DIMENSIONS, Dimension, FiveDimensionProfile, incomplete
from sellkit.models.people.stakeholder import Stakeholder

MAKES_THINGS_HAPPEN = 3

# In order of urgency; the first that applies to a person is the one proposed.
Why = Literal[
    "opponent-with-power",
    "decider-not-covered",
    "decider-incomplete",
    "superior-decides-attitude",
    "support-without-contact",
    "support-unconfirmed",
    "neutral-with-power",
    "support-idle",
    "incomplete",
]
WHYS: tuple[Why, ...] = get_args(Why)
What = Literal["answer-objection", "get-access", "find-out", "confirm", "win-over", "let-carry"]


class NextAction(Record):
    """A proposal: `person` is whom it is about, `dimension` what is to be found out, if that is the proposal.

    what  answer-objection (learn what they fear and answer it) · get-access (a talk of their own) · find-out · confirm
          (get it said or shown) · win-over (what it gives them) · let-carry (ask them to carry our value to others)
    """

    person: Id
    what: What
    why: Why
    dimension: Dimension | None = None


class _Proposal(NamedTuple):
    why: Why
    what: What
    dimension: Dimension | None = None


def next_actions(profile: FiveDimensionProfile) -> tuple[NextAction, ...]:
    """One proposal per person at most, the most pressing first: by `why` in the order of `WHYS`, then by influence,
    then in the order of the table. People about whom an action is written down, and people without a single mark, get
    none.
    """
    waits = _whose_superior_must_speak(profile)
    found = []
    for place, person in enumerate(profile.people):
        proposal = None if profile.planned(person.id) else next(_applies(person, person.id in waits), None)
        if proposal is not None:
            order = (WHYS.index(proposal.why), -(person.influence.given or 0), place)
            found.append((order, NextAction(person=person.id, **proposal._asdict())))
    return tuple(action for _, action in sorted(found, key=lambda each: each[0]))


def _applies(person: Stakeholder, speaks_for_others: bool) -> Iterator[_Proposal]:
    """Everything that could be done about this person, the most pressing first."""
    support, gaps = person.support, incomplete(person)
    if support is not None and support < 0 and has_power(person):
        yield _Proposal("opponent-with-power", "answer-objection")
    if person.decides and person.coverage.value is not None and not person.covered:
        yield _Proposal("decider-not-covered", "get-access")
    if person.decides and gaps:
        yield _Proposal("decider-incomplete", "find-out", gaps[0])
    if speaks_for_others:
        yield _Proposal("superior-decides-attitude", "find-out", "attitude")
    if support is not None and support > 0:
        if person.covered is False:
            yield _Proposal("support-without-contact", "confirm")
        if not person.attitude.confirmed:
            yield _Proposal("support-unconfirmed", "confirm")
        if has_power(person):
            yield _Proposal("support-idle", "let-carry")
    if support == 0 and has_power(person):
        yield _Proposal("neutral-with-power", "win-over")
    # A laggard without power is left alone: the campaign is not spent on them.
    if gaps and len(gaps) < len(DIMENSIONS) and person.adaptability.given != "laggard":
        yield _Proposal("incomplete", "find-out", gaps[0])


def has_power(person: Stakeholder) -> bool:
    """Decides, makes things happen, or stands close to those who do: nobody of them may be forgotten."""
    weighty = (person.influence.given or 0) >= MAKES_THINGS_HAPPEN or person.circle.given in ("inner", "structure")
    return person.decides or weighty


def _whose_superior_must_speak(profile: FiveDimensionProfile) -> set[str]:
    """Superiors of unknown attitude of whom somebody with a need to belong depends."""
    above = [profile.person(person.reports_to) for person in profile.people if person.need.given == "belonging"]
    return {superior.id for superior in above if superior is not None and not superior.attitude.known}
