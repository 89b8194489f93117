"""What headquarters controls and the mode that follows; reach and management and the grade that follows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit.models.account.account import GRADE
from sellkit.models.account.control_mode import MODES, POWERS, against, control_mode
from sellkit.training.accounts import account

from .examples import examples
from .method_sheets import mark

powers = st.sets(st.sampled_from(POWERS))


@pytest.mark.parametrize(("powers", "expect"), examples("control-mode", "mode"))
def test_the_mode_follows_from_what_headquarters_controls(powers, expect):
    found = control_mode(**powers).model_dump(mode="json")
    assert {name: found[name] for name in expect} == expect


@pytest.mark.parametrize(("claim", "expect"), examples("control-mode", "against"))
def test_what_speaks_against_a_mode_is_named(claim, expect):
    assert list(against(claim["mode"], claim["controls"], claim["leaves"])) == expect


@given(powers, powers)
def test_a_mode_that_is_told_holds_however_the_open_powers_turn_out(held, open):
    told = control_mode(held, open).mode
    if told is not None:
        assert control_mode(held | open).mode == told
        assert control_mode(held).mode == told


@given(powers)
def test_a_mode_is_told_or_the_nearest_ones_and_never_both(held):
    found = control_mode(held)
    assert (found.mode is None) == bool(found.nearest) or not held
    assert found.mode is None or not (found.missing or found.besides)


@given(powers, powers)
def test_nothing_speaks_against_the_mode_that_follows(held, open):
    told = control_mode(held, open).mode
    if told is not None:
        left = set(POWERS) - held - open
        assert not against(told, held, left)
        assert all(
            against(mode, held | open, left) or against(mode, held, left | open) for mode in MODES if mode != told
        )


@pytest.mark.parametrize(("place", "expect"), examples("account-grade", "grade"))
def test_the_grade_follows_from_reach_and_management(place, expect):
    reach, management = map(mark, place)
    placed = [{"id": "parks", "x": management, "y": reach}]
    grade = account({"id": "parks", "methods": {GRADE: {"placements": placed}}}).grade
    assert (grade.name.en if grade else None) == expect


def test_of_several_customers_on_one_grid_the_account_takes_its_own_place():
    rows = [("other", "low", "local"), ("parks", "high", "nationwide")]
    placed = [{"id": id, "x": mark(x), "y": mark(y)} for id, x, y in rows]
    assert account({"id": "parks", "methods": {GRADE: {"placements": placed}}}).grade.id == "a1"


def test_the_last_grade_by_the_accounts_own_day_holds():
    days = [("2008-01-01", "regions"), ("2009-01-01", "nationwide"), ("2010-01-01", "local")]
    placed = [{"id": "parks", "on": on, "x": mark("high"), "y": mark(y)} for on, y in days]
    dated = account({"id": "parks", "as_of": "2009-06-01", "methods": {GRADE: {"placements": placed}}})
    assert dated.grade.id == "a1"
