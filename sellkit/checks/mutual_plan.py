"""M63: a plan that the customer shares, with every paper on its way to the signature."""

from collections.abc import Iterator
from datetime import date

from sellkit.checks.registry import At, at, check
from sellkit.models.base import Judged
from sellkit.models.methods.table import Row, TableSheet

METHOD = "mutual-plan"
# What lies on the way of the papers; an evaluation and a start need no list to be remembered.
PAPERS = ("procurement", "legal", "security", "budget", "signature")
BEGUN = 3  # steps from which a plan says something as a whole


@check("M63-papers-left-out", TableSheet, "warning")
def papers_left_out(sheet: TableSheet) -> Iterator[At]:
    """The plan leads to the signature, and papers on the way to it have no step; told in one remark."""
    kinds = {row.cells.get("kind") for row in _steps(sheet)}
    missing = [kind for kind in PAPERS if kind not in kinds]
    if missing and "signature" in kinds:
        levels = next(column.levels for column in sheet.method.columns if column.id == "kind") or ()
        yield at("rows", kinds=tuple(level.name for level in levels if level.id in missing))


@check("M63-paper-after-signature", TableSheet, "warning")
def paper_after_signature(sheet: TableSheet) -> Iterator[At]:
    """Purchasing, law, security and budget come before the signature; what comes later holds it up."""
    days = [day for row in _steps(sheet) if row.cells.get("kind") == "signature" and (day := _day(row))]
    for row in _steps(sheet) if days else ():
        day = _day(row)
        if row.cells.get("kind") in PAPERS[:-1] and day and day > max(days):
            yield at(f"rows/{row.id}/day", step=_name(row), on=day.isoformat(), signature=max(days).isoformat())


@check("M63-only-ours", TableSheet, "warning")
def only_ours(sheet: TableSheet) -> Iterator[At]:
    """Nobody at the customer's has agreed to any step: that is our plan, and no mutual one."""
    steps = _steps(sheet)
    agreed = [mark for row in steps if isinstance(mark := row.cells.get("agreed"), Judged) and mark.settled]
    if len(steps) >= BEGUN and not agreed:
        yield at(f"rows/{steps[0].id}/agreed", count=len(steps))


@check("M63-no-way-out", TableSheet, "hint")
def no_way_out(sheet: TableSheet) -> Iterator[At]:
    """At some step either side may stop without losing face."""
    steps = _steps(sheet)
    if len(steps) >= BEGUN and not any(row.cells.get("go-no-go") for row in steps):
        yield at(f"rows/{steps[0].id}/go-no-go", count=len(steps))


@check("M63-step-overdue", TableSheet, "warning")
def step_overdue(sheet: TableSheet) -> Iterator[At]:
    """The day of a step has passed and it is not done; told in one remark that leads to the first."""
    late = [row for row in _steps(sheet) if sheet.as_of and (day := _day(row)) and day < sheet.as_of]
    late = [row for row in late if not row.cells.get("done")]
    if late:
        yield at(f"rows/{late[0].id}/done", step=_name(late[0]), count=len(late))


def _steps(sheet: TableSheet) -> list[Row]:
    return [row for row in sheet.rows if row.cells] if sheet.method.id == METHOD else []


def _day(row: Row) -> date | None:
    day = row.cells.get("day")
    return day if isinstance(day, date) else None


def _name(row: Row) -> str:
    return str(row.cells.get("step") or "").strip() or row.id
