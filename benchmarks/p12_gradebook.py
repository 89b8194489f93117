"""P12: the grade book of 1,000 people and 5 exercises, against the bare library writing the same cells."""

import io
import tempfile
from collections.abc import Iterator
from pathlib import Path

import xlsxwriter
from desk import submissions
from measure import Figure, absolute, compared, timed
from sqlalchemy import insert

from sellkit.desk.gradebook import Table, tables, to_csv, to_xlsx
from sellkit.desk.register import Register, _columns
from sellkit.desk.schema import cards
from sellkit.desk.schema import submissions as rows
from sellkit.training.words import Words

PEOPLE, EXERCISES = 1000, 5


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder, Register.open(Path(folder) / "register.sqlite") as register:
        fill(register)
        words = Words("en")
        book = tables(register, words)
        name = f"grade book of {PEOPLE:,} × {EXERCISES} as XLSX"
        ours = timed(lambda: to_xlsx(tables(register, words)))
        yield compared("P12", name, "xlsxwriter, the same cells", 1.5, ours, timed(lambda: bare(book)))
        took = min(timed(lambda: to_csv(tables(register, words)[0]))() for _ in range(5))
        yield absolute("P12", "the same as CSV", 1, took, "s")


def fill(register: Register) -> None:
    """Rows alone: how they were scored does not matter here."""
    base = [_columns(submission) for submission in submissions(PEOPLE)]
    card = {"rubric_version": "1", "key_version": "1", "card": "{}", "automatic": 61.5, "maximum": 100.0}
    with register._engine.begin() as connection:
        for n in range(EXERCISES):
            part = [{**row, "exercise": f"homebody/e{n}", "hash": f"{row['code']}-{n}"} for row in base]
            connection.execute(insert(rows), part)
        marks = {**card, "total": 61.5, "criteria": 1, "open": 0, "graded_at": "2026-03-02T09:30:00.000000Z"}
        connection.execute(insert(cards), [{**marks, "submission": n + 1} for n in range(PEOPLE * EXERCISES)])


def bare(book: tuple[Table, ...]) -> bytes:
    """Nothing but the cells."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as workbook:
        for table in book:
            sheet = workbook.add_worksheet(table.title)
            for number, row in enumerate((table.header, *table.rows)):
                sheet.write_row(number, 0, row)
    return out.getvalue()
