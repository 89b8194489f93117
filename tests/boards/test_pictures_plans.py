"""Pictures of purchase plan, sales plan and competition: well-formed, legible without colour, nothing overlaps."""

import re
import xml.etree.ElementTree as ET
from datetime import date, timedelta
from itertools import combinations
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellkit.models.plan.competition import Competition
from sellkit.models.plan.purchase import DecisionProcess, PurchasePlan
from sellkit.models.plan.sales_plan import SalesPlan
from sellkit.models.plan.strategy import Need, Reason, openings
from sellkit.training.words import Words
from sellkit.views.pictures import to_png
from sellkit.views.pictures.competition import competition_svg
from sellkit.views.pictures.decision_timeline import decision_timeline_svg
from sellkit.views.pictures.plan_parts import FIT
from sellkit.views.pictures.sales_plan import sales_plan_svg
from sellkit.views.pictures.style import text_width

SVG = "{http://www.w3.org/2000/svg}"
FIRM = {"confidence": "explicit", "cites": ["notes.p1"]}
EN, ZH = Words("en"), Words("zh-CN")
START = date(2009, 3, 1)


def purchase(text="Tender goes out", rows=1):
    return PurchasePlan.model_validate(
        {
            "as_of": "2009-04-20",
            "steps": [{"id": f"s{n}", "on": START + timedelta(3 * (n // 2)), "work": text} for n in range(rows)]
            + [{"id": "later", "work": "Kick-off"}],
            "stages": [
                {"id": f"d{n}", "name": text, "on": START + timedelta(5 * n), "basis": text, "role": text,
                 "fit": {"value": "good", **FIRM}}
                for n in range(rows)
            ]
            + [{"id": "award", "name": "Award", "on": "2009-06-12", "awards": True, "fit": {"value": "unknown"}}],
        }
    )  # fmt: skip


def sales(text="Technical bid", rows=1):
    items = []
    for n in range(rows):
        items.append({"id": f"i{n}", "stage": "lead", "what": text, "kind": "key-node", "due": START + timedelta(n)})
        items.append({"id": f"a{n}", "parent": f"i{n}", "what": text, "owner": text, "due": START + timedelta(n // 2)})
    late = {"id": "late", "stage": "negotiation", "what": "Terms cleared", "owner": "Ma", "due": "2009-04-01"}
    done = {
        "id": "done",
        "stage": "awareness",
        "what": "Profile",
        "owner": "Ma",
        "due": "2009-03-02",
        "done": "2009-03-09",
    }
    return SalesPlan.model_validate({"as_of": "2009-04-20", "stage": "lead", "items": [*items, late, done]})


def rivalry(text="A lecturer whom they trust", rows=1):
    mark = {"value": "high", **FIRM}
    return Competition.model_validate(
        {
            "rivals": [{"id": f"r{n}", "name": text, "superiority": {"value": 0.8, **FIRM}} for n in range(rows)],
            "resources": [
                {"id": f"x{n}", "party": party, "what": text, "aim": text, "precondition": text, "through": "wei",
                 "chance": mark, "effect": {"value": "unknown"}}
                for n, party in enumerate(["us", *(f"r{n}" for n in range(rows))])
            ],
            "swot": [{"id": f"w{n}", "kind": "weakness", "text": text, "said_by": "wei"} for n in range(rows)],
            "moves": [{"id": "m", "party": "r0", "what": text, "answer": text}] if rows else [],
            "strategy": "flanking",
            "criterion": text,
            "actions": [{"id": f"c{n}", "what": text, "mine": "lay", "counter_move": text} for n in range(rows)],
        }
    )  # fmt: skip


PICTURES = {
    "timeline": (decision_timeline_svg, purchase, PurchasePlan()),
    "plan": (sales_plan_svg, sales, SalesPlan()),
    "competition": (competition_svg, rivalry, Competition()),
}
every = pytest.mark.parametrize("name", PICTURES)
widths = pytest.mark.parametrize("width", [1180, 390])


def shown(svg):
    return [node.text or "" for node in ET.fromstring(svg).iter(f"{SVG}text")]


def boxes(svg):
    """The cards of a picture as (left, top, right, bottom)."""
    rects = [node.attrib for node in ET.fromstring(svg).iter(f"{SVG}rect") if node.get("rx") == "10"]
    sides = [[float(rect[side]) for side in ("x", "y", "width", "height")] for rect in rects]
    return [(x, y, x + w, y + h) for x, y, w, h in sides]


@every
@widths
@pytest.mark.parametrize("words", [EN, ZH], ids=["en", "zh-CN"])
def test_a_picture_is_well_formed_and_names_itself(name, width, words):
    draw, record, _ = PICTURES[name]
    root = ET.fromstring(draw(record(), words, width=width))
    assert root.find(f"{SVG}title").text == words.say(f"boards.{name}.title")
    assert root.get("width") == str(width)


@every
@widths
def test_an_empty_sheet_says_what_would_fill_it(name, width):
    draw, _, empty = PICTURES[name]
    said = " ".join(shown(draw(empty, EN, width=width)))
    assert said.endswith(EN.say(f"boards.{name}.empty"))


@every
@given(st.text(max_size=60))
@settings(max_examples=40, deadline=None)
def test_any_text_is_only_ever_text(name, text):
    draw, record, _ = PICTURES[name]
    tags = {node.tag.removeprefix(SVG) for node in ET.fromstring(draw(record(text), EN)).iter()}
    assert tags <= {"svg", "title", "defs", "pattern", "path", "g", "rect", "circle", "text"}


@every
@widths
def test_no_text_is_smaller_than_twelve_pixels_but_inside_a_badge(name, width):
    draw, record, _ = PICTURES[name]
    sizes = {float(node.get("font-size")) for node in ET.fromstring(draw(record(), EN, width=width)).iter(f"{SVG}text")}
    assert min(sizes) >= 12


LONG = "风险管理与预算控制 and everything that belongs to it " * 6


@every
@widths
@pytest.mark.parametrize("text", ["Short", LONG, "Unbrokenlettersthatgoonandon" * 8], ids=["short", "long", "unbroken"])
def test_forty_rows_do_not_lie_on_each_other_nor_leave_the_paper(name, width, text):
    draw, record, _ = PICTURES[name]
    svg = draw(record(text, 40), ZH, width=width)
    root = ET.fromstring(svg)
    paper = (0, 0, float(root.get("width")), float(root.get("height")))
    cards = boxes(svg)
    for left, top, right, bottom in cards:
        assert left >= paper[0]
        assert right <= paper[2]
        assert bottom <= paper[3]
        assert top < bottom
    for one, other in combinations(cards, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)


@widths
@pytest.mark.parametrize("text", ["Short", LONG])
def test_no_two_lines_of_the_sales_plan_are_written_over_each_other(width, text):
    lines = [
        (float(node.get("x")), float(node.get("y")), node.text or "", float(node.get("font-size")))
        for node in ET.fromstring(sales_plan_svg(sales(text, 40), EN, width=width)).iter(f"{SVG}text")
        if node.get("text-anchor") is None
    ]
    for (x1, y1, one, size), (x2, y2, other, _) in combinations(lines, 2):
        left, right = ((x1, one), (x2, other)) if x1 <= x2 else ((x2, other), (x1, one))
        if abs(y1 - y2) < 10 and left[1] and right[1]:
            assert left[0] + 0.8 * text_width(left[1], size) <= right[0] + 2, (one, other)


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


@every
def test_the_picture_can_be_had_as_png(name):
    draw, record, _ = PICTURES[name]
    assert to_png(draw(record("采购"), ZH, width=390), 1).startswith(b"\x89PNG")


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
