"""What is wrong with a table is told all at once: table, row and column, in the reader's language, and what to do."""

import pytest

from sellkit.models.base import Judged
from sellkit.models.methods.checklist import ChecklistSheet
from sellkit.models.opportunity import Opportunity, Stakeholders
from sellkit.models.people.stakeholder import Stakeholder
from sellkit.models.plan.competition import Competition
from sellkit.models.plan.sales_plan import SalesPlan
from sellkit.models.plan.success_factors import SuccessFactors
from sellkit.tables.errors import TablesRefused
from sellkit.tables.frames import frames, from_frames
from sellkit.training.methods import method
from sellkit.training.words import Words

EN, ZH = Words("en"), Words("zh-CN")

PEOPLE = Stakeholders(
    people=(Stakeholder(id="chen", name="Chen", attitude=Judged(value="neutral")), Stakeholder(id="li", name="Li"))
)


def told(model, held, words=EN, **more):
    with pytest.raises(TablesRefused) as refused:
        from_frames(model, held, words, **more)
    return [f"{fault.says} {fault.next}" for fault in refused.value.told(words)]


def people(words=EN):
    return frames(PEOPLE, words)


def test_every_fault_of_a_sheet_is_told_at_once():
    held = people()
    held["people"]["Attitude to us"] = ["friendly", None]
    held["people"]["Rank (0-5)"] = [None, 9]
    held["people"]["Attitude to us: on"] = ["last week", None]
    held["people"].loc[1, "Id"] = "chen"
    found = told(Stakeholders, held)
    assert [fault.split(":")[0] for fault in found] == [
        "People, row 1, Attitude to us",
        "People, row 1, Attitude to us",
        "People, row 2, Rank (0-5)",
        "People, row 2, Id",
    ]


def test_a_fault_names_its_place_and_the_choices_in_the_readers_language():
    held = people(ZH)
    held["people"]["对我方的态度"] = ["挺好", None]
    (fault,) = told(Stakeholders, held, ZH)
    assert (
        fault
        == "《关键人》第 1 行“对我方的态度”：“挺好”不在可选范围内。 请选择："
        + "、".join([*(level["name"] for level in ZH.scale("attitude")), "还不知道"])
        + "。"
    )


@pytest.mark.parametrize(
    ("model", "table", "column", "value", "says"),
    [
        (SalesPlan, "items", "Due", "03/04/26", "cannot be read as a date"),
        (SalesPlan, "items", "Due", "2026-02-30", "there is no day"),
        (SalesPlan, "items", "Stage", "selling", "none of the choices"),
        (SalesPlan, "sheet", "Year's target", -1.0, "too small"),
        (SalesPlan, "sheet", "Year's target", "a lot", "no number"),
        (SalesPlan, "sheet", "Year's target", "€ 100", "not in the currency"),
        (SalesPlan, "sheet", "Year's target", "inf", "no number"),
        (SalesPlan, "items", "Id", "Demo Day", "not written as an id"),
        (Competition, "moves", "What they will do", "Cuts the price", "must be filled in"),
        (Competition, "swot", "Said by", "Nobody Known", "nobody here is called"),
    ],
)
def test_what_cannot_be_read_is_named(model, table, column, value, says):
    import pandas as pd

    (fault, *_) = told(
        model,
        {table: pd.DataFrame([{column: value, "Id": "a"} if table != "sheet" and column != "Id" else {column: value}])},
    )
    assert says in fault


def test_a_weight_above_a_hundred_per_cent_is_named():
    import pandas as pd

    held = {
        "versions": pd.DataFrame([{"Id": "v1"}]),
        "versions/factors": pd.DataFrame([{"Version": "v1", "Id": "price", "Weight (%)": 120}]),
    }
    assert "100 or less" in told(SuccessFactors, held)[0]


def test_a_row_that_belongs_to_no_row_is_named():
    import pandas as pd

    held = {
        "versions": pd.DataFrame([{"Id": "v1"}]),
        "versions/factors": pd.DataFrame([{"Version": "v9", "Id": "price"}]),
    }
    assert "no row “v9”" in told(SuccessFactors, held)[0]


def test_a_heading_that_nobody_knows_and_one_that_stands_twice_are_named():
    import pandas as pd

    held = {"people": pd.DataFrame([["chen", "a", "b"]], columns=["Id", "Name", "Mood"])}
    assert "no column is called “Mood”" in told(Stakeholders, held)[0]
    held = {"people": pd.DataFrame([["chen", "a", "b"]], columns=["Id", "Name", "姓名"])}
    assert "stands there twice" in told(Stakeholders, held)[0]


def test_a_table_that_nobody_knows_is_named():
    import pandas as pd

    assert "no table “folk”" in told(Stakeholders, {"folk": pd.DataFrame()})[0]


def test_a_line_without_an_id_is_no_fault_and_keeps_the_others_in_place():
    deal = Opportunity(id="d", people=PEOPLE)
    held = frames(deal, EN)
    held["people/people"]["Rank (0-5)"] = [None, "high"]
    assert told(Opportunity, held) == [
        "People, row 2, Rank (0-5): “high” is no number. Write digits only, with a point for decimals."
    ]


def test_a_method_that_is_not_there_and_one_of_another_version_are_named():
    sheet = ChecklistSheet(method=method("meddpicc"))
    held = frames(sheet, EN)
    held["sheet"]["Version of the method"] = 7
    assert "version 7 of the method" in told(ChecklistSheet, held)[0]
    held["sheet"]["Method"] = "nowhere"
    assert "no method “nowhere”" in told(ChecklistSheet, held)[0]
    assert "which method" in told(ChecklistSheet, {})[0]
