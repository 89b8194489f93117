"""Pictures of deal control: well-formed, safe, what counts told apart from what is hoped, claims never a chance."""

import re
import xml.etree.ElementTree as ET
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellkit.models.control.calibration import calibrate
from sellkit.models.control.closed_deals import ClosedDeal, ClosedDeals, Reading
from sellkit.models.control.deal_control import DealControl
from sellkit.models.control.history import ControlHistory, ControlPortfolio
from sellkit.models.control.value import ELEMENTS, SCHEMES, states
from sellkit.training.words import Words
from sellkit.views.pictures import picture
from sellkit.views.pictures.control_parts import place, zone_ends

from ..models.deal_sheets import element, sheet

SVG = "{http://www.w3.org/2000/svg}"
EN = Words("en")
WIDTHS = [1180, 390]


def gauge(text="Harbour ERP", **more):
    rows = [element("c4", True, ("bai", False)), element("c6", value=False), element("c8", value="unknown")]
    return sheet("w f1 c1 c2", "c7", rows=rows, deal=text, seller=text, as_of="2026-03-31", **more)


def history(count=3, text="Harbour ERP"):
    held = ["", "c1 c2", "w f1 c1 c2 c3"]
    reviews = [sheet(held[n % 3], "f2", id=f"r{n}", as_of=date(2026, 1 + n % 12, 1 + n // 12)) for n in range(count)]
    return ControlHistory(deal=text, reviews=reviews)


def portfolio(count=3, text="Harbour ERP"):
    return ControlPortfolio(deals=[gauge(text).changed(id=f"d{n}") for n in range(count)])


def calibration(count=20, text="Han Mei"):
    reading = Reading(on=date(2026, 1, 1), claimed={"w", "f1"}, confirmed={"w"}, chance=0.8)
    return calibrate(
        ClosedDeals(
            deals=[
                ClosedDeal(id=f"d{n}", seller=text, won=n % 4 > 0, closed_on=date(2026, 6, 1), readings=(reading,))
                for n in range(count)
            ]
        )
    )


RECORDS = [
    gauge(), DealControl(), DealControl(scheme="C136"), history(), ControlHistory(), portfolio(), ControlPortfolio(),
    calibration(), calibrate(ClosedDeals()), calibration(5),
]  # fmt: skip


def texts(svg):
    return [node.text or "" for node in ET.fromstring(svg).iter(f"{SVG}text")]


def read(svg):
    return " ".join(texts(svg))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_picture_is_well_formed_and_names_itself(record, language, width):
    root = ET.fromstring(picture(record, Words(language), width=width).svg)
    assert root.find(f"{SVG}title").text
    assert float(root.get("width")) >= width


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_no_text_is_too_small_to_read(record, width):
    sizes = [
        float(node.get("font-size")) for node in ET.fromstring(picture(record, EN, width=width).svg).iter(f"{SVG}text")
    ]
    assert min(sizes) >= 12


@given(st.text(max_size=60))
@settings(max_examples=25, deadline=None)
def test_any_text_is_only_ever_text(text):
    for record in (gauge(text), history(text=text), portfolio(text=text), calibration(text=text)):
        tags = {node.tag.removeprefix(SVG) for node in ET.fromstring(picture(record, EN).svg).iter()}
        assert tags <= {"svg", "title", "g", "rect", "path", "circle", "text"}


def test_the_gauge_shows_both_values_every_element_and_what_is_next():
    svg = picture(gauge(), EN, names={"luo": "Luo Jie"}).svg
    shown = read(svg)
    assert {"1W1F2C", "1W1F4C"} <= set(texts(svg))
    assert {"W", "F1", "C4", "C8?", "C9"} <= set(texts(svg))
    assert "Next to win: F2" in shown
    assert "Gate 1W passed" in shown
    assert "Gate 6C: 4 short" in shown


def test_what_is_only_claimed_says_what_it_lacks():
    shown = read(picture(gauge(), EN).svg)
    assert "Only claimed: coaches disagree" in shown
    assert "Only claimed: no coach's word" in shown
    assert "Does not hold" in shown


def test_the_people_to_win_stand_by_name():
    shown = read(
        picture(sheet("w", voices=[{"id": "shen"}, {"id": "luo", "key": True}]), EN, names={"luo": "Luo Jie"}).svg
    )
    assert "Whom to win: shen, Luo Jie" in shown


@pytest.mark.parametrize(
    "record", [DealControl(), ControlHistory(), ControlPortfolio(), calibrate(ClosedDeals())], ids=repr
)
def test_an_empty_picture_says_what_would_fill_it(record):
    assert re.search(r"(Nothing is filled in|No review|No deal|No closed deal) yet", read(picture(record, EN).svg))


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
    assert "Copied" in read(picture(record, EN).svg)


def test_forty_deals_stand_below_each_other():
    root = ET.fromstring(picture(portfolio(40), EN, width=390).svg)
    cards = [n for n in root.iter(f"{SVG}rect") if n.get("rx") == "10"]
    spans = sorted((float(n.get("y")), float(n.get("y")) + float(n.get("height"))) for n in cards)
    assert len(spans) == 40
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_a_published_figure_stands_with_its_source_and_as_nobodys_chance(language):
    words = Words(language)
    shown = read(picture(calibration(), words).svg)
    assert words.say("boards.control.calibration.no-chance")[:20] in shown
    assert shown.count(words.say("boards.control.calibration.source", source="").strip()) == 4
    assert ("99 %" in shown) + ("99%" in shown) == 1  # only in the words of the claim itself


def test_too_few_deals_show_no_rate():
    few, enough = (picture(calibration(count), EN).svg for count in (5, 20))
    assert "too few deals: 5, 12 are needed" in read(few)
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
    shown = texts(picture(DealControl(scheme=scheme), EN).svg)
    assert all(id.upper() in shown for id in ELEMENTS[scheme])
