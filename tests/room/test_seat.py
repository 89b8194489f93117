import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit import seat
from sellkit.models.text import LANGUAGES
from sellkit.room.seats import Entry
from sellkit.room.workshop import Workshop
from sellkit.seat import Seat, local_seat, sitting, write_whole

HOSTILE_IDS = [
    "../x", "/etc/passwd", "homebody/../../x", "homebody//x", "Homebody/x", "homebody\\x", "c:/x", "a/b/c/d/e", "", ".",
    "homebody/x\n", "homebody/ｘ", "x" * 81,
]  # fmt: skip


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One person at this computer, and nothing known of their language."""
    for name in ("SELLKIT_LANGUAGE", "SELLKIT_NAME", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SELLKIT_HOME", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("exercise", HOSTILE_IDS)
def test_an_id_that_is_a_path_trick_opens_no_journal(tmp_path: Path, exercise: str) -> None:
    with pytest.raises(ValueError, match="not an exercise id"):
        local_seat(tmp_path).journal_path(exercise)


@given(st.text(max_size=60))
def test_no_id_at_all_leads_out_of_the_persons_folder(exercise: str) -> None:
    home = Path("/nowhere/home")
    try:
        address = Seat("p", "Li", home, local=False).open_path(exercise)
    except ValueError:
        return
    assert address == f"/exercise?x={exercise}"
    assert (home / exercise).resolve().is_relative_to(home)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"SELLKIT_LANGUAGE": "zh-CN", "LANG": "en_US.UTF-8"}, "zh-CN"),
        ({"LANG": "zh_CN.UTF-8"}, "zh-CN"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"SELLKIT_LANGUAGE": "klingon"}, "en"),
    ],
)
def test_the_language_comes_from_the_environment(
    alone: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], language: str
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert seat.local_seat().language == language


def test_a_chosen_language_is_remembered(alone: Path) -> None:
    for language in ("zh-CN", "en"):
        assert local_seat().choose_language(language).language == language
        assert local_seat().language == language


@pytest.mark.parametrize("content", ["", "{", "[]", '"x"', "\x00"])
def test_a_broken_memory_of_the_seat_is_no_reason_to_stop(alone: Path, content: str) -> None:
    (alone / "seat.json").write_text(content)
    assert local_seat().language in LANGUAGES


def test_who_sits_here_is_known_only_inside_the_block(alone: Path) -> None:
    with sitting(Seat("p-1", "Li", alone), {"x": "homebody/pain-chain"}):
        assert seat.current().name == "Li"
        assert seat.query() == {"x": "homebody/pain-chain"}
    assert seat.current().name != "Li"
    assert seat.query() == {}


def test_a_person_at_home_keeps_an_id_that_nobody_else_has(tmp_path: Path) -> None:
    here, elsewhere = local_seat(tmp_path / "here"), local_seat(tmp_path / "elsewhere")
    assert here.id != elsewhere.id
    assert local_seat(tmp_path / "here").id == here.id


def test_an_id_that_somebody_wrote_into_the_file_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "seat.json").write_text('{"id": "../../etc"}')
    assert local_seat(tmp_path).id != "../../etc"


def test_two_coaches_of_one_name_sign_differently(tmp_path: Path) -> None:
    room = Workshop.open(tmp_path / "room")
    first, second = (room.seats.join("Wang Li", "", "en")[0] for _ in range(2))
    signatures = {room.seat(Entry(person, is_coach=True)).signature for person in (first, second)}
    assert len(signatures) == 2


@dataclass
class HandedIn:
    """As much of a submission as a seat looks at."""

    hash: str = "ab" * 32
    filename: str = "homebody.pain-chain_p_01_a.json"

    def to_json(self) -> str:
        return json.dumps({"hash": self.hash})


def test_handing_in_writes_one_file_and_tells_the_room(tmp_path: Path) -> None:
    told: list[object] = []
    handed_in = HandedIn()
    path = Seat("p", "Li", tmp_path, on_deliver=told.append).deliver(handed_in)
    assert path == tmp_path / "submissions" / handed_in.filename
    assert json.loads(path.read_text()) == {"hash": handed_in.hash}
    assert told == [handed_in]
    assert [file.name for file in path.parent.iterdir()] == [path.name]  # nothing half-written lies about


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_whole(path, "old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "new \ud800")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
