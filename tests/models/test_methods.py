"""The four shapes in which a method is written as data, and their sheets."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from sellkit.models.base import Judged
from sellkit.models.methods.checklist import Checklist
from sellkit.models.methods.grid import Grid, GridSheet
from sellkit.models.methods.ladder import Ladder
from sellkit.models.methods.sheets import AnyMethodSheet
from sellkit.models.methods.table import Table, TableSheet

from .method_sheets import checklist, ladder, mark


def both(text):
    return {"zh-CN": f"字{text}", "en": text}


def level(id, **more):
    return {"id": id, "sign": id[:3], "name": both(id), "says": both(id), **more}


HEAD = {"id": "house", "name": both("house"), "says": both("says"), "source": both("ours")}
LOW_HIGH = [level("low"), level("high")]


def item(id, **more):
    return {"id": id, "name": both(id), "asks": both("asks"), "ask_them": both("ask them"), **more}


def group(id, *items):
    return {"id": id, "name": both(id), "asks": both("asks"), "items": list(items)}


QUESTIONS = HEAD | {"levels": LOW_HIGH, "met_from": "high", "groups": [group("all", item("a"))]}


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"met_from": "top"}, "no level 'top'"),
        ({"groups": [group("all", item("a", minimum={"late": "high"}))]}, "no stage 'late'"),
        ({"groups": [group("all", item("a", signs={"top": both("seen")}))]}, "no level 'top'"),
        ({"groups": [group("all", item("a"), item("a"))]}, "item 'a' stands twice"),
        ({"groups": [group("one", item("a")), group("two", item("a"))]}, "item 'a' stands twice"),
        ({"levels": [level("high", value=3), level("low", value=1)]}, "from the lowest to the highest"),
        ({"levels": [level("high"), level("high")]}, "level 'high' stands twice"),
        ({"levels": [level("low"), level("high", sign="low")]}, "badge 'low' stands twice"),
        ({"groups": []}, "at least 1 item"),
        ({"groups": [group("all")]}, "at least 1 item"),
        ({"colour": "red"}, "Extra inputs"),
    ],
)
def test_a_checklist_that_does_not_hang_together_is_refused(changes, fault):
    with pytest.raises(ValueError, match=fault):
        Checklist.model_validate(QUESTIONS | changes)


def test_a_level_without_a_number_counts_by_its_place():
    shape = Checklist.model_validate(
        QUESTIONS | {"levels": [level("none"), level("some", value=5), level("high", value=6)]}
    )
    assert [shape.value(each.id) for each in shape.levels] == [0, 5, 6]


RUNG = {"id": "low", "name": both("low"), "mark": both("mark"), "outcomes": [{"id": "o", "text": both("done")}]}


@pytest.mark.parametrize(
    ("rungs", "fault"),
    [
        ([RUNG, RUNG], "rung 'low' stands twice"),
        ([RUNG, RUNG | {"id": "high"}], "outcome 'o' stands twice"),
        ([RUNG], "at least 2 items"),
        ([RUNG, RUNG | {"id": "high", "outcomes": [], "odds": 120}], "less than or equal to 100"),
    ],
)
def test_a_ladder_that_does_not_hang_together_is_refused(rungs, fault):
    with pytest.raises(ValueError, match=fault):
        Ladder.model_validate(HEAD | {"rungs": rungs})


def region(id, x, y):
    return {"id": id, "name": both(id), "says": both("says"), "next": both("next"), "x": x, "y": y}


AXES = {name: {"id": name, "name": both(name), "levels": LOW_HIGH} for name in ("x", "y")}
LEFT, RIGHT = region("left", ["low"], ["low", "high"]), region("right", ["high"], ["low", "high"])


def grid(*regions):
    return HEAD | AXES | {"regions": list(regions)}


def test_every_cell_of_a_grid_lies_in_one_region():
    shape = Grid.model_validate(grid(LEFT, RIGHT))
    assert {cell: found.id for cell, found in shape.region_of.items()} == {
        ("low", "low"): "left", ("low", "high"): "left", ("high", "low"): "right", ("high", "high"): "right",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("regions", "fault"),
    [
        ((LEFT, region("right", ["high"], ["low"])), "high × high lies in no region"),
        ((LEFT, region("right", ["low", "high"], ["low", "high"])), "stands twice"),
        ((LEFT, RIGHT, region("left", ["high"], ["low"])), "region 'left' stands twice"),
        ((LEFT, region("right", ["top"], ["low", "high"])), "no level 'top'"),
    ],
)
def test_a_grid_with_a_bare_or_a_doubled_cell_is_refused(regions, fault):
    with pytest.raises(ValueError, match=fault):
        Grid.model_validate(grid(*regions))


def placed(*placements):
    rows = [{"id": id, "on": day, "x": mark(x), "y": mark(y)} for id, day, x, y in placements]
    return GridSheet.model_validate({"method": grid(LEFT, RIGHT), "placements": rows})


def test_a_thing_with_an_open_side_lies_in_no_region():
    sheet = placed(("a", None, "low", "unknown"), ("b", None, "low", None), ("c", None, "low", "high"))
    assert [found and found.id for found in map(sheet.region, sheet.placements)] == [None, None, "left"]


def test_what_moved_lies_where_it_was_last_seen():
    sheet = placed(("a", "2026-03-01", "low", "low"), ("a", "2026-06-01", "high", "low"), ("b", None, "low", "low"))
    assert [each.id for each in sheet.within("left")] == ["b"]
    assert [each.id for each in sheet.within("right")] == ["a"]
    assert [each.x.given for each in sheet.current(date(2026, 4, 1))] == ["low", "low"]
    assert [each.id for each in sheet.changed(as_of=date(2026, 4, 1)).within("left")] == ["a", "b"]


def test_a_move_leads_from_one_day_to_the_next_and_an_undated_place_comes_first():
    sheet = placed(("a", "2026-06-01", "high", "low"), ("a", None, "low", "low"), ("a", "2026-03-01", "low", "high"))
    assert [(was.on, now.on) for was, now in sheet.moves()] == [
        (None, date(2026, 3, 1)), (date(2026, 3, 1), date(2026, 6, 1)),
    ]  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from("abc"), st.dates()), unique=True, max_size=8))
def test_each_thing_has_one_place_at_a_time_and_a_move_less_than_its_days(seen):
    sheet = placed(*((id, day, "low", "low") for id, day in seen))
    ids = {id for id, _ in seen}
    assert {each.id for each in sheet.current()} == ids
    assert len(sheet.moves()) == len(seen) - len(ids)


COLUMNS = [
    {"id": "what", "name": both("what"), "required": True},
    {"id": "by", "name": both("by"), "kind": "date"},
    {"id": "cost", "name": both("cost"), "kind": "money"},
    {"id": "share", "name": both("share"), "kind": "number"},
    {"id": "done", "name": both("done"), "kind": "yes-no"},
    {"id": "fit", "name": both("fit"), "kind": "level", "levels": LOW_HIGH, "judged": True},
    {"id": "owner", "name": both("owner"), "kind": "person"},
    {"id": "team", "name": both("team"), "kind": "people"},
]
TABLE = HEAD | {"columns": COLUMNS}


def table(*rows):
    listed = [{"id": str(n), "cells": cells} for n, cells in enumerate(rows, 1)]
    return TableSheet.model_validate({"method": TABLE, "rows": listed})


FULL = {
    "what": "Demo", "by": "2026-03-01", "cost": 1200, "share": -0.5, "done": True, "fit": mark("high"),
    "owner": "chen", "team": ["chen", "novak"],
}  # fmt: skip


def test_every_cell_is_read_as_its_columns_kind():
    cells = table(FULL).rows[0].cells
    assert cells["by"] == date(2026, 3, 1)
    assert isinstance(cells["fit"], Judged)
    assert cells["fit"].settled == "high"
    assert (cells["cost"], cells["share"], cells["done"], cells["team"]) == (1200, -0.5, True, ("chen", "novak"))


@pytest.mark.parametrize(
    ("column", "value"),
    [("by", "soon"), ("cost", -1), ("cost", float("inf")), ("share", "much"), ("done", "perhaps"),
     ("fit", {"value": "top"}), ("owner", "Mr Chen"), ("what", 7)],
)  # fmt: skip
def test_a_value_of_another_kind_is_refused_with_row_and_column(column, value):
    with pytest.raises(ValueError, match=f"row '1', column '{column}'"):
        table({column: value})


def test_a_column_that_the_table_lacks_is_refused():
    with pytest.raises(ValueError, match="no column 'colour' in house"):
        table({"colour": "red"})


@pytest.mark.parametrize("what", [{}, {"what": ""}, {"what": "  "}])
def test_a_required_cell_is_blank_until_something_is_written(what):
    assert table({"done": True} | what).blank() == (("1", "what"),)
    assert table({"what": "Demo"}).blank() == ()


def test_everybody_named_in_a_table_is_found():
    assert table(FULL).people() == (("1", "owner", "chen"), ("1", "team", "chen"), ("1", "team", "novak"))


@pytest.mark.parametrize(
    "column",
    [{"id": "fit", "name": both("fit"), "kind": "level"}, {"id": "what", "name": both("what"), "levels": LOW_HIGH}],
)
def test_levels_belong_to_columns_of_levels_and_to_no_other(column):
    with pytest.raises(ValueError, match="levels belong"):
        Table.model_validate(HEAD | {"columns": [column]})


SHEETS = [
    checklist("opportunity-assessment", {"budget": "plus"}, {"acme": {"budget": "minus"}}),
    ladder(claimed="won", done=["contract-signed"]),
    placed(("a", "2026-03-01", "low", "high")),
    table(FULL),
]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.kind)
def test_a_sheet_comes_back_from_json_as_it_was(sheet):
    assert TypeAdapter(AnyMethodSheet).validate_json(sheet.model_dump_json()) == sheet


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.kind)
def test_a_sheet_can_be_changed(sheet):
    changed = sheet.changed(as_of=date(2026, 3, 1))
    assert changed.as_of == date(2026, 3, 1)
    assert changed.changed(as_of=None) == sheet
