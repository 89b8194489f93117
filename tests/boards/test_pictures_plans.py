"""Pictures of purchase plan, sales plan and competition: legible without colour, each reader sees what is theirs."""

import re
import xml.etree.ElementTree as ET
from typing import get_args

import pytest

from sellkit.models.plan.competition import Competition
from sellkit.models.plan.purchase import DecisionProcess, PurchasePlan
from sellkit.models.plan.sales_plan import SalesPlan
from sellkit.models.plan.strategy import Need, Reason, openings
from sellkit.views.pictures.competition import competition_svg
from sellkit.views.pictures.decision_timeline import decision_timeline_svg
from sellkit.views.pictures.plan_parts import FIT
from sellkit.views.pictures.sales_plan import sales_plan_svg

from .specimens.plans import purchase, rivalry, sales
from .svg import EN, FIRM, SVG, ZH, shown

widths = pytest.mark.parametrize("width", [1180, 390])


@widths
def test_the_time_line_shows_who_decides_what_on_which_basis_and_how_we_fit(width):
    record = PurchasePlan.model_validate(
        {
            "as_of": "2009-04-20",
            "steps": [{"id": "bids", "on": "2009-05-26", "work": "Bids compared", "lead": "ning"}],
            "stages": [
                {"id": "award", "name": "Award", "on": "2009-06-12", "decider": "wei", "role": "chairman",
                 "basis": "Least risk", "fit": {"value": "poor", **FIRM}, "awards": True}
            ],
        }
    )  # fmt: skip
    said = " | ".join(shown(decision_timeline_svg(record, EN, names={"wei": "Wei Tinglan"}, width=width)))
    for part in ("Bids compared", "Led by ning", "Wei Tinglan", "chairman", "On: Least risk", "Our fit: Poor", "Today",
                 "2009-05-26", "2009-06-12", "→ Award", "days left: 53"):  # fmt: skip
        assert part in said


@pytest.mark.parametrize(
    ("fit", "says"),
    [
        ({}, "Our fit: not judged"),
        ({"value": "unknown"}, "Our fit: not known yet"),
        ({"value": "good"}, "Our fit: Good (not confirmed)"),
        ({"value": "good", **FIRM}, "Our fit: Good"),
    ],
)
def test_blank_unknown_claimed_and_confirmed_fit_are_four_different_things(fit, says):
    record = DecisionProcess.model_validate({"stages": [{"id": "award", "on": "2009-06-12", "fit": fit}]})
    assert says in shown(decision_timeline_svg(record, EN))


def test_every_fit_has_a_sign_of_its_own():
    assert {level["id"] for level in EN.scale("decision-fit")} == FIT.keys()
    assert len({badge.text for badge in FIT.values()}) == len(FIT)


def test_a_decision_that_nothing_prepares_is_named():
    lonely = PurchasePlan.model_validate({"stages": [{"id": "award", "on": "2009-06-12"}]})
    assert EN.say("boards.timeline.unprepared") in shown(decision_timeline_svg(lonely, EN))


def test_today_stands_between_what_was_and_what_comes():
    svg = decision_timeline_svg(purchase(rows=3), EN)
    at = {node.text: float(node.get("y")) for node in ET.fromstring(svg).iter(f"{SVG}text")}
    assert at["2009-03-11"] < at["Today, 2009-04-20"] < at["2009-06-12"]


@pytest.mark.parametrize(
    ("reader", "sees", "misses"),
    [
        ("region-head", {"Key"}, {"Ordinary", "Below"}),
        ("sales-manager", {"Key", "Ordinary"}, {"Below"}),
        ("salesperson", {"Key", "Ordinary", "Below"}, set()),
    ],
)
@widths
def test_each_reader_gets_a_plan_of_their_own(reader, sees, misses, width):
    record = SalesPlan.model_validate(
        {
            "items": [
                {"id": "k", "stage": "lead", "what": "Key", "kind": "key-node"},
                {"id": "g", "stage": "lead", "what": "Ordinary"},
                {"id": "b", "parent": "g", "what": "Below"},
            ]
        }
    )
    said = set(shown(sales_plan_svg(record, EN, reader=reader, width=width)))
    assert sees <= said
    assert not misses & said


@widths
def test_what_is_late_says_so_in_words_and_in_a_pattern(width):
    svg = sales_plan_svg(sales(), EN, width=width)
    assert any("overdue since 2009-04-01" in text for text in shown(svg))
    assert svg.count("url(#late)") >= (3 if width > 720 else 2)


@widths
def test_the_load_of_everybody_is_told(width):
    said = shown(sales_plan_svg(sales(), EN, width=width))
    assert EN.say("boards.plan.load", open=1, overdue=1, done=1) in said
    assert "Ma" in said


def test_without_a_day_nothing_is_called_late():
    svg = sales_plan_svg(sales().changed(as_of=None), EN)
    assert not any("overdue since" in text for text in shown(svg))


@widths
def test_every_strategy_is_shown_with_its_reason(width):
    record = rivalry()
    said = " ".join(shown(competition_svg(record, EN, width=width)))
    for found in openings(record):
        assert EN.level("competitive-strategy", found.strategy) in said
        assert EN.say(f"boards.strategy.{found.reason}") in said


def test_a_strategy_that_is_chosen_against_the_situation_is_called_that():
    said = shown(competition_svg(Competition(strategy="frontal"), EN))
    assert EN.say("boards.competition.chosen-closed") in said


def test_every_reason_and_need_of_a_strategy_has_words_in_both_languages():
    for code in (*get_args(Reason), *get_args(Need)):
        assert EN.say(f"boards.strategy.{code}").isascii()
        assert re.search("[一-鿿]", ZH.say(f"boards.strategy.{code}"))


@widths
def test_the_board_tells_through_whose_eyes_and_asks_where_nobody_is_named(width):
    record = Competition.model_validate(
        {
            "swot": [
                {"id": "s", "kind": "strength", "text": "Knows parks", "said_by": "zhang"},
                {"id": "t", "kind": "threat", "text": "One firm for all"},
            ]
        }
    )
    said = shown(competition_svg(record, EN, names={"zhang": "Zhang Song"}, width=width))
    assert {"Knows parks", "says Zhang Song", "One firm for all", "who says so?"} <= set(said)


@widths
@pytest.mark.parametrize("days", [("0001-01-01", "9999-12-31"), ("2009-04-20", "2009-04-20"), (None, None)])
def test_any_calendar_can_be_drawn(days, width):
    first, last = days
    rows = [{"id": "a", "on": first, "work": "One"}, {"id": "b", "on": last, "work": "Two"}]
    record = PurchasePlan.model_validate({"as_of": last, "steps": rows, "stages": [{"id": "c", "on": last}]})
    items = [{"id": "a", "stage": "lead", "due": first}, {"id": "b", "stage": "lead", "due": last, "done": first}]
    for svg in (
        decision_timeline_svg(record, EN, width=width),
        sales_plan_svg(SalesPlan.model_validate({"as_of": last, "items": items}), EN, width=width),
    ):
        assert len(svg) < 60_000
        ET.fromstring(svg)


def test_a_plan_whose_items_stand_under_each_other_in_a_ring_is_drawn():
    ring = [{"id": "a", "parent": "b", "what": "One"}, {"id": "b", "parent": "a", "what": "Two"}]
    assert {"One", "Two"} <= set(shown(sales_plan_svg(SalesPlan.model_validate({"items": ring}), EN)))
