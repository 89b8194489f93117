"""What an answer in the quiz is worth: examples to read, and rules for whatever may be sent."""

from itertools import combinations, permutations, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from sellkit.training.quiz.bank import Question
from sellkit.training.quiz.key import Right
from sellkit.training.quiz.marking import WORTH, mark
from sellkit.training.quiz.scoreboard import Earned, Standing, scoreboard
from sellkit.training.yamlfile import read_yaml

EXAMPLES = read_yaml("marking.yaml", Path(__file__).with_name("marking.yaml").read_bytes()).data
KINDS = list(EXAMPLES)
COMPARED = [kind for kind in KINDS if kind != "open"]


def both(text):
    return {"zh-CN": f"字{text}", "en": text}


def parts(ids):
    return [{"id": id, "text": both(id)} for id in ids]


def question(kind):
    data = {"id": "q", "kind": kind, "model": "M44", "ask": both("what")}
    data |= {} if kind == "open" else {"options": parts("abcd")}
    data |= {"items": parts("wxyz")} if kind in ("matching", "classification") else {}
    return TypeAdapter(Question).validate_python(data)


def key(kind):
    return Right.model_validate({"right": EXAMPLES[kind].get("right"), "why": both("why")})


def examples():
    return [
        pytest.param(kind, example, id=f"{kind}: {example['says']}")
        for kind, listed in EXAMPLES.items()
        for example in listed["examples"]
    ]


@pytest.mark.parametrize(("kind", "example"), examples())
def test_a_worked_example(kind, example):
    assert mark(question(kind), key(kind), example["given"], example.get("level")).points == example["points"]


json = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=True)
    | st.text(max_size=5)
    | st.sampled_from("abcd"),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.sampled_from("wxyz?"), inner, max_size=5),
    max_leaves=20,
)


@given(st.sampled_from(KINDS), json, st.none() | st.floats(-3, 3))
def test_whatever_is_sent_earns_between_nothing_and_all(kind, given, level):
    share, points, maximum = mark(question(kind), key(kind), given, level)
    assert maximum == WORTH[kind]
    if share is None:
        assert (kind, points) == ("open", None)
    else:
        assert 0 <= share <= 1
        assert 0 <= points <= maximum


GUESSES = {
    "multiple": [list(ticked) for size in range(5) for ticked in combinations("abcd", size)],
    "ordering": [list(order) for order in permutations("abcd")],
    "classification": [dict(zip("wxyz", classes, strict=True)) for classes in product("abcd", repeat=4)],
}


@pytest.mark.parametrize("kind", GUESSES)
def test_over_all_that_one_could_guess_little_is_earned(kind):
    asked, right = question(kind), key(kind)
    shares = [mark(asked, right, guess).share for guess in GUESSES[kind]]
    assert sum(shares) / len(shares) < 0.25


@pytest.mark.parametrize("kind", COMPARED)
def test_the_key_itself_earns_all(kind):
    assert mark(question(kind), key(kind), EXAMPLES[kind]["right"]).share == 1


def test_a_team_gets_the_mean_of_its_members_on_each_question():
    earned = [Earned("red", "one", 1), Earned("red", "one", 0), Earned("red", "two", 2), Earned("blue", "one", 1)]
    assert scoreboard(earned) == (Standing(1, "red", 2.5, 0), Standing(2, "blue", 1, 0))


def test_equal_points_share_a_rank_and_open_answers_wait():
    earned = [Earned("b", "one", 1), Earned("a", "one", 1), Earned("c", "one", 0), Earned("c", "two", None)]
    assert [(team.rank, team.team, team.waiting) for team in scoreboard(earned)] == [
        (1, "a", 0), (1, "b", 0), (3, "c", 1),
    ]  # fmt: skip


def test_a_team_that_only_waits_is_on_the_board_and_no_team_is_no_board():
    assert scoreboard([Earned("a", "one", None)]) == (Standing(1, "a", 0, 1),)
    assert scoreboard([]) == ()


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(["one", "two"]), st.sampled_from([0.0, 1.0]))))
def test_no_team_gets_more_than_the_questions_hold(rows):
    assert all(0 <= team.points <= 2 for team in scoreboard(Earned(*row) for row in rows))
