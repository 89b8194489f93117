"""M30, M31, M61: what a checklist amounts to: go on, go on if …, or withdraw, always with the reasons."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from sellkit.models.base import Id, Record
from sellkit.models.methods.checklist import ChecklistSheet, Group
from sellkit.models.methods.head import US

Call = Literal["pursue", "pursue-if", "withdraw"]
GroupState = Literal["met", "open", "failed"]


class Because(Record):
    """One reason of a verdict, about an item, a group or a rival.

    zero           an item that may not fail has failed: withdraw
    group-failed   more of a group has failed than is met: withdraw if the group stops, else a condition
    item-failed    an item has failed in a group that stands all the same
    must-open      an item that may not fail is not settled yet; must-short: settled, and not enough to count as met
    group-open     too little of the group is met to count on it
    below-minimum  an item is not settled at the level that the stage asks for
    rival-leads    a rival is ahead in this group
    """

    code: Literal[
        "zero", "group-failed", "item-failed", "must-open", "must-short", "group-open", "below-minimum", "rival-leads"
    ]
    about: Id
    rival: Id | None = None


class Verdict(Record):
    """The call and every reason for it, the gravest first. Without a reason the call is "pursue"."""

    call: Call
    because: tuple[Because, ...] = ()


def group_state(sheet: ChecklistSheet, group: Group, on: date | None = None) -> GroupState:
    """Failed: a must failed, or more items failed than are met. Met: more than half of the items, and every must.
    Otherwise open. Only settled marks count."""
    levels = {item.id: sheet.settled(item.id, US, on) for item in group.items}
    met = sum(sheet.method.meets(level) for level in levels.values())
    failed = sum(sheet.method.fails(level) for level in levels.values())
    musts = [levels[item.id] for item in group.items if item.must]
    if any(sheet.method.fails(level) for level in musts) or failed > met:
        return "failed"
    return "met" if 2 * met > len(levels) and all(map(sheet.method.meets, musts)) else "open"


def verdict(sheet: ChecklistSheet, on: date | None = None) -> Verdict:
    """Withdraw for a zero or a failed group that stops; go on under conditions for whatever else is failed, open, below
    the stage's minimum or led by a rival; go on otherwise."""
    stops = [Because(code="zero", about=item) for item in sheet.zeros(on)]
    conditions: list[Because] = []
    for group in sheet.method.groups:
        reasons = list(_of_group(sheet, group, on))
        failed = any(reason.code == "group-failed" for reason in reasons)
        (stops if failed and group.failing == "stops" else conditions).extend(reasons)
    below = sheet.below_minimum(on=on)
    conditions = [each for each in conditions if each.code != "item-failed" or each.about not in below]
    conditions += [Because(code="below-minimum", about=item) for item in below]
    for rival in sheet.rivals:
        behind = [balance for balance in sheet.balance(rival.id, on) if balance.lead < 0]
        conditions += [Because(code="rival-leads", about=balance.group, rival=rival.id) for balance in behind]
    call: Call = "withdraw" if stops else "pursue-if" if conditions else "pursue"
    return Verdict(call=call, because=(*stops, *conditions))


def _of_group(sheet: ChecklistSheet, group: Group, on: date | None) -> Iterator[Because]:
    method, state = sheet.method, group_state(sheet, group, on)
    levels = [(item, sheet.settled(item.id, US, on)) for item in group.items]
    zero = any(item.must and method.fails(level) for item, level in levels)
    if state == "failed" and not zero:  # a zero says it already
        yield Because(code="group-failed", about=group.id)
        return
    yield from (
        Because(code="item-failed", about=item.id) for item, level in levels if method.fails(level) and not item.must
    )
    short = [
        Because(code="must-open" if level is None else "must-short", about=item.id)
        for item, level in levels
        if item.must and not method.meets(level) and not method.fails(level)
    ]
    yield from short
    # Where stages have minima these say what is asked by now; the rest may still be open.
    if state == "open" and not short and not (method.stages and sheet.stage):
        yield Because(code="group-open", about=group.id)


def falls_through(sheet: ChecklistSheet, on: date | None = None) -> tuple[Group, GroupState] | None:
    """The sieve in which the opportunity is caught: the first group that has failed, for then no answer further up can
    help; else the first that is open. None if it passes all of them."""
    states = [(group, group_state(sheet, group, on)) for group in sheet.method.groups]
    caught = [found for found in states if found[1] != "met"]
    return next((found for found in caught if found[1] == "failed"), caught[0] if caught else None)
