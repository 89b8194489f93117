"""Where the cards of an organisation go. Pure functions from ids and lines to boxes, for the boards and the pictures.

Every card stands in a row of a grid whose gutters stay free, so lines can run around cards (``routing``); so does each
of a pain chain (``chain_layout``). No input can hang them: rings in the reporting lines are opened at their first
person.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

CARD_W, CARD_H = 200, 112
GAP, GUTTER, MARGIN = 34, 60, 32
HEAD_GAP = 20  # of the margin at the top, what a heading above makes up for


@dataclass(frozen=True)
class Box:
    x: float
    y: float
    w: float
    h: float

    @property
    def cx(self) -> float:
        return self.x + self.w / 2

    @property
    def cy(self) -> float:
        return self.y + self.h / 2

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h


@dataclass(frozen=True)
class Plan:
    """Boxes by person, the row of each, and the size of the whole. ``hangs``: cards reached from their left side.

    Plans are shared: nobody changes what they hold."""

    boxes: dict[str, Box]
    rows: dict[str, int]
    width: float
    height: float
    parents: dict[str, str | None] = field(default_factory=dict)
    hangs: frozenset[str] = frozenset()
    narrow: bool = False


Lines = Iterable[tuple[str, str | None]]


def superiors(people: Lines) -> dict[str, str | None]:
    """Who reports to whom, without rings and without superiors who are not among the people."""
    given = dict(people)
    above = {person: boss if boss in given and boss != person else None for person, boss in given.items()}
    settled: set[str] = set()
    for person in above:
        way: dict[str, None] = {}
        at: str | None = person
        while at is not None and at not in settled:
            if at in way:
                above[at] = None
                break
            way[at] = None
            at = above[at]
        settled.update(way)
    return above


def downwards(above: Mapping[str, str | None]) -> tuple[list[str], dict[str, list[str]], dict[str, int]]:
    """Everybody from the top down, their reports, and how deep they sit."""
    below: dict[str, list[str]] = {person: [] for person in above}
    for person, boss in above.items():
        if boss is not None:
            below[boss].append(person)
    order = [person for person, boss in above.items() if boss is None]
    depth = dict.fromkeys(order, 0)
    for person in order:
        for report in below[person]:
            depth[report] = depth[person] + 1
            order.append(report)
    return order, below, depth


def organisation(people: Lines, width: float = 1180) -> Plan:
    """The organisation as a tree; people without reports are stacked as high as it takes to keep within ``width``."""
    return _organisation(tuple(people), width)


@lru_cache(maxsize=64)  # marks come and go, the organisation stays; a whole course draws the same one
def _organisation(people: tuple[tuple[str, str | None], ...], width: float) -> Plan:
    above = superiors(people)
    for stack in (1, 2, 3, 4, 6, 9):
        plan = _tree(above, stack)
        if plan.width <= width:
            break
    return plan


def _tree(above: dict[str, str | None], stack: int) -> Plan:
    order, below, _ = downwards(above)
    columns: dict[str, list[list[str]]] = {}
    for person in order:
        leaves = [report for report in below[person] if not below[report]]
        columns[person] = [[report] for report in below[person] if below[report]]
        columns[person] += [leaves[n : n + stack] for n in range(0, len(leaves), stack)]
    wide: dict[str, float] = {}
    for person in reversed(order):
        parts = [wide[column[0]] for column in columns[person]]
        wide[person] = max(CARD_W, sum(parts) + GAP * (len(parts) - 1))
    boxes: dict[str, Box] = {}
    rows: dict[str, int] = {}
    hangs: set[str] = set()
    left: dict[str, float] = {}
    at = float(MARGIN)
    for person in order:
        if above[person] is None:
            left[person], at = at, at + wide[person] + GAP
            rows[person] = 0
        x = left[person] + (wide[person] - CARD_W) / 2
        boxes[person] = Box(x, MARGIN + rows[person] * (CARD_H + GUTTER), CARD_W, CARD_H)
        parts = [wide[column[0]] for column in columns[person]]
        start = left[person] + (wide[person] - sum(parts) - GAP * (len(parts) - 1)) / 2
        for column, part in zip(columns[person], parts, strict=True):
            for n, report in enumerate(column):
                left[report], rows[report] = start, rows[person] + 1 + n
            if len(column) > 1:
                hangs.update(column)
            start += part + GAP
    return Plan(boxes, rows, *extent(boxes), above, frozenset(hangs))


def indented(people: Lines, card_width: float = 264) -> Plan:
    """The same organisation for a narrow screen: one card under the other, moved in by its depth."""
    return _indented(tuple(people), card_width)


@lru_cache(maxsize=64)
def _indented(people: tuple[tuple[str, str | None], ...], card_width: float) -> Plan:
    above = superiors(people)
    order, below, depth = downwards(above)
    walk = [person for person in reversed(order) if above[person] is None]
    listed: list[str] = []
    while walk:
        person = walk.pop()
        listed.append(person)
        walk.extend(reversed(below[person]))
    step = min(16.0, 64 / max(1, max(depth.values(), default=0)))
    boxes = {
        person: Box(14 + depth[person] * step, 22 + n * (CARD_H + 22), card_width, CARD_H)
        for n, person in enumerate(listed)
    }
    rows = {person: n for n, person in enumerate(listed)}
    wide = max((box.right for box in boxes.values()), default=0) + 48
    return Plan(boxes, rows, wide, extent(boxes)[1], above, frozenset(listed), narrow=True)


def extent(boxes: Mapping[str, Box]) -> tuple[float, float]:
    """How wide and how high the boxes are together, with the margin."""
    return (
        max((box.right for box in boxes.values()), default=0) + MARGIN,
        max((box.bottom for box in boxes.values()), default=0) + MARGIN,
    )
