"""M60: what a mark rests on."""

from collections.abc import Iterator

from sellkit.checks.registry import At, at, check
from sellkit.models.base import Record
from sellkit.models.pain.initiative import InitiativeList
from sellkit.models.paths import judged


@check("M60-uncited", Record, "hint")
def uncited(record: Record) -> Iterator[At]:
    """Marks with no passage behind them, told in one remark that leads to the first."""
    bare = [place for place, mark in judged(record) if mark.known and not mark.backed]
    if isinstance(record, InitiativeList):
        bare += [f"{initiative.id}/result" for initiative in record.started if not initiative.cites]
    if bare:
        yield at(bare[0], count=len(bare))


@check("M60-certain-without-passage", Record, "warning")
def certain_without_passage(record: Record) -> Iterator[At]:
    """ "Explicit" and "agreed" mean that there is something to cite."""
    for place, mark in judged(record):
        if mark.confidence in ("explicit", "agreed") and mark.known and not mark.backed:
            yield at(place)
