"""Pictures of strategy, growth, strengths and the funnel: hoped, claimed and unknown are told without colour."""

import xml.etree.ElementTree as ET

import pytest

from sellkit.models.portfolio.funnel import Funnel
from sellkit.models.portfolio.growth import GrowthPlan
from sellkit.models.portfolio.strengths import StrengthMatrix
from sellkit.views.pictures.funnel import funnel_svg
from sellkit.views.pictures.grid import grid_svg
from sellkit.views.pictures.growth import growth_svg
from sellkit.views.pictures.money import money
from sellkit.views.pictures.strategy_fit import strategy_svg
from sellkit.views.pictures.strengths import strength_matrix_svg

from ..models.portfolio_sheets import grid, mark
from .specimens.portfolio import TODAY, funnel, growth, matrix, strategy
from .svg import EN, SVG, shown


def bars(svg, **look):
    return [node for node in ET.fromstring(svg).iter(f"{SVG}rect") if look.items() <= node.attrib.items()]


def test_the_wanted_place_is_told_from_where_something_stands_and_from_where_it_was():
    places = [
        ("c", day, focus, "high")
        for day, focus in (("2008-01-01", "low"), ("2009-01-01", "low"), ("2011-01-01", "high"))
    ]
    svg = grid_svg(grid("strategic-alignment", places, as_of=TODAY), EN)
    assert len(bars(svg, rx="13")) == 1
    assert {"c", "c 2008-01-01", "c 2011-01-01"} <= set(shown(svg))
    assert svg.count("url(#arrow)") == 2  # to the wanted place, and the one in the legend: standing still is no move


def test_each_initiative_stands_under_how_it_lies_to_the_arrow():
    svg = strategy_svg(strategy(rows=3), EN)
    for fit in ("carries", "too-late", "open"):
        assert EN.say(f"boards.strategy.fit.{fit}") in shown(svg)
    assert EN.say("boards.strategy.fit.off") not in shown(svg)


def test_an_arrow_that_is_not_confirmed_says_so():
    assert EN.say("boards.strategy.open") in shown(strategy_svg(strategy(wanted="high?"), EN))


def test_what_is_hoped_for_is_hatched_and_the_rest_is_an_outline():
    svg = growth_svg(growth(rows=6), EN)
    assert len(bars(svg, fill="url(#hoped)")) == 2  # one bar and the legend
    # 9000 - 8000 - 200 + 50 - 90 = 760
    assert {"(300)", "+200", "−50", "760"} <= set(shown(svg))


def test_a_bar_that_does_not_begin_at_nothing_shows_its_break():
    near = GrowthPlan(target=110, current=100)
    far = GrowthPlan(target=1000, current=100)
    assert growth_svg(near, EN).count("l6 -28") > growth_svg(far, EN).count("l6 -28") == 0


def test_a_stalled_deal_and_an_overdue_review_are_said_in_words():
    said = " ".join(shown(funnel_svg(funnel(rows=9), EN)))
    assert EN.say("boards.funnel.stalled") in said
    assert EN.say("boards.funnel.review", days=36, within=5) in said


def test_signs_that_nothing_needs_are_left_out():
    bare = Funnel.model_validate({"stages": [{"id": "lead"}], "deals": [{"id": "a", "stage": "lead", "value": 5}]})
    said = shown(funnel_svg(bare, EN))
    assert not {EN.say(f"boards.funnel.sign.{sign}") for sign in ("tier", "age", "limit")} & set(said)
    assert {"lead", "a", "Deals: 1 · 5"} <= set(said)


def test_a_forecast_is_shown_as_an_interval():
    deals = [{"id": "a", "value": 100, "chance": 50}, {"id": "b", "value": 100, "chance": 50}]
    said = shown(funnel_svg(Funnel.model_validate({"deals": deals}), EN))
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
    assert EN.say("boards.strengths.combination", units="Systems") in shown(strength_matrix_svg(made, EN))


def test_a_claimed_strength_is_dashed_and_an_unknown_one_a_question_mark():
    svg = strength_matrix_svg(matrix(rows=4), EN)
    assert bars(svg, width="44")[0].get("stroke-dasharray")
    assert shown(svg).count("?") >= 3  # two cells and the legend


@pytest.mark.parametrize(("amount", "text"), [(1234567.8, "1,234,568"), (0, "0"), (1e300, "1e+300")])
def test_money_is_short_however_much_it_is(amount, text):
    assert money(amount) == text


def test_a_sum_beyond_all_business_breaks_no_picture():
    deal = {"id": "a", "value": 1e308, "chance": 50}
    assert ET.fromstring(funnel_svg(Funnel.model_validate({"deals": [deal, deal | {"id": "b"}]}), EN)) is not None
