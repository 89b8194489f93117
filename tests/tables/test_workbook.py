"""A deal as a workbook that salespeople fill in: nothing is lost, and what is wrong is told by page and cell."""

import io
from datetime import date, time

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sellkit.interchange.errors import WorkbookRefused
from sellkit.interchange.reading import read_workbook
from sellkit.interchange.writing import write_workbook
from sellkit.models.base import Judged
from sellkit.models.opportunity import Opportunity, Stakeholders
from sellkit.models.people.stakeholder import Stakeholder
from sellkit.models.text import LANGUAGES
from sellkit.tables.spec import methods_within
from sellkit.training.deals import example
from sellkit.training.words import Words

from .records import records
from .sheets import CLASSES, sound
from .workbooks import EN, ZH, Book, patched

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")
EVERY = settings(max_examples=6, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_deal_comes_back_as_it_was(language):
    words = Words(language)
    for deal in example(language):
        read = read_workbook(Opportunity, write_workbook(deal, words), words)
        assert read.record == deal
        assert read.notices == ()


@pytest.mark.parametrize("record", sound(), ids=lambda record: type(record).__name__)
def test_a_sound_sheet_comes_back_as_it_was(record):
    sheets = [record, *(getattr(record, name) for name in methods_within(type(record)))]
    methods = {each.method.id: each.method for each in sheets if hasattr(each, "method")}
    assert read_workbook(type(record), write_workbook(record, ZH), ZH, methods=methods).record == record


@pytest.mark.parametrize("model", CLASSES, ids=lambda model: model.__name__)
@EVERY
@given(data=st.data())
def test_any_sheet_comes_back_as_it_was(model, data):
    record = data.draw(records(model))
    words = data.draw(st.sampled_from([EN, ZH]))
    assert read_workbook(model, write_workbook(record, words), words).record == record


def test_a_workbook_in_one_language_is_read_in_the_other():
    deal = example("zh-CN")[0]
    assert read_workbook(Opportunity, write_workbook(deal, ZH), EN).record == deal


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@a", "'x", "\\x", "a\rb", "\x01", "_x0041_", "\\x:", " a ", "1\n2", "2026-03-01"]
)
def test_a_text_stays_the_text_that_it_is(text):
    deal = Opportunity(id="a", name=text, people=Stakeholders(people=(Stakeholder(id="p", title=text),)))
    raw = write_workbook(deal, EN)
    assert read_workbook(Opportunity, raw, EN).record == deal
    assert not any(
        cell.data_type == "f" for sheet in openpyxl.load_workbook(io.BytesIO(raw)) for row in sheet for cell in row
    )


def test_a_text_that_no_cell_can_hold_is_told_and_not_cut():
    with pytest.raises(WorkbookRefused) as refused:
        write_workbook(Opportunity(id="a", name="x" * 40_000), EN)
    assert "32767" in refused.value.told(EN)[0].says


# edited as a person would


DEAL = Opportunity.model_validate({
    "id": "park",
    "currency": "EUR",
    "people": {"people": [{"id": "chen", "name": "Chen"}, {"id": "li", "name": "Li"}]},
    "sales_plan": {"items": [{"id": "demo", "what": "Show it", "due": "2026-03-01"}]},
    "success_factors": {"versions": [{"id": "v1", "factors": [{"id": "price", "weight": 40}]}]},
    "pain_chain": {"nodes": [{"person": "chen", "reasons": [{"id": "1", "loss": 10}]}]},
})  # fmt: skip


def test_what_a_person_fills_in_is_read():
    book = Book(DEAL)
    book.put("People", "Attitude to us", "Sponsor")
    book.put("People", "Reports to", "Chen", line=2)
    book.put("People", "Name", "Novak", line=4)
    book.put("Sales plan", "Done on", date(2026, 2, 27))
    book.answer("Overview", "Name").value = "Platform"
    deal = book.read().record
    assert deal.name == "Platform"
    assert [person.id for person in deal.people.people] == ["chen", "li", "novak"]
    assert deal.people.people[0].attitude.value == "sponsor"
    assert deal.people.people[1].reports_to == "chen"
    assert deal.sales_plan.items[0].done == date(2026, 2, 27)


def test_every_scale_has_its_drop_down_in_the_readers_language():
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(DEAL, ZH)))
    offered = {
        str(check.sqref).split(":")[0]: check.formula1 for check in book["关键人"].data_validations.dataValidation
    }
    (head,) = (cell.row for cell in book["关键人"]["A"] if cell.value == "~head")
    column = next(cell.column_letter for cell in book["关键人"][head] if cell.value == "对我方的态度")
    letter = offered[f"{column}{head + 1}"].split("$")[1]
    choices = [cell.value for cell in book["lists"][letter] if cell.value]
    assert choices == [*(level["name"] for level in ZH.scale("attitude")), "还不知道"]
    assert book["lists"].sheet_state == "hidden"


def test_people_are_offered_by_name():
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(DEAL, EN)))
    checks = book["Actions"].data_validations.dataValidation
    assert any("'People'!" in str(check.formula1) for check in checks)


def test_elements_and_items_are_offered_and_count_only_when_they_are_taken_up():
    book = Book(DEAL)
    row = book.row("Deal control", "F2")
    book.book["Deal control"].cell(row, book.column("Deal control", "Seller says it holds"), "Yes")
    assert [(element.id, element.claimed.value) for element in book.read().record.control.elements] == [("f2", True)]


def test_a_renamed_page_is_found():
    book = Book(DEAL)
    book.book["People"].title = "Our friends"
    assert book.read().record == DEAL


def test_moved_columns_and_a_column_in_front_are_found():
    book = Book(DEAL)
    sheet = book.book["Purchase plan"]
    sheet.insert_cols(1)
    sheet.move_range("D1:D10", cols=30)
    assert book.read().record == DEAL


def test_columns_are_found_by_heading_when_the_hidden_row_is_gone_wrong():
    book = Book(DEAL)
    for cell in list(book.book["Sales plan"][book.begins("Sales plan")])[1:]:
        cell.value = None
    assert book.read().record == DEAL


def test_what_is_not_ours_is_left_alone_and_told():
    book = Book(DEAL)
    book.book["Sales plan"].cell(book.head("Sales plan"), 40, "My remarks")
    book.book.create_sheet("Notes").append(["ring Chen"])
    read = book.read()
    assert read.record == DEAL
    assert [EN.fault(notice).split(" ")[0] for notice in read.notices] == ["The", "Sales"]


def test_every_fault_is_told_at_once_by_page_and_cell():
    book = Book(DEAL)
    book.put("People", "Attitude to us", "friendly")
    book.put("People", "Rank (0-5)", 9, line=2)
    book.put("Sales plan", "Due", "03/04/26")
    book.put("Key success factors", "Weight (%)", 120)
    book.put("Reasons", "Loss a year", -5)
    found = book.told()
    cells = [("Key success factors", "Weight (%)", 1), ("People", "Attitude to us", 1), ("People", "Rank (0-5)", 2)]
    cells += [("Reasons", "Loss a year", 1), ("Sales plan", "Due", 1)]
    assert sorted(fault.split(" (")[0] for fault in found) == [book.place(*cell) for cell in cells]


@pytest.mark.parametrize(
    ("page", "heading", "value", "shown_as", "says"),
    [
        ("Sales plan", "Due", "=TODAY()", None, "a formula stands here"),
        ("Sales plan", "What", "=1+1", None, "a formula stands here"),
        ("Sales plan", "Due", time(9, 30), None, "no value"),
        ("Sales plan", "Due", 46000, "General", "cannot be read as a date"),
        ("Sales plan", "Due", "#REF!", None, "no value"),
        ("Reasons", "Loss a year", 10, '[$£-809]#,##0', "not in the currency used here (EUR)"),
        ("Reasons", "Loss a year", "10 USD", None, "not in the currency used here (EUR)"),
        ("Reasons", "Whose pain this is", "Nobody", None, ""),
    ],
)  # fmt: skip
def test_a_cell_that_cannot_be_taken_as_it_is_is_told(page, heading, value, shown_as, says):
    book = Book(DEAL)
    book.put(page, heading, value, number_format=shown_as)
    if not says:  # any text may stand there
        assert book.read().record.pain_chain.nodes[0].reasons[0].owner.value == value
    else:
        assert says in book.told()[0]


@pytest.mark.parametrize(
    ("page", "heading", "value", "shown_as", "held"),
    [
        ("Sales plan", "Due", "2026/3/31", None, "2026-03-31"),
        ("Sales plan", "Due", "2026年3月31日", None, "2026-03-31"),
        ("Key success factors", "Weight (%)", 0.3, "0%", 30),
        ("Key success factors", "Weight (%)", "30 %", None, 30),
        ("Reasons", "Loss a year", "1,200", None, 1200),
        ("Reasons", "Loss a year", "€ 1200", None, 1200),
        ("Reasons", "Loss a year", 1200, '#,##0 "€"', 1200),
    ],
)
def test_what_is_clear_is_read_as_it_was_meant(page, heading, value, shown_as, held):
    book = Book(DEAL)
    book.put(page, heading, value, number_format=shown_as)
    deal = book.read().record
    found = {
        "Due": deal.sales_plan.items[0].due,
        "Weight (%)": deal.success_factors.versions[0].factors[0].weight,
        "Loss a year": deal.pain_chain.nodes[0].reasons[0].loss,
    }[heading]
    assert str(found) == held if heading == "Due" else found == held


def test_merged_cells_are_told():
    book = Book(DEAL)
    first = book.head("People") + 1
    book.book["People"].merge_cells(f"B{first}:B{first + 1}")
    assert f"People B{first}:B{first + 1}: these cells are merged" in book.told()[0]


def test_two_rows_with_one_id_are_told():
    book = Book(DEAL)
    book.put("People", "Id", "chen", line=2)
    (fault,) = book.told()
    first = book.head("People") + 1
    assert fault.startswith(f"{book.place('People', 'Id', 2)} (Id): “chen” stands here again; it stands in row {first}")


def test_a_copied_page_a_page_that_is_gone_and_a_column_that_is_gone_are_told():
    book = Book(DEAL)
    book.book.copy_worksheet(book.book["People"])
    del book.book["Concerns"]
    book.book["Purchase plan"].delete_cols(book.column("Purchase plan", "Note"))
    found = book.told()
    assert sorted(fault.split(".")[0] for fault in found) == [
        "The page “Concerns” is gone",
        "The page “People Copy” is a copy of the page “People”",
        "The page “Purchase plan” has no column “Note” any more",
    ]


def test_a_workbook_of_somebody_else_is_refused():
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    for raw in (out.getvalue(), b"PK\x03\x04", b"not a workbook", b""):
        with pytest.raises(WorkbookRefused) as refused:
            read_workbook(Opportunity, raw, ZH)
        assert refused.value.told(ZH)[0].next


def test_a_million_empty_rows_are_nothing():
    raw = write_workbook(Stakeholders(people=(Stakeholder(id="chen"),)), EN)
    rows = b"".join(b'<row r="%d" ht="15"><c r="B%d" s="3"/></row>' % (n, n) for n in range(400_000, 1_048_577))
    raw = patched(raw, "xl/worksheets/sheet2.xml", lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>"))
    assert read_workbook(Stakeholders, raw, EN).record.people[0].id == "chen"


def test_three_hundred_people_come_back():
    everybody = tuple(
        Stakeholder(id=f"p{n}", name=f"人员{n}", attitude=Judged(value="neutral", cites=("notes.p1",)))
        for n in range(300)
    )
    sheet = Stakeholders(people=everybody)
    assert read_workbook(Stakeholders, write_workbook(sheet, ZH), ZH).record == sheet
