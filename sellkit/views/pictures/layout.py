"""Where the cards go. Pure functions from ids and lines to boxes; the boards and the pictures share them.

Both layouts put every card into a row of a grid whose gutters stay free, so lines can run around cards (``routing``).
No input can hang them: rings in the reporting lines or in the chain are opened at their first person.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

CARD_W, CARD_H = 200, 112
GAP, GUTTER, MARGIN = 34, 60, 32
CHAIN_W, CHAIN_GAP = 264, 56
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


def _downwards(above: Mapping[str, str | None]) -> tuple[list[str], dict[str, list[str]], dict[str, int]]:
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
    order, below, _ = _downwards(above)
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
    return Plan(boxes, rows, *_extent(boxes), above, frozenset(hangs))


def indented(people: Lines, card_width: float = 264) -> Plan:
    """The same organisation for a narrow screen: one card under the other, moved in by its depth."""
    return _indented(tuple(people), card_width)


@lru_cache(maxsize=64)
def _indented(people: tuple[tuple[str, str | None], ...], card_width: float) -> Plan:
    above = superiors(people)
    order, below, depth = _downwards(above)
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
    return Plan(boxes, rows, wide, _extent(boxes)[1], above, frozenset(listed), narrow=True)


def _extent(boxes: Mapping[str, Box]) -> tuple[float, float]:
    return (
        max((box.right for box in boxes.values()), default=0) + MARGIN,
        max((box.bottom for box in boxes.values()), default=0) + MARGIN,
    )


def layers(order: Sequence[str], edges: Iterable[tuple[str, str]], base: Mapping[str, int]) -> dict[str, int]:
    """How far each person is from the top: the longest way down to them. Who is tied to nobody keeps their ``base``."""
    below: dict[str, list[str]] = defaultdict(list)
    for upper, lower in dict.fromkeys(edges):
        if upper != lower and upper in base and lower in base:
            below[upper].append(lower)
    tied = set(below) | {lower for lowers in below.values() for lower in lowers}
    state: dict[str, int] = {}  # 1 on the way, 2 done; a line to somebody on the way closes a ring and is left out
    finished: list[str] = []
    kept: dict[str, list[str]] = defaultdict(list)
    for start in order:
        todo = [(start, iter(below[start]))] if not state.get(start) else []
        state.setdefault(start, 1)
        while todo:
            person, lowers = todo[-1]
            lower = next(lowers, None)
            if lower is None:
                state[person] = 2
                finished.append(person)
                todo.pop()
            elif state.get(lower) != 1:
                kept[person].append(lower)
                if lower not in state:
                    state[lower] = 1
                    todo.append((lower, iter(below[lower])))
    layer = {person: 0 if person in tied else base[person] for person in order}
    for person in reversed(finished):
        for lower in kept[person]:
            layer[lower] = max(layer[lower], layer[person] + 1)
    return layer


def chain(
    people: Lines, edges: Iterable[tuple[str, str]], heights: Mapping[str, float], columns: int = 4,
    card_width: float = CHAIN_W,
) -> Plan:  # fmt: skip
    """The pain chain: whoever feels a pain stands above those whose pain is its reason.

    ``heights`` names who is on the board. Crossings are thinned out by moving each card towards the middle of its
    neighbours; a layer wider than ``columns`` goes on in the next row.
    """
    above = superiors(people)
    depth = _downwards(above)[2]
    order = [person for person in sorted(above, key=lambda person: depth[person]) if person in heights]
    edges = [(upper, lower) for upper, lower in dict.fromkeys(edges) if upper in heights and lower in heights]
    layer = layers(order, edges, {person: depth[person] for person in order})
    ranks = [[person for person in order if layer[person] == n] for n in sorted(set(layer.values()))]
    _uncross(ranks, edges)
    lines = [rank[n : n + columns] for rank in ranks for n in range(0, len(rank), columns)]
    widest = max((len(line) for line in lines), default=0) * (card_width + CHAIN_GAP) - CHAIN_GAP
    boxes: dict[str, Box] = {}
    rows: dict[str, int] = {}
    y = float(MARGIN)
    for n, line in enumerate(lines):
        x = MARGIN + (widest - len(line) * (card_width + CHAIN_GAP) + CHAIN_GAP) / 2
        for person in line:
            boxes[person] = Box(x, y, card_width, heights[person])
            rows[person] = n
            x += card_width + CHAIN_GAP
        y += max(heights[person] for person in line) + GUTTER
    return Plan(boxes, rows, *_extent(boxes), above)


def _uncross(ranks: list[list[str]], edges: Sequence[tuple[str, str]]) -> None:
    beside: dict[str, list[str]] = defaultdict(list)
    for upper, lower in edges:
        beside[upper].append(lower)
        beside[lower].append(upper)
    place: dict[str, float] = {}
    for rank in ranks:
        place.update((person, n - len(rank) / 2) for n, person in enumerate(rank))
    for sweep in range(6):
        for rank in ranks if sweep % 2 == 0 else reversed(ranks):
            middle = {
                person: sum(place[other] for other in beside[person]) / len(beside[person])
                if beside[person] else place[person]
                for person in rank
            }  # fmt: skip
            rank.sort(key=lambda person: middle[person])
            place.update((person, n - len(rank) / 2) for n, person in enumerate(rank))
