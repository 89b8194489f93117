"""How a rubric's parts make a card: examples to read, and what holds for all weights, levels and answers."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit.training import shelf
from sellkit.training.grading import ScoreCard, grade, with_judgements
from sellkit.training.rubric import Rubric
from sellkit.training.yamlfile import read_yaml

EXAMPLES = read_yaml("rubric.yaml", Path(__file__).with_name("rubric.yaml").read_bytes()).data["examples"]
PASSAGES = {"berg": "minutes.p1", "olsen": "minutes.p2", "lund": "minutes.p3", "dahl": "mail.p2"}
ATTITUDES = ("sponsor", "supporter", "neutral", "non-supporter", "opponent", "unknown")


def both(text: str) -> dict[str, str]:
    return {"zh-CN": f"字{text}", "en": text}


def rubric(weights: dict[str, float]) -> Rubric:
    judged = {
        "attitude": {"auto": {"compare": "mark", "of": "*/attitude"}},
        "story": {"levels": [{"points": 0, "says": both("poor")}, {"points": 1, "says": both("good")}]},
    }
    criteria = [{"id": id, "title": both(id), "weight": weight, **judged[id]} for id, weight in weights.items()]
    return Rubric.model_validate({"version": 1, "criteria": criteria})


def card(weights: dict[str, float], answers: dict[str, str], level: float | None = None) -> ScoreCard:
    sheet = {f"{person}/attitude": answer(person, said) for person, said in answers.items()}
    scored = grade(sheet, shelf.key("harbour/map"), shelf.exercise("harbour/map").changed(rubric=rubric(weights)))
    return scored if level is None else with_judgements(scored, {"story": (level, "", "coach-1")})


def answer(person: str, said: str) -> dict[str, Any]:
    value, _, uncited = said.partition(" ")
    return {"value": value} if uncited else {"value": value, "cites": [PASSAGES[person]], "confidence": "explicit"}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["says"])
def test_a_worked_card(example: dict[str, Any]) -> None:
    scored = card(example["weights"], example["answers"], example.get("level"))
    assert {score.id: score.points for score in scored.criteria} == example["points"]
    assert scored.total == example["total"]
    assert scored.open == tuple(id for id, points in example["points"].items() if points is None)


weights = st.integers(1, 99).map(lambda weight: {"attitude": weight, "story": 100 - weight})
sheets = st.dictionaries(st.sampled_from(list(PASSAGES)), st.sampled_from(ATTITUDES))
levels = st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0])


@given(weights, sheets, levels)
def test_the_total_is_the_sum_of_the_criteria_and_each_stays_within_its_weight(
    weights: dict[str, float], answers: dict[str, str], level: float
) -> None:
    scored = card(weights, answers, level)
    assert scored.total == pytest.approx(sum(score.points or 0 for score in scored.criteria), abs=0.01)
    assert all(0 <= (score.points or 0) <= score.maximum == weights[score.id] for score in scored.criteria)


@given(weights, sheets, levels)
def test_the_order_of_the_criteria_changes_no_points(
    weights: dict[str, float], answers: dict[str, str], level: float
) -> None:
    turned = dict(reversed(weights.items()))
    there, back = (card(each, answers, level) for each in (weights, turned))
    assert {s.id: s.points for s in there.criteria} == {s.id: s.points for s in back.criteria}


@given(weights, sheets, st.sampled_from(list(PASSAGES)))
def test_one_more_right_answer_never_lowers_the_total(
    weights: dict[str, float], answers: dict[str, str], person: str
) -> None:
    right = shelf.key("harbour/map").answers[f"{person}/attitude"].value
    assert card(weights, answers | {person: right}).total >= card(weights, answers).total


@given(sheets, levels, levels)
def test_a_better_level_earns_more_and_leaves_what_was_compared_alone(
    answers: dict[str, str], one: float, other: float
) -> None:
    worse, better = (card({"attitude": 60, "story": 40}, answers, level) for level in sorted((one, other)))
    assert better.total - worse.total == pytest.approx(40 * abs(one - other), abs=0.01)
    assert better.criteria[0] == worse.criteria[0]


@given(st.lists(st.integers(1, 60), min_size=1, max_size=4))
def test_weights_that_are_not_a_hundred_are_refused(listed: list[int]) -> None:
    criteria = [
        {"id": f"c{n}", "title": both("x"), "weight": weight, "auto": {"compare": "mark", "of": "*/attitude"}}
        for n, weight in enumerate(listed)
    ]
    data = {"version": 1, "criteria": criteria}
    if sum(listed) == 100:
        assert Rubric.model_validate(data)
    else:
        with pytest.raises(ValueError, match="not 100"):
            Rubric.model_validate(data)
