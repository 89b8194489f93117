"""Prompter and vision grid: well-formed, only text, and what a coach must see is visible."""

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellkit.models.pain.conversation import BLOCKS, Conversation
from sellkit.models.pain.prompter import Prompter
from sellkit.training.words import Words
from sellkit.views.call_sheet import call_sheet
from sellkit.views.pictures.prompter import prompter_svg
from sellkit.views.pictures.vision_grid import vision_grid_svg

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {"svg", "title", "path", "g", "rect", "circle", "text"}
FIRM = {"cites": ["minutes.p1"], "confidence": "explicit"}


def sheet(reason="Loyalty falls", **parts):
    line = {"id": "a", "reason": {"value": {"text": reason}, **FIRM}, "impact": "revenue falls", "touched": ["goto"],
            "when": "in the same week", "who": "the analyst", "what": "sees it"}  # fmt: skip
    pain = {"value": {"bank": "share"}, **FIRM}
    return Prompter.model_validate({"owner": "updown", "pain": pain, "lines": [line], "offer": "web process", **parts})


def talk(*moves):
    turns = [{"id": f"t{n}", "move": move, "line": "a"} for n, move in enumerate(moves)]
    return Conversation.model_validate({"turns": turns})


def shown(svg):
    return [node.text or "" for node in ET.fromstring(svg).iter(f"{SVG}text")]


def drawings(language):
    words = Words(language)
    for width in (1180, 390):
        yield width, prompter_svg(Prompter(), words, width=width)
        yield width, prompter_svg(sheet(), words, width=width)
        yield width, vision_grid_svg(Conversation(), words, width=width)
        yield width, vision_grid_svg(talk("R1", "C2", "pitch"), words, prompter=sheet(), width=width)


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_a_picture_is_well_formed_names_itself_and_keeps_its_width(language):
    for width, svg in drawings(language):
        root = ET.fromstring(svg)
        assert root.find(f"{SVG}title").text
        assert int(root.get("width")) == width


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_no_text_is_smaller_than_can_be_read_on_a_phone(language):
    for _, svg in drawings(language):
        assert min(float(node.get("font-size")) for node in ET.fromstring(svg).iter(f"{SVG}text")) >= 12


@given(st.text(min_size=1, max_size=40).filter(str.strip))
@settings(max_examples=30, deadline=None)
def test_any_text_is_only_ever_text(text):
    words, typed = Words("en"), sheet(text, offer=text)
    for svg in (prompter_svg(typed, words, names={"goto": text}), vision_grid_svg(talk("R1"), words, prompter=typed)):
        assert {node.tag.removeprefix(SVG) for node in ET.fromstring(svg).iter()} <= ALLOWED


def test_names_and_statements_are_shown_instead_of_ids():
    names, statements = {"updown": "Sarah Updown", "goto": "Yoshi Goto"}, {"share": "Market share shrinks"}
    text = shown(prompter_svg(sheet(), Words("en"), names=names, statements=statements))
    assert {"Sarah Updown", "Market share shrinks"} <= set(text)
    assert "Yoshi Goto" in " ".join(text)


def test_an_unconfirmed_reason_is_dashed_and_a_confirmed_one_is_not():
    def dashed(confidence):
        line = {"id": "a", "reason": {"value": {"text": "x"}, "cites": ["minutes.p1"], "confidence": confidence}}
        return prompter_svg(sheet(lines=[line]), Words("en")).count('stroke-dasharray="5 4"')

    # one dashed box stands in the legend
    assert (dashed("inferred"), dashed("explicit")) == (2, 1)


def test_a_picture_with_forty_lines_has_room_for_each():
    lines = [{"id": f"l{n}", "reason": {"value": {"text": "长原因 long reason " * 20}}} for n in range(40)]
    root = ET.fromstring(prompter_svg(sheet(lines=lines), Words("zh-CN")))
    boxes = [(float(r.get("y")), float(r.get("height"))) for r in root.iter(f"{SVG}rect") if r.get("rx") == "9"]
    tops = sorted({y: y + height for y, height in boxes}.items())
    assert len(tops) == 41
    assert all(bottom <= following for (_, bottom), (following, _) in pairwise(tops))


def test_the_grid_has_all_nine_blocks_and_the_numbers_of_the_turns():
    text = shown(vision_grid_svg(talk("R1", "R2", "R2"), Words("en")))
    assert set(BLOCKS) <= set(text)
    assert {"1", "2", "3"} <= set(text)


def test_a_jump_and_a_solution_too_early_are_told_apart_without_colour():
    assert shown(vision_grid_svg(talk("R1", "R3"), Words("en"))).count("!") == 1  # the legend's own
    assert shown(vision_grid_svg(talk("R1", "pitch"), Words("en"))).count("!") == 2


def test_a_block_that_was_passed_over_is_named_as_such():
    assert "passed over" in shown(vision_grid_svg(talk("R1", "R3"), Words("en")))
    assert "passed over" not in shown(vision_grid_svg(talk("R1", "R2"), Words("en")))


def test_an_empty_grid_says_what_would_fill_it():
    assert Words("zh-CN").say("boards.vision.empty") in shown(vision_grid_svg(Conversation(), Words("zh-CN")))


def test_a_prompters_line_that_was_taken_up_is_ticked():
    def ticks(*moves):
        return vision_grid_svg(talk(*moves), Words("en"), prompter=sheet()).count("l2.5 3l4.5 -5.5")

    assert (ticks("R1"), ticks("R1", "R2"), ticks("R1", "R2", "I2")) == (0, 1, 2)


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_the_call_sheet_asks_reason_impact_and_capability(language):
    text = call_sheet(sheet(), Words(language), names={"goto": "Yoshi Goto"})
    for part in (
        "Loyalty falls",
        "revenue falls",
        "Yoshi Goto",
        "in the same week",
        "the analyst",
        "sees it",
        "web process",
    ):
        assert part in text


def test_an_empty_call_sheet_says_what_is_due():
    assert Words("en").say("boards.prompter.empty") in call_sheet(Prompter(), Words("en"))


@given(st.text(max_size=60))
def test_what_was_typed_makes_no_markup_on_the_call_sheet(text):
    made = call_sheet(sheet(f"x{text}"), Words("en"))
    assert len(re.findall(r"^#", made, re.M)) == 2
    assert not re.search(r"(?<!\\)[<\[|]", made)
