"""The customer's plan against its decisions: what prepares what, what is next, what is near."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit.models.plan.purchase import DecisionProcess, PurchasePlan

from .examples import examples


def plan(steps=None, stages=None, fit=None):
    return PurchasePlan.model_validate(
        {
            "steps": [
                {"id": id, "on": on, "leads_to": next(iter(leads), None)} for id, (on, *leads) in (steps or {}).items()
            ],
            "stages": [
                {"id": id, "on": on, "awards": id == "award", "fit": {"value": (fit or {}).get(id)}}
                for id, on in (stages or {}).items()
            ],
        }
    )


def ids(rows):
    return [row.id for row in rows]


@pytest.mark.parametrize(("given", "expect"), examples("purchase", "prepares"))
def test_each_step_prepares_a_decision_and_each_decision_asks_for_a_step(given, expect):
    made = plan(**given)
    assert {
        "prepares": {step: stage.id for step, stage in made.prepares.items()},
        "unprepared": ids(made.unprepared()),
        "too_late": [step.id for step, _ in made.too_late()],
    } == expect


@pytest.mark.parametrize(("given", "expect"), examples("purchase", "next"))
def test_the_next_decision_point_is_found_from_a_day(given, expect):
    found = plan(stages=given["stages"]).next_decision(date.fromisoformat(given["on"]))
    assert (found.id if found else None) == expect


@pytest.mark.parametrize(("given", "expect"), examples("purchase", "near"))
def test_near_decisions_whose_fit_nobody_knows_are_listed(given, expect):
    made = plan(stages=given["stages"], fit=given.get("fit"))
    assert ids(made.near_without_fit(date.fromisoformat(given["on"]))) == expect


@pytest.mark.parametrize(("given", "expect"), examples("purchase", "after-award"))
def test_steps_after_the_award_are_told_from_those_that_still_lead_somewhere(given, expect):
    assert ids(plan(**given).after_award()) == expect


@pytest.mark.parametrize(("given", "expect"), examples("purchase", "timeline"))
def test_the_time_line_holds_what_has_a_day_and_the_rest_is_listed(given, expect):
    made = plan(**given)
    assert {"dated": ids(made.timeline()), "undated": list(made.undated())} == expect


days = st.none() | st.dates(date(2009, 1, 1), date(2009, 3, 1))
names = st.sampled_from(["a", "b", "c", "d", "ghost"])
plans = st.builds(
    plan,
    st.dictionaries(st.sampled_from(["p", "q", "r", "s"]), st.tuples(days) | st.tuples(days, names)),
    st.dictionaries(st.sampled_from(["a", "b", "c", "d", "award"]), days),
)


@given(plans)
def test_everything_is_on_the_time_line_or_named_as_undated_and_nothing_twice(made):
    listed = [*ids(made.timeline()), *made.undated()]
    assert sorted(listed) == sorted(ids(made.steps) + ids(made.stages))
    moments = made.timeline()
    assert all(one.on <= other.on for one, other in pairwise(moments))


@given(plans)
def test_a_decision_is_unprepared_exactly_if_no_step_prepares_it(made):
    prepared = {stage.id for stage in made.prepares.values()}
    assert {stage.id for stage in made.unprepared()} == {stage.id for stage in made.stages} - prepared


@given(plans, st.dates(date(2009, 1, 1), date(2009, 3, 1)))
def test_the_next_decision_opens_the_list_of_near_ones(made, on):
    near, following = made.near(on), made.next_decision(on)
    assert not near or near[0] == following


@pytest.mark.parametrize("rows", [{"stages": [{"id": "a"}, {"id": "a"}]}, {"steps": [{"id": "a"}, {"id": "a"}]}])
def test_two_rows_with_one_id_are_refused(rows):
    with pytest.raises(ValueError, match="'a' stands twice"):
        PurchasePlan.model_validate(rows)


def test_a_decision_process_can_be_had_without_the_plan():
    assert DecisionProcess.model_validate({"stages": [{"id": "award", "awards": True}]}).award.id == "award"
