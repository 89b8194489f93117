"""What the desk's figures share: registers full of answers to Homebody, handed in by many people."""

from collections.abc import Iterator
from typing import Any

from sellkit.desk.register import Register
from sellkit.training import shelf
from sellkit.training.submission import SCHEMA, Submission, digest

EXERCISE = "homebody/relationship-map"


def submissions(count: int, exercises: tuple[str, ...] = (EXERCISE,)) -> Iterator[Submission]:
    """One answer per person and exercise: the key's own marks, as a trainee hands them in."""
    for name in exercises:
        exercise, answers = shelf.exercise(name), shelf.key(name).sheet_answers()
        for n in range(count):
            parts: dict[str, Any] = {
                "schema": SCHEMA,
                "id": f"{exercise.name}-{n}",
                "exercise": name,
                "exercise_version": exercise.version,
                "case": exercise.case_id,
                "case_version": 1,
                "rubric_version": exercise.rubric.version,
                "language": "en",
                "author": {"id": f"p{n}", "name": f"Lin Wei {n}", "team": f"Team {n % 20}"},
                "attempt": 1,
                "at": "2026-03-02T09:30:00Z",
                "answers": answers,
                "journal_head": "",
            }
            yield Submission.model_validate({**parts, "hash": digest(parts)})


def fill(register: Register, count: int) -> None:
    """Take in so many answers, a batch at a time."""
    batch: list[Submission] = []
    for submission in submissions(count):
        batch.append(submission)
        if len(batch) == 500:
            register.add_many(batch)
            batch = []
    register.add_many(batch)
