"""M43: the elements of C136 and C139, and a deal's value, a string such as 1W2F6C, with its gates and its zone."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator

from sellkit.models.base import Record

Scheme = Literal["C136", "C139"]
Group = Literal["W", "F", "C"]
ElementId = Literal["w", "f1", "f2", "f3", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9"]
Gate = Literal["1W", "2F", "6C"]
Zone = Literal["loss", "swing", "win"]
CoachKind = Literal["relationship", "value-match", "resources"]

SCHEMES: tuple[Scheme, ...] = get_args(Scheme)
GROUPS: tuple[Group, ...] = get_args(Group)
ZONES: tuple[Zone, ...] = get_args(Zone)
# In the order in which they are worth winning: W, then F, then C.
_FIRSTS: tuple[ElementId, ...] = ("w", "f1", "f2", "f3")
ELEMENTS: Mapping[Scheme, tuple[ElementId, ...]] = {
    "C136": (*_FIRSTS, "c1", "c2", "c3", "c4", "c5", "c6"),
    "C139": (*_FIRSTS, "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9"),
}
# How many of a group pass its gate: six of six Clear in C136, six of nine in C139.
GATES: Mapping[Gate, int] = {"1W": 1, "2F": 2, "6C": 6}
# The zones as published: win from 1W1F6C up, loss from 0W2F6C down, swing between.
WIN_FROM, LOSS_TO = (1, 1, 6), (0, 2, 6)

# The kind of coach who can best tell whether an element holds.
COACH_FOR: Mapping[Scheme, Mapping[ElementId, CoachKind]] = {
    "C136": {
        "w": "relationship", "f1": "value-match", "f2": "relationship", "f3": "relationship", "c1": "relationship",
        "c2": "value-match", "c3": "relationship", "c4": "relationship", "c5": "resources", "c6": "value-match",
    },
    "C139": {
        "w": "relationship", "f1": "value-match", "f2": "relationship", "f3": "relationship", "c1": "resources",
        "c2": "relationship", "c3": "relationship", "c4": "relationship", "c5": "value-match", "c6": "relationship",
        "c7": "resources", "c8": "value-match", "c9": "value-match",
    },
}  # fmt: skip

_WRITTEN = re.compile(r"([01])W([0-3])F([0-9])C")


def group_of(element: ElementId) -> Group:
    """Clear (we know), First (they prefer us) or Win (the top has chosen)."""
    return {"w": "W", "f": "F", "c": "C"}[element[0]]  # type: ignore[return-value]


class ControlValue(Record):
    """How many elements of each group hold (控单力值). Written `1W2F6C`.

    wins    0–1: the top decision maker has chosen us, or actively helps
    firsts  0–3: how far those who decide put us first
    clears  0–6 in C136, 0–9 in C139: how much of the deal is clear to us
    Values are ordered by W, then F, then C, so one First outweighs all Clears. Raises ValueError for more elements than
    the scheme has. Source: the C139 and C136 methods of deal control; gates and zones as published there.
    """

    scheme: Scheme = "C139"
    wins: Annotated[int, Field(ge=0, le=1)] = 0
    firsts: Annotated[int, Field(ge=0, le=3)] = 0
    clears: Annotated[int, Field(ge=0, le=9)] = 0

    @model_validator(mode="after")
    def _within_the_scheme(self) -> Self:
        if self.clears > most_clears(self.scheme):
            raise ValueError(f"{self.scheme} has {most_clears(self.scheme)} Clear elements, not {self.clears}")
        return self

    @classmethod
    def of(cls, scheme: Scheme, held: Iterable[ElementId]) -> Self:
        """The value when these elements hold; what the scheme does not have is not counted."""
        groups = [group_of(element) for element in set(held) if element in ELEMENTS[scheme]]
        return cls(scheme=scheme, wins=groups.count("W"), firsts=groups.count("F"), clears=groups.count("C"))

    @classmethod
    def read(cls, written: str, scheme: Scheme) -> Self:
        """The value of a string such as `1W2F6C`. Raises ValueError for anything else."""
        found = _WRITTEN.fullmatch(written.strip().upper())
        if found is None:
            raise ValueError(f"{written[:20]!r} is no value of deal control; write it like 1W2F6C")
        wins, firsts, clears = map(int, found.groups())
        return cls(scheme=scheme, wins=wins, firsts=firsts, clears=clears)

    def __str__(self) -> str:
        return f"{self.wins}W{self.firsts}F{self.clears}C"

    @property
    def order(self) -> tuple[int, int, int]:
        """What values are compared by: W, then F, then C."""
        return (self.wins, self.firsts, self.clears)

    @property
    def zone(self) -> Zone:
        """Where the published method puts this value. A place on its scale, not a chance of this team."""
        if self.order >= WIN_FROM:
            return "win"
        return "loss" if self.order <= LOSS_TO else "swing"

    @property
    def passed(self) -> tuple[Gate, ...]:
        """The gates behind us."""
        return tuple(gate for gate, needed in GATES.items() if self._counted[gate] >= needed)

    @property
    def next_gate(self) -> Gate | None:
        """The gate to go for, in the order W, F, C; None when all three are passed."""
        return next((gate for gate in GATES if gate not in self.passed), None)

    def short_of(self, gate: Gate) -> int:
        """How many elements are missing at a gate; 0 once it is passed."""
        return max(0, GATES[gate] - self._counted[gate])

    @property
    def _counted(self) -> Mapping[Gate, int]:
        return {"1W": self.wins, "2F": self.firsts, "6C": self.clears}


def most_clears(scheme: Scheme) -> int:
    """How many Clear elements a scheme has."""
    return len(ELEMENTS[scheme]) - len(_FIRSTS)


def states(scheme: Scheme) -> Iterator[ControlValue]:
    """Every value that a scheme can show, lowest first: 56 in C136, 80 in C139."""
    for wins in (0, 1):
        for firsts in range(4):
            for clears in range(most_clears(scheme) + 1):
                yield ControlValue(scheme=scheme, wins=wins, firsts=firsts, clears=clears)
