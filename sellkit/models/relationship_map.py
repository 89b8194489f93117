"""M37: the organisation chart that carries the four marks, the lines of influence and the two outlines."""

from typing import Literal

from sellkit.models.base import Id, PassageId, PersonId, Record
from sellkit.models.stakeholder import ATTITUDE_STEPS, COVERAGE_STEPS, People, Stakeholder

Mark = Literal["buying_roles", "adaptability", "attitude", "coverage", "circle"]
# The method asks for all four of these on every person; the circle is drawn as an outline, not written as a mark.
FOUR_MARKS: tuple[Mark, ...] = ("buying_roles", "adaptability", "attitude", "coverage")


class Influence(Record):
    """An informal line (dashed): `source` sways `target`, whatever the chart says."""

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


class Move(Record):
    """One mark of one person that differs between two maps.

    was, now  the level, roles as letters in the order U E D A; "unknown" and None as in `Judged`
    steps     how far it moved where the mark has a better and a worse end (attitude, coverage); above 0 is progress
    """

    person: Id
    mark: Mark
    was: str | None
    now: str | None
    steps: int | None = None


class MapChange(Record):
    """What changed from one map to another: an earlier and a later one, or two teams'."""

    moves: tuple[Move, ...] = ()
    joined: tuple[Id, ...] = ()
    left: tuple[Id, ...] = ()
    lines_added: tuple[tuple[Id, Id], ...] = ()
    lines_removed: tuple[tuple[Id, Id], ...] = ()


def compare(earlier: RelationshipMap, later: RelationshipMap) -> MapChange:
    """Who moved, on which mark; who is new or gone; which lines of influence appeared or vanished."""
    before = {person.id: person for person in earlier.people}
    after = {person.id: person for person in later.people}
    lines_before = {(line.source, line.target): None for line in earlier.influences}
    lines_after = {(line.source, line.target): None for line in later.influences}
    return MapChange(
        moves=tuple(move for id in before if id in after for move in _moves(before[id], after[id])),
        joined=tuple(id for id in after if id not in before),
        left=tuple(id for id in before if id not in after),
        lines_added=tuple(line for line in lines_after if line not in lines_before),
        lines_removed=tuple(line for line in lines_before if line not in lines_after),
    )


def _moves(was: Stakeholder, now: Stakeholder) -> list[Move]:
    moves = []
    for mark in (*FOUR_MARKS, "circle"):
        before, after = _shown(was, mark), _shown(now, mark)
        if before != after:
            moves.append(Move(person=was.id, mark=mark, was=before, now=after, steps=_steps(mark, before, after)))
    return moves


def _shown(person: Stakeholder, mark: Mark) -> str | None:
    value = getattr(person, mark).value
    return "".join(sorted(value, key="UEDA".index)) if isinstance(value, frozenset) else value


def _steps(mark: Mark, was: str | None, now: str | None) -> int | None:
    order: dict[str, int] = {"attitude": ATTITUDE_STEPS, "coverage": COVERAGE_STEPS}.get(mark, {})  # type: ignore[assignment]
    return order[now] - order[was] if was in order and now in order else None
