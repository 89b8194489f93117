"""Both boards in a real browser: by mouse, by keyboard alone, by finger widths, and read out."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from .conftest import chain_board, map_board

CHAIN = {
    "berg/pain": {"value": {"bank": "share"}},
    "berg/reasons/1": {"value": {"bank": "profit"}},
    "holm/pain": {"value": {"bank": "profit"}, "cites": ["minutes.p1"], "confidence": "explicit"},
    "dahl/pain": {"value": "unknown"},
}
MARKED = {
    "berg/roles": {"value": ["A"], "cites": ["minutes.p1"], "confidence": "explicit"},
    "holm/attitude": {"value": "supporter"},
    "lund/coverage": {"value": "unknown"},
    "holm/circle": {"value": "inner"},
    "lund/influences": {"value": ["berg"]},
}


KEPT = "JSON.parse(localStorage.getItem(`sellkit:${model.get('spec').key}:positions`) ?? '{}')"


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.dataset.key ?? document.activeElement.textContent")


def tab_to(page: Page, key: str, name: str = "data-key", most: int = 40) -> None:
    for _ in range(most):
        if page.evaluate(f"document.activeElement.closest('[{name}]')?.getAttribute('{name}')") == key:
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{key} cannot be reached by Tab; the focus is on {focused(page)}")


def test_a_person_is_marked_by_mouse(stage):
    shown = stage(map_board({}))
    page = shown.page
    page.get_by_role("button", name="Eva Holm").click()
    page.get_by_role("checkbox", name="Decision maker").click()
    page.get_by_role("checkbox", name="User").click()
    page.get_by_role("radio", name="Supporter", exact=True).click()
    page.get_by_role("radiogroup", name="Coverage").get_by_role("radio", name="Not known yet").click()
    page.get_by_role("combobox", name="Add a person").select_option("berg")
    assert shown.value("holm/roles") == ["U", "D"]
    assert shown.value("holm/attitude") == "supporter"
    assert shown.value("holm/coverage") == "unknown"
    assert shown.value("holm/influences") == ["berg"]
    assert shown.focus() == "holm/influences"


def test_help_me_choose_asks_its_way_to_a_level(stage):
    shown = stage(map_board({}))
    page = shown.page
    page.get_by_role("button", name="Eva Holm").click()
    page.locator("[data-field='holm/attitude']").get_by_role("button", name="Help").click()
    page.get_by_role("dialog").locator("fieldset button").first.click()
    page.get_by_role("dialog").locator(".sk-level.is-hinted").click()
    assert shown.value("holm/attitude") == "sponsor"


def test_a_person_is_marked_by_keyboard_alone(stage):
    shown = stage(map_board({}))
    page = shown.page
    tab_to(page, "open:berg")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("document.activeElement.dataset.key !== 'open:berg'")
    person = focused(page).removeprefix("open:")
    for key in "dv+2rr":
        page.keyboard.press(key)
    assert shown.value(f"{person}/roles") == ["D"]
    assert shown.value(f"{person}/adaptability") == "visionary"
    assert shown.value(f"{person}/attitude") == "supporter"
    assert shown.value(f"{person}/coverage") == "multiple"
    assert shown.value(f"{person}/circle") == "structure"
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.dataset.key === 'inspector-name'")  # what opens takes the focus
    tab_to(page, f"{person}/attitude", "data-field")
    tab_to(page, "supporter")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Space")
    assert shown.value(f"{person}/attitude") == "sponsor"
    page.keyboard.press("Escape")
    page.wait_for_function(f"document.activeElement.dataset.key === 'open:{person}'")


def test_a_line_of_influence_is_pulled_from_card_to_card(stage):
    shown = stage(map_board({}))
    page = shown.page
    page.hover("[data-person=lund]")
    pull(page, "[data-person=lund] .sk-handle", "[data-person=dahl] .sk-person-name")
    assert shown.value("lund/influences") == ["dahl"]
    page.wait_for_selector("path.sk-influence[d*=Q]")


def pull(page: Page, start: str, end: str) -> None:
    page.hover(start)
    page.mouse.down()
    page.mouse.move(10, 10)
    page.hover(end, force=True)
    page.mouse.up()


def test_a_reason_is_passed_on_by_dragging_and_by_keyboard(stage):
    shown = stage(chain_board(CHAIN))
    page = shown.page
    pull(page, "[data-person=berg] .sk-handle", "[data-person=holm] .sk-person-name")
    assert shown.value("berg/reasons/1/owner") == "holm"
    page.wait_for_selector("path.sk-cause")
    tab_to(page, "open:berg")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.dataset.key === 'inspector-name'")  # what opens takes the focus
    tab_to(page, "owner:berg/reasons/1")
    page.keyboard.type("Leaf")
    assert shown.value("berg/reasons/1/owner") == "leaf"


def test_a_pain_and_a_reason_are_given_by_keyboard_alone(stage):
    shown = stage(chain_board({}))
    page = shown.page
    page.get_by_role("button", name="Start with Ada Berg").press("Enter")
    page.wait_for_function("document.activeElement.dataset.key === 'choose'")
    page.keyboard.press("Enter")
    page.keyboard.type("share")
    page.wait_for_function("document.querySelectorAll('.sk-level').length === 1")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert shown.value("berg/pain") == {"bank": "share"}
    page.wait_for_function("!document.querySelector('dialog') && document.activeElement.dataset.key === 'choose'")
    page.get_by_role("button", name="Add a reason").press("Enter")
    page.wait_for_function("document.activeElement.closest('[data-field]')?.dataset.field === 'berg/reasons/1'")
    page.get_by_role("button", name="Reason 1: In my own words").press("Enter")
    page.wait_for_function("document.activeElement.tagName === 'TEXTAREA'")
    page.keyboard.type("Nobody <b>trusts</b> the figures")
    assert shown.page.locator(".sk-reason-text").count() == 1
    page.keyboard.press("Escape")
    assert shown.value("berg/reasons/1") == {"text": "Nobody <b>trusts</b> the figures"}
    assert page.locator(".sk-reason-text b").count() == 0


def test_a_dragged_card_stays_where_it_was_put_and_is_no_part_of_the_answer(stage):
    shown = stage(chain_board(CHAIN))
    page = shown.page
    before = page.locator("[data-person=berg]").bounding_box()
    page.hover("[data-person=berg] .sk-person-name")
    page.mouse.down()
    page.mouse.move(300, 400, steps=4)
    page.mouse.up()
    page.wait_for_function(f"Object.keys({KEPT}).length === 1")
    assert page.locator("[data-person=berg]").bounding_box() != before
    assert shown.done == []
    page.reload()
    page.wait_for_selector("[data-person=berg]")
    page.get_by_role("button", name="Tidy up").click()
    page.wait_for_function(f"Object.keys({KEPT}).length === 0")


def test_undo_is_asked_for_on_a_card_but_not_while_typing(stage):
    shown = stage(map_board({}))
    page = shown.page
    page.get_by_role("button", name="Ada Berg").click()
    page.get_by_role("radio", name="Neutral").click()
    assert shown.value("berg/attitude") == "neutral"
    page.keyboard.press("Control+z")
    page.wait_for_function("!('berg/attitude' in model.get('value'))")


def test_a_jump_opens_the_person_and_goes_to_the_control(stage):
    shown = stage(chain_board(CHAIN))
    shown.page.evaluate(
        "document.dispatchEvent(new CustomEvent('sellkit:jump', {detail: {field: 'berg/reasons/1/owner'}}))"
    )
    shown.page.wait_for_function("document.activeElement.dataset.key === 'owner:berg/reasons/1'")
    assert shown.focus() == "berg/reasons/1/owner"


def test_removing_a_reason_removes_its_owner_too(stage):
    shown = stage(chain_board({**CHAIN, "berg/reasons/1/owner": {"value": "holm"}}))
    shown.page.locator("[data-person=berg] .sk-open").click()
    shown.page.get_by_role("button", name="Remove Reason 1").click()
    assert shown.value("berg/reasons/1") is None
    assert shown.value("berg/reasons/1/owner") is None


def test_the_tables_say_what_the_pictures_show(stage):
    page = stage(map_board(MARKED)).page
    page.get_by_role("button", name="Table", exact=True).click()
    assert page.get_by_role("button", name="Eva Holm: Attitude to us: Supporter (not confirmed)").count() == 1
    assert page.get_by_role("button", name="Bo Lund: Coverage: not known yet").count() == 1
    assert page.get_by_role("button", name="Nils Dahl: Coverage: not filled in").count() == 1


def test_a_page_that_may_not_be_changed_offers_no_change(stage):
    board = map_board(MARKED)
    board.status = {"state": "readonly"}
    page = stage(board).page
    page.get_by_role("button", name="Eva Holm").click()
    page.keyboard.press("-")
    assert page.get_by_role("radio", name="Neutral").is_disabled()
    assert page.evaluate("model.get('outbox') ?? []") == []
    assert page.locator(".sk-handle").count() == 0


@pytest.mark.parametrize("width", [390, 740, 1280, 1920])
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_nothing_is_wider_than_the_screen(stage, width, language):
    for board in (map_board(MARKED, language), chain_board(CHAIN, language)):
        page = stage(board, width).page
        page.locator("[data-person=berg] .sk-open").click()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        rights = "[...document.querySelectorAll('.sk-inspector *')].map((node) => node.getBoundingClientRect().right)"
        assert page.evaluate(f"Math.max(...{rights}) <= innerWidth + 1")


@pytest.mark.parametrize("make", [lambda: map_board(MARKED), lambda: chain_board(CHAIN)], ids=["map", "chain"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_serious(stage, make, width):
    page = stage(make(), width).page
    views = page.locator(".sk-group[aria-label='Show as'] button")
    for view in (0, 1):
        views.nth(view).click()
        page.locator("[data-key='open:berg']").click()
        page.wait_for_selector("[data-key=inspector]")
        found = Axe().run(page).response["violations"]
        grave = [
            (v["id"], [n["html"][:120] for n in v["nodes"]][:3])
            for v in found
            if v["impact"] in ("serious", "critical")
        ]
        assert grave == []


def test_forty_people_are_all_on_the_map(stage):
    people = [
        {"id": f"p{n}", "name": f"Person {n}", "title": "Manager", "reports_to": f"p{(n - 1) // 5}" if n else None}
        for n in range(40)
    ]
    page = stage(map_board({}, people=people)).page
    assert page.locator(".sk-person").count() == 40
