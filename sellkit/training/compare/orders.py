"""Which values of a field are a step apart, and where to claim too much costs more than to be wrong.

The scales of the house stand here by name; a method that is written as data brings its own levels.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from sellkit.models.methods.checklist import Checklist
from sellkit.models.methods.grid import Grid
from sellkit.models.methods.ladder import Ladder
from sellkit.training import methods


class Order(NamedTuple):
    """The step of each value, from low to high.

    ours  it says how we stand with somebody or how far we are: its top is a claim that costs more when it is not true
    """

    steps: Mapping[str, int]
    ours: bool = False

    @property
    def top(self) -> int:
        return max(self.steps.values())


OrderOf = Callable[[str], Order | None]


def rising(levels: Iterable[str], ours: bool = False) -> Order:
    """Levels that stand from the lowest to the highest."""
    return Order({level: step for step, level in enumerate(levels)}, ours)


HOUSE = {
    "adaptability": rising(("laggard", "conservative", "pragmatist", "visionary", "innovator")),
    "attitude": rising(("opponent", "non-supporter", "neutral", "supporter", "sponsor"), ours=True),
    "coverage": rising(("none", "brief", "multiple", "in-depth"), ours=True),
    "circle": rising(("outside", "structure", "inner")),
}
# Two steps apart: nothing lies between yes and no, so neither is nearly the other.
YES_NO = Order({"no": 0, "yes": 2}, ours=True)


def house_order(field: str) -> Order | None:
    """The order of a field by its last part, such as `goto/attitude`; None if its values stand in no order."""
    return HOUSE.get(field.rpartition("/")[2])


def orders_of(method_id: str | None) -> OrderOf:
    """The orders of an exercise's fields: those of its method, or the house's."""
    if method_id is None:
        return house_order
    method = methods.method(method_id)
    if isinstance(method, Checklist):
        own, rivals = (rising((level.id for level in method.levels), ours) for ours in (True, False))
        return lambda field: rivals if "/" in field else own
    if isinstance(method, Ladder):
        claimed = rising((rung.id for rung in method.rungs), ours=True)
        return lambda field: claimed if field == "claimed" else YES_NO
    if isinstance(method, Grid):
        axes = {side: rising(level.id for level in axis.levels) for side, axis in (("x", method.x), ("y", method.y))}
        return lambda field: axes.get(field.rpartition("/")[2])
    columns = {column.id: rising(level.id for level in column.levels) for column in method.columns if column.levels}
    return lambda field: columns.get(field.rpartition("/")[2])
