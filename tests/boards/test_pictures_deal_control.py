"""Pictures of deal control: what counts told apart from what is hoped, claims never a chance."""

import re
import xml.etree.ElementTree as ET
from datetime import date
from itertools import pairwise

import pytest

from sellkit.models.control.deal_control import DealControl
from sellkit.models.control.history import ControlHistory
from sellkit.models.control.value import ELEMENTS, SCHEMES, states
from sellkit.training.words import Words
from sellkit.views.pictures import picture
from sellkit.views.pictures.control_parts import place, zone_ends

from ..models.deal_sheets import sheet
from .specimens.control import calibration, gauge, history, portfolio
from .svg import EN, SVG, shown, told


def test_the_gauge_shows_both_values_every_element_and_what_is_next():
    svg = picture(gauge(), EN, names={"luo": "Luo Jie"}).svg
    said = told(svg)
    assert {"1W1F2C", "1W1F4C"} <= set(shown(svg))
    assert {"W", "F1", "C4", "C8?", "C9"} <= set(shown(svg))
    assert "Next to win: F2" in said
    assert "Gate 1W passed" in said
    assert "Gate 6C: 4 short" in said


def test_what_is_only_claimed_says_what_it_lacks():
    said = told(picture(gauge(), EN).svg)
    assert "Only claimed: coaches disagree" in said
    assert "Only claimed: no coach's word" in said
    assert "Does not hold" in said


def test_the_people_to_win_stand_by_name():
    said = told(
        picture(sheet("w", voices=[{"id": "shen"}, {"id": "luo", "key": True}]), EN, names={"luo": "Luo Jie"}).svg
    )
    assert "Whom to win: shen, Luo Jie" in said


def test_a_history_of_many_reviews_grows_and_its_days_do_not_overlap():
    root = ET.fromstring(picture(history(40), EN, width=390).svg)
    xs = sorted(
        float(n.get("x"))
        for n in root.iter(f"{SVG}text")
        if re.fullmatch(r"\d{4}-\d\d-\d\d", n.text or "") and n.get("text-anchor")
    )
    assert len(xs) == 40
    assert min(b - a for a, b in pairwise(xs)) >= 70


def test_a_review_that_was_only_copied_is_called_so():
    first = sheet("", "c1", id="a", as_of="2026-01-01")
    record = ControlHistory(reviews=(first, first.changed(id="b", as_of=date(2026, 2, 1))))
    assert "Copied" in told(picture(record, EN).svg)


def test_forty_deals_stand_below_each_other():
    root = ET.fromstring(picture(portfolio(40), EN, width=390).svg)
    cards = [n for n in root.iter(f"{SVG}rect") if n.get("rx") == "10"]
    spans = sorted((float(n.get("y")), float(n.get("y")) + float(n.get("height"))) for n in cards)
    assert len(spans) == 40
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_a_published_figure_stands_with_its_source_and_as_nobodys_chance(language):
    words = Words(language)
    said = told(picture(calibration(), words).svg)
    assert words.say("boards.control.calibration.no-chance")[:20] in said
    assert said.count(words.say("boards.control.calibration.source", source="").strip()) == 4
    assert ("99 %" in said) + ("99%" in said) == 1  # only in the words of the claim itself


def test_too_few_deals_show_no_rate():
    few, enough = (picture(calibration(count), EN).svg for count in (5, 20))
    assert "too few deals: 5, 12 are needed" in told(few)
    assert few.count("<circle") == 1  # the legend's
    assert enough.count("<circle") > 1


@pytest.mark.parametrize("scheme", SCHEMES)
def test_each_value_lies_on_the_strip_within_its_zone(scheme):
    ends = zone_ends(scheme)
    for value in states(scheme):
        start, end = ends[value.zone]
        assert start < place(value) < end


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_element_has_its_cell(scheme):
    said = shown(picture(DealControl(scheme=scheme), EN).svg)
    assert all(id.upper() in said for id in ELEMENTS[scheme])
