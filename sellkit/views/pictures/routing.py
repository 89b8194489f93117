"""Lines around cards.

Cards stand in rows, so the gutters between rows are free, and each row has gaps between its cards. A line runs
through gutters and gaps only. All lines are lists of points with right angles; ``path`` rounds their corners.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from sellkit.views.pictures.layout import Plan

Point = tuple[float, float]


def path(points: Sequence[Point], radius: float = 8) -> str:
    """An SVG path through the points with rounded corners."""
    points = _straightened(points)
    parts = [f"M{points[0][0]:.1f} {points[0][1]:.1f}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        reach = min(radius, _length(before, corner) / 2, _length(corner, after) / 2)
        enter, leave = _towards(corner, before, reach), _towards(corner, after, reach)
        parts.append(f"L{enter[0]:.1f} {enter[1]:.1f}Q{corner[0]:.1f} {corner[1]:.1f} {leave[0]:.1f} {leave[1]:.1f}")
    parts.append(f"L{points[-1][0]:.1f} {points[-1][1]:.1f}")
    return "".join(parts)


def _straightened(points: Sequence[Point]) -> list[Point]:
    kept: list[Point] = []
    for point in points:
        if kept and _length(kept[-1], point) < 0.5:
            continue
        if len(kept) > 1 and (kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]):
            kept.pop()
        kept.append(point)
    return kept if len(kept) > 1 else [points[0], points[-1]]


def _length(a: Point, b: Point) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _towards(start: Point, end: Point, reach: float) -> Point:
    span = _length(start, end) or 1
    return start[0] + (end[0] - start[0]) * reach / span, start[1] + (end[1] - start[1]) * reach / span


def reporting(plan: Plan) -> dict[str, list[Point]]:
    """By person, the solid line down from their superior."""
    lines = {}
    for person, boss in plan.parents.items():
        if boss is None or person not in plan.boxes or boss not in plan.boxes:
            continue
        upper, lower = plan.boxes[boss], plan.boxes[person]
        if plan.narrow:
            trunk = (upper.x + lower.x) / 2
            lines[person] = [(trunk, upper.bottom), (trunk, lower.cy), (lower.x, lower.cy)]
            continue
        middle = upper.bottom + 30
        if person in plan.hangs:
            trunk = lower.x - 14
            lines[person] = [(upper.cx, upper.bottom), (upper.cx, middle), (trunk, middle), (trunk, lower.cy)]
            lines[person].append((lower.x, lower.cy))
        else:
            lines[person] = [(upper.cx, upper.bottom), (upper.cx, middle), (lower.cx, middle), (lower.cx, lower.y)]
    return lines


def influence(plan: Plan, pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], list[Point]]:
    """The dashed lines; each gets a lane of its own among the next three, and its own place to leave and to land."""
    known = [pair for pair in dict.fromkeys(pairs) if pair[0] in plan.boxes and pair[1] in plan.boxes]
    left: dict[str, int] = {}
    landed: dict[str, int] = {}
    lines = {}
    for n, (source, target) in enumerate(known):
        if source == target:
            continue
        out = left[source] = left.get(source, -1) + 1
        into = landed[target] = landed.get(target, -1) + 1
        a, b = plan.boxes[source], plan.boxes[target]
        if plan.narrow:
            lane = max(box.right for box in plan.boxes.values()) + 12 + 9 * (n % 4)
            start, end = a.cy - 20 - 7 * (out % 4), b.cy + 12 + 7 * (into % 4)
            lines[source, target] = [(a.right, start), (lane, start), (lane, end), (b.right, end)]
            continue
        start = a.cx + 28 + 12 * (out % 5)
        end = b.cx - 28 - 12 * (into % 5)
        lines[source, target] = _through(plan, source, target, start, end, n % 3)
    return lines


def _through(plan: Plan, source: str, target: str, start: float, end: float, lane: int) -> list[Point]:
    a, b = plan.boxes[source], plan.boxes[target]
    here, there = plan.rows[source], plan.rows[target]
    tops, bottoms = _rows(plan)
    away = 15 + 5 * lane
    if here == there:
        return [(start, a.y), (start, tops[here] - away), (end, tops[here] - away), (end, b.y)]
    down = there > here
    points = [(start, a.bottom if down else a.y)]
    x = start
    for row in range(here, there, 1 if down else -1):
        # the gutter that leads out of this row, then the gap through the next one unless that is the goal
        y = bottoms[row] + away if down else tops[row] - away
        following = row + 1 if down else row - 1
        goal = end if following == there else _gap(plan, following, x, end) + 4 * lane
        points += [(x, y), (goal, y)]
        x = goal
    points.append((end, b.y if down else b.bottom))
    return points


def _rows(plan: Plan) -> tuple[dict[int, float], dict[int, float]]:
    tops: dict[int, float] = {}
    bottoms: dict[int, float] = {}
    for person, row in plan.rows.items():
        box = plan.boxes[person]
        tops[row] = min(tops.get(row, box.y), box.y)
        bottoms[row] = max(bottoms.get(row, box.bottom), box.bottom)
    return tops, bottoms


def _gap(plan: Plan, row: int, x: float, end: float) -> float:
    """The place to cross a row with the least way round."""
    boxes = sorted((plan.boxes[person] for person, at in plan.rows.items() if at == row), key=lambda box: box.x)
    free = [(-1e9, boxes[0].x), *((a.right, b.x) for a, b in pairwise(boxes))]
    free.append((boxes[-1].right, 1e9))
    spots = [min(max(x, low + 8), high - 24) for low, high in free if high - low >= 32]
    spots += [min(max(end, low + 8), high - 24) for low, high in free if high - low >= 32]
    return min(spots, key=lambda spot: abs(spot - x) + abs(spot - end))


def causes(plan: Plan, ports: Iterable[tuple[str, str, str, float]]) -> dict[tuple[str, str], list[Point]]:
    """The chain's lines from a reason (person, reason id, height within the card) to the person whose pain it is."""
    landed: dict[str, int] = {}
    lines = {}
    for n, (person, reason, owner, height) in enumerate(ports):
        if person not in plan.boxes or owner not in plan.boxes or person == owner:
            continue
        a, b = plan.boxes[person], plan.boxes[owner]
        into = landed[owner] = landed.get(owner, -1) + 1
        end = b.cx + (-1, 1)[into % 2] * 22 * ((into + 1) // 2)
        rightwards = end >= a.cx
        out = (a.right + 10 + 5 * (n % 4)) if rightwards else (a.x - 10 - 5 * (n % 4))
        y = a.y + height
        points = [(a.right if rightwards else a.x, y), (out, y)]
        here, there = plan.rows[person], plan.rows[owner]
        if there <= here:  # against the flow, a ring: around the side and in from above
            top = _rows(plan)[0][there] - 16 - 5 * (n % 3)
            x = out
            for row in range(here - 1, there - 1, -1):
                gutter = _rows(plan)[1][row] + 15 + 5 * (n % 3)
                goal = _gap(plan, row, x, end) + 4 * (n % 3)
                points += [(x, gutter), (goal, gutter)]
                x = goal
            lines[person, reason] = [*points, (x, top), (end, top), (end, b.y)]
            continue
        x = out
        bottoms = _rows(plan)[1]
        for row in range(here, there):
            gutter = bottoms[row] + 15 + 6 * (n % 5)
            goal = end if row + 1 == there else _gap(plan, row + 1, x, end) + 4 * (n % 3)
            points += [(x, gutter), (goal, gutter)]
            x = goal
        lines[person, reason] = [*points, (end, b.y)]
    return lines
