"""M33: whether the chain holds from the person who would use our capability to the top."""

from collections import defaultdict
from collections.abc import Iterator

from sellkit.checks.registry import At, about, at, check
from sellkit.models.pain.pain_chain import PainChain, PainNode, Reason
from sellkit.models.people.stakeholder import PersonRef

KEY_PEOPLE = 4


@check("M33-circle", PainChain, "error")
def circle(chain: PainChain) -> Iterator[At]:
    """Nobody's pain may end up being a reason of itself; one remark for each ring of people."""
    rings = _rings(chain)
    told: set[int] = set()
    for link in chain.links:
        ring = rings[link.below]
        if link.above != link.below and rings[link.above] is ring and id(ring) not in told:
            told.add(id(ring))
            yield at(_owner(link.above, link.reason), **_two(chain, link.above, link.below), count=len(ring))


@check("M33-own-reason", PainChain, "error")
def own_reason(chain: PainChain) -> Iterator[At]:
    """A reason is passed to somebody else, not back to the same person."""
    for link in chain.links:
        if link.above == link.below:
            yield at(_owner(link.above, link.reason), person=_label(chain, link.above), person_id=link.above)


@check("M33-unknown-owner", PainChain, "error")
def unknown_owner(chain: PainChain) -> Iterator[At]:
    """A reason is passed to one of the people in the exercise."""
    ids = {person.id for person in chain.people}
    for link in chain.links:
        if link.below not in ids:
            yield at(_owner(link.above, link.reason), **_two(chain, link.above, link.below))


@check("M33-repeats-own-pain", PainChain, "warning")
def repeats_own_pain(chain: PainChain) -> Iterator[At]:
    """A reason says why it hurts; repeating the pain says nothing."""
    for node, reason in _stated(chain):
        if node.pain.given and reason.statement.given and reason.statement.given.same_as(node.pain.given):
            yield _reason(chain, node, reason)


@check("M33-reasons-copied", PainChain, "warning")
def reasons_copied(chain: PainChain) -> Iterator[At]:
    """Two people may share one reason; a whole box that stands in another box as well was copied."""
    boxes = [(node, {r.statement.given.wording for r in node.reasons if r.statement.given}) for node in chain.nodes]
    boxes = [(node, reasons) for node, reasons in boxes if len(reasons) > 1]
    holding: dict[str, list[int]] = defaultdict(list)  # only boxes that share a reason can be copies
    for place, (node, reasons) in enumerate(boxes):
        before = sorted({earlier for reason in reasons for earlier in holding[reason]})
        for reason in reasons:
            holding[reason].append(place)
        for other, others in (boxes[earlier] for earlier in before):
            if reasons <= others or others <= reasons:
                yield at(f"{node.person}/reasons/{node.reasons[0].id}", **_two(chain, node.person, other.person))


@check("M33-against-authority", PainChain, "warning")
def against_authority(chain: PainChain) -> Iterator[At]:
    """Pain travels up: a superior's pain is rarely the reason of a subordinate's."""
    for link in chain.links:
        if link.below in _superiors(chain, link.above):
            yield at(_owner(link.above, link.reason), **_two(chain, link.above, link.below))


@check("M33-reason-unowned", PainChain, "warning")
def reason_unowned(chain: PainChain) -> Iterator[At]:
    """Each reason is somebody's pain below, or a leaf that our capability removes."""
    for node, reason in chain.unowned:
        yield _reason(chain, node, reason, "/owner")


@check("M33-owner-without-pain", PainChain, "warning")
def owner_without_pain(chain: PainChain) -> Iterator[At]:
    """The person to whom a reason is passed has that pain, so it must be written there."""
    hurt = {node.person for node in chain.nodes if node.pain.known}
    ids = {person.id for person in chain.people}
    for link in chain.links:
        if link.below in ids and link.below not in hurt:
            yield at(f"{link.below}/pain", **_two(chain, link.above, link.below))


@check("M33-reason-differs-from-pain", PainChain, "warning")
def reason_differs_from_pain(chain: PainChain) -> Iterator[At]:
    """Passed down, a reason is the pain of its owner. Compared only within the bank: own words vary."""
    for node, reason in _stated(chain):
        below = chain.by_person.get(reason.passed_to or "")
        said, pain = reason.statement.given, below.pain.given if below else None
        if below and said and pain and said.bank and pain.bank and not said.same_as(pain):
            yield at(_owner(node.person, reason.id), **_two(chain, node.person, below.person))


@check("M33-pain-without-reasons", PainChain, "hint")
def pain_without_reasons(chain: PainChain) -> Iterator[At]:
    """A pain has reasons."""
    for node in chain.nodes:
        if node.pain.known and not any(reason.statement.known for reason in node.reasons):
            yield at(f"{node.person}/reasons/1", person=_label(chain, node.person), person_id=node.person)


@check("M33-reasons-without-pain", PainChain, "warning")
def reasons_without_pain(chain: PainChain) -> Iterator[At]:
    """Reasons for what?"""
    for node in chain.nodes:
        if not node.pain.known and any(reason.statement.known for reason in node.reasons):
            yield at(f"{node.person}/pain", person=_label(chain, node.person), person_id=node.person)


@check("M33-pain-loose", PainChain, "warning")
def pain_loose(chain: PainChain) -> Iterator[At]:
    """Below the top every pain is somebody's reason; one that is nobody's hangs in the air."""
    tops = {person.id for person in chain.tops}
    passed = {link.below for link in chain.links}
    for node in chain.nodes:
        if passed and node.pain.known and node.person not in passed | tops:
            yield at(f"{node.person}/pain", person=_label(chain, node.person), person_id=node.person)


@check("M33-top-missing", PainChain, "warning")
def top_missing(chain: PainChain) -> Iterator[At]:
    """The chain starts at the top executive's pain."""
    without = {person.id for person in chain.without_pain}
    tops = chain.tops
    if len(chain.people) - len(without) > 1 and tops and all(person.id in without for person in tops):
        yield about(tops[0], "pain")


@check("M33-no-leaf", PainChain, "warning")
def no_leaf(chain: PainChain) -> Iterator[At]:
    """Links are drawn, and no reason is one that our capability removes."""
    if chain.links and not any(reason.is_leaf for _, reason in _reasons(chain)):
        last = chain.links[-1]
        yield at(f"{last.below}/reasons/1/owner", person=_label(chain, last.below), person_id=last.below)


@check("M33-top-not-reached", PainChain, "warning")
def top_not_reached(chain: PainChain) -> Iterator[At]:
    """The top has a pain and there are leaves, but no way leads from one to the other."""
    without = {person.id for person in chain.without_pain}
    tops = {person.id for person in chain.tops} - without
    users = [node.person for node, reason in _reasons(chain) if reason.is_leaf]
    if tops and users and not any(tops & {user, *chain.impact(user)} for user in users):
        yield at(f"{users[0]}/pain", person=_label(chain, users[0]), person_id=users[0])


@check("M33-few-people", PainChain, "hint")
def few_people(chain: PainChain) -> Iterator[At]:
    """An exercise asks for at least four key people."""
    hurt = [node for node in chain.nodes if node.pain.known]
    if 0 < len(hurt) < KEY_PEOPLE:
        yield at("", count=len(hurt))


@check("M33-people-without-pain", PainChain, "hint")
def people_without_pain(chain: PainChain) -> Iterator[At]:
    """People who have no pain yet, told in one remark so that an empty chain does not shout."""
    if without := chain.without_pain:
        yield about(without[0], "pain", count=len(without))


def _reasons(chain: PainChain) -> Iterator[tuple[PainNode, Reason]]:
    return ((node, reason) for node in chain.nodes for reason in node.reasons)


def _stated(chain: PainChain) -> Iterator[tuple[PainNode, Reason]]:
    return ((node, reason) for node, reason in _reasons(chain) if reason.statement.known)


def _person(chain: PainChain, person: str) -> PersonRef | None:
    return chain.people_by_id.get(person)


def _label(chain: PainChain, person: str) -> str:
    known = _person(chain, person)
    return known.label if known else person


def _two(chain: PainChain, person: str, other: str) -> dict[str, str]:
    return {
        "person": _label(chain, person),
        "person_id": person,
        "other": _label(chain, other),
        "other_id": other,
    }


def _owner(person: str, reason: str) -> str:
    return f"{person}/reasons/{reason}/owner"


def _reason(chain: PainChain, node: PainNode, reason: Reason, part: str = "") -> At:
    place = f"{node.person}/reasons/{reason.id}{part}"
    return at(place, person=_label(chain, node.person), person_id=node.person, reason=reason.id)


def _superiors(chain: PainChain, person: str) -> set[str]:
    above: set[str] = set()
    here = _person(chain, person)
    while here is not None and here.reports_to is not None and here.reports_to not in above:
        above.add(here.reports_to)
        here = _person(chain, here.reports_to)
    return above


def _rings(chain: PainChain) -> dict[str, frozenset[str]]:
    """For each person of a link everybody whose pain leads to theirs and back, themselves included.

    Two walks over all links, whatever their number: once along them, noting who is left last, and from those once
    against them (Kosaraju).
    """
    down: dict[str, list[str]] = defaultdict(list)
    up: dict[str, list[str]] = defaultdict(list)
    for link in chain.links:
        down[link.above].append(link.below)
        up[link.below].append(link.above)
    left: list[str] = []
    seen: set[str] = set()
    for start in [person for link in chain.links for person in (link.above, link.below)]:
        todo = [(start, False)]
        while todo:
            person, done = todo.pop()
            if done:
                left.append(person)
            elif person not in seen:
                seen.add(person)
                todo.append((person, True))
                todo.extend((below, False) for below in down.get(person, ()) if below not in seen)
    rings: dict[str, frozenset[str]] = {}
    for start in reversed(left):
        found: dict[str, None] = {}
        queue = [start]
        while queue:
            person = queue.pop()
            if person not in rings and person not in found:
                found[person] = None
                queue.extend(up.get(person, ()))
        ring = frozenset(found)
        rings.update(dict.fromkeys(ring, ring))
    return rings
