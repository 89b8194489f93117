"""M43: C136 read as C139 and back. What carries over whole, what only in part, what has no place on the other side."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from sellkit.models.base import Judged, Record, grounds_of
from sellkit.models.control.coach import CoachWord
from sellkit.models.control.deal_control import ControlElement, DealControl
from sellkit.models.control.value import ELEMENTS, ElementId, Scheme

Fit = Literal["full", "part", "none"]


class Source(NamedTuple):
    """Which elements of the other scheme say what an element asks: wholly (all of them together), in part, or not."""

    fit: Fit
    elements: tuple[ElementId, ...] = ()


_SAME: dict[ElementId, Source] = {id: Source("full", (id,)) for id in ("w", "f1", "f2", "f3")}
# By the scheme to fill, and its element: where that comes from. Money (C139's sixth) has no place in C136; our own
# process (C139's first) became the sales plan there, which is a sheet of its own (M42).
SOURCES: Mapping[Scheme, Mapping[ElementId, Source]] = {
    "C139": {
        **_SAME,
        "c1": Source("none"),
        "c2": Source("full", ("c4",)),
        "c3": Source("full", ("c1", "c3")),
        "c4": Source("full", ("c3",)),
        "c5": Source("part", ("c2", "c4")),
        "c6": Source("none"),
        "c7": Source("full", ("c5",)),
        "c8": Source("part", ("c5",)),
        "c9": Source("full", ("c6",)),
    },
    "C136": {
        **_SAME,
        "c1": Source("part", ("c3",)),
        "c2": Source("full", ("c5",)),
        "c3": Source("full", ("c3", "c4")),
        "c4": Source("full", ("c2", "c5")),
        "c5": Source("full", ("c7", "c8")),
        "c6": Source("full", ("c9",)),
    },
}


class Conversion(Record):
    """A sheet read in the other scheme.

    sheet   the converted sheet; only what is carried whole can hold in it
    partly  elements of the new scheme of which the old one says a part: open until the rest is found out
    absent  elements of the new scheme on which the old one says nothing
    lost    elements that the old sheet claimed and of which the new one shows nothing
    """

    sheet: DealControl
    partly: tuple[ElementId, ...] = ()
    absent: tuple[ElementId, ...] = ()
    lost: tuple[ElementId, ...] = ()


def convert(sheet: DealControl, scheme: Scheme) -> Conversion:
    """The sheet in the other scheme; the same sheet if it is in that scheme already."""
    if scheme == sheet.scheme:
        return Conversion(sheet=sheet)
    sources = SOURCES[scheme]
    carried = [_joined(sheet, id, sources[id].elements) for id in ELEMENTS[scheme] if sources[id].fit == "full"]
    shown = sheet.changed(scheme=scheme, elements=[element for element in carried if element is not None])
    kept = {part for id in ELEMENTS[scheme] if shown.claims(id) for part in sources[id].elements}
    return Conversion(
        sheet=shown,
        partly=tuple(id for id in ELEMENTS[scheme] if sources[id].fit == "part"),
        absent=tuple(id for id in ELEMENTS[scheme] if sources[id].fit == "none"),
        lost=tuple(id for id in ELEMENTS[sheet.scheme] if sheet.claims(id) and id not in kept),
    )


def _joined(sheet: DealControl, id: ElementId, sources: tuple[ElementId, ...]) -> ControlElement | None:
    """Several elements as one: it holds if all of them do, it is as sure as the least sure of them, and coaches confirm
    it only if each part has a coach's word."""
    parts = [sheet.element(source) for source in sources]
    if parts == [ControlElement(id=source) for source in sources]:
        return None
    if len(parts) == 1:
        return parts[0].changed(id=id)
    return ControlElement(id=id, claimed=_lowest([part.claimed for part in parts]), words=_spoken(sheet, sources))


def _lowest(marks: list[Judged[bool]]) -> Judged[bool]:
    notes = " ".join(mark.note for mark in marks if mark.note)
    return Judged[bool](value=_lower(mark.value for mark in marks), note=notes, **grounds_of(marks))


def _spoken(sheet: DealControl, sources: tuple[ElementId, ...]) -> tuple[CoachWord, ...]:
    heard = [sheet.words(source) for source in sources]
    covered = all(any(word.holds != "unknown" for word in words.values()) for words in heard)
    joined = []
    for coach in dict.fromkeys(coach for words in heard for coach in words):
        said = [words[coach] for words in heard if coach in words]
        holds = _lower(word.holds for word in said)
        if covered or holds is False:
            on = min((word.on for word in said if word.on is not None), default=None)
            quotes = " ".join(word.says for word in said if word.says)
            joined.append(CoachWord(id=coach, coach=coach, holds=holds, on=on, says=quotes))
    return tuple(joined)


def _lower(values: Iterable[bool | Literal["unknown"] | None]) -> bool | Literal["unknown"] | None:
    """No before blank before "not known" before yes: what is missing in one part is missing in the whole."""
    given = list(values)
    lows: tuple[bool | Literal["unknown"] | None, ...] = (False, None, "unknown")
    return next((low for low in lows if low in given), True)
