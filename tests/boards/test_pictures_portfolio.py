"""Pictures of strategy, growth, strengths and the funnel: well-formed, legible without colour, nothing overlaps."""

import xml.etree.ElementTree as ET
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellkit.models.portfolio.funnel import Funnel
from sellkit.models.portfolio.growth import SOURCE_KINDS, GrowthPlan
from sellkit.models.portfolio.strategy_fit import CustomerStrategy
from sellkit.models.portfolio.strengths import StrengthMatrix
from sellkit.training.words import Words
from sellkit.views.pictures import picture, to_png
from sellkit.views.pictures.funnel import funnel_svg
from sellkit.views.pictures.grid import grid_svg
from sellkit.views.pictures.growth import growth_svg
from sellkit.views.pictures.money import money
from sellkit.views.pictures.strategy_fit import strategy_svg
from sellkit.views.pictures.strengths import strength_matrix_svg

from ..models.portfolio_sheets import grid, mark

SVG = "{http://www.w3.org/2000/svg}"
EN, ZH = Words("en"), Words("zh-CN")
LONG = "风险管理与预算控制 and everything that belongs to it " * 6
TODAY = date(2009, 4, 1)
EMPTY_STRATEGY = CustomerStrategy(alignment=grid("strategic-alignment", {}), tactics=grid("tactical-initiatives", {}))


def strategy(text="Raise loyalty", rows=1, wanted="high"):
    places = [("customer", "2009-01-01", "low", "high"), ("customer", "2011-01-01", wanted, "high")]
    times = ["one-year", "three-years", "two-years?"]
    tactics = grid("tactical-initiatives", {f"i{n}": (times[n % 3], "revenue") for n in range(rows)})
    named = [each.changed(name=text, note=text) for each in tactics.placements]
    return CustomerStrategy(
        alignment=grid("strategic-alignment", places), tactics=tactics.changed(placements=named), as_of=TODAY
    )


def growth(text="Licences", rows=1):
    amounts = [200, "300?", 0, -50, "unknown", 90]
    sources = [
        {"id": f"s{n}", "kind": SOURCE_KINDS[n % 6], "customer": text, "what": text, "amount": mark(amounts[n % 6])}
        for n in range(rows)
    ]
    return GrowthPlan.model_validate({"target": 9000, "current": 8000, "currency": text[:3], "sources": sources})


def matrix(text="Local partner", rows=1):
    cells = [
        {"who": f"{side}{n}", "strength": f"s{n % 5}", "level": mark([3, "2?", "unknown", 1][n % 4])}
        for side in "ur"
        for n in range(rows)
    ]
    return StrengthMatrix.model_validate(
        {
            "units": [{"id": f"u{n}", "name": text} for n in range(rows)],
            "rivals": [{"id": f"r{n}", "name": text} for n in range(rows)],
            "strengths": [{"id": f"s{n}", "name": text} for n in range(5)],
            "needs": [{"id": f"n{n}", "name": text, "strengths": [f"s{n % 5}"]} for n in range(rows)],
            "cells": cells,
        }
    )


def funnel(text="Platform", rows=1):
    deals = [
        {
            "id": f"d{n}", "name": text, "tier": "ABCD"[n % 4], "stage": ["lead", "proposal", None][n % 3],
            "value": 1000 * n, "chance": 40, "entered": TODAY - timedelta(7 * n), "opened": TODAY - timedelta(9 * n),
            "spent": n,
            "work": ["sale", "maintenance"][n % 2], "currency": text[:3],
        }
        for n in range(rows)
    ]  # fmt: skip
    stages = [{"id": "lead", "name": text, "stays": [10, 20, 30]}, {"id": "proposal", "name": text}]
    return Funnel.model_validate(
        {"as_of": TODAY, "stages": stages, "deals": deals, "closings": 2, "close_rate": 20, "target_value": 5000}
    )


PICTURES = {
    "strategy": (strategy_svg, strategy, EMPTY_STRATEGY),
    "growth": (growth_svg, growth, GrowthPlan()),
    "strengths": (strength_matrix_svg, matrix, StrengthMatrix()),
    "funnel": (funnel_svg, funnel, Funnel()),
}
every = pytest.mark.parametrize("name", PICTURES)
widths = pytest.mark.parametrize("width", [1180, 390])


def texts(svg):
    return [node.text or "" for node in ET.fromstring(svg).iter(f"{SVG}text")]


def bars(svg, **look):
    return [node for node in ET.fromstring(svg).iter(f"{SVG}rect") if look.items() <= node.attrib.items()]


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
    assert EN.say(f"boards.{name}.empty") in " ".join(texts(draw(empty, EN, width=width)))


@every
@given(st.text(max_size=60))
@settings(max_examples=30, deadline=None)
def test_any_text_is_only_ever_text(name, text):
    draw, record, _ = PICTURES[name]
    tags = {node.tag.removeprefix(SVG) for node in ET.fromstring(draw(record(text), EN)).iter()}
    assert tags <= {"svg", "title", "defs", "pattern", "marker", "path", "g", "rect", "circle", "text"}


@every
@widths
def test_no_text_is_smaller_than_twelve_pixels(name, width):
    draw, record, _ = PICTURES[name]
    sizes = {
        float(node.get("font-size")) for node in ET.fromstring(draw(record(rows=6), EN, width=width)).iter(f"{SVG}text")
    }
    assert min(sizes) >= 12


@every
@widths
@pytest.mark.parametrize("text", ["Short", LONG, "Unbrokenlettersthatgoonandon" * 8], ids=["short", "long", "unbroken"])
def test_forty_rows_neither_lie_on_each_other_nor_leave_the_paper(name, width, text):
    draw, record, _ = PICTURES[name]
    root = ET.fromstring(draw(record(text, 40), ZH, width=width))
    wide, tall = float(root.get("width")), float(root.get("height"))
    cards = [
        tuple(float(rect.get(side)) for side in ("x", "y", "width", "height"))
        for rect in root.iter(f"{SVG}rect")
        if rect.get("rx") in ("10", "3") and rect.get("x") != "2"  # cards and bars, not those of the legend
    ]
    assert cards
    for x, y, w, h in cards:
        assert min(x, y, wide - x - w, tall - y - h) >= 0
    for (x1, y1, w1, h1), (x2, y2, w2, h2) in combinations(cards, 2):
        apart = x1 + w1 <= x2 or x2 + w2 <= x1 or y1 + h1 <= y2 or y2 + h2 <= y1
        within = (x1 <= x2 and x2 + w2 <= x1 + w1 + 0.2 and y1 <= y2 and y2 + h2 <= y1 + h1) or (
            x2 <= x1 and x1 + w1 <= x2 + w2 + 0.2 and y2 <= y1 and y1 + h1 <= y2 + h2
        )
        assert apart or within


@every
@widths
def test_a_picture_can_be_had_as_png(name, width):
    draw, record, _ = PICTURES[name]
    assert to_png(draw(record(rows=5), ZH, width=width), 1).startswith(b"\x89PNG")


@every
def test_a_picture_is_found_by_its_record(name):
    _, record, _ = PICTURES[name]
    assert EN.say(f"boards.{name}.title") in picture(record(), EN).svg


def test_the_wanted_place_is_told_from_where_something_stands_and_from_where_it_was():
    places = [
        ("c", day, focus, "high")
        for day, focus in (("2008-01-01", "low"), ("2009-01-01", "low"), ("2011-01-01", "high"))
    ]
    svg = grid_svg(grid("strategic-alignment", places, as_of=TODAY), EN)
    assert len(bars(svg, rx="13")) == 1
    assert {"c", "c 2008-01-01", "c 2011-01-01"} <= set(texts(svg))
    assert svg.count("url(#arrow)") == 2  # to the wanted place, and the one in the legend: standing still is no move


def test_each_initiative_stands_under_how_it_lies_to_the_arrow():
    svg = strategy_svg(strategy(rows=3), EN)
    for fit in ("carries", "too-late", "open"):
        assert EN.say(f"boards.strategy.fit.{fit}") in texts(svg)
    assert EN.say("boards.strategy.fit.off") not in texts(svg)


def test_an_arrow_that_is_not_confirmed_says_so():
    assert EN.say("boards.strategy.open") in texts(strategy_svg(strategy(wanted="high?"), EN))


def test_what_is_hoped_for_is_hatched_and_the_rest_is_an_outline():
    svg = growth_svg(growth(rows=6), EN)
    assert len(bars(svg, fill="url(#hoped)")) == 2  # one bar and the legend
    # 9000 - 8000 - 200 + 50 - 90 = 760
    assert {"(300)", "+200", "−50", "760"} <= set(texts(svg))


def test_a_bar_that_does_not_begin_at_nothing_shows_its_break():
    near = GrowthPlan(target=110, current=100)
    far = GrowthPlan(target=1000, current=100)
    assert growth_svg(near, EN).count("l6 -28") > growth_svg(far, EN).count("l6 -28") == 0


def test_a_stalled_deal_and_an_overdue_review_are_said_in_words():
    said = " ".join(texts(funnel_svg(funnel(rows=9), EN)))
    assert EN.say("boards.funnel.stalled") in said
    assert EN.say("boards.funnel.review", days=36, within=5) in said


def test_a_forecast_is_shown_as_an_interval():
    deals = [{"id": "a", "value": 100, "chance": 50}, {"id": "b", "value": 100, "chance": 50}]
    said = texts(funnel_svg(Funnel.model_validate({"deals": deals}), EN))
    assert EN.say("boards.funnel.forecast", low="0", high="200", weighted="100", count=2) in said


def test_the_winning_combination_is_named():
    made = StrengthMatrix.model_validate(
        {
            "units": [{"id": "us", "name": "Systems"}, {"id": "idle", "name": "Idle"}],
            "rivals": [{"id": "acme"}],
            "strengths": [{"id": "brand"}],
            "needs": [{"id": "n", "strengths": ["brand"]}],
            "cells": [
                {"who": "us", "strength": "brand", "level": mark(3)},
                {"who": "acme", "strength": "brand", "level": mark(1)},
            ],
        }
    )
    assert EN.say("boards.strengths.combination", units="Systems") in texts(strength_matrix_svg(made, EN))


def test_a_claimed_strength_is_dashed_and_an_unknown_one_a_question_mark():
    svg = strength_matrix_svg(matrix(rows=4), EN)
    assert bars(svg, width="44")[0].get("stroke-dasharray")
    assert texts(svg).count("?") >= 3  # two cells and the legend


@pytest.mark.parametrize(("amount", "text"), [(1234567.8, "1,234,568"), (0, "0"), (1e300, "1e+300")])
def test_money_is_short_however_much_it_is(amount, text):
    assert money(amount) == text


def test_a_sum_beyond_all_business_breaks_no_picture():
    deal = {"id": "a", "value": 1e308, "chance": 50}
    assert ET.fromstring(funnel_svg(Funnel.model_validate({"deals": [deal, deal | {"id": "b"}]}), EN)) is not None
