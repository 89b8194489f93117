"""The relationship map: four marks, circle and lines of influence for each person."""

from typing import Any, ClassVar, get_args

from sellkit.models.people.relationship_map import Influence, RelationshipMap
from sellkit.models.people.stakeholder import Adaptability, Attitude, BuyingRole, Circle, Coverage, Stakeholder
from sellkit.models.text import Language
from sellkit.training.answer import UNKNOWN, Answers
from sellkit.training.forms.form import Form
from sellkit.training.forms.slot import Slot

_MARKS = {"adaptability": Adaptability, "attitude": Attitude, "coverage": Coverage, "circle": Circle}


class RelationshipMapForm(Form):
    kind: ClassVar[str] = "relationship-map"

    def make_slots(self) -> list[Slot]:
        people = frozenset(self.exercise.people)
        slots = []
        for person in self.exercise.people:
            slots.append(Slot(f"{person}/roles", "some", frozenset(get_args(BuyingRole)), "buying-roles"))
            for mark, levels in _MARKS.items():
                slots.append(Slot(f"{person}/{mark}", "one", frozenset(get_args(levels)), mark))
            slots.append(Slot(f"{person}/influences", "some", people - {person}))
        return slots

    def progress(self, answers: Answers) -> tuple[int, int]:
        """The four marks and the circle of each person; lines of influence are drawn where there are any."""
        asked = [field for field in self.slots if not field.endswith("/influences")]
        return self.filled(answers, asked), len(asked)

    def record(self, answers: Answers, language: Language) -> RelationshipMap:
        people, lines = [], []
        for person_id in self.exercise.people:
            person = self.case.by_id[person_id]
            parts: dict[str, Any] = {mark: self.judged(answers, f"{person_id}/{mark}") for mark in _MARKS}
            parts["buying_roles"] = self.judged(answers, f"{person_id}/roles")
            parts |= {"id": person_id, "name": person.name_in(language), "title": person.title.in_(language)}
            parts |= {"reports_to": person.reports_to, "rank": person.rank}
            parts["department"] = person.department.in_(language) if person.department else ""
            people.append(Stakeholder.model_validate(parts))
            answer = self.usable(answers, f"{person_id}/influences")
            if answer and answer["value"] != UNKNOWN:
                cites = tuple(answer.get("cites", ()))
                lines += [Influence(source=person_id, target=target, cites=cites) for target in answer["value"]]
        return RelationshipMap(people=tuple(people), influences=tuple(lines))
