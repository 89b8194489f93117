"""What a method written as data says about itself, and how its parts are named."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from sellkit.models.base import Id, Record
from sellkit.models.scale import Level
from sellkit.models.text import Text

Version = Annotated[int, Field(ge=1)]
Levels = Annotated[tuple[Level, ...], Field(min_length=2, max_length=12)]


class MethodHead(Record):
    """A method as data: what it is called, what it is for in a sentence, and where it comes from.

    version  raised when an item is added, dropped or means something else; sheets keep the one they were filled with
    """

    ANSWERS: ClassVar[bool] = False

    id: Id
    version: Version = 1
    name: Text
    says: Text
    source: Text


class Party(Record):
    """Somebody who is judged beside us: a rival. Our own side always has the id "us"."""

    id: Id
    name: str = ""


US = "us"


def value_of(levels: Iterable[Level], id: str) -> int:
    """A level's number: its own, or its place from the lowest on. Raises KeyError if there is no such level."""
    for place, level in enumerate(levels):
        if level.id == id:
            return place if level.value is None else level.value
    raise KeyError(id)


def latest(days: Iterable[date | None], on: date | None) -> date | None:
    """The last day that is not after `on`; undated marks are older than all dated ones."""
    known = [day for day in days if day is not None and (on is None or day <= on)]
    return max(known, default=None)
