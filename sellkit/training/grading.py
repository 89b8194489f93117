"""Score a sheet against a key by a rubric. A pure function: the same answers give the same card, whatever they hold.

Nothing in an answer is executed or trusted. What only a person can judge stays open on the card until an assessor has
spoken.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from sellkit.checks.red_lines import crossed, suspects
from sellkit.models.base import Record
from sellkit.training.answer import Answers
from sellkit.training.compare import COMPARE, Item, Question
from sellkit.training.compare.orders import orders_of
from sellkit.training.exercise import Exercise
from sellkit.training.key import Key
from sellkit.training.refusals import NotFound
from sellkit.training.rubric import Criterion


class CriterionScore(Record):
    """Points on one criterion. `points` is None while it waits for an assessor, whose are `level`, `comment`, `by`."""

    id: str
    points: float | None
    maximum: float
    items: tuple[Item, ...] = ()
    level: float | None = None
    comment: str = ""
    by: str = ""


class ScoreCard(Record):
    """What a submission is worth, and why.

    total    points so far, 0–100; open criteria count nothing yet
    maximum  what the whole rubric gives
    """

    exercise: str
    case_version: int
    rubric_version: int
    total: float
    maximum: float
    criteria: tuple[CriterionScore, ...]

    @property
    def open(self) -> tuple[str, ...]:
        """Criteria that wait for an assessor."""
        return tuple(criterion.id for criterion in self.criteria if criterion.points is None)


class Judgement(NamedTuple):
    """An assessor's word on one criterion: the level's share of the weight (0–1), a comment, and who says so."""

    level: float
    comment: str = ""
    by: str = ""


def grade(answers: Answers, key: Key, exercise: Exercise) -> ScoreCard:
    """Compare a flat map of answers with the key by the exercise's rubric."""
    memo: dict[str, Any] = {}
    order = orders_of(exercise.method)
    astray = _astray(answers)
    scores = []
    for criterion in exercise.rubric.criteria:
        if criterion.auto is None:
            scores.append(_criterion(criterion, None, ()))
            continue
        question = Question(criterion.auto, key, key.covered(criterion.auto.of), exercise.wordings, order, memo)
        items = COMPARE[criterion.auto.compare](question, answers)
        scores.append(_score(criterion, [_refused(item, astray) for item in items] if astray else items))
    return _card(exercise, key, tuple(scores))


def with_judgements(card: ScoreCard, judgements: Mapping[str, Judgement | tuple[float, str, str]]) -> ScoreCard:
    """The card with an assessor's words on it. Raises NotFound for a criterion that the card does not leave to them."""
    scores = {score.id: score for score in card.criteria}
    for name, (level, comment, by) in judgements.items():
        score = scores.get(name)
        if score is None or (score.points is not None and score.level is None):
            raise NotFound("no-criterion", criterion=str(name)[:80])
        if not 0 <= level <= 1:
            raise NotFound("level-range", criterion=name)
        points = round(score.maximum * level, 2)
        scores[name] = score.changed(points=points, level=level, comment=comment, by=by)
    return card.changed(criteria=tuple(scores.values()), total=_total(tuple(scores.values())))


def _astray(answers: Answers) -> frozenset[str]:
    """Fields in which a red line of honest selling is crossed (M66), with all that hang together with them."""
    texts: dict[str, str] = {}
    for field, answer in answers.items():
        said, note = answer.get("value"), answer.get("note")
        if isinstance(said, dict):
            said = said.get("text")
        if note:
            said = "\n".join(text for text in (said, note) if isinstance(text, str))
        if isinstance(said, str) and (len(said) > _SHORT or _short_crossed(said)):
            texts[field] = said
    if not texts or not suspects("\n".join(texts.values())):  # nearly always: one look at everything
        return frozenset()
    return frozenset(_whole(field) for field, text in texts.items() if crossed(text))


_SHORT = 40  # levels and ids: everybody's answers are full of the same few
_short_crossed = lru_cache(maxsize=4096)(crossed)


def _whole(field: str) -> str:
    """What is judged as one: the two halves of an initiative are; else each field is by itself."""
    head, _, part = field.rpartition("/")
    return f"{head}/result" if part == "work" else field


def _refused(item: Item, astray: frozenset[str]) -> Item:
    """Nothing is earned across a red line, however right the rest of it is."""
    if _whole(item.field) not in astray:
        return item
    return replace(item, verdict="different", share=min(item.share, 0.0), reasons=("red-line",))


def _score(criterion: Criterion, items: list[Item]) -> CriterionScore:
    total, asked = 0.0, len(items)
    for item in items:
        total += item.share
        if item.expected is None:  # an extra only takes away
            asked -= 1
    worth = criterion.weight / (asked or 1)
    share = points = 0.0
    for item in items:
        if item.share != share:  # mostly it is as the one before
            share = item.share
            points = round(share * worth, 4)
        item.points = points
    return _criterion(criterion, max(0.0, round(worth * total, 2)), tuple(items))


def _criterion(criterion: Criterion, points: float | None, items: tuple[Item, ...]) -> CriterionScore:
    return CriterionScore(id=criterion.id, points=points, maximum=criterion.weight, items=items)


def _card(exercise: Exercise, key: Key, scores: tuple[CriterionScore, ...]) -> ScoreCard:
    return ScoreCard(
        exercise=exercise.id,
        case_version=key.case_version,
        rubric_version=exercise.rubric.version,
        total=_total(scores),
        maximum=round(sum(score.maximum for score in scores), 2),
        criteria=scores,
    )


def _total(scores: tuple[CriterionScore, ...]) -> float:
    return round(sum(score.points for score in scores if score.points is not None), 2)
