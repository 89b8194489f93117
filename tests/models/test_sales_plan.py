"""The sales plan: who is shown what, what is late, who carries it, how far each stage is."""

from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import sellkit
from sellkit.models.plan import competition, purchase, sales_plan
from sellkit.models.plan.sales_plan import PLAN_STAGES, SalesPlan

from .examples import examples

READERS = get_args(sales_plan.Reader)


def plan(items):
    rows = [
        {"id": id, "parent": fields.get("under"), **{k: v for k, v in fields.items() if k != "under"}}
        for id, fields in items.items()
    ]
    return SalesPlan.model_validate({"items": rows})


def ids(rows):
    return [row.id for row in rows]


@pytest.mark.parametrize(("given", "expect"), examples("sales-plan", "readers"))
def test_each_reader_is_shown_what_concerns_them(given, expect):
    assert {reader: ids(plan(given).for_reader(reader)) for reader in READERS} == expect


@pytest.mark.parametrize(("given", "expect"), examples("sales-plan", "overdue"))
def test_what_is_late_on_a_day_is_listed(given, expect):
    assert ids(plan(given["items"]).overdue(date.fromisoformat(given["on"]))) == expect


@pytest.mark.parametrize(("given", "expect"), examples("sales-plan", "load"))
def test_the_load_of_each_owner_is_counted(given, expect):
    loads = plan(given["items"]).load(date.fromisoformat(given["on"]))
    assert [[load.owner, load.open, load.overdue, load.done] for load in loads] == expect


@pytest.mark.parametrize(("given", "expect"), examples("sales-plan", "progress"))
def test_the_progress_of_each_stage_is_counted(given, expect):
    stages = plan(given["items"]).progress(date.fromisoformat(given["on"]))
    assert {stage.stage: [stage.total, stage.done, stage.overdue] for stage in stages} == expect


START = date(2009, 1, 1)
days = st.none() | st.integers(0, 60).map(lambda days: START + timedelta(days))
rows = st.fixed_dictionaries(
    {},
    optional={
        "stage": st.sampled_from(PLAN_STAGES),
        "under": st.sampled_from(["a", "b", "c", "d", "ghost"]),
        "kind": st.sampled_from(get_args(sales_plan.ItemKind)),
        "owner": st.sampled_from(["Ma", "Tian", ""]),
        "due": days,
        "done": days,
    },
)
plans = st.dictionaries(st.sampled_from(list("abcdefg")), rows).map(plan)


@given(plans)
def test_the_salesperson_sees_every_row_once_and_the_others_a_part_of_it(made):
    everything = ids(made.for_reader("salesperson"))
    assert sorted(everything) == sorted(ids(made.items))
    for reader in READERS:
        shown = ids(made.for_reader(reader))
        assert shown == [id for id in everything if id in shown]


@given(plans, st.integers(0, 60))
def test_every_piece_of_work_is_on_somebody_s_account(made, day):
    loads = made.load(START + timedelta(day))
    assert sum(load.open + load.done for load in loads) == len(made.work)
    assert all(load.overdue <= load.open for load in loads)


@given(plans, st.integers(0, 60))
def test_stages_count_all_work_that_stands_in_one(made, day):
    stages = made.progress(START + timedelta(day))
    assert sum(stage.total for stage in stages) == sum(made.stage_of(item) is not None for item in made.work)
    assert all(stage.done + stage.overdue <= stage.total for stage in stages)


@given(plans, st.integers(0, 59))
def test_what_is_late_today_and_not_done_tomorrow_is_still_late(made, day):
    today = START + timedelta(day)
    tomorrow = today + timedelta(1)
    open_ = {item.id for item in made.items if not item.done_by(tomorrow)}
    assert set(ids(made.overdue(today))) & open_ <= set(ids(made.overdue(tomorrow)))


def test_two_items_with_one_id_are_refused():
    with pytest.raises(ValueError, match="row 'a' stands twice"):
        SalesPlan.model_validate({"items": [{"id": "a"}, {"id": "a"}]})


@pytest.mark.parametrize(
    ("scale", "levels"),
    [
        ("plan-stage", sales_plan.PlanStage),
        ("plan-item-kind", sales_plan.ItemKind),
        ("decision-fit", purchase.Fit),
        ("chance", competition.Grade),
        ("effect", competition.Grade),
        ("swot", competition.SwotKind),
        ("competitive-strategy", competition.Strategy),
        ("action-purpose", competition.Purpose),
        ("mine-work", competition.MineWork),
    ],
)
def test_a_scale_has_exactly_the_levels_of_its_mark(scale, levels):
    file = Path(sellkit.__file__).parent / "content" / "scales" / f"{scale}.yaml"
    listed = yaml.safe_load(file.read_bytes())["levels"]
    assert [level["id"] for level in listed] == list(get_args(levels))
