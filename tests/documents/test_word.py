"""The same document for a word processor: it opens, it is complete, and what people typed is only ever text."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from sellkit.documents.blocks import Document
from sellkit.documents.plan import account_plan
from sellkit.models.account.account import Account
from sellkit.models.text import LANGUAGES

from .accounts import BROKEN, FORMULA, HOSTILE, SCRIPT, full, hostile, nothing


@pytest.fixture(scope="module", params=LANGUAGES)
def document(request: pytest.FixtureRequest) -> Document:
    return full(request.param)


@pytest.fixture(scope="module")
def paper(document: Document) -> Any:
    return read(document)


def read(document: Document) -> Any:
    return docx.Document(io.BytesIO(document.docx()))


def words(paper: Any) -> Iterator[str]:
    yield from (paragraph.text for paragraph in paper.paragraphs)
    yield from (cell.text for table in paper.tables for row in table.rows for cell in row.cells)


def test_every_section_is_a_heading_in_order(document: Document, paper: Any) -> None:
    headings = [each.text for each in paper.paragraphs if each.style.name == "Heading 1"]
    assert headings == [f"{n}  {section.title}" for n, section in enumerate(document.sections, 1)]


def test_the_head_of_each_table_repeats_on_the_next_page(document: Document, paper: Any) -> None:
    heads = [table for table in paper.tables if table.rows[0]._tr.trPr is not None]
    repeated = [table for table in heads if table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None]
    told = [block for section in document.sections for block in section.blocks if type(block).__name__ == "Table"]
    assert len(repeated) == len(told)
    assert [repeated[0].rows[0].cells[0].text, len(repeated[0].rows)] == [told[0].columns[0], len(told[0].rows) + 1]


def test_pictures_are_in_the_file_and_fit_the_page(document: Document, paper: Any) -> None:
    figures = [block for section in document.sections for block in section.blocks if type(block).__name__ == "Figure"]
    assert len(paper.inline_shapes) == len(figures) > 0
    assert all(shape.width.mm < 181 and shape.height.mm < 236 for shape in paper.inline_shapes)


def test_each_picture_is_named_for_who_cannot_see_it(paper: Any) -> None:
    names = [shape._inline.docPr.get("descr") for shape in paper.inline_shapes]
    assert all(names)
    assert len(set(names)) == len(names)


def test_a_picture_that_no_page_could_show_legibly_is_left_to_the_html_version() -> None:
    people = [{"id": f"p{n}", "name": f"P{n}", "tendency": {"value": 1}} for n in range(120)]
    account = Account.model_validate({"id": "yard", "opportunities": [{"id": "one", "people": {"people": people}}]})
    told = read(account_plan(account, "en"))
    assert len(told.inline_shapes) == 0
    assert any("HTML version" in text for text in words(told))


def test_chinese_has_a_font_in_every_style_that_is_used(paper: Any) -> None:
    for style in {each.style.name for each in paper.paragraphs} | {"Normal"}:
        fonts = paper.styles[style].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == "Microsoft YaHei"
        assert fonts.get(qn("w:eastAsiaTheme")) is None


def test_days_are_kept_in_one_piece_and_read_back_as_days(paper: Any) -> None:
    assert any("2026-05-08" in text for text in words(paper))


def test_an_account_of_which_nothing_is_known_says_what_would_fill_each_section() -> None:
    empty = nothing("en")
    told = set(words(read(empty)))
    assert [section.id for section in empty.sections if section.empty not in told] == []


def test_hostile_texts_stay_texts() -> None:
    bad = hostile("en")
    told = " ".join(words(read(bad)))
    assert SCRIPT in told
    assert FORMULA in told
    with zipfile.ZipFile(io.BytesIO(bad.docx())) as parts:
        body = parts.read("word/document.xml").decode()
        links = b"".join(parts.read(name) for name in parts.namelist() if name.endswith(".rels")).decode()
        assert not [name for name in parts.namelist() if "vba" in name.lower() or "embed" in name.lower()]
    assert "<w:hyperlink" not in body
    assert "instrText" not in body
    assert "evil.test" not in links
    assert "TargetMode" not in links


def test_characters_that_no_file_may_hold_are_left_out() -> None:
    assert "]]> &amp; <w:p/>" in " ".join(words(read(hostile("en", f"a {BROKEN}"))))


def test_a_document_is_saved_as_its_name_ends(tmp_path: Path) -> None:
    document = nothing("en")
    assert document.save(tmp_path / "plan.html").read_text(encoding="utf-8") == document.html()
    assert zipfile.is_zipfile(document.save(tmp_path / "plan.DOCX"))
    with pytest.raises(ValueError, match=r"\.html or \.docx"):
        document.save(tmp_path / "plan.pdf")


def test_the_names_of_a_hostile_account_are_in_its_properties_as_text() -> None:
    assert read(hostile("en")).core_properties.title.startswith(HOSTILE[:20])
