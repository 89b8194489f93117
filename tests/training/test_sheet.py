"""A sheet takes what its form has, tells what it is missing, and becomes a record when asked."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit.models.pain.initiative import InitiativeList
from sellkit.models.pain.pain_chain import PainChain
from sellkit.models.people.relationship_map import RelationshipMap
from sellkit.training import shelf
from sellkit.training.answer import clean_answer
from sellkit.training.refusals import AnswerError
from sellkit.training.sheet import Sheet


def sheet(name: str, **answers: Any) -> Sheet:
    return Sheet(shelf.exercise(f"harbour/{name}"), shelf.case("harbour"), answers)


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("map", "berg/attitude", "supporter"),
        ("map", "berg/attitude", "unknown"),
        ("map", "berg/roles", ["D", "A"]),
        ("map", "olsen/influences", ["dahl"]),
        ("chain", "berg/pain", {"bank": "fares-fall"}),
        ("chain", "berg/pain", {"text": "票款一直在跌"}),
        ("chain", "berg/reasons/6/owner", "leaf"),
        ("plans", "i8/work", "=HYPERLINK(1)"),
        ("plans", "leading", "i8"),
    ],
)
def test_a_fitting_answer_is_taken(name: str, field: str, value: Any) -> None:
    after = sheet(name).changed(field, {"value": value, "cites": ["minutes.p1"], "confidence": "explicit"})
    assert after.answers[field]["value"] == value
    assert after.record()


@pytest.mark.parametrize(
    ("name", "field", "answer", "key"),
    [
        ("map", "berg/mood", {"value": "good"}, "field-unknown"),
        ("map", "nobody/attitude", {"value": "neutral"}, "field-unknown"),
        ("map", "../../etc/passwd", {"value": "x"}, "field-unknown"),
        ("map", "berg/attitude", {"value": "friendly"}, "answer-value"),
        ("map", "berg/attitude", {"value": ["neutral"]}, "answer-value"),
        ("map", "berg/attitude", {"value": 1}, "answer-value"),
        ("map", "berg/attitude", {"value": None}, "answer-value"),
        ("map", "berg/attitude", "neutral", "answer-shape"),
        ("map", "berg/attitude", {"cites": []}, "answer-shape"),
        ("map", "berg/attitude", {"value": "neutral", "weight": 3}, "answer-part"),
        ("map", "berg/attitude", {"value": "neutral", "confidence": "sure"}, "answer-confidence"),
        ("map", "berg/attitude", {"value": "neutral", "cites": "minutes.p1"}, "answer-cites"),
        ("map", "berg/attitude", {"value": "neutral", "cites": ["../x.p1"]}, "answer-cites"),
        ("map", "berg/attitude", {"value": "neutral", "cites": ["minutes.p99"]}, "answer-no-passage"),
        ("map", "berg/roles", {"value": ["Z"]}, "answer-value"),
        ("map", "berg/roles", {"value": [{}]}, "answer-list"),
        ("map", "olsen/influences", {"value": ["olsen"]}, "answer-value"),
        ("chain", "berg/pain", {"value": {"bank": "no-such"}}, "answer-value"),
        ("chain", "berg/pain", {"value": {"bank": "fares-fall", "text": "x"}}, "answer-value"),
        ("chain", "berg/reasons/7", {"value": {"text": "x"}}, "field-unknown"),
        ("chain", "berg/reasons/1/owner", {"value": "lund"}, "answer-value"),
        ("plans", "i1/result", {"value": "x" * 4001}, "answer-too-long"),
        ("plans", "leading", {"value": "i9"}, "answer-value"),
    ],
)
def test_what_no_form_can_hold_is_refused_by_field(name: str, field: str, answer: Any, key: str) -> None:
    with pytest.raises(AnswerError) as refusal:
        sheet(name).changed(field, answer)
    assert refusal.value.key == key
    assert refusal.value.place == field


def test_a_blank_is_not_the_same_as_not_known_yet() -> None:
    blank = sheet("map")
    unknown = blank.changed("berg/attitude", {"value": "unknown"})
    assert (blank.progress(), unknown.progress()) == ((0, 20), (1, 20))
    assert unknown.changed("berg/attitude", None).progress() == (0, 20)


def test_a_passage_may_be_cited_before_the_mark_is_chosen() -> None:
    waiting = sheet("map").changed("berg/attitude", {"value": "", "cites": ["minutes.p1"]})
    assert waiting.progress() == (0, 20)
    assert waiting.record() == sheet("map").record()


def test_a_change_leaves_the_sheet_before_as_it_was() -> None:
    before = sheet("map")
    before.changed("berg/attitude", {"value": "neutral"})
    assert before.answers == {}


def test_the_record_carries_the_marks_with_their_passages() -> None:
    filled = sheet("map", **shelf.key("harbour/map").sheet_answers())
    record = filled.record("zh-CN")
    assert isinstance(record, RelationshipMap)
    olsen = record.person("olsen")
    assert olsen is not None
    assert (olsen.name, olsen.attitude.value, olsen.attitude.cites) == ("佩尔·奥尔森", "sponsor", ("minutes.p2",))
    assert {(line.source, line.target) for line in record.influences} == {("olsen", "lund"), ("olsen", "dahl")}


def test_a_chain_becomes_nodes_with_reasons_and_owners() -> None:
    record = sheet("chain", **shelf.key("harbour/chain").sheet_answers()).record()
    assert isinstance(record, PainChain)
    assert [(node.person, reason.owner.value) for node in record.nodes for reason in node.reasons] == [
        ("berg", "olsen"),
        ("olsen", "dahl"),
        ("dahl", "leaf"),
    ]


def test_initiatives_become_a_list_with_the_leading_one() -> None:
    record = sheet("plans", **shelf.key("harbour/plans").sheet_answers()).record()
    assert isinstance(record, InitiativeList)
    assert [(found.id, found.kind.value, found.owner.value) for found in record.initiatives] == [
        ("i1", "revenue", "olsen"),
        ("i2", "cost", "lund"),
    ]
    assert record.leading.value == "i1"


def test_a_full_chain_is_full_and_each_further_reason_asks_for_its_owner() -> None:
    full = sheet("chain", **shelf.key("harbour/chain").sheet_answers())
    assert full.progress() == (9, 9)
    assert full.changed("berg/reasons/2", {"value": {"text": "more"}}).progress() == (10, 11)


def test_problems_are_the_findings_of_the_checks() -> None:
    marks = {f"{person}/roles": {"value": ["U"]} for person in ("berg", "olsen", "lund", "dahl")}
    assert "M37-no-final-approver" in {finding.code for finding in sheet("map", **marks).problems()}


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from(["unknown", "i1"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["bank", "text", "value", "cites", "note", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(name=st.sampled_from(["map", "chain", "plans"]), answer=values, pick=st.integers(0, 10**6))
def test_any_answer_is_taken_or_refused_and_what_is_taken_makes_a_record(name: str, answer: Any, pick: int) -> None:
    blank = sheet(name)
    fields = list(blank.form.slots)
    try:
        after = blank.changed(fields[pick % len(fields)], answer)
    except AnswerError:
        return
    after.record()
    after.problems("zh-CN")
    after.progress()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("a\x00b", "ab"), ("a\ud800b", "ab"), ("a\u202eb", "ab"), ("a\r\nb", "a\nb"), ("<b>中文</b>", "<b>中文</b>")],
)
def test_characters_that_no_screen_shows_are_left_out(typed: str, kept: str) -> None:
    assert clean_answer("i1/work", {"value": typed})["value"] == kept
