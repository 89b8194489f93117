"""Deal control in the course: the words of its elements, and a sheet against a key."""

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit.models.control.calibration import CLAIMS
from sellkit.models.control.coach import Independence
from sellkit.models.control.deal_control import DealControl
from sellkit.models.control.mapping import SOURCES
from sellkit.models.control.value import COACH_FOR, ELEMENTS, SCHEMES, CoachKind, group_of
from sellkit.training import deal_control as content
from sellkit.training.compare.deal_control import deal_control
from sellkit.training.words import Words
from sellkit.training.yamlfile import read_yaml

from ..models.deal_sheets import YES, element, sheet

EXAMPLES = Path(__file__).with_name("deal_control.yaml")


def examples(rule):
    listed = read_yaml(EXAMPLES.name, EXAMPLES.read_bytes()).data[rule]
    return [pytest.param(each["given"], each["expect"], id=each["says"]) for each in listed]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_content_has_exactly_the_elements_of_the_code_with_the_same_coach(scheme):
    texts = content.elements(scheme)
    assert tuple(texts) == ELEMENTS[scheme]
    assert {id: text.coach for id, text in texts.items()} == dict(COACH_FOR[scheme])
    assert [text.sign for text in texts.values()] == [id.upper() for id in ELEMENTS[scheme]]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_mapping_in_words_is_the_one_in_code(scheme):
    written = {id: (row.fit, row.sources) for id, row in content.carried(scheme).items()}
    assert written == {id: tuple(source) for id, source in SOURCES[scheme].items() if group_of(id) == "C"}


def test_every_published_claim_has_its_words_and_its_source():
    assert set(content.claims()) == {claim.id for claim in CLAIMS}


def test_both_languages_are_written_and_neither_copies_the_other():
    texts = [
        getattr(row, name)
        for scheme in SCHEMES
        for row in (*content.elements(scheme).values(), *content.carried(scheme).values(), *content.claims().values())
        for name in ("name", "asks", "evidence", "wins", "mistake", "says", "source")
        if hasattr(row, name)
    ]
    assert len(texts) > 100
    for text in texts:
        assert text.en.isascii(), text.en
        assert any("一" <= letter <= "鿿" for letter in text.zh), text.zh


@pytest.mark.parametrize(("name", "levels"), [("coach-kind", CoachKind), ("coach-independence", Independence)])
def test_a_scale_of_coaches_has_exactly_the_levels_of_its_mark(name, levels):
    assert tuple(level["id"] for level in Words("en").scale(name)) == get_args(levels)


def row(short):
    parts = short.split()
    value = {"yes": True, "no": False, "blank": None}.get(parts[0], parts[0])
    claimed = YES | {"value": value}
    if "bare" in parts:
        claimed |= {"witness": "", "confidence": None}
    if "inferred" in parts:
        claimed |= {"confidence": "inferred"}
    return element("c1", *([True] if "+coach" in parts else [])) | {"claimed": claimed}


@pytest.mark.parametrize(("given", "expect"), examples("elements"))
def test_what_one_element_earns(given, expect):
    found = deal_control(sheet(rows=[row(given["mine"])]), sheet(rows=[row(given["key"])]))[0]
    assert {"verdict": found.verdict, "share": found.share} == expect


def answered(held):
    if held == "blank":
        return sheet()
    rest = [element(id, value=False) for id in ELEMENTS["C139"] if id not in held.split()]
    return sheet(held, rows=rest)


@pytest.mark.parametrize(("given", "expect"), examples("gates"))
def test_what_the_next_gate_earns(given, expect):
    found = deal_control(answered(given["mine"]), answered(given["key"]))[-1]
    assert (found.field, {"verdict": found.verdict, "share": found.share}) == ("next-gate", expect)


def test_the_key_against_itself_earns_every_point():
    key = answered("w f1 c1 c2")
    assert [item.share for item in deal_control(key, key)] == [1.0] * 14


def test_an_empty_sheet_earns_and_loses_nothing():
    assert sum(item.share for item in deal_control(DealControl(), answered("w"))) == 0


def test_a_sheet_of_the_other_scheme_is_compared_on_the_win_and_the_firsts():
    found = deal_control(sheet("w", scheme="C136"), answered("w"))
    assert [item.field for item in found] == [f"elements/{id}/claimed" for id in ("w", "f1", "f2", "f3")] + [
        "next-gate"
    ]


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_every_reason_can_be_said(language):
    words = Words(language)
    shorts = ["yes", "yes +coach", "yes bare", "no", "no bare", "no inferred", "unknown", "blank"]
    for mine in shorts:
        for key in shorts:
            for item in deal_control(sheet(rows=[row(mine)]), sheet(rows=[row(key)])):
                assert words.reasons(item.reasons)


holds = st.lists(st.sampled_from(ELEMENTS["C139"]), unique=True)


@given(holds, holds, st.sampled_from(ELEMENTS["C139"]))
def test_saying_yes_to_what_is_not_so_never_pays(mine, wanted, more):
    key = answered(" ".join(wanted))
    if more in wanted or more in mine:
        return
    honest, bold = (deal_control(answered(" ".join(held)), key) for held in (mine, [*mine, more]))
    # the gate follows from the elements and is a point of its own
    assert sum(item.share for item in bold[:-1]) < sum(item.share for item in honest[:-1])
