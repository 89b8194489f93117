"""Submissions to a small exercise, whose key and points a reader can check by hand. Also used by other processes."""

import subprocess
import sys
from typing import Any
from uuid import uuid4

from sellkit.desk.register import Register
from sellkit.training.submission import SCHEMA, Submission, digest

MAP = "harbour/map"

#: berg is right and cited, olsen is right without a passage, lund is rosier than the facts, dahl is not known.
ANSWERS: dict[str, Any] = {
    "berg/attitude": {"value": "supporter", "cites": ["minutes.p1"], "confidence": "explicit"},
    "olsen/attitude": {"value": "sponsor"},
    "lund/attitude": {"value": "supporter", "note": "She smiled."},
    "dahl/attitude": {"value": "unknown"},
    "berg/roles": {"value": ["D", "A"], "cites": ["minutes.p1"], "confidence": "agreed"},
    "olsen/influences": {"value": ["lund"], "cites": ["minutes.p2"], "confidence": "explicit"},
}


def submission_of(**parts: Any) -> Submission:
    """A sealed submission; every part can be given."""
    data: dict[str, Any] = {
        "schema": SCHEMA,
        "id": parts.pop("id", "") or uuid4().hex,
        "exercise": MAP,
        "exercise_version": 1,
        "case": "harbour",
        "case_version": 1,
        "rubric_version": 1,
        "language": "en",
        "author": {
            "id": parts.pop("author", "p-anna"),
            "name": parts.pop("name", "Anna Holm"),
            "team": parts.pop("team", "Team North"),
        },
        "attempt": 1,
        "at": "2026-03-02T09:30:00Z",
        "answers": ANSWERS,
        "journal_head": "",
        **parts,
    }
    return Submission.model_validate({**data, "hash": digest(data)})


def write_many(path: str, writer: str, count: str) -> None:
    """What one of many processes does: open the register and hand in answers one by one."""
    with Register.open(path) as register:
        for n in range(int(count)):
            assert register.add(submission_of(author=f"p-{writer}", attempt=n + 1)).new


def judge_many(path: str, assessor: str, count: str) -> None:
    """What one of several coaches does."""
    with Register.open(path) as register:
        for id in range(1, int(count) + 1):
            register.judge(id, "judgement", assessor, 0.5, f"{assessor} on {id}")


def at_once(*calls: tuple[str, ...]) -> None:
    """Run these functions of this file, each with its arguments in a process of its own, all at the same time."""
    running = [subprocess.Popen([sys.executable, __file__, *call], stderr=subprocess.PIPE) for call in calls]
    faults = [process.communicate()[1].decode() for process in running if process.wait() or process.returncode]
    assert faults == []


if __name__ == "__main__":
    {"write_many": write_many, "judge_many": judge_many}[sys.argv[1]](*sys.argv[2:])
