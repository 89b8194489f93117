"""Markup, links, formulas and direction overrides in whatever a person can type: shown as text, never obeyed."""

import csv
import io
import json
from collections.abc import Iterator

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from .conftest import Room
from .people import arrive, hand_in, open_exercise, release, seat_of

SCRIPT = "<script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(2)>'
LINK = "[go](javascript:alert(3)) <a href='javascript:alert(3)'>go</a>"
STYLE = "</style><style>*{display:none!important}</style>"
FORMULA = '=HYPERLINK("http://evil.test","win")'
TURNED = "turned \u202eemit fo tuo\u202c"
BRACES = "{{7*7}} ${7*7} {name} %s"
TYPED = " ".join([SCRIPT, IMAGE, LINK, STYLE, FORMULA, TURNED, BRACES])
KEPT = TYPED.replace("\u202e", "").replace("\u202c", "")  # what turns the reading direction is not kept
FIELDS = ("i1/result", "i1/work", "i2/result", "i2/work")
FILE = "\u202enosj.<img src=x onerror=alert(4)>.json"


@pytest.fixture(scope="module")
def obeyed() -> list[str]:
    """What a page did because a text told it to: opened a dialog, called somebody outside, ran into an error."""
    return []


def watched(page: Page, room: Room, obeyed: list[str]) -> Page:
    page.on("dialog", lambda dialog: (obeyed.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: obeyed.append(f"error {error}"))
    page.on("request", lambda r: None if r.url.startswith((room.url, "data:", "blob:")) else obeyed.append(r.url))
    return page


@pytest.fixture(scope="module", params=["en", "zh-CN"])
def cast(request: pytest.FixtureRequest, browser: Browser, room: Room, obeyed: list[str]) -> Iterator[dict[str, Page]]:
    """Two people with one hostile name, and a coach with another; the first has feedback full of hostile words."""
    who = {
        "one": arrive(browser, room, IMAGE, request.param, team=FORMULA),
        "two": arrive(browser, room, IMAGE, request.param, team=FORMULA),
        "coach": arrive(browser, room, SCRIPT, request.param, team="-2+3", coach=True),
    }
    answers = {field: {"value": TYPED, "note": TYPED} for field in FIELDS}
    number = hand_in(who["one"], room, "initiatives", answers, request.param)
    release(room, number, TYPED)
    said = {"value": {"text": TYPED}, "note": TYPED}
    chain = {"overall/pain": said, "overall/reasons/1": said, "goto/pain": said}
    hand_in(who["one"], room, "pain-chain", chain, request.param)
    note = {"goto/attitude": {"value": "neutral", "note": TYPED}}
    hand_in(who["two"], room, "relationship-map", note, request.param)
    yield {name: watched(page, room, obeyed) for name, page in who.items()}
    for page in who.values():
        page.context.close()


def stays_text(page: Page, obeyed: list[str], *texts: str) -> None:
    for text in texts:
        expect(page.locator("body")).to_contain_text(text)
    page.wait_for_timeout(300)  # an image that fails to load takes a moment to say so
    harmful = "img[src=x], a[href^=javascript], body script:not([src]):not([type])"
    assert [
        node for node in page.locator(harmful).evaluate_all("all => all.map(n => n.outerHTML)") if "alert(" in node
    ] == []
    assert obeyed == []


def test_the_start_page_greets_a_hostile_name(cast: dict[str, Page], room: Room, obeyed: list[str]) -> None:
    for path in ("/", "/welcome", "/join"):
        cast["one"].goto(room.url + path)
        stays_text(cast["one"], obeyed, IMAGE)


@pytest.mark.parametrize("exercise", ["initiatives", "pain-chain", "relationship-map", "meddpicc"])
def test_an_exercise_shows_its_own_texts(cast: dict[str, Page], room: Room, obeyed: list[str], exercise: str) -> None:
    page = cast["two" if exercise == "relationship-map" else "one"]
    open_exercise(page, room, exercise)
    stays_text(page, obeyed, IMAGE)
    if exercise == "initiatives":
        expect(page.locator("[data-field='i1/result'] , textarea").first).to_be_visible()
        assert KEPT in page.locator("textarea").evaluate_all("all => all.map(n => n.value)")
    if exercise == "pain-chain":
        page.locator(".sk-pain-chain [data-key='open:overall']").first.click()
        stays_text(page, obeyed, SCRIPT, IMAGE)
    page.locator(".sk-bar [data-key=submit]").click()
    stays_text(page, obeyed)
    page.keyboard.press("Escape")


def test_feedback_quotes_them(cast: dict[str, Page], room: Room, obeyed: list[str]) -> None:
    page = cast["one"]
    page.goto(room.url)
    page.locator(".sk-exercise [data-key=feedback]").first.click()
    page.wait_for_url("**/feedback/**")
    stays_text(page, obeyed, SCRIPT, IMAGE, "{{7*7}}")
    expect(page.locator("h1")).to_be_visible()


def test_the_projector_and_the_coachs_door_stay_calm(cast: dict[str, Page], room: Room, obeyed: list[str]) -> None:
    for path in (
        "/qr",
        "/coach",
        f"/join?next={LINK}&code={SCRIPT}",
        "/exercise?x=<script>alert(1)</script>",
        "/feedback/../x",
    ):
        cast["coach"].goto(room.url + path)
        stays_text(cast["coach"], obeyed)


def test_the_console_shows_answers_names_and_refused_files(
    cast: dict[str, Page], room: Room, obeyed: list[str]
) -> None:
    page = cast["coach"]
    page.goto(f"{room.url}/console")
    page.locator("[data-key=search]").fill("onerror")
    rows = page.locator(".sk-qrow")
    expect(rows.first).to_be_visible()
    for at in range(rows.count()):
        rows.nth(at).click()
        expect(rows.nth(at)).to_have_attribute("aria-current", "true")
        stays_text(page, obeyed, IMAGE)
    source = next((room.folder / "submissions").glob("*.json")).read_text(encoding="utf-8")
    forged = json.dumps({**json.loads(source), "id": SCRIPT, "author": {"id": "p-1", "name": TYPED, "team": IMAGE}})
    page.locator("[data-key=import]").click()
    files = [
        {"name": FILE, "mimeType": "application/json", "buffer": b"{"},
        {"name": f"{IMAGE}.json".replace("/", ""), "mimeType": "application/json", "buffer": forged.encode()},
    ]
    page.locator(".sk-dialog input[type=file]:not([webkitdirectory])").set_input_files(files)
    expect(page.locator(".sk-dialog .sk-result")).to_be_visible()
    stays_text(page, obeyed, "<img src=x onerror=alert(4)>.json")
    page.keyboard.press("Escape")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_grade_book_holds_no_formula(cast: dict[str, Page], room: Room, obeyed: list[str], kind: str) -> None:
    page = cast["coach"]
    page.goto(f"{room.url}/console")
    page.locator("[data-key=export]").click()
    with page.expect_download() as given:
        page.locator(f".sk-dialog [data-key={kind}]").click()
    content = given.value.path().read_bytes()
    if kind == "csv":
        cells = [cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row]
        bad = [
            cell
            for cell in cells
            if cell[:1] in "=+-@\t\r" and cell and not cell.lstrip("-").replace(".", "").isdigit()
        ]
    else:
        book = load_workbook(io.BytesIO(content))
        cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
        bad = [
            c.coordinate
            for sheet in book
            for row in sheet.iter_rows()
            for c in row
            if c.data_type == "f" or c.hyperlink
        ]
    assert bad == []
    assert any("HYPERLINK" in cell for cell in cells)
    assert obeyed == []


def test_two_people_with_one_name_keep_their_own_answers(cast: dict[str, Page], room: Room) -> None:
    assert seat_of(cast["one"], room).home != seat_of(cast["two"], room).home
    page = cast["two"]
    open_exercise(page, room, "initiatives")
    expect(page.locator(".sk-initiatives textarea").first).to_be_visible()
    assert set(page.locator(".sk-initiatives textarea").evaluate_all("all => all.map(n => n.value)")) == {""}
    page.goto(room.url)
    expect(page.locator(".sk-exercise [data-key=feedback]")).to_have_count(0)
    console = cast["coach"]
    console.goto(f"{room.url}/console")
    console.locator("[data-key=search]").fill("onerror")
    expect(console.locator(".sk-qrow").first).to_be_visible()
    names = {row.split("\n")[0] for row in console.locator(".sk-qrow").all_inner_texts()}
    assert len(names) > 1, "people of one name are told apart"
