"""The life of an account: where it stands, and whether it can have come there in one step."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit.models.account.life_cycle import STATES, WAYS, LifeCycle, ways_from
from sellkit.training.words import Words

from .examples import examples
from .method_sheets import mark


def cycle(lines):
    states = []
    for number, line in enumerate(lines):
        state, year = line.removesuffix("?").split()
        said = mark(state + "?" * line.endswith("?"))
        states.append({"id": f"s{number}", "state": said, "on": f"{year}-01-01", "signs": ["renews"]})
    return LifeCycle.model_validate({"states": states})


@pytest.mark.parametrize(("lines", "expect"), examples("life-cycle", "moves"))
def test_from_one_state_to_the_next_there_is_a_way_or_there_is_none(lines, expect):
    moves = cycle(lines).moves()
    assert sum(move.allowed for move in moves) == expect["allowed"]
    assert [move.now.state.given for move in moves if not move.allowed] == expect["not"]


@pytest.mark.parametrize(("lines", "expect"), examples("life-cycle", "current"))
def test_where_the_account_stands_and_where_it_is_said_to_stand(lines, expect):
    found = cycle(lines)
    said = {name: getattr(found, name) for name in expect}
    assert {name: mark and mark.state.given for name, mark in said.items()} == expect


def test_every_state_has_a_way_out_and_can_be_reached_from_the_first():
    assert all(WAYS[state] for state in STATES)
    reached = {"potential"}
    for _ in STATES:
        reached |= {way for state in reached for way in WAYS[state]}
    assert reached == set(STATES)


@given(st.lists(st.sampled_from(STATES), min_size=1, max_size=20).map(lambda states: states), st.data())
def test_whoever_only_takes_allowed_ways_is_never_blamed(states, data):
    walk = states[:1]
    for _ in range(10):
        walk.append(data.draw(st.sampled_from(ways_from(walk[-1]))))
    moves = cycle([f"{state} {2000 + year}" for year, state in enumerate(walk)]).moves()
    assert len(moves) == 10
    assert all(move.allowed for move in moves)


def test_the_order_of_the_rows_changes_nothing():
    lines = ["potential 2001", "new 2002", "growing 2003", "lost 2004"]
    found = {tuple((m.was.state.given, m.now.state.given) for m in cycle(rows).moves()) for rows in permutations(lines)}
    assert len(found) == 1


def test_what_comes_after_the_day_of_the_sheet_does_not_count_yet():
    assert cycle(["new 2005", "lost 2009"]).changed(as_of="2008-01-01").current.state.given == "new"


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_every_state_has_three_signs_and_says_what_to_do(language):
    for level in Words(language).scale("life-cycle"):
        assert len(level["signs"]) >= 3
        assert level["texts"]["next"]
