"""M27: what our units and partners are strong in, set against what the customer needs and what rivals can."""

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import Annotated, ClassVar, Literal, NamedTuple, Self

from pydantic import Field, model_validator

from sellkit.models.base import Id, Judged, Named, Record, Rises, Rows, each_once, no_such

Strength = Annotated[int, Field(ge=0, le=3)]
# Open: one of the rivals is not known on this need, and no other is ahead of us already.
Standing = Literal["lead", "level", "trail", "open"]


class MatrixNeed(Named):
    """Something the customer needs, and the strengths that answer it: all of them together."""

    strengths: tuple[Id, ...] = ()


class Cell(Record):
    """How strong a unit, a partner or a rival is in one thing: 0 not at all, 1 `+`, 2 `++`, 3 `+++`."""

    who: Id
    strength: Id
    level: Annotated[Judged[Strength], Rises()] = Field(default_factory=Judged[Strength])

    @property
    def key(self) -> str:
        """What tells cells apart: `service/brand`."""
        return f"{self.who}/{self.strength}"


class NeedStanding(NamedTuple):
    """One need: how well we answer it with our units together, the best rival as far as known, and who is ahead.

    ours  0–3, the level of the weakest strength that the need asks for
    """

    need: MatrixNeed
    ours: int
    theirs: int | None
    rival: str | None
    standing: Standing


class StrengthMatrix(Record):
    """Strength matrix (优势矩阵): units and partners × strengths, against needs and rivals.

    On our side a blank cell is no strength; on a rival's side it is something not known. Only confirmed cells count.
    Raises ValueError for rows that stand twice, for cells of nobody and for strengths that are not listed.
    Source: the strength matrix of account planning; how needs are compared is ours.
    """

    MAIN: ClassVar[str] = "cells"

    units: tuple[Named, ...] = ()
    rivals: tuple[Named, ...] = ()
    strengths: Rows[Named] = ()
    needs: Rows[MatrixNeed] = ()
    cells: Rows[Cell] = ()

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        parties, strengths = [each.id for each in (*self.units, *self.rivals)], [each.id for each in self.strengths]
        each_once("party", parties)
        for cell in self.cells:
            if cell.who not in parties:
                raise no_such(f"party {cell.who!r}", parties)
        for named in (*(cell.strength for cell in self.cells), *(id for need in self.needs for id in need.strengths)):
            if named not in strengths:
                raise no_such(f"strength {named!r}", strengths)
        return self

    def level(self, who: str, strength: str) -> int | None:
        """The confirmed level of a unit or rival; None while there is none."""
        return self._levels.get((who, strength))

    def reach(self, need: MatrixNeed, units: Iterable[str]) -> int:
        """How well these units together answer a need: for each strength the best of them, then the least of these."""
        held = tuple(units)
        best = [max((self.level(unit, strength) or 0 for unit in held), default=0) for strength in need.strengths]
        return min(best, default=0)

    def standings(self, units: Collection[str] | None = None) -> tuple[NeedStanding, ...]:
        """Where we lead, are level or trail, need by need, with these units (with all, if none are named)."""
        held = [unit.id for unit in self.units] if units is None else units
        return tuple(self._standing(need, self.reach(need, held)) for need in self.needs)

    def unanswered(self) -> tuple[MatrixNeed, ...]:
        """Needs that no strength of anybody on our side answers."""
        return tuple(found.need for found in self.standings() if found.ours == 0)

    def combination(self) -> tuple[Named, ...]:
        """Units that together lead wherever all of us lead, none of which can be left out; empty if we lead nowhere."""
        asked: dict[str, int] = {}
        for found in self.standings():
            if found.standing == "lead":
                least = next(n for n in range(found.ours + 1) if self._standing(found.need, n).standing == "lead")
                asked |= {each: max(least, asked.get(each, 0)) for each in found.need.strengths}
        enough = {
            each: {unit.id for unit in self.units if (self.level(unit.id, each) or 0) >= least}
            for each, least in asked.items()
        }
        # The weakest are left out first, so that those who stay are the strong ones.
        for unit in sorted(
            self.units, key=lambda unit: sum(self.level(unit.id, each.id) or 0 for each in self.strengths)
        ):
            if all(units != {unit.id} for units in enough.values()):
                for units in enough.values():
                    units.discard(unit.id)
        needed = set().union(*enough.values())
        return tuple(unit for unit in self.units if unit.id in needed)

    def _standing(self, need: MatrixNeed, ours: int) -> NeedStanding:
        """Where we would be with this level; to answer better never puts us further back."""
        theirs: int | None = None
        best: str | None = None
        open = not self.rivals or not need.strengths
        for rival in self.rivals:
            levels = [self.level(rival.id, strength) for strength in need.strengths]
            known = [level for level in levels if level is not None]
            if len(known) < len(levels):
                # A weak point that is known can settle it all the same: nobody answers better than their weakest.
                open = open or not known or min(known) >= ours
                continue
            reached = min(known, default=0)
            if theirs is None or reached > theirs:
                theirs, best = reached, rival.id
        if theirs is not None and theirs > ours:
            return NeedStanding(need, ours, theirs, best, "trail")
        if open:
            return NeedStanding(need, ours, theirs, best, "open")
        return NeedStanding(need, ours, theirs, best, "lead" if theirs is None or ours > theirs else "level")

    @cached_property
    def _levels(self) -> Mapping[tuple[str, str], int]:
        settled = {(cell.who, cell.strength): cell.level.settled for cell in self.cells}
        return {key: level for key, level in settled.items() if level is not None}
