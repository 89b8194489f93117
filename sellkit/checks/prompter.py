"""M34: a prompter by itself, and against the pain chain."""

from collections.abc import Iterator

from sellkit.checks.initiative_words import names_product
from sellkit.checks.registry import At, at, check
from sellkit.models.pain.prompter import ENOUGH_REASONS, Alignment, Prompter, PrompterLine
from sellkit.models.pain.question_text import pitches


@check("M34-too-few-reasons", Prompter, "warning")
def too_few_reasons(prompter: Prompter) -> Iterator[At]:
    """A pain rarely has one reason: at least three, once the first line is complete."""
    given = [line for line in prompter.lines if line.reason.known]
    if any(line.complete for line in given) and len(given) < ENOUGH_REASONS:
        yield at("lines", count=len(given), enough=ENOUGH_REASONS)


@check("M34-capability-incomplete", Prompter, "warning")
def capability_incomplete(prompter: Prompter) -> Iterator[At]:
    """A capability says when, who and what; as soon as one is written the other two are due."""
    for n, line in _numbered(prompter):
        blank = [part for part, text in line.capability.items() if not text]
        if 0 < len(blank) < len(line.capability):
            yield at(f"lines/{line.id}/{blank[0]}", n=n)


@check("M34-capability-without-reason", Prompter, "warning")
def capability_without_reason(prompter: Prompter) -> Iterator[At]:
    """Capability k answers reason k."""
    for n, line in _numbered(prompter):
        if any(line.capability.values()) and line.reason.value is None:
            yield at(f"lines/{line.id}/reason", n=n)


@check("M34-impact-without-people", Prompter, "hint")
def impact_without_people(prompter: Prompter) -> Iterator[At]:
    """An impact hits somebody: a name is what makes it a question."""
    for n, line in _numbered(prompter):
        if line.impact.strip() and not line.touched:
            yield at(f"lines/{line.id}/touched", n=n)


@check("M34-reason-is-product", Prompter, "warning")
def reason_is_product(prompter: Prompter) -> Iterator[At]:
    """That our product is missing is no reason of the customer's."""
    for n, line in _numbered(prompter):
        said = line.reason.given.text if line.reason.given else ""
        if names_product(said) or pitches(said):
            yield at(f"lines/{line.id}/reason", n=n)


@check("M34-reason-twice", Prompter, "warning")
def reason_twice(prompter: Prompter) -> Iterator[At]:
    """Two lines with one reason are one line."""
    seen: set[str] = set()
    for n, line in _numbered(prompter):
        if line.reason.given is not None:
            if line.reason.given.wording in seen:
                yield at(f"lines/{line.id}/reason", n=n)
            seen.add(line.reason.given.wording)


@check("M34-reason-not-in-chain", Alignment, "warning")
def reason_not_in_chain(alignment: Alignment) -> Iterator[At]:
    """The reasons on the prompter are the reasons of the owner's pain in the chain."""
    for line in alignment.not_reasons:
        yield at(f"lines/{line}/reason")


@check("M34-impact-not-in-chain", Alignment, "warning")
def impact_not_in_chain(alignment: Alignment) -> Iterator[At]:
    """A pain is felt upward along the chain, not beside it and not beneath."""
    for line, person in alignment.not_above:
        yield at(f"lines/{line}/touched", person=person, person_id=person)


@check("M34-nobody-asks-about", Alignment, "hint")
def nobody_asks_about(alignment: Alignment) -> Iterator[At]:
    """Everybody above in the chain feels this pain; the prompter asks about each of them."""
    for person in alignment.not_asked:
        yield at("lines", person=person, person_id=person)


@check("M34-other-pain", Alignment, "warning")
def other_pain(alignment: Alignment) -> Iterator[At]:
    """Prompter and chain speak of the same pain."""
    if alignment.other_pain:
        yield at("pain")


@check("M34-owner-without-pain", Alignment, "warning")
def owner_without_pain(alignment: Alignment) -> Iterator[At]:
    """The owner stands in the chain."""
    if alignment.no_node:
        yield at("owner")


def _numbered(prompter: Prompter) -> Iterator[tuple[int, PrompterLine]]:
    return enumerate(prompter.lines, 1)
