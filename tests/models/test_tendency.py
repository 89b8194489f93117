"""From observed signs to a level: what counts, what contradicts, what to find out next."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import sellkit
from sellkit.models import Scale, Tendency
from sellkit.models.tendency import ATTITUDE_OF, steps_apart

SCALE = Scale.model_validate(
    yaml.safe_load((Path(sellkit.__file__).parent / "content" / "scales" / "tendency.yaml").read_bytes())
)
VALUE = {sign.id: level.value for level in SCALE.levels for sign in level.signs}


def both(text):
    return {"zh-CN": text, "en": text}


# The same number of signs on each side, so that every observation has a mirror image.
MIRROR = Scale.model_validate(
    {
        "id": "mirror",
        "name": both("mirror"),
        "ordered": True,
        "levels": [
            {
                "id": f"level{value + 3}",
                "sign": f"{value:+d}",
                "value": value,
                "name": both(f"level {value}"),
                "says": both("says"),
                "signs": [{"id": f"s{value + 3}-{n}", "text": both("seen")} for n in range(5)],
            }
            for value in range(-3, 4)
        ],
    }
)
signs = st.frozensets(st.tuples(st.integers(-3, 3), st.integers(0, 4)))


def named(observed, side=1):
    return [f"s{side * value + 3}-{n}" for value, n in observed]


@pytest.mark.parametrize(
    ("observed", "level", "contested", "why"),
    [
        ([], None, False, "nothing-seen"),
        (["s-open"], 1, False, "one-sign"),
        (["g-advice"], 1, False, "one-sign"),
        (["g-advice", "g-opening"], 3, False, "next-level"),
        (["g-advice", "s-open", "s-names"], 1, False, "next-level"),
        (["g-advice", "ss-spread", "s-open"], 2, False, "next-level"),
        (["n-facts", "n-balance"], 0, False, "next-level"),
        (["n-facts", "n-balance", "s-open"], 0, False, "next-level"),
        (["o-public", "o-obstacle"], -2, False, "next-level"),
        (["ss-spread", "ss-events", "a-avoids"], 1, True, "contested"),
        (["s-open", "a-avoids"], 0, True, "contested"),
    ],
)
def test_signs_lead_to_a_level(observed, level, contested, why):
    found = Tendency.from_signs(observed, SCALE)
    assert (found.level, found.contested, found.why) == (level, contested, why)


def test_one_sign_sends_us_to_look_for_its_neighbours():
    found = Tendency.from_signs(["s-open"], SCALE)
    assert set(found.find_out) == {"s-names", "s-likes", "s-accepts"}


def test_a_contested_answer_asks_about_the_strongest_sign_on_each_side():
    found = Tendency.from_signs(["s-open", "g-advice", "a-avoids", "o-public"], SCALE)
    assert set(found.find_out) == {"g-advice", "o-public"}


def test_a_settled_level_says_what_the_next_one_would_show():
    found = Tendency.from_signs(["s-open", "s-names"], SCALE)
    assert {VALUE[sign] for sign in found.find_out} == {2}


def test_an_unknown_sign_is_refused():
    with pytest.raises(ValueError, match="no sign 'smile'"):
        Tendency.from_signs(["smile"], SCALE)


@given(signs)
def test_the_rules_are_the_same_on_both_sides_of_zero(observed):
    ahead, mirrored = (Tendency.from_signs(named(observed, side), MIRROR) for side in (1, -1))
    assert (ahead.level or 0) == -(mirrored.level or 0)
    assert (ahead.contested, ahead.why, len(ahead.supporting)) == (
        mirrored.contested,
        mirrored.why,
        len(mirrored.supporting),
    )


@given(signs)
def test_contested_means_signs_on_both_sides_and_every_sign_is_accounted_for(observed):
    found = Tendency.from_signs(named(observed), MIRROR)
    values = [value for value, _ in observed]
    assert found.contested == (min(values, default=0) < 0 < max(values, default=0))
    assert sorted(found.supporting + found.contradicting) == sorted(named(observed))


@given(signs, st.tuples(st.integers(1, 3), st.integers(0, 4)))
def test_one_more_good_sign_never_makes_things_worse(observed, more):
    before = Tendency.from_signs(named(observed), MIRROR)
    after = Tendency.from_signs(named(observed | {more}), MIRROR)
    assert after.level >= (before.level or 0)


@pytest.mark.parametrize(
    ("attitude", "tendency", "apart"),
    [
        ("sponsor", 3, 0),
        ("sponsor", 2, 1),
        ("supporter", 1, 0),
        ("neutral", 3, 2),
        ("opponent", -2, 0),
        ("sponsor", -3, 4),
    ],
)
def test_attitude_and_tendency_are_compared_by_the_table(attitude, tendency, apart):
    assert steps_apart(attitude, tendency) == apart


def test_the_table_covers_every_level():
    assert ATTITUDE_OF.keys() == {level.value for level in SCALE.levels}
