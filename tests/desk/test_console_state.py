"""The console's logic: judgements on disk before they are acknowledged, every command safe with any input."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sellkit.desk.console_state import ConsoleState
from sellkit.desk.errors import AlreadyReleased, RegisterUnavailable
from sellkit.desk.register import Register
from sellkit.desk.scoring import score
from sellkit.training.submission import MAX_BYTES, Submission

Make = Callable[..., Submission]


@pytest.fixture
def state(register: Register, make: Make) -> ConsoleState:
    """Coach Kim in front of three answers, the first of which is released."""
    register.add_many([make(author=f"p-{n}", name=["Anna Holm", "王晓梅", "Li Na"][n]) for n in range(3)])
    score(register)
    register.judge(1, "judgement", "Lee", 1, "Clear.")
    register.release(1, "Lee")
    return ConsoleState(register, "Kim", "en")


def edit(field: str, value: Any = None, note: Any = "", id: str = "e1") -> dict[str, Any]:
    return {"id": id, "field": field, "was": None, "to": {"value": value, "note": note}}


def test_it_opens_on_the_first_answer_that_waits(state: ConsoleState) -> None:
    assert state.current()["id"] == 2


def test_an_empty_register_shows_an_empty_table(register: Register) -> None:
    state = ConsoleState(register, "Kim", "zh-CN")
    assert (state.current(), state.value(), state.queue()["all"]) == ({}, {}, 0)


def test_a_judgement_is_on_disk_before_it_is_acknowledged(state: ConsoleState) -> None:
    done, error = state.judge([edit("2/judgement", 0.5, "Thin proof.")])
    assert (done, error) == (["e1"], None)
    assert state.value() == {"2/judgement": {"value": 0.5, "note": "Thin proof."}}


def test_a_judgement_that_cannot_be_kept_is_not_acknowledged(state: ConsoleState) -> None:
    done, error = state.judge([edit("2/judgement", 1, id="a"), edit("1/judgement", 0, id="b")])
    assert done == ["a"]
    assert isinstance(error, AlreadyReleased)


def test_a_full_disk_leaves_the_judgement_in_the_browser(state: ConsoleState, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise RegisterUnavailable(path="r", reason="database or disk is full")

    monkeypatch.setattr(state.register, "judge", full)
    done, error = state.judge([edit("2/judgement", 1)])
    assert done == []
    assert isinstance(error, RegisterUnavailable)


@pytest.mark.parametrize("level", [0.3, 2, -1, True, "1"])
def test_a_level_that_the_rubric_does_not_have_is_never_kept(state: ConsoleState, level: Any) -> None:
    state.judge([edit("2/judgement", level)])
    assert state.value() == {}


def test_a_newer_judgement_is_never_overwritten_by_one_that_had_to_wait(state: ConsoleState) -> None:
    """The older one was refused while the feedback was out; it must not come back after the newer one."""
    assert state.judge([edit("1/judgement", 0, "older", id="old")])[0] == []
    state.run({"do": "reopen", "id": 1})
    assert state.judge([edit("1/judgement", 1, "newer", id="new")])[0] == ["old", "new"]


def test_an_automatic_criterion_takes_a_comment_but_no_level(state: ConsoleState) -> None:
    state.judge([edit("2/attitude", 1, id="a")])
    state.judge([edit("2/attitude", None, "Read the minutes.", id="b")])
    assert state.value() == {"2/attitude": {"value": None, "note": "Read the minutes."}}


def test_other_assessors_are_seen_and_not_touched(state: ConsoleState) -> None:
    state.run({"do": "open", "id": 1})
    judged = next(c for c in state.current()["criteria"] if c["id"] == "judgement")
    assert judged["others"] == [{"assessor": "Lee", "level": "Sound", "comment": "Clear."}]
    assert state.value() == {}


def test_release_says_to_whom_and_can_be_taken_back(state: ConsoleState) -> None:
    state.judge([edit("2/judgement", 1)])
    (reply,) = state.run({"do": "release", "id": 2})
    assert (reply.kind, reply.undo) == ("", 2)
    assert "王晓梅" in reply.tell
    state.run({"do": "reopen", "id": 2})
    assert state.current()["state"] == "judged"


def test_a_refused_release_is_explained_in_the_coachs_language(state: ConsoleState) -> None:
    state.run({"do": "language", "to": "zh-CN"})
    (reply,) = state.run({"do": "release", "id": 2})
    assert reply.kind == "error"
    assert "等级" in reply.tell


def test_next_and_previous_follow_the_filter(state: ConsoleState) -> None:
    state.run({"do": "filter", "filter": {"text": "li na"}})
    state.run({"do": "next"})
    assert state.current()["id"] == 3
    state.run({"do": "next"})
    assert state.current()["id"] == 3


def test_the_reference_and_its_passages_lie_beside_the_answer(state: ConsoleState) -> None:
    current = state.current()
    items = {item["field"]: item for c in current["criteria"] for item in c["items"] if c["id"] == "attitude"}
    lund = items["lund/attitude"]
    assert (lund["verdict"], lund["given"], lund["expected"]) == ("different", "Supporter", "Non-supporter")
    assert current["passages"]["minutes.p3"]["lines"]


def test_a_comment_can_be_used_again_from_the_bank(state: ConsoleState) -> None:
    judged = next(c for c in state.current()["criteria"] if c["id"] == "judgement")
    assert judged["bank"] == [{"text": "Clear.", "uses": 1}]


def test_files_from_the_browser_come_in_scored_and_refusals_are_listed(state: ConsoleState, make: Make) -> None:
    sent = make(author="p-new").to_json()
    files = [
        {"name": "in/a.json", "size": len(sent), "text": sent},
        {"name": "in/huge.json", "size": MAX_BYTES + 1, "text": None},
        {"name": "in/letter.docx", "size": 10, "text": None},
        {"name": "in/cut.json", "size": 3, "text": sent[:50]},
    ]
    state.run({"do": "import", "files": files[:2], "last": False})
    state.run({"do": "import", "files": files[2:], "last": True})
    told = state.imported()
    assert (told["new"], told["files"]) == (1, 4)
    assert [refusal["file"] for refusal in told["refused"]] == ["in/huge.json", "in/cut.json", "in/letter.docx"]
    assert state.queue()["rows"][-1]["total"] == 35


def test_the_grade_book_is_handed_over_as_a_file(state: ConsoleState) -> None:
    (xlsx,), (csv,) = state.run({"do": "export", "kind": "xlsx"}), state.run({"do": "export", "kind": "csv"})
    assert xlsx.download is not None
    assert csv.download is not None
    assert xlsx.download[2].startswith(b"PK")
    assert csv.download[0].endswith(".csv")


def test_all_that_is_shown_can_travel_as_json(state: ConsoleState) -> None:
    shown = (state.spec(), state.queue(), state.current(), state.value(), state.imported(), state.status())
    assert json.loads(json.dumps(shown, allow_nan=False)) is not None


def test_two_assessors_have_two_stores_in_one_browser(register: Register) -> None:
    assert ConsoleState(register, "Kim", "en").spec()["key"] != ConsoleState(register, "Lee", "en").spec()["key"]


def test_both_languages_show_the_same_answer(state: ConsoleState) -> None:
    english = state.current()
    state.run({"do": "language", "to": "zh-CN"})
    chinese = state.current()
    assert [c["points"] for c in english["criteria"]] == [c["points"] for c in chinese["criteria"]]
    assert chinese["criteria"][0]["title"] == "态度"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
NAMES = [
    "open", "next", "previous", "filter", "page", "release", "return", "reopen", "import", "import-clear", "export",
    "refresh", "language", "x",
]  # fmt: skip
FIELDS = ["2/judgement", "2/x", "9/judgement", "a/b", "99999999999999999999/judgement"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(NAMES),
    parts=st.dictionaries(st.sampled_from(["id", "filter", "note", "files", "step", "kind"]), json_values, max_size=4),
)
def test_no_command_from_a_browser_can_break_the_console(state: ConsoleState, name: str, parts: dict[str, Any]) -> None:
    for reply in state.run({**parts, "do": name}):
        assert reply.tell
    assert state.queue()["all"] == 3
    assert state.current()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(field=st.sampled_from(FIELDS), to=json_values)
def test_no_edit_from_a_browser_can_break_the_console(state: ConsoleState, field: str, to: Any) -> None:
    state.judge([{"id": "e", "field": field, "was": None, "to": to if isinstance(to, dict) else {"value": to}}])
    assert state.value().keys() <= {"2/judgement"}
