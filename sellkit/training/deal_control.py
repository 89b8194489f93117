"""What the elements of C136 and C139 ask, and what others claim about them, in both languages; read once."""

from collections.abc import Mapping
from functools import cache

from sellkit.models.base import Id, Record
from sellkit.models.control.mapping import Fit
from sellkit.models.control.value import ELEMENTS, CoachKind, ElementId, Scheme
from sellkit.models.text import Text
from sellkit.training import places
from sellkit.training.shelf import validated
from sellkit.training.yamlfile import YamlFile, read_yaml


class ElementText(Record):
    """One element in words: badge, name, what it asks, what counts as evidence, what wins it, the usual mistake, and
    the kind of coach who can best tell."""

    id: ElementId
    sign: str
    coach: CoachKind
    name: Text
    asks: Text
    evidence: Text
    wins: Text
    mistake: Text


class ClaimText(Record):
    """A published claim in words, and where it comes from; its figures stand in `models.calibration.CLAIMS`."""

    id: Id
    says: Text
    source: Text


class Carried(Record):
    """How an element is said by the other scheme."""

    fit: Fit
    sources: tuple[ElementId, ...] = ()
    says: Text


class _Elements(Record):
    scheme: str
    elements: tuple[ElementText, ...]


class _Claims(Record):
    claims: tuple[ClaimText, ...]


@cache
def elements(scheme: Scheme) -> Mapping[ElementId, ElementText]:
    """The elements of a scheme in words, in the order W, F, C. Raises ContentError for a file that is not in order."""
    files = ("firsts.yaml", f"{scheme.lower()}.yaml")
    texts = {text.id: text for name in files for text in validated(_read(name), _Elements).elements}
    return {id: texts[id] for id in ELEMENTS[scheme]}


@cache
def claims() -> Mapping[str, ClaimText]:
    """The published claims in words, by id."""
    return {claim.id: claim for claim in validated(_read("claims.yaml"), _Claims).claims}


@cache
def carried(scheme: Scheme) -> Mapping[ElementId, Carried]:
    """For each Clear of a scheme what the other one says of it."""
    table = _read("mapping.yaml").data[scheme]
    return {
        id: Carried.model_validate({"fit": row["fit"], "sources": row["from"], "says": row["says"]})
        for id, row in table.items()
    }


def _read(name: str) -> YamlFile:
    return read_yaml(f"deal-control/{name}", places.content("deal-control", name).read_bytes())
