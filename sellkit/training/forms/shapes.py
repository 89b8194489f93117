"""The fields of each shape of method, and the filled-in sheet that they add up to.

checklist  `<item>` for us, `<item>/<rival>` for a rival
ladder     `claimed`, and `<outcome>` with yes or no
grid       `<person or thing>/x` and `/y`
table      `rows/<number>/<column>`
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Annotated, Any, Protocol, cast

from pydantic import Field, TypeAdapter

from sellkit.models.base import Judged, Money
from sellkit.models.checklist import Checklist, ChecklistSheet, Mark
from sellkit.models.grid import Grid, GridSheet, Placement
from sellkit.models.ladder import Ladder, LadderSheet
from sellkit.models.method import Method, MethodSheet
from sellkit.models.method_head import US, Party
from sellkit.models.scale import Level
from sellkit.models.table import Column, Row, Table, TableSheet
from sellkit.models.text import LANGUAGES, Language, Text
from sellkit.training.answer import UNKNOWN
from sellkit.training.case import Case
from sellkit.training.exercise import Exercise
from sellkit.training.forms.slot import Slot, SlotKind

CLAIMED = "claimed"
YES_NO = {"yes": True, "no": False}
ROWS = range(1, 13)  # so many rows of a table a form offers
Given = Callable[[str], dict[str, Any]]  # a field → the parts of a `Judged`; none if it is blank


class Shape(Protocol):
    """What a form has to know about one shape."""

    def slots(self) -> list[Slot]:
        """Every field, in the order of the method."""

    def sheet(self, given: Given, language: Language) -> MethodSheet:
        """The model of what was filled in."""


class OnChecklist:
    """A checklist; the exercise's `subjects` are the rivals."""

    def __init__(self, method: Checklist, exercise: Exercise, case: Case) -> None:  # noqa: ARG002  # it asks about no person
        self.method, self.stage = method, exercise.stage if exercise.stage in {s.id for s in method.stages} else None
        self.rivals = {s.id: s.name for s in exercise.subjects if s.id != US} if method.rivals else {}

    def slots(self) -> list[Slot]:
        levels = named(self.method.levels)
        return [
            Slot(
                Mark(item=item.id, party=party).key,
                "one",
                frozenset(levels),
                title=about(item.name, self.rivals.get(party)),
                group=group.name,
                names=levels,
            )
            for group in self.method.groups
            for item in group.items
            for party in (US, *self.rivals)
        ]

    def sheet(self, given: Given, language: Language) -> ChecklistSheet:
        marks = [Mark(item=item, party=party) for item in self.method.items for party in (US, *self.rivals)]
        return ChecklistSheet(
            method=self.method,
            rivals=tuple(Party(id=id, name=name.in_(language)) for id, name in self.rivals.items()),
            marks=tuple(mark.changed(judged=Judged[str](**parts)) for mark in marks if (parts := given(mark.key))),
            stage=self.stage,
        )


class OnLadder:
    """A ladder: the stage that is claimed, and what the customer has done or said."""

    def __init__(self, method: Ladder, exercise: Exercise, case: Case) -> None:  # noqa: ARG002  # it asks about no person
        self.method = method

    def slots(self) -> list[Slot]:
        rungs = {rung.id: rung.name for rung in self.method.rungs}
        claimed = Slot(CLAIMED, "one", frozenset(rungs), names=rungs)
        outcomes = [
            Slot(outcome.id, "one", frozenset(YES_NO), title=outcome.text, group=rung.name)
            for rung in self.method.rungs
            for outcome in rung.outcomes
        ]
        return [claimed, *outcomes]

    def sheet(self, given: Given, language: Language) -> LadderSheet:  # noqa: ARG002  # it names nobody
        found = {outcome: parts for outcome in self.method.rung_of if (parts := given(outcome))}
        outcomes = {
            outcome: Judged[bool](**parts | {"value": YES_NO.get(parts["value"], parts["value"])})
            for outcome, parts in found.items()
        }
        return LadderSheet(method=self.method, claimed=Judged[str](**given(CLAIMED)), outcomes=outcomes)


class OnGrid:
    """A grid of the exercise's people, or of the things that it lists as `subjects`."""

    def __init__(self, method: Grid, exercise: Exercise, case: Case) -> None:
        self.method = method
        self.things: Mapping[str, Text] = {subject.id: subject.name for subject in exercise.subjects}
        if method.of == "people":
            people = [case.by_id[id] for id in exercise.people]
            self.things = {p.id: Text.model_validate({la: p.name_in(la) for la in LANGUAGES}) for p in people}

    def slots(self) -> list[Slot]:
        axes = {"x": self.method.x, "y": self.method.y}
        return [
            Slot(
                f"{id}/{side}",
                "one",
                frozenset(level.id for level in axis.levels),
                title=about(axis.name, name),
                group=name,
                names=named(axis.levels),
            )
            for id, name in self.things.items()
            for side, axis in axes.items()
        ]

    def sheet(self, given: Given, language: Language) -> GridSheet:
        placed = {id: (given(f"{id}/x"), given(f"{id}/y")) for id in self.things}
        return GridSheet(
            method=self.method,
            placements=tuple(
                Placement(
                    id=id,
                    name=self.things[id].in_(language),
                    person=id if self.method.of == "people" else None,
                    x=Judged[str](**x),
                    y=Judged[str](**y),
                )
                for id, (x, y) in placed.items()
                if x or y
            ),
        )


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


SHAPES: dict[type[Method], Callable[[Any, Exercise, Case], Shape]] = {
    Checklist: OnChecklist,
    Ladder: OnLadder,
    Grid: OnGrid,
    Table: OnTable,
}


def named(levels: Iterable[Level]) -> dict[str, Text]:
    """What the levels are called, in their order."""
    return {level.id: level.name for level in levels}


def about(name: Text, whom: Text | None) -> Text:
    """A field's name, and whom it is about if that is not we."""
    if whom is None:
        return name
    return Text.model_validate({la: f"{whom.in_(la)} · {name.in_(la)}" for la in LANGUAGES})
