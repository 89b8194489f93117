"""How the tables of a sheet lie in a workbook: a cover with all plain fields, then a page for each list.

Every page carries, in a hidden first row and column, the ids by which it is found again when it was renamed, when
columns were moved, and whatever language its headings are in:

    row 1 (hidden)   the page's mark, then the id of each column
    row 2            the title
    row 3            the headings; data from row 4 on
    column A         hidden: on the cover table and id of the field, on a list `+` beside a row that is only offered
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sellkit.models.base import Record
from sellkit.models.binder import Binder
from sellkit.models.control.deal_control import DealControl
from sellkit.models.control.value import ELEMENTS
from sellkit.models.methods.checklist import Checklist
from sellkit.models.methods.head import US
from sellkit.models.methods.ladder import Ladder
from sellkit.models.methods.sheets import Method
from sellkit.models.text import Text
from sellkit.tables.columns import Column
from sellkit.tables.rows import Row
from sellkit.tables.table import Table
from sellkit.training.deal_control import elements

MARK = "sellkit|"
COVER = "cover"
LISTS = "lists"
OFFERED = "+"
ABOUT = "~"  # a column that only explains; it is not read
HELD = "~held"  # on the cover: a row that names a deal of the account
# On the cover: the field's value, and beside it what a judged one rests on.
VALUE = "value"
PARTS = ("confidence", "witness", "on", "note", "cites")
ABOUT_WIDTH = 44
# Rows below the last one that are ready to be filled in.
SPARE = 300
IDS, TITLE, HEAD, FIRST = 0, 1, 2, 3  # rows, counted from 0

# Lists that most deals leave empty: they get a page when something stands in them, or when everything is asked for.
RARE = frozenset({"earlier_needs", "pain_chain/people", "differences", "people/rivals", "success_factors/rivals"})


@dataclass(frozen=True)
class Page:
    """One list on a page of its own: its rows, and rows that it offers to be filled in, each with what it is about."""

    table: Table
    rows: Sequence[Row]
    offered: Sequence[Row] = ()
    about: Mapping[str, Text] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.table.columns

    def about_row(self, row: Row) -> Text | None:
        """What the row asks, where the page has something to say about it."""
        return self.about.get(str(row.get(_about_by(self.table))))


def pages(record: Record, tables: Sequence[Table], rows: Mapping[str, Sequence[Row]], every: bool) -> tuple[Page, ...]:
    """The lists of a record in the order in which they are looked at."""
    found = []
    for table in in_order(tables):
        rare = bool(RARE & {table.id, table.path[-1] if table.path else ""})
        if table.single or (rare and not every and not rows[table.id]):
            continue
        offered, about = _offers(record, table, rows[table.id])
        found.append(Page(table, rows[table.id], offered, about))
    return tuple(found)


def in_order(tables: Sequence[Table]) -> list[Table]:
    """Of an account the profile stands first: whoever opens it wants to know who they are."""
    return sorted(tables, key=lambda table: 0 if not table.path else 1 if table.path[0] == "profile" else 2)


def width(column: Column) -> int:
    """How wide a column is, in characters."""
    if column.key:
        return 9 if column.holds.kind == "whole" else 18
    if column.id == "id" and not column.refers:
        return 12
    if column.evidence:
        return {"cites": 16, "confidence": 12, "on": 12}.get(column.path[-1], 26)
    if column.holds.many or (column.holds.kind == "text" and column.field not in _SHORT):
        return 30
    return 20 if column.options and column.holds.kind != "yes-no" else _WIDTHS.get(column.holds.kind, 18)


def lines_of(text: str, wide: int) -> int:
    """In how many lines a text stands in a column so wide; a Chinese character is as wide as two letters."""
    lines = (sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line) for line in text.split("\n"))
    return min(20, sum(1 + max(0, length - 1) // wide for length in lines))


_WIDTHS = {"date": 12, "number": 14, "whole": 10, "yes-no": 15}
_SHORT = frozenset({"name", "title", "department", "owner", "role", "seller", "currency", "unit", "witness"})


def _offers(record: Record, table: Table, rows: Sequence[Row]) -> tuple[list[Row], dict[str, Text]]:
    """What a list offers: every element of deal control, every item of a checklist, every outcome of a ladder."""
    name = table.path[-1]
    if name == "elements" and len(table.path) < 3 and (sheet := _control(record)) is not None:
        texts = elements(sheet.scheme)
        there = {row["id"] for row in rows}
        return [{"id": id} for id in ELEMENTS[sheet.scheme] if id not in there], {
            id: _joined(text.name, text.asks) for id, text in texts.items()
        }
    method = _method(record, table)
    if isinstance(method, Checklist) and name == "marks":
        there = {row["item"] for row in rows if row.get("party") == US}
        offered = [{"item": id, "party": US} for id in method.items if id not in there]
        return offered, {id: item.asks for id, item in method.items.items()}
    if isinstance(method, Ladder) and name == "outcomes":
        there = {row["key"] for row in rows}
        return [{"key": id} for id in method.rung_of if id not in there], {
            id: rung.name for id, rung in method.rung_of.items()
        }
    return [], {}


def _about_by(table: Table) -> str:
    return {"elements": "id", "marks": "item", "outcomes": "key"}.get(table.path[-1], "")


def _control(record: Record) -> DealControl | None:
    held: Any = record if isinstance(record, DealControl) else getattr(record, "control", None)
    return held if isinstance(held, DealControl) else None


def _method(record: Record, table: Table) -> Method | None:
    if isinstance(record, Binder) and table.path[0] == "methods":
        return record.methods[table.path[1]].method
    return getattr(record, "method", None)


def _joined(name: Text, asks: Text) -> Text:
    return Text(zh=f"{name.zh}：{asks.zh}", en=f"{name.en}: {asks.en}")


def sheet_titles(names: Sequence[str]) -> list[str]:
    """Names that a workbook can hold: without the signs that are forbidden there, at most 31 signs, no two alike."""
    found: list[str] = []
    for name in names:
        plain = "".join("·" if char in "[]:*?/\\" else char for char in name).strip("'") or "–"
        title, number = plain[:31], 2
        while title.casefold() in {each.casefold() for each in found}:
            end = f" {number}"
            title, number = plain[: 31 - len(end)] + end, number + 1
        found.append(title)
    return found


def letter(column: int) -> str:
    """The letters of a column, counted from 0: A, B … AA."""
    letters, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
