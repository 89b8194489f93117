"""An exercise: what is asked, in which time, with which help, and how it will be judged. Holds no answer."""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from sellkit.models.base import Record
from sellkit.models.text import LANGUAGES, Text
from sellkit.training.ids import Id, Version
from sellkit.training.refusals import ContentError, NotFound
from sellkit.training.rubric import Rubric


def _with_a_form(kind: str) -> str:
    from sellkit.training.forms import FORMS  # the list of kinds; its modules read exercises, so not before now

    if kind not in FORMS:
        raise PydanticCustomError("literal_error", "no such kind of exercise", {"expected": ", ".join(FORMS)})
    return kind


def _with_its_method(id: str | None, info: ValidationInfo) -> str | None:
    from sellkit.training import methods  # reads files; importing an exercise must not

    wants = info.data.get("kind") == "method"
    if (id is not None) != wants:
        raise PydanticCustomError("content-method-kind", "a method belongs to the kind 'method', and to no other")
    if id is not None:
        try:
            methods.method(id)
        except NotFound as error:
            raise PydanticCustomError(
                "content-no-such", "no such method", {"found": id, "expected": error.params["known"]}
            ) from None
        except ContentError:
            raise PydanticCustomError("content-method-faulty", "the method has faults", {"found": id}) from None
    return id


class Subject(Record):
    """What a method is applied to besides people: a rival in a checklist, a thing placed on a grid."""

    id: Id
    name: Text


class BankStatement(Record):
    """A ready-made sentence a trainee can pick as somebody's pain, as a reason, or as both; some are distractors."""

    id: Id
    text: Text
    use: Literal["pain", "reason", "both"]


class Exercise(Record):
    """One exercise on one case.

    id          `homebody/pain-chain`
    kind        which form and board it uses
    version     changes with the wording or the form
    minutes     time box
    brief       Markdown, in both languages
    teaches     what a trainee can do afterwards
    leaves_out  what the exercise deliberately does not ask
    hints       from nudge to pointer
    people      ids of the people it is about, in the board's order
    statements  the bank; empty where everything is in own words
    method      for the kind `method`: the id of the method; subjects, stage: the rivals or things it is applied to, and
                the stage whose minima hold
    rubric      how it is scored
    """

    schema_: Annotated[Literal[1], Field(alias="schema", repr=False)]
    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,39}/[a-z0-9][a-z0-9-]{0,39}$")]
    kind: Annotated[str, AfterValidator(_with_a_form)]
    version: Version
    title: Text
    minutes: Annotated[int, Field(ge=1, le=480)]
    brief: Text
    teaches: Annotated[tuple[Text, ...], Field(min_length=1)]
    leaves_out: tuple[Text, ...] = ()
    hints: Annotated[tuple[Text, ...], Field(min_length=3)]
    people: Annotated[tuple[Id, ...], Field(max_length=200)]
    statements: Annotated[tuple[BankStatement, ...], Field(max_length=400)] = ()
    method: Annotated[Id | None, AfterValidator(_with_its_method), Field(validate_default=True)] = None
    subjects: Annotated[tuple[Subject, ...], Field(max_length=60)] = ()
    stage: Id | None = None
    rubric: Rubric

    @property
    def case_id(self) -> str:
        return self.id.partition("/")[0]

    @property
    def name(self) -> str:
        return self.id.partition("/")[2]

    @cached_property
    def bank(self) -> dict[str, BankStatement]:
        """Statements by id."""
        return {statement.id: statement for statement in self.statements}

    @cached_property
    def wordings(self) -> dict[str, str]:
        """Folded wordings of the bank's statements, in every language, with their ids: somebody may type one out."""
        return {
            wording.casefold(): statement.id
            for statement in self.statements
            for wording in map(statement.text.in_, LANGUAGES)
        }
