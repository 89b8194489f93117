"""Every sheet as data frames, and back without loss."""

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sellkit.models.base import Judged
from sellkit.models.methods.checklist import ChecklistSheet
from sellkit.models.methods.grid import GridSheet
from sellkit.models.methods.skills import SkillReview, SkillView
from sellkit.models.opportunity import Opportunity, Stakeholders
from sellkit.models.people.stakeholder import People, Stakeholder
from sellkit.models.plan.purchase import PurchasePlan
from sellkit.models.plan.sales_plan import SalesPlan
from sellkit.models.portfolio.strategy_fit import CustomerStrategy
from sellkit.models.text import LANGUAGES
from sellkit.tables.errors import TablesRefused
from sellkit.tables.frames import frame, frames, from_frames
from sellkit.tables.spec import methods_within
from sellkit.training.methods import method
from sellkit.training.words import Words

from .records import records
from .sheets import CLASSES, sound

WORDS = [*map(Words, LANGUAGES), None]
LANGUAGE = [*LANGUAGES, "ids"]
EN, ZH = Words("en"), Words("zh-CN")
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")
EVERY = settings(max_examples=15, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("words", WORDS, ids=LANGUAGE)
@pytest.mark.parametrize("record", sound(), ids=lambda record: type(record).__name__)
def test_a_sound_sheet_comes_back_as_it_was(record, words):
    follows = getattr(record, "method", None)
    held = {name: getattr(record, name).method for name in methods_within(type(record))}
    assert from_frames(type(record), frames(record, words), words, method=follows, methods=held) == record


def test_a_sheet_that_holds_sheets_of_methods_finds_them_by_the_ids_that_they_name():
    held = {
        "alignment": GridSheet(method=method("strategic-alignment")),
        "tactics": GridSheet(method=method("tactical-initiatives")),
    }
    sheet = CustomerStrategy(**held)
    assert from_frames(CustomerStrategy, frames(sheet, ZH), ZH) == sheet
    lost = {name: table for name, table in frames(sheet, ZH).items() if name != "tactics"}
    with pytest.raises(TablesRefused) as refused:
        from_frames(CustomerStrategy, lost, ZH)
    assert "tactics" in refused.value.told(ZH)[0].says


@pytest.mark.parametrize("model", CLASSES, ids=lambda model: model.__name__)
@EVERY
@given(data=st.data())
def test_any_sheet_comes_back_as_it_was(model, data):
    record = data.draw(records(model))
    words = data.draw(st.sampled_from(WORDS))
    assert from_frames(model, frames(record, words), words) == record


def needs(**marks):
    return Stakeholders(people=(Stakeholder(id="chen", name="Chen", **marks),))


@pytest.mark.parametrize("words", WORDS, ids=LANGUAGE)
@pytest.mark.parametrize(
    "value", [None, "unknown", "not-found", (), ("unknown",), ("looked for, not found",), ("", "x")]
)
def test_blank_not_known_and_looked_for_in_vain_stay_apart(words, value):
    sheet = needs(personal_needs=Judged(value=value))
    assert from_frames(Stakeholders, frames(sheet, words), words).people[0].personal_needs.value == value


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (EN, ["Chen", "not known yet", "+2 Strong supporter", "looked for, not found"]),
        (ZH, ["Chen", "还不知道", "+2 坚定支持", "找过，没有"]),
    ],
    ids=["en", "zh-CN"],
)
def test_answers_are_shown_in_the_readers_language(words, shown):
    marks = {"attitude": "unknown", "tendency": 2, "personal_needs": "not-found"}
    sheet = needs(**{name: Judged(value=value) for name, value in marks.items()})
    row = frame(sheet, words).iloc[0]
    headings = (
        ["Name", "Attitude to us", "Tendency", "Personal needs"]
        if words is EN
        else ["姓名", "对我方的态度", "倾向性", "个人需求"]
    )
    assert [row[heading] for heading in headings] == shown


@pytest.mark.parametrize("said", ["Sponsor", "sponsor", " SPONSOR ", "坚定支持者", "*"])
def test_a_level_is_read_back_by_name_by_id_or_by_sign(said):
    held = frames(needs(), EN)
    name = ZH.level("attitude", "sponsor") if said == "坚定支持者" else said
    held["people"]["Attitude to us"] = [name]
    assert from_frames(Stakeholders, held, EN).people[0].attitude.value == "sponsor"


def test_a_frame_that_was_made_in_one_language_is_read_in_the_other():
    record = next(record for record in sound() if isinstance(record, Opportunity))
    assert from_frames(Opportunity, frames(record, ZH), EN) == record


def test_a_view_without_evidence_has_one_column_for_each_mark():
    assert "Attitude to us: how sure" not in frame(needs(), EN).columns
    assert "Attitude to us: how sure" in frames(needs(), EN)["people"].columns


def test_dates_numbers_and_levels_have_types_of_their_own():
    plan = SalesPlan.model_validate(
        {"items": [{"id": "a", "due": "2026-03-01", "stage": "lead"}, {"id": "b"}], "year_target": 5.0}
    )
    held = frames(plan, EN)
    assert held["items"]["Due"].dtype.kind == "M"
    assert held["items"]["Stage"].dtype == "category"
    assert held["sheet"]["Year's target"].dtype == "Float64"


def test_levels_sort_in_the_order_of_their_scale():
    people = [
        Stakeholder(id=str(at), attitude=Judged(value=level))
        for at, level in enumerate(["opponent", "neutral", "sponsor"])
    ]
    held = frame(People(people=tuple(people)), EN)
    assert list(held.sort_values("Attitude to us")["Id"]) == ["2", "1", "0"]


def test_people_are_shown_by_name_and_found_by_it():
    deal = Opportunity(
        id="d", people=needs(), purchase=PurchasePlan.model_validate({"stages": [{"id": "s", "decider": "chen"}]})
    )
    held = frames(deal, EN)
    assert list(held["purchase/stages"]["Who decides"]) == ["Chen"]
    assert from_frames(Opportunity, held, EN) == deal


def test_people_outside_of_the_sheet_can_be_given():
    plan = PurchasePlan.model_validate({"stages": [{"id": "s", "decider": "chen"}]})
    held = frames(plan, EN, people={"chen": "Chen Wei"})
    assert list(held["stages"]["Who decides"]) == ["Chen Wei"]
    assert from_frames(PurchasePlan, held, EN, people={"chen": "Chen Wei"}) == plan


@pytest.mark.parametrize("words", WORDS, ids=LANGUAGE)
@pytest.mark.parametrize("name", ["(empty)", "（空）", "not known yet", "\\", "\\x"])
def test_a_person_whose_name_means_something_else_is_found_in_a_list(name, words):
    people = (Stakeholder(id="chen", name=name), Stakeholder(id="li", name="Li"))
    purchase = PurchasePlan.model_validate({"steps": [{"id": "s", "stakeholders": ["chen", "li"]}]})
    deal = Opportunity(id="d", people=Stakeholders(people=people), purchase=purchase)
    assert from_frames(Opportunity, frames(deal, words), words) == deal


def test_two_people_of_one_name_are_told_apart():
    people = tuple(
        Stakeholder(id=id, name="Li Wei", reports_to=above) for id, above in (("li-1", None), ("li-2", "li-1"))
    )
    held = frames(People(people=people), EN)
    assert list(held["people"]["Reports to"])[1] == "Li Wei (li-1)"
    assert from_frames(People, held, EN).people == people


def test_a_new_row_needs_no_id():
    held = frames(needs(), EN)
    held["people"].loc[1, "Name"] = "Novak"
    held["people"].loc[2, "Name"] = "王总"
    assert [person.id for person in from_frames(Stakeholders, held, EN).people] == ["chen", "novak", "people-3"]


def test_columns_may_stand_in_any_order_and_rows_may_be_blank():
    import pandas as pd

    sheet = needs(attitude=Judged(value="neutral"))
    held = frames(sheet, EN)
    moved = held["people"][held["people"].columns[::-1]]
    held["people"] = pd.concat([moved, pd.DataFrame([{"Id": None}, {"Id": "  "}])], ignore_index=True)
    assert from_frames(Stakeholders, held, EN) == sheet


def test_a_sheet_of_a_method_finds_its_method_by_the_id_that_it_names():
    sheet = ChecklistSheet(method=method("meddpicc"))
    assert from_frames(ChecklistSheet, frames(sheet, ZH), ZH).method.id == "meddpicc"


@pytest.mark.parametrize("words", WORDS, ids=LANGUAGE)
def test_ones_own_levels_come_back_also_where_they_are_not_known_yet(words):
    first, second, *_ = method("skill-ladder").items
    own = {first: method("skill-ladder").levels[0].id, second: "unknown"}
    review = SkillReview(method=method("skill-ladder"), before=SkillView(own=own))
    assert from_frames(SkillReview, frames(review, words), words) == review


def test_a_skill_without_a_level_is_told():
    import pandas as pd

    review = SkillReview(method=method("skill-ladder"))
    held = frames(review, EN)
    held["before/own"] = pd.DataFrame([{"Skill": next(iter(review.method.items))}])
    with pytest.raises(TablesRefused) as refused:
        from_frames(SkillReview, held, EN)
    (fault,) = refused.value.told(EN)
    assert "Own level" in fault.says


def test_three_hundred_people_come_back():
    everybody = tuple(
        Stakeholder(id=f"p{n}", name=f"人员{n}", reports_to="p0", tendency=Judged(value=n % 7 - 3, cites=("notes.p1",)))
        for n in range(300)
    )
    sheet = Stakeholders(people=everybody)
    assert from_frames(Stakeholders, frames(sheet, ZH), ZH) == sheet


def test_only_the_frames_themselves_need_pandas():
    code = "import sellkit.tables.frames, sellkit.tables.building, sys; print('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
