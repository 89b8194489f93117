"""A document for a word processor (DOCX): headings, tables whose heads repeat on each page, pictures as PNG.

Every text from people is a run of text: a word processor calculates and runs nothing in it.
"""

import io
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from docx import Document as Paper
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from sellkit.documents.blocks import Block, Document, Fact, Facts, Figure, Paragraph, Remarks, Table
from sellkit.documents.page import PAPER, drawn, named, size, too_tall
from sellkit.training.words import Words
from sellkit.views.pictures import to_png
from sellkit.views.pictures.style import clean

LATIN = "Arial"
# What Chinese glyphs are set in; Word and its kin replace one that a machine lacks by one that it has.
CHINESE = "Microsoft YaHei"
ACCENT, SOFT, SERIOUS = RGBColor(0x0F, 0x76, 0x6E), RGBColor(0x52, 0x60, 0x6D), RGBColor(0xB4, 0x23, 0x18)
WIDTH, HEIGHT = 180, 235  # of what is printed on a page of A4, in millimetres
ZOOM = 2  # sharp on paper
_DAY = re.compile(r"((?<=\d{4})-(?=\d{2}-\d{2})|(?<=\d{4}-\d{2})-(?=\d{2}))")
LINES = "D5D0C5"
_HEAD, _NAMES = "E6F2F0", "F4F2EC"  # grounds of a table's head and of the names of facts


def docx(document: Document) -> bytes:
    """The document as the bytes of a DOCX file on A4."""
    writer = _Writer(document)
    writer.write()
    out = io.BytesIO()
    writer.paper.save(out)
    return out.getvalue()


class _Writer:
    """One file in the making."""

    def __init__(self, document: Document) -> None:
        self.document, self.words = document, Words(document.language)
        self.paper = Paper()
        _page(self.paper)
        _fonts(self.paper, document.language)
        core = self.paper.core_properties
        core.title, core.subject, core.author = clean(document.title)[:255], document.over, ""
        core.language, core.comments = document.language, ""

    def write(self) -> None:
        self.text(self.document.over, colour=ACCENT, bold=True)
        self.paper.add_heading(clean(self.document.title), 0)
        self.facts(self.document.facts)
        for number, section in enumerate(self.document.sections, 1):
            self.paper.add_heading(f"{number}  {section.title}", 1)
            lead = self.text(section.lead, colour=SOFT)
            lead.paragraph_format.keep_with_next = True  # a picture may leave no room for both on the page
            if not section.blocks:
                self.text(section.empty, italic=True)
            for block in section.blocks:
                _WRITERS[type(block)](self, block)
        self.text(self.say("documents.footer"), colour=SOFT, size=9)

    def say(self, key: str, **params: object) -> str:
        return self.words.say(key, **params)

    def text(self, text: str, *, colour: Any = None, size: float | None = None, **look: bool) -> Any:
        """A paragraph of one run."""
        paragraph = self.paper.add_paragraph()
        _run(paragraph, text, colour, size, **look)
        return paragraph

    def paragraph(self, block: Paragraph) -> None:
        self.text(block.text, colour=SOFT if block.quiet else None)

    def facts_block(self, block: Facts) -> None:
        if block.title:
            self.paper.add_heading(clean(block.title), 2)
        self.facts(block.rows)

    def facts(self, rows: Iterable[Fact]) -> None:
        held = list(rows)
        if held:
            table = self._table(len(held), 2, (0.27, 0.73))
            for row, fact in zip(table.rows, held, strict=True):
                _fill(row.cells[0], fact.name, ground=_NAMES, colour=SOFT)
                _fill(row.cells[1], fact.text)

    def table(self, block: Table) -> None:
        self.paper.add_heading(clean(block.title), 2)
        table = self._table(1, len(block.columns), block.shares)
        for place, cell in enumerate(table.rows[0].cells):
            _fill(cell, block.columns[place], ground=_HEAD, bold=True, right=place in block.amounts)
        _mark(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
        for told in block.rows:
            cells = table.add_row().cells
            for place, text in enumerate(told):
                _fill(cells[place], text, bold=not place, right=place in block.amounts)
        for row in table.rows:
            _mark(row._tr.get_or_add_trPr(), "w:cantSplit")

    def figure(self, block: Figure) -> None:
        if block.title:
            self.paper.add_heading(clean(block.title), 2)
        svg = drawn(block, self.words, PAPER)
        if too_tall(svg):
            self.text(self.say("documents.too-tall"), colour=SOFT)
            return
        wide, high = size(svg)
        share = min(1, HEIGHT * wide / (WIDTH * high))  # of the width of the page
        drawing = self.paper.add_picture(io.BytesIO(to_png(svg, ZOOM * share)), width=Mm(WIDTH * share))
        drawing._inline.docPr.set("descr", clean(named(svg)))  # what a screen reader says of it

    def remarks(self, block: Remarks) -> None:
        self.paper.add_heading(self.say("documents.remarks"), 2)
        for remark in block.rows:
            paragraph = self.paper.add_paragraph(style="List Bullet")
            colour = SERIOUS if remark.severity == "error" else None
            _run(
                paragraph,
                self.say(f"documents.severity.{remark.severity}") + self.words.habits.colon,
                colour,
                bold=True,
            )
            _run(paragraph, remark.says + self.words.habits.space)
            _run(paragraph, remark.next, SOFT)
        if block.more:
            self.text(self.say("documents.remarks-more", count=block.more), colour=SOFT)

    def _table(self, rows: int, columns: int, shares: Sequence[float]) -> Any:
        table = self.paper.add_table(rows, columns, style="Table Grid")
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        _borders(table)
        for place, share in enumerate(shares):
            table.columns[place].width = Mm(WIDTH * share)
            for cell in table.columns[place].cells:
                cell.width = Mm(WIDTH * share)
        return table


_WRITERS: dict[type[Block], Callable[[_Writer, Any], None]] = {
    Paragraph: _Writer.paragraph,
    Facts: _Writer.facts_block,
    Table: _Writer.table,
    Figure: _Writer.figure,
    Remarks: _Writer.remarks,
}


def _page(paper: Any) -> None:
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm((210 - WIDTH) / 2)
    section.top_margin = section.bottom_margin = Mm(18)


def _fonts(paper: Any, language: str) -> None:
    """Latin and Chinese type for each style, and the language that a spell checker goes by."""
    sizes = {"Normal": 10, "Title": 24, "Heading 1": 15, "Heading 2": 11, "List Bullet": 10, "Table Grid": 9}
    for name, points in sizes.items():
        style = paper.styles[name]
        style.font.name, style.font.size = LATIN, Pt(points)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)  # a theme's font would win over the one that is named
        fonts.set(qn("w:eastAsia"), CHINESE)
        if name != "Table Grid":
            style.font.color.rgb = ACCENT if name == "Heading 1" else RGBColor(0x1F, 0x2A, 0x37)
    title = paper.styles["Title"].element.pPr
    title.remove(title.find(qn("w:pBdr")))  # a blue line that goes with nothing else
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), "en-GB")
    spoken.set(qn("w:eastAsia"), language if language.startswith("zh") else "zh-CN")
    paper.styles["Normal"].element.get_or_add_rPr().append(spoken)
    paragraph = paper.styles["Normal"].paragraph_format
    paragraph.space_before, paragraph.space_after = Pt(4), Pt(5)


def _fill(
    cell: Any, text: str, *, ground: str = "", right: bool = False, colour: Any = None, bold: bool = False
) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _run(paragraph, text, colour, 9, bold=bold)
    if ground:
        shade = OxmlElement("w:shd")
        for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", ground)):
            shade.set(qn(name), value)
        cell._tc.get_or_add_tcPr().append(shade)


def _run(
    paragraph: Any,
    text: str,
    colour: Any = None,
    size: float | None = None,
    *,
    bold: bool = False,
    italic: bool = False,
) -> None:
    run = paragraph.add_run()
    for number, part in enumerate(_DAY.split(clean(text))):
        if number % 2:  # a day is not broken at the end of a line
            run._r.append(OxmlElement("w:noBreakHyphen"))
        elif part:
            run.add_text(part)
    run.bold, run.italic = bold or None, italic or None
    if colour is not None:
        run.font.color.rgb = colour
    if size is not None:
        run.font.size = Pt(size)


def _borders(table: Any) -> None:
    """Thin grey lines between rows, none between columns."""
    held = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        values = {"val": "nil"} if side == "insideV" else {"val": "single", "sz": "4", "space": "0", "color": LINES}
        for name, value in values.items():
            line.set(qn(f"w:{name}"), value)
        held.append(line)
    table._tbl.tblPr.append(held)


def _mark(properties: Any, name: str) -> None:
    properties.append(OxmlElement(name))
