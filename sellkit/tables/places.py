"""A place of a sheet in words: which sheet, whose row, which field; and the values that stand there."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple, cast

from sellkit.models.base import Judged, Record, RefersTo, Theirs, key_of
from sellkit.models.methods.checklist import ChecklistSheet, Mark
from sellkit.models.methods.grid import GridSheet, Placement
from sellkit.models.methods.ladder import LadderSheet
from sellkit.models.methods.table import Row, TableSheet
from sellkit.models.paths import marker, places_of, rows_of
from sellkit.models.people.stakeholder import People
from sellkit.models.scale import Level
from sellkit.models.text import HABITS, Language
from sellkit.tables.columns import heading
from sellkit.tables.hints import REFERS, SCALES, hint
from sellkit.training.refusals import WordMissing
from sellkit.training.words import Words


def signed(number: int) -> str:
    """A number with its sign, the minus as long as the plus."""
    return "0" if number == 0 else f"{number:+d}".replace("-", "−")


# Where a row says what it is, the best first.
_NAMED = ("label", "name", "what", "work", "text", "said", "says", "result")


class Step(NamedTuple):
    """One step of the way to a place: a record, its field, and the row or the key within."""

    record: Record
    field: str
    row: Record | None = None
    key: str = ""


class Place(NamedTuple):
    """Where something stands. `sheet` is an id (`people`, `methods/meddpicc`), `person` whose row it is on the sheet of
    people; `row` and `field` are words, empty where there is nothing to say."""

    sheet: str
    person: str
    row: str
    field: str


class Speech:
    """Says the places and values of one record; without it, or where a way leads nowhere, ids stand for names."""

    def __init__(self, root: Record | None, words: Words) -> None:
        self.root, self.words, self.language = root, words, cast(Language, words.language)
        people = root if isinstance(root, People) else getattr(root, "people", None)
        self.names = {p.id: p.label for p in people.people} if isinstance(people, People) else {}
        rivals = getattr(getattr(root, "competition", None), "rivals", ())
        self.names |= {rival.id: rival.name or rival.id for rival in rivals}

    def place(self, path: str) -> Place:
        steps = _way(self.root, path) if self.root is not None else []
        parts = path.split("/")
        sheets: Mapping[str, Record] = getattr(self.root, "sheets", {})
        sheet = next((name for name in ("/".join(parts[:2]), parts[0]) if name in sheets), "")
        if not steps:
            rest = parts[len(sheet.split("/")) if sheet else 0 :]
            return Place(sheet, "", self.names.get(rest[0], rest[0]) if rest else "", " · ".join(rest[1:]))
        inner = steps[len(sheet.split("/")) if sheet and "methods" not in sheet else int(bool(sheet)) :]
        about = [step for step in inner[:1] if isinstance(step.record, People) and step.field == "people" and step.row]
        person = key_of(about[0].row) if about and about[0].row else ""
        inner = inner[int(bool(person)) :] or inner
        last = inner[-1] if inner else steps[-1]
        rows = [name for step in inner if step.row is not None and not person for name in self._row(step)]
        if last.row is not None:  # a whole row: named as one of its list
            return Place(sheet, person, self.called(last), self._heading(last))
        field = self._field(last)
        if any(marker(type(step.record), step.field, Theirs) for step in inner) and last.field == "attitude":
            field = self.words.say("boards.changes.their-attitude")
        return Place(sheet, person, " · ".join(row for row in rows if row), field)

    def _row(self, step: Step) -> tuple[str, ...]:
        """A row's name; on the sheet of people, where one person stands in many lists, with its list."""
        listed = isinstance(step.record, People) and step.field != "people"
        return (self._heading(step), self.called(step)) if listed else (self.called(step),)

    def sheet(self, sheet: str) -> str:
        """What a sheet of a deal is called."""
        held = getattr(self.root, "sheets", {}).get(sheet)
        method = getattr(held, "method", None)
        if method is not None:
            return str(method.name.in_(self.language))
        return self.words.say(f"boards.changes.sheet.{sheet.partition('/')[0]}")

    def called(self, step: Step) -> str:
        """What a row is called, for somebody who does not know its id."""
        row = step.row
        if isinstance(row, Mark) and isinstance(step.record, ChecklistSheet):
            item = step.record.method.items[row.item].name.in_(self.language)
            party = next((rival.name or rival.id for rival in step.record.rivals if rival.id == row.party), "")
            return f"{item} · {party}" if party else item
        if isinstance(row, Row):
            return next((str(cell) for cell in row.cells.values() if isinstance(cell, str)), row.id)
        id = str(getattr(row, "person", None) or getattr(row, "id", ""))
        said = next((text for name in _NAMED if isinstance(text := getattr(row, name, ""), str) and text), "")
        day = getattr(row, "on", None)
        dated = day.isoformat() if step.field in ("versions", "reviews") and day else ""
        return self.names.get(id) or said or dated or (id.upper() if step.field == "elements" else id)

    def value(self, path: str, value: Any) -> str:
        """A value as a reader says it."""
        steps = _way(self.root, path) if self.root is not None else []
        last = steps[-1] if steps and steps[-1].row is None else None
        sheet = next((step.record for step in reversed(steps) if hasattr(step.record, "method")), None)
        return self._said(value, last, sheet)

    def _said(self, value: Any, step: Step | None, sheet: Record | None) -> str:
        if value is None or value == "" or value == ():
            return self.words.say("boards.changes.blank")
        if value in ("unknown", "not-found"):
            return self.words.say("boards.changes.unknown" if value == "unknown" else "tables.not-found")
        if isinstance(value, bool):
            return self.words.say("labels.yes" if value else "labels.no")
        if isinstance(value, tuple):
            return HABITS[self.language].comma.join(self._said(each, step, sheet) for each in value)
        if step is not None and (name := self._named(value, step, sheet)):
            return name
        if isinstance(value, float):
            return f"{value:g}"
        return value.isoformat() if isinstance(value, date) else str(value)

    def _named(self, value: Any, step: Step, sheet: Record | None) -> str:
        levels = _levels(step, sheet)
        if levels:
            return next((level.name.in_(self.language) for level in levels if level.id == value), "")
        if isinstance(sheet, LadderSheet) and step.field == "claimed" and value in sheet.method.by_id:
            return sheet.method.by_id[value].name.in_(self.language)
        scale = hint(SCALES, type(step.record), step.field)
        if scale and isinstance(value, str):
            return self.words.level(scale, value)
        if isinstance(value, int):
            return signed(value) if step.field == "tendency" else str(value)
        refers = marker(type(step.record), step.field, RefersTo) or hint(REFERS, type(step.record), step.field)
        return self.names.get(str(value), "") if refers else ""

    def _field(self, step: Step) -> str:
        record = step.record
        if step.key and isinstance(record, LadderSheet):
            outcomes = {o.id: o.text for rung in record.method.rungs for o in rung.outcomes}
            return outcomes[step.key].in_(self.language) if step.key in outcomes else step.key
        if isinstance(record, Mark) and step.field == "judged":
            return ""
        if step.key:
            return self._column(step.key)
        if isinstance(record, Placement) and step.field in ("x", "y") and (axis := self._axis(step)):
            return axis
        return self._heading(step)

    def _heading(self, step: Step) -> str:
        try:
            return heading(type(step.record), step.field, self.language)
        except WordMissing:
            return step.field.replace("_", " ")

    def _axis(self, step: Step) -> str:
        grids = [
            sheet for sheet in getattr(self.root, "sheets", {"": self.root}).values() if isinstance(sheet, GridSheet)
        ]
        found = next((sheet.method for sheet in grids if step.record in sheet.held), None)
        return getattr(found, step.field).name.in_(self.language) if found else ""

    def _column(self, column: str) -> str:
        sheets = getattr(self.root, "sheets", {"": self.root}).values()
        columns = [c for sheet in sheets if isinstance(sheet, TableSheet) for c in sheet.method.columns]
        return next((each.name.in_(self.language) for each in columns if each.id == column), column)


def _levels(step: Step, sheet: Record | None) -> tuple[Level, ...]:
    if isinstance(sheet, ChecklistSheet) and step.field == "judged":
        return tuple(sheet.method.levels)
    if isinstance(sheet, GridSheet) and step.field in ("x", "y"):
        return tuple(getattr(sheet.method, step.field).levels)
    if isinstance(sheet, TableSheet) and step.key:
        return next((tuple(c.levels or ()) for c in sheet.method.columns if c.id == step.key), ())
    return ()


def _way(record: Any, path: str) -> list[Step]:
    """The steps from a record to a place in it; empty if there is none."""
    model: type[Record] = type(record)
    for name, place in places_of(model):
        rest = _rest(path, place)
        if rest is None:
            continue
        value = getattr(record, name)
        if isinstance(value, tuple) and value and isinstance(value[0], Record):
            held = getattr(record, "held", ()) if name == record.MAIN else ()
            for key, row in (*rows_of(value), *rows_of(held)):
                inner = _rest(rest, key)
                if inner is not None and ((further := _way(row, inner)) or not inner):
                    return [Step(record, name, row), *further]
        elif isinstance(value, dict) and rest:
            key, _, inner = rest.partition("/")
            if key in value:
                deeper = isinstance(value[key], Record) and not isinstance(value[key], Judged)
                return [Step(record, name, key=key), *(_way(value[key], inner) if deeper else ())]
        elif isinstance(value, Record) and not isinstance(value, Judged) and value.ANSWERS and rest:
            if further := _way(value, rest):
                return [Step(record, name), *further]
        elif not rest:
            return [Step(record, name)]
    return []


def _rest(path: str, place: str) -> str | None:
    if not place:
        return path
    return "" if path == place else path[len(place) + 1 :] if path.startswith(f"{place}/") else None
