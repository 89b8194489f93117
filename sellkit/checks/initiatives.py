"""M19: initiatives in two parts, read as text, and the list as a whole."""

from collections.abc import Iterator

from sellkit.checks import initiative_words as words
from sellkit.checks.registry import At, at, check
from sellkit.models.pain.initiative import Initiative, InitiativeList

ENOUGH_TO_CHOOSE = 2


@check("M19-result-missing", InitiativeList, "warning")
def result_missing(listed: InitiativeList) -> Iterator[At]:
    """The work is written, but not what it is for."""
    for initiative in listed.started:
        if not initiative.result.strip():
            yield _about(initiative, "result")


@check("M19-work-missing", InitiativeList, "warning")
def work_missing(listed: InitiativeList) -> Iterator[At]:
    """The result is written, but not the business work that brings it about."""
    for initiative in listed.started:
        if not initiative.work.strip():
            yield _about(initiative, "work")


@check("M19-swapped", InitiativeList, "warning")
def swapped(listed: InitiativeList) -> Iterator[At]:
    """The first half says what is done, the second what comes of it."""
    for initiative in listed.started:
        if words.reads_as_work(initiative.result) and words.reads_as_result(initiative.work):
            yield _about(initiative, "result")


@check("M19-work-names-product", InitiativeList, "warning")
def work_names_product(listed: InitiativeList) -> Iterator[At]:
    """The work is the customer's business, not a product and not "implement an IT system"."""
    for initiative in listed.started:
        if words.names_product(initiative.work):
            yield _about(initiative, "work")


@check("M19-no-measure", InitiativeList, "warning")
def no_measure(listed: InitiativeList) -> Iterator[At]:
    """How much: a result can be measured."""
    for initiative in listed.started:
        if initiative.result.strip() and not words.has_measure(initiative.result):
            yield _about(initiative, "result")


@check("M19-no-date", InitiativeList, "hint")
def no_date(listed: InitiativeList) -> Iterator[At]:
    """By when: a result has a date."""
    for initiative in listed.started:
        if initiative.result.strip() and not words.has_date(initiative.result):
            yield _about(initiative, "result")


@check("M19-owner-missing", InitiativeList, "warning")
def owner_missing(listed: InitiativeList) -> Iterator[At]:
    """Somebody at the customer answers for each initiative."""
    for initiative in listed.started:
        if not initiative.owner.known:
            yield _about(initiative, "owner")


@check("M19-owner-unknown-person", InitiativeList, "error")
def owner_unknown_person(listed: InitiativeList) -> Iterator[At]:
    """The owner is one of the case's people."""
    for initiative in listed.initiatives:
        owner = initiative.owner.given
        if owner is not None and listed.people and owner not in listed.people:
            yield _about(initiative, "owner", other=owner)


@check("M19-class-missing", InitiativeList, "hint")
def class_missing(listed: InitiativeList) -> Iterator[At]:
    """Revenue or cost."""
    for initiative in listed.started:
        if not initiative.kind.known:
            yield _about(initiative, "class")


@check("M19-no-leading", InitiativeList, "warning")
def no_leading(listed: InitiativeList) -> Iterator[At]:
    """With several initiatives, exactly one leads the opportunity."""
    if len(listed.started) >= ENOUGH_TO_CHOOSE and not listed.leading.known:
        yield at("leading", count=len(listed.started))


@check("M19-leading-empty", InitiativeList, "error")
def leading_empty(listed: InitiativeList) -> Iterator[At]:
    """The leading initiative is one that was written down."""
    leading = listed.leading.given
    if leading is not None and leading not in {initiative.id for initiative in listed.started}:
        yield at("leading", number=_number(leading))


@check("M19-priority-twice", InitiativeList, "warning")
def priority_twice(listed: InitiativeList) -> Iterator[At]:
    """What the customer ranks has one first and one second: two firsts are none."""
    seen: dict[int, Initiative] = {}
    for initiative in listed.started:
        if initiative.priority is not None:
            before = seen.setdefault(initiative.priority, initiative)
            if before is not initiative:
                yield _about(initiative, "priority", other=_number(before.id), priority=str(initiative.priority))


@check("M19-leading-not-first", InitiativeList, "hint")
def leading_not_first(listed: InitiativeList) -> Iterator[At]:
    """What leads our deal is what the customer ranks first, or it is the first to be put off."""
    ranked = [initiative for initiative in listed.started if initiative.priority is not None]
    leading = next((initiative for initiative in ranked if initiative.id == listed.leading.given), None)
    first = min(ranked, key=lambda initiative: initiative.priority or 0, default=None)
    if leading and first and (leading.priority or 0) > (first.priority or 0):
        yield at("leading", number=_number(leading.id), other=_number(first.id))


def _about(initiative: Initiative, field: str, **params: str) -> At:
    return at(f"{initiative.id}/{field}", number=_number(initiative.id), **params)


def _number(initiative: str) -> str:
    # The board numbers its slots i1 … i8; an id of another shape is shown as it is.
    digits = initiative.removeprefix("i")
    return digits if digits.isdigit() else initiative
