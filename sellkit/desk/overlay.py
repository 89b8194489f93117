"""A score card in words: the answer laid over the reference, for the coach's screen and for the trainee's feedback."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sellkit.desk.points import by_criterion
from sellkit.desk.records import Judgement, StoredCard
from sellkit.errors import SellkitError
from sellkit.training import shelf
from sellkit.training.compare import Item
from sellkit.training.grading import CriterionScore
from sellkit.training.key import Key
from sellkit.training.labels import Labels
from sellkit.training.rubric import Criterion, Rubric

#: Reasons by which something right lost points for what it rests on.
UNCITED = frozenset({"uncited", "cited-otherwise"})

_HAN = re.compile("[\u4e00-\u9fff]")

#: Where there is no key, an assessor judges what a comparison would have judged, by these levels.
BY_HAND = {0.0: "none", 0.5: "part", 1.0: "full"}


@dataclass(frozen=True, slots=True)
class ItemView:
    """One comparison. `cites` are the trainee's passages, `rests` those that the reference rests on;
    `uncited` marks what is right but rests on nothing that carries it."""

    field: str
    label: str
    verdict: str
    expected: str
    given: str
    why: str
    points: float
    cites: tuple[str, ...]
    rests: tuple[str, ...]
    note: str
    uncited: bool


@dataclass(frozen=True, slots=True)
class LevelView:
    points: float
    says: str


@dataclass(frozen=True, slots=True)
class CriterionView:
    """One line of the rubric with what it came to; `points` is None while an assessor has yet to speak."""

    id: str
    title: str
    points: float | None
    maximum: float
    items: tuple[ItemView, ...]
    levels: tuple[LevelView, ...]
    judgements: tuple[Judgement, ...]

    def says(self, level: float | None) -> str:
        """The words of a level."""
        return next((found.says for found in self.levels if found.points == level), "")


def criteria_of(
    stored: StoredCard, judgements: Iterable[Judgement], answers: Mapping[str, Any], labels: Labels
) -> tuple[CriterionView, ...]:
    """Every criterion of a card, in the rubric's order."""
    given = list(judgements)
    points = by_criterion(stored.card, given)
    rubric = {criterion.id: criterion for criterion in labels.exercise.rubric.criteria}
    return tuple(
        CriterionView(
            id=score.id,
            title=rubric[score.id].title.in_(labels.language) if score.id in rubric else score.id,
            points=points[score.id],
            maximum=score.maximum,
            items=tuple(_item(item, answers, labels) for item in score.items),
            levels=_levels(score, rubric.get(score.id), labels),
            judgements=tuple(item for item in given if item.criterion == score.id),
        )
        for score in stored.card.criteria
    )


def levels_given(stored: StoredCard, rubric: Rubric, criterion: str) -> tuple[float, ...]:
    """The levels, as shares of the points, that an assessor may give for a criterion of this card."""
    scored = next((score for score in stored.card.criteria if score.id == criterion), None)
    if scored is None or scored.points is not None:
        return ()
    found = next((c for c in rubric.criteria if c.id == criterion), None)
    return tuple(level.points for level in found.levels) if found and found.levels else tuple(BY_HAND)


def _levels(score: CriterionScore, criterion: Criterion | None, labels: Labels) -> tuple[LevelView, ...]:
    if score.points is not None:
        return ()
    if criterion is not None and criterion.levels:
        return tuple(LevelView(level.points, level.says.in_(labels.language)) for level in criterion.levels)
    return tuple(LevelView(points, labels.words.say(f"desk.level.{key}")) for points, key in BY_HAND.items())


def _item(item: Item, answers: Mapping[str, Any], labels: Labels) -> ItemView:
    answer = answers.get(item.field)
    note = answer.get("note") if isinstance(answer, Mapping) else ""
    return ItemView(
        field=item.field,
        label=labels.field(item.field),
        verdict=item.verdict,
        expected=_expected(item, labels),
        given=_given(item, answers, labels),
        why=_why(item, labels),
        points=item.points,
        cites=item.cites,
        rests=item.rests,
        note=note if isinstance(note, str) else "",
        uncited=item.verdict == "right" and not UNCITED.isdisjoint(item.reasons),
    )


def _given(item: Item, answers: Mapping[str, Any], labels: Labels) -> str:
    text = labels.value(item.field, item.given)
    if item.field == "leading" and isinstance(item.given, str):
        chosen = answers.get(f"{item.given}/result")
        if isinstance(chosen, Mapping) and chosen.get("value"):
            return f"{text}: {labels.value(f'{item.given}/result', chosen['value'])}"
    return text


def _expected(item: Item, labels: Labels) -> str:
    """What the key says. Its numbering of initiatives is its own, so the leading one is told by its words."""
    try:
        key = shelf.key(labels.exercise.id)
    except SellkitError:
        return labels.value(item.field, item.expected)
    if item.field == "leading" and isinstance(item.expected, str):
        named = key.answers.get(f"{item.expected}/result")
        if named is not None:
            return labels.value(named.field, _wording(named.value, key, labels.language))
    if isinstance(item.expected, dict) and "bank" not in item.expected:
        parts = {part: _wording(value, key, labels.language) for part, value in item.expected.items()}
        return labels.value(item.field, parts)
    return labels.value(item.field, item.expected)


def _wording(value: Any, key: Key, language: str) -> Any:
    """A free text of the key in the reader's language: keys give the other language's wording as also right."""
    if not isinstance(value, str):
        return value
    for expected in key.answers.values():
        if expected.value == value:
            said = [other for other in expected.values if isinstance(other, str)]
            return next((other for other in said if bool(_HAN.search(other)) == (language == "zh-CN")), value)
    return value


def _why(item: Item, labels: Labels) -> str:
    """The reasons of the comparison, then the key's own explanation."""
    known = labels.reasons
    said = [known[f"training.reason.{code}"] for code in item.reasons if f"training.reason.{code}" in known]
    said += [item.why.in_(labels.language)] if item.why else []
    return labels.words.habits.space.join(said)
