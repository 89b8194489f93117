"""The picture of skills: readable in both languages, and not known looks like nothing else."""

import pytest

from sellkit.training.words import Words
from sellkit.views.pictures.skill_radar import skill_radar_svg

from .specimens.methods import FIRST, GROWN, LADDER, SECOND, review, seen
from .svg import shown


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("width", [390, 1180])
def test_it_says_the_gain_and_every_skill_in_the_readers_language(language, width):
    said = " ".join(shown(skill_radar_svg(GROWN, Words(language), width=width)))
    assert "+1.5" in said
    assert "+2" in said
    for item in LADDER.items.values():
        assert item.name.in_(language).split()[0] in said


def test_not_known_is_a_question_mark_and_the_lowest_level_is_a_nought():
    unknown = shown(skill_radar_svg(review(after={"coach": {FIRST: {"value": "unknown"}}}), Words("en")))
    lowest = shown(skill_radar_svg(review(after={"coach": {FIRST: seen("not-yet")}}), Words("en")))
    assert (unknown.count("?"), lowest.count("?")) == (3, 1)  # on the radar, in the table, in the legend
    assert lowest.count("0") == unknown.count("0") + 1


def test_a_level_that_is_not_confirmed_is_dashed_and_joined_to_nothing():
    firm = skill_radar_svg(review(after={"coach": {FIRST: seen("first"), SECOND: seen("first")}}), Words("en"))
    loose = {FIRST: seen("first"), SECOND: {"value": "first", "confidence": "inferred"}}
    open_ = skill_radar_svg(review(after={"coach": loose}), Words("en"))
    joined = 'stroke-width="2.2"'
    assert (firm.count(joined), open_.count(joined)) == (1, 0)
    assert open_.count('stroke-dasharray="3 2.5"') == firm.count('stroke-dasharray="3 2.5"') + 2
