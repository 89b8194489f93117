"""A picture that grows from top to bottom, on a slide or on a phone."""

from typing import Generic, TypeVar

from sellkit.views.pictures.plan_parts import NARROW

W = TypeVar("W")


class Drawing(Generic[W]):
    """One drawing in the making; `y` is where the next part starts, `left` and `wide` what lies within the margins."""

    def __init__(self, words: W, width: float) -> None:
        self.words, self.width = words, width
        self.narrow = width < NARROW
        self.left = 16.0 if self.narrow else 32.0
        self.wide = width - 2 * self.left
        self.y = 0.0
