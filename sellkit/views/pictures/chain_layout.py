"""Where the cards of a pain chain go: whoever feels a pain above those whose pain is its reason. Rings are opened."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sellkit.views.pictures.layout import GUTTER, MARGIN, Box, Lines, Plan, downwards, extent, superiors

CHAIN_W, CHAIN_GAP = 264, 56


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
    depth = downwards(above)[2]
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
    return Plan(boxes, rows, *extent(boxes), above)


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
