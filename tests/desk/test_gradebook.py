"""The grade book: every attempt, the right cells, and nothing a spreadsheet would run."""

import csv
import io
from collections.abc import Callable

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit.desk.gradebook import harmless, tables, to_csv, to_xlsx
from sellkit.desk.register import Register
from sellkit.desk.scoring import score
from sellkit.training.submission import Submission
from sellkit.training.words import Words

Make = Callable[..., Submission]
FORMULAS = ['=HYPERLINK("http://evil")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1+1", "a;=1+1", 'a","=1']


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_overview_has_one_row_per_person_with_the_latest_points(register: Register, make: Make) -> None:
    """Anna's first answer is worth 35; her second is blank and worth nothing; Li Na only sent that."""
    register.add_many([
        make(author="p-anna"),
        make(author="p-anna", attempt=2, answers={}),
        make(author="p-li", name="Li Na", team="South", answers={}),
    ])  # fmt: skip
    score(register)
    overview, attempts = tables(register, Words("en"), lambda exercise: exercise.upper())
    assert overview.header == ("Name", "Team", "Person id", "HARBOUR/MAP", "Sum")
    assert overview.rows == (("Li Na", "South", "p-li", 0, 0), ("Anna Holm", "Team North", "p-anna", 0, 0))
    assert [(row[0], row[4], row[6], row[7]) for row in attempts.rows] == [
        ("Li Na", 1, "To judge", 0),
        ("Anna Holm", 1, "To judge", 35),
        ("Anna Holm", 2, "To judge", 0),
    ]


def test_two_people_with_one_name_have_two_rows(register: Register, make: Make) -> None:
    register.add_many([make(author=f"p-{n}", name="Li Na") for n in range(2)])
    overview, _ = tables(register, Words("zh-CN"))
    assert [row[:3] for row in overview.rows] == [("Li Na", "Team North", f"p-{n}") for n in range(2)]


def test_an_answer_without_a_score_is_blank_and_not_zero(register: Register, make: Make) -> None:
    register.add(make())
    overview, _ = tables(register, Words("en"))
    assert rows_of(to_csv(overview))[1][3] == ""


def test_csv_tells_excel_its_encoding_and_keeps_chinese(register: Register, make: Make) -> None:
    register.add(make(name="王晓梅", team="北方组"))
    content = to_csv(tables(register, Words("zh-CN"))[0])
    assert content.startswith(b"\xef\xbb\xbf")
    assert rows_of(content)[1][:2] == ["王晓梅", "北方组"]


@pytest.mark.parametrize("name", FORMULAS)
def test_a_name_is_no_formula_in_csv(register: Register, make: Make, name: str) -> None:
    register.add(make(name=name, team=name))
    content = to_csv(tables(register, Words("en"))[1]).decode("utf-8-sig")
    (_, row) = list(csv.reader(io.StringIO(content, newline="")))
    assert not row[0].lstrip().startswith(("=", "+", "-", "@", "＝"))
    assert content.splitlines()[1].startswith('"'), "a list separator inside a name must not begin a cell"


@pytest.mark.parametrize("name", [*FORMULAS, "http://evil", "javascript:alert(1)", "mailto:x@y"])
def test_a_name_is_text_in_xlsx(register: Register, make: Make, name: str) -> None:
    register.add(make(name=name))
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(tables(register, Words("en")))))
    cell = book.worksheets[0]["A2"]
    assert cell.data_type in ("s", "inlineStr")
    assert cell.hyperlink is None
    assert str(cell.value).strip() == register.submission(1).author.name.strip()


@given(st.text(max_size=30))
def test_a_text_that_was_made_harmless_begins_like_no_formula(text: str) -> None:
    safe = harmless(text)
    assert safe in (text, f"'{text}")
    assert not safe.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert not safe.startswith(("\t", "\r", "\n"))
