"""The key of an exercise: for each field the value a careful reader reaches, the passages it rests on, and why.

Lives with the solutions, never on a trainee's machine. `Key` is the compiled form that grading uses: terms are
folded once, so that a thousand answers do not fold them a thousand times.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any

from pydantic import Field, JsonValue

from sellkit.models.base import Record
from sellkit.models.text import Language, Text
from sellkit.training.ids import Id, Version

REASONS = range(1, 7)  # so many reasons a person of a pain chain may have

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
    accept: dict[Language, tuple[Terms, ...]] = Field(default_factory=dict)


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

    value     the first reading; `values` has also those that can be defended, `whys` the reason for each
    cites     passages that it rests on; `passages` has them in the key's order
    sets      for each value that is a list, its ids as a set
    banks     ids of the bank's statements among the values
    terms     groups of folded terms, all languages' alternatives: own words may be in either language
    owner     for the reason of a pain chain: whose pain it is
    """

    field: str
    value: Any
    values: tuple[Any, ...]
    why: Text
    whys: tuple[Text, ...]
    cites: frozenset[str]
    passages: tuple[str, ...]
    sets: tuple[frozenset[str], ...]
    banks: frozenset[str]
    terms: tuple[tuple[tuple[str, ...], ...], ...] = ()
    owner: "Expected | None" = None


@dataclass(frozen=True)
class Key:
    """A compiled key: expected values by field, and the samples that keep it honest."""

    exercise: str
    case_version: int
    rubric_version: int
    answers: Mapping[str, Expected]
    samples: tuple[Sample, ...] = ()

    @classmethod
    def of(cls, file: KeyFile) -> "Key":
        """Compile a key's file."""
        answers: dict[str, Expected] = {}
        for path, answer in sorted(file.answers.items(), key=lambda item: -item[0].count("/")):  # owners first
            answers[path] = _compiled(path, answer, answers.get(f"{path}/owner"))
        ordered = {path: answers[path] for path in file.answers}
        return cls(file.exercise, file.case_version, file.rubric_version, ordered, file.samples)

    @cached_property
    def reasons_by_person(self) -> Mapping[str, tuple[Expected, ...]]:
        """A pain chain's reasons, per person in the key's order."""
        found: dict[str, list[Expected]] = {}
        for path, expected in self.answers.items():
            parts = path.split("/")
            if len(parts) == 3 and parts[1] == "reasons":
                found.setdefault(parts[0], []).append(expected)
        return {person: tuple(reasons) for person, reasons in found.items()}

    @cached_property
    def banked_reasons(self) -> Mapping[tuple[str, str], tuple[int, ...]]:
        """A person and a statement of the bank → which of the person's reasons it says, by their place."""
        found: dict[tuple[str, str], tuple[int, ...]] = {}
        for person, reasons in self.reasons_by_person.items():
            for at, expected in enumerate(reasons):
                for bank in expected.banks:
                    found[person, bank] = (*found.get((person, bank), ()), at)
        return found

    @cached_property
    def reason_slots(self) -> Mapping[str, str]:
        """A pain chain's fields → the person for a reason's slot, "" for a field of the key that is none."""
        slots = {f"{person}/reasons/{n}": person for person in self.reasons_by_person for n in REASONS}
        return dict.fromkeys(self.answers, "") | slots

    @cached_property
    def initiatives(self) -> tuple[str, ...]:
        """The key's initiatives by slot, such as `i1`."""
        return tuple(path.partition("/")[0] for path in self.answers if path.endswith("/result"))

    def covered(self, pattern: str) -> tuple[Expected, ...]:
        """The fields that a criterion's pattern covers; `*` stands for one part."""
        if pattern not in self._covered:
            want = pattern.split("/")
            self._covered[pattern] = tuple(e for path, e in self.answers.items() if _fits(path.split("/"), want))
        return self._covered[pattern]

    @cached_property
    def _covered(self) -> dict[str, tuple[Expected, ...]]:
        return {}

    def sheet_answers(self) -> dict[str, dict[str, Any]]:
        """The answers of somebody who has read as carefully as the key: full points."""
        return {
            path: {"value": expected.value, "cites": list(expected.passages), "confidence": "explicit"}
            for path, expected in self.answers.items()
        }


def _compiled(path: str, answer: KeyAnswer, owner: Expected | None) -> Expected:
    values = (answer.value, *(also.value for also in answer.also))
    return Expected(
        field=path,
        value=answer.value,
        values=values,
        why=answer.why,
        whys=(answer.why, *(also.why for also in answer.also)),
        cites=frozenset(answer.cites),
        passages=answer.cites,
        sets=tuple(ids_of(value) for value in values),
        banks=frozenset(str(value["bank"]) for value in values if isinstance(value, dict) and "bank" in value),
        terms=tuple(
            tuple(tuple(term.casefold() for term in group) for group in groups) for groups in answer.accept.values()
        ),
        owner=owner,
    )


def ids_of(value: Any) -> frozenset[str]:
    """A list of ids as a set; empty for anything else."""
    return frozenset(item for item in value if isinstance(item, str)) if isinstance(value, list) else frozenset()


def _fits(path: list[str], pattern: list[str]) -> bool:
    return len(path) == len(pattern) and all(want in ("*", part) for part, want in zip(path, pattern, strict=True))
