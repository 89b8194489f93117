"""The pages of a record: its sheets as forms, each list in its shape."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sellkit.interchange.forms import CROSSED, FORMS, MOST_ACROSS, RARE, SHARED, SORTED, Form, rows_beside
from sellkit.interchange.guides import guide
from sellkit.interchange.shapes.bands import bands
from sellkit.interchange.shapes.cross import Cross, Party
from sellkit.interchange.shapes.fields import Fields
from sellkit.interchange.shapes.rows import Rows
from sellkit.interchange.shapes.shape import Shape
from sellkit.models.base import Record
from sellkit.models.binder import Binder
from sellkit.models.methods.sheets import Method
from sellkit.tables.labels import Names
from sellkit.tables.rows import Row
from sellkit.tables.table import Table

Held = Mapping[str, Sequence[Row]]


@dataclass(frozen=True)
class Page:
    """One page: its blocks, one below the other, and the list or sheet after which it is named; `part` is added to
    that."""

    named: Table
    blocks: Sequence[Shape]
    part: str = ""


def pages(record: Record, tables: Sequence[Table], rows: Held, names: Names, every: bool) -> list[Page]:
    """The pages of a record in the order in which they are looked at."""
    found: list[Page] = []
    for path, held in _sheets(record, tables).items():
        single = next((table for table in held if table.single), None)
        head = [Fields(single, rows[single.id][0])] if single and not _on_cover(record, path) else []
        lists = [table for table in held if not table.single]
        made = list(_lists(record, path, lists, rows, names, every))
        if single is not None and head:
            first, *rest = made or [Page(single, ())]
            named = single if not made or _form(lists).named else first.named
            made = [Page(named, (*head, *first.blocks), first.part), *rest]
        found += made
    return found


def of_cover(record: Record, tables: Sequence[Table], rows: Held) -> Fields | None:
    """What a deal or an account says of itself."""
    own = next((table for table in tables if table.single and not table.path), None)
    return Fields(own, rows[own.id][0], cover=True) if own and _on_cover(record, ()) else None


def _on_cover(record: Record, path: tuple[str, ...]) -> bool:
    return not path and isinstance(record, Binder)


def _sheets(record: Record, tables: Sequence[Table]) -> dict[tuple[str, ...], list[Table]]:
    """The tables by the sheet to which they belong. Of an account the profile stands first: whoever opens it wants to
    know who they are."""
    by_id = {table.id: table for table in tables}
    found: dict[tuple[str, ...], list[Table]] = {}
    for table in tables:
        top = by_id[table.parents[0]] if table.parents else table
        path = table.path if table.single or _on_cover(record, top.path[:-1]) else top.path[:-1]
        found.setdefault(path, []).append(table)
    return dict(sorted(found.items(), key=lambda each: 0 if each[0] == () else 1 if each[0] == ("profile",) else 2))


def _form(lists: Sequence[Table]) -> Form:
    owner = next((table.owner.__name__ for table in lists if not table.parents), "")
    return FORMS.get(owner, Form((), named=False))


def _lists(
    record: Record, path: tuple[str, ...], lists: Sequence[Table], rows: Held, names: Names, every: bool
) -> Iterator[Page]:
    """The pages of the lists of one sheet."""
    form = _form(lists)
    by_name = {"/".join(table.path[len(path) :]): table for table in lists}
    together = [by_name[name] for name in form.lists if name in by_name]
    wanted = [table for table in together if _wanted(record, table, rows)]
    blocks = [block for table in wanted for block in _blocks(record, table, rows, names)]
    taken = {table.id for table in together}
    taken |= {beside.id for table in together if _crossed(table) and (beside := rows_beside(table, lists))}
    if blocks:
        yield Page(blocks[0].titled, blocks)
    for table in lists:
        rare = bool(RARE & {table.id, table.path[-1]})
        if table.id in taken or (rare and not every and not rows[table.id]):
            continue
        yield Page(table, _blocks(record, table, rows, names))
        if share := _share(table):
            yield Page(table, [Rows(table, rows[table.id], share=share)], part="tables.needs")


def _wanted(record: Record, table: Table, rows: Held) -> bool:
    """Rivals are asked for only where the method judges them."""
    judged = getattr(_method(record, table), "rivals", True)
    return table.path[-1] != "rivals" or bool(judged) or bool(rows[table.id])


def _blocks(record: Record, table: Table, rows: Held, names: Names) -> list[Shape]:
    """One list in its shape."""
    held, kind = rows[table.id], table.model.__name__
    if (by := SORTED.get(kind)) is not None:
        return list(bands(table, held, by))
    if _crossed(table) and (cross := _cross(record, table, rows, names)) is not None:
        return [cross]
    beside = rows_beside(table, names.tables) if _crossed(table) else None
    before: list[Shape] = [Rows(beside, rows[beside.id])] if beside else []
    asked = guide(record, table) if not _crossed(table) else None
    return [*before, Rows(table, held, asked, rest=_share(table), evidence=kind == "ControlElement")]


def _crossed(table: Table) -> bool:
    return table.model.__name__ in CROSSED and (not table.parents or len(table.parents) == 2)


def _share(table: Table) -> tuple[str, ...]:
    shared = SHARED.get(table.path[-1], ()) if not table.parents else ()
    return tuple(name for name in shared if name in table.by_id) if "tendency" in table.by_id else ()


def _cross(record: Record, table: Table, rows: Held, names: Names) -> Cross | None:
    """A list as a table, with the parties and days that it has; None if there are too many."""
    by, across = CROSSED[table.model.__name__]
    beside = rows_beside(table, names.tables)
    judges = bool(getattr(_method(record, table), "rivals", True))
    parties = _parties(table, rows, names, across, judges)
    if len(parties) > MOST_ACROSS:
        return None
    return Cross(
        table, rows[table.id], by, across, parties, spare=2 if judges else 1,
        rows=beside, beside=rows[beside.id] if beside else (), guide=guide(record, table),
    )  # fmt: skip


def _parties(table: Table, rows: Held, names: Names, across: Sequence[str], judges: bool) -> list[Party]:
    """Everybody on every day that was judged, day by day: us first, then the rivals."""
    column = table.by_id[across[0]]
    target = names.target(table, column.refers)
    listed = [*column.beside, *(row["id"] for row in rows[target.id])] if target and judges else [*column.beside]
    held = [tuple(row[id] for id in across) for row in rows[table.id]]
    everybody = list(dict.fromkeys([*listed, *(party for party, *_ in held)]))
    days: list[date | None] = list(dict.fromkeys(day for _, *rest in held for day in rest)) or [None]
    days.sort(key=lambda day: day or date.min)
    return [(party, day)[: len(across)] for day in days for party in everybody]


def _method(record: Record, table: Table) -> Method | None:
    if isinstance(record, Binder):
        return record.methods[table.path[1]].method if table.path[0] == "methods" else None
    return getattr(record, "method", None)
