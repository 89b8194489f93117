"""What an answer in the quiz is worth. Pure: whatever was sent, it earns something between nothing and all.

Where guessing pays, a wrong part takes away what a guess would have won, and a blank takes nothing; so who ticks every
box, or sorts by tossing a coin, earns nothing on the average.
"""

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any, NamedTuple

from sellkit.training.quiz.bank import Choice, OpenQuestion, Pairing
from sellkit.training.quiz.key import Right

# A question with several parts is worth more than one click, and one's own words most.
WORTH = {"single": 1.0, "multiple": 2.0, "ordering": 2.0, "matching": 2.0, "classification": 2.0, "open": 3.0}
_SIZE = 40  # more parts than a question may have are not looked at


class Marked(NamedTuple):
    """share: 0 to 1, None while an open answer waits for an assessor; points of maximum"""

    share: float | None
    points: float | None
    maximum: float


def mark(question: Choice | Pairing | OpenQuestion, key: Right, given: Any, level: float | None = None) -> Marked:
    """Mark one answer.

    given  as in the key: an option's id, a list of ids, ids by item; a text for an open question. Anything else, and
           ids that the question does not have, count as left blank.
    level  an assessor's word on an open answer, 0 to 1
    """
    maximum = WORTH[question.kind]
    share = _share(question, key, given, level)
    return Marked(share, None if share is None else round(share * maximum, 2), maximum)


def _share(question: Choice | Pairing | OpenQuestion, key: Right, given: Any, level: float | None) -> float | None:
    if isinstance(question, OpenQuestion):
        blank = not isinstance(given, str) or not given.strip()
        return 0.0 if blank else None if level is None else min(1.0, max(0.0, level))
    if isinstance(question, Pairing):
        return _paired(question, dict(key.right) if isinstance(key.right, dict) else {}, given)
    options = {option.id for option in question.options}
    if question.kind == "single":
        return float(isinstance(given, str) and given == key.right)
    right = list(key.right) if isinstance(key.right, tuple) else []
    chosen = [each for each in dict.fromkeys(_texts(given)) if each in options]
    return _ticked(right, chosen) if question.kind == "multiple" else _ordered(right, chosen)


def _ticked(right: list[str], chosen: list[str]) -> float:
    """Right ticks less wrong ones, of all that are right."""
    hits = sum(option in right for option in chosen)
    return max(0.0, (2 * hits - len(chosen)) / (len(right) or 1))


def _ordered(right: list[str], chosen: list[str]) -> float:
    """Of all pairs: those in the right order less those in the wrong one; what was not placed counts for neither."""
    at = {option: place for place, option in enumerate(chosen)}
    pairs = list(combinations(right, 2))
    placed = [(at[first], at[second]) for first, second in pairs if first in at and second in at]
    return max(0.0, sum(1 if first < second else -1 for first, second in placed) / (len(pairs) or 1))


def _paired(question: Pairing, right: Mapping[str, str], given: Any) -> float:
    """Right pairs of all. Where several items share a class, a wrong one takes away its chance of being guessed."""
    answers = given if isinstance(given, dict) else {}
    options = {option.id for option in question.options}
    named = {item.id: answers.get(item.id) for item in question.items}
    answered = {item: option for item, option in named.items() if isinstance(option, str) and option in options}
    hits = sum(right.get(item) == option for item, option in answered.items())
    lost = (len(answered) - hits) / (len(options) - 1) if question.kind == "classification" else 0
    return max(0.0, (hits - lost) / len(question.items))


def _texts(given: Any) -> Iterable[str]:
    return [each for each in given[:_SIZE] if isinstance(each, str)] if isinstance(given, list | tuple) else []
