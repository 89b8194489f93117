"""The picture of skills: readable in both languages, and not known looks like nothing else."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellkit.models.methods.skills import SkillReview
from sellkit.training.methods import method
from sellkit.training.words import Words
from sellkit.views.pictures import picture
from sellkit.views.pictures.skill_radar import skill_radar_svg

LADDER = method("skill-ladder")
FIRST, SECOND, *_ = LADDER.items


def seen(level):
    return {"value": level, "witness": "Ines", "confidence": "explicit"}


def review(person="Li Na", **moments):
    return SkillReview.model_validate({"method": LADDER, "person": person, **moments})


def texts(svg):
    return [element.text for element in ET.fromstring(svg).iter() if element.tag.endswith("text")]


GROWN = review(
    before={"coach": {FIRST: seen("first"), SECOND: seen("not-yet")}},
    after={"coach": {FIRST: seen("third"), SECOND: seen("first")}, "own": {FIRST: "third", SECOND: "third"}},
)


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("width", [390, 1180])
def test_it_says_the_gain_and_every_skill_in_the_readers_language(language, width):
    said = " ".join(texts(skill_radar_svg(GROWN, Words(language), width=width)))
    assert "+1.5" in said
    assert "+2" in said
    for item in LADDER.items.values():
        assert item.name.in_(language).split()[0] in said


def test_a_phone_gets_everything_within_its_width():
    root = ET.fromstring(skill_radar_svg(GROWN, Words("en"), width=390))
    assert root.get("width") == "390"
    assert min(float(each.get("font-size")) for each in root.iter() if each.get("font-size")) >= 12


def test_not_known_is_a_question_mark_and_the_lowest_level_is_a_nought():
    unknown = texts(skill_radar_svg(review(after={"coach": {FIRST: {"value": "unknown"}}}), Words("en")))
    lowest = texts(skill_radar_svg(review(after={"coach": {FIRST: seen("not-yet")}}), Words("en")))
    assert (unknown.count("?"), lowest.count("?")) == (3, 1)  # on the radar, in the table, in the legend
    assert lowest.count("0") == unknown.count("0") + 1


def test_a_level_that_is_not_confirmed_is_dashed_and_joined_to_nothing():
    firm = skill_radar_svg(review(after={"coach": {FIRST: seen("first"), SECOND: seen("first")}}), Words("en"))
    loose = {FIRST: seen("first"), SECOND: {"value": "first", "confidence": "inferred"}}
    open_ = skill_radar_svg(review(after={"coach": loose}), Words("en"))
    joined = 'stroke-width="2.2"'
    assert (firm.count(joined), open_.count(joined)) == (1, 0)
    assert open_.count('stroke-dasharray="3 2.5"') == firm.count('stroke-dasharray="3 2.5"') + 2


def test_an_empty_review_says_what_would_fill_it():
    said = " ".join(texts(picture(SkillReview(method=LADDER), Words("en")).svg))
    assert "judges the skills once before and once after" in said


@settings(max_examples=20)
@given(st.text(max_size=120))
def test_a_name_is_only_ever_text(name):
    root = ET.fromstring(skill_radar_svg(review(person=f"<b>{name}"), Words("zh-CN"), width=390))
    assert not [element for element in root.iter() if element.tag.endswith("}b")]
