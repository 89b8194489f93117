"""Power for us and against us: what counts, who tips it, and the fewest steps to a majority."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellkit.models.people.political_map import PoliticalMap, balance, colour_of, least_steps, pulls
from sellkit.models.people.stakeholder import Stakeholder
from sellkit.models.people.swaying import Movable, ease, fewest_steps

from .examples import examples


def mark(value, backed):
    return {"value": value} | ({"cites": ["notes.p1"], "confidence": "explicit"} if backed else {})


def people(marks):
    return [
        Stakeholder.model_validate(
            {"id": id, "influence": mark(influence, not claimed), "tendency": mark(tendency, not claimed)}
        )
        for id, (influence, tendency, *claimed) in marks.items()
    ]


@pytest.mark.parametrize(("marks", "expect"), examples("political-map", "balance"))
def test_the_balance_counts_what_is_confirmed(marks, expect):
    found = balance(people(marks))
    assert {name: getattr(found, name) for name in expect} == expect | {"open": tuple(expect["open"])}


@pytest.mark.parametrize(("marks", "expect"), examples("political-map", "sensitivity"))
def test_each_person_is_told_what_a_step_of_theirs_does(marks, expect):
    found = {pull.person: pull for pull in pulls(people(marks))}
    assert {id: {name: getattr(found[id], name) for name in said} for id, said in expect.items()} == expect


@pytest.mark.parametrize(("marks", "expect"), examples("political-map", "least"))
def test_the_least_that_must_change(marks, expect):
    steps = least_steps(people(marks))
    assert expect == (steps if steps is None else [f"{step.person} {step.start} to {step.end}" for step in steps])


@pytest.mark.parametrize(("tendency", "colour"), examples("political-map", "colours"))
def test_a_colour_says_on_which_side_somebody_stands(tendency, colour):
    assert colour_of(tendency) == colour


def test_who_tips_the_balance_is_named_with_the_most_influence_first():
    marked = people({"silva": [1, 0], "wang": [0, 0], "chen": [5, 0]})
    assert PoliticalMap(people=tuple(marked)).tipping == ("chen", "silva")


movable = st.builds(
    lambda weight, tendency: Movable(weight, tendency, 3 - tendency), st.integers(0, 5), st.integers(-3, 3)
)
crowd = st.lists(st.tuples(st.integers(0, 5), st.integers(-3, 3)), max_size=300).map(
    lambda marks: people({f"p{n}": mark for n, mark in enumerate(marks)})
)


def by_trying_everything(people, need):
    """All plans, judged by the rule as it is written: few steps, then easy ones, then people who stand earlier."""

    def rank(plan):
        hard = sum(ease(person.tendency) * steps for person, steps in zip(people, plan, strict=True))
        moved = [at for at, steps in enumerate(plan) for _ in range(steps)]
        return sum(plan), hard, moved

    plans = product(*(range(person.room + 1) for person in people))
    enough = [p for p in plans if sum(x.weight * n for x, n in zip(people, p, strict=True)) >= need]
    return min(enough, key=rank, default=None)


@settings(max_examples=150, deadline=None)
@given(st.lists(movable, max_size=4), st.integers(-3, 45))
def test_no_plan_is_better_than_the_one_that_is_found(few, need):
    assert fewest_steps(few, need) == by_trying_everything(few, need)


@settings(max_examples=40, deadline=None)
@given(crowd)
def test_the_steps_that_are_named_lead_to_a_majority_and_one_fewer_does_not(many):
    steps = least_steps(many)
    net = balance(many).net
    weight = {person.id: person.influence.given for person in many}
    if steps is None:
        assert net + sum(pull.influence * (3 - pull.tendency) for pull in pulls(many)) <= 0
    else:
        gains = [weight[step.person] for step in steps]
        assert net + sum(gains) > 0
        heaviest = sorted((pull.influence for pull in pulls(many) for _ in range(3 - pull.tendency)), reverse=True)
        assert not steps or net + sum(heaviest[: len(steps) - 1]) <= 0


@settings(deadline=None)
@given(crowd)
def test_a_step_up_does_what_sensitivity_said(many):
    before = balance(many).net
    for at, pull in enumerate(pulls(many[:5])):
        if pull.tendency < 3:
            moved = many[at].changed(tendency=many[at].tendency.changed(value=pull.tendency + 1))
            assert balance([*many[:at], moved, *many[at + 1 :]]).net == before + pull.up


@settings(deadline=None)
@given(crowd)
def test_taking_the_evidence_away_leaves_an_empty_balance_and_everything_open(many):
    bare = [person.changed(tendency=person.tendency.changed(cites=())) for person in many]
    assert balance(bare).net == 0
    assert len(balance(bare).open) == len(many)
    assert balance(bare).claimed == balance(many).net


def test_three_hundred_hostile_people_are_weighed_at_once():
    hostile = people({f"p{n}": [n % 5 + 1, -(n % 3) - 1] for n in range(300)})
    assert (
        balance(hostile).net + sum(hostile[int(step.person[1:])].influence.given for step in least_steps(hostile)) > 0
    )
