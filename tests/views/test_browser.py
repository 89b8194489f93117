"""The views in a real browser, without a kernel: work is kept, keys are enough, nothing that is shown is run."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from sellkit.views.base import View

from . import screens

pytestmark = pytest.mark.browser
Show = Callable[..., Page]
Screen = Callable[..., list[View]]

EACH_SCREEN = pytest.mark.parametrize(
    "screen", [screens.workbook, screens.start, screens.feedback], ids=lambda screen: screen.__name__
)
HOSTILE = '<img src=x onerror="executed.push(1)"><script>executed.push(2)</script>{javascript:executed.push(3)}'
WORK = "textarea[data-field='i1/work']"
KEPT = "JSON.parse(localStorage.getItem('sellkit:ada/homebody') ?? '[]').map((e) => e.to.value)"


def outbox(page: Page, model: str = "Initiatives") -> list[dict[str, object]]:
    return page.evaluate(f"models.{model}.get('outbox') ?? []")


def tab_to(page: Page, selector: str) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Tab does not reach {selector}")


def test_typing_survives_a_reload_though_nothing_was_acknowledged(show: Show) -> None:
    page = show(screens.workbook())
    page.evaluate("kernel.on = false")
    page.fill(WORK, "open R&D to outside firms")
    page.reload()  # at once: the pause after typing is not over
    page.wait_for_function("window.ready")
    expect(page.locator(WORK)).to_have_value("open R&D to outside firms")
    page.wait_for_function(f"{KEPT}.length === 0")  # this time the kernel answers, and the browser lets go of its copy
    assert page.evaluate("kernel.edits.map((e) => e.to.value)") == ["open R&D to outside firms"]
    assert outbox(page) == []


def test_the_bar_says_that_work_is_only_in_the_browser(show: Show) -> None:
    page = show(screens.workbook())
    page.clock.install()
    page.evaluate("kernel.on = false")
    page.fill(WORK, "outsource purchasing")
    page.locator(WORK).blur()
    expect(page.locator(".sk-save")).to_have_text("Saving…")
    page.clock.run_for(6000)
    expect(page.locator(".sk-save")).to_have_text("Not saved yet, kept in this browser")


def test_an_edit_says_what_it_was_before_the_typing_began(show: Show) -> None:
    page = show(screens.workbook())
    page.locator(WORK).press_sequentially("my words")
    page.evaluate("share('value', {...models.Initiatives.get('value'), 'i1/work': {value: 'their words'}})")
    page.locator(WORK).blur()
    page.wait_for_function("kernel.edits.length === 1")
    assert page.evaluate("[kernel.edits[0].was, kernel.edits[0].to.value]") == [None, "my words"]


def test_an_unfinished_chinese_word_is_left_alone(show: Show) -> None:
    page = show(screens.workbook("zh-CN"))
    page.locator(WORK).focus()
    keyboard = page.context.new_cdp_session(page)
    keyboard.send("Input.imeSetComposition", {"text": "ke hu", "selectionStart": 5, "selectionEnd": 5})
    page.evaluate("share('problems', [])")
    page.wait_for_timeout(700)  # longer than the pause after which typing is sent
    assert page.evaluate("kernel.edits") == outbox(page) == []
    keyboard.send("Input.insertText", {"text": "客户"})
    page.locator(WORK).blur()
    expect(page.locator(WORK)).to_have_value("客户")


def test_two_versions_of_one_answer_are_shown_and_one_is_chosen(show: Show) -> None:
    page = show(screens.workbook())
    conflict = {"mine": {"value": "A"}, "theirs": {"value": "B"}, "by": "Li", "at": "2026-11-22T02:00:00Z"}
    page.evaluate("(all) => share('conflicts', all)", {"i1/work": conflict})
    page.get_by_role("button", name="Leave this one").click()
    page.wait_for_function("kernel.edits.length === 1")
    assert page.evaluate("[kernel.edits[0].was.value, kernel.edits[0].to.value]") == ["B", "B"]
    page.evaluate("share('conflicts', {})")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_submitting_lists_what_is_open_and_shows_the_receipt(show: Show) -> None:
    page = show(screens.workbook())
    page.get_by_role("button", name="Submit").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("No work.")
    dialog.get_by_role("button", name="Submit").click()
    assert page.evaluate("commands.at(-1).do") == "submit"
    expect(page.locator(".sk-save")).to_have_text("Submitting…")
    receipt = {"hash": "0123456789abcdef", "fields": 3, "at": "2026-11-22T02:00:00Z", "attempt": 1}
    page.evaluate("(status) => share('status', status)", {**screens.STATUS, "receipt": receipt})
    expect(page.get_by_role("dialog")).to_contain_text("0123456789ab")


@EACH_SCREEN
def test_markup_in_any_text_is_shown_as_text(show: Show, screen: Screen) -> None:
    page = show(screen("en", lambda text: HOSTILE + text))
    for button in page.locator("[aria-expanded='false'], .sk-fold").all():
        button.click()
    page.wait_for_timeout(100)
    assert page.evaluate("executed") == []
    assert page.locator("main img, main script, main iframe").count() == 0
    assert page.get_by_text("<img src=x").count() > 3


def test_hostile_words_of_the_person_stay_words(show: Show) -> None:
    page = show(screens.workbook())
    page.fill(WORK, HOSTILE)
    page.locator(WORK).blur()
    expect(page.locator(".sk-sentence").first).to_contain_text("<img src=x")
    assert page.evaluate("executed") == []


def test_the_dossier_is_read_and_cited_by_keyboard_alone(show: Show) -> None:
    page = show(screens.workbook())
    page.locator(WORK).focus()
    page.locator("[role=tab]").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Mail from Goto")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(page.locator(".sk-block:focus")).to_contain_text("Customers leave")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator(".sk-block:focus .sk-cite")).to_have_text("Cited")
    page.wait_for_function("kernel.edits.length === 1")
    assert page.evaluate("kernel.edits[0].to.cites.at(-1)") == "minutes.p3"


def test_a_citation_keeps_what_is_being_typed_and_waits_in_the_browser_like_any_other_work(show: Show) -> None:
    page = show(screens.workbook())
    page.evaluate("kernel.on = false")
    page.fill("textarea[data-field='i1/result']", "Fewer customers lost by June")
    page.get_by_role("button", name="Cite paragraph 3").click()
    page.reload()
    page.wait_for_function("window.ready")
    page.wait_for_function(f"{KEPT}.length === 0")
    result = page.evaluate("models.Initiatives.get('value')['i1/result']")
    assert (result["value"], result["cites"]) == ("Fewer customers lost by June", ["minutes.p2", "minutes.p3"])


def test_nothing_is_cited_while_an_earlier_version_is_looked_at(show: Show) -> None:
    page = show(screens.workbook())
    page.locator(WORK).focus()
    page.evaluate("share('status', {...models.Bar.get('status'), state: 'readonly'})")
    page.locator(".sk-block[data-passage='minutes.p3']").press("Enter")
    expect(page.locator(".sk-toast")).to_have_count(0)
    assert page.evaluate("models.Dossier.get('value')['i1/result'].cites") == ["minutes.p2"]


def test_what_is_cited_for_another_answer_on_the_page_is_left_to_it(show: Show) -> None:
    page = show(screens.workbook())
    told = {"key": "somebody/else", "field": "i1/work", "passage": "minutes.p3"}
    page.evaluate("(detail) => document.dispatchEvent(new CustomEvent('sellkit:cite', {detail}))", told)
    page.wait_for_timeout(100)
    assert page.evaluate("kernel.edits") == outbox(page) == []


def test_search_finds_both_languages_and_goes_through_the_places(show: Show) -> None:
    page = show(screens.workbook())
    page.get_by_role("textbox", name="Search all documents").fill("CUSTOMERS")
    expect(page.locator(".sk-dossier .sk-count")).to_have_text("2 places in 2 documents")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.get_by_role("tab", name="Mail from Goto")).to_have_attribute("aria-selected", "true")
    page.get_by_role("textbox", name="Search all documents").fill("流失")
    expect(page.locator(".sk-dossier .sk-count")).to_have_text("1 place")


def test_an_initiative_is_written_by_keyboard_alone(show: Show) -> None:
    page = show(screens.workbook())
    page.locator(WORK).focus()
    page.keyboard.type("bringing the process into use")
    tab_to(page, "[role=radio]")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    tab_to(page, "select[data-key='owner:i1']")
    page.keyboard.press("y")  # a native list: the letter chooses
    page.wait_for_function("kernel.edits.length >= 3")
    value = page.evaluate("models.Initiatives.get('value')")
    assert value["i1/work"]["value"] == "bringing the process into use"
    assert value["i1/class"]["value"] == "cost"
    assert len(outbox(page)) == 0


def test_removing_a_citation_takes_its_confidence_along(show: Show) -> None:
    page = show(screens.workbook())
    page.get_by_role("button", name="Remove Minutes of the board ¶2").click()
    page.wait_for_function("kernel.edits.length === 1")
    assert page.evaluate("kernel.edits[0].to") == {"value": "Fewer customers lost"}


def test_a_removed_initiative_can_be_brought_back(show: Show) -> None:
    page = show(screens.workbook())
    page.get_by_role("button", name="Remove Initiative 1").click()
    expect(page.locator(".sk-sentence").first).not_to_contain_text("Fewer customers")
    page.get_by_role("button", name="Bring it back").click()
    expect(page.locator(".sk-sentence").first).to_contain_text("Fewer customers")


def test_letters_typed_in_a_view_do_not_reach_the_notebook(show: Show) -> None:
    page = show(screens.workbook())
    page.evaluate("window.leaked = []; document.addEventListener('keydown', (e) => leaked.push(e.key))")
    for place in (WORK, ".sk-dossier .sk-search input", "[role=tab]", "[role=radio]", ".sk-check"):
        page.locator(place).first.focus()
        page.keyboard.type("abcdefghijklmnopqrstuvwxyz")
    assert page.evaluate("leaked") == []
    assert page.locator("[data-lm-suppress-shortcuts]").count() == 5


def test_on_a_phone_a_check_opens_the_place_and_a_chip_its_passage(show: Show) -> None:
    page = show(screens.workbook(), width=390)
    page.get_by_role("button", name="Checks").click()
    page.locator(".sk-check").first.click()
    expect(page.locator(WORK)).to_be_focused()
    page.get_by_role("button", name="Show Minutes of the board ¶2").click()
    expect(page.locator(".sk-block[data-passage='minutes.p2']")).to_be_focused()


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@EACH_SCREEN
def test_axe_finds_nothing_serious_and_nothing_is_cut_off(show: Show, screen: Screen, language: str) -> None:
    page = show(screen(language))
    for width in (390, 768, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        # the page arranges itself anew once it has noticed its width; a busy machine is slow to
        page.wait_for_function(f"document.documentElement.scrollWidth <= {width}", timeout=15_000)
        if width in (390, 1280):
            found = Axe().run(page).response["violations"]
            bad = [v for v in found if v["impact"] in ("serious", "critical")]
            assert [(v["id"], v["nodes"][0]["html"][:200]) for v in bad] == []
