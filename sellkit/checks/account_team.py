"""M47: who of us does what for an account: responsibilities, lines from level to level, touch points."""

from collections.abc import Iterator
from typing import Any

from sellkit.checks.registry import At, at, check
from sellkit.models.base import Judged
from sellkit.models.methods.head import value_of
from sellkit.models.methods.table import Row, TableSheet

ANSWERS = ("accountable", "accountable-responsible")
DOES = ("responsible", "accountable-responsible")
BEGUN = 3  # rows from which a table says something as a whole


@check("M47-no-accountable", TableSheet, "error")
def no_accountable(sheet: TableSheet) -> Iterator[At]:
    """Somebody works on a task, and nobody answers for it."""
    for row, roles in _shared_out(sheet):
        if roles and not _who(roles, ANSWERS):
            yield at(f"rows/{row.id}", task=_task(row))


@check("M47-two-accountable", TableSheet, "error")
def two_accountable(sheet: TableSheet) -> Iterator[At]:
    """Where two answer for a task, nobody does."""
    for row, roles in _shared_out(sheet):
        if len(answering := _who(roles, ANSWERS)) > 1:
            yield at(f"rows/{row.id}/{answering[1]}", task=_task(row), count=len(answering))


@check("M47-nobody-responsible", TableSheet, "warning")
def nobody_responsible(sheet: TableSheet) -> Iterator[At]:
    """Somebody answers for a task, and nobody does it."""
    for row, roles in _shared_out(sheet):
        if _who(roles, ANSWERS) and not _who(roles, DOES):
            yield at(f"rows/{row.id}", task=_task(row))


@check("M47-one-answers-for-all", TableSheet, "warning")
def one_answers_for_all(sheet: TableSheet) -> Iterator[At]:
    """One role answers for every task: that is a team on paper only."""
    answering = [(row, each[0]) for row, roles in _shared_out(sheet) if (each := _who(roles, ANSWERS))]
    if len(answering) >= BEGUN and len({role for _, role in answering}) == 1:
        yield at(f"rows/{answering[0][0].id}/{answering[0][1]}", count=len(answering))


@check("M47-customer-asked-nothing", TableSheet, "hint")
def customer_asked_nothing(sheet: TableSheet) -> Iterator[At]:
    """Every task is shared out among us, and the customer has no part in any."""
    rows = [(row, roles) for row, roles in _shared_out(sheet) if roles]
    if len(rows) >= BEGUN and not any("customer" in roles for _, roles in rows):
        yield at(f"rows/{rows[0][0].id}/customer")


@check("M47-phase-without-touch", TableSheet, "warning")
def phase_without_touch(sheet: TableSheet) -> Iterator[At]:
    """The points where the customer meets us leave out the time before, during or after the sale."""
    if sheet.method.id == "touch-points":
        phases = [phase for row in sheet.rows if (phase := _cell(row, "phase"))]
        missing = {"before", "during", "after"} - set(phases)
        if len(phases) >= BEGUN and missing:
            yield at("rows", count=len(missing), points=len(phases))


@check("M47-below-their-level", TableSheet, "warning")
def below_their_level(sheet: TableSheet) -> Iterator[At]:
    """A person at the customer's is met only by people of ours who stand two levels lower."""
    best: dict[str, tuple[int, Row]] = {}
    for row in _lines(sheet):
        theirs, ours = _cell(row, "their-level"), _cell(row, "our-level")
        if theirs and ours:
            below = _height(sheet, "their-level", theirs) - _height(sheet, "our-level", ours)
            best[_cell(row, "theirs")] = min(best.get(_cell(row, "theirs"), (below, row)), (below, row), key=_first)
    for below, row in best.values():
        if below > 1:
            yield at(f"rows/{row.id}/ours", levels=below)


@check("M47-all-on-one-of-us", TableSheet, "warning")
def all_on_one_of_us(sheet: TableSheet) -> Iterator[At]:
    """Everybody at the customer's is looked after by the same one of us: when they go, the relation goes."""
    lines = [row for row in _lines(sheet) if _cell(row, "ours")]
    theirs, ours = ({_cell(row, column) for row in lines} for column in ("theirs", "ours"))
    if len(theirs) >= BEGUN and len(ours) == 1:
        yield at(f"rows/{lines[0].id}/ours", who=min(ours), count=len(theirs))


@check("M47-not-one-leads", TableSheet, "warning")
def not_one_leads(sheet: TableSheet) -> Iterator[At]:
    """The parts at the table are given out, and not exactly one of us leads the talks."""
    parts = [row for row in _lines(sheet) if _cell(row, "part")]
    leaders = {_cell(row, "ours") for row in parts if _cell(row, "part") == "leads"}
    if len(parts) >= BEGUN and len(leaders) != 1:
        yield at(f"rows/{parts[0].id}/part", count=len(leaders))


def _shared_out(sheet: TableSheet) -> Iterator[tuple[Row, dict[str, str]]]:
    """Each row of a table of responsibilities with who has which part in it."""
    if sheet.method.id == "raci":
        roles = [column.id for column in sheet.method.columns if column.kind == "level" and column.id != "step"]
        for row in sheet.rows:
            yield row, {role: part for role in roles if (part := _cell(row, role))}


def _lines(sheet: TableSheet) -> list[Row]:
    """The rows of a level-to-level map that name somebody at the customer's."""
    return [row for row in sheet.rows if _cell(row, "theirs")] if sheet.method.id == "level-to-level" else []


def _who(roles: dict[str, str], parts: tuple[str, ...]) -> list[str]:
    return [role for role, part in roles.items() if part in parts]


def _cell(row: Row, column: str) -> str:
    """What stands in a cell as text; "" for a blank and for "not known yet"."""
    cell: Any = row.cells.get(column)
    value = cell.given if isinstance(cell, Judged) else cell
    return "" if value is None else str(value).strip()


def _task(row: Row) -> str:
    return _cell(row, "task") or row.id


def _height(sheet: TableSheet, column: str, level: str) -> int:
    levels = next((each.levels for each in sheet.method.columns if each.id == column), None)
    return value_of(levels, level) if levels else 0


def _first(found: tuple[int, Row]) -> int:
    return found[0]
