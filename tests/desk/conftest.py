"""A register with answers to a small exercise, whose key and points a reader can check by hand."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sellkit.desk.register import Register
from sellkit.training import places, shelf
from sellkit.training.submission import SCHEMA, Submission, digest

PACK = Path(__file__).parent.parent / "training" / "pack"
MAP = "harbour/map"

#: berg is right and cited, olsen is right without a passage, lund is rosier than the facts, dahl is not known.
ANSWERS: dict[str, Any] = {
    "berg/attitude": {"value": "supporter", "cites": ["minutes.p1"], "confidence": "explicit"},
    "olsen/attitude": {"value": "sponsor"},
    "lund/attitude": {"value": "supporter", "note": "She smiled."},
    "dahl/attitude": {"value": "unknown"},
    "berg/roles": {"value": ["D", "A"], "cites": ["minutes.p1"]},
    "olsen/influences": {"value": ["lund"], "cites": ["minutes.p2"]},
}

Make = Callable[..., Submission]


@pytest.fixture(autouse=True)
def harbour(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The case of the training tests, with its keys."""
    roots = [PACK / "cases", *places.case_roots()]
    monkeypatch.setattr(places, "case_roots", lambda: iter(roots))
    monkeypatch.setenv(places.SOLUTIONS_ENV, str(PACK / "keys"))
    shelf.refresh()
    yield
    monkeypatch.undo()
    shelf.refresh()


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with Register.open(tmp_path / "register.sqlite") as opened:
        yield opened


@pytest.fixture
def make() -> Make:
    return submission_of


def submission_of(**parts: Any) -> Submission:
    """A sealed submission; every part can be given."""
    data: dict[str, Any] = {
        "schema": SCHEMA,
        "id": parts.pop("id", "a1"),
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
