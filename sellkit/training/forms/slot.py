"""One field of a form: what may stand in it."""

import dataclasses
from collections.abc import Mapping
from typing import Any, Literal

from sellkit.models.text import Text
from sellkit.training.answer import UNKNOWN

SlotKind = Literal["one", "some", "text", "statement"]
MAX_STATEMENT = 2_000


@dataclasses.dataclass(frozen=True, slots=True)
class Slot:
    """A field that an exercise has.

    kind    one of `choices` · some of `choices` · free text · a statement (from the bank `choices`, or own words)
    scale   the scale whose levels are the choices, if there is one
    title, group, names   what the field, the part of the sheet around it and the choices are called, where that stands
            in a method's file and not among the words of the house
    """

    field: str
    kind: SlotKind
    choices: frozenset[str] = frozenset()
    scale: str = ""
    title: Text | None = None
    group: Text | None = None
    names: Mapping[str, Text] = dataclasses.field(default_factory=dict, hash=False)

    def takes(self, value: Any) -> bool:
        """True if this value may stand here. "Not known yet" may stand everywhere, and so may a blank."""
        if value in (UNKNOWN, ""):  # blank may carry passages that wait for a value
            return True
        if self.kind == "text":
            return isinstance(value, str)
        if self.kind == "one":
            return isinstance(value, str) and value in self.choices
        if self.kind == "some":
            return isinstance(value, list) and all(isinstance(item, str) and item in self.choices for item in value)
        if not isinstance(value, dict) or len(value) != 1:
            return False
        ((part, given),) = value.items()
        if part == "bank":
            return isinstance(given, str) and given in self.choices
        return part == "text" and isinstance(given, str) and len(given) <= MAX_STATEMENT


def is_filled(answer: Any) -> bool:
    """Something was answered; "not known yet" is an answer, an empty text or list is not."""
    if not isinstance(answer, dict):
        return False
    value = answer.get("value")
    if isinstance(value, dict):
        return any(isinstance(part, str) and part.strip() for part in value.values())
    return bool(value.strip()) if isinstance(value, str) else bool(value)
