"""M45: what contacts cost per opportunity and per stage, and what came of the money."""

from datetime import date
from typing import Literal, NamedTuple

from sellkit.models.base import Judged
from sellkit.models.methods.table import Row, TableSheet


class ContactCost(NamedTuple):
    """The contacts of one opportunity or one stage.

    key      the opportunity's name or the stage's id; "" for contacts that name none
    done     contacts that took place; cost: what they cost together; unpriced: how many of them have no cost
    reached  how many are confirmed to have reached their aim; told: for how many it is known either way
    planned  contacts after the day of the sheet; what they will cost is in no sum yet
    """

    key: str
    done: int
    cost: float
    unpriced: int
    reached: int
    told: int
    planned: int = 0

    @property
    def per_aim(self) -> float | None:
        """Money for each aim that was reached; None while none was."""
        return self.cost / self.reached if self.reached else None

    @property
    def efficiency(self) -> float | None:
        """Of the contacts whose outcome is known, the share that reached their aim, 0–1; None while none is known."""
        return self.reached / self.told if self.told else None


def contact_cost(sheet: TableSheet, by: Literal["opportunity", "stage", "kind", "aim"]) -> tuple[ContactCost, ...]:
    """Contacts by a column of their table (it has `opportunity`, `stage`, `kind`, `aim`, `on`, `cost`, `reached`),
    what cost most first."""
    held: dict[str, list[Row]] = {}
    for row in sheet.rows:
        held.setdefault(" ".join(str(row.cells.get(by) or "").split()), []).append(row)
    found = [_of(key, rows, sheet.as_of) for key, rows in held.items()]
    return tuple(sorted(found, key=lambda each: (-each.cost, each.key)))


def _of(key: str, all_rows: list[Row], as_of: date | None) -> ContactCost:
    rows = [row for row in all_rows if not (as_of and isinstance(on := row.cells.get("on"), date) and on > as_of)]
    costs = [row.cells.get("cost") for row in rows]
    reached = [mark.settled for row in rows if isinstance(mark := row.cells.get("reached"), Judged)]
    return ContactCost(
        key=key,
        done=len(rows),
        cost=sum(cost for cost in costs if cost is not None),
        unpriced=costs.count(None),
        reached=reached.count(True),
        told=len([each for each in reached if each is not None]),
        planned=len(all_rows) - len(rows),
    )
