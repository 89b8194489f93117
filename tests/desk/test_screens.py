"""The console and the feedback in a real browser: by keyboard alone, at all widths, and nothing a person wrote runs."""

from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, expect

from sellkit.desk import feedback
from sellkit.desk.console_state import ConsoleState
from sellkit.desk.register import WHOLE, Register
from sellkit.desk.scoring import score
from sellkit.training.submission import Submission

from .handed_in import ANSWERS
from .screen import Screen

pytestmark = pytest.mark.browser
Make = Callable[..., Submission]
EVIL = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>'
RUNS = '<svg xmlns="http://www.w3.org/2000/svg" onload="window.hit=1"><script>window.hit=1</script></svg>'


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(locale="en-GB", accept_downloads=True)
    yield opened
    opened.close()


@pytest.fixture
def two(register: Register, make: Make) -> Register:
    """Two scored answers that wait for an assessor."""
    register.add_many([make(author="p-1"), make(author="p-2", name="王晓梅", team="北方组", language="zh-CN")])
    score(register)
    return register


def test_a_coach_judges_comments_and_releases_by_keyboard_alone(two: Register, context: BrowserContext) -> None:
    screen = Screen(context, ConsoleState(two, "Kim", "en"))
    page = screen.page
    page.keyboard.press("3")
    expect(page.get_by_role("radio", name="Sound")).to_be_checked()
    page.keyboard.press("c")
    page.keyboard.type("jknprb123 stay letters")
    page.keyboard.press("Escape")
    expect(page.locator(".sk-saved")).to_contain_text("Saved")
    assert [(j.level, j.comment) for j in two.judgements(1)] == [(1, "jknprb123 stay letters")]
    page.keyboard.press("r")
    expect(page.locator(".sk-toast")).to_contain_text("Released to Anna Holm")
    page.keyboard.press("n")
    expect(page.get_by_role("heading", name="王晓梅").first).to_be_visible()
    page.keyboard.press("b")
    page.keyboard.type("Cite more.")
    page.get_by_role("dialog").get_by_role("button", name="Return").press("Enter")
    expect(page.locator(".sk-toast")).to_contain_text("Returned")
    assert [two.row(id)["state"] for id in (1, 2)] == ["released", "returned"]
    assert screen.faults == []


def test_an_answer_cannot_be_released_before_it_is_judged(two: Register, context: BrowserContext) -> None:
    page = Screen(context, ConsoleState(two, "Kim", "en")).page
    page.keyboard.press("r")
    expect(page.locator(".sk-toast")).to_contain_text("Still to judge: Judgement")
    assert two.row(1)["state"] == "to-judge"


def test_a_passage_is_one_click_away(two: Register, context: BrowserContext) -> None:
    page = Screen(context, ConsoleState(two, "Kim", "en")).page
    page.get_by_role("button", name="Monday meeting ¶3").first.click()
    expect(page.get_by_role("dialog")).to_contain_text("Eva Lund doubts every new system.")


def test_nothing_that_a_person_wrote_runs_in_the_console(
    register: Register, make: Make, context: BrowserContext
) -> None:
    answers = {**ANSWERS, "lund/attitude": {"value": "supporter", "note": EVIL}}
    register.add(make(name=EVIL, team=EVIL, answers=answers))
    score(register)
    register.judge(1, "judgement", EVIL, 0.5, EVIL)
    screen = Screen(context, ConsoleState(register, "Kim", "en", picture=lambda _s, _l: RUNS))
    screen.page.get_by_role("button", name="Used before").first.click()
    screen.page.keyboard.press("b")
    expect(screen.page.get_by_role("dialog")).to_contain_text("<script>")
    screen.page.wait_for_timeout(200)
    assert screen.page.evaluate("window.hit") is None
    assert screen.faults == []


def test_nothing_that_a_person_wrote_runs_in_the_feedback(
    register: Register, make: Make, context: BrowserContext, tmp_path: Path
) -> None:
    register.add(make(name=EVIL, team=EVIL))
    score(register)
    for criterion in ("judgement", WHOLE):
        register.judge(1, criterion, EVIL, 0.5 if criterion == "judgement" else None, EVIL)
    register.release(1, EVIL, EVIL)
    file = tmp_path / "feedback.html"
    file.write_text(feedback.page(register, 1), encoding="utf-8")
    page = context.new_page()
    page.goto(file.as_uri())
    page.wait_for_timeout(200)
    assert page.evaluate("window.hit") is None
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("width", [390, 768, 1280, 1920])
def test_console_and_feedback_fit_every_width(
    two: Register, context: BrowserContext, tmp_path: Path, width: int, language: str
) -> None:
    page = Screen(context, ConsoleState(two, "Kim", language), width).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    file = tmp_path / "feedback.html"
    file.write_text(feedback.page(two, 1, language), encoding="utf-8")
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_console_and_feedback_have_no_serious_barrier(two: Register, context: BrowserContext, tmp_path: Path) -> None:
    pages = [Screen(context, ConsoleState(two, "Kim", "en")).page, context.new_page()]
    file = tmp_path / "feedback.html"
    file.write_text(feedback.page(two, 1), encoding="utf-8")
    pages[1].goto(file.as_uri())
    for page in pages:
        found = Axe().run(page).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")] == []


def test_the_grade_book_arrives_whole(two: Register, context: BrowserContext, tmp_path: Path) -> None:
    page = Screen(context, ConsoleState(two, "Kim", "en")).page
    page.get_by_role("button", name="Export grade book").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Excel").click()
    waiting.value.save_as(tmp_path / "book.xlsx")
    assert openpyxl.load_workbook(tmp_path / "book.xlsx").worksheets[0]["A2"].value in ("Anna Holm", "王晓梅")


def test_chosen_files_come_in_and_refusals_are_listed(
    register: Register, make: Make, context: BrowserContext, tmp_path: Path
) -> None:
    files = {"a.json": make().to_json(), "cut.json": make().to_json()[:100], "letter.txt": "Dear coach"}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    page = Screen(context, ConsoleState(register, "Kim", "en")).page
    page.get_by_role("button", name="Import").first.click()
    page.locator("input[type=file]:not([webkitdirectory])").set_input_files([tmp_path / name for name in files])
    expect(page.get_by_role("dialog")).to_contain_text("1 new")
    expect(page.get_by_role("dialog").locator(".sk-refusals li")).to_have_count(2)
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Anna Holm").first).to_be_visible()
