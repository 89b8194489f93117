"""M60: what a mark rests on."""

from collections.abc import Iterator
from typing import Any

from sellkit.checks.registry import At, at, check
from sellkit.models.base import Judged, Record
from sellkit.models.initiative import InitiativeList
from sellkit.models.pain_chain import PainChain
from sellkit.models.stakeholder import People, Stakeholder

# Fields of a person and their names in a place.
MARKS = {
    name: {"buying_roles": "roles"}.get(name, name.replace("_", "-"))
    for name, field in Stakeholder.model_fields.items()
    if isinstance(field.default_factory, type) and issubclass(field.default_factory, Judged)
}


@check("M60-uncited", Record, "hint")
def uncited(record: Record) -> Iterator[At]:
    """Marks with no passage behind them, told in one remark that leads to the first."""
    bare = [place for place, mark in marks(record) if mark.known and not mark.backed]
    if isinstance(record, InitiativeList):
        bare += [f"{initiative.id}/result" for initiative in record.started if not initiative.cites]
    if bare:
        yield at(bare[0], count=len(bare))


@check("M60-certain-without-passage", Record, "warning")
def certain_without_passage(record: Record) -> Iterator[At]:
    """ "Explicit" and "agreed" mean that there is something to cite."""
    for place, mark in marks(record):
        if mark.known and not mark.backed and mark.confidence in ("explicit", "agreed"):
            yield at(place)


def marks(record: Record) -> Iterator[tuple[str, Judged[Any]]]:
    """Every judged mark of a record with its place."""
    if isinstance(record, People):
        for person in record.people:
            for name, field in MARKS.items():
                yield f"{person.id}/{field}", getattr(person, name)
    elif isinstance(record, PainChain):
        for node in record.nodes:
            yield f"{node.person}/pain", node.pain
            for reason in node.reasons:
                yield f"{node.person}/reasons/{reason.id}", reason.statement
                yield f"{node.person}/reasons/{reason.id}/owner", reason.owner
    elif isinstance(record, InitiativeList):
        yield "leading", record.leading
        for initiative in record.initiatives:
            yield f"{initiative.id}/class", initiative.kind
            yield f"{initiative.id}/owner", initiative.owner
