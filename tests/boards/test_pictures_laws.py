"""What holds for every kind of picture: whole, in both languages, within its paper, legible, and any text only text."""

import inspect
import re
import xml.etree.ElementTree as ET
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellkit.models.base import Record
from sellkit.training.words import Words
from sellkit.views.pictures import PICTURES, picture, to_png

from .specimens import SPECIMENS
from .svg import (
    ALLOWED,
    EN,
    LONG,
    SVG,
    UNBROKEN,
    ZH,
    boxes,
    frame,
    meeting,
    shown,
    tags,
    texts,
    told,
    written,
)  # fmt: skip

SLIDE, PHONE = 1180, 390
PILL = "11"  # how a pill is rounded; it may sit on the edge of its card
PEOPLE = ("wei", "liu", "goto", "updown", "p0")

every = pytest.mark.parametrize("name", SPECIMENS)
widths = pytest.mark.parametrize("width", [SLIDE, PHONE])
languages = pytest.mark.parametrize("words", [EN, ZH], ids=["en", "zh-CN"])


def kind(name: str) -> str:
    return name.split()[0]


def drawn(name: str, record: Record, words: Words = EN, width: int = SLIDE, person: str = "Wei") -> str:
    names = {"names": dict.fromkeys(PEOPLE, person)} if PICTURES[kind(name)].named else {}
    return picture(record, words, kind(name), width=width, **names).svg


def test_every_kind_of_picture_is_tried() -> None:
    assert set(map(kind, SPECIMENS)) == PICTURES.keys()


@every
def test_every_picture_can_be_had_for_a_phone(name: str) -> None:
    file, _, function = PICTURES[kind(name)].function.partition(":")
    draw = getattr(import_module(f"sellkit.views.pictures.{file}"), function)
    assert "width" in inspect.signature(draw).parameters


@every
def test_a_record_shows_itself_in_the_first_picture_that_fits_it(name: str) -> None:
    record = SPECIMENS[name].made("Wei", 2)
    first = next(each for each, drawn in PICTURES.items() if drawn.shows == PICTURES[kind(name)].shows)
    assert picture(record, EN).svg == picture(record, EN, first).svg


@every
@widths
@languages
@pytest.mark.parametrize("blank", [True, False], ids=["blank", "filled in"])
def test_a_picture_names_itself_and_keeps_its_width(name: str, width: int, words: Words, blank: bool) -> None:
    specimen = SPECIMENS[name]
    svg = drawn(name, specimen.blank if blank else specimen.made("Wei", 3), words, width)
    title = ET.fromstring(svg).findtext(f"{SVG}title")
    assert title
    assert not specimen.title or title == words.say(specimen.title)
    assert frame(svg).right == width or (specimen.grows and width == SLIDE)


@every
@widths
@languages
def test_a_blank_sheet_says_what_would_fill_it(name: str, width: int, words: Words) -> None:
    specimen = SPECIMENS[name]
    said = told(drawn(name, specimen.blank, words, width)).replace(" ", "")
    assert words.say(specimen.empty).replace(" ", "") in said


@every
@given(st.text(max_size=60))
@settings(max_examples=20, deadline=None)
def test_any_text_is_only_ever_text(name: str, text: str) -> None:
    for width in (SLIDE, PHONE):
        assert tags(drawn(name, SPECIMENS[name].made(text, 2), EN, width, text)) <= ALLOWED


@every
@widths
@languages
def test_no_text_is_smaller_than_twelve_pixels(name: str, width: int, words: Words) -> None:
    for record in (SPECIMENS[name].blank, SPECIMENS[name].made("Wei", 6)):
        assert min(float(node.get("font-size", 0)) for node in texts(drawn(name, record, words, width))) >= 12


@every
def test_a_chinese_picture_has_no_english_sentence(name: str) -> None:
    for record in (SPECIMENS[name].blank, SPECIMENS[name].made("魏", 6)):
        assert not [text for text in shown(drawn(name, record, ZH)) if re.search(r"([a-z]{2,} ){2}[a-z]{2,}", text)]


@every
@widths
@pytest.mark.parametrize(
    ("text", "words"), [("Short", EN), (LONG, ZH), (UNBROKEN, EN)], ids=["short", "long", "unbroken"]
)
def test_forty_rows_neither_lie_on_each_other_nor_leave_the_paper(
    name: str, width: int, words: Words, text: str
) -> None:
    svg = drawn(name, SPECIMENS[name].made(text, 40), words, width, text)
    paper, lines = frame(svg), written(svg)
    cards = [box for box in boxes(svg) if box.what != PILL]
    assert [box for box in (*lines, *cards) if not box.within(paper, 2)] == []
    assert [pair for pair in meeting(cards) if not pair[0].within(pair[1]) and not pair[1].within(pair[0])] == []
    # Letters are a little narrower than they can be at most.
    thin = [line._replace(right=line.left + 0.86 * (line.right - line.left)) for line in lines]
    assert meeting(thin, 2) == []


@every
@widths
def test_a_picture_can_be_had_as_png(name: str, width: int) -> None:
    assert to_png(drawn(name, SPECIMENS[name].made("陈敏", 5), ZH, width), 1).startswith(b"\x89PNG")
