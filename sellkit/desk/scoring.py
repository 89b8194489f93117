"""Compare what came in with its key, one answer at a time or thousands on all cores.

Every answer gets its own result: one that cannot be scored stops nobody else's. Cards are stored in small batches, so
a run that was cut off goes on where it stood.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context

from sqlalchemy import select

from sellkit.desk.points import tally
from sellkit.desk.records import Scored
from sellkit.desk.register import Register
from sellkit.desk.schema import cards, submissions
from sellkit.errors import SellkitError
from sellkit.training import shelf
from sellkit.training.exercise import Exercise
from sellkit.training.grading import CriterionScore, ScoreCard, grade
from sellkit.training.refusals import NoKey
from sellkit.training.submission import Submission

BATCH = 200
NO_KEY = "none"

Progress = Callable[[int, int], None]
Result = Scored | tuple[int, SellkitError]


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
    return [row["id"] for row in register.all(query)]


def score(
    register: Register, ids: Iterable[int] | None = None, processes: int = 1, progress: Progress | None = None
) -> ScoringReport:
    """Work out and keep the cards of `ids`, or of all that have none. Judgements already given stay and count on.

    `processes` above 1 spreads the work; `progress(done, of)` is called after each batch.
    """
    chosen = waiting(register) if ids is None else list(ids)
    report = ScoringReport()
    done = 0
    for results in _in_batches(_loaded(register, chosen), processes):
        register.store_cards([item for item in results if isinstance(item, Scored)])
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


def scored(id: int, submission: Submission) -> Scored:
    """The card of one submission. Pure but for reading key and rubric; raises `SellkitError` if it cannot be scored."""
    exercise = shelf.exercise(submission.exercise)
    try:
        key = shelf.key(submission.exercise)
    except NoKey:
        card = by_hand(exercise)
        version = NO_KEY
    else:
        card = grade(submission.answers, key, exercise)
        version = f"case {key.case_version}, rubric {key.rubric_version}"
    return Scored(id, str(exercise.rubric.version), version, card.model_dump_json(), tally(card, ()))


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
        query = select(submissions.c.id, submissions.c.json).where(submissions.c.id.in_(batch))
        yield [(row["id"], row["json"]) for row in register.all(query)]


def _in_batches(batches: Iterator[list[tuple[int, str]]], processes: int) -> Iterator[list[Result]]:
    if processes <= 1:
        yield from map(_score_batch, batches)
        return
    # Fresh processes: a copy of this one would share its database connections.
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        running: deque[Future[list[Result]]] = deque()
        for batch in batches:
            running.append(pool.submit(_score_batch, batch))
            if len(running) > 2 * processes:  # enough to keep all busy, few enough to hold in memory
                yield running.popleft().result()
        while running:
            yield running.popleft().result()


def _score_batch(batch: list[tuple[int, str]]) -> list[Result]:
    return [_score_one(id, json) for id, json in batch]


def _score_one(id: int, json: str) -> Result:
    try:
        return scored(id, Submission.model_validate_json(json))
    except SellkitError as error:
        return id, error
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one answer, the others still get their points
        return id, SellkitError("desk-not-scored", place=str(id), reason=type(error).__name__)
