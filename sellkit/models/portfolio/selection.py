"""M22a: which customers are worth our best people: weighted criteria, a ranked list, ties said aloud."""

from typing import Annotated, ClassVar, Literal, NamedTuple, Self

from pydantic import Field, model_validator

from sellkit.models.base import Id, Judged, Named, Record, Rises, Rows, no_such

CriterionKind = Literal[
    "growth-of-results", "industry-attraction", "customer-growth", "business-growth", "ease-of-entry",
    "ability-to-serve", "will-to-cooperate", "tender-rules", "supplier-rules",
]  # fmt: skip
Points = Annotated[int, Field(ge=0, le=5)]
MOST = 5
# Above 100 is a fault for a check to tell; below 0 is no share at all.
Percent = Annotated[float, Field(ge=0, allow_inf_nan=False)]
WHOLE = 100


class Criterion(Record):
    """What customers are compared by: one of the nine usual ones (`kind`), or one of our own (`name`).

    weight  per cent of the whole; all together they make 100
    """

    id: Id
    kind: CriterionKind | None = None
    name: str = ""
    weight: Percent = 0


class Candidate(Named):
    """A customer that is being compared."""


class Scored(Record):
    """How one customer stands on one criterion, 0–5; the higher, the more it speaks for the customer."""

    candidate: Id
    criterion: Id
    points: Annotated[Judged[Points], Rises()] = Field(default_factory=Judged[Points])

    @property
    def key(self) -> str:
        """What tells cells apart: `harbour/ease-of-entry`."""
        return f"{self.candidate}/{self.criterion}"


class Ranked(NamedTuple):
    """One line of the list.

    rank   1 for the best; who has the same score has the same rank, and the next rank is left out (1, 1, 3)
    score  0–5, from confirmed points alone: what is open counts as nothing yet
    most   0–5, if everything open turned out best
    tied   the ids of others with the same score
    """

    rank: int
    candidate: Candidate
    score: float
    most: float
    tied: tuple[str, ...]


class CustomerSelection(Record):
    """Selection of customers (客户筛选) by weighted criteria.

    The score is the weighted mean of the points, whatever the weights add up to; that they make 100 is for a check.
    Raises ValueError for rows that stand twice and for scores of a customer or criterion that is not listed.
    Source: customer selection of key-account courses; ranking by what is confirmed is ours.
    """

    MAIN: ClassVar[str] = "scores"

    criteria: Rows[Criterion] = ()
    candidates: Rows[Candidate] = ()
    scores: Rows[Scored] = ()

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        criteria, candidates = [each.id for each in self.criteria], [each.id for each in self.candidates]
        for score in self.scores:
            if score.candidate not in candidates:
                raise no_such(f"candidate {score.candidate!r}", candidates)
            if score.criterion not in criteria:
                raise no_such(f"criterion {score.criterion!r}", criteria)
        return self

    @property
    def weight(self) -> float:
        """What the weights add up to, per cent."""
        return round(sum(each.weight for each in self.criteria), 6)

    def ranking(self) -> tuple[Ranked, ...]:
        """The candidates from the best down; who is tied stands in the order of the sheet. Empty without any weight."""
        whole = sum(each.weight for each in self.criteria)
        if not whole:
            return ()
        held = {score.key: score.points.settled for score in self.scores}
        found = []
        for candidate in self.candidates:
            points = [(each.weight / whole, held.get(f"{candidate.id}/{each.id}")) for each in self.criteria]
            low = sum(weight * (got or 0) for weight, got in points)
            high = sum(weight * (MOST if got is None else got) for weight, got in points)
            found.append((candidate, round(low, 6), round(high, 6)))
        found.sort(key=lambda each: -each[1])
        return tuple(
            Ranked(
                rank=1 + sum(other > score for _, other, _ in found),
                candidate=candidate,
                score=score,
                most=most,
                tied=tuple(each.id for each, other, _ in found if other == score and each.id != candidate.id),
            )
            for candidate, score, most in found
        )
