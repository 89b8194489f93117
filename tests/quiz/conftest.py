"""Banks are read with the keys of this checkout."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sellkit.training import places
from sellkit.training.quiz import shelf


@pytest.fixture(autouse=True)
def keys(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(places.SOLUTIONS_ENV, str(root / "solutions"))
    shelf.refresh()
    yield
    shelf.refresh()
