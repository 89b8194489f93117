"""M37: the organisation chart that carries the four marks, the lines of influence and the two outlines."""

from typing import ClassVar, Literal

from sellkit.models.base import PassageId, PersonId, Record
from sellkit.models.people.stakeholder import People, Stakeholder

Mark = Literal["buying_roles", "adaptability", "attitude", "coverage", "circle"]
# The method asks for all four of these on every person; the circle is drawn as an outline, not written as a mark.
FOUR_MARKS: tuple[Mark, ...] = ("buying_roles", "adaptability", "attitude", "coverage")


class Influence(Record):
    """An informal line (dashed): `source` sways `target`, whatever the chart says."""

    KEYS: ClassVar[frozenset[str]] = frozenset({"source"})

    source: PersonId
    target: PersonId
    cites: tuple[PassageId, ...] = ()

    @property
    def key(self) -> str:
        return f"{self.source}>{self.target}"


class RelationshipMap(People):
    """Relationship map (组织关系地图): who stands where, who is close to whom, who controls the outcome.

    Half-filled maps are normal; faults in them are findings of the checks. Raises ValueError only for two people with
    one id. Source: relationship and influence maps of the target-account schools.
    """

    influences: tuple[Influence, ...] = ()

    @property
    def inner_circle(self) -> tuple[Stakeholder, ...]:
        """Those marked as controlling the outcome (核心圈)."""
        return tuple(person for person in self.people if person.circle.given == "inner")

    @property
    def structure(self) -> tuple[Stakeholder, ...]:
        """The political structure (政治圈); the inner circle lies inside it."""
        return tuple(person for person in self.people if person.circle.given in ("inner", "structure"))
