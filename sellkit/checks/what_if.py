"""M65: change one mark, or several, and see what becomes of the rest."""

from collections.abc import Iterable, Mapping
from typing import Any

from sellkit.checks.registry import Finding, run
from sellkit.models.base import Judged, Record
from sellkit.models.change import Difference, difference
from sellkit.models.opportunity import Opportunity
from sellkit.models.outlook import outlook
from sellkit.models.paths import leaves, with_value


class WhatIf(Record):
    """What would follow.

    marks     what was supposed; outlook: how balance, gates, zone, stages and verdicts would move
    appeared  what the checks would remark on in addition; gone: what they would no longer remark on
    """

    marks: Difference
    outlook: Difference
    appeared: tuple[Finding, ...] = ()
    gone: tuple[Finding, ...] = ()


def what_if(deal: Opportunity, changes: Mapping[str, Any]) -> WhatIf:
    """Suppose other values at some places (`people/chen/tendency`: 2) and recompute everything that depends on them.

    A supposed mark counts as if it were agreed: the question is what it would bring, not whether it is known. Raises
    ValueError for a place that does not exist and for a value that it cannot hold.
    """
    supposed = deal
    for path, value in changes.items():
        supposed = with_value(supposed, path, value)
        if not isinstance(value, Judged):
            supposed = _agreed(supposed, path)
    before, after = run(deal), run(supposed)
    return WhatIf(
        marks=difference(deal, supposed),
        outlook=difference(outlook(deal), outlook(supposed)),
        appeared=_missing_from(before, after),
        gone=_missing_from(after, before),
    )


def _missing_from(others: Iterable[Finding], findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that the others lack; by code and place first, for a large deal has thousands of remarks."""
    known: dict[tuple[str, str], list[Finding]] = {}
    for other in others:
        known.setdefault((other.code, other.place), []).append(other)
    return tuple(each for each in findings if each not in known.get((each.code, each.place), ()))


def _agreed(deal: Opportunity, path: str) -> Opportunity:
    mark = next((leaf.value for leaf in leaves(deal) if leaf.path == path), None)
    if not isinstance(mark, Judged) or mark.confirmed:
        return deal
    return with_value(deal, path, mark.changed(confidence="agreed", witness=mark.witness or "—"))
