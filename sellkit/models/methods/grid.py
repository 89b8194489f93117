"""A grid with placement: two axes, named regions, and people or things placed in them.

One shape for power × interest, account grades, the strategic positions of a customer, and every other two-by-two.
"""

from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from sellkit.models.base import Id, Judged, PersonId, Record, each_once, no_such
from sellkit.models.methods.head import Levels, MethodHead, latest
from sellkit.models.scale import LevelId, Question
from sellkit.models.text import Text


class Axis(Record):
    """One direction of the grid, from low to high, with questions that lead to a level."""

    id: Id
    name: Text
    levels: Levels
    help: Annotated[tuple[Question, ...], Field(max_length=4)] = ()


class Region(Record):
    """A part of the grid: the levels it covers on each axis, what it means and what to do about whatever lies in it."""

    id: Id
    name: Text
    says: Text
    next: Text
    x: Annotated[tuple[LevelId, ...], Field(min_length=1)]
    y: Annotated[tuple[LevelId, ...], Field(min_length=1)]


class Grid(MethodHead):
    """Two axes and the regions that cover every cell once.

    of  what is placed: people of the deal, or things that are named on the sheet
    Raises ValueError for a cell that lies in no region or in two.
    """

    kind: Literal["grid"] = "grid"
    of: Literal["people", "things"] = "things"
    x: Axis
    y: Axis
    regions: Annotated[tuple[Region, ...], Field(min_length=2)]

    @model_validator(mode="after")
    def _covers_every_cell_once(self) -> Self:
        each_once("region", [region.id for region in self.regions])
        for axis, name in ((self.x, "x"), (self.y, "y")):
            each_once("level", [level.id for level in axis.levels])
            stray = {id for region in self.regions for id in getattr(region, name)} - {
                level.id for level in axis.levels
            }
            if stray:
                raise no_such(f"level {min(stray)!r} on the axis {axis.id}", (level.id for level in axis.levels))
        cells = [(x, y) for region in self.regions for x in region.x for y in region.y]
        each_once("cell", cells)
        if bare := [(x.id, y.id) for x in self.x.levels for y in self.y.levels if (x.id, y.id) not in set(cells)]:
            raise PydanticCustomError("content-cell-bare", "{found} lies in no region", {"found": " × ".join(bare[0])})
        return self

    @cached_property
    def region_of(self) -> dict[tuple[str, str], Region]:
        """The region of each cell."""
        return {(x, y): region for region in self.regions for x in region.x for y in region.y}

    def cell(self, x: str, y: str) -> tuple[int, int]:
        """How far right and how far up a cell lies, from 0. Raises KeyError."""
        return _place(self.x, x), _place(self.y, y)


class Placement(Record):
    """One person or thing on the grid, on a day: a `person`, or a thing with a `name`; `note` says what is done."""

    id: Id
    name: str = ""
    person: PersonId | None = None
    on: date | None = None
    x: Judged[LevelId] = Field(default_factory=Judged[LevelId])
    y: Judged[LevelId] = Field(default_factory=Judged[LevelId])
    note: str = ""

    @property
    def key(self) -> str:
        return f"{self.id}/{self.on.isoformat()}" if self.on else self.id

    @property
    def confirmed(self) -> bool:
        """Both coordinates rest on evidence."""
        return self.x.confirmed and self.y.confirmed


class GridSheet(Record):
    """A grid with what was placed in it; one id on two days is a move. Raises ValueError for levels that it lacks."""

    MAIN: ClassVar[str] = "placements"

    kind: Literal["grid"] = "grid"
    method: Grid
    placements: tuple[Placement, ...] = ()
    as_of: date | None = None

    @model_validator(mode="after")
    def _fits_its_method(self) -> Self:
        each_once("placement", [(placement.id, placement.on) for placement in self.placements])
        for placement in self.placements:
            for axis, judged in ((self.method.x, placement.x), (self.method.y, placement.y)):
                if judged.given is not None and judged.given not in {level.id for level in axis.levels}:
                    raise no_such(f"level {judged.given!r} on the axis {axis.id}", (level.id for level in axis.levels))
        return self

    def region(self, placement: Placement) -> Region | None:
        """Where it lies; None while one of its coordinates is open."""
        x, y = placement.x.given, placement.y.given
        return None if x is None or y is None else self.method.region_of[x, y]

    def within(self, region: str) -> tuple[Placement, ...]:
        """What lies in a region now: of something placed on several days, its last place."""
        placed = [(placement, self.region(placement)) for placement in self.current()]
        return tuple(placement for placement, found in placed if found is not None and found.id == region)

    def current(self, on: date | None = None) -> tuple[Placement, ...]:
        """Where everything lay on a day (on the sheet's own, if no day is given): one placement for each id."""
        held: dict[str, dict[date | None, Placement]] = {}
        for placement in self.placements:
            held.setdefault(placement.id, {})[placement.on] = placement
        last = [days.get(latest(days, on or self.as_of)) for days in held.values()]
        return tuple(placement for placement in last if placement is not None)

    @property
    def held(self) -> tuple[Placement, ...]:
        """The placements of the sheet's day, without their days: by these two sheets are compared."""
        return tuple(placement.model_copy(update={"on": None}) for placement in self.current())

    def moves(self) -> tuple[tuple[Placement, Placement], ...]:
        """Each step of whatever was placed on more than one day, in order of time; an undated place is the first."""
        in_time = sorted(self.placements, key=lambda placement: (placement.id, placement.on or date.min))
        return tuple((was, now) for was, now in pairwise(in_time) if was.id == now.id)


def _place(axis: Axis, level: str) -> int:
    return {each.id: place for place, each in enumerate(axis.levels)}[level]
