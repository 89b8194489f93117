"""A small made-up case, Harbour Ferries, stands on the shelf for these tests."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sellkit.training import places, shelf

PACK = Path(__file__).parent / "pack"


@pytest.fixture(autouse=True)
def harbour(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Only Harbour Ferries and its keys are on the shelf."""
    monkeypatch.setattr(places, "case_roots", lambda: iter([PACK / "cases"]))
    monkeypatch.setattr(places, "solution_roots", lambda: iter([PACK / "keys"]))
    shelf.refresh()
    yield
    shelf.refresh()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the case that a test may break: `copy/cases/harbour`, `copy/keys/harbour`."""
    return Path(shutil.copytree(PACK, tmp_path / "pack"))
