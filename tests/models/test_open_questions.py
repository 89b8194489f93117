"""What does not count yet, as questions for somebody who can answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit.models import open_questions
from sellkit.models.opportunity import Opportunity
from sellkit.models.paths import judged
from sellkit.models.people.stakeholder import People
from sellkit.training.deals import example

from .examples import examples


def sure(value):
    return {"value": value, "cites": ["notes.p1"], "confidence": "explicit"}


def asked(people, mark):
    field, value, confidence, witness = mark
    rows = [{"id": id, "tendency": sure(t), "coverage": sure(coverage)} for id, (t, coverage) in people.items()]
    rows[0] |= {field: {"value": value, "confidence": confidence, "witness": witness}}
    return open_questions(People.model_validate({"people": rows}))


@pytest.mark.parametrize(("given", "expect"), examples("open-questions", "ask"))
def test_what_does_not_count_is_asked_of_somebody_who_can_say(given, expect):
    found = asked(**given)
    told = [f"'{each.witness}'" if each.witness else each.ask or "nobody" for each in found]
    assert told == ([] if expect is None else [expect])
    assert all(each.about == "wei" and each.nobody == (expect == "nobody") for each in found)


def test_every_mark_of_a_deal_counts_or_is_blank_or_is_asked_about():
    for deal in example("en"):
        asked_about = {question.path for question in open_questions(deal)}
        for path, mark in judged(deal):
            assert (path in asked_about) == (mark.state in ("unknown", "unconfirmed")), path


def test_an_empty_deal_asks_nothing():
    assert open_questions(Opportunity(id="blank")) == ()


@given(
    st.dictionaries(
        st.sampled_from(["wei", "ye", "fang"]),
        st.tuples(st.integers(-3, 3), st.sampled_from(["none", "brief", "multiple", "in-depth"])),
        min_size=1,
    )
)
def test_nobody_is_asked_who_neither_helps_nor_talks_to_us(people):
    rows = [
        {"id": id, "tendency": sure(t), "coverage": sure(coverage), "need": {"value": "safety"}}
        for id, (t, coverage) in people.items()
    ]
    for question in open_questions(People.model_validate({"people": rows})):
        if question.ask is not None:
            tendency, coverage = people[question.ask]
            assert tendency >= 2 or (question.ask == question.about and coverage in ("multiple", "in-depth"))
