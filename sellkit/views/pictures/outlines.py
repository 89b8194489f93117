"""Outlines around groups of people: the union of their cards, the gaps between them and the lines that join them."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from sellkit.views.pictures.layout import Box, Plan
from sellkit.views.pictures.routing import Point, reporting


@dataclass(frozen=True)
class Outline:
    """A group's outline: the union of boxes, and where its name stands (one for each separate part)."""

    parts: tuple[Box, ...]
    labels: tuple[Point, ...]


def outline(plan: Plan, members: Iterable[str], pad: float) -> Outline:
    """Around the members' cards, joined where they stand side by side or report to each other.

    It keeps to the members' cards, the gutters and the gaps, so it never takes in a card that does not belong to it.
    """
    inside = [person for person in plan.boxes if person in set(members)]
    if plan.narrow:
        pad = pad / 2
    parts = [_grown(plan.boxes[person], pad) for person in inside]
    joined = {person: person for person in inside}

    def root(person: str) -> str:
        while joined[person] != person:
            person = joined[person]
        return person

    lines = reporting(plan)
    for person in inside:
        boss = plan.parents.get(person)
        if boss in joined and not plan.narrow:
            parts += [_stroke(a, b, min(pad, 10)) for a, b in pairwise(lines[person])]
            joined[root(person)] = root(boss)
    for first, second in _neighbours(plan):
        if first in joined and second in joined:
            a, b = plan.boxes[first], plan.boxes[second]
            if plan.rows[first] != plan.rows[second]:
                x = max(a.x, b.x) - pad
                parts.append(Box(x, a.bottom, min(a.right, b.right) + pad - x, b.y - a.bottom))
            else:
                parts.append(Box(a.right, a.y - pad, b.x - a.right, a.h + 2 * pad))
            joined[root(second)] = root(first)
    tops: dict[str, Box] = {}
    for person in inside:
        box, key = plan.boxes[person], root(person)
        if key not in tops or (box.y, box.x) < (tops[key].y, tops[key].x):
            tops[key] = box
    return Outline(tuple(parts), tuple((box.x, box.y - pad) for box in tops.values()))


def _neighbours(plan: Plan) -> list[tuple[str, str]]:
    """People next to each other with nothing but a gap between them; in a narrow plan, one under the other."""
    if plan.narrow:
        listed = sorted(plan.rows, key=lambda person: plan.rows[person])
        return list(pairwise(listed))
    stacked = sorted(plan.hangs, key=lambda person: (plan.boxes[person].x, plan.rows[person]))
    columns = [
        (a, b) for a, b in pairwise(stacked)
        if plan.parents[a] == plan.parents[b] and plan.boxes[a].x == plan.boxes[b].x
    ]  # fmt: skip
    across = sorted(plan.boxes, key=lambda person: (plan.rows[person], plan.boxes[person].x))
    return columns + [
        (a, b) for a, b in pairwise(across)
        if plan.rows[a] == plan.rows[b] and plan.boxes[b].x - plan.boxes[a].right <= plan.boxes[a].w
    ]  # fmt: skip


def _grown(box: Box, by: float) -> Box:
    return Box(box.x - by, box.y - by, box.w + 2 * by, box.h + 2 * by)


def _stroke(a: Point, b: Point, by: float) -> Box:
    x, y = min(a[0], b[0]), min(a[1], b[1])
    return Box(x - by, y - by, abs(a[0] - b[0]) + 2 * by, abs(a[1] - b[1]) + 2 * by)
