"""What every form does: name its fields, count how much is filled, and build the model's record."""

from collections.abc import Mapping
from typing import Any, ClassVar

from sellkit.models.base import Record
from sellkit.models.text import Language
from sellkit.training.answer import UNKNOWN, Answer, Answers
from sellkit.training.case import Case
from sellkit.training.exercise import Exercise
from sellkit.training.forms.slot import Slot, is_filled


class Form:
    """The fields of one exercise, as its kind wants them."""

    kind: ClassVar[str]

    def __init__(self, exercise: Exercise, case: Case) -> None:
        self.exercise = exercise
        self.case = case
        self.slots: Mapping[str, Slot] = {slot.field: slot for slot in self.make_slots()}

    def make_slots(self) -> list[Slot]:
        """Every field that may be answered."""
        raise NotImplementedError

    def progress(self, answers: Answers) -> tuple[int, int]:
        """How many answers are there, of how many that are asked for."""
        raise NotImplementedError

    def record(self, answers: Answers, language: Language) -> Record:
        """The model that the checks read. Blank, unknown or unusable answers are simply not in it."""
        raise NotImplementedError

    def usable(self, answers: Answers, field: str) -> Answer | None:
        """The answer to a field if this form can hold it."""
        slot, answer = self.slots.get(field), answers.get(field)
        return answer if slot is not None and answer is not None and slot.takes(answer["value"]) else None

    def judged(self, answers: Answers, field: str) -> dict[str, Any]:
        """An answer as the parts of a `Judged`; no parts if blank."""
        answer = self.usable(answers, field)
        if answer is None or not is_filled(answer):
            return {}
        return answer

    def text(self, answers: Answers, field: str) -> str:
        """A text answer; empty for blank and for "not known yet"."""
        answer = self.usable(answers, field)
        return "" if answer is None or answer["value"] == UNKNOWN else str(answer["value"])

    def filled(self, answers: Answers, fields: list[str]) -> int:
        """How many of these are answered."""
        return sum(is_filled(self.usable(answers, field)) for field in fields)
