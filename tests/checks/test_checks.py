"""Each check speaks when it should, stays silent when it should, and has words in both languages."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import sellkit
from sellkit import checks
from sellkit.checks.registry import check
from sellkit.models import FiveDimensionProfile, InitiativeList, PainChain, RelationshipMap

from . import people_cases, text_cases
from .all_cases import CASES, SOUND

LOCALE = Path(sellkit.__file__).parent / "content" / "locale"


def codes(record):
    return {finding.code for finding in checks.run(record)}


@pytest.mark.parametrize("code", CASES)
def test_a_check_speaks_and_only_those_speak_with_it_that_should(code):
    speaks, _, others = CASES[code]
    assert codes(speaks) == {code} | others


@pytest.mark.parametrize("code", CASES)
def test_a_check_stays_silent_on_the_near_miss(code):
    assert code not in codes(CASES[code][1])


def test_every_check_has_its_cases():
    assert {each.code for each in checks.registered()} == CASES.keys()


@pytest.mark.parametrize("record", SOUND, ids=lambda record: type(record).__name__)
def test_sound_work_is_left_in_peace(record):
    assert codes(record) == set()


@pytest.mark.parametrize("record", [RelationshipMap(), FiveDimensionProfile(), InitiativeList(), PainChain()], ids=repr)
def test_nothing_is_said_about_an_empty_sheet(record):
    assert codes(record) == set()


def test_a_sheet_on_which_nobody_is_judged_yet_gets_one_remark():
    blank = RelationshipMap.model_validate({"people": [{"id": "chen"}, {"id": "novak", "reports_to": "chen"}]})
    assert [(f.code, f.params["count"]) for f in checks.run(blank)] == [("M37-people-untouched", 2)]


def test_errors_come_before_warnings_before_hints():
    messy = people_cases.board(
        {"chen": {"buying_roles": ["D"]}, "novak": {"attitude": "supporter"}, "wang": {"coverage": None}}
    )
    assert [f.severity for f in checks.run(messy)] == ["error", "warning", "hint"]


@pytest.mark.parametrize(
    ("code", "place"),
    [
        ("M01-attitude-tendency", "silva/attitude"),
        ("M37-decider-uncovered", "chen/coverage"),
        ("M37-marks-missing", "wang/adaptability"),
        ("M37-line-to-self", "silva/influences"),
        ("M37-people-untouched", "wang/roles"),
        ("M19-owner-missing", "i1/owner"),
        ("M19-class-missing", "i1/class"),
        ("M19-leading-empty", "leading"),
        ("M33-unknown-owner", "wang/reasons/2/owner"),
        ("M33-own-reason", "wang/reasons/1/owner"),
        ("M33-repeats-own-pain", "wang/reasons/1"),
        ("M33-pain-without-reasons", "wang/reasons/1"),
        ("M33-top-missing", "chen/pain"),
    ],
)
def test_a_finding_leads_to_the_field_to_change(code, place):
    assert place in {finding.place for finding in checks.run(CASES[code][0]) if finding.code == code}


def test_a_ring_is_reported_once_and_two_rings_twice():
    reason = text_cases.reason
    ring = text_cases.chain(
        {
            "chen": ("profit-falls", [reason("1", "sales-fall", "novak")]),
            "novak": ("sales-fall", [reason("1", "profit-falls", "chen")]),
            "silva": ("late-delivery", [reason("1", "costs-rise", "wang")]),
            "wang": ("costs-rise", [reason("1", "late-delivery", "silva")]),
        }
    )
    assert [f.params["count"] for f in checks.run(ring) if f.code == "M33-circle"] == [2, 2]


@pytest.mark.parametrize("kind", ["covered-no-contact", "coach-against-us", "breakthrough-laggard", "often-never-met"])
def test_each_pair_that_excludes_itself_is_found(kind):
    changes = {
        "covered-no-contact": {"contact_frequency": "none", "coverage": "multiple"},
        "coach-against-us": {"functions": ["coach"]},
        "breakthrough-laggard": {"adaptability": "laggard", "need": "self-actualisation"},
        "often-never-met": {"contact_frequency": "normal", "coverage": "none"},
    }[kind]
    assert codes(people_cases.board({"wang": changes})) == {"M05-cannot-both-be-true"}


@pytest.mark.parametrize("weight", [{"influence": 4, "circle": None}, {"circle": "structure"}])
def test_quiet_power_shows_in_the_number_or_in_the_circle(weight):
    quiet = people_cases.board({"wang": {"coverage": "none", **weight}})
    assert codes(quiet) == {"M06-quiet-power-uncovered"}


BARE = {"cites": [], "confidence": None}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        # 4 is high, for rank and for influence, and the inner circle is a claim of influence as well
        ({"novak": {"influence": people_cases.mark(4, **BARE)}}, {"M06-rank-taken-for-influence", "M60-uncited"}),
        ({"novak": {"influence": people_cases.mark(3, **BARE), "circle": "structure"}}, {"M60-uncited"}),
        ({"novak": {"circle": people_cases.mark("inner", **BARE)}}, {"M06-rank-taken-for-influence", "M60-uncited"}),
        ({"novak": {"circle": people_cases.mark("structure", **BARE)}}, {"M60-uncited"}),
        # 2 is low
        ({"silva": {"rank": 2, "coverage": "none"}}, {"M06-quiet-power-uncovered"}),
        # a bystander below is nobody we rely on
        ({"novak": {"need": "esteem", "attitude": "opponent", "circle": "structure"}}, {"M05-support-hangs-on-one"}),
        # each of a pair that excludes itself is fine alone
        ({"wang": {"adaptability": "laggard"}}, set()),
        ({"wang": {"need": "self-actualisation"}}, set()),
        ({"wang": {"functions": ["key-decision-maker"]}}, set()),
        ({"silva": {"functions": ["coach"]}}, set()),
        ({"wang": {"coverage": "none", "contact_frequency": "low"}}, set()),
        ({"wang": {"coverage": "brief", "contact_frequency": "none", "direct_contact": False}}, set()),
        # three known attitudes are enough to say that support hangs on one, two are not
        ({"chen": {"attitude": "neutral"}, "wang": {"attitude": "unknown"}}, {"M05-support-hangs-on-one"}),
        ({who: {"attitude": "unknown"} for who in ("chen", "silva")}, set()),
    ],
)
def test_where_a_rule_begins_and_ends(changes, found):
    assert codes(people_cases.board(changes)) - {"M37-no-sponsor-in-structure"} == found


def messages(language):
    said = {}
    for file in (LOCALE / language).glob("checks*.po"):
        with file.open("rb") as lines:
            said |= {message.id: message.string for message in read_po(lines) if message.id}
    return said


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_check_says_what_is_wrong_and_what_to_do_next_and_nothing_else_is_said(language):
    wanted = {f"checks.{each.code}.{part}" for each in checks.registered() for part in ("says", "next")}
    said = messages(language)
    assert said.keys() == wanted
    assert all(said.values())
    chinese = [bool(re.search("[一-鿿]", text)) for text in said.values()]
    assert all(chinese) if language == "zh_CN" else not any(chinese)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("code", CASES)
def test_the_sentences_ask_for_nothing_that_the_finding_does_not_carry(code, language):
    said = messages(language)
    for finding in checks.run(CASES[code][0]):
        for part in ("says", "next"):
            text = said[f"checks.{finding.code}.{part}"].format_map(finding.params)
            assert "{" not in text


def test_registering_a_code_twice_is_refused():
    taken = checks.registered()[0]
    again = check(taken.code, taken.model, "hint")
    with pytest.raises(ValueError, match="registered twice"):
        again(taken.function)


def test_the_top_is_asked_for_from_the_second_pain_on():
    begun = dict.fromkeys(text_cases.NODES) | {"silva": text_cases.NODES["silva"]}
    assert "M33-top-missing" not in codes(text_cases.chain(begun))
    assert "M33-top-missing" in codes(text_cases.chain(begun | {"novak": text_cases.NODES["novak"]}))
