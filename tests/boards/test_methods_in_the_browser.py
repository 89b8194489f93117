"""The board of a method in a real browser: each shape by mouse and by keyboard, at phone width, in both languages."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from sellkit.models.text import Language
from sellkit.training import methods, shelf
from sellkit.training.methods import method

from .methods import board_of, exercise

SURE = {"cites": ["rfi.p1"], "confidence": "explicit"}
RIVALS = {"trident": "Trident", "oberon": "Oberon"}
PEOPLE = ["overall", "goto", "panic"]


def meddpicc(answers: dict | None = None, language: Language = "en"):
    return board_of(shelf.exercise("homebody/meddpicc"), answers or {}, language)


def ladder(answers: dict | None = None, language: Language = "en"):
    return board_of(exercise("ssm-stages"), answers or {}, language)


def grid(answers: dict | None = None, language: Language = "en"):
    return board_of(exercise("power-interest", people=PEOPLE), answers or {}, language)


def rivals(answers: dict | None = None, language: Language = "en"):
    return board_of(exercise("opportunity-assessment", subjects=RIVALS), answers or {}, language)


def log(answers: dict | None = None, language: Language = "en"):
    with methods.beside(Path(__file__).parents[1] / "training/pack/cases"):
        return board_of(exercise("harbour-log", people=PEOPLE), answers or {}, language)


def entry(page: Page, name: str):
    return page.locator(f".sk-entry[data-entry='{name}']")


def tab_to(page: Page, key: str, most: int = 40) -> None:
    for _ in range(most):
        if page.evaluate("document.activeElement.dataset.key") == key:
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{key} cannot be reached by Tab")


def test_an_element_is_judged_by_mouse_with_what_each_level_looks_like(stage):
    shown = stage(meddpicc())
    page = shown.page
    page.get_by_role("button", name="Champion").click()
    page.get_by_role("radio", name="They did something for us that cost them something").click()
    assert shown.value("champion") == "validated"
    assert shown.focus() == "champion"
    expect(entry(page, "champion").locator(".sk-open-mark")).to_be_visible()


def test_an_element_is_judged_by_keyboard_alone(stage):
    shown = stage(meddpicc())
    page = shown.page
    tab_to(page, "fold:economic-buyer")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.getAttribute('role') === 'radio'")  # the question takes the focus
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    assert shown.value("economic-buyer") == "identified"
    page.keyboard.press("4")
    assert shown.value("economic-buyer") == "leveraged"
    tab_to(page, "next")
    page.keyboard.press("Enter")
    expect(entry(page, "champion").locator("[role=radio]").first).to_be_focused()


def test_not_known_yet_shows_what_to_ask_the_customer(stage):
    shown = stage(meddpicc())
    page = shown.page
    page.get_by_role("radio", name="Not known yet").click()
    expect(page.locator(".sk-ask-them")).to_contain_text("Which figure tells you whether it worked")
    assert shown.value("metrics") == "unknown"
    page.keyboard.press("Control+z")
    expect(page.locator(".sk-ask-them")).to_have_count(0)
    assert shown.value("metrics") is None


def test_only_confirmed_levels_count_and_a_level_below_the_stage_is_flagged(stage):
    shown = stage(meddpicc({"metrics": {"value": "leveraged"}, "competition": {"value": "identified", **SURE}}))
    page = shown.page
    expect(page.locator(".sk-standing")).to_contain_text("Confirmed points: 1 of 24")
    expect(page.locator(".sk-standing")).to_contain_text("Short of stage Qualify: 8")
    expect(page.locator(".sk-flag-below")).to_have_count(1)
    expect(entry(page, "competition").locator(".sk-flag-below")).to_be_visible()
    page.get_by_role("button", name="Competition").click()
    page.get_by_role("radio", name="The customer told us how they compare").click()
    expect(page.locator(".sk-flag-below")).to_have_count(0)
    expect(page.locator(".sk-standing")).to_contain_text("Short of stage Qualify: 7")


def test_a_rival_is_judged_beside_us(stage):
    shown = stage(rivals())
    page = shown.page
    first = next(iter(method("opportunity-assessment").items))
    page.get_by_role("radiogroup", name="Trident").get_by_role("radio", name="Against").click()
    page.get_by_role("radiogroup", name="We", exact=True).get_by_role("radio", name="In favour").click()
    assert shown.value(f"{first}/trident") == "minus"
    assert shown.value(first) == "plus"


def test_a_claim_above_the_evidence_is_shown_on_the_ladder(stage):
    stages = method("ssm-stages").rungs
    met = {outcome.id: {"value": "yes", **SURE} for outcome in stages[0].outcomes}
    shown = stage(ladder(met))
    page = shown.page
    expect(entry(page, "understand").locator(".sk-flag-reached")).to_be_visible()
    page.get_by_role("button", name="Stage claimed").click()
    page.get_by_role("radiogroup", name="Which stage is claimed?").get_by_role("radio", name="Vision").click()
    expect(entry(page, "vision").locator(".sk-flag-claimed")).to_contain_text("2 stages above")
    tops = [entry(page, stage.id).bounding_box()["y"] for stage in stages]
    assert tops == sorted(tops, reverse=True)  # the first stage is the lowest


def test_an_outcome_is_answered_by_keyboard_with_yes_or_no(stage):
    shown = stage(ladder())
    page = shown.page
    first = method("ssm-stages").rungs[0].outcomes[0].id
    tab_to(page, "fold:understand")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.getAttribute('role') === 'radio'")
    page.keyboard.press("2")
    assert shown.value(first) == "no"


def test_a_person_appears_on_the_map_where_the_levels_place_them(stage):
    shown = stage(grid())
    page = shown.page
    page.locator("[data-key='fold:goto']").click()
    for axis in ("Interest", "Power"):
        page.get_by_role("radiogroup", name=axis).get_by_role("radio", name=f"High {axis.lower()}").click()
    assert shown.value("goto/x") == "high"
    assert shown.value("goto/y") == "high"
    cell = page.locator(".sk-grid-cell", has_text="Manage closely")
    placed = cell.get_by_role("button", name="Yoshi Goto (not confirmed)")
    expect(placed).to_be_visible()
    page.locator("[data-key='fold:panic']").click()
    page.wait_for_function("document.activeElement.getAttribute('role') === 'radio'")  # the question takes the focus
    placed.press("Enter")
    expect(entry(page, "goto").locator("[role=radio]").first).to_be_visible()


def test_a_row_of_a_table_is_written_and_another_is_added(stage):
    shown = stage(log())
    page = shown.page
    page.get_by_label("What").fill("a berth")
    page.get_by_label("By when").fill("2001-11-05")
    page.get_by_role("radiogroup", name="Who").get_by_role("radio", name="Yoshi Goto").click()
    page.get_by_role("radiogroup", name="Kept").get_by_role("radio", name="No", exact=True).click()
    page.get_by_role("button", name="Add a row").click()
    page.get_by_label("What").fill("two berths")
    page.get_by_label("What").blur()
    assert (shown.value("rows/1/what"), shown.value("rows/2/what")) == ("a berth", "two berths")
    assert (shown.value("rows/1/by"), shown.value("rows/1/who"), shown.value("rows/1/kept")) == (
        "2001-11-05",
        "goto",
        "no",
    )


def test_a_finding_leads_to_its_question(stage):
    board = meddpicc()
    board.problems = [
        {
            "code": "M61-x",
            "severity": "warning",
            "place": "champion",
            "message": "Nobody sells for us.",
            "next": "Look.",
        }
    ]
    page = stage(board).page
    expect(page.locator(".sk-fact-faults")).to_contain_text("1 remark")
    page.evaluate("document.dispatchEvent(new CustomEvent('sellkit:jump', { detail: { field: 'champion' } }))")
    expect(entry(page, "champion").locator("[role=radio]").first).to_be_focused()
    expect(entry(page, "champion")).to_contain_text("Nobody sells for us.")


def test_another_language_changes_the_words_and_nothing_else(stage):
    shown = stage(meddpicc({"metrics": {"value": "validated", **SURE}}))
    page = shown.page
    page.get_by_role("button", name="Champion").click()
    page.evaluate("spec => apply({ spec })", meddpicc(language="zh-CN").spec)
    expect(page.get_by_role("button", name="内部推动者")).to_have_attribute("aria-expanded", "true")
    expect(entry(page, "metrics")).to_contain_text("已核实")


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("shape", [meddpicc, rivals, ladder, grid, log])
def test_a_method_is_legible_on_a_phone_and_reads_out_well(stage, shape, language):
    first = next(iter(shape().spec["method"]["sections"][-1]["entries"]))
    answers = {mark["field"]: {"value": mark["options"][0]["id"]} for mark in first["marks"] if mark["options"]}
    page = stage(shape(answers, language), 390).page
    page.locator(f"[data-key='fold:{first['id']}']").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    small = "[...document.querySelectorAll('.sk-stage *')].filter(n => n.children.length === 0 && n.textContent.trim()"
    small += " && n.getClientRects().length && parseFloat(getComputedStyle(n).fontSize) < 12).map(n => n.textContent)"
    assert page.evaluate(small) == []
    violations = Axe().run(page).response["violations"]
    assert [
        f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in violations if v["impact"] in ("serious", "critical")
    ] == []


def test_markup_in_a_name_is_only_text(stage):
    hostile = "<img src=x onerror=alert(1)>"
    page = stage(board_of(exercise("opportunity-assessment", subjects={"trident": hostile}), {})).page
    expect(page.locator(".sk-entry").first).to_contain_text(hostile)
    assert page.locator("img").count() == 0
