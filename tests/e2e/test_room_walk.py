"""From the join page to the coach's feedback, in the room server, in a real browser."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import Room
from .hands import Hands, Keyboard, Mouse
from .walks import FILL, hand_in, judge_and_release, saved

WALKS = [
    pytest.param("zh-CN", 1280, Mouse, id="zh-wide-mouse"),
    pytest.param("en", 1280, Keyboard, id="en-wide-keyboard"),
    pytest.param("zh-CN", 390, Keyboard, id="zh-narrow-keyboard"),
    pytest.param("en", 390, Mouse, id="en-narrow-mouse"),
]


def new_page(browser: Browser, width: int) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.set_default_timeout(20_000)
    return page


def join(hands: Hands, room: Room, name: str, language: str) -> None:
    page = hands.page
    page.goto(f"{room.url}/join")
    hands.press(page.locator(f"button[lang='{language}']"))
    page.wait_for_url("**/join/language")
    expect(page.locator("html")).to_have_attribute("lang", language)
    hands.write(page.locator("[name=code]"), room.code)
    hands.write(page.locator("[name=name]"), name)
    hands.write(page.locator("[name=team]"), "Red 红队")
    page.keyboard.press("Enter")
    page.wait_for_url("**/welcome")


def become_coach(hands: Hands, room: Room, language: str) -> None:
    page = hands.page
    join(hands, room, "Coach 王老师", language)
    page.goto(f"{room.url}/coach")
    hands.write(page.locator("[name=key]"), room.coach_key)
    page.keyboard.press("Enter")
    page.wait_for_url("**/console")


@pytest.mark.parametrize(("language", "width", "kind"), WALKS)
def test_a_trainee_joins_reads_fills_submits_and_gets_the_coachs_words(
    browser: Browser,
    room: Room,
    shoot: Callable[[Page, str], None],
    language: str,
    width: int,
    kind: Callable[[Page], Hands],
) -> None:
    faults: list[str] = []
    hands = kind(new_page(browser, width))
    page = hands.page
    page.on("pageerror", lambda error: faults.append(str(error)))
    name = f"Lín 林 {width} {language}"
    join(hands, room, name, language)
    shoot(page, "joined")

    page.goto(room.url)
    expect(page.locator(".sk-exercise")).to_have_count(len(FILL))
    shoot(page, "start")
    for exercise, fill in FILL.items():
        hands.press(page.locator(f".sk-exercise[data-key='homebody/{exercise}'] [data-key=open]"))
        expect(page.locator(".sk-workbook")).to_have_attribute("data-size", re.compile("wide|narrow"))
        shoot(page, f"{exercise}-blank")
        fill(hands)
        saved(page)
        shoot(page, f"{exercise}-filled")
        before = answers_on_disk(room, name, exercise)
        assert before, "the answer is on disk when the screen says saved"
        hand_in(hands)
        shoot(page, f"{exercise}-receipt")
        page.goto(room.url)

    coach = kind(new_page(browser, width))
    coach.page.on("pageerror", lambda error: faults.append(str(error)))
    become_coach(coach, room, language)
    judge_and_release(coach, name, shoot)

    page.goto(room.url)
    hands.press(page.locator(".sk-exercise [data-key=feedback]").first)
    page.wait_for_url("**/feedback/**")
    expect(page.locator("body")).to_contain_text("Weiter so 写得好")
    shoot(page, "feedback")
    assert faults == []


def answers_on_disk(room: Room, name: str, exercise: str) -> list[dict[str, object]]:
    """The entries of this exercise's newest journal, read as the file stands."""
    journals = sorted((room.folder / "answers").rglob(f"{exercise}.jsonl"), key=lambda path: path.stat().st_mtime_ns)
    lines = journals[-1].read_text(encoding="utf-8").splitlines()
    return [entry for line in lines[1:] if (entry := json.loads(line))["kind"] == "edit"]
