"""Rules that hold for every plan, however half-filled or odd: checks come to an end and lead somewhere."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellkit import checks
from sellkit.models.plan.competition import Competition
from sellkit.models.plan.purchase import PurchasePlan
from sellkit.models.plan.sales_plan import PLAN_STAGES, SalesPlan
from sellkit.models.plan.success_factors import SuccessFactors

names = st.sampled_from(["a", "b", "c", "ghost"])
texts = st.sampled_from(["", " ", "Technical bid", "我们的方案", "our price", "<b>{x}</b>"])
days = st.none() | st.integers(0, 90).map(lambda days: date(2009, 3, 1) + timedelta(days))
grades = st.sampled_from([None, "unknown", "low", "high"]).map(lambda value: {"value": value})
maybe = st.none() | names


def rows(**fields):
    row = st.fixed_dictionaries({}, optional=fields)
    listed = st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), row, max_size=4)
    return listed.map(lambda found: [{"id": id, **fields} for id, fields in found.items()])


sheets = {
    PurchasePlan: st.fixed_dictionaries(
        {
            "as_of": days,
            "steps": rows(on=days, work=texts, lead=maybe, leads_to=maybe),
            "stages": rows(name=texts, on=days, decider=maybe, basis=texts, awards=st.booleans()),
        }
    ),
    Competition: st.fixed_dictionaries(
        {
            "rivals": rows(name=texts, superiority=st.floats(0, 100).map(lambda ratio: {"value": ratio})),
            "resources": rows(party=names, what=texts, effect=grades, precondition=texts),
            "swot": rows(party=names, text=texts, said_by=maybe),
            "strategy": st.sampled_from([None, "frontal", "flanking", "fragment", "defend", "develop"]),
            "actions": rows(what=texts, owner=texts, by=days, resource=maybe),
        }
    ),
    SuccessFactors: st.fixed_dictionaries(
        {
            "rivals": rows(name=texts),
            "versions": rows(on=days, factors=rows(name=texts, weight=st.none() | st.floats(0, 100))),
        }
    ),
    SalesPlan: st.fixed_dictionaries(
        {
            "as_of": days,
            "stage": st.none() | st.sampled_from(PLAN_STAGES),
            "items": rows(
                stage=st.none() | st.sampled_from(PLAN_STAGES), parent=maybe, what=texts, due=days, owner=texts,
                kind=st.sampled_from(["key-node", "milestone", "general"]), outcome=texts, done=days,
            ),
        }
    ),
}  # fmt: skip


@pytest.mark.parametrize("model", sheets, ids=lambda model: model.__name__)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_checks_cope_with_any_half_filled_sheet_and_name_rows_that_are_there(model, data):
    sheet = model.model_validate(data.draw(sheets[model]))
    for finding in checks.run(sheet):
        listed, _, rest = finding.place.partition("/")
        held = getattr(sheet, listed.replace("-", "_"))
        assert not rest or rest.partition("/")[0] in {row.id for row in held}


@pytest.mark.parametrize("model", sheets, ids=lambda model: model.__name__)
def test_nothing_is_said_about_an_empty_sheet(model):
    assert checks.run(model()) == []


def test_a_plan_of_three_hundred_items_in_a_ring_of_parents_is_checked():
    items = [{"id": f"i{n}", "parent": f"i{(n + 1) % 300}", "what": "Visit", "owner": "Ma"} for n in range(300)]
    sheet = SalesPlan.model_validate({"items": items})
    assert len(sheet.in_order) == 300
    assert {"M42-unknown-parent"} <= {finding.code for finding in checks.run(sheet)}
