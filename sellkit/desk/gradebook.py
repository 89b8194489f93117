"""The grade book as CSV and XLSX: one row per person, one column per exercise, and every attempt behind it.

Names come from people, and a spreadsheet runs what looks like a formula. So texts are written as texts in XLSX, and
in CSV, which has no types, a text that a spreadsheet could read as a formula is led by an apostrophe.
"""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from sellkit.desk.register import Register
from sellkit.desk.schema import cards, submissions
from sellkit.training.words import Words

#: Also in full width: spreadsheets of East Asia read these as the plain signs.
_FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")

Cell = str | float | int | None


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet of the grade book; `rows` hold texts and numbers only."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def harmless(text: str) -> str:
    """`text` so that no spreadsheet reads it as a formula."""
    return f"'{text}" if text.lstrip().startswith(_FORMULA_SIGNS) or text[:1] in ("\t", "\r", "\n") else text


def tables(register: Register, words: Words, title_of: Callable[[str], str] = str) -> tuple[Table, Table]:
    """The overview (the latest attempt counts) and the list of all attempts. `title_of` names an exercise."""
    s, c = submissions.c, cards.c
    query = (
        select(s.author, s.name, s.team, s.exercise, s.attempt, s.at, s.state, s.language, c.total, c.maximum, c.open)
        .select_from(submissions.outerjoin(cards, c.submission == s.id))
        .order_by(s.team, s.search, s.author, s.id)
    )
    found = register.all(query)
    exercises = sorted({row["exercise"] for row in found})
    titles = {exercise: title_of(exercise) for exercise in exercises}
    states = {state: words.say(f"desk.state.{state}") for state in {row["state"] for row in found}}
    people: dict[str, dict[str, Cell]] = {}
    names: dict[str, tuple[str, str]] = {}
    attempts: list[tuple[Cell, ...]] = []
    for row in found:
        total = None if row["total"] is None else round(row["total"], 2)
        people.setdefault(row["author"], {})[row["exercise"]] = total
        names[row["author"]] = (row["name"], row["team"])
        attempts.append((
            row["name"], row["team"], row["author"], titles[row["exercise"]], row["attempt"], row["at"],
            states[row["state"]], total, row["maximum"], row["open"],
        ))  # fmt: skip
    overview = tuple(
        (*names[author], author, *(points.get(exercise) for exercise in exercises), _sum(points.values()))
        for author, points in people.items()
    )
    head = tuple(words.say(f"desk.book.{key}") for key in ("name", "team", "person"))
    tail = ("exercise", "attempt", "at", "state", "points", "maximum", "open")
    return (
        Table(
            words.say("desk.book.overview"),
            (*head, *(titles[exercise] for exercise in exercises), words.say("desk.book.sum")),
            overview,
        ),
        Table(
            words.say("desk.book.attempts"),
            (*head, *(words.say(f"desk.book.{key}") for key in tail)),
            tuple(attempts),
        ),
    )


def _sum(values: Iterable[Cell]) -> float:
    return round(sum(value for value in values if isinstance(value, int | float)), 2)


def to_csv(table: Table) -> bytes:
    """UTF-8 with a byte order mark, by which Excel knows the encoding; texts quoted, numbers bare."""
    out = io.StringIO(newline="")
    # Every text is quoted: where Excel splits at semicolons, a name with one could begin a cell of its own.
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    for row in (table.header, *table.rows):
        writer.writerow([harmless(cell) if isinstance(cell, str) else "" if cell is None else cell for cell in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", errors="replace")


def to_xlsx(sheets: Sequence[Table]) -> bytes:
    """A workbook with one sheet per table; no cell that came from a person holds a formula or a link."""
    import xlsxwriter  # heavy, and only wanted here

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#eef4f3", "text_wrap": True, "valign": "top"})
        for table in sheets:
            sheet = book.add_worksheet(table.title[:31])
            sheet.freeze_panes(1, 1)
            sheet.set_column(0, 2, 18)
            sheet.set_column(3, max(3, len(table.header) - 1), 16)
            for column, title in enumerate(table.header):
                sheet.write_string(0, column, title, head)
            for number, row in enumerate(table.rows, 1):
                for column, cell in enumerate(row):
                    if isinstance(cell, str):
                        sheet.write_string(number, column, cell)
                    elif cell is not None:
                        sheet.write_number(number, column, cell)
            sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.header) - 1)
    return out.getvalue()
