"""Every exercise is run blank, solved and with each graded sample, in both languages, as a trainee opens it."""

import json
from pathlib import Path
from typing import Any

import nbformat
import pytest

from sellkit.models.text import LANGUAGES
from sellkit.seat import default_notebooks
from sellkit.training import shelf
from sellkit.training.grading import grade
from sellkit.training.submission import read_submission

from .running import hidden_errors, run

EXERCISES = [exercise for case in shelf.cases() for exercise in shelf.exercises(case)]
NOTEBOOK = default_notebooks() / "02_exercise.ipynb"


def cases() -> list[Any]:
    rows = []
    for exercise in EXERCISES:
        names = ["blank", "solved", *(sample.id for sample in shelf.key(exercise).samples)]
        rows += [
            pytest.param(exercise, name, language, id=f"{exercise}-{name}-{language}")
            for name in names
            for language in LANGUAGES
        ]
    return rows


def answers_of(exercise: str, name: str) -> dict[str, Any]:
    if name == "blank":
        return {}
    key = shelf.key(exercise)
    if name == "solved":
        return key.sheet_answers()
    return next(sample.sheet_answers() for sample in key.samples if sample.id == name)


@pytest.mark.parametrize(("exercise", "name", "language"), cases())
def test_the_notebook_hands_in_what_was_filled_and_it_scores_as_stated(
    exercise: str, name: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SELLKIT_HOME", str(tmp_path / "home"))
    answers = answers_of(exercise, name)
    notebook = run(NOTEBOOK, tmp_path, exercise=exercise, language=language, answers=answers, hand_in=True)
    assert hidden_errors(notebook) == []

    handed_in = list((tmp_path / "home" / "submissions").rglob("*.json"))
    assert len(handed_in) == 1
    submission = read_submission(handed_in[0].read_bytes())
    key = shelf.key(exercise)
    card = grade(submission.answers, key, shelf.exercise(exercise))
    automatic = sum(c.maximum for c in card.criteria if c.points is not None)
    if name == "blank":
        assert card.total == 0
    elif name == "solved":
        assert card.total == pytest.approx(automatic)
    else:
        sample = next(sample for sample in key.samples if sample.id == name)
        judged = sum(sample.criteria.get(criterion, 0) for criterion in card.open)  # what the coach would add
        assert card.total == pytest.approx(sample.total - judged, abs=0.05)


def test_a_hidden_widget_error_is_found() -> None:
    state = {"w": {"state": {"outputs": [{"output_type": "error", "ename": "ValueError"}]}}}
    book = nbformat.from_dict(
        {
            "cells": [],
            "metadata": {"widgets": {"application/vnd.jupyter.widget-state+json": {"state": state}}},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
    )
    assert hidden_errors(book) == ["ValueError"]


def test_answers_survive_when_cells_are_deleted_duplicated_or_reordered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SELLKIT_HOME", str(tmp_path / "home"))
    exercise = "homebody/pain-chain"
    book = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    about, parameters, call = book["cells"]
    orders = {"whole": [about, parameters, call], "twice": [parameters, call, call, about], "bare": [parameters, call]}
    sent = {}
    for name, cells in orders.items():
        mangled = tmp_path / f"{name}.ipynb"
        fresh = [{**cell, "id": f"c{number}"} for number, cell in enumerate(cells)]
        mangled.write_text(json.dumps({**book, "cells": fresh}), encoding="utf-8")
        given = answers_of(exercise, "solved") if name == "whole" else {}
        run(mangled, tmp_path, exercise=exercise, language="en", answers=given, hand_in=True)
        newest = max((tmp_path / "home" / "submissions").rglob("*.json"), key=lambda path: path.stat().st_mtime_ns)
        sent[name] = read_submission(newest.read_bytes()).answers
    assert sent["whole"] == sent["twice"] == sent["bare"] != {}
