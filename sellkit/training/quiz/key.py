"""The right answers to a bank. They lie in `solutions/quiz/<bank>.yaml` and are never on a trainee's machine."""

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from pydantic import Field

from sellkit.models.base import Record
from sellkit.models.scale import LevelId
from sellkit.models.text import Text
from sellkit.training.ids import Id
from sellkit.training.quiz.bank import Bank, Choice, OpenQuestion, Pairing
from sellkit.training.rubric import Level


class Right(Record):
    """The answer to one question.

    right   an option's id (single), a list of them (multiple; ordering: in order), or by item the option's id
            (matching, classification); nothing for an open question
    levels  what an assessor can give for an open answer, and how it looks
    why     why it is right; tempts: why the wrong answers look right
    """

    right: LevelId | tuple[LevelId, ...] | dict[LevelId, LevelId] | None = None
    levels: Annotated[tuple[Level, ...], Field(max_length=9)] = ()
    why: Text
    tempts: Text | None = None


class BankKey(Record):
    """The key of one bank, by question id."""

    bank: Id
    answers: dict[Id, Right]


class Misfit(NamedTuple):
    """What does not fit between a bank and its key: an error's name, the question, and what it is about."""

    error: str
    question: str
    about: str = ""


def misfits(bank: Bank, key: BankKey) -> Iterator[Misfit]:
    """Everything that keeps this key from marking this bank, question by question."""
    for question in bank.questions:
        right = key.answers.get(question.id)
        if right is None:
            yield Misfit("quiz-no-answer", question.id)
            continue
        yield from _misfits_of(question, right)
        if right.tempts is None and bank.scale is None:
            yield Misfit("quiz-no-tempts", question.id)
    yield from (Misfit("quiz-no-question", id) for id in key.answers if id not in bank.by_id)


def _misfits_of(question: Choice | Pairing | OpenQuestion, key: Right) -> Iterator[Misfit]:
    right, id = key.right, question.id
    if isinstance(question, OpenQuestion):
        if right is not None or len(key.levels) < 2:
            yield Misfit("quiz-open-levels", id)
        return
    if key.levels:
        yield Misfit("quiz-levels-where-compared", id)
    shapes: dict[str, type] = {"single": str, "multiple": tuple, "ordering": tuple}
    if not isinstance(right, shapes.get(question.kind, dict)):
        yield Misfit("quiz-wrong-shape", id, question.kind)
        return
    chosen = (
        list(right.values()) if isinstance(right, dict) else [right] if isinstance(right, str) else list(right or ())
    )
    options = [option.id for option in question.options]
    yield from (Misfit("quiz-no-option", id, option) for option in dict.fromkeys(chosen) if option not in options)
    if isinstance(question, Pairing):
        items = [item.id for item in question.items]
        named = right if isinstance(right, dict) else {}
        yield from (Misfit("quiz-no-option", id, item) for item in named if item not in items)
        yield from (Misfit("quiz-left-out", id, item) for item in items if item not in named)
    elif question.kind == "ordering":
        yield from (Misfit("quiz-left-out", id, option) for option in options if option not in chosen)
        if chosen == options:
            yield Misfit("quiz-order-given-away", id)
    if question.kind in ("multiple", "ordering", "matching") and (not chosen or len(set(chosen)) < len(chosen)):
        yield Misfit("quiz-right-twice", id)
