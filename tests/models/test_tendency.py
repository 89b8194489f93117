"""From observed signs to a level: what counts, what contradicts, what to find out next."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import sellkit
from sellkit.models import Scale, Tendency
from sellkit.models.people.tendency import ATTITUDE_OF, steps_apart

from .examples import examples

SCALE = Scale.model_validate(
    yaml.safe_load((Path(sellkit.__file__).parent / "content" / "scales" / "tendency.yaml").read_bytes())
)


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
    ("observed", "expect"), [*examples("tendency", "from-signs"), *examples("tendency", "contested")]
)
def test_signs_lead_to_a_level(observed, expect):
    found = Tendency.from_signs(observed, SCALE)
    assert {name: getattr(found, name) for name in expect} == expect


@pytest.mark.parametrize(("observed", "expect"), examples("tendency", "find-out"))
def test_what_to_look_for_next(observed, expect):
    assert sorted(Tendency.from_signs(observed, SCALE).find_out) == expect


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


@pytest.mark.parametrize(("marks", "apart"), examples("tendency", "attitude-and-tendency"))
def test_attitude_and_tendency_are_compared_by_the_table(marks, apart):
    assert steps_apart(*marks) == apart


def test_the_table_covers_every_level():
    assert ATTITUDE_OF.keys() == {level.value for level in SCALE.levels}
