"""A register, and the small case of the training tests with its keys."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sellkit.desk.register import Register
from sellkit.training import places, shelf
from sellkit.training.submission import Submission

from .handed_in import submission_of

PACK = Path(__file__).parent.parent / "training" / "pack"
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
