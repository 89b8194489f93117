"""M65: what differs between two sheets, for whom, and whether it is progress."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellkit.models.change import Difference, difference
from sellkit.models.people.profile import FiveDimensionProfile
from sellkit.models.people.relationship_map import RelationshipMap
from sellkit.models.people.stakeholder import ATTITUDE_STEPS, COVERAGE_STEPS
from sellkit.training.deals import example
from sellkit.training.deals import opportunity as deal_of

from .examples import examples

OPPOSITE = {"changed": "changed", "added": "removed", "removed": "added", "firmer": "looser", "looser": "firmer"}


def told(found: Difference) -> list[dict[str, Any]]:
    return [{**change.model_dump(), "better": change.better} for change in found.changes]


@pytest.mark.parametrize(("given", "expect"), examples("change", "people"))
def test_people(given, expect):
    was, now = (RelationshipMap.model_validate({"people": given[day]}) for day in ("was", "now"))
    assert told(difference(was, now)) == expect


@pytest.mark.parametrize(("given", "expect"), examples("change", "rivals"))
def test_the_rivals_camp(given, expect):
    was, now = (
        FiveDimensionProfile.model_validate({"rivals": [{"id": "chen", "attitude": {"value": given[day]}}]})
        for day in ("was", "now")
    )
    (change,) = difference(was, now).changes
    assert {"steps": change.steps, "better": change.better} == expect


@pytest.mark.parametrize(("given", "expect"), examples("change", "answers"))
def test_answers_of_a_method(given, expect):
    was, now = (
        deal_of({"id": "d", "methods": {given["method"]: given[day]}}).methods[given["method"]]
        for day in ("was", "now")
    )
    assert told(difference(was, now)) == expect


def test_sheets_of_two_kinds_are_not_compared():
    with pytest.raises(ValueError, match="RelationshipMap cannot be compared with a FiveDimensionProfile"):
        difference(RelationshipMap(), FiveDimensionProfile())


def test_a_difference_knows_its_two_days():
    found = difference(*example("en"))
    assert (found.since, found.on) == (date(2026, 3, 2), date(2026, 4, 20))


def test_in_the_example_the_fears_of_finance_come_down_and_one_claim_is_taken_back():
    found = difference(*example("en"))
    moved = {change.path: (change.was, change.now) for change in found.better}
    assert moved["people/liu/tendency"] == (-2, -1)
    assert [change.path for change in found.worse] == ["control/elements/f1/claimed"]


def test_each_person_of_the_decision_structure_stands_under_their_own_name():
    paths = [change.path for change in difference(*example("en")).changes if change.path.startswith("control/voices")]
    assert "control/voices/he/helps" in paths


def mark(levels):
    passages = st.sampled_from([[], ["a.p1"]])
    confidence = st.sampled_from([None, "inferred", "explicit"])
    return st.fixed_dictionaries(
        {"value": st.sampled_from([*levels, "unknown", None]), "cites": passages, "confidence": confidence}
    )


PERSON = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["chen", "novak", "silva", "wang"]),
        "title": st.sampled_from(["", "a", "b"]),
        "attitude": mark(ATTITUDE_STEPS),
        "coverage": mark(COVERAGE_STEPS),
        "tendency": mark(range(-3, 4)),
    }
)
MAPS = st.lists(PERSON, max_size=4, unique_by=lambda person: person["id"]).map(
    lambda people: RelationshipMap.model_validate({"people": people})
)


@given(MAPS)
def test_a_sheet_does_not_differ_from_itself(sheet):
    assert difference(sheet, sheet.model_copy(deep=True)).changes == ()


@given(MAPS, MAPS)
def test_read_backwards_better_becomes_worse_and_added_becomes_removed(one, other):
    there, back = difference(one, other).changes, difference(other, one).changes
    forwards = {(each.path, each.kind, str(each.was), str(each.now), each.steps or 0) for each in there}
    backwards = {(each.path, OPPOSITE[each.kind], str(each.now), str(each.was), -(each.steps or 0)) for each in back}
    assert forwards == backwards


@given(MAPS, MAPS)
def test_every_change_is_either_better_or_worse_or_neither(one, other):
    found = difference(one, other)
    assert set(found.better) & set(found.worse) == set()
    assert all(change.steps for change in (*found.better, *found.worse))


@settings(max_examples=5, deadline=None)
@given(st.integers(1, 3))
def test_of_three_hundred_people_only_those_who_moved_are_told(moved):
    people = [{"id": f"p{n}", "tendency": {"value": 0}} for n in range(300)]
    later = [{**each, "tendency": {"value": 1}} if n < moved else each for n, each in enumerate(people)]
    was, now = (RelationshipMap.model_validate({"people": each}) for each in (people, later))
    assert len(difference(was, now).changes) == moved
