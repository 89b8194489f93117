"""The screen of an exercise: which views it has, and what each of them is told, in one language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sellkit.seat import Seat
from sellkit.training.answer import UNKNOWN, Answer
from sellkit.training.case import Case
from sellkit.training.dossier import Block, Line
from sellkit.training.exercise import Exercise
from sellkit.training.forms import form_of
from sellkit.training.labels import Labels
from sellkit.training.words import Words
from sellkit.views.bar import Bar
from sellkit.views.base import View, passage_labels, texts
from sellkit.views.brief import Brief
from sellkit.views.checks_panel import ChecksPanel
from sellkit.views.dossier import Dossier
from sellkit.views.kinds import KINDS


@dataclass(frozen=True)
class Screen:
    """The five views of a workbook. They share answers, findings and status; each gets its own texts."""

    bar: Bar
    brief: Brief
    dossier: Dossier
    board: View
    checks: ChecksPanel

    @property
    def views(self) -> tuple[View, ...]:
        return (self.bar, self.brief, self.dossier, self.board, self.checks)

    def speak(self, words: Words, case: Case, exercise: Exercise, seat: Seat, *, home: bool) -> None:
        """Tell every view its texts, people and documents in the language of `words`."""
        language = words.language
        labels = Labels(exercise, case, words)
        documents = [document_spec(document, language) for document in case.documents]
        shared: dict[str, Any] = {
            "language": language,
            "key": f"{seat.workshop or 'here'}:{seat.id}:{exercise.id}",
            "labels": {field: labels.field(field) for field in form_of(exercise, case).slots},
            "passages": passage_labels(documents),
            "people": people_spec(case, exercise, language),
            "names": value_names(words, case, exercise, labels),
            "statements": statements_spec(exercise, language),
        }
        title = exercise.title.in_(language)
        self.bar.spec = shared | {
            "text": texts(words, "views.bar."),
            "title": title,
            "case": case.title.in_(language),
            "person": seat.name,
            "team": seat.team,
            "minutes": exercise.minutes,
            "home": home if seat.local else "/",
        }
        self.brief.spec = {
            "language": language,
            "key": shared["key"],
            "text": texts(words, "views.brief."),
            "title": title,
            "brief": exercise.brief.in_(language),
            "teaches": [text.in_(language) for text in exercise.teaches],
            "leaves_out": [text.in_(language) for text in exercise.leaves_out],
            "hints": [text.in_(language) for text in exercise.hints],
        }
        self.dossier.spec = shared | {"text": texts(words, "views.dossier."), "documents": documents}
        self.board.spec = shared | KINDS[exercise.kind].spec(words, exercise, shared)
        self.checks.spec = shared | {"text": texts(words, "views.checks.")}

    def show(
        self,
        answers: Mapping[str, Answer],
        problems: Sequence[Mapping[str, str]],
        conflicts: Mapping[str, Any],
        status: Mapping[str, Any],
        saved: Mapping[View, Sequence[str]],
        standing: Mapping[str, Any] | None = None,
    ) -> None:
        """Show the answers as they now stand, what the checks say of them, and whether the work is safe; `standing` is
        what the board of this kind is told of the record.

        `saved` are the edits that each view may forget. Everything travels at every change, so each view gets what it
        shows and no more, in one message; first those in which a change is looked for.
        """
        found = [dict(problem) for problem in problems]
        begun = dict(islice(answers.items(), 1))  # enough to tell an untouched sheet
        unknown = {field: answer for field, answer in answers.items() if answer["value"] == UNKNOWN}
        cited = {f: {"value": "", "cites": answer["cites"]} for f, answer in answers.items() if answer.get("cites")}
        told: dict[View, dict[str, Any]] = {
            self.board: {"value": dict(answers), "problems": found},
            self.checks: {"value": begun, "problems": found},
            self.bar: {"value": unknown, "problems": found, "conflicts": dict(conflicts)},
            self.dossier: {"value": cited},
            self.brief: {"value": begun},
        }
        if standing is not None:
            told[self.board]["standing"] = dict(standing)
        for view, parts in told.items():
            with view.hold_sync():
                for name, part in parts.items():
                    setattr(view, name, part)
                view.status = self._status_for(view, status)
                view.ack(saved.get(view, ()))

    def status(self, status: Mapping[str, Any]) -> None:
        """Tell all views whether the work is safe and what can be done with it."""
        for view in self.views:
            view.status = self._status_for(view, status)

    def _status_for(self, view: View, status: Mapping[str, Any]) -> dict[str, Any]:
        """All of it for the bar; the others only ask whether anything may be changed."""
        return dict(status) if view is self.bar else {"state": status["state"]}


def for_exercise(exercise: Exercise) -> Screen:
    """A fresh screen with the board that this kind of exercise is answered on."""
    return Screen(Bar(), Brief(), Dossier(), KINDS[exercise.kind].board(), ChecksPanel())


def value_names(words: Words, case: Case, exercise: Exercise, labels: Labels) -> dict[str, str]:
    """What the values of answers are called: people, levels, initiatives, a leaf."""
    names = {"unknown": words.say("labels.unknown")}
    for field, slot in form_of(exercise, case).slots.items():
        names |= {choice: labels.value(field, choice) for choice in slot.choices if slot.kind != "statement"}
    return names


def people_spec(case: Case, exercise: Exercise, language: str) -> list[dict[str, Any]]:
    """The people an exercise is about, in the order of its board."""
    return [
        {
            "id": person.id,
            "name": person.name_in(language),
            "title": person.title.in_(language),
            "department": person.department.in_(language) if person.department else "",
            "reports_to": person.reports_to,
            "rank": person.rank,
        }
        for person in (case.by_id[name] for name in exercise.people)
    ]


def statements_spec(exercise: Exercise, language: str) -> list[dict[str, str]]:
    """The statements of the bank."""
    return [{"id": found.id, "text": found.text.in_(language), "use": found.use} for found in exercise.statements]


def document_spec(document: Any, language: str) -> dict[str, Any]:
    """A document as the reader shows it: plain runs of text, each block with the id that a citation names."""
    return {
        "id": document.id,
        "kind": document.kind,
        "title": document.title.in_(language),
        "date": document.date.isoformat(),
        "blocks": [_block_spec(document.id, block) for block in document.blocks(language)],
    }


def _block_spec(document_id: str, block: Block) -> dict[str, Any]:
    spec: dict[str, Any] = {"kind": block.kind, "level": block.level, "ordered": block.ordered}
    if block.passage:
        spec["passage"] = f"{document_id}.{block.passage}"
    if block.kind == "table":
        return spec | {"cells": [[_spans(cell) for cell in row] for row in block.rows]}
    if block.kind in ("list", "quote"):
        return spec | {"items": [{"spans": _spans(line)} for line in block.lines]}
    return spec | {"spans": _spans(block.lines[0]) if block.lines else []}


def _spans(line: Line) -> list[dict[str, Any]]:
    return [{"text": span.text, "strong": span.strong} for span in line]
