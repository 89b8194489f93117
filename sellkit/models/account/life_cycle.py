"""M23: where an account stands in its life with us, how it came there, and where it can go from here."""

from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple, get_args

from pydantic import Field

from sellkit.models.base import Id, Judged, Record, Rows

CycleState = Literal["potential", "new", "growing", "stable", "declining", "problem", "lost", "won-back"]
STATES: tuple[CycleState, ...] = get_args(CycleState)
# A way that is missing means that a state in between went unnoticed: nobody is lost from one day to the next, and
# whoever declined is stable before growing again.
WAYS: dict[CycleState, tuple[CycleState, ...]] = {
    "potential": ("new",),
    "new": ("growing", "stable", "problem", "lost"),
    "growing": ("stable", "declining", "problem"),
    "stable": ("growing", "declining", "problem"),
    "declining": ("stable", "problem", "lost"),
    "problem": ("stable", "declining", "lost"),
    "lost": ("won-back",),
    "won-back": ("growing", "stable", "problem", "lost"),
}


class StateMark(Record):
    """The state of an account from a day on, and the signs by which it was seen (ids of the scale `life-cycle`)."""

    id: Id
    state: Judged[CycleState] = Field(default_factory=Judged[CycleState])
    on: date | None = None
    signs: tuple[Id, ...] = ()
    note: str = ""


class Move(NamedTuple):
    """From one state to the next. `allowed` is False where a state in between is missing; to stay is no move."""

    was: StateMark
    now: StateMark
    allowed: bool


class LifeCycle(Record):
    """Life cycle of an account (客户生命周期): potential, new, growing, stable, declining, problem, lost, won back.

    Raises ValueError for two marks with one id. Source: a key-account course in China names the states; which moves are
    allowed is ours.
    """

    states: Rows[StateMark] = ()
    as_of: date | None = None

    @cached_property
    def history(self) -> tuple[StateMark, ...]:
        """States that are known, in order of time, up to the sheet's own day; an undated one stands first."""
        known = [mark for mark in self.states if mark.state.known and not self._later(mark)]
        return tuple(sorted(known, key=lambda mark: mark.on or date.min))

    @property
    def current(self) -> StateMark | None:
        """The last state that is confirmed; None if there is none."""
        return next((mark for mark in reversed(self.history) if mark.state.confirmed), None)

    @property
    def claimed(self) -> StateMark | None:
        """The last state that was given, confirmed or not."""
        return self.history[-1] if self.history else None

    def moves(self) -> tuple[Move, ...]:
        """Each change of state, in order of time."""
        return tuple(
            Move(was, now, now.state.given in ways_from(was.state.given))
            for was, now in pairwise(self.history)
            if was.state.given != now.state.given
        )

    def _later(self, mark: StateMark) -> bool:
        return self.as_of is not None and mark.on is not None and mark.on > self.as_of


def ways_from(state: CycleState | None) -> tuple[CycleState, ...]:
    """Where an account can go from a state; from nowhere, anywhere: it may be known late."""
    return STATES if state is None else WAYS[state]
