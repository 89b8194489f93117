"""The arithmetic behind M38: the fewest steps that gain a given pull, and among those the easiest."""

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple


class Movable(NamedTuple):
    """Somebody who can be moved up to `room` steps; each gains `weight` (0–5). `tendency` is where they stand now."""

    weight: int
    tendency: int
    room: int


def ease(tendency: int) -> int:
    """How hard one step of somebody at this tendency is: 0 neutral, +1 → 1, +2 → 2, −1 → 3, −2 → 4, −3 → 5."""
    return tendency if tendency >= 0 else 2 - tendency


def fewest_steps(people: Sequence[Movable], need: int) -> tuple[int, ...] | None:
    """Steps per person, as few as possible in all, that gain at least `need`; None if all steps together do not.

    Among equally few the smallest sum of `ease` wins, then who stands earlier. Weights are small whole numbers, so
    no search over people is needed: the heaviest steps say how few suffice; what they gain beyond the need is less
    than one weight, so only that many steps can be exchanged for lighter, easier ones.
    """
    if need <= 0:
        return (0,) * len(people)
    # Per weight, every possible step in the order in which it would be chosen.
    order = sorted(range(len(people)), key=lambda at: (ease(people[at].tendency), at))
    steps: dict[int, list[int]] = {}
    for at in order:
        if people[at].weight > 0:
            steps.setdefault(people[at].weight, []).extend([at] * people[at].room)
    weights = sorted(steps, reverse=True)
    greedy, gained = _heaviest(steps, weights, need)
    if gained < need:
        return None
    spare, total = gained - need, sum(greedy)
    choices = [
        range(max(0, taken - spare), min(len(steps[weight]), taken + spare) + 1)
        for weight, taken in zip(weights, greedy, strict=True)
    ]
    sums = {weight: _running_sums([ease(people[at].tendency) for at in steps[weight]]) for weight in weights}
    plans = [
        counts
        for counts in product(*choices)
        if sum(counts) == total and sum(w * n for w, n in zip(weights, counts, strict=True)) >= need
    ]
    easiest = min(sum(sums[w][n] for w, n in zip(weights, counts, strict=True)) for counts in plans)
    chosen = min(
        sorted(at for w, n in zip(weights, counts, strict=True) for at in steps[w][:n])
        for counts in plans
        if sum(sums[w][n] for w, n in zip(weights, counts, strict=True)) == easiest
    )
    return tuple(map(chosen.count, range(len(people))))


def _heaviest(steps: dict[int, list[int]], weights: Sequence[int], need: int) -> tuple[list[int], int]:
    taken, gained = [], 0
    for weight in weights:
        count = min(len(steps[weight]), max(0, -((gained - need) // weight)))
        taken.append(count)
        gained += count * weight
    return taken, gained


def _running_sums(values: Sequence[int]) -> list[int]:
    sums = [0]
    for value in values:
        sums.append(sums[-1] + value)
    return sums
