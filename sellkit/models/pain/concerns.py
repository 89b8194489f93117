"""M46: a customer's concern before the decision, and the four moves that resolve it."""

from typing import Annotated, Literal, get_args

from pydantic import Field

from sellkit.models.base import Id, Judged, PersonId, Record, Rises, Rows

ConcernKind = Literal["misunderstanding", "scepticism", "drawback", "indifference", "risk"]
ConcernMove = Literal["acknowledge", "clarify", "answer", "confirm"]
MOVES: tuple[ConcernMove, ...] = get_args(ConcernMove)


class Reply(Record):
    """One thing that we said or will say to a concern; `proof` is what we lay on the table with it."""

    id: Id
    move: ConcernMove | None = None
    text: str = ""
    proof: str = ""


class Concern(Record):
    """One concern of one person (顾虑).

    said     in the person's own words; kind: what kind of concern it is
    replies  what we answer, in order
    settled  the person says that it is settled; only their word with a passage or a witness counts
    """

    id: Id
    person: PersonId | None = None
    said: str = ""
    kind: Judged[ConcernKind] = Field(default_factory=Judged[ConcernKind])
    replies: Rows[Reply] = ()
    settled: Annotated[Judged[bool], Rises({False: 0, True: 1})] = Field(default_factory=Judged[bool])

    @property
    def made(self) -> tuple[ConcernMove, ...]:
        """The moves that were made, each once, in the order in which they were made."""
        return tuple(dict.fromkeys(reply.move for reply in self.replies if reply.move and reply.text.strip()))

    @property
    def missing(self) -> tuple[ConcernMove, ...]:
        """The moves that were not made, in the order in which they are due."""
        return tuple(move for move in MOVES if move not in self.made)

    @property
    def next_move(self) -> ConcernMove | None:
        """The move that is due; None when all four were made."""
        return next(iter(self.missing), None)

    @property
    def early(self) -> tuple[ConcernMove, ...]:
        """Moves that were made before one that should have come first and was made later or not at all."""
        made = self.made
        return tuple(move for n, move in enumerate(made) if not set(MOVES[: MOVES.index(move)]) <= set(made[:n]))

    @property
    def proven(self) -> bool:
        """An answer was given with something to show for it."""
        return any(reply.move == "answer" and reply.text.strip() and reply.proof.strip() for reply in self.replies)

    @property
    def resolved(self) -> bool:
        """All four moves were made, the answer was proven, and the customer's word that it is settled is confirmed."""
        return not self.missing and self.proven and self.settled.settled is True


class ConcernList(Record):
    """The concerns of one opportunity before the decision. Raises ValueError for two concerns with one id.

    Source: the courses' stage "resolve concerns and decide"; the four moves are common to sales training.
    """

    concerns: Rows[Concern] = ()

    @property
    def open(self) -> tuple[Concern, ...]:
        """Those that are not resolved: each can still stop the signature."""
        return tuple(concern for concern in self.concerns if not concern.resolved)
