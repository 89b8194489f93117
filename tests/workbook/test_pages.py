"""The three pages without a browser: what the browser does is a message, as in a real page."""

import errno
from pathlib import Path
from typing import Any

import pytest

from sellkit.console import NotACoach, open_console
from sellkit.seat import Seat
from sellkit.start import open_start
from sellkit.training import shelf
from sellkit.training.submission import read_submission
from sellkit.workbook import Workbook, open_workbook

MAP = "homebody/relationship-map"


@pytest.fixture
def seat(tmp_path: Path) -> Seat:
    return Seat("p-1", "Li Lei", tmp_path / "home", team="Red", language="en")


def edit(field: str, value: Any, ident: str, was: Any = None, **more: Any) -> dict[str, Any]:
    return {"id": ident, "field": field, "was": was, "to": {"value": value, **more}}


def send(book: Workbook, *edits: dict[str, Any]) -> None:
    book.screen.board._on_message(None, {"do": "edits", "edits": list(edits)}, None)


def press(book: Workbook, **command: Any) -> None:
    book.screen.bar._on_message(None, command, None)


def test_an_edit_of_the_browser_is_on_disk_before_it_is_acknowledged(seat: Seat) -> None:
    book = open_workbook(MAP, seat=seat)
    send(book, edit("goto/attitude", "supporter", "a"))
    assert book.screen.board.acks == ["a"]
    assert open_workbook(MAP, seat=seat).answers == {"goto/attitude": {"value": "supporter"}}


def test_the_same_edit_offered_twice_is_one_change(seat: Seat) -> None:
    book = open_workbook(MAP, seat=seat)
    send(book, edit("goto/attitude", "supporter", "a"))
    again = open_workbook(MAP, seat=seat)
    send(again, edit("goto/attitude", "supporter", "a"))
    assert len(again.journal.entries) == 1


def test_a_value_that_the_form_cannot_hold_is_refused_with_its_reason_and_holds_nothing_up(seat: Seat) -> None:
    book = open_workbook(MAP, seat=seat)
    send(book, edit("goto/attitude", "enemy", "bad"), edit("goto/coverage", "brief", "good"))
    assert book.answers == {"goto/coverage": {"value": "brief"}}
    assert book.screen.board.status["state"] == "failed"
    assert book.screen.bar.status["message"]
    assert set(book.screen.board.acks) == {"bad", "good"}


def test_two_pages_on_one_field_overwrite_nobody(seat: Seat) -> None:
    one, two = open_workbook(MAP, seat=seat), open_workbook(MAP, seat=seat)
    send(one, edit("goto/attitude", "supporter", "a"))
    send(two, edit("goto/attitude", "neutral", "b"))
    assert two.answers["goto/attitude"]["value"] == "supporter"
    assert two.screen.bar.conflicts["goto/attitude"]["mine"] == {"value": "neutral"}


def test_two_pages_on_two_fields_add_up(seat: Seat) -> None:
    one, two = open_workbook(MAP, seat=seat), open_workbook(MAP, seat=seat)
    send(one, edit("goto/attitude", "supporter", "a"))
    send(two, edit("goto/coverage", "brief", "b"))
    assert set(two.answers) == {"goto/attitude", "goto/coverage"}
    assert two.screen.bar.conflicts == {}


def test_a_citation_of_a_passage_that_is_not_there_changes_nothing_and_is_told(seat: Seat) -> None:
    book = open_workbook(MAP, seat=seat)
    send(book, edit("goto/attitude", "", "a", cites=["../../etc.p1"]))
    assert book.answers == {}
    assert book.screen.bar.status["state"] == "failed"


@pytest.mark.parametrize("field", ["goto/attitude", "goto/influences"])
def test_a_blank_field_keeps_a_citation_for_later(seat: Seat, field: str) -> None:
    book = open_workbook(MAP, seat=seat)
    send(book, edit(field, "", "a", cites=["call-notes.p1"]))
    assert book.answers == {field: {"value": "", "cites": ["call-notes.p1"]}}


def test_undo_and_redo_walk_through_ones_own_steps(seat: Seat) -> None:
    book = open_workbook(MAP, seat=seat)
    send(book, edit("goto/attitude", "supporter", "a"))
    press(book, do="undo")
    assert book.answers == {}
    press(book, do="redo")
    assert book.answers == {"goto/attitude": {"value": "supporter"}}


def test_an_earlier_version_is_looked_at_without_changing_anything(seat: Seat) -> None:
    book = open_workbook(MAP, seat=seat)
    send(book, edit("goto/attitude", "supporter", "a"))
    first = book.journal.entries[-1].n
    send(book, edit("goto/coverage", "brief", "b"))
    press(book, do="look", n=first)
    assert set(book.screen.board.value) == {"goto/attitude"}
    assert book.screen.board.status["state"] == "readonly"
    assert set(book.answers) == {"goto/attitude", "goto/coverage"}


@pytest.mark.parametrize("fault", ["ENOSPC", "EACCES"])
def test_where_an_answer_cannot_be_kept_is_told_to_the_trainer_alone(
    seat: Seat, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, fault: str
) -> None:
    def write(*_: object) -> int:
        raise OSError(getattr(errno, fault), "refused")

    book = open_workbook(MAP, seat=seat)
    with monkeypatch.context() as patch:
        patch.setattr("sellkit.training.ledger.os.write", write)
        send(book, edit("goto/attitude", "supporter", "a"))
        book.screen.board.retry()
    assert book.screen.bar.status["state"] == "failed"
    assert str(seat.home) not in book.screen.bar.status["message"]
    assert [str(seat.home) in record.getMessage() for record in caplog.records] == [True]


def test_another_language_changes_the_words_and_not_the_work(seat: Seat) -> None:
    book = open_workbook(MAP, seat=seat)
    send(book, edit("goto/attitude", "supporter", "a"))
    title = book.screen.bar.spec["title"]
    press(book, do="language", to="zh-CN")
    assert book.screen.bar.spec["title"] != title
    assert book.answers == {"goto/attitude": {"value": "supporter"}}


def test_handing_in_gives_a_receipt_for_what_is_on_disk(seat: Seat) -> None:
    book = open_workbook(MAP, seat=seat)
    send(book, edit("goto/attitude", "supporter", "a"))
    press(book, do="submit")
    (file,) = (seat.home / "submissions").glob("*.json")
    handed_in = read_submission(file.read_bytes())
    assert handed_in.answers == {"goto/attitude": {"value": "supporter"}}
    assert book.screen.bar.status["receipt"]["hash"] == handed_in.hash
    press(book, do="submit")
    assert book.screen.bar.status["receipt"]["attempt"] == 2


def test_a_wish_to_hand_in_that_is_heard_twice_is_one_attempt(seat: Seat) -> None:
    book = open_workbook(MAP, seat=seat)
    for _ in range(2):
        press(book, do="submit", wish="w-1")
    assert book.screen.bar.status["receipt"]["attempt"] == 1
    press(book, do="submit", wish="w-2")
    assert book.screen.bar.status["receipt"]["attempt"] == 2


def test_the_receipt_is_still_there_when_the_page_is_opened_again(seat: Seat) -> None:
    submission = open_workbook(MAP, seat=seat).submit()
    assert open_workbook(MAP, seat=seat).screen.bar.status["receipt"]["hash"] == submission.hash


def test_what_nobody_knows_how_to_serve_is_ignored(seat: Seat) -> None:
    book = open_workbook(MAP, seat=seat)
    for command in ({"do": "format the disk"}, {"do": "restore", "n": "x"}, {"do": "look", "n": {}}, {"do": 7}, "undo"):
        book.screen.bar._on_message(None, command, None)
    assert book.answers == {}


def test_the_start_page_shows_how_far_each_exercise_is(seat: Seat) -> None:
    open_workbook(MAP, seat=seat).submit()
    book = open_workbook("homebody/pain-chain", seat=seat)
    send(book, edit("overall/pain", {"text": "the share price falls"}, "a"))
    states = {row["id"]: row["state"] for row in open_start(seat=seat).view.spec["exercises"]}
    begun = {id: state for id, state in states.items() if state != "new"}
    assert begun == {"homebody/pain-chain": "working", MAP: "submitted"}


def test_a_broken_register_does_not_keep_a_trainee_from_the_exercises(seat: Seat) -> None:
    seat.home.mkdir(parents=True)
    seat.register_path.write_bytes(b"this is no database, and it is long enough to be taken for one" * 40)
    shown = [row["id"] for row in open_start(seat=seat).view.spec["exercises"]]
    assert shown == list(shelf.exercises("homebody"))


def test_only_a_coach_opens_the_console(seat: Seat) -> None:
    with pytest.raises(NotACoach):
        open_console(seat=seat)


def test_the_board_of_a_method_is_told_where_things_stand_at_each_change(seat: Seat) -> None:
    book = open_workbook("homebody/meddpicc", seat=seat)
    sure = {"cites": ["minutes-22oct.l1"], "confidence": "explicit"}
    send(book, edit("metrics", "identified", "a", **sure), edit("champion", "leveraged", "b"))
    assert book.screen.board.standing["says"][0] == ["points", {"got": 1, "most": 24}]
    assert book.screen.board.standing["flags"] == {"metrics": {"below": {}}}
    book.undo()
    book.undo()
    assert book.screen.board.standing["flags"] == {}


def test_a_method_speaks_the_language_that_is_chosen_and_keeps_its_answers(seat: Seat) -> None:
    book = open_workbook("homebody/meddpicc", seat=seat, answers={"champion": {"value": "validated"}})
    book.choose_language("zh-CN")
    assert book.screen.board.spec["method"]["sections"][1]["entries"][1]["name"] == "内部推动者"
    assert book.screen.board.value["champion"]["value"] == "validated"
