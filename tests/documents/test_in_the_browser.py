"""A document in a real browser: nothing that people typed is obeyed; it can be read on a desk, a phone and paper."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sellkit.models.text import LANGUAGES

from .accounts import IMAGE, SCRIPT, full, hostile

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
# What sticks out of the page on the right, or hides a part of its own text.
CUT_OFF = """all => all.filter(n => n.getClientRects().length && (n.getBoundingClientRect().right > innerWidth + 1
    || (n.clientWidth && n.scrollWidth > n.clientWidth + 1))).map(n => n.outerHTML.slice(0, 120))"""


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """``opened(html, width)`` shows a page; whatever a text made it do fails the test."""
    context, obeyed = browser.new_context(), list[str]()

    def show(html: str, width: int = 1280) -> Page:
        file = tmp_path / "plan.html"
        file.write_text(html, encoding="utf-8")
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.on("dialog", lambda dialog: (obeyed.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("pageerror", lambda error: obeyed.append(f"error {error}"))
        page.on("request", lambda one: None if one.url == file.as_uri() else obeyed.append(one.url))
        page.goto(file.as_uri())
        return page

    yield show
    context.close()
    assert obeyed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_texts_are_shown_and_not_obeyed(opened: Open, language: str) -> None:
    page = opened(hostile(language).html())
    expect(page.locator("body")).to_contain_text(SCRIPT)
    expect(page.locator("h1")).to_be_visible()
    page.wait_for_timeout(300)  # an image that fails to load takes a moment to say so
    assert page.locator("img, a:not([href^='#']), script, iframe, object, form").count() == 0


def test_hostile_texts_in_a_notebook_are_not_obeyed_either(opened: Open) -> None:
    around = "<!doctype html><meta charset=utf-8><p id=mine>mine</p>"
    page = opened(around + hostile("en")._repr_html_())
    expect(page.locator(".sk-document")).to_contain_text(IMAGE)
    expect(page.locator("#mine")).to_be_visible()
    page.wait_for_timeout(300)
    assert page.locator("img, a, script").count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [390, 768, 1280, 1920])
def test_nothing_is_cut_off_at_any_width(opened: Open, width: int, language: str) -> None:
    page = opened(full(language).html(), width)
    parts = page.locator(".sk-document :is(h1, h2, h3, p, dd, dt, th, td, li, table, figure)")
    assert parts.evaluate_all(CUT_OFF) == []


def test_on_a_phone_the_pictures_are_those_for_a_phone(opened: Open) -> None:
    page = opened(full("en").html(), 390)
    shown = page.locator("svg:visible")
    assert shown.count() == 8
    narrow = shown.evaluate_all("all => all.filter(n => n.getAttribute('width') <= 390).length")
    assert narrow == 8


def test_very_long_words_stay_within_the_page(opened: Open) -> None:
    page = opened(hostile("en", "supercali " + "x" * 400).html(), 390)
    assert page.locator(".sk-document :is(h1, p, dd, td, th, li)").evaluate_all(CUT_OFF) == []


def test_on_paper_the_head_of_a_table_repeats_and_the_width_of_a_sheet_suffices(opened: Open) -> None:
    page = opened(full("en").html(), 680)
    page.emulate_media(media="print")
    assert page.locator("thead").first.evaluate("n => getComputedStyle(n).display") == "table-header-group"
    assert page.locator(".sk-document :is(h1, p, dd, td, th, li, figure)").evaluate_all(CUT_OFF) == []
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
