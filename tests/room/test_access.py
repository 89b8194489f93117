"""What a trainee tries that is not theirs (S5): each is refused, and the log says so without telling any code."""

import logging
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from sellkit.room.workshop import Workshop

Visit = Callable[..., TestClient]
KERNEL = "/jupyter/api/kernels/3f0a/channels?session_id=1"

NEEDS_A_SEAT = [
    "/",
    "/exercise",
    "/console",
    "/qr",
    "/people",
    "/welcome",
    "/feedback/1",
    "/static/main.js",
    "/resourcez",
]
NOT_FOR_TRAINEES = ["/console", "/console/", "/console?x=1", "/qr", "/people"]
NOT_THERE = [
    "/register.sqlite", "/seats.sqlite", "/workshop.yaml", "/coach.key", "/room.log", "/answers/", "/submissions/",
    "/room/../workshop.yaml", "/room/..%2fworkshop.yaml", "/room/%2e%2e/%2e%2e/server.py", "/room//etc/passwd",
    "/static/public/../../seats.sqlite", "/feedback/../register.sqlite", "/feedback/..%2fregister.sqlite",
    "/%2e%2e/console", "/open/%C3%A9", "//console", "/./console/../register.sqlite", "/resourcez", "/readyz",
]  # fmt: skip


@pytest.mark.parametrize("path", NEEDS_A_SEAT)
def test_without_a_seat_everything_leads_to_the_door(visit: Visit, path: str) -> None:
    answer = visit().get(path)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/join")


@pytest.mark.parametrize("path", NOT_FOR_TRAINEES)
def test_a_trainee_does_not_get_at_the_console(visit: Visit, path: str, caplog: pytest.LogCaptureFixture) -> None:
    trainee = visit("Li")
    with caplog.at_level(logging.WARNING, "sellkit.room"):
        answer = trainee.get(path)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/coach")
    assert "reason=not-a-coach" in caplog.text


@pytest.mark.parametrize("path", NOT_THERE)
def test_no_path_leads_to_the_workshops_files(visit: Visit, workshop: Workshop, path: str) -> None:
    (workshop.folder / "register.sqlite").write_text("the register")
    answer = visit("Li").get(path)
    assert answer.status_code in {303, 307, 404}
    assert answer.headers.get("location", "/coach").startswith(("/coach", "http://testserver/"))
    for secret in ("the register", workshop.code, workshop.salt, workshop.coach_key):
        assert secret not in answer.text


def test_the_coachs_key_opens_the_console_at_that_browser_only(visit: Visit, workshop: Workshop) -> None:
    coach, trainee = visit(), visit("Li")
    answer = coach.post("/coach", data={"key": workshop.coach_key.upper(), "name": "Chen"})
    assert answer.headers["location"] == "/console"
    assert coach.get("/qr").status_code == 200
    assert trainee.get("/qr").status_code == 303


def test_giving_the_key_changes_the_cookie(visit: Visit, workshop: Workshop) -> None:
    browser = visit("Li")
    before = dict(browser.cookies)
    browser.post("/coach", data={"key": workshop.coach_key})
    assert dict(browser.cookies) != before
    browser.cookies.clear()
    browser.cookies.update(before)
    assert browser.get("/qr").headers["location"].startswith("/join")


def test_the_link_that_opens_the_trainers_own_browser_works_once(workshop: Workshop) -> None:
    from sellkit.room.server import build

    room = build(workshop, "http://testserver")
    link = f"/open/{room.opening}"
    browsers = [TestClient(room.app, follow_redirects=False) for _ in range(2)]
    assert [b.get(link).headers["location"] for b in browsers] == ["/qr", "/coach"]


def refused(browser: TestClient, path: str = KERNEL, **headers: str) -> bool:
    try:
        with browser.websocket_connect(path, headers=headers):
            return False
    except WebSocketDisconnect as closed:
        return closed.code == 1008


def test_a_websocket_without_a_seat_is_refused_and_logged(visit: Visit, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "sellkit.room"):
        assert refused(visit())
    assert "refused websocket" in caplog.text
    assert "reason=no-seat" in caplog.text


def test_a_websocket_from_another_site_is_refused(visit: Visit) -> None:
    assert refused(visit("Li"), origin="http://evil.example")


def test_nobody_connects_to_another_persons_page(visit: Visit, caplog: pytest.LogCaptureFixture) -> None:
    owner, other = visit("Li"), visit("Li")
    assert not refused(owner)  # without notebooks nothing answers, but the door let it pass
    with caplog.at_level(logging.WARNING, "sellkit.room"):
        assert refused(other)
        assert other.post("/_solara/api/close/3f0a").status_code == 403
    assert caplog.text.count("reason=other-persons-page") == 2


@pytest.mark.parametrize("path", ["/join", "/join/back", "/leave", "/welcome/code", "/coach"])
@pytest.mark.parametrize("origin", ["http://evil.example", "null"])
def test_a_form_on_another_site_does_nothing(visit: Visit, workshop: Workshop, path: str, origin: str) -> None:
    browser = visit("Li")
    form = {"code": workshop.code, "name": "Wu", "key": workshop.coach_key}
    assert browser.post(path, data=form, headers={"origin": origin}).status_code == 403
    assert [person.name for person in workshop.seats.people()] == ["Li"]
    assert browser.get("/welcome").status_code == 200


def test_a_huge_form_is_refused(visit: Visit, workshop: Workshop) -> None:
    form = {"code": workshop.code, "name": "x" * 1_000_000}
    assert visit().post("/join", data=form).status_code == 413
    chunks = (b"name=" + b"x" * 9000 for _ in range(50))  # no length told beforehand
    answer = visit().post("/join", content=chunks, headers={"content-type": "application/x-www-form-urlencoded"})
    assert answer.status_code == 422
    assert workshop.seats.people() == []


def test_the_log_tells_no_codes_and_cannot_be_forged(
    visit: Visit, workshop: Workshop, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "sellkit.room"):
        trainee = visit("Li")
        trainee.get("/console", params={"key": "guess"})
        trainee.post("/coach", data={"key": "wrong-key-wrong"})
        trainee.post("/coach", data={"key": workshop.coach_key})
        visit().post("/join/back", data={"personal": "wrng-cdes"})
    for secret in (workshop.code, workshop.coach_key, "wrong-key", "wrng", "guess"):
        assert secret not in caplog.text
    from sellkit.room.server import _OneLine

    record = logging.LogRecord("x", logging.INFO, "", 0, "refused %s", ("/a\n2026 INFO joined\u2028",), None)
    assert "\n" not in _OneLine("%(message)s").format(record)


@pytest.mark.parametrize("path", ["/join", "/coach", "/welcome", "/healthz"])
def test_every_page_forbids_loading_from_elsewhere(visit: Visit, path: str) -> None:
    headers = visit("Li").get(path).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "http" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
