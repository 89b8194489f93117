"""Pictures without a browser: marks legible without colour, lines that fit, and Chinese that is really drawn."""

import xml.etree.ElementTree as ET
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellkit.models.base import Judged
from sellkit.models.people.relationship_map import RelationshipMap
from sellkit.models.people.stakeholder import Stakeholder
from sellkit.training import places
from sellkit.training.words import Words
from sellkit.training.yamlfile import read_yaml
from sellkit.views.pictures import marks, picture, to_png
from sellkit.views.pictures.relationship_map import SCALES
from sellkit.views.pictures.style import text_width, wrap

from .specimens.pain import small_chain
from .specimens.people import small_map
from .svg import FIRM, shown


def test_markup_in_a_name_is_shown_as_it_was_typed():
    svg = picture(small_map("<script>x</script>"), Words("en")).svg
    assert "<script>x</script>" in shown(svg)


@pytest.mark.parametrize("mark", marks.MARKS)
def test_every_level_of_the_scale_has_a_badge(mark):
    assert set(marks.BADGES[mark]) == {level["id"] for level in Words("en").scale(SCALES[mark])}


@pytest.mark.parametrize("mark", marks.MARKS)
def test_without_colour_no_two_answers_look_alike(mark):
    answers = [None, "unknown", *marks.BADGES[mark]]
    looks = set()
    for value in answers:
        for confirmed in (False, True):
            made, now = marks.badge(mark, value, confirmed)
            looks.add((made.shape, made.text, made.drawing, now))
    assert len(looks) == 2 + 2 * len(marks.BADGES[mark])


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("mark", ["roles", "adaptability", "attitude", "coverage"])
def test_a_mark_is_called_what_its_scale_is_called(mark, language):
    file = f"scales/{SCALES[mark]}.yaml"
    scale = read_yaml(file, places.content(file).read_bytes()).data
    assert Words(language).say(f"boards.mark.{mark}") == scale["name"][language]


def test_every_mark_has_a_shape_of_its_own():
    assert len(set(marks.SHAPES.values())) == len(marks.MARKS)


def test_an_unconfirmed_mark_is_dashed_and_a_confirmed_one_is_not():
    dashes = {
        confirmed: "stroke-dasharray"
        in ET.tostring(marks.draw(*marks.badge("attitude", "sponsor", confirmed), 0, 0)).decode()
        for confirmed in (False, True)
    }
    assert dashes == {False: True, True: False}


def test_several_buying_roles_stand_in_the_order_of_the_method():
    assert marks.badge("roles", frozenset("DAU"), True)[0].text == "UDA"


def test_a_statement_from_the_bank_is_shown_with_its_wording():
    svg = picture(small_chain(), Words("en"), statements={"costs": "Costs are rising"}).svg
    assert "Costs are rising" in shown(svg)


def test_a_mark_with_witness_and_day_is_drawn_like_any_other():
    judged = Judged(value="sponsor", witness="Ms Holm", on=date(2024, 5, 1), **FIRM)
    person = Stakeholder(id="berg", name="Ada Berg", attitude=judged)
    assert "*" in shown(picture(RelationshipMap(people=(person,)), Words("en")).svg)


@given(st.text(alphabet="ab ,.中文。，W", max_size=80), st.integers(30, 300), st.integers(1, 4))
@settings(max_examples=80, deadline=None)
def test_wrapped_lines_fit_and_are_never_too_many(text, width, most):
    lines = wrap(text, width, 13, most)
    assert len(lines) <= most
    assert all(text_width(line.rstrip(",.。，"), 13) <= width for line in lines)


def test_a_text_that_fits_is_kept_whole():
    assert wrap("利润下滑，成本上升", 400, 13, 2) == ("利润下滑，成本上升",)


def test_a_line_never_begins_with_closing_punctuation():
    assert not any(line[0] in "，。" for line in wrap("利润下滑，成本上升。" * 3, 60, 13, 9))


def ink(png: bytes) -> int:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return len(png)


def test_chinese_is_drawn_and_not_left_out():
    def text(shown: str) -> bytes:
        svg = picture(RelationshipMap(people=(Stakeholder(id="a", name=shown),)), Words("zh-CN")).svg
        return to_png(svg, 1)

    # Different characters must give different pictures: without a Chinese font all would be the same empty boxes.
    assert ink(text("陈")) > 5_000
    assert text("陈") != text("林")
