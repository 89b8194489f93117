"""Tables of a sheet as Markdown: read as well in a notebook's file as on the screen."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from sellkit.models.base import Record, no_such
from sellkit.tables.cells import Reader
from sellkit.tables.labels import labels_of, names_of
from sellkit.tables.rows import rows_in
from sellkit.tables.spec import tables_for
from sellkit.training.words import Words


def table_of(record: Record, words: Words, wanted: str, columns: Sequence[str], people: Mapping[str, str]) -> str:
    """Some columns of one table of a sheet.

    people  names by id of people who stand outside of the sheet
    Raises ValueError for a table or a column that the sheet does not have.
    """
    tables = tables_for(record)
    rows = rows_in(record, tables)
    table = next((table for table in tables if table.id == wanted), None)
    if table is None:
        raise no_such(f"table {wanted!r} of {type(record).__name__}", rows)
    if missing := [id for id in columns if id not in table.by_id]:
        raise no_such(f"column {missing[0]!r} of {wanted!r}", table.by_id)
    names, reader = names_of(tables, rows, labels_of(people.items())), Reader(words.language)
    shown = [table.by_id[id] for id in columns]
    labels = {each.id: people if each.key else names.of(table, each.refers) for each in shown}  # rows known by a person
    return grid(
        [column.heading(words.language) for column in shown],
        [[reader.show(row[each.id], each, labels[each.id]) for each in shown] for row in rows[wanted]],
    )


def grid(heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """A Markdown table whose columns stand below each other also where nobody renders it."""
    cells = [[plain(_said(cell)) for cell in row] for row in (heads, *rows)]
    widths = [max(3, *map(_width, column)) for column in zip(*cells, strict=True)]
    lines = [" | ".join(_padded(cell, width) for cell, width in zip(row, widths, strict=True)) for row in cells]
    rule = " | ".join("-" * width for width in widths)
    return "\n".join(f"| {line} |" for line in (lines[0], rule, *lines[1:]))


def plain(text: str) -> str:
    """Text as Markdown that says just this text: no sign in it means anything else."""
    escaped = re.sub(r"([\\`*_\[\]<>|$~#])", r"\\\1", text)
    return escaped.replace("&", "&amp;").replace("\n", "<br>")


def _said(cell: Any) -> str:
    if isinstance(cell, float):
        return format(cell, ",.0f" if cell.is_integer() else ",.2f")
    return "" if cell is None else str(cell)


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - _width(cell))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
