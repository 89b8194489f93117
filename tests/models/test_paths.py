"""Every answer of a sheet has one place, and can be set there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit.models.base import Judged, RefersTo, Rises
from sellkit.models.opportunity import Opportunity
from sellkit.models.paths import judged, leaves, marker, order_of, references, with_value
from sellkit.models.people.relationship_map import RelationshipMap
from sellkit.models.people.stakeholder import COVERAGE_STEPS, Action, Stakeholder
from sellkit.training.deals import example

DEAL = example("en")[1]
PLACES = leaves(DEAL)
# What tells a row from others, or a sheet from another kind, is no answer to be set alone.
FIXED = {"kind"}


def tells_rows_apart(leaf):
    return leaf.field in type(leaf.owner).KEYS | {"id", "person", "item", "party", "on", "source", "target"}


def test_every_place_of_the_example_is_there_once():
    paths = [leaf.path for leaf in PLACES]
    assert len(paths) == len(set(paths))


@pytest.mark.parametrize("sheet", sorted(DEAL.sheets))
def test_setting_a_place_to_what_stands_there_changes_nothing(sheet):
    record = DEAL.sheets[sheet]
    for leaf in leaves(record):
        if leaf.field not in FIXED and not tells_rows_apart(leaf):
            assert with_value(record, leaf.path, leaf.value) == record, leaf.path


@given(st.sampled_from([leaf for leaf in PLACES if isinstance(leaf.value, Judged)]))
def test_a_mark_that_is_set_is_found_at_its_place_and_nowhere_else(leaf):
    changed = with_value(DEAL, leaf.path, "unknown")
    found = {each.path: each.value for each in leaves(changed)}
    assert found[leaf.path].value == "unknown"
    assert found | {leaf.path: leaf.value} == {each.path: each.value for each in PLACES}


def test_a_bare_value_keeps_what_the_mark_rests_on_and_a_whole_mark_replaces_it():
    sheet = RelationshipMap.model_validate(
        {"people": [{"id": "chen", "coverage": {"value": "brief", "witness": "Ma"}}]}
    )
    bare = with_value(sheet, "chen/coverage", "multiple").people[0].coverage
    whole = with_value(sheet, "chen/coverage", Judged(value="multiple")).people[0].coverage
    assert (bare.value, bare.witness, whole.witness) == ("multiple", "Ma", "")


@pytest.mark.parametrize("path", ["", "chen", "ghost/coverage", "chen/mood", "people/chen/coverage", "chen/coverage/x"])
def test_a_place_that_does_not_exist_is_named_in_the_error(path):
    sheet = RelationshipMap.model_validate({"people": [{"id": "chen"}]})
    with pytest.raises(ValueError, match="there is no place"):
        with_value(sheet, path, "multiple")


def test_a_value_that_does_not_fit_is_refused():
    sheet = RelationshipMap.model_validate({"people": [{"id": "chen"}]})
    with pytest.raises(ValueError, match="coverage"):
        with_value(sheet, "chen/coverage", "sometimes")


def test_the_last_of_three_hundred_people_is_found():
    sheet = RelationshipMap.model_validate({"people": [{"id": f"p{n}"} for n in range(300)]})
    assert with_value(sheet, "p299/coverage", "brief").people[299].coverage.value == "brief"


def test_a_name_that_begins_like_another_is_not_taken_for_it():
    sheet = RelationshipMap.model_validate({"people": [{"id": "chen"}, {"id": "chen-li"}]})
    changed = with_value(sheet, "chen-li/coverage", "brief")
    assert [person.coverage.value for person in changed.people] == [None, "brief"]


def test_two_rows_about_one_person_are_two_places():
    actions = (Action(person="chen", what="Call"), Action(person="chen", what="Write"))
    sheet = RelationshipMap(people=(Stakeholder(id="chen"),), actions=actions)
    changed = with_value(sheet, "actions/chen/2/what", "Visit")
    assert [action.what for action in changed.actions] == ["Call", "Visit"]


def test_the_method_that_a_sheet_follows_is_no_answer():
    assert not [leaf.path for leaf in PLACES if "/method" in leaf.path]


def test_judged_marks_and_named_people_are_found_with_their_places():
    deal = Opportunity.model_validate({"id": "d", "control": {"top": "chen"}, "people": {"people": [{"id": "chen"}]}})
    assert ("control/top", "chen") in references(deal)
    assert "people/chen/attitude" in dict(judged(deal))


def test_a_field_tells_its_better_end_and_whether_it_names_a_person():
    chen = Stakeholder(id="chen")
    assert order_of(RelationshipMap(), chen, "coverage") == COVERAGE_STEPS
    assert order_of(RelationshipMap(), chen, "tendency") == {}  # the number itself says it
    assert order_of(RelationshipMap(), chen, "title") is None
    assert marker(Action, "person", RefersTo) == RefersTo("person")
    assert marker(Stakeholder, "title", Rises) is None
