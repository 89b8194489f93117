"""Skills before and after: gain by the coach's eyes, and how one sees oneself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit.models.methods.skills import SkillReview, growth
from sellkit.training.methods import method

from .examples import examples

LADDER = method("skill-ladder")
SKILL = next(iter(LADDER.items))
LEVELS = [level.id for level in LADDER.levels]


def seen(level):
    if level.endswith("?"):
        return {"value": level[:-1], "confidence": "inferred"}
    return {"value": level, "witness": "Ines", "confidence": "explicit"}


def review(**moments):
    views = {
        moment: {who: {SKILL: seen(level) if who == "coach" else level} for who, level in view.items()}
        for moment, view in moments.items()
    }
    return SkillReview.model_validate({"method": LADDER, **views})


@pytest.mark.parametrize(("moments", "expect"), examples("skills", "growth"))
def test_gain_is_the_coachs_and_confidence_is_compared_with_it(moments, expect):
    found = growth(review(**moments))[0]
    assert [found.gain, found.overconfident_before, found.overconfident_after] == expect


@given(st.sampled_from(LEVELS), st.sampled_from(LEVELS))
def test_two_looks_the_other_way_round_turn_the_gain_round(one, other):
    there = growth(review(before={"coach": one}, after={"coach": other}))[0].gain
    back = growth(review(before={"coach": other}, after={"coach": one}))[0].gain
    assert there == -back


def test_every_skill_of_the_ladder_has_its_line_in_order():
    assert [skill.skill for skill in growth(SkillReview(method=LADDER))] == list(LADDER.items)


@pytest.mark.parametrize(
    ("marks", "fault"),
    [
        ({"own": {"juggling": "first"}}, "no skill 'juggling'"),
        ({"coach": {"juggling": {"value": "first"}}}, "no skill 'juggling'"),
        ({"own": {SKILL: "fourth"}}, "no level 'fourth'"),
        ({"coach": {SKILL: {"value": "fourth"}}}, "no level 'fourth'"),
    ],
)
def test_what_the_ladder_does_not_have_is_refused(marks, fault):
    with pytest.raises(ValueError, match=fault):
        SkillReview.model_validate({"method": LADDER, "after": marks})
