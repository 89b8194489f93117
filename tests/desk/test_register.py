"""The register: nothing is lost, nothing is stolen, nothing is opened that could break."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import update

from sellkit.desk import storage
from sellkit.desk.errors import (
    AlreadyReleased,
    JudgementRefused,
    NetworkDisk,
    NewerRegister,
    NoSuchDatabase,
    NoSuchSubmission,
    NotReady,
    RegisterUnavailable,
)
from sellkit.desk.queue import Filter, progress
from sellkit.desk.register import MAX_COMMENT, Register
from sellkit.desk.schema import schema_version
from sellkit.desk.scoring import score
from sellkit.training.submission import Submission

from .handed_in import at_once

Make = Callable[..., Submission]


@pytest.fixture
def scored(register: Register, make: Make) -> int:
    """The number of one scored answer."""
    added = register.add(make())
    score(register)
    return added.id


def test_a_submission_comes_in_once_and_comes_out_as_it_was(register: Register, make: Make) -> None:
    sent = make()
    first, again = register.add(sent), register.add(sent)
    assert (first.new, again.new, again.id) == (True, False, first.id)
    assert register.submission(first.id) == sent


def test_the_same_submission_twice_in_one_batch_comes_in_once(register: Register, make: Make) -> None:
    sent = make()
    assert [added.new for added in register.add_many([sent, sent])] == [True, False]


def test_eight_processes_write_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    path = str(tmp_path / "register.sqlite")
    at_once(*(("write_many", path, str(writer), "50") for writer in range(8)))
    with Register.open(path) as register:
        assert progress(register, Filter()).all == 400


def test_coaches_who_judge_the_same_answers_at_once_keep_each_their_own_words(tmp_path: Path, make: Make) -> None:
    path = str(tmp_path / "register.sqlite")
    with Register.open(path) as register:
        ids = [added.id for added in register.add_many([make() for _ in range(10)])]
        score(register)
        at_once(("judge_many", path, "Kim", "10"), ("judge_many", path, "Lee", "10"))
        for id in ids:
            assert [(j.assessor, j.comment) for j in register.judgements(id)] == [
                ("Kim", f"Kim on {id}"),
                ("Lee", f"Lee on {id}"),
            ]


def test_what_was_written_is_there_after_the_process_is_gone(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "register.sqlite"
    sent = make()
    with Register.open(path) as register:
        register.add(sent)
    with Register.open(path) as register:
        assert register.submission(1) == sent


def test_the_file_is_kept_as_durably_as_sqlite_can(register: Register, tmp_path: Path) -> None:
    with register._engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 30000}


def test_a_register_of_a_newer_sellkit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite"
    with Register.open(path) as register, register._engine.begin() as connection:
        connection.execute(update(schema_version).values(version=99))
    with pytest.raises(NewerRegister):
        Register.open(path)


def test_a_file_that_is_no_register_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.sqlite"
    path.write_bytes(b"Dear coach, " * 200)
    with pytest.raises(RegisterUnavailable):
        Register.open(path)
    assert path.read_bytes() == b"Dear coach, " * 200


@pytest.mark.parametrize(
    "address",
    ["postgresql+psycopg://kim:secret@127.0.0.1:1/room", "oracle9://kim:secret@x/room", "://kim:secret@x"],
    ids=["no-driver-or-no-server", "no-such-kind", "no-address"],
)
def test_a_database_that_cannot_be_reached_is_told_without_the_password(address: str) -> None:
    with pytest.raises(NoSuchDatabase) as told:
        Register.open(address)
    assert "secret" not in str(told.value.params)


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/home/kim/r.sqlite", "ext4"), ("/mnt/team share/r.sqlite", "nfs4"), ("/mnt/team", "ext4"), ("/x", "ext4")],
)
def test_the_file_system_is_that_of_the_nearest_mount(path: str, kind: str) -> None:
    mounts = "/dev/sda1 / ext4 rw 0 0\nserver:/t /mnt/team\\040share nfs4 rw 0 0\ntmpfs /tmp tmpfs rw 0 0\n"
    assert storage.file_system(Path(path), mounts) == kind


def test_a_register_on_a_network_disk_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "file_system", lambda _path, _mounts: "nfs4")
    with pytest.raises(NetworkDisk):
        Register.open(tmp_path / "register.sqlite")
    assert not (tmp_path / "register.sqlite").exists()


def test_a_full_disk_is_a_clear_error_and_keeps_what_was_there(register: Register, make: Make, scored: int) -> None:
    with register._engine.connect() as connection:  # the pool hands this connection out again
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(RegisterUnavailable, match="full"):
        register.add_many([make(answers={"i1/result": {"value": "x" * 4000}}) for _ in range(200)])
    assert progress(register, Filter()).all == 1


def test_a_judgement_keeps_level_and_comment_together(register: Register, scored: int) -> None:
    register.judge(scored, "judgement", "Kim", 0.5, "  Good ground, thin proof. ")
    (kept,) = register.judgements(scored)
    assert (kept.level, kept.comment) == (0.5, "Good ground, thin proof.")


def test_an_assessor_changes_only_their_own_judgement(register: Register, scored: int) -> None:
    register.judge(scored, "judgement", "Kim", 0.5, "first")
    register.judge(scored, "judgement", "Lee", 1, "mine")
    register.judge(scored, "judgement", "Kim", 0, "second thoughts")
    assert [(j.assessor, j.level, j.comment) for j in register.judgements(scored)] == [
        ("Kim", 0, "second thoughts"),
        ("Lee", 1, "mine"),
    ]


def test_the_levels_of_two_assessors_count_alike(register: Register, scored: int) -> None:
    """35 automatic points, and of the 10 for judgement the mean of 0.5 and 1."""
    register.judge(scored, "judgement", "Kim", 0.5)
    register.judge(scored, "judgement", "Lee", 1)
    with sqlite3.connect(register._engine.url.database or "") as raw:
        assert raw.execute("select automatic, total, open from cards").fetchone() == (35, 42.5, 0)


def test_an_empty_judgement_takes_back_ones_own(register: Register, scored: int) -> None:
    register.judge(scored, "judgement", "Kim", 0.5, "hm")
    register.judge(scored, "judgement", "Kim", None, " ")
    assert register.judgements(scored) == []
    assert register.row(scored)["state"] == "to-judge"


@pytest.mark.parametrize(
    ("criterion", "assessor", "level", "comment"),
    [
        ("no-such-criterion", "Kim", 0.5, ""),
        ("judgement", " ", 0.5, ""),
        ("judgement", "Kim", 1.5, ""),
        ("judgement", "Kim", float("nan"), ""),
        ("judgement", "Kim", 0.5, "x" * (MAX_COMMENT + 1)),
    ],
)
def test_what_cannot_be_a_judgement_is_refused(
    register: Register, scored: int, criterion: str, assessor: str, level: float, comment: str
) -> None:
    with pytest.raises(JudgementRefused):
        register.judge(scored, criterion, assessor, level, comment)
    assert register.judgements(scored) == []


def test_feedback_is_not_released_before_every_criterion_is_judged(register: Register, scored: int) -> None:
    with pytest.raises(NotReady):
        register.release(scored, "Kim")
    register.judge(scored, "judgement", "Kim", 1)
    register.release(scored, "Kim")
    assert register.row(scored)["state"] == "released"


def test_an_unfinished_answer_can_be_returned_with_a_note(register: Register, scored: int) -> None:
    register.send_back(scored, "Kim", "Cite more.")
    assert register.row(scored)["state"] == "returned"
    assert [(step.state, step.note) for step in register.releases(scored)] == [("returned", "Cite more.")]


def test_released_feedback_changes_only_after_it_was_taken_back(register: Register, scored: int) -> None:
    register.judge(scored, "judgement", "Kim", 1)
    register.release(scored, "Kim")
    with pytest.raises(AlreadyReleased):
        register.judge(scored, "judgement", "Lee", 0)
    score(register, [scored])
    assert register.row(scored)["state"] == "released"
    register.reopen(scored, "Kim")
    register.judge(scored, "judgement", "Lee", 0)
    assert [step.state for step in register.releases(scored)] == ["released", "reopened"]


def test_looking_never_writes(register: Register, scored: int) -> None:
    with sqlite3.connect(register._engine.url.database or "") as raw:
        before = raw.execute("pragma data_version").fetchone()
        for look in (register.row, register.submission, register.card, register.judgements, register.releases):
            look(scored)
        register.comments("harbour/map")
        assert raw.execute("pragma data_version").fetchone() == before


def test_a_second_scoring_keeps_the_judgements(register: Register, scored: int) -> None:
    register.judge(scored, "judgement", "Kim", 0.5, "stays")
    score(register, [scored])
    assert [j.comment for j in register.judgements(scored)] == ["stays"]
    assert register.row(scored)["state"] == "judged"


def test_the_comment_bank_is_sorted_by_use(register: Register, make: Make) -> None:
    ids = [added.id for added in register.add_many([make() for _ in range(3)])]
    score(register)
    for id, comment in zip(ids, ["rare", "often", "often"], strict=True):
        register.judge(id, "judgement", "Kim", 0.5, comment)
    assert register.comments("harbour/map") == {"judgement": [("often", 2), ("rare", 1)]}
    assert register.comments("harbour/chain") == {}


def test_an_unknown_number_is_said_to_be_unknown(register: Register) -> None:
    with pytest.raises(NoSuchSubmission):
        register.submission(7)


def test_a_forged_file_with_anothers_id_does_not_take_its_place(register: Register, make: Make) -> None:
    real = register.add(make(id="attempt-1", author="p-anna"))
    register.add(make(id="attempt-1", author="p-eve"))
    assert register.find("attempt-1") == real.id
    assert register.attempts("harbour/map", "p-anna") == [real.id]
