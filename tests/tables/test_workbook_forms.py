"""The pages that salespeople know as forms: head fields, the SWOT quarters, marks by party and date. They are filled in
as a person would, read without loss, and come back wrong in every way in which workbooks do."""

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from sellkit.interchange.reading import read_workbook
from sellkit.interchange.writing import write_workbook
from sellkit.models.account.account import Account
from sellkit.models.base import Judged
from sellkit.models.methods.checklist import ChecklistSheet, Mark
from sellkit.models.methods.head import Party
from sellkit.models.opportunity import Opportunity
from sellkit.models.plan.competition import Competition
from sellkit.training.methods import method

from .records import records
from .workbooks import EN, ZH, Book, patched

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")
MANY = settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None)
HOSTILE = ["=1+1", "+1", "-1", "@a", "'x", "\\x", " a ", "1\n2", "2026-03-01"]
ASSESSMENT = method("opportunity-assessment")
MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 18)

DEAL = Opportunity.model_validate({
    "id": "park",
    "people": {"people": [
        {"id": "chen", "name": "Chen", "title": "Chairman", "personal_needs": {"value": ["A quiet year"]}},
        {"id": "li", "name": "Li", "tendency": {"value": 1}},
    ]},
    "competition": {
        "strategy": "flanking",
        "rivals": [{"id": "acme", "name": "Acme"}],
        "swot": [
            {"id": "t1", "kind": "threat", "text": "The budget is cut"},
            {"id": "s1", "kind": "strength", "text": "They know parks", "said_by": "chen"},
            {"id": "s2", "kind": "strength", "text": "Cheap", "party": "acme"},
        ],
    },
    "success_factors": {
        "rivals": [{"id": "acme", "name": "Acme"}],
        "versions": [{"id": "v1", "factors": [
            {"id": "price", "name": "Price", "weight": 40, "standings": [
                {"id": "acme", "score": {"value": 4, "cites": ["notes.p1"]}}, {"id": "us", "score": {"value": 2}},
            ]},
            {"id": "use", "name": "Use", "weight": 60},
        ]}],
    },
    "sales_plan": {"stage": "lead", "team": ["Lu", "Tang"], "items": [{"id": "demo", "what": "Show it"}]},
    "methods": {"opportunity-assessment": ChecklistSheet(
        method=ASSESSMENT,
        rivals=(Party(id="acme", name="Acme"),),
        marks=(
            Mark(item="budget", party="acme", on=MARCH, judged=Judged(value="minus")),
            Mark(item="budget", on=MARCH, judged=Judged(value="plus", witness="Chen", note="Minutes")),
            Mark(item="budget", on=APRIL, judged=Judged(value="unknown")),
        ),
    )},
})  # fmt: skip
ASSESS, FACTORS, SWOT = "Opportunity assessment", "Key success factors", "SWOT in the customer's eyes"


def back(record, words=EN):
    return read_workbook(type(record), write_workbook(record, words), words).record


# what a page looks like


def test_the_head_of_a_form_stands_above_its_list():
    page = Book(DEAL).book["Sales plan"]
    texts = [str(cell.value) for row in page for cell in row if cell.value is not None]
    assert texts.index("Stage today") < texts.index("Under which item")
    assert "Stage today" not in [cell.value for row in Book(DEAL).book["Overview"] for cell in row]


def test_the_account_profile_is_one_page_in_blocks():
    page = Book(Account(id="a")).book["Account profile"]
    marks = [cell.value for cell in page["A"] if str(cell.value).startswith("sellkit|")]
    lists = ["owners", "controls", "years", "departments", "systems"]
    assert marks == ["sellkit|profile|fields", *(f"sellkit|profile/{name}" for name in lists)]


def test_parties_and_days_stand_across_day_by_day():
    book = Book(DEAL)
    page, first = book.book[ASSESS], book.head(ASSESS, "|cross")
    mark = [cell.column for cell in page[book.begins(ASSESS, "|cross")] if str(cell.value).startswith("judged@")]
    heads = [(page.cell(first - 2, at).value, page.cell(first - 1, at).value) for at in mark]
    days = [None if day is None else day.date() for _, day in heads]
    assert [party for party, _ in heads] == ["Us", "Acme", "Us", "Acme", None, None]
    assert days == [MARCH, MARCH, APRIL, APRIL, None, None]


def test_items_stand_in_their_groups_with_what_they_ask():
    page = Book(DEAL).book[ASSESS]
    group = ASSESSMENT.groups[0]
    texts = [str(cell.value) for row in page for cell in row if cell.value is not None]
    assert texts.index(f"{group.name.en}  {group.asks.en}") < texts.index(group.items[0].name.en)
    assert texts[texts.index(group.items[0].name.en) + 1] == group.items[0].asks.en


def test_elements_stand_in_groups_in_their_order_whatever_the_order_of_the_record():
    deal = DEAL.model_validate({"id": "d", "control": {"elements": [{"id": "c3"}, {"id": "w"}]}})
    page = Book(deal).book["Deal control"]
    signs = [str(cell.value) for cell in page["B"] if cell.value and len(str(cell.value)) < 3]
    assert signs[2:] == ["W", "F1", "F2", "F3", *(f"C{number}" for number in range(1, 10))]
    assert back(deal) == deal


@pytest.mark.parametrize("page", [ASSESS, FACTORS, SWOT])
def test_marks_have_the_drop_down_of_their_scale(page):
    book = Book(DEAL).book
    offered = [check.formula1 for check in book[page].data_validations.dataValidation if "lists" in str(check.formula1)]
    letters = {str(formula).split("$")[1] for formula in offered}
    lists = [[cell.value for cell in book["lists"][letter] if cell.value] for letter in letters]
    wanted = {
        ASSESS: [level.name.en for level in ASSESSMENT.levels],
        FACTORS: [f"{level['value']} {level['name']}" for level in EN.scale("factor-standing")],
        SWOT: ["Us", "Acme"],
    }[page]
    assert any(found[: len(wanted)] == wanted for found in lists)


# nothing is lost


@MANY
@given(data=st.data())
def test_any_checklist_comes_back_as_it_was(data):
    marks = st.builds(
        Mark,
        item=st.sampled_from(list(ASSESSMENT.items)),
        party=st.sampled_from(["us", "acme", "1"]),
        on=st.sampled_from([None, MARCH, APRIL, date(1850, 1, 1)]),
        judged=st.builds(
            Judged,
            value=st.sampled_from([None, "unknown", "plus", "minus"]),
            note=st.sampled_from(["", *HOSTILE]),
            cites=st.sampled_from([(), ("notes.p1",)]),
        ),
        known_to=st.sampled_from([None, "chen"]),
    )
    unique = st.lists(marks, max_size=8, unique_by=lambda mark: (mark.item, mark.party, mark.on))
    rivals = (Party(id="acme", name=data.draw(st.sampled_from(["", *HOSTILE, "us"]))), Party(id="1"))
    sheet = ChecklistSheet(method=ASSESSMENT, rivals=rivals, marks=tuple(data.draw(unique)))
    assert back(sheet, data.draw(st.sampled_from([EN, ZH]))) == sheet


@MANY
@given(records(Competition))
def test_any_competition_comes_back_as_it_was(sheet):
    assert back(sheet) == sheet


def test_a_checklist_of_more_days_than_a_page_can_show_is_a_list():
    marks = tuple(Mark(item="budget", on=date(2020 + year, month, 1)) for year in range(6) for month in range(1, 13))
    sheet = ChecklistSheet(method=ASSESSMENT, marks=marks)
    assert back(sheet) == sheet


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_stays_the_text_that_it_is_on_every_form(text):
    deal = Opportunity.model_validate({
        "id": "d",
        "people": {"people": [{"id": "p", "name": text, "personal_needs": {"value": [text], "note": text}}]},
        "competition": {"criterion": text, "rivals": [{"id": "r", "name": text}],
                        "swot": [{"id": "s", "kind": "threat", "text": text, "party": "r"}]},
        "success_factors": {"versions": [{"id": "v", "factors": [{"id": "f", "name": text, "standings": [
            {"id": "us", "score": {"value": 3, "note": text}}]}]}]},
        "sales_plan": {"team": [text]},
    })  # fmt: skip
    raw = write_workbook(deal, EN)
    assert read_workbook(Opportunity, raw, EN).record == deal
    cells = [cell for sheet in openpyxl.load_workbook(io.BytesIO(raw)) for row in sheet for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)


# filled in as a person would


def test_a_field_of_a_form_is_filled_in():
    book = Book(DEAL)
    book.answer("Sales plan", "Stage today").value = "Awareness"
    assert book.read().record.sales_plan.stage == "awareness"


def test_a_need_is_filled_in_beside_the_name():
    book = Book(DEAL)
    book.put("Needs table", "Personal needs", "To be heard", line=2)
    people = book.read().record.people.people
    assert [person.personal_needs.value for person in people] == [("A quiet year",), ("To be heard",)]


def test_a_new_person_gets_a_line_in_the_needs_table_by_name():
    book = Book(DEAL)
    book.put("People", "Name", "Novak", line=3)
    book.put("Needs table", "Name", "Novak", line=3)
    book.put("Needs table", "Tendency", "0 Neutral", line=3)
    assert [person.tendency.value for person in book.read().record.people.people] == [None, 1, 0]


def test_a_person_who_is_renamed_keeps_what_the_needs_table_says():
    book = Book(DEAL)
    book.put("People", "Name", "Li Wei", line=2)
    person = book.read().record.people.people[1]
    assert (person.name, person.tendency.value) == ("Li Wei", 1)


def test_a_line_is_added_to_a_quarter():
    book = Book(DEAL)
    first = book.head(SWOT, "band1") + 1
    book.book[SWOT].cell(first, book.id(SWOT, "text@weakness", "band1"), "Nobody knows us")
    added = book.read().record.competition.swot[-1]
    assert (added.kind, added.text, added.party) == ("weakness", "Nobody knows us", "us")


def test_a_line_that_is_cleared_in_a_quarter_is_gone():
    book = Book(DEAL)
    first = book.head(SWOT, "band2") + 1
    for id in ("text@threat", "party@threat"):
        book.book[SWOT].cell(first, book.id(SWOT, id, "band2")).value = None
    assert [row.id for row in book.read().record.competition.swot] == ["s1", "s2"]


def cell(book, page, id, text):
    """The cell of a cross in the row with this text."""
    return book.book[page].cell(book.row(page, text), book.id(page, id, "|cross"))


def test_a_new_rival_on_a_new_day_takes_a_spare_column():
    book = Book(DEAL)
    column = book.id(ASSESS, "judged@5", "|cross")
    head = book.head(ASSESS, "|cross")
    book.put(ASSESS, "Name", "Bolt", line=2, block="rivals")
    book.book[ASSESS].cell(head - 2, column, "Bolt")
    book.book[ASSESS].cell(head - 1, column, date(2026, 5, 2))
    cell(book, ASSESS, "judged@5", "References").value = "In favour"
    sheet = book.read().record.methods["opportunity-assessment"]
    assert sheet.marks[-1] == Mark(item="references", party="bolt", on=date(2026, 5, 2), judged=Judged(value="plus"))


def test_a_column_that_somebody_put_in_for_a_rival_is_read():
    book = Book(DEAL)
    head, column = book.head(ASSESS, "|cross"), book.id(ASSESS, "judged@2", "|cross")
    book.book[ASSESS].merged_cells.ranges.clear()
    book.book[ASSESS].insert_cols(column)
    book.book[ASSESS].cell(head - 2, column, "Acme")
    book.book[ASSESS].cell(head - 1, column, date(2026, 5, 2))
    book.book[ASSESS].cell(book.row(ASSESS, "Budget"), column, "Against")
    marks = book.read().record.methods["opportunity-assessment"].marks
    assert marks[-1] == Mark(item="budget", party="acme", on=date(2026, 5, 2), judged=Judged(value="minus"))


def test_a_mark_that_is_cleared_is_gone():
    book = Book(DEAL)
    cell(book, ASSESS, "judged@2", "Budget").value = None
    marks = book.read().record.methods["opportunity-assessment"].marks
    assert [(mark.party, mark.on) for mark in marks] == [("us", MARCH), ("us", APRIL)]


def test_a_new_factor_needs_no_id():
    book = Book(DEAL)
    spare = book.row(FACTORS, "Use") + 1
    for id, value in (("^versions", "v1"), ("name", "Speed"), ("weight", 10), ("score@1", 5)):
        book.book[FACTORS].cell(spare, book.id(FACTORS, id, "|cross"), value)
    (version,) = book.read().record.success_factors.versions
    assert [(factor.id, factor.name) for factor in version.factors][-1] == ("speed", "Speed")
    assert version.factors[-1].standing("us").value == 5


# wrong


def test_renamed_pages_and_a_column_and_rows_in_front_are_found():
    book = Book(DEAL)
    for number, page in enumerate((ASSESS, FACTORS, SWOT)):
        book.book[page].insert_cols(1)
        book.book[page].insert_rows(1, amount=3)
        book.book[page].title = f"Page {number}"
    for page in book.book:
        page.merged_cells.ranges.clear()
    assert book.read().record == DEAL


def test_a_column_of_marks_may_be_moved():
    book = Book(DEAL)
    column = get_column_letter(book.id(ASSESS, "judged@1", "|cross"))
    book.book[ASSESS].move_range(f"{column}1:{column}80", cols=80)
    assert book.read().record == DEAL


def place(book, page, id, row, block="|cross"):
    return f"{get_column_letter(book.id(page, id, block))}{row}"


def test_every_fault_of_every_form_is_told_at_once_by_page_and_cell():
    book = Book(DEAL)
    budget = book.row(ASSESS, "Budget")
    head = book.head(ASSESS, "|cross")
    swot = book.head(SWOT, "band1") + 1
    price = book.row(FACTORS, "Price")
    book.book[ASSESS].cell(budget, book.id(ASSESS, "judged@1", "|cross"), "fine")
    book.book[ASSESS].cell(head - 1, book.id(ASSESS, "judged@2", "|cross"), "last week")
    book.book[SWOT].cell(swot, book.id(SWOT, "on@strength", "band1"), "03/04/26")
    book.book[FACTORS].cell(price, book.id(FACTORS, "score@2", "|cross"), "=1+1")
    book.answer("Sales plan", "Stage today").value = "soon"
    book.put("Needs table", "Tendency", "warm")
    found = sorted(fault.split(": ")[0].split(" (")[0] for fault in book.told())
    needs = book.place("Needs table", "Tendency")
    stage = book.answer("Sales plan", "Stage today").coordinate
    assert found == sorted([
        f"‘{ASSESS}’ {place(book, ASSESS, 'judged@1', budget)}",
        f"‘{ASSESS}’ {place(book, ASSESS, 'judged@2', head - 1)}",
        f"‘{FACTORS}’ {place(book, FACTORS, 'score@2', price)}",
        f"‘{SWOT}’ {place(book, SWOT, 'on@strength', swot, 'band1')}",
        f"‘Sales plan’ {stage}",
        needs,
    ])  # fmt: skip


def test_marks_of_nobody_and_two_columns_for_one_party_and_day_are_told():
    book = Book(DEAL)
    cell(book, ASSESS, "judged@5", "Budget").value = "In favour"
    head, again = book.head(ASSESS, "|cross"), book.id(ASSESS, "judged@2", "|cross")
    book.book[ASSESS].cell(head - 2, again, "us")
    said = sorted(fault.split(": ", 1)[1].split(" ")[0] for fault in book.told())
    assert said == ["below", "column"]


def test_a_mark_in_a_row_that_only_names_a_group_is_told():
    book = Book(DEAL)
    group = ASSESSMENT.groups[0]
    cell(book, ASSESS, "judged@1", f"{group.name.en}  {group.asks.en}").value = "In favour"
    assert "nothing is asked in this row" in book.told()[0]


def test_a_mark_of_a_factor_that_nobody_named_is_told():
    book = Book(DEAL)
    spare = book.row(FACTORS, "Use") + 1
    book.book[FACTORS].cell(spare, book.id(FACTORS, "score@1", "|cross"), 5)
    assert book.told()


def test_a_name_that_nobody_bears_is_told_with_the_names_that_there_are():
    book = Book(DEAL)
    book.put("Needs table", "Name", "Chenn")
    (fault,) = book.told()
    assert fault.startswith(f"{book.place('Needs table', 'Name')}: the other table has no row “Chenn”")
    assert "Chen, Li" in fault


@pytest.mark.parametrize(("page", "block"), [(ASSESS, "|cross"), (FACTORS, "|cross"), (SWOT, "band1")])
def test_merged_cells_in_the_marks_are_told(page, block):
    book = Book(DEAL)
    first = book.head(page, block) + 1
    book.book[page].merge_cells(f"C{first}:D{first}")
    assert f"{page} C{first}:D{first}: these cells are merged" in book.told()[0]


def test_a_field_that_is_merged_with_its_name_is_told_and_a_long_field_is_not():
    book = Book(DEAL)
    name = next(cell for row in book.book["Sales plan"] for cell in row if cell.value == "Stage today")
    book.book["Sales plan"].merge_cells(start_row=name.row, end_row=name.row, start_column=2, end_column=9)
    assert len(book.told()) == 1


@pytest.mark.parametrize("id", ["judged@1", "judged/note@1", "item"])
def test_a_column_of_the_cross_that_is_gone_is_told(id):
    book = Book(DEAL)
    book.book[ASSESS].delete_cols(book.id(ASSESS, id, "|cross"))
    book.book[ASSESS].merged_cells.ranges.clear()
    assert any("has no column" in fault for fault in book.told())


def test_a_page_that_is_gone_is_told_once_by_its_name():
    book = Book(DEAL)
    del book.book[ASSESS]
    assert "The page “Opportunity assessment” is gone." in " ".join(book.told())


def test_a_hidden_row_that_is_gone_is_told_by_the_name_of_its_list():
    book = Book(DEAL)
    page = book.book[FACTORS]
    mark = next(each for each in page["A"] if each.value == "sellkit|success_factors/rivals")
    mark.value = None
    assert f"The hidden row above “Rivals” on the page “{FACTORS}” is gone." in " ".join(book.told())


def test_a_remark_in_a_form_is_left_alone_and_told():
    book = Book(DEAL)
    book.book["Sales plan"].cell(book.begins("Sales plan") - 1, 2, "Ring the chairman")
    book.book[SWOT].cell(book.head(SWOT, "band1"), 60, "My column")
    read = book.read()
    assert read.record == DEAL
    assert [notice.key for notice in read.notices] == ["workbook-other-column", "workbook-other-cell"]


def test_a_block_that_was_copied_on_its_page_is_told():
    book = Book(DEAL)
    page = book.book[SWOT]
    start, end = page.max_row + 2, book.begins(SWOT, "band2")
    for row in list(page.iter_rows(min_row=1, max_row=end - 1)):
        for each in row:
            page.cell(start + each.row, each.column, each.value)
    assert any("is a copy of what begins in row 1" in fault for fault in book.told())


def test_many_empty_rows_below_a_form_are_nothing():
    raw = write_workbook(DEAL, EN)
    number = Book(DEAL).book.sheetnames.index(SWOT) + 1
    rows = b"".join(b'<row r="%d" ht="15"><c r="B%d" s="3"/></row>' % (n, n) for n in range(100_000, 400_000))
    name = f"xl/worksheets/sheet{number}.xml"
    raw = patched(raw, name, lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>"))
    assert read_workbook(Opportunity, raw, EN).record == DEAL


def test_a_workbook_of_the_first_version_is_read():
    """It had every field on the cover, one list on a page, and no form but these."""
    raw = (Path(__file__).parent / "files" / "workbook-1.xlsx").read_bytes()
    read = read_workbook(Opportunity, raw, EN)
    assert read.record == DEAL
    assert read.notices == ()
