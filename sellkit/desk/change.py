"""How this attempt compares with the one before: old points beside new ones, criterion by criterion."""

from collections.abc import Sequence
from dataclasses import dataclass

from sellkit.desk.overlay import CriterionView
from sellkit.desk.points import by_criterion
from sellkit.desk.register import Register
from sellkit.training.words import Words


@dataclass(frozen=True, slots=True)
class Change:
    """Points then and now; None where a criterion was not scored, or did not exist."""

    title: str
    before: float | None
    now: float | None

    @property
    def change(self) -> float | None:
        return None if self.before is None or self.now is None else round(abs(self.now - self.before), 2)

    @property
    def trend(self) -> str:
        if self.before is None or self.now is None or self.now == self.before:
            return ""
        return "up" if self.now > self.before else "down"

    @property
    def sign(self) -> str:
        return {"up": "▲ +", "down": "▼ −"}.get(self.trend, "")


def changes(register: Register, id: int, criteria: Sequence[CriterionView], words: Words) -> tuple[Change, ...]:
    """One row per criterion and one for the total; empty for a first attempt."""
    row = register.row(id)
    earlier = [found for found in register.attempts(row["exercise"], row["author"]) if found < id]
    stored = register.card(earlier[-1]) if earlier else None
    if stored is None:
        return ()
    before = by_criterion(stored.card, register.judgements(stored.submission))
    rows = [Change(criterion.title, before.get(criterion.id), criterion.points) for criterion in criteria]
    total = Change(words.say("desk.feedback.total-row"), _sum(list(before.values())), _sum([r.now for r in rows]))
    return (*rows, total)


def _sum(points: Sequence[float | None]) -> float:
    return round(sum(found for found in points if found is not None), 2)
