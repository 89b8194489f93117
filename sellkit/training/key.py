"""The key of an exercise: for each field the value a careful reader reaches, the passages it rests on, and why.

Lives with the solutions, never on a trainee's machine. `Key` is the compiled form that grading uses: terms are
folded once, so that a thousand answers do not fold them a thousand times.
"""

from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import Field, JsonValue

from sellkit.models.base import Record
from sellkit.models.text import Language, Text
from sellkit.training.ids import Id, Version

Cite = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,39}\.[a-z0-9][a-z0-9-]{0,39}$")]
FieldPath = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*){0,4}$", max_length=80)]
Terms = Annotated[tuple[Annotated[str, Field(min_length=1)], ...], Field(min_length=1)]


class Also(Record):
    """Another value that can be defended, for full points."""

    value: JsonValue
    why: Text


class KeyAnswer(Record):
    """One field of the key.

    value   the answer
    cites   passages that carry it; at least one
    why     how a reader gets there
    also    other values for full points
    accept  per language groups of terms: own words match when each group has a term in them
    """

    value: JsonValue
    cites: Annotated[tuple[Cite, ...], Field(min_length=1)]
    why: Text
    also: tuple[Also, ...] = ()
    accept: dict[Language, tuple[Terms, ...]] = {}


class SampleAnswer(Record):
    """An answer in a graded sample, as a trainee would give it."""

    value: JsonValue
    cites: tuple[Cite, ...] = ()
    confidence: str | None = None
    note: str = ""


class Sample(Record):
    """A made-up trainee's answers with the points a coach worked out by hand from the rubric."""

    id: Id
    title: Text
    language: Language
    answers: dict[FieldPath, SampleAnswer]
    total: float
    criteria: dict[Id, float]

    def sheet_answers(self) -> dict[str, dict[str, Any]]:
        """As a sheet holds them."""
        return {path: answer.model_dump(mode="json", exclude_defaults=True) for path, answer in self.answers.items()}


class KeyFile(Record):
    """solutions/<case>/<exercise>.yaml as written."""

    schema_: Annotated[int, Field(alias="schema", ge=1, le=1)]
    exercise: str
    case_version: Version
    rubric_version: Version
    answers: Annotated[dict[FieldPath, KeyAnswer], Field(min_length=1)]
    samples: tuple[Sample, ...] = ()


@dataclass(frozen=True, slots=True)
class Expected:
    """One field of the key, ready to compare with.

    values  the value first, then the also-defensible ones
    whys    the reason for each of `values`
    terms   groups of folded terms, all languages' alternatives: own words may be in either language
    """

    field: str
    values: tuple[Any, ...]
    cites: frozenset[str]
    whys: tuple[Text, ...]
    terms: tuple[tuple[tuple[str, ...], ...], ...] = ()

    @property
    def value(self) -> Any:
        return self.values[0]

    @property
    def why(self) -> Text:
        return self.whys[0]


@dataclass(frozen=True, slots=True)
class Key:
    """A compiled key: expected values by field, and the samples that keep it honest."""

    exercise: str
    case_version: int
    rubric_version: int
    answers: dict[str, Expected]
    samples: tuple[Sample, ...] = ()
    plans: dict[tuple[str, str], Any] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, file: KeyFile) -> "Key":
        """Compile a key's file."""
        answers = {
            path: Expected(
                field=path,
                values=(answer.value, *(also.value for also in answer.also)),
                cites=frozenset(answer.cites),
                whys=(answer.why, *(also.why for also in answer.also)),
                terms=tuple(
                    tuple(tuple(term.casefold() for term in group) for group in groups)
                    for groups in answer.accept.values()
                ),
            )
            for path, answer in file.answers.items()
        }
        return cls(file.exercise, file.case_version, file.rubric_version, answers, file.samples)
