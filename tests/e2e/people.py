"""People who have joined already, by the requests that the join page sends."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect

from sellkit.desk.register import Register
from sellkit.room.presence import cookie_name
from sellkit.room.workshop import Workshop
from sellkit.seat import Seat
from sellkit.training import shelf
from sellkit.workbook import Workbook

from .conftest import Room


def arrive(
    browser: Browser, room: Room, name: str, language: str, *, width: int = 1280, team: str = "", coach: bool = False
) -> Page:
    """A page of its own browser in which this person has joined; as a coach, with the key to the console."""
    context = browser.new_context(viewport={"width": width, "height": 900}, locale=language)
    context.set_default_timeout(20_000)
    here = {"origin": room.url}
    form = {"code": room.code, "name": name, "team": team, "language": language}
    assert context.request.post(f"{room.url}/join", form=form, headers=here).url.endswith("/welcome")
    if coach:
        answer = context.request.post(f"{room.url}/coach", form={"key": room.coach_key}, headers=here, max_redirects=0)
        assert answer.status == 303
    return context.new_page()


def seat_of(page: Page, room: Room) -> Seat:
    """The seat of the person at this page."""
    workshop = Workshop.open(room.folder)
    token = next(c["value"] for c in page.context.cookies() if c["name"] == cookie_name(workshop))
    entry = workshop.seats.entry(token)
    workshop.seats.close()
    assert entry is not None
    return workshop.seat(entry)


def journal_of(page: Page, room: Room, exercise: str) -> Path:
    """The file that holds this person's answer."""
    return seat_of(page, room).journal_path(f"homebody/{exercise}")


def open_exercise(page: Page, room: Room, exercise: str) -> None:
    """Go to an exercise and wait until it can be used."""
    page.goto(f"{room.url}/exercise?x=homebody/{exercise}")
    ready(page)


def ready(page: Page) -> None:
    """Wait until the exercise can be used: bar, brief, dossier, board and checks are there, each for itself."""
    expect(page.locator(".sk-workbook[data-size]")).to_be_visible(timeout=45_000)
    expect(page.locator(".sk-workbook .sk-stage:not(:empty)")).to_have_count(5)


def still(page: Page) -> None:
    """Wait until the page has noticed its size and stops rearranging itself: two frames in a row are the same."""
    page.evaluate(
        """async () => {
            const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
            for (let before = "", now; before !== (now = document.body.outerHTML); before = now) {
                await frame();
                await frame();
            }
        }"""
    )


def hand_in(page: Page, room: Room, exercise: str, answers: dict[str, Any], language: str) -> int:
    """Fill and submit an exercise as a notebook does it without a browser; the submission's number in the register."""
    seat = seat_of(page, room)
    book = Workbook(f"homebody/{exercise}", seat, language)
    book.fill(answers)
    found = book.submit()
    with Register.open(seat.register_path) as register:
        number = register.find(found.id)
    assert number is not None
    return number


def release(room: Room, number: int, comment: str) -> None:
    """Give the first level and a comment to each criterion that a coach judges, and send it back to its author."""
    workshop = Workshop.open(room.folder)
    with Register.open(workshop.register_path) as register:
        exercise = shelf.exercise(register.submission(number).exercise)
        for criterion in exercise.rubric.criteria:
            if criterion.levels:
                register.judge(number, criterion.id, "Cleo", criterion.levels[0].points, comment)
        register.release(number, "Cleo", comment)
