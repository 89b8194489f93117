"""P3: parse and grade one submission, against pydantic alone reading the same file. P14: ten times the answers."""

import json
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from measure import Figure, absolute, compared, timed
from pydantic import BaseModel

from sellkit.training import shelf
from sellkit.training.grading import grade
from sellkit.training.journal import Edit, Journal
from sellkit.training.submission import read_submission, submit

EXERCISES = {"homebody/pain-chain": "pain chain, 9 people", "homebody/relationship-map": "relationship map, 10 people"}


class PlainAnswer(BaseModel):
    value: Any
    cites: list[str] = []
    confidence: str | None = None
    note: str | None = None


class PlainAuthor(BaseModel):
    id: str
    name: str
    team: str


class PlainSubmission(BaseModel):
    """The file as somebody would type it who trusts it: no hash, no limits, no cleaning."""

    id: str
    exercise: str
    exercise_version: int
    case: str
    case_version: int
    rubric_version: int
    language: str
    author: PlainAuthor
    attempt: int
    at: str
    answers: dict[str, PlainAnswer]
    journal_head: str
    hash: str


def figures() -> Iterator[Figure]:
    for name, title in EXERCISES.items():
        raw = solved(name)
        ours, plain = timed(lambda raw=raw, name=name: once(raw, name), 200), timed(lambda raw=raw: read(raw), 200)
        yield compared("P3", f"parse and grade: {title}", f"pydantic reading the same {len(raw)} bytes", 3, ours, plain)
    yield growth()


def once(raw: bytes, name: str) -> Any:
    return grade(read_submission(raw).answers, shelf.key(name), shelf.exercise(name))


def read(raw: bytes) -> PlainSubmission:
    return PlainSubmission.model_validate_json(raw)


def growth() -> Figure:
    """Time for one field in a submission of all fields, over the same in one of a tenth of them."""
    name = "homebody/relationship-map"
    times = {}
    for share in (10, 1):
        raw = solved(name, share)
        fields = len(json.loads(raw)["answers"])
        run = timed(lambda raw=raw: once(raw, name), 200)
        times[share] = statistics.median(run() for _ in range(7)) / fields
    value = times[1] / times[10]
    return absolute("P14", "P3 with 10 × the answers, time per answer", 1, value, "×", "linear is 1")


def solved(name: str, share: int = 1) -> bytes:
    """The key's own answers, or every so-manieth of them, handed in the way a trainee does."""
    exercise, answers = shelf.exercise(name), shelf.key(name).sheet_answers()
    case = shelf.case(exercise.id.split("/")[0])
    with tempfile.TemporaryDirectory() as folder:
        journal = Journal.open(Path(folder) / "answer.jsonl", {"exercise": name}, "p1")
        chosen = list(answers.items())[::share]
        journal.append_all([Edit(field, None, answer, str(number)) for number, (field, answer) in enumerate(chosen)])
        return submit(journal, exercise, case, "en", "p1", "Lin Wei", "Team 3").to_json().encode()
