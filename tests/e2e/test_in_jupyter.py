"""The same notebooks in JupyterLab and Notebook 7: the same walk, and none of the notebook's own keys in the way."""

import re
import shutil
import string
from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import Lab
from .hands import Hands, Keyboard, Mouse
from .network import Network
from .walks import FILL, fill_map, hand_in, judge_and_release, saved

WALKS = [
    pytest.param("zh-CN", 1280, Mouse, id="zh-wide-mouse"),
    pytest.param("en", 1280, Keyboard, id="en-wide-keyboard"),
    pytest.param("en", 390, Mouse, id="en-narrow-mouse"),
    pytest.param("zh-CN", 390, Keyboard, id="zh-narrow-keyboard"),
]


def open_notebook(browser: Browser, lab: Lab, name: str, width: int) -> Page:
    """Open a fresh copy of a notebook as the only document of the window and run all its cells."""
    copy = f"{uuid4().hex[:8]}-{name}"
    shutil.copy(lab.folder / name, lab.folder / copy)
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    page.set_default_timeout(30_000)
    page.goto(f"{lab.url}/{lab.opens}/{copy}?reset")
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell")
    page.wait_for_selector("#jupyterlab-splash", state="detached")
    # Asked to run before its kernel is there, JupyterLab asks back which kernel to take.
    page.wait_for_function("window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'")
    page.evaluate("() => void window.jupyterapp.commands.execute('notebook:run-all-cells')")
    return page


@pytest.mark.parametrize(("language", "width", "kind"), WALKS)
def test_the_notebooks_lead_from_the_start_page_to_the_coachs_words(
    browser: Browser,
    lab: Lab,
    shoot: Callable[[Page, str], None],
    language: str,
    width: int,
    kind: Callable[[Page], Hands],
) -> None:
    shutil.rmtree(lab.home, ignore_errors=True)
    hands = kind(open_notebook(browser, lab, "01_start.ipynb", width))
    page = hands.page
    expect(page.locator(".sk-exercise")).to_have_count(len(FILL))
    switch = page.locator(f".sk-start .sk-language[lang='{language}']")
    if switch.get_attribute("aria-pressed") != "true":
        hands.press(switch)
    expect(switch).to_have_attribute("aria-pressed", "true")
    shoot(page, "start")
    for exercise, fill in FILL.items():
        hands.press(page.locator(f".sk-exercise[data-key='homebody/{exercise}'] [data-key=open]"))
        expect(page.locator(".sk-workbook")).to_have_attribute("data-size", re.compile("wide|middle|narrow"))
        fill(hands)
        saved(page)
        shoot(page, f"{exercise}-filled")
        hand_in(hands)
        hands.press(page.locator(".sk-bar [data-key=home]"))
        expect(page.locator(".sk-exercise")).to_have_count(len(FILL))

    coach = kind(open_notebook(browser, lab, "03_console.ipynb", width))
    judge_and_release(coach, "", shoot)

    page = open_notebook(browser, lab, "01_start.ipynb", width)
    kind(page).press(page.locator(".sk-exercise[data-key='homebody/relationship-map'] [data-key=open]"))
    expect(page.locator(".sk-feedback")).to_contain_text("Weiter so 写得好")
    shoot(page, "feedback")


def test_typing_reaches_the_text_and_never_the_notebook(browser: Browser, lab: Lab) -> None:
    shutil.rmtree(lab.home, ignore_errors=True)
    page = open_notebook(browser, lab, "02_exercise.ipynb", 1280)
    text = page.locator(".sk-initiative textarea").first
    text.click()
    cells = page.locator(".jp-Cell").count()
    typed = string.ascii_letters + string.digits
    for key in [*typed, "Escape", "ArrowUp", "ArrowDown", "Enter", *"dd"]:
        page.keyboard.press(key)
    assert page.locator(".jp-Cell").count() == cells
    expect(text).to_have_value(re.compile(typed))


def test_a_killed_kernel_loses_nothing_that_the_screen_called_saved(browser: Browser, lab: Lab) -> None:
    shutil.rmtree(lab.home, ignore_errors=True)
    page = open_notebook(browser, lab, "02_exercise.ipynb", 1280)
    text = page.locator(".sk-initiative textarea").first
    text.fill("loyalty back to 62 % by December 2002")
    page.keyboard.press("Tab")
    saved(page)
    page.evaluate(
        """async () => {
            const kernels = window.jupyterapp.serviceManager.kernels;
            for (const kernel of kernels.running()) await kernels.shutdown(kernel.id);
        }"""
    )
    page.context.close()
    page = open_notebook(browser, lab, "02_exercise.ipynb", 1280)
    expect(page.locator(".sk-initiative textarea").first).to_have_value("loyalty back to 62 % by December 2002")


def test_what_a_dead_network_swallowed_is_sent_again_in_jupyter_too(browser: Browser, lab: Lab) -> None:
    shutil.rmtree(lab.home, ignore_errors=True)
    network = Network(int(lab.url.rpartition(":")[2]))
    far = replace(lab, url=f"http://127.0.0.1:{network.port}")
    page = open_notebook(browser, far, "02_exercise.ipynb", 1280)
    text = page.locator(".sk-initiatives textarea")
    text.first.fill("with a network")
    saved(page)
    with network.losing("browser", "server"):
        text.nth(1).fill("into the void")
        expect(page.locator(".sk-bar .sk-save-late")).to_be_visible(timeout=20_000)
    expect(page.locator(".sk-bar .sk-save-saved")).to_be_visible(timeout=60_000)
    text.first.fill("and work goes on")
    saved(page)
    page.context.close()
    network.close()


def test_the_map_is_filled_in_the_exercise_notebook_named_by_its_parameter(browser: Browser, lab: Lab) -> None:
    shutil.rmtree(lab.home, ignore_errors=True)
    book = lab.folder / "map.ipynb"
    source = (lab.folder / "02_exercise.ipynb").read_text(encoding="utf-8")
    book.write_text(source.replace('exercise = \\"\\"', 'exercise = \\"homebody/relationship-map\\"'), encoding="utf-8")
    hands = Mouse(open_notebook(browser, lab, "map.ipynb", 1280))
    fill_map(hands)
    saved(hands.page)


def test_the_notebooks_run_unchanged_in_notebook_7(
    browser: Browser, notebook7: Lab, shoot: Callable[[Page, str], None]
) -> None:
    hands = Mouse(open_notebook(browser, notebook7, "01_start.ipynb", 1280))
    hands.press(hands.page.locator(".sk-exercise[data-key='homebody/relationship-map'] [data-key=open]"))
    fill_map(hands)
    saved(hands.page)
    shoot(hands.page, "map")
    hand_in(hands)
    coach = Mouse(open_notebook(browser, notebook7, "03_console.ipynb", 1280))
    expect(coach.page.locator(".sk-qrow")).to_have_count(1)
