"""Compare what came in with its key, one answer at a time or thousands on all cores.

Every answer gets its own result: one that cannot be scored stops nobody else's. Cards are stored in small batches, so
a run that was cut off goes on where it stood.
"""

import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context
from typing import NamedTuple

from pydantic_core import from_json
from sqlalchemy import select

from sellkit.desk.packing import Packer
from sellkit.desk.points import tally
from sellkit.desk.records import Scored
from sellkit.desk.register import WAITING, Register
from sellkit.desk.schema import among, cards, submissions
from sellkit.errors import SellkitError
from sellkit.training import shelf
from sellkit.training.answer import Answers
from sellkit.training.exercise import Exercise
from sellkit.training.grading import CriterionScore, ScoreCard, grade
from sellkit.training.refusals import NoKey

BATCH = 200
NO_KEY = "none"

Progress = Callable[[int, int], None]
Result = Scored | tuple[int, SellkitError]


class Batch(NamedTuple):
    """What became of a batch, and what its cards name of the keys."""

    results: list[Result]
    said: Mapping[str, str]


@dataclass(slots=True)
class ScoringReport:
    """How many were compared with a key, how many await judgement by hand, and which failed with what error."""

    compared: int = 0
    by_hand: int = 0
    failed: list[tuple[int, SellkitError]] = field(default_factory=list)


def waiting(register: Register) -> list[int]:
    """The numbers of the submissions that have no score card yet."""
    query = (
        select(submissions.c.id)
        .select_from(submissions.outerjoin(cards, cards.c.submission == submissions.c.id))
        .where(cards.c.submission.is_(None))
        .order_by(submissions.c.id)
    )
    return register.ids(query)


def unreleased(register: Register) -> list[int]:
    """The numbers of the submissions that can be scored anew: nothing of them is in the trainee's hands."""
    return register.ids(select(submissions.c.id).where(submissions.c.state.in_(WAITING)).order_by(submissions.c.id))


def score(
    register: Register, ids: Iterable[int] | None = None, processes: int = 1, progress: Progress | None = None
) -> ScoringReport:
    """Work out and keep the cards of `ids`, or of all that have none. Judgements already given stay and count on.

    `processes` above 1 spreads the work; `progress(done, of)` is called after each batch.
    """
    chosen = waiting(register) if ids is None else list(ids)
    report = ScoringReport()
    done = 0
    for results, said in _in_batches(register, chosen, processes):
        register.store_cards([item for item in results if isinstance(item, Scored)], said)
        for item in results:
            if not isinstance(item, Scored):
                report.failed.append(item)
            elif item.key_version == NO_KEY:
                report.by_hand += 1
            else:
                report.compared += 1
        done += len(results)
        if progress is not None:
            progress(done, len(chosen))
    return report


def scored(id: int, exercise_id: str, answers: Answers, packer: Packer) -> Scored:
    """The card of one submission. Pure but for reading key and rubric; raises `SellkitError` if it cannot be scored."""
    exercise = shelf.exercise(exercise_id)
    try:
        key = shelf.key(exercise_id)
    except NoKey:
        card = by_hand(exercise)
        version = NO_KEY
    else:
        card = grade(answers, key, exercise)
        version = f"case {key.case_version}, rubric {key.rubric_version}"
    return Scored(id, str(exercise.rubric.version), version, packer.pack(card), tally(card, ()))


def by_hand(exercise: Exercise) -> ScoreCard:
    """A card on which everything waits for an assessor: no key is on this machine."""
    criteria = tuple(
        CriterionScore(id=criterion.id, points=None, maximum=criterion.weight) for criterion in exercise.rubric.criteria
    )
    return ScoreCard(
        exercise=exercise.id,
        case_version=shelf.case(exercise.case_id).version,
        rubric_version=exercise.rubric.version,
        total=0.0,
        maximum=round(sum(criterion.maximum for criterion in criteria), 2),
        criteria=criteria,
    )


def _loaded(register: Register, ids: Sequence[int]) -> Iterator[list[tuple[int, str]]]:
    remaining = iter(ids)
    while batch := list(islice(remaining, BATCH)):
        query = select(submissions.c.id, submissions.c.json).where(among(submissions.c.id, batch))
        yield [(row["id"], row["json"]) for row in register.all(query)]


def _in_batches(register: Register, ids: Sequence[int], processes: int) -> Iterator[Batch]:
    processes = min(processes, -(-len(ids) // BATCH))
    if processes <= 1:
        yield from map(_score_batch, _loaded(register, ids))
        return
    register.close()  # no process may share another's connection
    with ProcessPoolExecutor(processes, mp_context=get_context(_way_to_start())) as pool:
        pool.submit(_ready).result()  # all have started before we are connected again
        running: deque[Future[Batch]] = deque()
        for batch in _loaded(register, ids):
            running.append(pool.submit(_score_batch, batch))
            if len(running) > 2 * processes:  # enough to keep all busy, few enough to hold in memory
                yield running.popleft().result()
        while running:
            yield running.popleft().result()


def _way_to_start() -> str:
    """Copies of this process start at once, but a copy knows nothing of a thread that held a lock; and macOS's own
    libraries do not bear being copied. Fresh processes can be had everywhere, and take a second."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def _ready() -> None:
    """Nothing to do: the first task makes the pool start its processes."""


def _score_batch(batch: list[tuple[int, str]]) -> Batch:
    packer = Packer()
    return Batch([_score_one(id, json, packer) for id, json in batch], packer.said)


def _score_one(id: int, json: str, packer: Packer) -> Result:
    try:
        parts = from_json(json)  # it was checked when it came in
        return scored(id, parts["exercise"], parts["answers"], packer)
    except SellkitError as error:
        return id, error
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one answer, the others still get their points
        return id, SellkitError("desk-not-scored", place=str(id), reason=type(error).__name__)
