"""Who is a champion, what was found of needs, and which ways to build a relation are proposed."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit.models.base import Judged
from sellkit.models.people.champion import TESTS, Ally
from sellkit.models.people.contact_roles import CONTACT_ROLES, holders, unfilled
from sellkit.models.people.needs_table import copied, found, needs_table, project_influence
from sellkit.models.people.next_actions import WHYS, What
from sellkit.models.people.relationship_building import BuildingMethod, Reason, proposals
from sellkit.models.people.stakeholder import Findings, NeedLevel, PersonalTrust, RelationshipStage, Stakeholder
from sellkit.training.relationship_building import relationship_building
from sellkit.training.words import Words

from .examples import examples

YES = {"value": True, "cites": ["notes.p1"], "confidence": "explicit"}
ANSWERS = {"yes": YES, "no": YES | {"value": False}, "yes?": YES | {"confidence": "inferred"}}


@pytest.mark.parametrize(("tests", "kind"), examples("allies", "kind"))
def test_the_kind_of_an_ally(tests, kind):
    marks = {test: ANSWERS[answer] for test, answer in tests.items()}
    assert Ally.model_validate({"id": "a", "person": "chen", **marks}).kind == kind


@given(st.fixed_dictionaries({test: st.sampled_from([*ANSWERS.values(), {}]) for test in (*TESTS, "informs")}))
def test_evidence_taken_away_never_makes_a_champion(marks):
    ally = Ally.model_validate({"id": "a", "person": "chen", **marks})
    for test in TESTS:
        assert ally.changed(**{test: {"value": True}}).kind != "champion"
    assert (ally.kind == "champion") == all(marks[test] == YES for test in TESTS)


@pytest.mark.parametrize(("value", "state"), examples("allies", "findings"))
def test_five_answers_of_a_list_stay_apart(value, state):
    assert found(Judged[Findings].model_validate({"value": value})).state == state


@pytest.mark.parametrize(("needs", "expect"), examples("allies", "copied"))
def test_a_copied_need_is_found(needs, expect):
    person = Stakeholder.model_validate(
        {"id": "a", "company_needs": {"value": needs["company"]}, "personal_needs": {"value": needs["personal"]}}
    )
    assert list(copied(person)) == expect


@pytest.mark.parametrize(("influence", "word"), examples("allies", "project-influence"))
def test_the_word_for_influence_in_the_needs_table(influence, word):
    assert project_influence(influence) == word


def test_the_needs_table_has_a_row_for_everybody_even_without_marks():
    rows = needs_table([Stakeholder(id="chen"), Stakeholder(id="novak")])
    assert [(row.person, row.resonance_points.state) for row in rows] == [("chen", "blank"), ("novak", "blank")]


def test_a_role_is_unfilled_until_somebody_holds_it():
    people = [Stakeholder.model_validate({"id": "chen", "contact_roles": {"value": ["decider", "user"]}})]
    assert holders(people)["decider"] == ("chen",)
    assert unfilled(people) == tuple(role for role in CONTACT_ROLES if role not in ("decider", "user"))


CATALOGUE = relationship_building()
anybody = st.builds(
    lambda need, others, tendency: Stakeholder.model_validate(
        {"id": "a", "need": {"value": need}, "other_needs": others, "tendency": {"value": tendency}}
    ),
    st.sampled_from([None, "unknown", *get_args(NeedLevel)]),
    st.frozensets(st.sampled_from(get_args(NeedLevel))),
    st.none() | st.just("unknown") | st.integers(-3, 3),
)


@pytest.mark.parametrize(("marks", "expect"), examples("allies", "proposals"))
def test_the_three_ways_that_fit_best(marks, expect):
    person = Stakeholder.model_validate({"id": "a"} | {field: {"value": value} for field, value in marks.items()})
    assert [proposal.method for proposal in proposals(person, CATALOGUE)] == expect


@given(anybody)
def test_everybody_gets_three_proposals_within_the_tendency_of_each_method(person):
    of = {method.id: method for method in CATALOGUE.methods}
    made = proposals(person, CATALOGUE)
    assert len(made) == 3
    assert all(of[p.method].tendency[0] <= (person.tendency.given or 0) <= of[p.method].tendency[1] for p in made)


@given(anybody)
def test_nothing_that_could_be_an_improper_benefit_is_proposed_without_its_limit(person):
    of = {method.id: method for method in CATALOGUE.methods}
    for proposal in proposals(person, CATALOGUE, n=len(of)):
        if of[proposal.method].could_benefit:
            assert proposal.limit is not None
            assert "watch-benefit" in proposal.reasons


@given(anybody)
def test_who_looks_for_a_benefit_is_offered_clean_methods_before_others(person):
    wants = person.changed(other_needs=person.other_needs | {"physiological"})
    flags = ["watch-benefit" in proposal.reasons for proposal in proposals(wants, CATALOGUE, n=99)]
    assert flags == sorted(flags)


def test_a_method_that_could_be_a_benefit_without_a_limit_is_refused():
    with pytest.raises(ValueError, match="what is lawful"):
        BuildingMethod.model_validate(
            {"id": "m", "name": {"zh-CN": "法", "en": "m"}, "says": {"zh-CN": "说", "en": "s"},
             "needs": ["safety"], "cost": "low", "time": "low", "could_benefit": True}
        )  # fmt: skip


@pytest.mark.parametrize(
    ("scale", "kind"), [("relationship-stage", RelationshipStage), ("personal-trust", PersonalTrust)]
)
def test_each_stage_says_its_goal_what_proves_it_and_the_next_step(scale, kind):
    levels = Words("en").scale(scale)
    assert [level["id"] for level in levels] == list(get_args(kind))
    assert all(level["signs"] and {"goal", "next"} <= level["texts"].keys() for level in levels)


def test_each_contact_role_says_all_six_things():
    wanted = {"titles", "part", "professional", "personal", "aim", "follow-up"}
    levels = Words("zh-CN").scale("contact-roles")
    assert [level["id"] for level in levels] == list(CONTACT_ROLES)
    assert all(wanted <= level["texts"].keys() for level in levels)


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize(
    ("codes", "prefix"),
    [(WHYS, "why"), (get_args(What), "action"), (get_args(Reason), "reason"), (TESTS, "test")],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_code_has_words_and_nothing_else_is_said(codes, prefix, language):
    assert set(Words(language).under(f"people.{prefix}.")) == {f"people.{prefix}.{code}" for code in codes}
