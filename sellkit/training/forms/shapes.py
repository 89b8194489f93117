"""The fields of each shape of method, and the filled-in sheet that they add up to.

checklist  `<item>` for us, `<item>/<rival>` for a rival
ladder     `claimed`, and `<outcome>` with yes or no
grid       `<person or thing>/x` and `/y`
table      `rows/<number>/<column>`
"""

from collections.abc import Callable, Mapping
from typing import Any

from sellkit.models.base import Judged
from sellkit.models.methods.checklist import Checklist, ChecklistSheet, Mark
from sellkit.models.methods.grid import Grid, GridSheet, Placement
from sellkit.models.methods.head import US, Party
from sellkit.models.methods.ladder import Ladder, LadderSheet
from sellkit.models.methods.sheets import Method
from sellkit.models.methods.table import Table
from sellkit.models.text import LANGUAGES, Language, Text
from sellkit.training.case import Case
from sellkit.training.exercise import Exercise
from sellkit.training.forms.shape import YES_NO, Given, Shape, about, named
from sellkit.training.forms.slot import Slot
from sellkit.training.forms.table import OnTable

CLAIMED = "claimed"


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


SHAPES: dict[type[Method], Callable[[Any, Exercise, Case], Shape]] = {
    Checklist: OnChecklist,
    Ladder: OnLadder,
    Grid: OnGrid,
    Table: OnTable,
}
