"""M45: what contacts cost per opportunity and per stage, and what came of the money."""

from typing import Literal, NamedTuple

from sellkit.models.base import Judged
from sellkit.models.methods.table import Row, TableSheet


class ContactCost(NamedTuple):
    """The contacts of one opportunity or one stage.

    key      the opportunity's name or the stage's id; "" for contacts that name none
    done     contacts; cost: what they cost together; unpriced: how many of them have no cost
    reached  how many are confirmed to have reached their aim; told: for how many it is known either way
    """

    key: str
    done: int
    cost: float
    unpriced: int
    reached: int
    told: int

    @property
    def per_aim(self) -> float | None:
        """Money for each aim that was reached; None while none was."""
        return self.cost / self.reached if self.reached else None

    @property
    def efficiency(self) -> float | None:
        """Of the contacts whose outcome is known, the share that reached their aim, 0–1; None while none is known."""
        return self.reached / self.told if self.told else None


def contact_cost(sheet: TableSheet, by: Literal["opportunity", "stage", "kind", "aim"]) -> tuple[ContactCost, ...]:
    """The contacts of a table (columns `opportunity`, `stage`, `kind`, `aim`, `cost`, `reached`) by one of its columns,
    what cost most first."""
    held: dict[str, list[Row]] = {}
    for row in sheet.rows:
        held.setdefault(" ".join(str(row.cells.get(by) or "").split()), []).append(row)
    found = [_of(key, rows) for key, rows in held.items()]
    return tuple(sorted(found, key=lambda each: (-each.cost, each.key)))


def _of(key: str, rows: list[Row]) -> ContactCost:
    costs = [row.cells.get("cost") for row in rows]
    reached = [mark.settled for row in rows if isinstance(mark := row.cells.get("reached"), Judged)]
    return ContactCost(
        key=key,
        done=len(rows),
        cost=sum(cost for cost in costs if cost is not None),
        unpriced=costs.count(None),
        reached=reached.count(True),
        told=len([each for each in reached if each is not None]),
    )
