"""What a form has to know about one shape of method, and what all shapes share."""

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from sellkit.models.methods.sheets import MethodSheet
from sellkit.models.scale import Level
from sellkit.models.text import LANGUAGES, Language, Text
from sellkit.training.forms.slot import Slot

YES_NO = {"yes": True, "no": False}
Given = Callable[[str], dict[str, Any]]  # a field → the parts of a `Judged`; none if it is blank


class Shape(Protocol):
    """What a form has to know about one shape."""

    def slots(self) -> list[Slot]:
        """Every field, in the order of the method."""

    def sheet(self, given: Given, language: Language) -> MethodSheet:
        """The model of what was filled in."""


def named(levels: Iterable[Level]) -> dict[str, Text]:
    """What the levels are called, in their order."""
    return {level.id: level.name for level in levels}


def about(name: Text, whom: Text | None) -> Text:
    """A field's name, and whom it is about if that is not we."""
    if whom is None:
        return name
    return Text.model_validate({la: f"{whom.in_(la)} · {name.in_(la)}" for la in LANGUAGES})
