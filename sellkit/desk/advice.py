"""What to do next: at most three steps, where the most points are to be had."""

from collections.abc import Sequence

from sellkit.desk.overlay import CriterionView, ItemView
from sellkit.training.labels import Labels

STEPS = 3
WORTH_A_STEP = 0.05  # of a criterion's points; below that there is nothing left to advise

#: Of several things to say about one criterion, the first that applies most often is said.
_URGENCY = ("extra", "different", "missing", "unknown", "near", "uncited")


def steps(criteria: Sequence[CriterionView], labels: Labels) -> tuple[str, ...]:
    """Advice in the reader's words, the most rewarding criterion first."""
    lost = sorted(criteria, key=lambda c: (c.points or 0) - c.maximum)
    said = [
        _step(criterion, labels)
        for criterion in lost
        if criterion.points is not None and criterion.maximum - criterion.points > WORTH_A_STEP * criterion.maximum
    ]
    found = [step for step in said if step][:STEPS]
    waiting = any(criterion.points is None for criterion in criteria)
    return tuple(found) if found or waiting or not criteria else (labels.words.say("desk.feedback.do.well"),)


def _step(criterion: CriterionView, labels: Labels) -> str:
    if not criterion.items:
        return _next_level(criterion, labels)
    kinds: dict[str, list[ItemView]] = {}
    for item in criterion.items:
        kind = "uncited" if item.uncited else item.verdict
        if kind in _URGENCY:
            kinds.setdefault(kind, []).append(item)
    if not kinds:
        return ""
    kind = max(kinds, key=lambda name: (len(kinds[name]), -_URGENCY.index(name)))
    first = kinds[kind][0]
    quote = next((found for cite in first.rests if (found := labels.quote(cite))), None)
    if quote is None and kind != "extra":
        return ""
    return labels.words.say(
        f"desk.feedback.do.{kind}",
        criterion=criterion.title,
        n=len(kinds[kind]),
        first=first.label,
        passage=quote.label if quote else "",
    )


def _next_level(criterion: CriterionView, labels: Labels) -> str:
    share = (criterion.points or 0) / criterion.maximum
    above = [level for level in sorted(criterion.levels, key=lambda level: level.points) if level.points > share + 1e-6]
    if not above:
        return ""
    return labels.words.say("desk.feedback.do.level", criterion=criterion.title, says=above[0].says)
