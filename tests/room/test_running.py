"""The whole server as a process of its own, running notebooks: over bare websockets, and in a real browser."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

pytest.importorskip("solara")

from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Running = Any  # a server of the fixture `run_room`, see conftest.py
SECRET = "the secret of the console"
EXERCISE = "/exercise?x=homebody/pain-chain"


def join(room: Running, name: str) -> httpx.Client:
    browser = httpx.Client(base_url=room.address, headers={"origin": room.address})
    answer = browser.post("/join", data={"code": room.workshop.code, "name": name, "language": "en"})
    assert answer.status_code == 303
    browser.personal = re.search(r'<output id="personal"[^>]*>([^<]+)', browser.get("/welcome").text)[1]
    assert browser.get("/exercise").status_code == 200  # the page gives the connection its session
    return browser


def dial(room: Running, browser: httpx.Client, kernel: str | None = None) -> ClientConnection:
    cookies = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
    address = f"{room.address.replace('http', 'ws')}/jupyter/api/kernels/{kernel or uuid.uuid4()}/channels?session_id=s"
    return connect(address, origin=room.address, additional_headers={"Cookie": cookies})


def message(kind: str, content: dict[str, object]) -> str:
    header = {"msg_id": uuid.uuid4().hex, "username": "", "session": "s", "date": "2026-01-01T00:00:00Z"}
    header |= {"msg_type": kind, "version": "5.3"}
    return json.dumps({"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"})


def shown(connection: ClientConnection, path: str) -> str:
    """Ask for a page over an open connection, as its script does; what the server sends until it is ready."""
    comm = uuid.uuid4().hex
    connection.send(message("comm_open", {"comm_id": comm, "target_name": "solara.control", "data": {}}))
    asked = {"method": "run", "args": {"path": path, "appName": None, "dark": False, "themes": {}}}
    connection.send(message("comm_msg", {"comm_id": comm, "data": asked}))
    received = ""
    while '"finished"' not in received:
        frame = connection.recv(timeout=30)
        received += frame if isinstance(frame, str) else frame.decode("utf-8", "replace")
    return received


def test_a_notebook_runs_for_the_person_at_the_connection(room: Running) -> None:
    for name in ("Li Wei", "Wu Tong"):
        with dial(room, join(room, name)) as connection:
            assert f"{name}" in shown(connection, EXERCISE)


def test_the_console_cannot_be_asked_for_over_a_trainees_connection(room: Running) -> None:
    trainee = join(room, "Li Wei")
    for path in ("/console", "/console/", "/console?x=1"):
        with dial(room, trainee) as connection:
            assert SECRET not in shown(connection, path)
    log = (room.workshop.folder / "room.log").read_text(encoding="utf-8")
    assert "refused page=console" in log
    for path in ("/console", "//console", "/%63onsole", "/exercise/../console"):
        assert SECRET not in trainee.get(path, follow_redirects=True).text


def test_the_console_opens_over_a_coachs_connection(room: Running) -> None:
    coach = join(room, "Chen")
    coach.post("/coach", data={"key": room.workshop.coach_key})
    with dial(room, coach) as connection:
        assert SECRET in shown(connection, "/console")


def test_a_websocket_without_a_seat_is_turned_away(room: Running) -> None:
    stranger = httpx.Client(base_url=room.address)
    stranger.get("/join")
    with pytest.raises(InvalidStatus):
        dial(room, stranger)


def test_nobody_takes_over_the_page_of_another(room: Running) -> None:
    owner, thief = join(room, "Li Wei"), join(room, "Wu Tong")
    thief.cookies.delete("solara-session-id")
    thief.cookies.set("solara-session-id", owner.cookies["solara-session-id"])
    kernel = str(uuid.uuid4())
    with dial(room, owner, kernel) as connection:
        shown(connection, EXERCISE)
        with pytest.raises(InvalidStatus):
            dial(room, thief, kernel)


def test_a_seat_and_its_cookie_survive_a_killed_server(run_room: Callable[..., Running], tmp_path: Path) -> None:
    first = run_room(tmp_path / "workshop")
    browser = join(first, "Li Wei")
    first.kill()
    again = run_room(tmp_path / "workshop", int(first.address.rsplit(":", 1)[1]))
    assert again.workshop.code == first.workshop.code
    assert "Li Wei" in browser.get("/join").text
    phone = httpx.Client(base_url=again.address, headers={"origin": again.address})
    assert phone.post("/join/back", data={"personal": browser.personal}).status_code == 303
    assert "Li Wei" in phone.get("/join").text


def test_two_servers_do_not_share_one_folder(room: Running, run_room: Callable[..., Running]) -> None:
    with pytest.raises(AssertionError, match="Another server is running"):
        run_room(room.workshop.folder)


@pytest.fixture
def page(browser: Browser, room: Running) -> Iterator[Page]:
    """A page that notes what it asks for beyond its own server."""
    context = browser.new_context(locale="en", viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.beyond = []
    own = (room.address, room.address.replace("http", "ws"), "data:", "blob:")
    for event in ("request", "websocket"):
        page.on(event, lambda asked: None if asked.url.startswith(own) else page.beyond.append(asked.url))
    yield page
    context.close()


@pytest.mark.browser
def test_by_keyboard_from_the_door_to_the_exercise_and_back_after_a_reload(page: Page, room: Running) -> None:
    page.goto(room.address + EXERCISE)
    page.keyboard.press("Tab")  # 中文
    page.keyboard.press("Tab")  # English
    for text in (room.workshop.code, "王小明 <img src=x onerror=alert(1)>", "Blue"):
        page.keyboard.press("Tab")
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    page.wait_for_url("**/welcome**")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    button = page.locator("button", has_text="| 0")
    assert "王小明 <img src=x onerror=alert(1)> | homebody/pain-chain" in button.inner_text()
    button.click()
    page.locator("button", has_text="| 1").wait_for()
    page.reload()
    page.locator("button", has_text="| 1").wait_for()
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.browser
def test_neither_page_nor_server_asks_anything_of_the_outside(page: Page, room: Running) -> None:
    page.goto(f"{room.address}/join?code={room.workshop.code}")
    page.fill("#name", "Li Wei")
    page.keyboard.press("Enter")
    page.wait_for_url("**/welcome")
    page.goto(room.address)
    page.click("#go")
    page.locator("button", has_text="| 0").wait_for()
    page.request.get(f"{room.address}/_solara/cdn/left-pad@1.0.0/index.js")
    page.wait_for_timeout(500)
    assert page.beyond == []
    assert room.outside() == []


@pytest.mark.browser
def test_an_open_page_goes_on_by_itself_after_a_killed_server(
    browser: Browser, run_room: Callable[..., Running], tmp_path: Path
) -> None:
    first = run_room(tmp_path / "workshop")
    page = browser.new_page()
    page.goto(f"{first.address}/join?code={first.workshop.code}&next={EXERCISE}")
    page.fill("#name", "Li Wei")
    page.keyboard.press("Enter")
    page.wait_for_url("**/welcome**")
    page.click("a.button")
    page.locator("button", has_text="| 0").click()
    page.locator("button", has_text="| 1").wait_for()
    first.kill()
    run_room(tmp_path / "workshop", int(first.address.rsplit(":", 1)[1]))
    counted = page.locator("button", has_text=re.compile(r"\| [2-9]"))
    for _ in range(120):  # a click while the page is still without connection goes nowhere, as a person would see
        page.locator("button", has_text="| ").click(timeout=60_000)
        page.wait_for_timeout(500)
        if counted.count():
            break
    assert counted.count()
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 768, 1280, 1920])
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_the_doors_fit_the_screen_and_have_no_serious_fault_for_assistive_technology(
    browser: Browser, room: Running, language: str, width: int, tmp_path: Path
) -> None:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import expect

    page = browser.new_context(locale=language, viewport={"width": width, "height": 800}).new_page()
    page.goto(f"{room.address}/join")
    visited: dict[str, list[str]] = {}

    def look(name: str, sign: str) -> None:
        """Judge the page once it is there: `sign` shows on it and not on the one before."""
        expect(page.locator(sign)).to_be_visible()
        page.wait_for_load_state()
        found = Axe().run(page).response["violations"]
        visited[name] = [fault["id"] for fault in found if fault["impact"] in {"serious", "critical"}]
        if not page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            visited[name].append("wider than the screen")
        page.screenshot(path=tmp_path / f"{name}-{language}-{width}.png", full_page=True)

    look("join", "#code")
    page.fill("#code", room.workshop.code)
    page.click("section.card button.button")
    look("join-error", "#name-error")
    page.fill("#name", "W" * 60)
    page.click("section.card button.button")
    look("welcome", "#personal")
    page.goto(f"{room.address}/coach")
    look("coach", "#key")
    page.fill("#key", room.workshop.coach_key)
    page.keyboard.press("Enter")
    page.wait_for_url("**/console")
    page.goto(f"{room.address}/qr")
    look("projector", "#people")
    page.goto(f"{room.address}/join")
    look("here", "section.here")
    assert visited == {name: [] for name in visited}
    page.context.close()
