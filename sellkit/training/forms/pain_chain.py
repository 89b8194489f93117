"""The pain chain: a pain for each person, up to six reasons for it, and whose pain each reason is."""

from typing import ClassVar

from sellkit.models.base import Judged
from sellkit.models.pain.pain_chain import LEAF, PainChain, PainNode, Reason, Statement
from sellkit.models.people.stakeholder import PersonRef
from sellkit.models.text import Language
from sellkit.training.answer import Answers
from sellkit.training.forms.form import Form
from sellkit.training.forms.slot import Slot, is_filled

REASONS = range(1, 7)


class PainChainForm(Form):
    kind: ClassVar[str] = "pain-chain"

    def make_slots(self) -> list[Slot]:
        # Pains and reasons come from one bank: the reason of one person is the pain of another.
        bank = frozenset(self.exercise.bank)
        people = frozenset(self.exercise.people)
        slots = []
        for person in self.exercise.people:
            slots.append(Slot(f"{person}/pain", "statement", bank))
            for n in REASONS:
                slots.append(Slot(f"{person}/reasons/{n}", "statement", bank))
                slots.append(Slot(f"{person}/reasons/{n}/owner", "one", (people - {person}) | {LEAF}))
        return slots

    def progress(self, answers: Answers) -> tuple[int, int]:
        """Per person the pain, at least one reason, and an owner for each reason given."""
        filled = total = 0
        for person in self.exercise.people:
            reasons = [n for n in REASONS if is_filled(self.usable(answers, f"{person}/reasons/{n}"))]
            owners = [f"{person}/reasons/{n}/owner" for n in reasons]
            filled += self.filled(answers, [f"{person}/pain", *owners]) + len(reasons)
            total += 1 + 2 * max(1, len(reasons))
        return filled, total

    def record(self, answers: Answers, language: Language) -> PainChain:
        people, nodes = [], []
        for person_id in self.exercise.people:
            person = self.case.by_id[person_id]
            people.append(
                PersonRef(
                    id=person_id,
                    name=person.name_in(language),
                    title=person.title.in_(language),
                    reports_to=person.reports_to,
                )
            )
            reasons = []
            for n in REASONS:
                statement = self.judged(answers, f"{person_id}/reasons/{n}")
                owner = self.judged(answers, f"{person_id}/reasons/{n}/owner")
                if statement or owner:
                    reasons.append(
                        Reason(
                            id=str(n),
                            statement=Judged[Statement].model_validate(statement),
                            owner=Judged[str].model_validate(owner),
                        )
                    )
            pain = self.judged(answers, f"{person_id}/pain")
            if pain or reasons:
                nodes.append(
                    PainNode(person=person_id, pain=Judged[Statement].model_validate(pain), reasons=tuple(reasons))
                )
        return PainChain(people=tuple(people), nodes=tuple(nodes))
