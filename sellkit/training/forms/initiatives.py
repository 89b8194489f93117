"""The initiatives: up to eight, each in two parts with class and owner, and the one that leads."""

from typing import ClassVar, get_args

from sellkit.models.base import Judged
from sellkit.models.pain.initiative import Initiative, InitiativeKind, InitiativeList
from sellkit.models.text import Language
from sellkit.training.answer import Answers
from sellkit.training.forms.form import Form
from sellkit.training.forms.slot import Slot

SLOTS = tuple(f"i{n}" for n in range(1, 9))
PARTS = ("result", "work", "class", "owner")
ASKED = 6  # no count is given away: the bar is full at six, and grows with a seventh and an eighth


class InitiativesForm(Form):
    kind: ClassVar[str] = "initiatives"

    def make_slots(self) -> list[Slot]:
        people = frozenset(self.exercise.people or (person.id for person in self.case.people))
        slots = [Slot("leading", "one", frozenset(SLOTS))]
        for name in SLOTS:
            slots.append(Slot(f"{name}/result", "text"))
            slots.append(Slot(f"{name}/work", "text"))
            slots.append(Slot(f"{name}/class", "one", frozenset(get_args(InitiativeKind)), "initiative-class"))
            slots.append(Slot(f"{name}/owner", "one", people))
        return slots

    def progress(self, answers: Answers) -> tuple[int, int]:
        started = sum(self.filled(answers, [f"{name}/{part}" for part in PARTS]) > 0 for name in SLOTS)
        return self.filled(answers, list(self.slots)), len(PARTS) * max(ASKED, started) + 1

    def record(self, answers: Answers, language: Language) -> InitiativeList:  # noqa: ARG002  # it names nobody
        initiatives = []
        for name in SLOTS:
            given = [self.usable(answers, f"{name}/{part}") for part in PARTS]
            if any(given):
                cites = [cite for answer in given if answer for cite in answer.get("cites", ())]
                initiatives.append(
                    Initiative(
                        id=name,
                        result=self.text(answers, f"{name}/result"),
                        work=self.text(answers, f"{name}/work"),
                        kind=Judged[InitiativeKind].model_validate(self.judged(answers, f"{name}/class")),
                        owner=Judged[str].model_validate(self.judged(answers, f"{name}/owner")),
                        cites=tuple(dict.fromkeys(cites)),
                    )
                )
        leading = Judged[str].model_validate(self.judged(answers, "leading"))
        people = self.exercise.people or tuple(person.id for person in self.case.people)
        return InitiativeList(initiatives=tuple(initiatives), leading=leading, people=people)
