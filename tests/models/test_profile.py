"""Five dimensions: what cannot be true together, what to do next, and where rank and influence place somebody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit import checks
from sellkit.models.people.next_actions import WHYS, next_actions
from sellkit.models.people.profile import FiveDimensionProfile
from sellkit.models.people.rank_influence import CIRCLES_OF, region_of
from sellkit.models.people.stakeholder import ATTITUDE_STEPS

from .examples import examples

PLAIN = {"rank", "reports_to"}


def mark(value):
    if isinstance(value, str) and value.endswith("?"):
        return {"value": value[:-1], "cites": ["notes.p1"], "confidence": "inferred"}
    return {"value": value, "cites": ["notes.p1"], "confidence": "explicit"}


def profile(people):
    listed = [
        {"id": id}
        | {field: value if field in PLAIN else mark(value) for field, value in marks.items() if field != "planned"}
        for id, marks in people.items()
    ]
    actions = [{"person": id, "what": "Call"} for id, marks in people.items() if marks.get("planned")]
    return FiveDimensionProfile.model_validate({"people": listed, "actions": actions})


@pytest.mark.parametrize(("people", "expect"), examples("profile", "contradictions"))
def test_two_dimensions_contradict_each_other(people, expect):
    found = {finding.code for finding in checks.run(profile(people)) if finding.code.startswith("M05")}
    assert sorted(found) == expect


@pytest.mark.parametrize(("people", "expect"), examples("profile", "next-actions"))
def test_what_to_do_next_and_why(people, expect):
    found = next_actions(profile(people))
    said = [" ".join(filter(None, (a.person, a.what, a.dimension, a.why))) for a in found]
    assert said == expect


@pytest.mark.parametrize(("influence", "region"), examples("rank-influence", "region"))
def test_influence_says_what_somebody_can_do(influence, region):
    assert region_of(influence) == region


@pytest.mark.parametrize(("marks", "expect"), examples("rank-influence", "circle"))
def test_a_circle_is_held_against_the_number(marks, expect):
    influence, circle = marks
    assert ("fits" if circle in CIRCLES_OF[influence] else "questioned") == expect


tables = st.dictionaries(
    st.sampled_from(["chen", "novak", "silva", "wang"]),
    st.fixed_dictionaries(
        {},
        optional={
            "attitude": st.sampled_from([*ATTITUDE_STEPS, "unknown", "supporter?"]),
            "coverage": st.sampled_from(["none", "brief", "multiple", "unknown"]),
            "influence": st.integers(0, 5),
            "buying_roles": st.sampled_from([["D"], ["U"], ["A", "E"]]),
            "need": st.sampled_from(["belonging", "esteem"]),
            "reports_to": st.sampled_from(["chen", "silva", "ghost"]),
        },
    ),
)


@given(tables)
def test_nobody_gets_two_proposals_and_the_most_pressing_come_first(people):
    found = next_actions(profile(people))
    assert len({action.person for action in found}) == len(found)
    order = [WHYS.index(action.why) for action in found]
    assert order == sorted(order)


@given(tables)
def test_a_planned_action_takes_away_that_persons_proposal_and_no_other(people):
    found = next_actions(profile(people))
    if found:
        first = found[0].person
        rest = next_actions(profile(people | {first: people[first] | {"planned": True}}))
        assert rest == found[1:]
