"""Every screen at four widths in both languages: nothing cut off, nothing on top of another, no stray language."""

import re
from collections.abc import Callable, Iterator
from functools import reduce
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from sellkit.training import shelf

from .conftest import Room
from .people import arrive, hand_in, open_exercise, release, still

WIDTHS = (390, 768, 1280, 1920)
LANGUAGES = ("en", "zh-CN")
GRAVE = ("serious", "critical")
EXERCISES = ("initiatives", "pain-chain", "relationship-map", "meddpicc")

# What a Chinese text keeps in Latin letters: the case's name, offices and systems, file kinds, keys, an option.
LATIN = {
    "sellkit", "homebody", "meddic", "meddpicc", "ceo", "coo", "cfo", "cio", "controller", "i/s", "mrp", "nsi", "rfi",
    "utc", "qr", "enter", "html", "csv", "excel", "network",
}  # fmt: skip
HERE = Path(__file__).parent
MEASURE, TEXTS = ((HERE / name).read_text(encoding="utf-8") for name in ("measure.js", "texts.js"))

Pages = dict[str, Page]
TEAMS = {"en": "Red 1", "zh-CN": "Blue 2"}
# What the person of these tests wrote in own words, in the key's language.
WRITTEN = [a["value"] for a in shelf.key("homebody/initiatives").sheet_answers().values() if len(str(a["value"])) > 9]


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def pages(browser: Browser, room: Room, language: str) -> Iterator[Pages]:
    """A stranger, a newcomer, somebody who has solved everything and has feedback, and a coach."""
    found = {
        name: arrive(browser, room, name, language, team=TEAMS[language], coach=name == "Cleo")
        for name in ("Ann", "Sol", "Cleo")
    }
    found["stranger"] = browser.new_context(locale=language).new_page()
    for name in EXERCISES:
        number = hand_in(found["Sol"], room, name, shelf.key(f"homebody/{name}").sheet_answers(), language)
        release(room, number, {"en": "Well cited.", "zh-CN": "引用到位。"}[language])
    yield found
    for page in found.values():
        page.context.close()


def join(pages: Pages, room: Room) -> Page:
    pages["stranger"].goto(f"{room.url}/join")
    return pages["stranger"]


def welcome(pages: Pages, room: Room) -> Page:
    pages["Ann"].goto(f"{room.url}/welcome")
    return pages["Ann"]


def start(name: str) -> Callable[[Pages, Room], Page]:
    def go(pages: Pages, room: Room) -> Page:
        pages[name].goto(room.url)
        expect(pages[name].locator(".sk-exercise")).to_have_count(len(EXERCISES))
        return pages[name]

    return go


def exercise(name: str, person: str) -> Callable[[Pages, Room], Page]:
    def go(pages: Pages, room: Room) -> Page:
        open_exercise(pages[person], room, name)
        return pages[person]

    return go


def console(pages: Pages, room: Room) -> Page:
    page = pages["Cleo"]
    page.goto(f"{room.url}/console")
    expect(page.locator(".sk-console")).to_be_visible()
    search, rows = page.locator("[data-key=search]"), page.locator(".sk-qrow")
    team = TEAMS[page.evaluate("navigator.language")]
    if not search.is_visible():
        page.locator("[data-key=drawer]").click()
    search.fill(team)  # the other team's answers are in another language
    expect(rows).to_have_count(len(EXERCISES))
    rows.first.click()
    expect(page.locator(".sk-criterion").first).to_be_visible()
    return page


def projector(pages: Pages, room: Room) -> Page:
    pages["Cleo"].goto(f"{room.url}/qr")
    return pages["Cleo"]


def feedback(pages: Pages, room: Room) -> Page:
    page = start("Sol")(pages, room)
    page.locator(".sk-exercise [data-key=feedback]").first.click()
    page.wait_for_url("**/feedback/**")
    return page


SCREENS: dict[str, Callable[[Pages, Room], Page]] = {
    "join": join,
    "welcome": welcome,
    "start": start("Ann"),
    **{f"{name}-blank": exercise(name, "Ann") for name in EXERCISES},
    **{f"{name}-solved": exercise(name, "Sol") for name in EXERCISES},
    "start-solved": start("Sol"),
    "console": console,
    "projector": projector,
    "feedback": feedback,
}


def stray(texts: list[str], language: str, room: Room) -> list[str]:
    """Chinese on an English screen; on a Chinese one, words in Latin letters that are neither names, marks nor keys."""
    typed = ["Ann", "Sol", "Cleo", *TEAMS.values(), room.code, "English", "中文", *WRITTEN]
    found = [reduce(lambda rest, own: rest.replace(own, ""), typed, text) for text in texts]
    found = [re.sub(r"\b[0-9a-f]{8,}\b", "", text) for text in found]  # a receipt's hash is in no language
    if language == "en":
        return [text for text in found if re.search(r"[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]", text)]
    words = {text: {word.lower() for word in re.findall(r"[A-Za-z][A-Za-z/]+", text)} - LATIN for text in found}
    return [f"{text} ({', '.join(strange)})" for text, strange in words.items() if strange - {"ue", "ud", "ed"}]


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_is_cut_off_and_no_stray_language_shows(
    pages: Pages, room: Room, shoot: Callable[[Page, str], None], language: str, screen: str
) -> None:
    page = SCREENS[screen](pages, room)
    faults: list[str] = []
    texts: set[str] = set()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        still(page)
        for pane in panes(page):
            faults += [f"{width}{pane}: {fault}" for fault in page.evaluate(MEASURE)]
            texts |= set(page.evaluate(TEXTS))
            if width in (390, 1280):
                shoot(page, f"{width}{pane}")
    faults += [f"stray: {text[:80]}" for text in stray(sorted(texts), language, room)]
    violations = Axe().run(page).response["violations"]
    faults += [f"axe {v['id']}: {v['nodes'][0]['html'][:120]}" for v in violations if v["impact"] in GRAVE]
    assert not faults, "\n".join(faults)


def panes(page: Page) -> Iterator[str]:
    """On a narrow screen the parts of an exercise show one at a time: turn to each."""
    tabs = page.locator(".sk-panes button")
    if not tabs.count() or not tabs.first.is_visible():
        yield ""
        return
    for tab in tabs.all():
        tab.click()
        still(page)
        yield f"-{tab.get_attribute('data-key')}"
