"""M23: a state is seen by its signs, and no state in between is skipped."""

from collections.abc import Iterator

from sellkit.checks.registry import At, at, check
from sellkit.models.account.life_cycle import LifeCycle


@check("M23-transition-not-allowed", LifeCycle, "warning")
def transition_not_allowed(cycle: LifeCycle) -> Iterator[At]:
    """From one state to the next there is a way; where there is none, a state in between went unnoticed."""
    for move in cycle.moves():
        if not move.allowed:
            yield at(f"states/{move.now.id}/state")


@check("M23-state-without-sign", LifeCycle, "warning")
def state_without_sign(cycle: LifeCycle) -> Iterator[At]:
    """A state rests on signs that can be seen; a feeling is none."""
    for mark in cycle.states:
        if mark.state.known and not mark.signs:
            yield at(f"states/{mark.id}/signs")


@check("M23-state-undated", LifeCycle, "hint")
def state_undated(cycle: LifeCycle) -> Iterator[At]:
    """Of several states each has its day, or nobody can say which came first; told in one remark."""
    bare = [mark for mark in cycle.states if mark.state.known and mark.on is None]
    if len(cycle.states) > 1 and bare:
        yield at(f"states/{bare[0].id}/on", count=len(bare))
