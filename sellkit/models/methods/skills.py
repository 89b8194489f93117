"""M51: a salesperson's skills before and after a course, in their own eyes and in a coach's."""

from typing import ClassVar, Literal, NamedTuple, Self

from pydantic import Field, model_validator

from sellkit.models.base import Id, Judged, Record, Unknown, no_such
from sellkit.models.methods.checklist_method import Checklist
from sellkit.models.scale import LevelId

Moment = Literal["before", "after"]
MOMENTS: tuple[Moment, ...] = ("before", "after")


class SkillView(Record):
    """One look at somebody's skills: by item of the ladder, the level that they claim and the coach's judgement."""

    own: dict[Id, LevelId | Unknown] = Field(default_factory=dict)
    coach: dict[Id, Judged[LevelId]] = Field(default_factory=dict)


class SkillGrowth(NamedTuple):
    """One skill, in levels. None wherever one of the two marks is missing.

    before, after   the coach's levels, if confirmed: by a passage, or by the coach's name and day
    gain            after less before
    overconfident   own level less the coach's, before and after: above 0 somebody thinks more of themselves
    """

    skill: str
    before: int | None
    after: int | None
    gain: int | None
    overconfident_before: int | None
    overconfident_after: int | None


class SkillReview(Record):
    """A salesperson's skills, judged twice by two people, so that what a course has changed can be shown.

    One's own mark is a claim and counts only beside the coach's; the coach's counts when it is confirmed.
    Raises ValueError for a skill or a level that the ladder does not have.
    Source: the levels of selling skill of a key-account course.
    """

    KEYS: ClassVar[frozenset[str]] = frozenset()

    method: Checklist
    person: str = ""
    before: SkillView = Field(default_factory=SkillView)
    after: SkillView = Field(default_factory=SkillView)

    @model_validator(mode="after")
    def _fits_its_ladder(self) -> Self:
        levels = {level.id for level in self.method.levels}
        for moment in MOMENTS:
            view = self.at(moment)
            given = [*view.own.items(), *((skill, judged.value) for skill, judged in view.coach.items())]
            for skill, level in given:
                if skill not in self.method.items:
                    raise no_such(f"skill {skill!r} in {self.method.id}", self.method.items)
                if level not in (None, "unknown", *levels):
                    raise no_such(f"level {level!r} in {self.method.id}", levels)
        return self

    def at(self, moment: Moment) -> SkillView:
        """The look before the course, or the one after it."""
        return self.before if moment == "before" else self.after

    def coach(self, moment: Moment, skill: str) -> int | None:
        """The coach's confirmed level, as a number."""
        judged = self.at(moment).coach.get(skill)
        return None if judged is None or judged.settled is None else self.method.value(judged.settled)

    def own(self, moment: Moment, skill: str) -> int | None:
        """The level that somebody claims for themselves, as a number."""
        level = self.at(moment).own.get(skill, "unknown")
        return None if level == "unknown" else self.method.value(level)


def growth(review: SkillReview) -> tuple[SkillGrowth, ...]:
    """Per skill in the ladder's order: levels, gain, and how far somebody's own view lies above the coach's."""
    found = []
    for skill in review.method.items:
        before, after = (review.coach(moment, skill) for moment in MOMENTS)
        above = [_less(review.own(moment, skill), review.coach(moment, skill)) for moment in MOMENTS]
        found.append(SkillGrowth(skill, before, after, _less(after, before), *above))
    return tuple(found)


def _less(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one - other
