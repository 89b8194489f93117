"""M25: are we ourselves ready for large accounts? Whatever is missing becomes an action."""

from datetime import date
from typing import Self

from pydantic import model_validator

from sellkit.models.base import Id, Record, Rows, no_such
from sellkit.models.methods.checklist import ChecklistSheet


class AuditAction(Record):
    """What we do about one question of the audit: who does it, what, by when."""

    id: Id
    what: str = ""
    owner: str = ""
    by: date | None = None


class Readiness(Record):
    """How far we are: questions answered yes with evidence, those answered no, those still open.

    missing  every question answered no, evidence or not: an admission needs none
    unplanned  those of them for which no action is written
    """

    ready: int
    total: int
    missing: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    unplanned: tuple[str, ...] = ()


class ResourceAudit(Record):
    """Resource audit (大型客户资源审计): eleven questions on our own readiness, and an action for each no.

    actions  each has the id of the question it belongs to. Raises ValueError for a question that the audit lacks and
    for two actions on one question. Source: the resource audit of key-account literature.
    """

    audit: ChecklistSheet
    actions: Rows[AuditAction] = ()

    @model_validator(mode="after")
    def _fits_the_audit(self) -> Self:
        for action in self.actions:
            if action.id not in self.audit.method.items:
                raise no_such(f"item {action.id!r} in {self.audit.method.id}", self.audit.method.items)
        return self

    def readiness(self, on: date | None = None) -> Readiness:
        """Where we stand on a day (on the sheet's own, if no day is given)."""
        method = self.audit.method
        marks = {item: self.audit.mark(item, on=on).judged for item in method.items}
        met = [item for item, mark in marks.items() if method.meets(mark.settled)]
        missing = [item for item, mark in marks.items() if method.fails(mark.given)]
        planned = {action.id for action in self.actions if action.what.strip()}
        return Readiness(
            ready=len(met),
            total=len(marks),
            missing=tuple(missing),
            open=tuple(item for item in marks if item not in (*met, *missing)),
            unplanned=tuple(item for item in missing if item not in planned),
        )
