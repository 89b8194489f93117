"""M28: how has a team been going at the wall around an account, and where does that lead?"""

from collections.abc import Iterable
from typing import NamedTuple

from sellkit.models.scale import Scale


class WallHabit(NamedTuple):
    """What the ticked signs say about the team's habit.

    way     the way with the most signs; None without signs or if several lead
    tied    the ways that lead together
    counts  signs ticked per way, all ways of the scale
    """

    way: str | None
    tied: tuple[str, ...]
    counts: dict[str, int]


def wall_habit(observed: Iterable[str], scale: Scale) -> WallHabit:
    """Count the ticked signs of each way: ram 撞墙, climb 翻墙, go round 绕墙, break through 破壁. The scale says what
    each predicts. Raises ValueError for a sign the scale lacks."""
    signs = tuple(observed)
    leading = scale.most_seen(signs)
    tied = leading if len(leading) > 1 else ()
    return WallHabit(leading[0] if len(leading) == 1 else None, tied, scale.seen(signs))
