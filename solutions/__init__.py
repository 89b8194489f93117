"""The keys of sellkit's exercises, found by sellkit through the entry-point group `sellkit.solutions`."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def root() -> Traversable:
    """The folder of the keys: the same relative paths as `exercises/`."""
    return files(__name__)
