"""The plan that the customer writes with us: each step to the signature, who does it, and where either may stop."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sellkit.documents.blocks import Block, Table, table
from sellkit.documents.plan.sheets import cell, columns
from sellkit.documents.plan.source import Source
from sellkit.models.methods.table import Column, TableSheet

PLACE = "methods/mutual-plan"
COLUMNS = ("step", "day", "theirs", "ours", "go-no-go", "result", "agreed", "done")


def blocks(source: Source) -> list[Block]:
    """The account's own plan, then that of each deal."""
    found: list[Block] = []
    own = source.sheet(PLACE, TableSheet)
    if own and own.rows:
        found.append(_table(source, own, source.speech.text(own.method.name)))
    return [*found, *_of_deals(source)]


def _of_deals(source: Source) -> Iterator[Block]:
    for deal, sheet in source.of_deals(PLACE, TableSheet):
        if sheet.rows:
            yield _table(source, sheet, source.speech.say("documents.plan.mutual-of", deal=deal.label))


def _table(source: Source, sheet: TableSheet, title: str) -> Table:
    shown = columns(sheet, COLUMNS)
    ordered = sorted(sheet.rows, key=lambda row: str(row.cells.get("day") or "9999"))
    rows = (tuple(_cell(source, column, row.cells) for column in shown) for row in ordered)
    return table(title, tuple(source.speech.text(column.name) for column in shown), rows)


def _cell(source: Source, column: Column, cells: Mapping[str, Any]) -> str:
    """A cell; the day of a step that should have been done says so."""
    told, day = cell(source, column, cells), cells.get("day")
    late = isinstance(day, date) and source.on is not None and day < source.on and not cells.get("done")
    return source.speech.say("documents.overdue", on=told) if column.id == "day" and late else told
