"""Grading: worked examples that a sales coach can read stand in grading/*.yaml; here are the rules around them."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellkit.checks.red_lines import crossed
from sellkit.training import grading, shelf
from sellkit.training.compare.matching import assign
from sellkit.training.grading import ScoreCard, grade, with_judgements
from sellkit.training.refusals import NotFound
from sellkit.training.words import Words, catalogue
from sellkit.training.yamlfile import read_yaml

FILES = sorted((Path(__file__).parent / "grading").glob("*.yaml"))
EXERCISES = ("harbour/map", "harbour/chain", "harbour/plans", "harbour/deal")


def examples() -> list[Any]:
    found = []
    for file in FILES:
        data = read_yaml(file.name, file.read_bytes()).data
        for example in data["examples"]:
            criterion = example.get("criterion", data["criterion"])
            answers = {field: sure(answer) for field, answer in example["answers"].items()}
            found.append(pytest.param(data["exercise"], criterion, answers, example["points"], id=example["says"]))
    return found


def sure(answer: Any) -> Any:
    """The examples are about other things than confidence: who cites there is sure, unless it says how sure."""
    cited = isinstance(answer, dict) and answer.get("cites")
    return {"confidence": "explicit", **answer} if cited else answer


def card(exercise: str, answers: dict[str, Any]) -> ScoreCard:
    return grade(answers, shelf.key(exercise), shelf.exercise(exercise))


@pytest.mark.parametrize(("exercise", "criterion", "answers", "points"), examples())
def test_a_worked_example(exercise: str, criterion: str, answers: dict[str, Any], points: float) -> None:
    scored = {score.id: score.points for score in card(exercise, answers).criteria}
    assert scored[criterion] == pytest.approx(points, abs=0.006)


@pytest.mark.parametrize("exercise", EXERCISES)
def test_a_blank_sheet_earns_nothing(exercise: str) -> None:
    assert card(exercise, {}).total == 0


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_key_earns_all_that_is_compared(exercise: str) -> None:
    for score in card(exercise, shelf.key(exercise).sheet_answers()).criteria:
        assert score.points in (None, score.maximum)


@pytest.mark.parametrize("exercise", EXERCISES)
def test_not_known_yet_is_worth_a_blank_where_the_papers_say_it(exercise: str) -> None:
    asked = shelf.key(exercise).answers.items()
    answers = {field: {"value": "unknown"} for field, expected in asked if "unknown" not in expected.values}
    assert card(exercise, answers).total == 0


def test_every_item_says_what_was_expected_and_given_and_why() -> None:
    marks = card("harbour/map", {"lund/attitude": {"value": "sponsor", "cites": ["mail.p1"]}}).criteria[0]
    item = next(item for item in marks.items if item.field == "lund/attitude")
    assert (item.verdict, item.given, item.expected, item.points) == ("different", "sponsor", "non-supporter", -5.0)
    assert (item.cites, item.rests) == (("mail.p1",), ("minutes.p3",))
    assert item.why is not None
    assert item.why.in_("zh-CN") == "她对新系统存疑。"
    assert Words("en").reasons(item.reasons) == "Rosier than the facts bear, which costs more than “not known yet”."


def test_a_card_comes_back_from_json_as_it_was() -> None:
    for exercise in EXERCISES:
        scored = card(exercise, shelf.key(exercise).sheet_answers())
        assert ScoreCard.model_validate_json(scored.model_dump_json()) == scored


def test_what_only_a_person_can_judge_stays_open() -> None:
    scored = card("harbour/map", shelf.key("harbour/map").sheet_answers())
    assert (scored.total, scored.maximum, scored.open) == (90.0, 100.0, ("judgement",))


def test_an_assessors_level_closes_a_criterion() -> None:
    scored = card("harbour/map", shelf.key("harbour/map").sheet_answers())
    judged = with_judgements(scored, {"judgement": (0.5, "Sound, but for Lund.", "coach-1")})
    assert (judged.total, judged.open) == (95.0, ())
    closed = judged.criteria[-1]
    assert (closed.points, closed.level, closed.comment, closed.by) == (5.0, 0.5, "Sound, but for Lund.", "coach-1")
    assert with_judgements(judged, {"judgement": (1, "", "coach-2")}).total == 100.0
    assert scored.open == ("judgement",)


@pytest.mark.parametrize(
    "judgement", [{"attitude": (1, "", "c")}, {"nothing": (1, "", "c")}, {"judgement": (1.5, "", "c")}]
)
def test_an_assessor_cannot_judge_what_is_not_theirs(judgement: Any) -> None:
    with pytest.raises(NotFound):
        with_judgements(card("harbour/map", {}), judgement)


parts = st.sampled_from(["attitude", "roles", "influences", "pain", "reasons/1", "reasons/2/owner", "result", "class"])
people = st.sampled_from(["berg", "olsen", "lund", "dahl", "i1", "i2", "nobody"])
hostile = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=9)
    | st.sampled_from(["unknown", "i1", "D"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["bank", "text", "x"]), inner, max_size=2)
    ),
    max_leaves=5,
)
cites = st.lists(st.sampled_from(["minutes.p1", "mail.p2", "x", "../.."]), max_size=2)


@settings(max_examples=150, deadline=None)
@given(
    exercise=st.sampled_from(EXERCISES),
    answers=st.dictionaries(
        st.builds("{}/{}".format, people, parts) | st.just("leading"),
        st.fixed_dictionaries({"value": hostile, "cites": cites}),
        max_size=12,
    ),
)
def test_any_answers_get_a_card_between_nothing_and_everything(exercise: str, answers: dict[str, Any]) -> None:
    first = card(exercise, answers)
    assert 0 <= first.total <= first.maximum == 100
    assert all(0 <= score.points <= score.maximum for score in first.criteria if score.points is not None)
    assert card(exercise, answers).model_dump_json() == first.model_dump_json()
    for item in (item for score in first.criteria for item in score.items):
        assert all(f"training.reason.{code}" in catalogue("en") for code in item.reasons)


@given(st.lists(st.lists(st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0]), min_size=3, max_size=3), max_size=3))
def test_pairing_is_the_best_there_is(worth: list[list[float]]) -> None:
    from itertools import permutations

    pairs = assign(worth)
    used = [column for column in pairs if column >= 0]
    assert len(set(used)) == len(used)
    best = max(sum(row[c] for row, c in zip(worth, order, strict=False)) for order in permutations(range(3)))
    assert sum(row[c] for row, c in zip(worth, pairs, strict=True) if c >= 0) == pytest.approx(best)


def test_overclaiming_costs_more_than_saying_not_known_yet() -> None:
    def attitude(value: str) -> float:
        sure = {"berg/attitude": {"value": "supporter", "cites": ["minutes.p1"]}}
        return card("harbour/map", {**sure, "lund/attitude": {"value": value, "cites": ["minutes.p3"]}}).total

    assert attitude("sponsor") < attitude("opponent-of-none") < attitude("unknown") < attitude("non-supporter")


PHRASES = (
    "supporter",
    "Get the offer",
    "of the competitor",
    "a kickback",
    "红包",
    "fewer late boats " * 4,
    "",
    "pay him",
)


@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(("i1/result", "i1/class", "i2/result", "i2/owner")),
        st.fixed_dictionaries(
            {"value": st.sampled_from(PHRASES) | st.builds(lambda text: {"text": text}, st.sampled_from(PHRASES))},
            optional={"note": st.sampled_from(PHRASES)},
        ),
    )
)
def test_a_red_line_is_crossed_by_all_the_words_of_a_field_together(answers: dict[str, Any]) -> None:
    """However short each is, and however often the same words were seen before."""
    texts = {
        field: "\n".join(
            text
            for text in (
                answer["value"]["text"] if isinstance(answer["value"], dict) else answer["value"],
                answer.get("note"),
            )
            if text
        )
        for field, answer in answers.items()
    }
    assert grading._astray(answers) == {field for field, text in texts.items() if crossed(text)}
