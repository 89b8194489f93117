"""Where content lives: inside the installed package, in a source checkout, and in packs that others install."""

import os
from collections.abc import Iterator
from importlib import resources
from importlib.metadata import entry_points
from importlib.resources.abc import Traversable
from pathlib import Path

PACKAGE = resources.files("sellkit")
REPO = Path(__file__).resolve().parents[2]
SOLUTIONS_ENV = "SELLKIT_SOLUTIONS"


def case_roots() -> Iterator[Traversable]:
    """Folders that hold cases: ours first, then each pack registered under `sellkit.cases`."""
    packaged = PACKAGE.joinpath("exercises")
    yield packaged if packaged.is_dir() else REPO / "exercises"
    yield from _registered("sellkit.cases")


def solution_roots() -> Iterator[Traversable]:
    """Folders that hold keys: `$SELLKIT_SOLUTIONS` first, then what is installed under `sellkit.solutions`."""
    if os.environ.get(SOLUTIONS_ENV):
        yield Path(os.environ[SOLUTIONS_ENV])
    yield from _registered("sellkit.solutions")


def content(*parts: str) -> Traversable:
    """A file or folder of `sellkit/content`."""
    return PACKAGE.joinpath("content", *parts)


def _registered(group: str) -> Iterator[Traversable]:
    for point in sorted(entry_points(group=group), key=lambda point: point.name):
        root = point.load()()
        yield Path(root) if isinstance(root, str) else root
