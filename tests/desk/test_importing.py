"""Importing: as often as one likes, no file refused in silence, nothing read that should not be."""

import json
import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from sellkit.desk.importing import import_files, import_folder
from sellkit.desk.queue import Filter, progress
from sellkit.desk.register import Register
from sellkit.errors import SellkitError
from sellkit.training.refusals import SubmissionRefused
from sellkit.training.submission import MAX_BYTES, Submission, digest
from sellkit.training.words import Words

Make = Callable[..., Submission]


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """The folder that the mails were saved to."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def refused(register: Register, folder: Path) -> dict[str, str]:
    """File → key of the refusal."""
    return {refusal.file: refusal.error.key for refusal in import_folder(register, folder).refused}


def test_a_folder_is_imported_with_its_subfolders(register: Register, make: Make, inbox: Path) -> None:
    (inbox / "stick").mkdir()
    (inbox / "a.json").write_text(make().to_json(), encoding="utf-8")
    (inbox / "stick" / "b.JSON").write_text(make().to_json(), encoding="utf-8")
    report = import_folder(register, inbox)
    assert (sorted(report.new), report.known, report.refused) == (["a.json", "stick/b.JSON"], [], [])


def test_importing_again_changes_nothing(register: Register, make: Make, inbox: Path) -> None:
    (inbox / "a.json").write_text(make().to_json(), encoding="utf-8")
    (inbox / "copy of a.json").write_text((inbox / "a.json").read_text(encoding="utf-8"), encoding="utf-8")
    first = import_folder(register, inbox)
    again = import_folder(register, inbox)
    assert (len(first.new), len(first.known), len(again.new), len(again.known)) == (1, 1, 0, 2)
    assert progress(register, Filter()).all == 1


def test_every_refused_file_is_reported_with_its_reason(register: Register, make: Make, inbox: Path) -> None:
    good = make()
    parts = good.parts()
    hostile: dict[str, bytes] = {
        "letter.docx": b"PK",
        "empty.json": b"",
        "cut.json": good.to_json().encode()[:-40],
        "tampered.json": good.to_json().replace("Anna", "Eva").encode(),
        "newer.json": json.dumps({**parts, "schema": "sellkit.submission/9"}).encode(),
        "other.json": b'{"schema": "something/1"}',
        "list.json": b"[1, 2]",
        "deep.json": b"[" * 200_000,
        "nan.json": json.dumps({**parts, "attempt": float("nan")}).encode(),
        "twice.json": b'{"schema": "x", "schema": "y"}',
        "latin1.json": "é".encode("latin-1"),
        "large.json": b" " * (MAX_BYTES + 1),
        "path.json": _sealed({**parts, "exercise": "../../etc/passwd"}),
        "elsewhere.json": _sealed({**parts, "exercise": "harbour/unknown-here"}),
    }
    for name, content in hostile.items():
        (inbox / name).write_bytes(content)
    (inbox / "good.json").write_text(good.to_json(), encoding="utf-8")
    report = import_folder(register, inbox)
    assert report.new == ["good.json"]
    assert {refusal.file for refusal in report.refused} == hostile.keys()
    for language in ("zh-CN", "en"):
        assert all(len(refusal.reason(Words(language))) > 20 for refusal in report.refused)


def test_a_file_of_fifty_megabytes_is_refused_without_being_read(register: Register, inbox: Path) -> None:
    with (inbox / "huge.json").open("wb") as file:
        file.truncate(50_000_000)
    tracemalloc.start()
    try:
        assert refused(register, inbox) == {"huge.json": "import-too-large"}
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_links_are_never_followed(register: Register, make: Make, inbox: Path) -> None:
    outside, inside = inbox / "outside", inbox / "inside"
    outside.mkdir()
    inside.mkdir()
    (outside / "secret.json").write_text(make().to_json(), encoding="utf-8")
    (inside / "link.json").symlink_to(outside / "secret.json")
    (inside / "folder").symlink_to(outside, target_is_directory=True)
    assert refused(register, inside) == {"link.json": "import-link", "folder": "import-link"}
    assert progress(register, Filter()).all == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_does_not_make_the_import_wait(register: Register, inbox: Path) -> None:
    os.mkfifo(inbox / "pipe.json")
    assert refused(register, inbox) == {"pipe.json": "import-link"}


def test_a_file_name_of_any_bytes_can_be_reported(register: Register, inbox: Path) -> None:
    (inbox / os.fsdecode(b"\xff<script>.json")).write_bytes(b"{")
    (refusal,) = import_folder(register, inbox).refused
    assert refusal.file.encode("utf-8").endswith(b"<script>.json")


def test_a_folder_that_is_not_there_is_said_to_be_missing(register: Register, inbox: Path) -> None:
    with pytest.raises(SubmissionRefused):
        import_folder(register, inbox / "nowhere")


def test_progress_is_told_after_each_file(register: Register, make: Make, inbox: Path) -> None:
    for n in range(3):
        (inbox / f"{n}.json").write_text(make().to_json(), encoding="utf-8")
    told: list[tuple[int, int, str]] = []
    import_folder(register, inbox, lambda *step: told.append(step))
    assert told == [(1, 3, "0.json"), (2, 3, "1.json"), (3, 3, "2.json")]


def test_two_people_with_one_name_stay_apart(register: Register, make: Make) -> None:
    files = [(f"{n}.json", make(author=f"p-{n}", name="Li Na").to_json().encode()) for n in range(2)]
    assert len(import_files(register, files).new) == 2
    assert [len(register.attempts("harbour/map", f"p-{n}")) for n in range(2)] == [1, 1]


def test_files_from_a_browser_obey_the_same_limits(register: Register, make: Make) -> None:
    report = import_files(register, [("big.json", b" " * (MAX_BYTES + 1)), ("ok.json", make().to_json().encode())])
    assert report.new == ["ok.json"]
    assert [refusal.error.key for refusal in report.refused] == ["import-too-large"]
    assert all(isinstance(refusal.error, SellkitError) for refusal in report.refused)


def _sealed(parts: dict[str, object]) -> bytes:
    return json.dumps({**parts, "hash": digest(parts)}).encode()
