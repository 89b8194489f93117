"""M02: how far a person leans towards us, −3 … +3, inferred from what was seen."""

from collections.abc import Collection, Iterable
from typing import Literal, Self

from sellkit.models.base import Record
from sellkit.models.people.stakeholder import ATTITUDE_STEPS, Attitude, TendencyLevel
from sellkit.models.scale import Level, Scale

# The table between the two scales for the same thing.
ATTITUDE_OF: dict[int, Attitude] = {
    3: "sponsor",
    2: "supporter",
    1: "supporter",
    0: "neutral",
    -1: "non-supporter",
    -2: "opponent",
    -3: "opponent",
}


class Tendency(Record):
    """What the ticked signs amount to.

    level          −3 … +3; None while nothing was seen
    supporting     signs on the level's side; contradicting: all others
    contested      signs on both sides of zero: nothing may rest on this level yet
    find_out       signs to look for next, strongest first; `why` tells what they would settle:
                   nothing-seen (start here) · one-sign (one sign proves little) · contested (one side must be wrong)
                   · next-level (what would show one level more)
    Source: the seven levels of key-account courses in China; the rule of inference is ours.
    """

    level: TendencyLevel | None = None
    supporting: tuple[str, ...] = ()
    contradicting: tuple[str, ...] = ()
    contested: bool = False
    find_out: tuple[str, ...] = ()
    why: Literal["nothing-seen", "one-sign", "contested", "next-level"] = "nothing-seen"

    @classmethod
    def from_signs(cls, observed: Iterable[str], scale: Scale) -> Self:
        """Infer the level from observed sign ids.

        On each side of zero the strongest level counts that at least two signs reach; a single sign counts as one step,
        however strong it is, because anybody can be friendly once. Both sides pull against each other, and bystander's
        signs pull one step towards zero when they outnumber those of the stronger side.
        Raises ValueError for a sign the scale lacks.
        """
        value_of = {sign.id: level.value or 0 for level in scale.levels for sign in level.signs}
        seen = sorted(set(observed), key=lambda sign: (sign not in value_of, -abs(value_of.get(sign, 0)), sign))
        if stray := [sign for sign in seen if sign not in value_of]:
            raise ValueError(f"{scale.id} has no sign {stray[0]!r}")
        ahead = [value_of[sign] for sign in seen if value_of[sign] > 0]
        against = [-value_of[sign] for sign in seen if value_of[sign] < 0]
        if not seen:
            return cls(find_out=tuple(sign.id for sign in scale.level(0).signs))
        level = _reach(ahead) - _reach(against)
        if len(seen) - len(ahead) - len(against) > len(ahead if level > 0 else against):
            level -= _side(level)
        supporting = tuple(sign for sign in seen if _side(value_of[sign]) == _side(level))
        found = cls(
            level=level,
            supporting=supporting,
            contradicting=tuple(sign for sign in seen if sign not in supporting),
            contested=bool(ahead and against),
        )
        if found.contested:
            doubtful = [sign for sign in seen if value_of[sign]]
            strongest = {max(doubtful, key=lambda s: value_of[s]), min(doubtful, key=lambda s: value_of[s])}
            return found.changed(why="contested", find_out=tuple(sign for sign in seen if sign in strongest))
        if len(seen) == 1:
            return found.changed(why="one-sign", find_out=_unseen(scale.level(value_of[seen[0]]), seen))
        more = min(max(level + (_side(level) or 1), -3), 3)
        return found.changed(why="next-level", find_out=_unseen(scale.level(more), seen))


def steps_apart(attitude: Attitude, tendency: int) -> int:
    """How many attitudes lie between a marked attitude and the one that the tendency stands for."""
    return abs(ATTITUDE_STEPS[attitude] - ATTITUDE_STEPS[ATTITUDE_OF[tendency]])


def _reach(strengths: Collection[int]) -> int:
    """The strongest level that two signs reach; one sign alone carries one step."""
    return sorted(strengths)[-2] if len(strengths) > 1 else len(strengths)


def _side(value: int) -> int:
    return (value > 0) - (value < 0)


def _unseen(level: Level, seen: Collection[str]) -> tuple[str, ...]:
    return tuple(sign.id for sign in level.signs if sign.id not in seen)
