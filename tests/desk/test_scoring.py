"""Scoring: each answer its own result, a run that was cut off goes on, no key is no dead end."""

import threading
from collections.abc import Callable
from multiprocessing import get_all_start_methods
from pathlib import Path

import pytest
from sqlalchemy import update
from typer.testing import CliRunner

from sellkit.cli import app
from sellkit.desk import scoring
from sellkit.desk.register import Register
from sellkit.desk.schema import submissions
from sellkit.desk.scoring import score, unreleased, waiting
from sellkit.errors import SellkitError
from sellkit.training import places
from sellkit.training.grading import ScoreCard
from sellkit.training.submission import Submission

Make = Callable[..., Submission]


def test_new_answers_are_compared_and_keep_the_versions_they_rest_on(register: Register, make: Make) -> None:
    id = register.add(make()).id
    assert (score(register).compared, waiting(register)) == (1, [])
    stored = register.card(id)
    assert stored is not None
    assert (stored.card.total, stored.rubric_version, stored.key_version) == (35, "1", "case 1, rubric 1")


def test_without_a_key_every_criterion_waits_for_an_assessor(
    register: Register, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(places.SOLUTIONS_ENV)
    scoring.shelf.refresh()
    id = register.add(make()).id
    assert score(register).by_hand == 1
    stored = register.card(id)
    assert stored is not None
    assert [criterion.points for criterion in stored.card.criteria] == [None] * 4


def test_one_answer_that_cannot_be_scored_stops_nobody_else(
    register: Register, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [added.id for added in register.add_many([make(author=f"p-{n}") for n in range(3)])]
    real = scoring.grade

    def fragile(answers: object, *rest: object) -> ScoreCard:
        if answers == {}:
            raise ZeroDivisionError
        return real(answers, *rest)  # type: ignore[arg-type]

    bad = register.add(make(author="p-bad", answers={})).id
    monkeypatch.setattr(scoring, "grade", fragile)
    report = score(register)
    assert report.compared == len(ids)
    assert [id for id, _ in report.failed] == [bad]
    assert all(isinstance(error, SellkitError) for _, error in report.failed)
    assert waiting(register) == [bad]


def test_a_run_that_was_cut_off_goes_on_where_it_stood(
    register: Register, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    register.add_many([make(author=f"p-{n}") for n in range(5)])
    monkeypatch.setattr(scoring, "BATCH", 2)

    def power_cut(done: int, _of: int) -> None:
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        score(register, progress=power_cut)
    assert len(waiting(register)) == 1
    assert score(register).compared == 1


@pytest.mark.parametrize("way", ["spawn", "fork"])
def test_many_processes_give_the_same_cards_as_one(
    register: Register, make: Make, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    if way not in get_all_start_methods():
        pytest.skip(f"this system cannot {way}")
    monkeypatch.setattr(scoring, "_way_to_start", lambda: way)
    monkeypatch.setattr(scoring, "BATCH", 3)
    sent = [make(exercise="homebody/relationship-map", case="homebody", author=f"p-{n}") for n in range(7)]
    ids = [added.id for added in register.add_many(sent)]
    score(register, processes=2)
    spread = [register.card(id) for id in ids]
    score(register, ids)
    assert [card and card.card for card in spread] == [card and card.card for card in map(register.card, ids)]
    assert None not in spread


def test_scoring_again_takes_all_whose_feedback_is_not_out(register: Register, make: Make) -> None:
    open_, out = (added.id for added in register.add_many([make(author=f"p-{n}") for n in range(2)]))
    score(register)
    register.send_back(out, "Kim")
    assert unreleased(register) == [open_]
    before = register.card(out)
    assert score(register, unreleased(register)).compared == 1
    assert register.card(out) == before


def test_ids_with_gaps_are_found_as_well_as_a_row_of_them(register: Register, make: Make) -> None:
    ids = [added.id for added in register.add_many([make(author=f"p-{n}") for n in range(6)])]
    assert score(register, [ids[0], ids[4]]).compared == 2
    assert waiting(register) == [ids[1], ids[2], ids[3], ids[5]]
    assert score(register).compared == 4


def test_a_damaged_row_is_reported_and_stops_nobody(register: Register, make: Make) -> None:
    bad, good = (added.id for added in register.add_many([make(author=f"p-{n}") for n in range(2)]))
    with register._engine.begin() as connection:
        connection.execute(update(submissions).where(submissions.c.id == bad).values(json='{"exercise": 1'))
    report = score(register)
    assert (report.compared, [id for id, _ in report.failed]) == (1, [bad])
    assert waiting(register) == [bad]
    assert register.card(good)


def test_a_process_with_threads_is_not_copied() -> None:
    """A copy would wait for ever for a lock that another thread held."""
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        assert scoring._way_to_start() == "spawn"
    finally:
        done.set()
        other.join()


def test_the_command_scores_what_is_new_and_with_again_what_was_scored_before(tmp_path: Path, make: Make) -> None:
    book = str(tmp_path / "register.sqlite")
    with Register.open(book) as register:
        register.add_many([make(author=f"p{n}") for n in range(2)])
    said = [
        CliRunner().invoke(app, ["grade", "--register", book, *more], env={"SELLKIT_LANGUAGE": "en"})
        for more in ([], [], ["--again"], ["--again", "--processes", "1"])
    ]
    assert [result.exit_code for result in said] == [0] * 4
    assert [result.stdout.split()[0] for result in said] == ["2", "0", "2", "2"]
