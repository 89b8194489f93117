"""The shelf: what it finds, and what no id can make it find."""

from pathlib import Path

import pytest

from sellkit.training import places, shelf
from sellkit.training.refusals import ContentError, NoKey, NotFound


def test_cases_and_exercises_come_in_the_order_of_the_index() -> None:
    assert shelf.cases() == ("harbour",)
    assert shelf.exercises("harbour") == ("harbour/map", "harbour/chain", "harbour/plans", "harbour/deal")


def test_a_case_carries_its_dossier_in_both_languages() -> None:
    case = shelf.case("harbour")
    assert case.passages == {"minutes.p1", "minutes.p2", "minutes.p3", "minutes.t1", "mail.p1", "mail.p2"}
    assert "signed the last two orders" in case.passage("minutes.p1", "en").said[0]
    assert "亲手签了前两张订单" in case.passage("minutes.p1", "zh-CN").said[0]


def test_a_name_may_be_spelt_per_language() -> None:
    olsen = shelf.case("harbour").by_id["olsen"]
    assert (olsen.name_in("en"), olsen.name_in("zh-CN")) == ("Per Olsen", "佩尔·奥尔森")


def test_all_sessions_share_one_frozen_case() -> None:
    assert shelf.case("harbour") is shelf.case("harbour")
    with pytest.raises(ValueError, match="frozen"):
        shelf.case("harbour").title = None  # type: ignore[misc,assignment]


PATH_TRICKS = [
    "../harbour",
    "..",
    ".",
    "",
    "/etc",
    "harbour/../harbour",
    "harbour\\map",
    "harbour%2f..",
    "harbour\0",
    "HARBOUR",
    "a" * 200,
    "harbour\n",
    "~root",
    "con:",
    "ｈarbour",
]


@pytest.mark.parametrize("trick", PATH_TRICKS)
def test_no_case_id_leads_out_of_the_shelf(trick: str) -> None:
    with pytest.raises(NotFound):
        shelf.case(trick)


@pytest.mark.parametrize(
    "trick", [*PATH_TRICKS, "harbour/..", "../keys/harbour/map", "harbour/case", "harbour/map.yaml"]
)
def test_no_exercise_id_leads_out_of_the_shelf(trick: str) -> None:
    for read in (shelf.exercise, shelf.key):
        with pytest.raises((NotFound, NoKey)):
            read(trick)


def test_without_solutions_there_is_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "solution_roots", lambda: iter([]))
    with pytest.raises(NoKey):
        shelf.key("harbour/map")


def test_solutions_are_found_through_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setenv(places.SOLUTIONS_ENV, str(Path(__file__).parent / "pack" / "keys"))
    assert shelf.key("harbour/map").exercise == "harbour/map"


@pytest.mark.parametrize(
    ("broken", "key"),
    [
        ("id: harbour\n", "yaml-key-twice"),
        ("colour: blue\n", "content-unknown-key"),
        ("a: &b 1\n", "yaml-alias"),
    ],
)
def test_a_broken_case_is_refused_with_file_and_line(
    copy: Path, monkeypatch: pytest.MonkeyPatch, broken: str, key: str
) -> None:
    file = copy / "cases/harbour/case.yaml"
    lines = file.read_text("utf-8").count("\n")
    file.write_text(file.read_text("utf-8") + broken, "utf-8")
    monkeypatch.setattr(places, "case_roots", lambda: iter([copy / "cases"]))
    with pytest.raises(ContentError) as refusal:
        shelf.case("harbour")
    assert (refusal.value.key, refusal.value.params["file"]) == (key, "harbour/case.yaml")
    assert refusal.value.params["line"] == lines + 1
