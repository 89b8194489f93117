"""What the register hands out: small frozen rows."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, NamedTuple

from sellkit.desk.points import Tally
from sellkit.training.grading import ScoreCard

State = Literal["to-judge", "judged", "released", "returned"]
STATES: tuple[State, ...] = ("to-judge", "judged", "released", "returned")


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a submission: its number in the register, and whether it was new."""

    id: int
    new: bool


@dataclass(frozen=True, slots=True)
class Judgement:
    """One assessor's word on one criterion. `level` is a share of the points, 0…1; None is a comment alone."""

    submission: int
    criterion: str
    assessor: str
    level: float | None
    comment: str
    at: str


@dataclass(frozen=True, slots=True)
class Release:
    """One step of a submission's way back to its author: released, returned for another attempt, or reopened."""

    submission: int
    state: Literal["released", "returned", "reopened"]
    note: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class StoredCard:
    """A score card as it was worked out, with the versions of rubric and key that it rests on."""

    submission: int
    rubric_version: str
    key_version: str
    card: ScoreCard
    graded_at: str


class Scored(NamedTuple):
    """A fresh score card on its way into the register, packed where it was worked out."""

    submission: int
    rubric_version: str
    key_version: str
    packed: str
    tally: Tally


def now() -> str:
    """This moment as the register writes it: UTC, fixed width, so that text order is time order."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
