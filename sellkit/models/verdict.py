"""M30, M31, M61: what a checklist amounts to: go on, go on if …, or withdraw, always with the reasons."""

from datetime import date
from typing import Literal

from sellkit.models.base import Id, Record
from sellkit.models.checklist import ChecklistSheet, Group
from sellkit.models.method_head import US

Call = Literal["pursue", "pursue-if", "withdraw"]
GroupState = Literal["met", "open", "failed"]


class Because(Record):
    """One reason of a verdict, about an item, a group or a rival.

    zero          an item that may not fail has failed: withdraw
    group-failed  more of a group has failed than is met: withdraw if the group stops, else a condition
    must-open     an item that may not fail is not settled yet
    group-open    too little of the group is settled to judge it
    rival-leads   a rival is ahead in this group
    """

    code: Literal["zero", "group-failed", "must-open", "group-open", "rival-leads"]
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
    """Withdraw for a zero or a failed group that stops; go on under conditions for whatever else is failed, open or led
    by a rival; go on otherwise."""
    stops = [Because(code="zero", about=item) for item in sheet.zeros(on)]
    conditions: list[Because] = []
    for group in sheet.method.groups:
        state = group_state(sheet, group, on)
        zero = any(because.about == item.id for because in stops for item in group.items)
        if state == "failed" and not zero:
            (stops if group.failing == "stops" else conditions).append(Because(code="group-failed", about=group.id))
        elif state == "open":
            open_musts = [item.id for item in group.items if item.must and sheet.settled(item.id, US, on) is None]
            conditions += [Because(code="must-open", about=item) for item in open_musts]
            conditions += [] if open_musts else [Because(code="group-open", about=group.id)]
    for rival in sheet.rivals:
        behind = [balance for balance in sheet.balance(rival.id, on) if balance.lead < 0]
        conditions += [Because(code="rival-leads", about=balance.group, rival=rival.id) for balance in behind]
    call: Call = "withdraw" if stops else "pursue-if" if conditions else "pursue"
    return Verdict(call=call, because=(*stops, *conditions))


def falls_through(sheet: ChecklistSheet, on: date | None = None) -> tuple[Group, GroupState] | None:
    """The first group, in the method's order, that is not met: the sieve in which the opportunity is caught. None if it
    passes all of them."""
    for group in sheet.method.groups:
        state = group_state(sheet, group, on)
        if state != "met":
            return group, state
    return None
