"""Pictures of changes, what-if and success factors: well-formed, told by more than colour, in both languages."""

import xml.etree.ElementTree as ET

import pytest

from sellkit.checks.what_if import WhatIf, what_if
from sellkit.models.change import Change, Difference, difference
from sellkit.models.people.relationship_map import RelationshipMap
from sellkit.models.plan.success_factors import SuccessFactors
from sellkit.tables.places import Speech
from sellkit.training.deals import example
from sellkit.training.words import Words
from sellkit.views.pictures import PICTURES, picture, to_png
from sellkit.views.pictures.changes import MOST, changes_svg, kind_of
from sellkit.views.pictures.success_factors import success_factors_svg
from sellkit.views.pictures.what_if import what_if_svg

from .svg import SVG, frame, shown, texts, written

SUPPOSED = {"people/wei/tendency": 3, "people/zhong/tendency": 2, "control/elements/w/claimed": False}


def drawn(language: str, width: float) -> dict[str, str]:
    earlier, later = example(language)
    words = Words(language)
    return {
        "changes": changes_svg(difference(earlier, later), words, of=later, width=width),
        "what-if": what_if_svg(what_if(earlier, SUPPOSED), words, of=earlier, width=width),
        "success-factors": success_factors_svg(later.success_factors, words, width=width),
    }


@pytest.mark.parametrize("width", [1180, 390])
@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("name", ["changes", "what-if", "success-factors"])
def test_no_text_leaves_the_picture_or_is_smaller_than_twelve(name: str, language: str, width: float) -> None:
    svg = drawn(language, width)[name]
    assert [line for line in written(svg) if not line.within(frame(svg), 2)] == []
    assert min(float(text.get("font-size", 0)) for text in texts(svg)) >= 12


def test_progress_and_setback_have_signs_and_words_besides_colour() -> None:
    words, kinds = Words("en"), ("better", "worse", "firmer", "looser", "changed", "added", "removed")
    changes = [Change(path=f"p{n}/attitude", kind="changed", was=n, now=n + 1, steps=n) for n in (-1, 0, 1)]
    changes += [Change(path=f"p{kind}/attitude", kind=kind) for kind in ("firmer", "looser", "added", "removed")]
    assert {kind_of(change) for change in changes} == set(kinds)
    said = shown(changes_svg(Difference(changes=tuple(changes)), words))
    assert all(said.count(words.say(f"boards.changes.kind.{kind}")) >= 2 for kind in kinds)


def test_people_rows_levels_and_fields_are_called_by_their_names() -> None:
    said = shown(drawn("zh-CN", 1180)["changes"])
    assert {"贺岩", "多次联系 → 深入联系", "MEDDPICC 八要素", "量化指标"} <= set(said)
    assert not [text for text in said if "attitude" in text or "p-demo" in text]


def test_a_long_group_is_folded_and_says_how_many_it_hides() -> None:
    changes = tuple(Change(path=f"chen/f{n}", kind="changed", was=0, now=1) for n in range(MOST + 5))
    assert Words("en").say("boards.changes.more", count=5) in shown(
        changes_svg(Difference(changes=changes), Words("en"))
    )


def test_without_a_change_the_picture_says_what_to_ask() -> None:
    said = " ".join(shown(changes_svg(Difference(), Words("en"))))
    assert "when they last spoke" in said


def test_a_what_if_without_marks_says_how_to_begin() -> None:
    said = " ".join(shown(what_if_svg(WhatIf(marks=Difference(), outlook=Difference()), Words("en"))))
    assert "Choose a mark" in said


def test_a_what_if_shows_what_moves_and_which_remarks_come_and_go() -> None:
    said = shown(drawn("en", 1180)["what-if"])
    assert "1W3F9C → 0W3F9C" in said
    assert any("with whom the decision ends" in text for text in said)


def test_a_rival_who_is_ahead_and_the_alarm_are_seen_without_colour() -> None:
    said = shown(drawn("en", 1180)["success-factors"])
    assert said.count("!") == 3  # two factors, and the legend
    assert "– Interfaces and master data enters: place 3" in said


def test_success_factors_without_a_version_say_whom_to_ask() -> None:
    assert "Ask somebody" in " ".join(shown(success_factors_svg(SuccessFactors(), Words("en"))))


def test_any_text_is_only_text() -> None:
    nasty = "<script>alert(1)</script>]]>&\x00"
    before = RelationshipMap.model_validate({"people": [{"id": "chen", "name": nasty, "title": "a"}]})
    after = before.model_validate({"people": [{"id": "chen", "name": nasty, "title": nasty}]})
    svg = changes_svg(difference(before, after), Words("en"), of=after)
    assert not list(ET.fromstring(svg).iter(f"{SVG}script"))
    assert to_png(svg)


def test_the_speech_of_a_sheet_alone_knows_its_people() -> None:
    sheet = RelationshipMap.model_validate({"people": [{"id": "chen", "name": "Chen Li"}]})
    place = Speech(sheet, Words("en")).place("chen/attitude")
    assert (place.person, place.field) == ("chen", "Attitude to us")


def test_the_pictures_are_found_by_the_kind_of_their_record() -> None:
    earlier, later = example("en")
    assert picture(difference(earlier, later), Words("en"), of=later).svg == drawn("en", 1180)["changes"]
    assert {"changes", "what-if", "success-factors"} <= PICTURES.keys()
