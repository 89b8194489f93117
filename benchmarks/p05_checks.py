"""P5: all checks over an opportunity with 40 people and every model filled; they run at every change."""

import gc
import statistics
from collections.abc import Iterator
from functools import partial
from typing import Any

from measure import Figure, absolute, timed

from sellkit import checks
from sellkit.models.opportunity import Opportunity
from sellkit.training.deals import example

PEOPLE = 40
# How many rows of a kind go with each person; what belongs to a deal as such does not grow with its people.
GROWS = {
    "people": ("people", "influences", "actions", "rivals", "allies", "win_results", "red_flags"),
    "pain_chain": ("people", "nodes"),
    "concerns": ("concerns",),
    "purchase": ("steps",),
    "competition": ("swot", "moves", "actions"),
    "sales_plan": ("items",),
    "control": ("voices",),
}


def figures() -> Iterator[Figure]:
    seconds = {size: cost(opportunity(size)) for size in (PEOPLE // 10, PEOPLE, PEOPLE * 10)}
    found = len(checks.run(opportunity(PEOPLE)))
    note = f"{len(checks.registered())} checks, {found} findings"
    yield absolute("P5", f"all checks, {PEOPLE} people, every model", 20, seconds[PEOPLE] * 1e3, "ms", note)
    value = seconds[PEOPLE * 10] / seconds[PEOPLE] / 10
    yield absolute("P14", "P5 with 10 × the people, time per person", 1, value, "×", "linear is 1")


def cost(deal: Opportunity) -> float:
    """The checks alone: what a record computes once and keeps is made anew in each round, as after a change. Like
    `timeit` it keeps the garbage of building those records out of the figure."""
    data, times = deal.model_dump(round_trip=True), []
    for _ in range(15):
        fresh = Opportunity.model_validate(data)
        gc.collect()
        gc.disable()
        times.append(timed(partial(checks.run, fresh))())
        gc.enable()
    return statistics.median(times)


def opportunity(size: int) -> Opportunity:
    """The example deal with as many people as asked for: its own, and copies of them who bring their rows along."""
    deal = example("en")[1]
    data = deal.model_dump(round_trip=True)
    ids = [person.id for person in deal.people.people]
    for sheet, lists in GROWS.items():
        for name in lists:
            data[sheet][name] = _grown(data[sheet][name], ids, size)
    for method, name in (("power-interest", "placements"),):
        data["methods"][method][name] = _grown(data["methods"][method][name], ids, size)
    return Opportunity.model_validate(data)


def _grown(rows: Any, ids: list[str], size: int) -> list[Any]:
    """Rows of the first people only, or with copies for the n-th of each person."""
    kept = ids[:size]
    found = [row for row in rows if not (set(ids) - set(kept)) & set(_people(row, ids))]
    for turn in range(1, -(-size // len(ids))):
        wanted = set(ids[: size - turn * len(ids)])
        for row in rows:
            named = set(_people(row, ids))
            if named <= wanted or (not named and turn * len(rows) < size):
                found.append(_renamed(row, f"-x{turn}", ids))
    return found


def _people(row: Any, ids: list[str]) -> list[str]:
    return [value for key, value in row.items() if value in ids and key in ("id", "person", "source", "target")]


def _renamed(value: Any, suffix: str, ids: list[str], key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _renamed(each, suffix, ids, name) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_renamed(each, suffix, ids, key) for each in value)
    named = isinstance(value, str) and (value in ids or key in ("id", "parent"))
    return f"{value}{suffix}" if named and value else value
