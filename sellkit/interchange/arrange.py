"""Where the columns of a page lie when several blocks share it: the widest block sets them, the others fall in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

FOLDED, HIDDEN = "folded", "hidden"


class Slot(NamedTuple):
    """A column that a block asks for.

    shown  "" always, "folded" behind the [+] above the columns, "hidden" never
    spans  it may reach over several columns of the page
    """

    id: str
    width: int
    shown: str = ""
    spans: bool = False


class Span(NamedTuple):
    """The columns of the page in which a slot lies, counted from 0."""

    first: int
    last: int


@dataclass
class Lane:
    """One column of the page."""

    width: int
    shown: str = ""


class Arranged(NamedTuple):
    """The columns of a page after the hidden first one, and for each block where its slots lie."""

    lanes: list[Lane]
    spans: list[list[Span]]

    def folded(self, span: Span) -> bool:
        """Nothing of a span is seen at first."""
        return all(self.lanes[at - 1].shown for at in range(span.first, span.last + 1))

    def wide(self, span: Span) -> int:
        """How wide the visible part of a span is."""
        return sum(self.lanes[at - 1].width for at in range(span.first, span.last + 1) if not self.lanes[at - 1].shown)


def arranged(blocks: Sequence[Sequence[Slot]]) -> Arranged:
    """Lay the slots of each block into the columns of one page."""
    lists = [slots for slots in blocks if not any(slot.spans for slot in slots)]
    main = max(lists, key=len, default=())
    lanes = [Lane(slot.width, slot.shown) for slot in main]
    spans = [
        [Span(at, at) for at in range(1, len(slots) + 1)] if slots is main else _fit(slots, lanes) for slots in blocks
    ]
    return Arranged(lanes, spans)


def _fit(slots: Sequence[Slot], lanes: list[Lane]) -> list[Span]:
    """The slots in the lanes that are there, from the left; what finds no room gets lanes of its own."""
    free = iter([at for at, lane in enumerate(lanes, 1) if not lane.shown])
    found = {}
    for slot in slots:
        if not slot.shown:
            found[slot.id] = _reach(slot, lanes, free) if slot.spans else _one(slot, lanes, free)
    for slot in slots:
        if slot.shown:
            lanes.append(Lane(slot.width, slot.shown))
            found[slot.id] = Span(len(lanes), len(lanes))
    return [found[slot.id] for slot in slots]


def _one(slot: Slot, lanes: list[Lane], free: Iterator[int]) -> Span:
    at = next(free, 0)
    if not at:
        lanes.append(Lane(slot.width))
        at = len(lanes)
    lanes[at - 1].width = max(lanes[at - 1].width, slot.width)
    return Span(at, at)


def _reach(slot: Slot, lanes: list[Lane], free: Iterator[int]) -> Span:
    """As many lanes as the slot is wide, give or take a few signs."""
    first = last = have = 0
    while have < slot.width - 6:
        at = next(free, 0)
        if not at:
            lanes.append(Lane(slot.width - have))
            at = len(lanes)
        first, last, have = first or at, at, have + lanes[at - 1].width
    return Span(first, last)
