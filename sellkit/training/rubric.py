"""A rubric: criteria whose weights add up to 100, each judged by a comparison with the key or by an assessor."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from sellkit.models.base import Record
from sellkit.models.text import Text
from sellkit.training.ids import Id, Version

Points = Annotated[float, Field(ge=-1, le=1)]
CompareName = Literal[
    "mark", "marks-set", "lines", "chain-pains", "chain-reasons", "chain-edges", "initiatives", "choice"
]


class Auto(Record):
    """Compare fields with the key. All numbers are shares of one item's point.

    compare          which comparison
    of               field pattern, `*` for one part: `*/attitude`
    right            right, cited with a passage that the key accepts, and called explicit or agreed
    unsure           right and so cited, but only inferred, unclear, or without a word on how sure it is (M60)
    cited_otherwise  right, cited with other passages
    uncited          right, with nothing to rest on
    near             factor for one step off on an ordered scale
    wrong            a wrong claim
    overclaim        a claim rosier than the facts bear
    extra            something claimed that the key does not have
    """

    compare: CompareName
    of: Annotated[str, Field(pattern=r"^[a-z0-9*-]+(/[a-z0-9*-]+){0,4}$", max_length=80)]
    right: Points = 1.0
    unsure: Points = 0.75
    cited_otherwise: Points = 0.75
    uncited: Points = 0.5
    near: Points = 0.5
    wrong: Points = -0.25
    overclaim: Points = -0.5
    extra: Points = -0.25


class Level(Record):
    """One level an assessor can give: a share of the criterion's weight, and what it looks like."""

    points: Annotated[float, Field(ge=0, le=1)]
    says: Text


class Criterion(Record):
    """One line of the rubric: `auto` or `levels`, never both."""

    id: Id
    title: Text
    weight: Annotated[float, Field(gt=0, le=100)]
    auto: Auto | None = None
    levels: Annotated[tuple[Level, ...], Field(max_length=9)] = ()

    @model_validator(mode="after")
    def _one_judge(self) -> Self:
        if (self.auto is None) == (not self.levels):
            raise PydanticCustomError("content-one-judge", "give either auto or levels")
        return self


class Rubric(Record):
    """The criteria of one exercise; `version` is stored with each score."""

    version: Version
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1, max_length=40)]

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        weights = sum(criterion.weight for criterion in self.criteria)
        if abs(weights - 100) > 1e-6:
            raise PydanticCustomError(
                "content-weights", "weights add up to {found}, not 100", {"found": f"{weights:g}"}
            )
        if len({criterion.id for criterion in self.criteria}) < len(self.criteria):
            raise PydanticCustomError("content-criterion-twice", "two criteria have the same id")
        return self
