"""Item statistics: what answers say about questions, and when they say nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit.training.quiz.bank import Bank
from sellkit.training.quiz.items import DIFFICULTY_FROM, REST_FROM, item_statistics
from sellkit.training.quiz.key import BankKey


def both(text):
    return {"zh-CN": f"字{text}", "en": text}


def single(id):
    options = [{"id": option, "text": both(option)} for option in "abcd"]
    return {"id": id, "kind": "single", "model": "M44", "ask": both(id), "options": options}


BANK = Bank.model_validate({"id": "b", "name": both("b"), "questions": [single("one"), single("two"), single("three")]})
KEY = BankKey.model_validate(
    {"bank": "b", "answers": {id: {"right": "a", "why": both("why")} for id in ("one", "two", "three")}}
)


def room(*groups):
    """Answers of so many people each: `(20, "aab")` are twenty who chose a, a and b."""
    people = [
        dict(zip(("one", "two", "three"), answers, strict=False)) for count, answers in groups for _ in range(count)
    ]
    return {f"p{n}": given for n, given in enumerate(people)}


def first(*groups):
    return item_statistics(BANK, KEY, room(*groups))[0]


def test_difficulty_is_the_share_that_got_it_right():
    assert first((15, "aaa"), (5, "baa")).difficulty == 0.75


def test_a_question_that_the_strong_get_right_and_the_weak_wrong_tells_them_apart_fully():
    assert first((20, "aaa"), (20, "bbb")).discrimination == pytest.approx(1)


def test_a_question_that_misleads_the_strong_is_below_nought():
    assert first((20, "baa"), (20, "abb")).discrimination == pytest.approx(-1)


def test_a_discrimination_worked_out_by_hand():
    # one is right 1,1,0,0 by tens; the mean of the other two 1, 0.5, 0.5, 0: r = 0.125 / sqrt(0.25 * 0.125)
    assert first((10, "aaa"), (10, "aab"), (10, "bab"), (10, "bbb")).discrimination == pytest.approx(0.7071, abs=1e-4)


def test_nothing_is_told_apart_where_everybody_has_the_same():
    assert first((40, "aaa")).discrimination is None


def test_options_that_tempt_nobody_are_named_and_the_right_one_never_is():
    assert first((20, "baa"), (20, "caa")).never_chosen == ("d",)


@pytest.mark.parametrize(
    ("people", "says"),
    [
        (DIFFICULTY_FROM - 1, (False, False)),
        (DIFFICULTY_FROM, (True, False)),
        (REST_FROM - 1, (True, False)),
        (REST_FROM, (True, True)),
    ],
)
def test_below_the_minimum_nothing_is_said(people, says):
    found = first((people - 5, "aaa"), (5, "bbb"))
    assert found.answers == people
    assert (found.difficulty is not None, found.never_chosen is not None) == says
    assert (found.discrimination is not None) == says[1]


def test_who_was_not_asked_does_not_count():
    assert first((10, "aaa"), (30, "")).answers == 10


def test_odd_answers_are_counted_as_wrong_and_break_nothing():
    odd = {f"p{n}": {"one": given} for n, given in enumerate([None, 3, {"a": ["b"]}, ["a"], "zebra", True] * 6)}
    found = item_statistics(BANK, KEY, odd)[0]
    assert (found.answers, found.difficulty, found.discrimination) == (36, 0, None)


@given(st.lists(st.text("abcd", min_size=3, max_size=3), max_size=60))
def test_whatever_a_room_answers_the_figures_say_what_was_answered(sheets):
    found = item_statistics(BANK, KEY, room(*((1, sheet) for sheet in sheets)))
    for place, item in enumerate(found):
        chosen = [sheet[place] for sheet in sheets]
        assert item.answers == len(sheets)
        assert (item.difficulty is None) == (len(sheets) < DIFFICULTY_FROM)
        if item.difficulty is not None:
            assert item.difficulty == pytest.approx(chosen.count("a") / len(sheets))
        assert item.discrimination is None or -1 - 1e-9 <= item.discrimination <= 1 + 1e-9
        if len(sheets) >= REST_FROM:
            assert set(item.never_chosen) == set("bcd") - set(chosen)


@given(st.lists(st.text("abcd", min_size=3, max_size=3), min_size=REST_FROM, max_size=60), st.randoms())
def test_it_does_not_matter_in_which_order_people_answer(sheets, random):
    shuffled = random.sample(sheets, len(sheets))
    one, other = (item_statistics(BANK, KEY, room(*((1, sheet) for sheet in each))) for each in (sheets, shuffled))
    for first_item, second_item in zip(one, other, strict=True):
        assert first_item._replace(discrimination=None) == second_item._replace(discrimination=None)
        assert first_item.discrimination == pytest.approx(second_item.discrimination)
