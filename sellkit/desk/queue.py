"""The coach's queue: which answers wait, which are done, and who comes next.

Each question is one query over an index, so that 5,000 answers open as fast as fifty. The order is the order of
receipt, which is the order of the ids.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, exists, func, select

from sellkit.desk.records import STATES, State
from sellkit.desk.register import Register, folded
from sellkit.desk.schema import cards, submissions

PAGE = 50


@dataclass(frozen=True, slots=True)
class Filter:
    """What the queue shows; an empty field filters nothing. `text` is searched in names and teams."""

    exercise: str = ""
    team: str = ""
    state: State | Literal[""] = ""
    text: str = ""

    def conditions(self) -> list[ColumnElement[bool]]:
        c = submissions.c
        found: list[ColumnElement[bool]] = []
        if self.exercise:
            found.append(c.exercise == self.exercise)
        if self.team:
            found.append(c.team == self.team)
        if self.state:
            found.append(c.state == self.state)
        if self.text.strip():
            found.append(c.search.contains(folded(self.text.strip()), autoescape=True))
        return found


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One answer in the queue. `open` counts the criteria that still wait for an assessor; None is not scored yet."""

    id: int
    exercise: str
    author: str
    name: str
    team: str
    attempt: int
    at: str
    language: str
    state: State
    total: float | None
    maximum: float | None
    criteria: int | None
    open: int | None


@dataclass(frozen=True, slots=True)
class Progress:
    """How many answers are in each state, and in all."""

    by_state: dict[State, int]

    @property
    def all(self) -> int:
        return sum(self.by_state.values())

    @property
    def done(self) -> int:
        return self.by_state["released"] + self.by_state["returned"]


def _rows() -> Select[Any]:
    s, c = submissions.c, cards.c
    return select(
        s.id, s.exercise, s.author, s.name, s.team, s.attempt, s.at, s.language, s.state,
        c.total, c.maximum, c.criteria, c.open,
    ).select_from(submissions.outerjoin(cards, cards.c.submission == submissions.c.id))  # fmt: skip


def page(register: Register, filter: Filter, after: int = 0, limit: int = PAGE) -> list[QueueRow]:
    """The next `limit` answers with a number above `after`."""
    query = _rows().where(submissions.c.id > after, *filter.conditions()).order_by(submissions.c.id).limit(limit)
    return [QueueRow(**row) for row in register.all(query)]


def page_around(register: Register, filter: Filter, id: int, limit: int = PAGE) -> list[QueueRow]:
    """A page in which `id`, or the place where it would stand, has some answers before it."""
    c = submissions.c
    before = select(c.id).where(c.id < id, *filter.conditions()).order_by(c.id.desc()).limit(limit // 4)
    ids = [row["id"] for row in register.all(before)]
    return page(register, filter, after=min(ids) - 1 if ids else 0, limit=limit)


def page_before(register: Register, filter: Filter, id: int, limit: int = PAGE) -> int:
    """What `page` needs as `after` to show the answers just before `id`."""
    c = submissions.c
    ids = select(c.id).where(c.id < id, *filter.conditions()).order_by(c.id.desc()).limit(limit)
    found = [row["id"] for row in register.all(ids)]
    return found[-1] - 1 if found else 0


def neighbour(register: Register, filter: Filter, id: int, step: Literal[1, -1]) -> int | None:
    """The next (or previous) answer that the filter shows; None at the end."""
    c = submissions.c
    where, order = (c.id > id, c.id.asc()) if step == 1 else (c.id < id, c.id.desc())
    found = register.one(select(c.id).where(where, *filter.conditions()).order_by(order).limit(1))
    return None if found is None else int(found["id"])


def namesakes(register: Register, ids: Iterable[int]) -> set[int]:
    """Those of these answers whose author shares name and team with somebody else."""
    c, other = submissions.c, submissions.alias().c
    shared = exists().where(other.search == c.search, other.author != c.author)
    return {row["id"] for row in register.all(select(c.id).where(c.id.in_(list(ids)), shared))}


def progress(register: Register, filter: Filter) -> Progress:
    """How far the coaches are with the answers that the filter shows, whatever their state."""
    c = submissions.c
    of_all = Filter(exercise=filter.exercise, team=filter.team, text=filter.text)
    query = select(c.state, func.count().label("n")).where(*of_all.conditions()).group_by(c.state)
    counted = {row["state"]: row["n"] for row in register.all(query)}
    return Progress({state: counted.get(state, 0) for state in STATES})


def choices(register: Register) -> tuple[list[str], list[str]]:
    """The exercises and the teams that the register holds, for the filters."""
    c = submissions.c
    exercises = [row["exercise"] for row in register.all(select(c.exercise).distinct().order_by(c.exercise))]
    teams = [row["team"] for row in register.all(select(c.team).where(c.team != "").distinct().order_by(c.team))]
    return exercises, teams
