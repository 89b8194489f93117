"""From handing in to reading the feedback: who sees it, and when (S5)."""

import json
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from sellkit.cli import app
from sellkit.room.workshop import Workshop
from sellkit.training import shelf
from sellkit.training.journal import Journal
from sellkit.training.submission import Submission, submit

EXERCISE = "homebody/relationship-map"
Visit = Callable[..., TestClient]


def hand_in(workshop: Workshop, browser: TestClient) -> Submission:
    """What the exercise page does when its person presses the button."""
    seat = workshop.seat(workshop.seats.entry(dict(browser.cookies)[f"sellkit-{workshop.id}"]))
    exercise, case = shelf.exercise(EXERCISE), shelf.case("homebody")
    header = {"exercise": EXERCISE, "exercise_version": exercise.version, "case_version": case.version}
    journal = Journal.open(seat.journal_path(EXERCISE), header, seat.id)
    submission = submit(journal, exercise, case, "en", seat.id, seat.name, seat.team)
    seat.deliver(submission)
    return submission


def release(workshop: Workshop, submission: Submission) -> int:
    register = workshop.register
    number = register.find(submission.id)
    assert number
    card = register.card(number)
    assert card
    for criterion in card.card.criteria:
        register.judge(number, criterion.id, "Chen", 1.0, "Good <b>start</b>.")
    register.release(number, "Chen")
    return number


@pytest.fixture
def author(visit: Visit) -> TestClient:
    return visit("Li <i>Wei</i>", "Blue")


def test_what_is_handed_in_lies_in_the_folder_and_in_the_register(workshop: Workshop, author: TestClient) -> None:
    submission = hand_in(workshop, author)
    file = workshop.folder / "submissions" / submission.filename
    assert json.loads(file.read_text(encoding="utf-8"))["id"] == submission.id
    number = workshop.register.find(submission.id)
    assert number
    assert workshop.register.card(number)


def test_feedback_is_shown_to_its_author_once_it_is_released(workshop: Workshop, author: TestClient) -> None:
    submission = hand_in(workshop, author)
    waiting = author.get(f"/feedback/{submission.id}")
    assert waiting.status_code == 404
    assert "being written" in waiting.text
    number = release(workshop, submission)
    for name in (submission.id, number):
        page = author.get(f"/feedback/{name}")
        assert page.status_code == 200
        assert "&lt;b&gt;start&lt;/b&gt;" in page.text
        assert "<i>Wei" not in page.text


def test_nobody_reads_the_feedback_of_another(
    workshop: Workshop, author: TestClient, visit: Visit, caplog: pytest.LogCaptureFixture
) -> None:
    submission = hand_in(workshop, author)
    number = release(workshop, submission)
    namesake = visit("Li <i>Wei</i>", "Blue")
    for name in (submission.id, number):
        answer = namesake.get(f"/feedback/{name}")
        assert answer.status_code == 404
        assert "start" not in answer.text
    assert "reason=other-persons-feedback" in caplog.text


def test_a_coach_reads_any_feedback(workshop: Workshop, author: TestClient, visit: Visit) -> None:
    submission = hand_in(workshop, author)
    coach = visit()
    coach.post("/coach", data={"key": workshop.coach_key, "name": "Chen"})
    assert coach.get(f"/feedback/{submission.id}").status_code == 200


@pytest.mark.parametrize(
    "name", ["0", "-1", "1", "999999999999999999999", "x", "١", "1%00", "1;drop table submissions"]
)
def test_a_feedback_that_does_not_exist_is_told_kindly(author: TestClient, name: str) -> None:
    answer = author.get(f"/feedback/{name}")
    assert answer.status_code == 404
    assert "no feedback here" in answer.text


def test_a_register_that_cannot_be_written_costs_nobody_their_answer(
    workshop: Workshop, author: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    (workshop.folder / "register.sqlite").write_text("no database" * 100)
    submission = hand_in(workshop, author)
    assert (workshop.folder / "submissions" / submission.filename).exists()
    assert "in its file but not in the register" in caplog.text


def test_the_command_line_brings_files_to_feedback_and_grades(workshop: Workshop, author: TestClient) -> None:
    submission = hand_in(workshop, author)
    release(workshop, submission)
    out = workshop.folder / "out"
    place, environment = ["--workshop", str(workshop.folder)], {"SELLKIT_LANGUAGE": "en", "SELLKIT_HOME": "nowhere"}

    def run(*arguments: str) -> str:
        result = CliRunner().invoke(app, [*arguments, *place], env=environment)
        assert result.exit_code == 0, result.output
        return result.output

    assert "1 already there" in run("import", str(workshop.folder / "submissions"))
    assert "1 taken in" in run("import", str(workshop.folder / "submissions"), "--register", str(out) + ".sqlite")
    assert "1 feedback" in run("feedback", str(out))
    assert [file.name for file in out.iterdir()] == [submission.filename.replace(".json", ".html")]
    run("gradebook", str(out / "grades.csv"))
    assert "Li" in (out / "grades.csv").read_text(encoding="utf-8-sig")
    run("gradebook", str(out / "grades.xlsx"))
    assert (out / "grades.xlsx").read_bytes()[:2] == b"PK"


def test_an_import_names_every_file_that_it_refuses(workshop: Workshop) -> None:
    folder = workshop.folder / "mail"
    folder.mkdir()
    (folder / "torn.json").write_text('{"schema": ')
    arguments = ["import", str(folder), "--workshop", str(workshop.folder)]
    result = CliRunner().invoke(app, arguments, env={"SELLKIT_LANGUAGE": "en", "SELLKIT_HOME": "nowhere"})
    assert result.exit_code == 1
    assert "torn.json" in result.stderr
