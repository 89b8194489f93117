"""M37: the relationship map as a whole."""

from collections.abc import Iterator

from sellkit.checks.registry import At, about, at, check
from sellkit.models.people.relationship_map import FOUR_MARKS, RelationshipMap
from sellkit.models.people.stakeholder import Stakeholder

FIELDS = {"buying_roles": "roles", "adaptability": "adaptability", "attitude": "attitude", "coverage": "coverage"}


@check("M37-no-final-approver", RelationshipMap, "error")
def no_final_approver(board: RelationshipMap) -> Iterator[At]:
    """Roles were given, and nobody approves in the end."""
    roles = [person.buying_roles.given for person in board.people if person.buying_roles.known]
    if roles and not any("A" in held for held in roles if held):
        yield at(f"{board.people[0].id}/roles")


@check("M37-decider-uncovered", RelationshipMap, "warning")
def decider_uncovered(board: RelationshipMap) -> Iterator[At]:
    """Somebody decides, and our contact is brief, missing or not even known."""
    for person in board.people:
        if person.decides and person.coverage.value is not None and not person.covered:
            yield about(person, "coverage")


@check("M37-no-sponsor-in-structure", RelationshipMap, "warning")
def no_sponsor_in_structure(board: RelationshipMap) -> Iterator[At]:
    """The structure is drawn and attitudes are being marked, but nobody inside it sponsors us."""
    inside = board.structure
    begun = any(person.attitude.value is not None for person in inside)
    if begun and not any(person.attitude.given == "sponsor" for person in inside):
        yield about(inside[0], "attitude")


@check("M37-opponent-without-plan", RelationshipMap, "warning")
def opponent_without_plan(board: RelationshipMap) -> Iterator[At]:
    """An opponent controls the outcome, and neither an action nor a note on the attitude says what we do."""
    for person in board.inner_circle:
        planned = board.planned(person.id) or person.attitude.note.strip()
        if person.attitude.given == "opponent" and not planned:
            yield about(person, "attitude")


@check("M37-line-to-unknown-person", RelationshipMap, "error")
def line_to_unknown_person(board: RelationshipMap) -> Iterator[At]:
    """Both ends of a line of influence stand on the map."""
    ids = {person.id for person in board.people}
    for line in board.influences:
        for end in (line.source, line.target):
            if end not in ids:
                yield at(f"{line.source}/influences", other=end)


@check("M37-line-to-self", RelationshipMap, "error")
def line_to_self(board: RelationshipMap) -> Iterator[At]:
    """Nobody sways themselves."""
    for line in board.influences:
        person = board.person(line.source)
        if person is not None and line.source == line.target:
            yield about(person, "influences")


@check("M37-line-twice", RelationshipMap, "hint")
def line_twice(board: RelationshipMap) -> Iterator[At]:
    """One line between two people is enough."""
    seen: set[tuple[str, str]] = set()
    for line in board.influences:
        source, target = board.person(line.source), board.person(line.target)
        if (line.source, line.target) in seen and source is not None and target is not None:
            yield about(source, "influences", other=target.label, other_id=target.id)
        seen.add((line.source, line.target))


@check("M37-only-evaluators-covered", RelationshipMap, "warning")
def only_evaluators_covered(board: RelationshipMap) -> Iterator[At]:
    """Everybody whom we know well can test the offer, and none of them can buy it."""
    covered = [person for person in board.people if person.covered and person.buying_roles.known]
    evaluators = [person for person in covered if "E" in (person.buying_roles.given or ())]
    if evaluators and not any(person.decides for person in covered):
        yield about(evaluators[0], "coverage", count=len(covered))


@check("M37-marks-missing", RelationshipMap, "hint")
def marks_missing(board: RelationshipMap) -> Iterator[At]:
    """Everybody gets all four marks; "not known yet" is an answer, a blank is not."""
    for person in board.people:
        blank = _blank(person)
        if blank and len(blank) < len(FOUR_MARKS):
            yield about(person, blank[0], count=len(blank))


@check("M37-people-untouched", RelationshipMap, "hint")
def people_untouched(board: RelationshipMap) -> Iterator[At]:
    """People without a single mark, told in one remark so that an empty map does not shout."""
    untouched = [person for person in board.people if len(_blank(person)) == len(FOUR_MARKS)]
    if untouched:
        yield about(untouched[0], "roles", count=len(untouched))


def _blank(person: Stakeholder) -> list[str]:
    return [FIELDS[mark] for mark in FOUR_MARKS if getattr(person, mark).value is None]
