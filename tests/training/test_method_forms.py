"""A method written as data becomes fields, and the fields become the sheet that its checks read."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellkit.models.methods.checklist import ChecklistSheet
from sellkit.models.methods.grid import GridSheet
from sellkit.models.methods.ladder import LadderSheet
from sellkit.models.methods.table import TableSheet
from sellkit.models.paths import judged
from sellkit.training import shelf
from sellkit.training.exercise import Exercise
from sellkit.training.forms import Form, form_of
from sellkit.training.labels import Labels
from sellkit.training.sheet import Sheet
from sellkit.training.words import Words

SURE = {"cites": ["minutes.p1"], "confidence": "explicit"}


def exercise(method: str, **more: Any) -> Exercise:
    deal = shelf.exercise("harbour/deal").model_dump(mode="json", by_alias=True)
    return Exercise.model_validate(deal | {"method": method, "subjects": [], "stage": None} | more)


def form(method: str, **more: Any) -> Form:
    return form_of(exercise(method, **more), shelf.case("harbour"))


BOATS = [{"id": "anna", "name": {"en": "Anna", "zh-CN": "安娜号"}}, {"id": "bo", "name": {"en": "Bo", "zh-CN": "博号"}}]


def test_a_checklist_has_a_field_for_each_question_and_party() -> None:
    deal = form_of(shelf.exercise("harbour/deal"), shelf.case("harbour"))
    assert list(deal.slots) == ["money", "money/rival", "person", "person/rival"]
    assert deal.slots["money"].choices == {"dark", "heard", "seen", "ours"}


def test_a_method_that_compares_nobody_has_no_field_for_a_rival() -> None:
    assert list(form("meddpicc").slots)[:2] == ["metrics", "identify-pain"]
    assert not [field for field in form("meddpicc").slots if "/" in field]


def test_a_ladder_has_the_claim_and_each_outcome() -> None:
    assert list(form("harbour-steps").slots) == ["claimed", "met", "tried", "signed"]


def test_a_grid_of_things_places_what_the_exercise_lists() -> None:
    assert list(form("harbour-grid", subjects=BOATS).slots) == ["anna/x", "anna/y", "bo/x", "bo/y"]


def test_a_grid_of_people_places_the_people_of_the_exercise() -> None:
    assert list(form("power-interest", people=["berg"]).slots) == ["berg/x", "berg/y"]


def test_a_table_has_numbered_rows() -> None:
    fields = list(form("harbour-log", people=["berg"]).slots)
    assert fields[:5] == ["rows/1/what", "rows/1/by", "rows/1/worth", "rows/1/who", "rows/1/kept"]
    assert fields[-1] == "rows/12/kept"


def test_a_filled_in_checklist_is_the_sheet_with_parties_and_stage() -> None:
    answers = {"money": {"value": "dark", **SURE}, "person/rival": {"value": "heard"}, "person": {"value": "unknown"}}
    sheet = Sheet(shelf.exercise("harbour/deal"), shelf.case("harbour"), answers)
    record = sheet.record("zh-CN")
    assert isinstance(record, ChecklistSheet)
    assert (record.parties, record.rivals[0].name, record.stage) == (("us", "rival"), "北方航运", "open")
    assert (record.settled("money"), record.zeros(), record.mark("person").judged.state) == (
        "dark",
        ("money",),
        "unknown",
    )
    assert sheet.progress() == (3, 4)


def test_a_filled_in_ladder_is_read_from_its_outcomes() -> None:
    answers = {"claimed": {"value": "order"}, "met": {"value": "yes", **SURE}, "tried": {"value": "no", **SURE}}
    record = form("harbour-steps").record(answers, "en")
    assert isinstance(record, LadderSheet)
    assert record.stage is not None
    assert (record.stage.id, record.overstated, record.missing) == ("talk", 2, ("tried",))


def test_a_filled_in_grid_names_what_lies_where() -> None:
    record = form("harbour-grid", subjects=BOATS).record({"bo/x": {"value": "old"}, "bo/y": {"value": "full"}}, "en")
    assert isinstance(record, GridSheet)
    assert [(each.name, each.person) for each in record.within("first")] == [("Bo", None)]


def test_a_filled_in_table_holds_typed_cells_and_leaves_out_what_cannot_be_read_yet() -> None:
    written = {"what": "a berth", "by": "2001-11-05", "worth": "90000", "who": "berg", "kept": "no"}
    answers = {f"rows/1/{column}": {"value": value} for column, value in written.items()}
    answers |= {
        "rows/3/by": {"value": "soon"},
        "rows/3/what": {"value": "more", **SURE},
        "rows/4/worth": {"value": "-1"},
    }
    record = form("harbour-log", people=["berg"]).record(answers, "en")
    assert isinstance(record, TableSheet)
    assert [row.id for row in record.rows] == ["1", "3"]
    cells = record.rows[0].cells
    assert (cells["by"], cells["worth"], cells["kept"], cells["what"].given) == (
        date(2001, 11, 5),
        90000,
        False,
        "a berth",
    )
    assert form("harbour-log", people=["berg"]).progress(answers) == (8, 15)


@pytest.mark.parametrize(
    ("method", "more", "answers"),
    [
        ("harbour-check", {"subjects": [BOATS[0]]}, {"money": "heard", "person/anna": "seen"}),
        ("harbour-steps", {}, {"claimed": "talk", "met": "yes"}),
        ("harbour-grid", {"subjects": BOATS}, {"bo/y": "full"}),
        ("harbour-log", {}, {"rows/2/what": "a berth"}),
    ],
)
def test_what_a_check_finds_leads_to_the_field_that_was_answered(method: str, more: Any, answers: Any) -> None:
    record = form(method, **more).record({field: {"value": value} for field, value in answers.items()}, "en")
    assert [place for place, mark in judged(record) if mark.known] == list(answers)


@pytest.mark.parametrize(
    ("method", "field", "value", "said"),
    [
        ("harbour-check", "money", "heard", ("All", "Money", "Heard")),
        ("harbour-check", "money/anna", "unknown", ("All", "Anna · Money", "not known yet")),
        ("harbour-steps", "claimed", "trial", ("Whole answer", "Stage claimed", "Trial")),
        ("harbour-steps", "met", "yes", ("Talk", "They met us", "Yes")),
        ("harbour-grid", "bo/x", "old", ("Bo", "Bo · Age", "Old")),
        ("harbour-log", "rows/2/who", "berg", ("2", "2 · Who", "Anna Berg")),
    ],
)
def test_a_field_is_called_by_the_words_of_its_method(
    method: str, field: str, value: str, said: tuple[str, ...]
) -> None:
    more = {"subjects": BOATS} if method in ("harbour-check", "harbour-grid") else {"people": ["berg"]}
    labels = Labels(exercise(method, **more), shelf.case("harbour"), Words("en"))
    assert (labels.group(field), labels.field(field), labels.value(field, value)) == said


VALUES = st.one_of(
    st.sampled_from(["", "unknown", "dark", "yes", "talk", "old", "2001-02-30", "nan", "-1", "berg"]),
    st.text(max_size=20),
    st.lists(st.text(max_size=5), max_size=3),
    st.fixed_dictionaries({"text": st.text(max_size=5)}),
)


@pytest.mark.parametrize("method", ["harbour-check", "harbour-steps", "harbour-grid", "harbour-log"])
@settings(max_examples=40)
@given(data=st.data())
def test_no_answer_breaks_a_sheet(method: str, data: st.DataObject) -> None:
    asked = exercise(method, subjects=[*BOATS, {"id": "us", "name": BOATS[0]["name"]}], people=["berg"])
    fields = [*form_of(asked, shelf.case("harbour")).slots, "elsewhere", "rows/99/what"]
    chosen = data.draw(st.dictionaries(st.sampled_from(fields), VALUES, max_size=8))
    answers = {field: {"value": value, **SURE} for field, value in chosen.items()}
    Sheet(asked, shelf.case("harbour"), answers).problems("zh-CN")
