"""Feedback on its way back: shown to its author once it is released, to coaches at any time."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Returned:
    """The page, or why there is none: `unknown` (also when it is somebody else's) or `waiting`."""

    html: str | None
    state: str = ""
