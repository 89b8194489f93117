"""The journal: nothing that was called saved is ever lost, and nobody is overwritten."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import given, settings
from hypothesis import strategies as st

from sellkit.training import journal as journal_module
from sellkit.training import ledger
from sellkit.training.history import Conflict, Entry
from sellkit.training.journal import Edit, Journal
from sellkit.training.refusals import AnswerError, JournalError

HEADER = {"exercise": "harbour/map"}


def mark(value: Any, *cites: str) -> dict[str, Any]:
    return {"value": value, "cites": list(cites)} if cites else {"value": value}


def open_(path: Path, who: str = "per") -> Journal:
    return Journal.open(path / "map.jsonl", HEADER, who)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return open_(tmp_path)


def test_opening_alone_writes_nothing(tmp_path: Path) -> None:
    assert open_(tmp_path).answers == {}
    assert list(tmp_path.iterdir()) == []


def test_a_change_is_in_the_file_before_append_returns(journal: Journal) -> None:
    entry = journal.append("berg/attitude", None, mark("neutral", "minutes.p1"), "edit-1")
    lines = journal.path.read_bytes().splitlines()
    assert json.loads(lines[0])["exercise"] == "harbour/map"
    assert json.loads(lines[1])["to"] == mark("neutral", "minutes.p1")
    assert isinstance(entry, Entry)
    assert (entry.n, entry.who, entry.was, entry.hash) == (1, "per", None, journal.head)


def test_a_line_is_on_disk_before_it_counts(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(os.fstat(handle).st_size))
    journal.append("berg/attitude", None, mark("neutral"))
    assert synced[0] == journal.path.stat().st_size


def test_a_journal_opened_again_holds_the_same(tmp_path: Path, journal: Journal) -> None:
    journal.append("berg/attitude", None, mark("neutral"))
    journal.append("berg/attitude", mark("neutral"), mark("supporter"))
    journal.append("lund/attitude", None, mark("opponent"))
    journal.append("lund/attitude", mark("opponent"), None)
    again = open_(tmp_path)
    assert again.answers == {"berg/attitude": mark("supporter")} == journal.answers
    assert (again.head, again.damage) == (journal.head, [])


def test_an_edit_that_comes_twice_is_applied_once(journal: Journal) -> None:
    first = journal.append("berg/attitude", None, mark("neutral"), "edit-1")
    journal.append("berg/attitude", mark("neutral"), mark("sponsor"), "edit-2")
    assert journal.append("berg/attitude", None, mark("neutral"), "edit-1") == first
    assert journal.answers == {"berg/attitude": mark("sponsor")}
    assert len(journal.entries) == 2


def test_several_edits_go_to_disk_in_one_write(journal: Journal) -> None:
    edits = [Edit("i1/work", None, mark("a"), "e1"), Edit("i1/work", mark("a"), mark("b"), "e2")]
    assert [type(entry) for entry in journal.append_all(edits)] == [Entry, Entry]
    assert journal.answers == {"i1/work": mark("b")}


@pytest.mark.parametrize(
    ("field", "to", "edit_id"),
    [
        ("../x", mark("a"), "e"),
        ("a/b", {"value": {"deep": {"er": 1}}}, "e"),
        ("a/b", {"value": 3.5}, "e"),
        ("a/b", mark("x"), ""),
        ("a/b", mark("x"), "e" * 100),
        ("a" * 100, mark("x"), "e"),
    ],
)
def test_a_malformed_edit_never_reaches_the_file(journal: Journal, field: str, to: Any, edit_id: str) -> None:
    with pytest.raises(AnswerError):
        journal.append_all([Edit(field, None, to, edit_id)])
    assert not journal.path.exists()


# --- R1, torn and broken files -------------------------------------------------------------------------------------


@pytest.mark.parametrize("cut", [1, 7, 60])
def test_a_torn_last_line_is_dropped(tmp_path: Path, journal: Journal, cut: int) -> None:
    journal.append("berg/attitude", None, mark("neutral"))
    whole = journal.path.read_bytes()
    journal.append("lund/attitude", None, mark("opponent"))
    torn = journal.path.read_bytes()[:-cut]
    journal.path.write_bytes(torn)
    again = open_(tmp_path)
    assert (again.answers, again.damage) == ({"berg/attitude": mark("neutral")}, [])
    again.append("dahl/attitude", None, mark("neutral"))
    assert open_(tmp_path).answers == {"berg/attitude": mark("neutral"), "dahl/attitude": mark("neutral")}
    assert open_(tmp_path).damage == []
    assert (tmp_path / "map.jsonl.torn").read_bytes() == torn[len(whole) :] + b"\n"


def test_a_torn_header_is_begun_again(tmp_path: Path) -> None:
    (tmp_path / "map.jsonl").write_bytes(b'{"schema":"sellkit.jou')
    journal = open_(tmp_path)
    journal.append("berg/attitude", None, mark("neutral"))
    assert open_(tmp_path).answers == {"berg/attitude": mark("neutral")}


def test_an_altered_line_is_reported_and_the_rest_is_kept(tmp_path: Path, journal: Journal) -> None:
    for value in ("neutral", "supporter", "sponsor"):
        journal.append(f"{value}/attitude", None, mark(value))
    lines = journal.path.read_bytes().split(b"\n")
    lines[2] = lines[2].replace(b'"supporter"', b'"opponent!"')
    journal.path.write_bytes(b"\n".join(lines))
    again = open_(tmp_path)
    assert [(found.line, found.why) for found in again.damage] == [(3, "altered"), (4, "missing-before")]
    assert set(again.answers) == {"neutral/attitude", "sponsor/attitude"}
    again.append("dahl/attitude", None, mark("neutral"))
    assert journal.path.read_bytes().startswith(b"\n".join(lines))


def test_a_line_taken_out_is_noticed(tmp_path: Path, journal: Journal) -> None:
    for value in ("neutral", "supporter", "sponsor"):
        journal.append(f"{value}/attitude", None, mark(value))
    lines = journal.path.read_bytes().split(b"\n")
    journal.path.write_bytes(b"\n".join(lines[:2] + lines[3:]))
    assert [(found.line, found.why) for found in open_(tmp_path).damage] == [(3, "missing-before")]


def test_a_file_taken_away_is_written_anew_to_the_letter(tmp_path: Path, journal: Journal) -> None:
    journal.append("berg/attitude", None, mark("neutral"))
    before = journal.path.read_bytes()
    journal.path.unlink()
    journal.append("berg/coverage", None, mark("none"))
    assert journal.path.read_bytes().startswith(before)
    assert open_(tmp_path).answers == {"berg/attitude": mark("neutral"), "berg/coverage": mark("none")}
    assert open_(tmp_path).damage == []


def test_an_older_copy_put_back_is_read_afresh(tmp_path: Path, journal: Journal) -> None:
    journal.append("berg/attitude", None, mark("neutral"))
    older = journal.path.read_bytes()
    journal.append("lund/attitude", None, mark("neutral"))
    journal.path.write_bytes(older)
    journal.append("dahl/attitude", None, mark("neutral"))
    assert set(journal.answers) == {"berg/attitude", "dahl/attitude"} == set(open_(tmp_path).answers)


def write_until_killed(path: Path, edit: Edit, told: int) -> None:
    """In a process of its own: save one edit, say so, and go on writing until the axe falls."""
    journal = Journal.open(path, HEADER, "per")
    journal.append_all([edit])
    os.write(told, b"saved")
    for n in range(1_000_000):
        journal.append(f"noise/f{n % 9}", journal.answers.get(f"noise/f{n % 9}"), mark("x" * (n % 300)))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can kill -9 a forked process")
def test_kill_minus_nine_after_each_of_200_edits_loses_none(tmp_path: Path) -> None:
    path, pick, expected = tmp_path / "map.jsonl", random.Random(7), {}
    for n in range(200):
        field = f"f{pick.randrange(9)}/note"
        to = mark("y" * pick.randrange(400)) if pick.random() < 0.9 else None
        reading, told = os.pipe()
        writer = os.fork()
        if writer == 0:
            try:
                write_until_killed(path, Edit(field, expected.get(field), to, f"edit-{n}"), told)
            finally:
                os._exit(1)
        assert os.read(reading, 5) == b"saved"
        if pick.random() < 0.5:
            time.sleep(pick.random() * 0.004)  # let the axe fall somewhere in the middle of later lines
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)
        os.close(reading)
        os.close(told)
        expected[field] = to
        again = Journal.open(path, HEADER, "per")
        mine = {field: answer for field, answer in again.answers.items() if not field.startswith("noise/")}
        assert mine == {field: answer for field, answer in expected.items() if answer is not None}
        assert again.damage == []
    assert [entry.n for entry in again.entries] == list(range(1, len(again.entries) + 1))


@settings(max_examples=200, deadline=None)
@given(
    edits=st.lists(st.tuples(st.integers(0, 3), st.none() | st.text(max_size=9)), min_size=1, max_size=8),
    cut=st.integers(0, 10**6),
)
def test_wherever_the_file_breaks_off_every_whole_line_counts(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[int, str | None]], cut: int
) -> None:
    tmp = tmp_path_factory.mktemp("cut")
    journal = open_(tmp)
    for n, text in edits:
        journal.append(f"f{n}", journal.answers.get(f"f{n}"), None if text is None else mark(text))
    raw = journal.path.read_bytes()
    cut %= len(raw) + 1
    journal.path.write_bytes(raw[:cut])
    whole = max(0, raw[:cut].count(b"\n") - 1)
    again = open_(tmp)
    assert (len(again.entries), again.damage) == (whole, [])
    assert again.answers == journal.answers_at(whole)


# --- R2, a disk that does not take it ------------------------------------------------------------------------------


def test_a_full_disk_is_told_and_leaves_everything_as_it_was(tmp_path: Path) -> None:
    code = f"""
import resource, json
from pathlib import Path
from sellkit.training.journal import Journal
from sellkit.training.refusals import JournalError
journal = Journal.open(Path({str(tmp_path)!r}) / "map.jsonl", {{"exercise": "harbour/map"}}, "per")
journal.append("berg/attitude", None, {{"value": "neutral"}})
before, size = journal.head, journal.path.stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 100, resource.RLIM_INFINITY))
try:
    journal.append("lund/attitude", None, {{"value": "opponent"}}, "later")
except JournalError as error:
    print(error.key, journal.head == before, list(journal.answers), journal.path.stat().st_size == size)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
journal.append("lund/attitude", None, {{"value": "opponent"}}, "later")
print(sorted(journal.answers), journal.can_undo)
"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.splitlines() == [
        "journal-full True ['berg/attitude'] True",
        "['berg/attitude', 'lund/attitude'] True",
    ]
    assert open_(tmp_path).damage == []


@pytest.mark.parametrize(
    ("number", "key"), [("EACCES", "journal-readonly"), ("EROFS", "journal-readonly"), ("EIO", "journal-unwritable")]
)
def test_a_folder_that_may_not_be_written_is_told(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, number: str, key: str
) -> None:
    import errno

    real = os.open

    def refuse(path: Any, flags: int, *rest: Any) -> int:
        if str(path) == str(journal.path):
            raise OSError(getattr(errno, number), "refused")
        return real(path, flags, *rest)

    journal.append("berg/attitude", None, mark("neutral"))
    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(JournalError) as refusal:
        journal.append("berg/attitude", mark("neutral"), mark("sponsor"))
    assert refusal.value.key == key
    assert journal.answers == {"berg/attitude": mark("neutral")}


def test_a_failing_sync_is_not_called_saved(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    journal.append("berg/attitude", None, mark("neutral"))

    def fail(handle: int) -> None:
        raise OSError(5, "input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        with pytest.raises(JournalError):
            journal.append("berg/attitude", mark("neutral"), mark("sponsor"), "again")
    assert journal.answers == {"berg/attitude": mark("neutral")}
    journal.append("berg/attitude", mark("neutral"), mark("sponsor"), "again")
    assert journal.answers == {"berg/attitude": mark("sponsor")}


def test_a_lock_that_is_held_too_long_is_told(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_module, "LOCK_SECONDS", 0.05)
    waiting = Journal.open(journal.path, HEADER, "per")
    with FileLock(str(journal.path) + ".lock"), pytest.raises(JournalError, match="journal-locked"):
        waiting.append("berg/attitude", None, mark("neutral"))
    waiting.append("berg/attitude", None, mark("neutral"))


def test_a_clock_set_back_never_goes_back_in_the_journal(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(datetime):
        hour_now = 12

        @classmethod
        def now(cls, tz: Any = None) -> datetime:
            return datetime(2024, 3, 4, cls.hour_now, tzinfo=UTC)

    monkeypatch.setattr(ledger, "datetime", Clock)
    journal.append("berg/attitude", None, mark("neutral"))
    Clock.hour_now = 9
    journal.append("berg/attitude", mark("neutral"), mark("sponsor"))
    assert [entry.at for entry in journal.entries] == ["2024-03-04T12:00:00.000Z"] * 2
    assert journal.answers == {"berg/attitude": mark("sponsor")}


@pytest.mark.parametrize(
    ("first_line", "key"),
    [
        (b'{"schema":"sellkit.journal/2","exercise":"harbour/map"}\n', "journal-schema"),
        (b'{"schema":"sellkit.journal/1","exercise":"harbour/chain"}\n', "journal-other"),
    ],
)
def test_a_file_that_is_not_this_journal_is_left_untouched(tmp_path: Path, first_line: bytes, key: str) -> None:
    (tmp_path / "map.jsonl").write_bytes(first_line)
    with pytest.raises(JournalError, match=key):
        open_(tmp_path)
    assert (tmp_path / "map.jsonl").read_bytes() == first_line


@settings(max_examples=200, deadline=None)
@given(st.lists(st.binary(max_size=60) | st.just(b'{"n":1}') | st.just(b"[" * 2000), max_size=5))
def test_any_bytes_for_a_journal_are_survived(tmp_path_factory: pytest.TempPathFactory, lines: list[bytes]) -> None:
    tmp = tmp_path_factory.mktemp("bytes")
    (tmp / "map.jsonl").write_bytes(b"\n".join(lines))
    journal = open_(tmp)
    journal.append("berg/attitude", None, mark("neutral"))
    assert open_(tmp).answers == {"berg/attitude": mark("neutral")}


# --- R3, two tabs or two machines ----------------------------------------------------------------------------------


def test_two_tabs_see_each_others_changes(tmp_path: Path) -> None:
    left, right = open_(tmp_path), open_(tmp_path)
    left.append("berg/attitude", None, mark("neutral"))
    right.append("lund/attitude", None, mark("opponent"))
    left.refresh()
    assert left.answers == right.answers == {"berg/attitude": mark("neutral"), "lund/attitude": mark("opponent")}


def test_nobody_is_overwritten_and_both_versions_are_kept(tmp_path: Path) -> None:
    left, right = open_(tmp_path, "per"), open_(tmp_path, "eva")
    left.append("berg/attitude", None, mark("neutral"))
    right.refresh()
    left.append("berg/attitude", mark("neutral"), mark("supporter"))
    told = right.append("berg/attitude", mark("neutral"), mark("opponent"), "mine")
    assert isinstance(told, Conflict)
    assert (told.mine, told.theirs, told.by) == (mark("opponent"), mark("supporter"), "per")
    assert right.answers == {"berg/attitude": mark("supporter")}
    kept = [entry for entry in open_(tmp_path).entries if entry.kind == "kept"]
    assert [entry.to for entry in kept] == [mark("opponent")]


def test_a_conflict_waits_until_its_author_decides(tmp_path: Path) -> None:
    left, right = open_(tmp_path, "per"), open_(tmp_path, "eva")
    left.append("berg/attitude", None, mark("supporter"))
    right.append("berg/attitude", None, mark("opponent"), "mine")
    again = open_(tmp_path, "eva")
    assert again.conflicts()["berg/attitude"].mine == mark("opponent")
    assert isinstance(again.append("berg/attitude", None, mark("opponent"), "mine"), Conflict)
    assert len(again.entries) == 2
    again.append("berg/attitude", mark("supporter"), mark("opponent"))
    assert (again.conflicts(), again.answers) == ({}, {"berg/attitude": mark("opponent")})


def test_the_same_change_by_two_is_no_conflict(tmp_path: Path) -> None:
    left, right = open_(tmp_path, "per"), open_(tmp_path, "eva")
    left.append("berg/attitude", None, mark("neutral"))
    assert isinstance(right.append("berg/attitude", None, mark("neutral")), Entry)


def test_many_writers_on_one_file_lose_nothing(tmp_path: Path) -> None:
    def write(name: str) -> None:
        journal = open_(tmp_path, name)
        for n in range(25):
            journal.append(f"{name}/f{n}", None, mark(str(n)))

    threads = [threading.Thread(target=write, args=(f"w{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    again = open_(tmp_path)
    assert (len(again.entries), len(again.answers), again.damage) == (100, 100, [])


# --- undo, versions ------------------------------------------------------------------------------------------------


def test_undo_and_redo_walk_back_and_forth(journal: Journal) -> None:
    journal.append("berg/attitude", None, mark("neutral"))
    journal.append("berg/attitude", mark("neutral"), mark("sponsor"))
    states = [journal.answers]
    for step in (journal.undo, journal.undo, journal.undo, journal.redo, journal.redo, journal.redo):
        step()
        states.append(journal.answers)
    both, one, none = {"berg/attitude": mark("sponsor")}, {"berg/attitude": mark("neutral")}, {}
    assert states == [both, one, none, none, one, both, both]


def test_a_new_change_ends_redo(journal: Journal) -> None:
    journal.append("berg/attitude", None, mark("neutral"))
    journal.undo()
    journal.append("lund/attitude", None, mark("neutral"))
    assert (journal.can_redo, journal.redo()) == (False, [])


def test_undo_takes_back_only_ones_own_steps(tmp_path: Path) -> None:
    mine, theirs = open_(tmp_path, "per"), open_(tmp_path, "eva")
    mine.append("berg/attitude", None, mark("neutral"))
    theirs.append("lund/attitude", None, mark("opponent"))
    mine.undo()
    assert mine.answers == {"lund/attitude": mark("opponent")}
    assert mine.undo() == []


def test_undo_never_overwrites_what_somebody_else_wrote_since(tmp_path: Path) -> None:
    mine, theirs = open_(tmp_path, "per"), open_(tmp_path, "eva")
    mine.append("lund/attitude", None, mark("neutral"))
    mine.append("berg/attitude", None, mark("neutral"))
    theirs.refresh()
    theirs.append("berg/attitude", mark("neutral"), mark("sponsor"))
    mine.undo()
    assert mine.answers == {"berg/attitude": mark("sponsor")}


def test_undo_survives_a_restart(tmp_path: Path, journal: Journal) -> None:
    journal.append("berg/attitude", None, mark("neutral"))
    journal.append("lund/attitude", None, mark("neutral"))
    journal.undo()
    again = open_(tmp_path)
    assert (again.can_undo, again.can_redo) == (True, True)
    again.undo()
    assert again.answers == {}


def test_going_back_to_a_version_is_one_step_and_loses_nothing(journal: Journal) -> None:
    journal.append("berg/attitude", None, mark("neutral"))
    journal.append("berg/attitude", mark("neutral"), mark("sponsor"))
    journal.append("lund/attitude", None, mark("opponent"))
    journal.restore(1)
    assert journal.answers == {"berg/attitude": mark("neutral")}
    journal.undo()
    assert journal.answers == {"berg/attitude": mark("sponsor"), "lund/attitude": mark("opponent")}
    assert len(journal.entries) == 7


def test_versions_end_at_pauses_and_submissions(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    minutes = iter([0, 0, 1, 5, 6])
    monkeypatch.setattr(ledger, "now", lambda not_before="": f"2024-03-04T10:0{next(minutes)}:00.000Z")
    journal.append("a/b", None, mark("1"))  # the header takes the first minute
    journal.append("a/c", None, mark("2"))
    journal.append("a/d", None, mark("3"))
    journal.submit({"id": "s1"})
    found = [(version.n, version.changes, version.submit) for version in journal.versions()]
    assert found == [(2, 2, False), (4, 1, True)]
    assert set(journal.answers_at(2)) == {"a/b", "a/c"}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["a", "b", "c", "undo", "redo", "restore"]), max_size=14))
def test_whatever_is_undone_redone_or_restored_the_file_tells_the_same_story(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    tmp = tmp_path_factory.mktemp("story")
    journal = open_(tmp)
    for n, step in enumerate(steps):
        if step in ("undo", "redo"):
            getattr(journal, step)()
        elif step == "restore":
            journal.restore(n // 2)
        else:
            journal.append(f"f/{step}", journal.answers.get(f"f/{step}"), mark(str(n)))
    again = open_(tmp)
    assert (again.answers, again.can_undo, again.can_redo) == (journal.answers, journal.can_undo, journal.can_redo)
    assert again.damage == []
