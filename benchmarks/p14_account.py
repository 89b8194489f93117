"""P14 at the size of an account: 1 and 10 deals, 30 and 300 people in each: read, checked, drawn as a plan."""

import gc
import json
import statistics
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from measure import Figure, absolute, timed
from p05_checks import opportunity

from sellkit import checks
from sellkit.documents.plan import account_plan
from sellkit.models.account.account import Account
from sellkit.training import accounts

PEOPLE, DEALS, ROUNDS = 30, 10, 7
# What an account goes through: from its data, past a coach, on to paper.
WAYS: dict[str, Callable[[Any], object]] = {
    "read": accounts.account,
    "check": lambda data: checks.run(accounts.account(data)),
    "plan": lambda data: account_plan(accounts.account(data), "en").html(),
}


def figures() -> Iterator[Figure]:
    one = account(1, PEOPLE)
    grown = {"deals": account(DEALS, PEOPLE), "people": account(1, PEOPLE * 10)}
    for way, call in WAYS.items():
        small = cost(call, one)
        for what, data in grown.items():
            large = cost(call, data)
            note = f"{small * 1e3:.0f} → {large * 1e3:.0f} ms"
            yield absolute("P14", f"account, {way}: 10 × the {what}, time for each", 1, large / small / 10, "×", note)


def cost(call: Callable[[Any], object], data: str) -> float:
    """From the plain data each time, for a record keeps what it has computed once."""
    times = []
    for _ in range(ROUNDS):
        plain = json.loads(data)
        gc.collect()
        gc.disable()
        times.append(timed(partial(call, plain))())
        gc.enable()
    return statistics.median(times)


def account(deals: int, people: int) -> str:
    """The example account with so many copies of its large deal, so many people in each, as JSON."""
    base = accounts.planned("en")
    deal = opportunity(people)
    held = tuple(deal.changed(id=f"deal-{number}", name=f"Deal {number}") for number in range(deals))
    known = base.people.changed(people=deal.people.people)
    return plain(base.changed(opportunities=held, people=known))


def plain(whole: Account) -> str:
    """Without what a reader adds: a sheet of a method names its method by its id."""
    data = whole.model_dump(mode="json", round_trip=True)
    for part in (data, *data["opportunities"]):
        for sheet in part["methods"].values():
            sheet["method"] = sheet["method"]["id"]
    return json.dumps(data)
