"""M13: what headquarters controls says how a group is run, and so where its decisions fall."""

from collections.abc import Collection
from itertools import combinations
from typing import Literal, NamedTuple, get_args

from sellkit.models.base import Record

Power = Literal["money", "people", "strategy", "key-business", "operations"]
POWERS: tuple[Power, ...] = get_args(Power)
ControlMode = Literal["financial", "strategic", "operational"]


class _Needs(NamedTuple):
    """What headquarters controls in a mode: always, and perhaps."""

    always: frozenset[Power]
    perhaps: frozenset[Power] = frozenset()


_BETWEEN: frozenset[Power] = frozenset({"strategy", "key-business"})
MODES: dict[ControlMode, _Needs] = {
    "financial": _Needs(frozenset({"money"})),
    "strategic": _Needs(frozenset({"money", "people"}), _BETWEEN),
    "operational": _Needs(frozenset({"money", "people", "operations"}), _BETWEEN),
}


class ControlReading(Record):
    """What the powers of headquarters amount to.

    mode     financial 财务管控, strategic 战略管控, operational 运营管控; None while it is unclear
    nearest  the modes that fit best while it is unclear, the loosest first; several if they fit equally well
    missing  powers that headquarters would have to hold for the first of the nearest; besides: what it should not hold
    open     powers that nobody has looked at and on which the mode depends
    """

    mode: ControlMode | None = None
    nearest: tuple[ControlMode, ...] = ()
    missing: tuple[Power, ...] = ()
    besides: tuple[Power, ...] = ()
    open: tuple[Power, ...] = ()


def control_mode(controls: Collection[Power], open: Collection[Power] = ()) -> ControlReading:
    """The control mode (管控模式) that follows from what headquarters controls; the rest is left to the subsidiaries.

    open  what is not known yet: the mode is only told if it stays the same however that turns out
    Money alone is financial control; with people it is strategic, with or without strategy and key business; with
    people and operations it is operational. Everything else is unclear.
    Source: a key-account course in China; how the nearest is found is ours.
    """
    held = frozenset(controls)
    unknown = [power for power in POWERS if power in set(open) - held]
    ways = [held | set(some) for count in range(len(unknown) + 1) for some in combinations(unknown, count)]
    modes = {_mode(way) for way in ways}
    if len(modes) == 1 and (mode := next(iter(modes))) is not None:
        return ControlReading(mode=mode)
    best = min(map(_distance, MODES, [held] * len(MODES)))
    nearest = tuple(mode for mode in MODES if held and _distance(mode, held) == best)
    asked = [power for power in unknown if any(_mode(way | {power}) != _mode(way - {power}) for way in ways)]
    needs = MODES[nearest[0]] if nearest else _Needs(held, held)
    return ControlReading(
        nearest=nearest,
        missing=tuple(power for power in POWERS if power in needs.always - held),
        besides=tuple(power for power in POWERS if power in held - needs.always - needs.perhaps),
        open=tuple(asked),
    )


def against(mode: ControlMode, controls: Collection[Power], leaves: Collection[Power]) -> tuple[Power, ...]:
    """The powers that speak against a mode: it needs them and headquarters `leaves` them to the subsidiaries, or
    headquarters holds them and should not. While none does, the mode is still possible."""
    needs = MODES[mode]
    lacking = needs.always & frozenset(leaves)
    return tuple(
        power
        for power in POWERS
        if power in lacking or (power in controls and power not in needs.always and power not in needs.perhaps)
    )


def _mode(held: frozenset[Power]) -> ControlMode | None:
    return next((mode for mode in MODES if not _distance(mode, held)), None)


def _distance(mode: ControlMode, held: frozenset[Power]) -> int:
    """How many powers would have to change hands for this mode."""
    needs = MODES[mode]
    return len(needs.always - held) + len(held - needs.always - needs.perhaps)
