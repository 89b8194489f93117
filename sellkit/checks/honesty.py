"""M66: the red lines of honest selling, looked for in everything that a trainee writes."""

from collections.abc import Iterator

from sellkit.checks.red_line import RedLine
from sellkit.checks.red_lines import BRIBE, COLLUSION, PERSONAL, RIVAL_SECRET
from sellkit.checks.registry import At, about, at, check
from sellkit.models.base import Judged, Record
from sellkit.models.pain.pain_chain import Statement
from sellkit.models.paths import leaves
from sellkit.models.people.stakeholder import People

_KEPT = "sellkit texts"


@check("M66-bribe", Record, "error")
def bribe(record: Record) -> Iterator[At]:
    """Kickbacks and improper gifts."""
    return _crossed(record, BRIBE)


@check("M66-rival-secret", Record, "error")
def rival_secret(record: Record) -> Iterator[At]:
    """A competitor's confidential offer is neither asked for nor used, whoever brings it."""
    return _crossed(record, RIVAL_SECRET)


@check("M66-collusion", Record, "error")
def collusion(record: Record) -> Iterator[At]:
    """No agreement on who wins a tender."""
    return _crossed(record, COLLUSION)


@check("M66-personal-data", Record, "error")
def personal_data(record: Record) -> Iterator[At]:
    """Health, family, belief, numbers of papers: what business does not need is not written down about anybody."""
    return _crossed(record, PERSONAL)


@check("M66-personal-benefit", People, "hint")
def personal_benefit(people: People) -> Iterator[At]:
    """A wish for personal benefit is answered lawfully; the risk is named at once."""
    for person in people.people:
        if person.need.given == "physiological":
            yield about(person, "need")


def _crossed(record: Record, line: RedLine) -> Iterator[At]:
    texts, everything = _texts(record)
    # Checks run at every change, and nearly no text holds a stem: few are searched.
    stems = line.stems_in(everything)
    if stems:
        suspects = ((place, text) for place, text in texts if any(stem in text for stem in stems))
        yield from (at(place) for place, text in suspects if line.crossed_by(text))


def _texts(record: Record) -> tuple[tuple[tuple[str, str], ...], str]:
    """Every text of a sheet with its place, and all of them in one, each once; the red lines ask for the same."""
    kept: tuple[tuple[tuple[str, str], ...], str] | None = record.__dict__.get(_KEPT)
    if kept is None:
        texts = tuple((place, text.lower()) for place, text in _said(record))
        kept = record.__dict__[_KEPT] = texts, "\n".join(dict.fromkeys(text for _, text in texts))
    return kept


def _said(record: Record) -> Iterator[tuple[str, str]]:
    for path, value, _, _ in leaves(record):
        if value.__class__ is not str and isinstance(value, Judged):
            if value.note:
                yield path, value.note
            value = value.value
            if isinstance(value, Statement):
                value = value.text
        if isinstance(value, tuple):
            value = "\n".join(each for each in value if isinstance(each, str))
        if value and isinstance(value, str):
            yield path, value
