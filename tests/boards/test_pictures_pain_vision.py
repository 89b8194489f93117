"""Prompter and vision grid: what a coach must see is visible."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellkit.models.pain.conversation import BLOCKS
from sellkit.models.pain.prompter import Prompter
from sellkit.training.words import Words
from sellkit.views.call_sheet import call_sheet
from sellkit.views.pictures.prompter import prompter_svg
from sellkit.views.pictures.vision_grid import vision_grid_svg

from .specimens.pain import sheet, talk
from .svg import ALLOWED, boxes, shown, tags


@given(st.text(min_size=1, max_size=40).filter(str.strip))
@settings(max_examples=30, deadline=None)
def test_any_text_of_the_prompter_is_only_ever_text_on_the_grid(text):
    assert tags(vision_grid_svg(talk("R1"), Words("en"), prompter=sheet(text, offer=text))) <= ALLOWED


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


def test_each_of_forty_lines_has_its_three_cells():
    lines = [{"id": f"l{n}", "reason": {"value": {"text": "长原因 long reason " * 20}}} for n in range(40)]
    assert len(boxes(prompter_svg(sheet(lines=lines), Words("zh-CN")), "9")) == 1 + 3 * 40


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
