"""The questions of a checklist: items in groups, the levels that answer them, and what each stage asks for.

One shape for the opportunity assessment, the ten-question sieve, MEDDPICC, the champion test, an audit, a house method.
"""

from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from sellkit.models.base import Id, Record, each_once, no_such
from sellkit.models.methods.head import Levels, MethodHead, value_of
from sellkit.models.scale import LevelId
from sellkit.models.text import Text


class Item(Record):
    """One question.

    asks     what has to be true; ask_them: the question to put to a person at the customer's while it is open
    signs    what each level looks like for this item, by level id, where the levels alone do not say it
    must     it may not fail: one such failure stops the whole, however good the rest (the zero rule)
    minimum  the level asked for by a stage, by stage id; it holds until a later stage asks for another
    """

    id: Id
    name: Text
    asks: Text
    ask_them: Text
    signs: dict[LevelId, Text] = Field(default_factory=dict)
    must: bool = False
    minimum: dict[Id, LevelId] = Field(default_factory=dict)


class Group(Record):
    """Questions that are judged together. A failed group stops the whole, or sets a condition."""

    id: Id
    name: Text
    asks: Text
    failing: Literal["stops", "sets-a-condition"] = "sets-a-condition"
    items: Annotated[tuple[Item, ...], Field(min_length=1, max_length=40)]


class Stage(Record):
    """A stage by which items have to reach their minimum."""

    id: Id
    name: Text


class Checklist(MethodHead):
    """Questions in groups with the levels that answer them.

    levels  from the lowest to the highest; met_from: the level from which an item counts as met;
            the lowest is a failure
    rivals  whether rivals are judged beside us
    calls   what each verdict is called, by "pursue", "pursue-if", "withdraw", where no deal is judged: "Ready"
    Raises ValueError for ids that stand twice and for levels or stages that do not exist.
    """

    kind: Literal["checklist"] = "checklist"
    levels: Levels
    met_from: LevelId
    rivals: bool = False
    calls: dict[Literal["pursue", "pursue-if", "withdraw"], Text] = Field(default_factory=dict)
    stages: tuple[Stage, ...] = ()
    groups: Annotated[tuple[Group, ...], Field(min_length=1, max_length=20)]

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        each_once("level", [level.id for level in self.levels])
        each_once("badge", [level.sign for level in self.levels])
        each_once("group", [group.id for group in self.groups])
        each_once("item", [item.id for group in self.groups for item in group.items])
        each_once("stage", [stage.id for stage in self.stages])
        levels, stages = {level.id for level in self.levels}, {stage.id for stage in self.stages}
        values = [value_of(self.levels, level.id) for level in self.levels]
        if sorted(set(values)) != values:
            raise PydanticCustomError("content-levels-order", "the levels must stand from the lowest to the highest")
        named = {self.met_from} | {
            level for item in self.items.values() for level in (*item.signs, *item.minimum.values())
        }
        if stray := named - levels:
            raise no_such(f"level {min(stray)!r}", levels)
        if stray := {stage for item in self.items.values() for stage in item.minimum} - stages:
            raise no_such(f"stage {min(stray)!r}", stages)
        return self

    @cached_property
    def items(self) -> dict[str, Item]:
        """Every item by id, in order."""
        return {item.id: item for group in self.groups for item in group.items}

    def value(self, level: str) -> int:
        """The number of a level."""
        return value_of(self.levels, level)

    @property
    def most(self) -> int:
        """The number of the highest level."""
        return self.value(self.levels[-1].id)

    def meets(self, level: str | None) -> bool:
        """This level counts as met."""
        return level is not None and self.value(level) >= self.value(self.met_from)

    def fails(self, level: str | None) -> bool:
        """This is the lowest level."""
        return level == self.levels[0].id

    def asked(self, item: str, stage: str | None) -> str | None:
        """The level that an item has to have at a stage; None if nothing is asked for yet. What an earlier stage asked
        for stays asked for. Raises ValueError for a stage that does not exist."""
        if stage is None:
            return None
        order = [each.id for each in self.stages]
        if stage not in order:
            raise no_such(f"stage {stage!r} in {self.id}", order)
        minimum = self.items[item].minimum
        return next((minimum[each] for each in reversed(order[: order.index(stage) + 1]) if each in minimum), None)
