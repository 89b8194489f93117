"""The account plan says, section by section, what the sheets say, and what would fill a section that is empty."""

import re
from datetime import date
from typing import Any

import pytest

from sellkit.documents.blocks import Block, Facts, Figure, Paragraph, Remarks, Table, table
from sellkit.documents.plan import SECTIONS, account_plan
from sellkit.models.account.account import Account
from sellkit.models.text import LANGUAGES
from sellkit.training.methods import method
from sellkit.training.refusals import WordMissing

from .accounts import full, nothing, tables, texts

ORDER = [
    "profile", "opportunities", "funnel", "coverage", "strategy", "value", "competition", "technology", "actions",
    "mutual", "readiness",
]  # fmt: skip
SAYS = {"confidence": "explicit", "witness": "Wang Min", "on": "2026-04-01", "note": "'We start in May.'"}


def plan(**sheets: Any) -> Any:
    """The plan of a small account, in English."""
    data = {"id": "yard", "name": "Yard", "as_of": "2026-04-20", "currency": "EUR", **sheets}
    return account_plan(Account.model_validate(data), "en")


def told(blocks: tuple[Block, ...]) -> str:
    """The facts and paragraphs of a section as one text."""
    facts = [f"{fact.name}: {fact.text}" for block in blocks if isinstance(block, Facts) for fact in block.rows]
    return "\n".join(facts + [block.text for block in blocks if isinstance(block, Paragraph)])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_fills_every_section_in_order(language: str) -> None:
    sections = full(language).sections
    assert [section.id for section in sections] == ORDER
    assert [section.id for section in sections if not section.blocks] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_account_of_which_nothing_is_known_says_for_each_section_what_would_fill_it(language: str) -> None:
    sections = nothing(language).sections
    assert [section.id for section in sections] == list(SECTIONS)
    assert [section.blocks for section in sections] == [()] * len(ORDER)
    assert len({section.empty for section in sections if len(section.empty) > 20}) == len(ORDER)


def test_an_english_plan_holds_no_chinese() -> None:
    assert [text for text in texts(full("en")) if re.search(r"[\u3000-\u9fff\uff00-\uffef]", text)] == []


def test_a_chinese_plan_holds_no_english_words() -> None:
    strays = [text for text in texts(full("zh-CN")) if re.search(r"[A-Za-z]{4,}", text)]
    assert strays == []


def test_no_message_is_left_with_a_gap() -> None:
    assert [text for language in LANGUAGES for text in texts(full(language)) if re.search(r"\{\w*\}", text)] == []


def test_a_language_that_we_do_not_speak_is_refused() -> None:
    with pytest.raises(WordMissing):
        account_plan(Account(id="yard"), "xx")


def test_the_coverage_plan_has_person_owner_next_contact_aim_and_evidence() -> None:
    ma = {"id": "ma", "name": "Ma Li", "title": "Director", "buying_roles": {"value": ["D"], **SAYS}}
    action = {"person": "ma", "what": "Show the trial", "why": "She doubts it", "owner": "Gu", "by": "2026-05-02"}
    rows = tables(
        plan(people={"people": [ma | {"attitude": {"value": "neutral", **SAYS}}], "actions": [action]}), "coverage"
    )
    row = rows["Coverage plan"].rows[0]
    assert row == (
        "Ma Li, Director", "Neutral", "Gu", "2026-05-02", "Show the trial (She doubts it)",
        "Wang Min, 2026-04-01: 'We start in May.'",
    )  # fmt: skip


def test_a_contact_whose_day_has_passed_is_overdue() -> None:
    action = {"person": "ma", "what": "Call", "owner": "Gu", "by": "2026-04-19"}
    rows = tables(plan(people={"people": [{"id": "ma"}], "actions": [action]}), "coverage")
    assert "2026-04-19, overdue" in rows["Coverage plan"].rows[0]


def test_who_decides_is_in_the_coverage_plan_even_if_nobody_thought_of_them() -> None:
    boss = {"id": "bo", "name": "Bo", "buying_roles": {"value": ["A"], **SAYS}}
    clerk = {"id": "cy", "name": "Cy"}
    found = plan(people={"people": [boss, clerk]})
    assert [row[0] for row in tables(found, "coverage")["Coverage plan"].rows] == ["Bo"]
    assert "nobody yet" in tables(found, "coverage")["Coverage plan"].rows[0]
    assert "not listed: 1" in told(found.section("coverage").blocks)


def test_a_person_of_two_deals_has_one_line_for_each_action_and_the_latest_mark() -> None:
    early = {"id": "ma", "name": "Ma", "attitude": {"value": "opponent", **SAYS, "on": "2026-01-10"}}
    late = {"id": "ma", "name": "Ma", "attitude": {"value": "supporter", **SAYS, "on": "2026-04-02"}}
    act = {"person": "ma", "what": "Call", "owner": "Gu"}
    deals = [
        {"id": "one", "people": {"people": [early], "actions": [act]}},
        {"id": "two", "people": {"people": [late], "actions": [act | {"what": "Visit"}]}},
    ]
    rows = tables(plan(opportunities=deals), "coverage")["Coverage plan"].rows
    assert [row[1] for row in rows] == ["Supporter", "Supporter"]
    assert {"Call", "Visit"} == {cell for row in rows for cell in row} & {"Call", "Visit"}


@pytest.mark.parametrize(
    ("mark", "says"),
    [
        ({"value": "A family firm", **SAYS}, "Ownership: A family firm"),
        ({"value": "A family firm"}, "Ownership: A family firm (not confirmed)"),
        ({"value": "unknown"}, "Ownership: not known yet"),
    ],
)
def test_what_is_not_confirmed_is_called_so(mark: dict[str, Any], says: str) -> None:
    assert says in told(plan(profile={"ownership": mark}).section("profile").blocks).splitlines()


def test_open_work_stands_by_day_with_the_late_first_and_done_work_is_counted() -> None:
    items = [
        {"id": "a", "what": "Bid", "due": "2026-06-01", "owner": "Gu"},
        {"id": "b", "what": "Ask", "due": "2026-04-01"},
        {"id": "c", "what": "Met", "due": "2026-03-01", "done": "2026-03-01", "owner": "Gu"},
        {"id": "d", "what": "Some day", "owner": "Gu"},
    ]
    found = plan(opportunities=[{"id": "one", "sales_plan": {"items": items}}])
    rows = tables(found, "actions")["Open work"].rows
    assert [(row[0], row[2], row[3]) for row in rows] == [
        ("Ask", "nobody yet", "2026-04-01, overdue"),
        ("Bid", "Gu", "2026-06-01"),
        ("Some day", "Gu", "no date yet"),
    ]
    assert "Done: 1." in told(found.section("actions").blocks)


def test_an_action_that_the_sales_plan_holds_already_stands_once() -> None:
    deal = {
        "id": "one",
        "sales_plan": {"items": [{"id": "p", "what": "Ask finance", "owner": "Gu"}]},
        "competition": {"actions": [{"id": "a", "what": "Find out why", "plan_action": "p"}]},
    }
    rows = tables(plan(opportunities=[deal]), "actions")["Open work"].rows
    assert [row[0] for row in rows] == ["Ask finance"]


def test_deals_stand_by_stage_and_are_added_up_by_currency() -> None:
    deals = [
        {"id": "a", "name": "Early", "value": 100, "sales_plan": {"stage": "lead"}},
        {"id": "b", "name": "Late", "value": 200.5, "sales_plan": {"stage": "negotiation"}},
        {"id": "c", "name": "Abroad", "value": 70, "currency": "USD"},
    ]
    found = plan(opportunities=deals)
    assert [row[0] for row in tables(found, "opportunities")["Opportunities in hand"].rows] == [
        "Late",
        "Early",
        "Abroad",
    ]
    assert "Together 300.5\u00a0EUR, 70\u00a0USD." in told(found.section("opportunities").blocks)


def test_what_changed_at_the_customers_without_a_deal_may_become_one() -> None:
    rows = [
        {"id": "a", "kind": {"value": "ipo", **SAYS}, "facts": "A listing is planned", "need": "Audit trail"},
        {"id": "b", "facts": "New director", "deal": "one"},
    ]
    found = plan(triggers={"triggers": rows}, opportunities=[{"id": "one"}])
    assert [row[0] for row in tables(found, "opportunities")["What may become one"].rows] == ["Audit trail"]


def test_remarks_stand_in_the_section_that_they_are_about_and_name_the_deal() -> None:
    late = {"items": [{"id": "a", "what": "Bid", "due": "2026-04-01", "owner": "Gu"}]}
    found = plan(opportunities=[{"id": "one", "name": "Crane", "sales_plan": late}, {"id": "two"}])
    remarks = [block for block in found.section("actions").blocks if isinstance(block, Remarks)]
    assert any(remark.says.startswith("Crane: ") for remark in remarks[0].rows)


def test_of_very_many_remarks_the_gravest_are_told_and_the_rest_counted() -> None:
    people = [{"id": f"p{n}", "name": f"P{n}", "buying_roles": {"value": ["D"], **SAYS}} for n in range(60)]
    found = plan(opportunities=[{"id": "one", "people": {"people": people}}])
    remarks = next(block for block in found.section("coverage").blocks if isinstance(block, Remarks))
    assert len(remarks.rows) == 6
    assert remarks.more > 0


def test_remarks_are_errors_and_warnings_the_errors_first() -> None:
    for section in full("en").sections:
        for block in section.blocks:
            if isinstance(block, Remarks):
                severities = [remark.severity for remark in block.rows]
                assert severities == sorted(severities)
                assert set(severities) <= {"error", "warning"}


def test_pictures_are_of_sheets_in_which_something_stands() -> None:
    kinds = [block.kind for section in full("en").sections for block in section.blocks if isinstance(block, Figure)]
    assert kinds == [
        "funnel", "coverage-plan", "political-map", "strategy", "growth", "strengths", "sales-plan", "checklist",
    ]  # fmt: skip
    assert [b for s in plan(opportunities=[{"id": "one"}]).sections for b in s.blocks if isinstance(b, Figure)] == []


@pytest.mark.parametrize(
    "sheets",
    [
        {"people": {"actions": [{"person": "ghost", "what": "Call", "by": "next spring"}]}},
        {"people": {"people": [{"id": "a", "reports_to": "b"}, {"id": "b", "reports_to": "a"}]}},
        {"as_of": None, "people": {"actions": [{"person": "x", "what": "Call", "by": "1999-01-01"}]}},
        {"profile": {"departments": [{"id": "it", "head": "ghost"}], "years": [{"id": "y"}], "systems": [{"id": "s"}]}},
        {"post_sale": {"reviews": [{"id": "r", "on": "9999-12-31"}], "lines": [{"id": "l", "theirs": "ghost"}]}},
        {"opportunities": [{"id": "a", "competition": {"rivals": [{"id": "r"}], "backer": "ghost"}}]},
        {"opportunities": [{"id": "a", "why": {"values": [{"id": "v"}]}, "pain_chain": {"nodes": [{"person": "z"}]}}]},
        {"triggers": {"triggers": [{"id": "t"}], "initiations": [{"id": "i"}]}},
        {"name": "长" * 5000},
    ],
)
def test_odd_sheets_make_a_plan_all_the_same(sheets: dict[str, Any]) -> None:
    for language in LANGUAGES:
        data = {"id": "odd", "as_of": "2026-04-20", **sheets}
        assert account_plan(Account.model_validate(data), language).html().endswith("</html>")


def figure(document: Any, kind: str) -> Any:
    """The record that a picture of the plan shows."""
    return next(b for s in document.sections for b in s.blocks if isinstance(b, Figure) and b.kind == kind)


def test_the_picture_of_the_coverage_plan_knows_each_person_once_with_the_latest_marks_and_every_action() -> None:
    early = {"id": "ma", "name": "Ma", "influence": {"value": 4, **SAYS, "on": "2026-01-10"}}
    late = {"id": "ma", "name": "Ma", "influence": {"value": 2, **SAYS, "on": "2026-04-02"}}
    act = {"person": "ma", "what": "Call", "owner": "Gu"}
    deals = [
        {"id": "one", "people": {"people": [early], "actions": [act]}},
        {"id": "two", "people": {"people": [late], "actions": [act, act | {"what": "Visit"}]}},
    ]
    shown = figure(plan(opportunities=deals), "coverage-plan")
    assert [(person.id, person.influence.value) for person in shown.record.people] == [("ma", 2)]
    assert [action.what for action in shown.record.actions] == ["Call", "Visit"]
    assert shown.on == date(2026, 4, 20)


def test_the_funnel_counts_the_deals_of_the_account_by_stage() -> None:
    deals = [
        {"id": "a", "name": "Early", "value": 100, "sales_plan": {"stage": "lead"}},
        {"id": "b", "name": "None yet"},
    ]
    shown = figure(plan(opportunities=deals), "funnel").record
    assert [(deal.label, deal.stage, deal.value) for deal in shown.deals] == [
        ("Early", "lead", 100),
        ("None yet", None, None),
    ]
    assert plan(opportunities=[{"id": "b"}]).section("funnel").blocks == ()


def test_the_mutual_plan_stands_by_day_and_says_what_is_late_and_what_nobody_agreed_to() -> None:
    done = {"step": "Trial", "day": date(2026, 3, 1), "done": date(2026, 3, 2), "theirs": ("ma",)}
    late = {"step": "Budget", "day": date(2026, 4, 1), "agreed": {"value": True, **SAYS}}
    wish = {"step": "Contract", "day": date(2026, 5, 1), "go-no-go": True, "agreed": {"value": True}}
    rows = [{"id": str(n), "cells": cells} for n, cells in enumerate((wish, late, done))]
    sheet = {"kind": "table", "method": method("mutual-plan"), "rows": rows}
    people = {"people": [{"id": "ma", "name": "Ma Li"}]}
    deals = [{"id": "one", "name": "Crane", "people": people, "methods": {"mutual-plan": sheet}}]
    held = tables(plan(opportunities=deals), "mutual")["Crane: mutual plan"]
    assert [dict(zip(held.columns, row, strict=True)) for row in held.rows] == [
        row | dict.fromkeys(set(held.columns) - row.keys(), "")
        for row in (
            {"Step": "Trial", "Date": "2026-03-01", "Who on their side": "Ma Li", "Done on": "2026-03-02"},
            {"Step": "Budget", "Date": "2026-04-01, overdue", "The customer agrees to it": "yes"},
            {
                "Step": "Contract", "Date": "2026-05-01", "Go or no go": "yes",
                "The customer agrees to it": "yes (not confirmed)",
            },
        )
    ]  # fmt: skip


def test_the_audit_tells_what_we_have_and_what_we_lack() -> None:
    marks = [
        {"item": "managers-time", "judged": {"value": "no"}},
        {"item": "materials", "judged": {"value": "yes", **SAYS}},
    ]
    found = plan(methods={"resource-audit": {"kind": "checklist", "method": method("resource-audit"), "marks": marks}})
    said = told(found.section("readiness").blocks)
    assert "Ready: 1 of 11 questions" in said
    assert "Missing: Time of account managers" in said
    assert figure(found, "checklist").record.marks


def test_columns_in_which_nothing_stands_are_left_out() -> None:
    made = table("T", ("name", "region", "worth"), [("West", " ", "5"), ("East", "", "7")], [2])
    assert made == Table("T", ("name", "worth"), (("West", "5"), ("East", "7")), frozenset({1}))


def test_columns_share_the_whole_width_and_long_texts_get_more() -> None:
    made = table("T", ("a", "b"), [("短", "一句相当长的话，比另一列长得多")])
    assert sum(made.shares) == pytest.approx(1)
    assert made.shares[1] > 2 * made.shares[0]
