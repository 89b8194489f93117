import html
import re
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from sellkit.room.seats import NAME_LENGTH
from sellkit.room.workshop import Workshop

Visit = Callable[..., TestClient]


def personal_code(browser: TestClient) -> str:
    found = re.search(r'<output id="personal"[^>]*>([^<]+)</output>', browser.get("/welcome").text)
    assert found
    return found[1]


def test_a_person_joins_with_code_and_name_and_is_shown_a_personal_code(visit: Visit, workshop: Workshop) -> None:
    browser = visit()
    answer = browser.post("/join", data={"code": workshop.code.upper(), "name": "Li Wei", "team": "Blue"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/welcome")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert re.fullmatch(r"[a-z0-9]{4}-[a-z0-9]{4}", personal_code(browser))
    assert [(p.name, p.team) for p in workshop.seats.people()] == [("Li Wei", "Blue")]


def test_after_joining_one_lands_where_one_wanted_to_go(visit: Visit, workshop: Workshop) -> None:
    browser = visit()
    sent = browser.get("/exercise?x=homebody/pain-chain").headers["location"]
    assert "exercise" in browser.get(sent).text
    form = {"code": workshop.code, "name": "Li", "next": "/exercise?x=homebody/pain-chain"}
    welcome = browser.post("/join", data=form).headers["location"]
    assert 'href="/exercise?x=homebody/pain-chain"' in browser.get(welcome).text


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_a_link_cannot_send_people_elsewhere_after_joining(visit: Visit, workshop: Workshop, elsewhere: str) -> None:
    form = {"code": workshop.code, "name": "Li", "next": elsewhere}
    assert visit().post("/join", data=form).headers["location"] == "/welcome"
    assert "evil" not in visit("Wu").get("/welcome", params={"next": elsewhere}).text


WRONG = [
    ({"code": ""}, "code", "Enter the workshop code"),
    ({"code": "zzzzzz"}, "code", "not the code of this workshop"),
    ({"name": "  "}, "name", "Enter your name"),
    ({"name": "x" * (NAME_LENGTH + 1)}, "name", "too long"),
    ({"name": "Li\u202eieW"}, "name", "invisible character"),
    ({"name": "Li\x00"}, "name", "invisible character"),
    ({"team": "a\nb"}, "team", "invisible character"),
]


@pytest.mark.parametrize(("change", "place", "says"), WRONG)
def test_an_error_stands_at_its_field_and_nothing_typed_is_lost(
    visit: Visit, workshop: Workshop, change: dict[str, str], place: str, says: str
) -> None:
    typed = {
        "code": workshop.code,
        "name": "Li Wei",
        "team": "Blue & Co",
        "personal": "abcd",
        "language": "en",
        **change,
    }
    answer = visit().post("/join", data=typed)
    assert answer.status_code == 422
    error = re.search(rf'id="{place}-error">(.*?)</p>', answer.text, re.S)
    assert error
    assert says in error[1]
    for name in ("code", "name", "team", "personal"):
        kept = re.search(rf'name="{name}"[^>]*? value="([^"]*)"', answer.text, re.S)
        assert kept
        assert html.unescape(kept[1]) == typed[name]
    assert workshop.seats.people() == []


def test_switching_the_language_keeps_what_was_typed(visit: Visit) -> None:
    answer = visit().post("/join/language", data={"language": "zh-CN", "name": "王小明", "code": "abc", "team": "蓝队"})
    assert '<html lang="zh-CN">' in answer.text
    assert "加入研讨班" in answer.text
    for kept in ("王小明", "abc", "蓝队"):
        assert f'value="{kept}"' in answer.text


@pytest.mark.parametrize(("header", "title"), [("zh-TW,zh;q=0.9", "加入研讨班"), ("de,en;q=0.8", "Join the workshop")])
def test_the_door_speaks_the_browsers_language(visit: Visit, header: str, title: str) -> None:
    assert title in visit().get("/join", headers={"accept-language": header}).text


def test_a_name_is_shown_as_text(visit: Visit) -> None:
    page = visit("<script>alert(1)</script>").get("/welcome").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_two_people_with_one_name_have_two_seats(visit: Visit, workshop: Workshop) -> None:
    visit("Li Wei")
    visit("Li Wei")
    first, second = workshop.seats.people()
    assert first.name == second.name
    assert workshop.home(first) != workshop.home(second)


def test_the_personal_code_brings_back_to_the_same_seat_at_another_browser(visit: Visit, workshop: Workshop) -> None:
    at_home = visit("Li Wei")
    code = personal_code(at_home)
    phone = visit()
    assert phone.post("/join/back", data={"personal": code.upper().replace("-", " ")}).headers["location"] == "/"
    assert "Li Wei" in phone.get("/welcome").text
    assert len(workshop.seats.people()) == 1


def test_the_personal_code_still_works_after_a_restart(visit: Visit, workshop: Workshop) -> None:
    code = personal_code(visit("Li Wei"))
    workshop.seats.close()
    again = Workshop.open(workshop.folder)
    person = again.seats.by_code(code)
    assert person
    assert person.name == "Li Wei"
    again.seats.close()


def test_a_new_personal_code_replaces_the_old_one(visit: Visit, workshop: Workshop) -> None:
    browser = visit("Li Wei")
    old = personal_code(browser)
    browser.post("/welcome/code")
    new = personal_code(browser)
    assert workshop.seats.by_code(old) is None
    assert workshop.seats.by_code(new)


@pytest.mark.parametrize(
    ("path", "field", "form"),
    [
        ("/join", "code", {"code": "zzzzzz", "name": "Li"}),
        ("/join/back", "personal", {"personal": "zzzz-zzzz"}),
        ("/coach", "key", {"key": "zzzz-zzzz-zzzz-zzzz", "name": "Li"}),
    ],
)
def test_guessing_codes_is_slowed_down(visit: Visit, path: str, field: str, form: dict[str, str]) -> None:
    browser = visit()
    says = [browser.post(path, data=form).text for _ in range(12)]
    waiting = [f'id="{field}-error"' in text and "Too many wrong codes" in text for text in says]
    assert not waiting[0]
    assert waiting[-1]


def test_whoever_leaves_is_out(visit: Visit) -> None:
    browser = visit("Li Wei")
    token = dict(browser.cookies)
    browser.post("/leave")
    browser.cookies.update(token)  # even with the old cookie put back
    assert browser.get("/welcome").headers["location"].startswith("/join")


def test_no_code_and_no_token_is_kept_readable(visit: Visit, workshop: Workshop) -> None:
    browser = visit("Li Wei")
    secrets = [personal_code(browser), personal_code(browser).replace("-", ""), *dict(browser.cookies).values()]
    stored = b"".join(file.read_bytes() for file in workshop.folder.glob("seats.sqlite*"))
    for secret in secrets:
        assert secret.encode() not in stored
