"""One generic type for every scale of the method. What a scale says is data, so a trainer adds one without Python."""

from collections.abc import Iterable
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from sellkit.models.base import Id, Record, each_once
from sellkit.models.text import LANGUAGES, Text

# How a level is coloured; the badge stands beside it, so that colour is never the only carrier.
Tone = Literal["positive", "neutral", "negative"]
# Wider than `Id`: the buying roles are known everywhere by their capital letters.
LevelId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9-]*$", max_length=80)]
Badge = Annotated[str, StringConstraints(min_length=1, max_length=3)]


class Sign(Record):
    """Something that can be seen or heard, and that speaks for a level."""

    id: Id
    text: Text


class Choice(Record):
    """An answer to a question of "help me choose"; `level` is what it leads to (None: ask on), `because` says why."""

    says: Text
    level: LevelId | None = None
    because: Text


class Question(Record):
    """One plain question of "help me choose"."""

    ask: Text
    answers: Annotated[tuple[Choice, ...], Field(min_length=2)]


class Level(Record):
    """One level of a scale.

    sign     the badge of one to three letters; value: its number where the scale counts (−3 … +3, 0–5);
             the higher, the better for us
    says     the level in a sentence; signs: what is seen at this level
    texts    more that a scale has to say per level (`wants`, `offer`, `seller`, `situations`, `compliance` …)
    numbers  figures per level (`share` in per cent of a market, for example)
    """

    id: LevelId
    sign: Badge
    name: Text
    says: Text
    value: int | None = None
    tone: Tone | None = None
    signs: tuple[Sign, ...] = ()
    texts: dict[str, Text] = Field(default_factory=dict)
    numbers: dict[str, float] = Field(default_factory=dict)


class Scale(Record):
    """A named set of levels.

    ordered  the levels stand in order, from the first to the last; several: a person can hold more than one
    source   where the method comes from; help: two to four questions that lead to a level
    Ids of levels, badges, signs and the levels that `help` leads to are checked.
    """

    id: Id
    name: Text
    ordered: bool
    several: bool = False
    source: Text | None = None
    levels: Annotated[tuple[Level, ...], Field(min_length=2)]
    help: Annotated[tuple[Question, ...], Field(max_length=4)] = ()

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        each_once("level", [level.id for level in self.levels])
        each_once("badge", [level.sign for level in self.levels])
        each_once("value", [level.value for level in self.levels if level.value is not None])
        each_once("sign", [sign.id for level in self.levels for sign in level.signs])
        for language in LANGUAGES:
            each_once("name", [level.name.in_(language) for level in self.levels])
        led_to = {choice.level for question in self.help for choice in question.answers} - {None}
        if stray := led_to - {level.id for level in self.levels}:
            raise ValueError(f"help of {self.id} leads to levels that do not exist: {sorted(map(str, stray))}")
        return self

    def level(self, key: str | int) -> Level:
        """The level with this id or this value. Raises KeyError if there is none."""
        for level in self.levels:
            if key in (level.id, level.value):
                return level
        raise KeyError(f"{self.id} has no level {key!r}")

    def steps(self, start: str | int, end: str | int) -> int:
        """Levels from one to the other, positive towards the end of the scale. Raises ValueError if it has no order."""
        if not self.ordered:
            raise ValueError(f"the levels of {self.id} stand in no order")
        return self.levels.index(self.level(end)) - self.levels.index(self.level(start))

    def seen(self, observed: Iterable[str]) -> dict[str, int]:
        """How many of the observed signs belong to each level. Raises ValueError for a sign that no level has."""
        found = set(observed)
        if stray := found - {sign.id for level in self.levels for sign in level.signs}:
            raise ValueError(f"{self.id} has no sign {min(stray)!r}")
        return {level.id: sum(sign.id in found for sign in level.signs) for level in self.levels}

    def most_seen(self, observed: Iterable[str]) -> tuple[str, ...]:
        """The level for which most of the observed signs speak; several if they speak for them alike, none without."""
        counts = self.seen(observed)
        most = max(counts.values())
        return tuple(level for level, count in counts.items() if most and count == most)
