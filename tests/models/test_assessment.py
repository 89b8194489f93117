"""M30, M31, M61: balance, change between dates, questions, verdict, sieve, zeros, minima, and reading across."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from sellkit.models.control.deal_control import DealControl
from sellkit.models.methods.checklist import ChecklistSheet
from sellkit.models.methods.crosswalk import read_across
from sellkit.models.methods.verdict import falls_through, verdict
from sellkit.training.mappings import crosswalk
from sellkit.training.methods import method

from .examples import examples
from .method_sheets import checklist, mark, reasons

ASSESSMENT, MEDDPICC = method("opportunity-assessment"), method("meddpicc")
ALL_PLUS = dict.fromkeys(ASSESSMENT.items, "plus")
MARCH, JUNE = date(2026, 3, 1), date(2026, 6, 1)
CALLS = ["withdraw", "pursue-if", "pursue"]
answers = st.dictionaries(st.sampled_from(list(ASSESSMENT.items)), st.sampled_from(["plus", "minus", "unknown"]))


def assessed(given):
    us = ALL_PLUS if given["us"] == "all" else given["us"]
    us = {item: answer for item, answer in (us | given.get("but", {})).items() if answer is not None}
    rivals = {"acme": given["acme"]} if "acme" in given else None
    return checklist("opportunity-assessment", us, rivals, given.get("known_to"))


@pytest.mark.parametrize(("given", "expect"), examples("assessment", "balance"))
def test_balance_of_each_form_against_a_rival(given, expect):
    found = {balance.group: [balance.ours, balance.theirs, balance.open] for balance in assessed(given).balance("acme")}
    assert {group: found[group] for group in expect} == expect


def dated(given):
    days = {"march": MARCH, "june": JUNE}
    marks = [
        {"item": item, "on": days[day], "judged": mark(answer)} for day in days for item, answer in given[day].items()
    ]
    return ChecklistSheet.model_validate({"method": ASSESSMENT, "marks": marks})


@pytest.mark.parametrize(("given", "expect"), examples("assessment", "change"))
def test_change_between_two_dates(given, expect):
    found = dated(given).changes(MARCH, JUNE)
    assert [[change.item, change.was, change.now, change.better] for change in found] == expect


def test_what_gets_better_for_a_rival_is_not_better_for_us():
    marks = [
        {"item": "sponsor", "party": "acme", "on": day, "judged": mark(answer)}
        for day, answer in ((MARCH, "minus"), (JUNE, "plus"))
    ]
    sheet = ChecklistSheet.model_validate({"method": ASSESSMENT, "rivals": [{"id": "acme"}], "marks": marks})
    assert [change.better for change in sheet.changes(MARCH)] == [False]


@pytest.mark.parametrize(("given", "expect"), examples("assessment", "verdict"))
def test_verdict_with_its_reasons(given, expect):
    found = verdict(assessed(given))
    assert [found.call, reasons(found)] == expect


@pytest.mark.parametrize(("given", "expect"), examples("assessment", "questions"))
def test_what_is_not_settled_becomes_a_question(given, expect):
    assert [[open.item, open.party, open.state, open.known_to] for open in assessed(given).open()] == expect


@pytest.mark.parametrize(("given", "expect"), examples("assessment", "sieve"))
def test_the_sieve_in_which_an_opportunity_is_caught(given, expect):
    caught = falls_through(checklist("ten-questions", given))
    assert (caught and [caught[0].id, caught[1]]) == expect


@pytest.mark.parametrize(("given", "expect"), examples("assessment", "zero"))
def test_one_zero_stops_the_deal(given, expect):
    found = verdict(checklist("zero-rule", given))
    assert [found.call, reasons(found)] == expect


@pytest.mark.parametrize(("given", "expect"), examples("assessment", "minima"))
def test_each_stage_has_its_minimum(given, expect):
    sheet = checklist("meddpicc", given.get("marks"), stage=given["stage"])
    assert list(sheet.below_minimum()) == expect


@pytest.mark.parametrize(("given", "expect"), examples("assessment", "reading"))
def test_an_assessment_is_read_as_meddpicc(given, expect):
    found = read_across(crosswalk("meddpicc"), MEDDPICC, checklist("opportunity-assessment", given))
    assert {each.item: [each.judged.given, each.judged.state] for each in found.marks} == expect


CLAIM = {"value": True, "witness": "Chen", "confidence": "explicit"}


@pytest.mark.parametrize(
    ("words", "state"), [([], "unconfirmed"), ([{"id": "w1", "coach": "lin", "holds": True}], "confirmed")]
)
def test_an_element_that_no_coach_confirmed_is_read_as_a_guess(words, state):
    control = DealControl.model_validate(
        {"elements": [{"id": "c2", "claimed": CLAIM, "words": words}], "coaches": [{"id": "lin"}]}
    )
    found = read_across(crosswalk("meddpicc"), MEDDPICC, control)
    assert [(each.item, each.judged.given, each.judged.state) for each in found.marks] == [
        ("decision-process", "validated", state)
    ]


def test_c136_is_read_by_way_of_c139():
    # C136's fourth, the purchase process, is the second of C139
    control = DealControl.model_validate({"scheme": "C136", "elements": [{"id": "c4", "claimed": CLAIM}]})
    found = read_across(crosswalk("meddpicc"), MEDDPICC, control)
    assert [each.item for each in found.marks] == ["decision-process"]


def test_every_rule_of_the_crosswalk_names_items_that_exist():
    rules = crosswalk("meddpicc").rules
    elements = set(DealControl().standings)
    for rule in rules:
        known = elements if rule.source == "c139" else method(rule.source).items
        assert set(rule.items) <= set(known)
        assert rule.to in MEDDPICC.items
        assert rule.gives in {level.id for level in MEDDPICC.levels}


def test_the_assessment_says_nothing_about_the_way_to_the_signature():
    assert crosswalk("meddpicc").silent("opportunity-assessment", MEDDPICC) == ("paper-process",)
    assert crosswalk("meddpicc").silent("c139", MEDDPICC) == ()


def test_each_item_tells_where_it_shows_up():
    assert {rule.to for rule in crosswalk("meddpicc").about("c139", "c5")} == {"identify-pain", "decision-criteria"}


@for_all(answers, st.sampled_from(list(ASSESSMENT.items)))
def test_a_question_mark_never_counts_as_a_plus(given, item):
    blank = {each: answer for each, answer in given.items() if each != item}
    asked, open = (checklist("opportunity-assessment", each) for each in (blank | {item: "unknown"}, blank))
    assert asked.points() == open.points()
    assert verdict(asked) == verdict(open)


@for_all(answers, st.sampled_from(list(ASSESSMENT.items)))
def test_a_proved_plus_never_makes_the_verdict_worse(given, item):
    before = verdict(checklist("opportunity-assessment", given)).call
    after = verdict(checklist("opportunity-assessment", given | {item: "plus"})).call
    assert CALLS.index(after) >= CALLS.index(before)


@for_all(answers)
def test_every_verdict_but_pursue_has_a_reason(given):
    found = verdict(checklist("opportunity-assessment", given))
    assert (found.call == "pursue") == (not found.because)


@for_all(answers)
def test_a_guess_in_place_of_each_proof_leaves_nothing_to_count(given):
    guessed = {item: answer if answer == "unknown" else f"{answer}?" for item, answer in given.items()}
    sheet = checklist("opportunity-assessment", guessed)
    assert sheet.points()[0] == 0
    assert len(sheet.open()) == len(ASSESSMENT.items)


@for_all(
    st.dictionaries(st.sampled_from(list(MEDDPICC.items)), st.sampled_from(["identified", "validated", "leveraged"]))
)
def test_a_later_stage_never_asks_for_less(marks):
    stages = [stage.id for stage in MEDDPICC.stages]
    short = [set(checklist("meddpicc", marks, stage=stage).below_minimum()) for stage in stages]
    assert all(earlier <= later for earlier, later in pairwise(short))


def test_an_item_below_the_minimum_of_its_stage_is_named_once():
    marks = dict.fromkeys(MEDDPICC.items, "validated") | {"decision-process": "not-known"}
    assert reasons(verdict(checklist("meddpicc", marks, stage="qualify"))) == ["below-minimum decision-process"]


def test_an_undated_answer_holds_until_a_dated_one():
    marks = [{"item": "budget", "judged": mark("plus")}, {"item": "budget", "on": JUNE, "judged": mark("minus")}]
    sheet = ChecklistSheet.model_validate({"method": ASSESSMENT, "marks": marks})
    assert [sheet.settled("budget", on=day) for day in (MARCH, JUNE, None)] == ["plus", "minus", "minus"]


def test_a_sheet_does_not_know_what_comes_after_its_day():
    marks = [
        {"item": "budget", "on": day, "judged": mark(answer)} for day, answer in ((MARCH, "plus"), (JUNE, "minus"))
    ]
    sheet = ChecklistSheet.model_validate({"method": ASSESSMENT, "marks": marks, "as_of": "2026-05-31"})
    assert sheet.settled("budget") == "plus"
    assert sheet.settled("budget", on=JUNE) == "minus"


def test_the_four_forms_have_the_items_of_the_course():
    assert [len(group.items) for group in ASSESSMENT.groups] == [5, 6, 5, 6]


def test_ten_questions_stand_in_three_sieves():
    assert [len(group.items) for group in method("ten-questions").groups] == [2, 4, 4]


def test_every_element_of_meddpicc_has_a_sign_for_each_level_and_a_minimum():
    assert len(MEDDPICC.items) == 8
    levels = {level.id for level in MEDDPICC.levels}
    assert all(item.signs.keys() == levels and item.minimum for item in MEDDPICC.items.values())


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"marks": [{"item": "luck"}]}, "item 'luck'"),
        ({"marks": [{"item": "budget", "party": "acme"}]}, "party 'acme'"),
        ({"marks": [{"item": "budget", "judged": {"value": "double-plus"}}]}, "level 'double-plus'"),
        ({"marks": [{"item": "budget"}, {"item": "budget"}]}, "stands twice"),
        ({"stage": "heaven"}, "stage 'heaven'"),
        ({"rivals": [{"id": "us"}]}, "stands twice"),
    ],
)
def test_what_the_method_lacks_is_refused(given, fault):
    with pytest.raises(ValueError, match=fault):
        ChecklistSheet.model_validate({"method": ASSESSMENT, **given})


def test_a_stage_that_does_not_exist_has_no_minimum_to_ask_for():
    with pytest.raises(ValueError, match="stage 'heaven'"):
        checklist("meddpicc").below_minimum("heaven")
