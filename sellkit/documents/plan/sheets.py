"""Sheets of tables (methods written as data) as tables of a document."""

from collections.abc import Mapping, Sequence
from typing import Any

from sellkit.documents.plan.source import Source
from sellkit.models.base import Judged
from sellkit.models.methods.table import Column, TableSheet


def columns(sheet: TableSheet, wanted: Sequence[str]) -> list[Column]:
    """The columns with these ids that the sheet's method has, in this order; a house method may have others."""
    by_id = {column.id: column for column in sheet.method.columns}
    return [by_id[id] for id in wanted if id in by_id]


def cell(source: Source, column: Column, cells: Mapping[str, Any]) -> str:
    """One cell in words: names for people and levels, and whether a judged one is confirmed."""
    speech, held = source.speech, cells.get(column.id)

    def told(value: Any) -> str:
        if column.levels is not None:
            return next((speech.text(level.name) for level in column.levels if level.id == value), str(value))
        if column.kind in ("person", "people"):
            return speech.people([value] if isinstance(value, str) else value)
        return speech.yes_no(value) if column.kind == "yes-no" else str(value)

    if isinstance(held, Judged):
        return speech.mark(held, told)
    return "" if held is None else told(held)
