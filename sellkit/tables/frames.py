"""Sheets as pandas data frames, and back without loss.

    frame(deal.people, words)                       # the sheet's main table, with headings in the reader's language
    frames(deal, words)                             # every table of it, by name
    from_frames(Stakeholders, changed, words)       # the record again, or TablesRefused with every fault
    changes_frame(difference(march, april), words)  # what changed between two sheets, or what would follow
    questions_frame(deal.people, words)             # what does not count yet, and whom to ask about it

Without `words` the headings are the columns' ids and levels, people and days are plain values: for a program.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from sellkit.checks.what_if import WhatIf
from sellkit.models.base import Record, no_such
from sellkit.models.change import Difference
from sellkit.models.methods.sheets import Method
from sellkit.tables.building import record_of
from sellkit.tables.cells import Reader
from sellkit.tables.changes import changes_rows
from sellkit.tables.columns import Column
from sellkit.tables.errors import TableError, TablesRefused
from sellkit.tables.framelines import Where, currency_of, lines_in, methods_of
from sellkit.tables.labels import Labels, Names, labels_of, names_of
from sellkit.tables.lines import Line
from sellkit.tables.nested import Path
from sellkit.tables.questions import questions_rows
from sellkit.tables.rows import rows_in
from sellkit.tables.spec import methods_within, tables_for, tables_of
from sellkit.tables.table import SHEET, Table
from sellkit.training.words import Words

if TYPE_CHECKING:
    from pandas import DataFrame

R = TypeVar("R", bound=Record)


def frames(
    record: Record, words: Words | None = None, *, evidence: bool = True, people: Mapping[str, str] | None = None
) -> "dict[str, DataFrame]":
    """Every table of a sheet as a data frame, by the table's id: `sheet` holds the plain fields, the others are lists.

    words     the reader's; levels are shown by name (read back by name or id), people by name
    evidence  with the columns of what each mark rests on; without them the way back loses it
    people    names by id of people who stand outside of the sheet
    """
    tables = tables_for(record)
    rows = rows_in(record, tables)
    names = names_of(tables, rows, labels_of(people.items()) if people else None)
    reader = Reader(words.language if words else None)
    return {table.id: _frame(table, rows[table.id], names, reader, evidence) for table in tables}


def frame(
    record: Record, words: Words | None = None, *, table: str = "", evidence: bool = False,
    people: Mapping[str, str] | None = None,
) -> "DataFrame":  # fmt: skip
    """One table of a sheet, for reading: the list that the sheet is about, or the one that is named.

    Raises ValueError for a table that the sheet does not have.
    """
    found = frames(record, words, evidence=evidence, people=people)
    lists = [id for id in found if id != SHEET]
    wanted = table or (type(record).MAIN if type(record).MAIN in found else next(iter(lists or found)))
    if wanted not in found:
        raise no_such(f"table {wanted!r} of {type(record).__name__}", found)
    return found[wanted]


def from_frames(
    model: type[R], frames: "Mapping[str, DataFrame]", words: Words | None = None, *,
    method: Method | None = None, methods: Mapping[str, Method] | None = None, people: Mapping[str, str] | None = None,
) -> R:  # fmt: skip
    """The record that data frames hold, as `frames` made them and a person changed them.

    Columns are known by heading (in any language) or id, in any order; tables and columns that are missing are blank.
    method, methods  what the sheets follow, by id; left out, they are looked up by the id that stands in the sheet
    Raises TablesRefused with every fault by table, row and column.
    """
    method, methods, faults = methods_of(model, frames, method, methods or {})
    tables = tables_of(model, method, methods)
    where = Where(words)
    lines: dict[str, list[Line]] = {}
    known = {table.id: table for table in tables}
    for id, held in frames.items():
        if id not in known:
            faults.append(TableError("table-unknown", place=str(id), allowed=", ".join(known)))
            continue
        lines[id], wrong = lines_in(known[id], held, where)
        faults += wrong
    given: dict[Path, Any] = {("method",): method} if method else {}
    above = () if methods_within(model) else ("methods",)
    for id, each in methods.items():
        given |= {(*above, id, "method"): each, (*above, id, "kind"): each.kind}
    labels: Labels = labels_of(people.items()) if people else {}
    reader = Reader(words.language if words else None, currency_of(lines))
    if faults:
        raise TablesRefused(faults)
    return record_of(model, tables, lines, reader, where, given=given, people=labels)


def _frame(table: Table, rows: Any, names: Names, reader: Reader, evidence: bool) -> "DataFrame":
    import pandas as pd

    columns = [column for column in table.columns if evidence or not column.evidence]
    labels = {column.id: names.of(table, column.refers) if column.refers else {} for column in columns}
    return pd.DataFrame({
        column.heading(reader.language) if reader.language else column.id: _series(
            [reader.show(row[column.id], column, labels[column.id]) for row in rows], column, reader.language
        )
        for column in columns
    })  # fmt: skip


def _series(cells: list[Any], column: Column, language: str | None) -> Any:
    """A column in the type that suits it best; as objects where a word such as "not known yet" stands among numbers."""
    import pandas as pd

    held = [cell for cell in cells if cell is not None]
    if column.options is not None and language and not column.holds.many:
        offered = column.options.labels(language)
        others = dict.fromkeys(cell for cell in held if cell not in offered)
        return pd.Categorical(cells, categories=[*offered, *others])
    found = None if column.holds.many else _DTYPES.get(column.holds.kind)
    if found is None or not all(found.fits(cell) for cell in held):
        return pd.Series(cells, dtype=object)
    return pd.Series(cells, dtype=object).astype(found.dtype)


class _Dtype(NamedTuple):
    dtype: str
    fits: Callable[[Any], bool]


_DTYPES: Mapping[str, _Dtype] = {
    "date": _Dtype("datetime64[s]", lambda cell: type(cell) is date),
    "whole": _Dtype("Int64", lambda cell: type(cell) is int and abs(cell) < 2**53),
    "number": _Dtype("Float64", lambda cell: type(cell) is float),
    "yes-no": _Dtype("boolean", lambda cell: type(cell) is bool),
}


def changes_frame(found: Difference | WhatIf, words: Words, *, of: Record | None = None) -> "DataFrame":
    """A difference or a what-if as a table to read; `of` is the later sheet, or the deal, that knows all names."""
    import pandas as pd

    heads, rows = changes_rows(found, words, of=of)
    return pd.DataFrame(rows, columns=list(heads))


def questions_frame(record: Record, words: Words) -> "DataFrame":
    """The open questions of a sheet or a deal: whom to ask, what to ask, and what stands there so far."""
    import pandas as pd

    heads, rows = questions_rows(record, words)
    return pd.DataFrame(rows, columns=list(heads))
