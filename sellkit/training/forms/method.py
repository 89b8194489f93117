"""A method that is written as data: its shape says which fields there are and what they add up to."""

from functools import partial
from typing import ClassVar

from sellkit.models.methods.sheets import MethodSheet
from sellkit.models.text import Language
from sellkit.training.answer import Answers
from sellkit.training.case import Case
from sellkit.training.exercise import Exercise
from sellkit.training.forms.form import Form
from sellkit.training.forms.shapes import SHAPES
from sellkit.training.forms.slot import Slot
from sellkit.training.forms.table import ROWS, OnTable
from sellkit.training.methods import method


class MethodForm(Form):
    kind: ClassVar[str] = "method"

    def __init__(self, exercise: Exercise, case: Case) -> None:
        self.method = method(exercise.method or "")
        self.shape = SHAPES[type(self.method)](self.method, exercise, case)
        super().__init__(exercise, case)

    def make_slots(self) -> list[Slot]:
        return self.shape.slots()

    def progress(self, answers: Answers) -> tuple[int, int]:
        """Every question of the method; of a table, the columns of the rows that were begun."""
        asked = list(self.slots)
        if isinstance(self.shape, OnTable):
            rows = {n: [field for field in asked if field.startswith(f"rows/{n}/")] for n in ROWS}
            asked = [field for n, fields in rows.items() if n == 1 or self.filled(answers, fields) for field in fields]
        return self.filled(answers, asked), len(asked)

    def record(self, answers: Answers, language: Language) -> MethodSheet:
        return self.shape.sheet(partial(self.judged, answers), language)
