"""A workbook as somebody edits it: cells by page, heading and line."""

import io
import zipfile

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from sellkit.interchange.errors import WorkbookRefused
from sellkit.interchange.reading import read_workbook
from sellkit.interchange.writing import write_workbook
from sellkit.training.words import Words

EN, ZH = Words("en"), Words("zh-CN")


class Book:
    """Lines are counted from 1 below the headings; `block` is the mark of a block on a page with several."""

    def __init__(self, record, words=EN):
        self.model, self.words = type(record), words
        self.book = openpyxl.load_workbook(io.BytesIO(write_workbook(record, words)))

    def begins(self, page, block=""):
        """The hidden row of a block."""
        marks = [(cell.row, str(cell.value)) for cell in self.book[page]["A"]]
        return next(
            row for row, mark in marks if mark.startswith("sellkit|") and block in mark and "|fields" not in mark
        )

    def head(self, page, block=""):
        """The row of the headings of a list."""
        first = self.begins(page, block)
        return next(cell.row for cell in self.book[page]["A"] if cell.row > first and cell.value == "~head")

    def column(self, page, heading, block=""):
        return next(cell.column for cell in self.book[page][self.head(page, block)] if cell.value == heading)

    def id(self, page, id, block=""):
        """The column with an id."""
        return next(cell.column for cell in self.book[page][self.begins(page, block)] if cell.value == id)

    def row(self, page, text):
        """The row in which a text stands."""
        return next(cell.row for row in self.book[page] for cell in row if cell.value == text)

    def put(self, page, heading, value, line=1, number_format=None, block=""):
        """Write into a list."""
        cell = self.book[page].cell(self.head(page, block) + line, self.column(page, heading, block), value)
        if number_format:
            cell.number_format = number_format
        return cell

    def answer(self, page, field):
        """The cell of a field of a form."""
        cell = next(cell for row in self.book[page] for cell in row if cell.value == field)
        merged = next((found for found in self.book[page].merged_cells.ranges if cell.coordinate in found), None)
        return self.book[page].cell(cell.row, (merged.max_col if merged else cell.column) + 1)

    def place(self, page, heading, line=1, block=""):
        """How a fault calls a cell."""
        letter = get_column_letter(self.column(page, heading, block))
        return f"‘{page}’ {letter}{self.head(page, block) + line}"

    def raw(self):
        out = io.BytesIO()
        self.book.save(out)
        return out.getvalue()

    def read(self):
        return read_workbook(self.model, self.raw(), self.words)

    def told(self):
        with pytest.raises(WorkbookRefused) as refused:
            self.read()
        return [f"{fault.says} {fault.next}" for fault in refused.value.told(self.words)]


def patched(raw, name, change):
    """A workbook with one of its files changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for file in old.infolist():
            data = old.read(file)
            new.writestr(file.filename, change(data) if file.filename == name else data)
    return out.getvalue()
