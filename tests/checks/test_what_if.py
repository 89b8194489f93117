"""M65: suppose other marks and see what becomes of everything that depends on them."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellkit.checks.registry import run
from sellkit.checks.what_if import what_if
from sellkit.models.opportunity import Opportunity
from sellkit.models.outlook import outlook
from sellkit.models.paths import leaves, with_value
from sellkit.training.deals import example

from ..models.examples import examples


def person(id: str, influence: int, tendency: int, **more: Any) -> dict[str, Any]:
    firm = {"witness": "Ma", "confidence": "explicit"}
    return {"id": id, "influence": {"value": influence, **firm}, "tendency": {"value": tendency, **firm}, **more}


def deal() -> Opportunity:
    """The deal that the head of the examples describes."""
    people = [
        person("chen", 5, 0, buying_roles={"value": ["A"], "witness": "Ma", "confidence": "explicit"}),
        person("novak", 3, 2, attitude={"value": "sponsor", "witness": "Ma", "confidence": "explicit"}),
        person("silva", 2, -3),
        person("wang", 4, 1) | {"tendency": {"value": 1, "witness": "Ma", "confidence": "inferred"}},
    ]
    majority = {"value": True, "witness": "Ma", "confidence": "agreed"}
    return Opportunity.model_validate({"id": "deal", "people": {"people": people, "majority": majority}})


@pytest.mark.parametrize(("given", "expect"), examples("what-if", "outlook"))
def test_figures(given, expect):
    moved = what_if(deal(), given).outlook.changes
    assert {change.path: [change.was, change.now] for change in moved} == expect


@pytest.mark.parametrize(("given", "expect"), examples("what-if", "remarks"))
def test_remarks(given, expect):
    found = what_if(deal(), given)
    codes = {kind: {each.code for each in getattr(found, kind)} for kind in ("appeared", "gone")}
    assert codes == {kind: set(listed) for kind, listed in expect.items()}


@pytest.mark.parametrize(("given", "expect"), examples("what-if", "places"))
def test_a_place_that_does_not_exist_is_named(given, expect):
    with pytest.raises(ValueError, match=f"there is no place.*{expect}"):
        what_if(deal(), {given: 1})


def test_a_value_that_cannot_stand_there_is_refused():
    with pytest.raises(ValueError, match="tendency"):
        what_if(deal(), {"people/chen/tendency": 7})


def test_what_was_supposed_is_told_with_its_steps():
    (change,) = what_if(deal(), {"people/chen/tendency": 2}).marks.changes
    assert (change.path, change.was, change.now, change.steps) == ("people/chen/tendency", 0, 2, 2)


def test_the_deal_itself_stays_as_it_was():
    before = deal()
    what_if(before, {"people/chen/tendency": 2})
    assert before == deal()


def test_if_the_chairman_had_chosen_us_the_deal_would_be_in_the_winning_zone():
    _, later = example("en")
    coach = {"id": "ye-apr", "coach": "ye", "holds": True, "on": "2026-04-16", "says": "He named you."}
    word = type(later.control.element("w").words[0]).model_validate(coach)
    words = tuple(word if each.id == "ye-apr" else each for each in later.control.element("w").words)
    elements = tuple(
        element.changed(words=words) if element.id == "w" else element for element in later.control.elements
    )
    asked = later.changed(control=later.control.changed(elements=elements))
    moved = {change.path: change.now for change in what_if(asked, {"control/elements/w/claimed": True}).outlook.changes}
    assert (moved["control"], moved["zone"]) == ("1W2F9C", "win")


def test_a_stage_is_reached_when_its_last_outcomes_are_supposed():
    earlier, _ = example("en")
    supposed = {"methods/ssm-stages/vision-shaped": True, "methods/ssm-stages/support-inside": True}
    moved = {change.path: change.now for change in what_if(earlier, supposed).outlook.changes}
    assert moved["stages/ssm-stages"] == 3


PEOPLE = st.dictionaries(
    st.sampled_from([f"people/{id}/tendency" for id in ("chen", "novak", "silva")]), st.integers(-3, 3), max_size=3
)


@settings(deadline=None, max_examples=40)
@given(PEOPLE)
def test_what_it_says_is_what_the_changed_deal_says_itself(supposed):
    before = deal()
    after = before
    for path, value in supposed.items():
        after = with_value(after, path, value)
    found = what_if(before, supposed)
    now = outlook(before).model_dump() | {
        change.path.replace("-", "_"): change.now for change in found.outlook.changes if "/" not in change.path
    }
    assert now == outlook(after).model_dump()
    kept = [finding for finding in run(before) if finding not in found.gone]
    assert sorted(map(repr, (*kept, *found.appeared))) == sorted(map(repr, run(after)))


def test_with_three_hundred_people_one_mark_is_still_found():
    people = [person(f"p{n}", 1, 0) for n in range(300)]
    crowd = Opportunity.model_validate({"id": "crowd", "people": {"people": people}})
    found = what_if(crowd, {"people/p299/tendency": 1})
    assert [change.path for change in found.marks.changes] == ["people/p299/tendency"]
    assert len(leaves(crowd)) > 300
