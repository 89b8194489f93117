"""What the board of a method is told in one language: sections with entries, and in each entry the fields to answer."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sellkit.models.methods.checklist import Checklist
from sellkit.models.methods.grid import Axis, Grid
from sellkit.models.methods.ladder import Ladder
from sellkit.models.methods.sheets import Method
from sellkit.models.methods.table import Column, Table
from sellkit.models.scale import Level, Question
from sellkit.models.text import Text
from sellkit.training.exercise import Exercise
from sellkit.training.forms.shape import YES_NO
from sellkit.training.forms.shapes import CLAIMED
from sellkit.training.forms.table import ROWS
from sellkit.training.methods import method
from sellkit.training.words import Words
from sellkit.views.base import texts


def method_spec(words: Words, exercise: Exercise, shared: Mapping[str, Any]) -> dict[str, Any]:
    """The method of an exercise in one language: sections with entries, and in each entry the fields to answer."""
    found = method(exercise.method or "")
    say = _Say(words)
    head = {"shape": found.kind, "title": say(found.name), "says": say(found.says), "source": say(found.source)}
    parts = _PARTS[type(found)](found, exercise, shared, say)
    return {"text": texts(words, "views.method."), "method": head | parts}


class _Say:
    """Texts of a method in one language, and the words of the house."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def __call__(self, text: Text | None) -> str:
        return text.in_(self.words.language) if text is not None else ""

    def levels(self, levels: Iterable[Level], signs: Mapping[str, Text] | None = None) -> list[dict[str, str]]:
        """Levels as options; `signs` say what each looks like here."""
        own = signs or {}
        return [
            {"id": level.id, "sign": level.sign, "name": self(level.name), "says": self(own.get(level.id, level.says))}
            for level in levels
        ]

    def yes_no(self) -> list[dict[str, str]]:
        return [{"id": id, "name": self.words.say(f"labels.{id}")} for id in YES_NO]

    def help(self, questions: Iterable[Question]) -> list[dict[str, Any]]:
        return [
            {
                "ask": self(question.ask),
                "answers": [
                    {"says": self(answer.says), "level": answer.level, "because": self(answer.because)}
                    for answer in question.answers
                ],
            }
            for question in questions
        ]


def _mark(field: str, label: str, options: list[dict[str, str]], **more: Any) -> dict[str, Any]:
    return {"field": field, "kind": "one", "label": label, "options": options, "evidence": True, **more}


def _checklist(found: Checklist, exercise: Exercise, _shared: Mapping[str, Any], say: _Say) -> dict[str, Any]:
    rivals = {rival.id: say(rival.name) for rival in exercise.subjects} if found.rivals else {}
    we = say.words.say("views.method.we")

    def marks(item: Any) -> list[dict[str, Any]]:
        of_level = {"options": say.levels(found.levels, item.signs), "ask": say(item.ask_them)}
        of_level["told"] = bool(item.signs) or not rivals
        own = _mark(item.id, we if rivals else say(item.asks), short=we if rivals else "", **of_level)
        return [own, *(_mark(f"{item.id}/{id}", name, short=name, **of_level) for id, name in rivals.items())]

    def notes(item: Any) -> list[str]:
        least = found.asked(item.id, exercise.stage)
        asked = next((level for level in found.levels if level.id == least), None)
        said = [say.words.say("views.method.minimum", level=say(asked.name))] if asked is not None else []
        return said + ([say.words.say("views.method.must")] if item.must else [])

    sections = [
        {
            "id": group.id,
            # A single group says no more than the method's own title.
            "name": say(group.name) if len(found.groups) > 1 else "",
            "says": say(group.asks) if len(found.groups) > 1 else "",
            "entries": [
                {
                    "id": item.id,
                    "name": say(item.name),
                    "says": say(item.asks) if rivals else "",
                    "notes": notes(item),
                    "marks": marks(item),
                }
                for item in group.items
            ],
        }
        for group in found.groups
    ]
    stage = next((say(stage.name) for stage in found.stages if stage.id == exercise.stage), "")
    return {"sections": sections, "stage": stage}


def _ladder(found: Ladder, _exercise: Exercise, _shared: Mapping[str, Any], say: _Say) -> dict[str, Any]:
    claimed, rungs = say.words.say("labels.claimed"), [(rung, say(rung.name)) for rung in found.rungs]
    stages = [
        {"id": rung.id, "sign": str(n), "name": name, "says": say(rung.mark)} for n, (rung, name) in enumerate(rungs, 1)
    ]
    claim = {
        "id": CLAIMED,
        "name": claimed,
        "says": "",
        "marks": [_mark(CLAIMED, say.words.say("views.method.claimed"), stages, told=True)],
    }
    entries = [
        {
            "id": rung.id,
            "name": f"{n} {name}",
            "says": say(rung.mark),
            "notes": [say(rung.customer)] if rung.customer else [],
            "tally": True,
            "marks": [_mark(outcome.id, say(outcome.text), say.yes_no()) for outcome in rung.outcomes],
        }
        for n, (rung, name) in enumerate(rungs, 1)
    ]
    return {
        "sections": [
            {"id": CLAIMED, "name": "", "says": "", "entries": [claim]},
            {"id": "rungs", "name": "", "says": say.words.say("views.method.from-below"), "entries": entries[::-1]},
        ]
    }


def _grid(found: Grid, exercise: Exercise, shared: Mapping[str, Any], say: _Say) -> dict[str, Any]:
    people = {person["id"]: (person["name"], person["title"]) for person in shared["people"]}
    things = {subject.id: (say(subject.name), "") for subject in exercise.subjects}

    def axis(id: str, side: str, axis: Axis) -> dict[str, Any]:
        name = say(axis.name)
        return _mark(f"{id}/{side}", name, say.levels(axis.levels), help=say.help(axis.help), short=name, told=True)

    entries = [
        {"id": id, "name": name, "says": title, "marks": [axis(id, "x", found.x), axis(id, "y", found.y)]}
        for id, (name, title) in (people if found.of == "people" else things).items()
    ]
    regions = [
        {"id": r.id, "name": say(r.name), "says": say(r.says), "next": say(r.next), "x": list(r.x), "y": list(r.y)}
        for r in found.regions
    ]
    axes = {
        side: {"name": say(axis.name), "levels": say.levels(axis.levels)}
        for side, axis in (("x", found.x), ("y", found.y))
    }
    section = {"id": "placed", "name": "", "says": "", "entries": entries}
    return {"sections": [section], "map": axes | {"regions": regions}}


def _table(found: Table, _exercise: Exercise, shared: Mapping[str, Any], say: _Say) -> dict[str, Any]:
    people = [{"id": person["id"], "name": person["name"]} for person in shared["people"]]

    def cell(n: int, column: Column) -> dict[str, Any]:
        name = say(column.name)
        options = say.yes_no() if column.kind == "yes-no" else say.levels(column.levels or ())
        options = people if column.kind in ("person", "people") else options
        kind = {"people": "some", "level": "one", "yes-no": "one", "person": "one"}.get(column.kind, "text")
        example = say.words.say("views.method.date") if column.kind == "date" else ""
        more = {"evidence": column.judged, "kind": kind, "placeholder": say(column.says) or example}
        return _mark(f"rows/{n}/{column.id}", name, options) | more | {"short": name}

    entries = [
        {
            "id": f"row-{n}",
            "name": say.words.say("views.method.row", n=n),
            "says": "",
            "marks": [cell(n, column) for column in found.columns],
        }
        for n in ROWS
    ]
    return {"sections": [{"id": "rows", "name": "", "says": "", "entries": entries}]}


_PARTS: dict[type[Method], Callable[..., dict[str, Any]]] = {
    Checklist: _checklist,
    Ladder: _ladder,
    Grid: _grid,
    Table: _table,
}
