"""The fields of a table written as data, and the rows that they add up to."""

from datetime import date
from typing import Annotated, Any, cast

from pydantic import Field, TypeAdapter

from sellkit.models.base import Money
from sellkit.models.methods.table import Column, Row, Table, TableSheet
from sellkit.models.text import LANGUAGES, Language, Text
from sellkit.training.answer import UNKNOWN
from sellkit.training.case import Case
from sellkit.training.exercise import Exercise
from sellkit.training.forms.shape import YES_NO, Given, about, named
from sellkit.training.forms.slot import Slot, SlotKind

ROWS = range(1, 13)  # so many rows a form offers


class OnTable:
    """A table of numbered rows. What cannot be read as its column's kind yet is left out of the sheet."""

    def __init__(self, method: Table, exercise: Exercise, case: Case) -> None:  # noqa: ARG002  # its people are named
        self.method, self.people = method, frozenset(exercise.people)

    def slots(self) -> list[Slot]:
        return [self._slot(n, column) for n in ROWS for column in self.method.columns]

    def sheet(self, given: Given, language: Language) -> TableSheet:  # noqa: ARG002  # it names nobody
        rows = []
        for n in ROWS:
            parts = {column: given(f"rows/{n}/{column.id}") for column in self.method.columns}
            cells = {column.id: cell for column, found in parts.items() if (cell := _cell(column, found)) is not None}
            rows += [Row(id=str(n), cells=cells)] if cells else []
        return TableSheet(method=self.method, rows=tuple(rows))

    def _slot(self, n: int, column: Column) -> Slot:
        levels = named(column.levels or ())
        kind, choices = {
            "level": ("one", frozenset(levels)),
            "yes-no": ("one", frozenset(YES_NO)),
            "person": ("one", self.people),
            "people": ("some", self.people),
        }.get(column.kind, ("text", frozenset[str]()))
        row = Text.model_validate(dict.fromkeys(LANGUAGES, str(n)))
        title = about(column.name, row)
        return Slot(f"rows/{n}/{column.id}", cast(SlotKind, kind), choices, title=title, group=row, names=levels)


def _cell(column: Column, parts: dict[str, Any]) -> Any:
    value = parts.get("value")
    if value is None or (value == UNKNOWN and not column.judged):
        return None
    if value != UNKNOWN:
        value = YES_NO.get(value, value) if column.kind == "yes-no" else value
        try:
            value = TypeAdapter(_TYPED[column.kind]).validate_python(value) if column.kind in _TYPED else value
        except ValueError:
            return None
    return parts | {"value": value} if column.judged else value


_TYPED: dict[str, Any] = {"date": date, "number": Annotated[float, Field(allow_inf_nan=False)], "money": Money}
