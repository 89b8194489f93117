"""A bank of questions of six kinds. It holds what is asked and never what is right, so it may travel to trainees."""

from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from sellkit.models.base import Record, each_once
from sellkit.models.scale import LevelId
from sellkit.models.text import Text
from sellkit.training.ids import Id

ModelId = Annotated[str, StringConstraints(pattern=r"^M\d{2}$")]


class Option(Record):
    """Something to choose, to put in order, or to sort. Its id says nothing about whether it is right."""

    id: LevelId
    text: Text


Options = Annotated[tuple[Option, ...], Field(min_length=2, max_length=20)]


class _Asked(Record):
    id: Id
    model: ModelId
    ask: Text


class Choice(_Asked):
    """Choose one (`single`), choose all that hold (`multiple`), or put all in order (`ordering`).

    model  the model of the method that it is about, such as M44
    """

    kind: Literal["single", "multiple", "ordering"]
    options: Options

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        each_once("option", [option.id for option in self.options])
        return self


class Pairing(_Asked):
    """Give each item its option: its one partner (`matching`, some options may be left over) or its class
    (`classification`, several items may share one)."""

    kind: Literal["matching", "classification"]
    items: Options
    options: Options

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        each_once("item", [item.id for item in self.items])
        each_once("option", [option.id for option in self.options])
        return self


class OpenQuestion(_Asked):
    """An answer in own words, which an assessor judges by the levels that stand in the key."""

    kind: Literal["open"]


Question = Annotated[Choice | Pairing | OpenQuestion, Field(discriminator="kind")]


class Bank(Record):
    """Questions on one part of the method.

    scale  where the questions are cards to be named by the levels of one scale
    """

    id: Id
    name: Text
    scale: Id | None = None
    questions: Annotated[tuple[Question, ...], Field(min_length=1, max_length=400)]

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        each_once("question", [question.id for question in self.questions])
        return self

    @cached_property
    def by_id(self) -> dict[str, Choice | Pairing | OpenQuestion]:
        """Questions by id, in order."""
        return {question.id: question for question in self.questions}
