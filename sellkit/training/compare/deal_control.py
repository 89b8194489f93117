"""A sheet of deal control against the key's: each element, whether a coach carries it, and the gate to go for."""

from typing import Any

from sellkit.models.base import Judged
from sellkit.models.control.deal_control import DealControl
from sellkit.models.control.value import ElementId, group_of
from sellkit.training.compare.item import SURE, Item, Verdict

# Shares of one item's point. A yes that is not so sends a team after a deal it does not control, so it costs double.
RIGHT, UNSURE, CITED_OTHERWISE, UNCITED, NOT_CONFIRMED = 1.0, 0.75, 0.75, 0.5, 0.5
FALSE_YES, FALSE_NO = -0.5, -0.25
ALL_PASSED = "all-passed"


def deal_control(given: DealControl, key: DealControl) -> list[Item]:
    """One item per element that the key answers, in the order W, F, C, and one for the next gate.

    A right value earns a whole point if it is backed as the key wants it, half without evidence, and half where a coach
    confirms it in the key and not on the sheet. "Not known yet" costs nothing. A sheet of the other scheme is compared
    on W and the Firsts only; `convert` it first.
    """
    items = [
        _one(given, key, id)
        for id, standing in key.standings.items()
        if standing.state != "open" and (given.scheme == key.scheme or group_of(id) != "C")
    ]
    return [*items, _gate(given, key)]


def _one(given: DealControl, key: DealControl, id: ElementId) -> Item:
    mark, wanted = given.element(id).claimed, key.element(id).claimed
    if mark.value is None:
        return _item(id, "missing", 0.0, ("missing",), mark, wanted)
    if mark.value == wanted.value == "unknown":
        return _item(id, "right", RIGHT, ("right", "rightly-unknown"), mark, wanted)
    if mark.value == "unknown":
        return _item(id, "unknown", 0.0, ("unknown",), mark, wanted)
    if mark.value != wanted.value:
        share, reason = (FALSE_YES, "overclaim") if mark.value is True else (FALSE_NO, "false-no")
        return _item(id, "different", share, (reason,), mark, wanted)
    if given.confirms(id) and not key.confirms(id):
        return _item(id, "different", FALSE_YES, ("right", "coach-overclaim"), mark, wanted)
    share, cited = _evidence(mark, wanted)
    if key.confirms(id) and not given.confirms(id):
        return _item(id, "near", min(share, NOT_CONFIRMED), ("right", cited, "not-confirmed"), mark, wanted)
    return _item(id, "right", share, ("right", cited), mark, wanted)


def _evidence(mark: Judged[bool], wanted: Judged[bool]) -> tuple[float, str]:
    """What the evidence earns. Where the key has none to show, none is asked for."""
    if not mark.backed:
        return (RIGHT, "rightly-uncited") if not wanted.backed else (UNCITED, "uncited")
    if mark.cites and wanted.cites and set(mark.cites).isdisjoint(wanted.cites):
        return CITED_OTHERWISE, "cited-otherwise"
    if mark.confidence not in SURE and wanted.confidence in SURE:
        return UNSURE, "unsure"
    return RIGHT, "cited"


def _gate(given: DealControl, key: DealControl) -> Item:
    """The gate follows from the sheet; a sheet that has not answered the groups before it has not found it."""
    mine, wanted = given.confirmed.next_gate, key.confirmed.next_gate
    groups = "WFC" if mine is None else "WFC"[: "WFC".index(mine[-1]) + 1]
    open_ = [
        id
        for id, standing in given.standings.items()
        if group_of(id) in groups and standing.state in ("open", "unknown")
    ]
    shown, expected = mine or ALL_PASSED, wanted or ALL_PASSED
    if any(key.element(id).claimed.known for id in open_):
        return Item("next-gate", "missing", 0.0, ("gate-open",), None, expected)
    if mine == wanted:
        return Item("next-gate", "right", RIGHT, ("gate-right",), shown, expected)
    return Item("next-gate", "different", 0.0, ("gate-wrong",), shown, expected)


def _item(
    id: ElementId, verdict: Verdict, share: float, reasons: tuple[str, ...], mark: Judged[bool], wanted: Judged[bool]
) -> Item:
    shown: Any = mark.value
    return Item(
        f"elements/{id}/claimed", verdict, share, reasons, shown, wanted.value, cites=mark.cites, rests=wanted.cites
    )
