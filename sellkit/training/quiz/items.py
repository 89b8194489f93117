"""What the answers say about the questions: too easy, too hard, misleading, or with options that tempt nobody."""

from collections.abc import Mapping
from math import sqrt
from typing import Any, NamedTuple

from sellkit.training.quiz.bank import Bank, Choice, OpenQuestion, Pairing
from sellkit.training.quiz.key import BankKey
from sellkit.training.quiz.marking import mark

# With ten answers the difficulty is known to about ±0.3 at best; below that nothing is said.
DIFFICULTY_FROM = 10
# An option that one in ten would choose is missed by all of thirty only once in twenty-four times; and with thirty a
# discrimination of 0.36 can first be told from none.
REST_FROM = 30

Answers = Mapping[str, Mapping[str, Any]]


class ItemStatistics(NamedTuple):
    """One question, as the answers show it.

    answers         how many there are; open ones count when they are judged
    difficulty      mean share of the points: 1 is solved by all. None below DIFFICULTY_FROM answers
    discrimination  correlation of the points on this question with the mean on the person's other questions: above 0
                    the strong do better on it, below 0 it misleads them. None below REST_FROM answers, and where
                    everybody has the same
    never_chosen    wrong options that nobody chose; None below REST_FROM answers, and for kinds that have none
    """

    question: str
    answers: int
    difficulty: float | None = None
    discrimination: float | None = None
    never_chosen: tuple[str, ...] | None = None


def item_statistics(
    bank: Bank, key: BankKey, answers: Answers, levels: Mapping[str, Mapping[str, float]] | None = None
) -> tuple[ItemStatistics, ...]:
    """One line per question, in the bank's order.

    answers  by person and question, as given; a question that somebody was not asked is left out
    levels   by person and question, the assessor's word on open answers

    Discrimination is the point-biserial correlation with the rest (for partial credit the plain one of which it is a
    case) and not the upper less the lower 27 %: a course has thirty people, of whom 27 % are eight, and the correlation
    uses them all. The question itself is left out of the rest, or it would be compared with itself.
    """
    judged = levels or {}
    shares: dict[str, dict[str, float]] = {}
    for person, given in answers.items():
        for question in bank.questions:
            if question.id in given and question.id in key.answers:
                level = judged.get(person, {}).get(question.id)
                share = mark(question, key.answers[question.id], given[question.id], level).share
                if share is not None:
                    shares.setdefault(person, {})[question.id] = share
    return tuple(_item(question, key, answers, shares) for question in bank.questions)


def _item(
    question: Choice | Pairing | OpenQuestion, key: BankKey, answers: Answers, shares: Mapping[str, Mapping[str, float]]
) -> ItemStatistics:
    asked = {person: of[question.id] for person, of in shares.items() if question.id in of}
    count = len(asked)
    if count < DIFFICULTY_FROM:
        return ItemStatistics(question.id, count)
    difficulty = sum(asked.values()) / count
    if count < REST_FROM:
        return ItemStatistics(question.id, count, difficulty)
    pairs = [
        (share, rest) for person, share in asked.items() if (rest := _rest(shares[person], question.id)) is not None
    ]
    chosen = [answers[person][question.id] for person in asked]
    never = _never_chosen(question, key.answers[question.id].right, chosen)
    return ItemStatistics(question.id, count, difficulty, _correlation(pairs), never)


def _rest(shares: Mapping[str, float], without: str) -> float | None:
    others = [share for question, share in shares.items() if question != without]
    return sum(others) / len(others) if others else None


def _correlation(pairs: list[tuple[float, float]]) -> float | None:
    """Pearson's; None for fewer than REST_FROM pairs or where one side does not vary."""
    if len(pairs) < REST_FROM:
        return None
    n = len(pairs)
    middle_x, middle_y = sum(x for x, _ in pairs) / n, sum(y for _, y in pairs) / n
    xx = sum((x - middle_x) ** 2 for x, _ in pairs)
    yy = sum((y - middle_y) ** 2 for _, y in pairs)
    xy = sum((x - middle_x) * (y - middle_y) for x, y in pairs)
    return xy / sqrt(xx * yy) if xx > 1e-12 and yy > 1e-12 else None


def _never_chosen(
    question: Choice | Pairing | OpenQuestion, right: object, chosen: list[Any]
) -> tuple[str, ...] | None:
    if isinstance(question, OpenQuestion) or question.kind == "ordering":
        return None
    keys = {right} if isinstance(right, str) else set(right.values() if isinstance(right, dict) else _each(right))
    named = {each for given in chosen for each in _each(given)}
    return tuple(option.id for option in question.options if option.id not in named | keys)


def _each(given: object) -> list[Any]:
    """The ids in an answer of any kind; anything that is none is skipped."""
    parts = list(given.values()) if isinstance(given, dict) else given if isinstance(given, list | tuple) else [given]
    return [part for part in parts if isinstance(part, str)]
