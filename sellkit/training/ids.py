"""Names that may become a path or a field: short, lower case, no dots, no slashes, no surprises."""

import re
from typing import Annotated

from pydantic import Field, StringConstraints

from sellkit.training.refusals import NotFound

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
Version = Annotated[int, Field(ge=1, le=100_000, strict=True)]


def is_id(text: object) -> bool:
    """True for one name such as `homebody`."""
    return isinstance(text, str) and _ID.fullmatch(text) is not None


def split_exercise(exercise_id: str) -> tuple[str, str]:
    """`homebody/pain-chain` → (`homebody`, `pain-chain`). Raises NotFound for anything else: no path gets through."""
    parts = str(exercise_id).split("/")
    if len(parts) != 2 or not all(is_id(part) for part in parts):
        raise NotFound("no-exercise", exercise=str(exercise_id)[:80])
    return parts[0], parts[1]


def checked_id(text: str) -> str:
    """The case id itself. Raises NotFound if it is not a plain name."""
    if not is_id(text):
        raise NotFound("no-case", case=str(text)[:80])
    return text
