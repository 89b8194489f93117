"""M36: a plan of questions for one call: the four SPIN kinds in their order, the funnel, and what is left unasked."""

from collections.abc import Mapping
from functools import cached_property
from itertools import pairwise
from typing import Literal, get_args

from pydantic import Field

from sellkit.models.base import Id, Judged, PersonId, Record, Rows
from sellkit.models.pain.conversation import Block
from sellkit.models.pain.question_text import QuestionForm

QuestionKind = Literal["situation", "problem", "implication", "need-payoff"]
# The chain that each matter goes through; situation questions only prepare it.
CHAIN: tuple[QuestionKind, ...] = ("problem", "implication", "need-payoff")
FunnelLevel = Literal["field", "matter", "need", "key-need"]
FUNNEL: tuple[FunnelLevel, ...] = get_args(FunnelLevel)
Asks = Literal["why", "what", "who", "when", "where", "how", "how-much"]
FIVE_W_TWO_H: tuple[Asks, ...] = get_args(Asks)

_COLUMN: dict[QuestionKind, str] = {"situation": "R", "problem": "R", "implication": "I", "need-payoff": "C"}
_ROW: dict[QuestionForm, str] = {"open": "1", "closed": "2", "confirm": "3"}


def block_of(kind: QuestionKind, form: QuestionForm) -> Block:
    """The block of the vision grid to which a question belongs.

    The kind gives the column: situation and problem questions look for reasons, implication questions for impact,
    need-payoff questions for capabilities. The form gives the row: open, control, confirm.
    """
    blocks: dict[str, Block] = {block: block for block in get_args(Block)}
    return blocks[_COLUMN[kind] + _ROW[form]]


class Question(Record):
    """One question of a plan.

    kind   which of the four it is; form: open, closed (control), or a summary to confirm
    about  the matter it goes into: a pain, a reason, a line of the prompter
    asks   which of why, what, who, when, where, how, how much it finds out
    depth  how far down the funnel it reaches: field, matter, need, key need
    """

    id: Id
    text: str = ""
    kind: Judged[QuestionKind] = Field(default_factory=Judged[QuestionKind])
    form: QuestionForm | None = None
    about: Id | None = None
    asks: frozenset[Asks] = frozenset()
    depth: FunnelLevel | None = None

    @property
    def block(self) -> Block | None:
        """Its block in the vision grid; None while kind or form is missing."""
        return block_of(self.kind.given, self.form) if self.kind.given and self.form else None


class CallPlan(Record):
    """The questions for a call with one person, in the order in which they shall be asked.

    Raises ValueError for two questions with one id.
    Source: N. Rackham, SPIN Selling (1988), for the four kinds; the rules of order are as this course teaches them.
    """

    person: PersonId | None = None
    questions: Rows[Question] = ()

    @cached_property
    def by_matter(self) -> Mapping[str | None, tuple[Question, ...]]:
        """The questions of each matter in their order; under None those that name no matter."""
        found: dict[str | None, list[Question]] = {}
        for question in self.questions:
            found.setdefault(question.about, []).append(question)
        return {matter: tuple(questions) for matter, questions in found.items()}

    @property
    def matters(self) -> tuple[str, ...]:
        """What the plan asks about, in the order of the first question."""
        return tuple(matter for matter in self.by_matter if matter is not None)

    def gaps(self, matter: str) -> tuple[QuestionKind, ...]:
        """Kinds that the matter's chain leaves out beneath the deepest kind that it reaches."""
        kinds = {question.kind.given for question in self.by_matter.get(matter, ())}
        reached = max((n for n, kind in enumerate(CHAIN) if kind in kinds), default=0)
        return tuple(kind for kind in CHAIN[:reached] if kind not in kinds)

    def out_of_order(self, matter: str) -> tuple[Question, ...]:
        """Questions that come before one of their matter which should have led to them."""
        questions = self.by_matter.get(matter, ())
        steps = [_step(question) for question in questions]
        kinds = set(steps)
        return tuple(
            question
            for n, (question, step) in enumerate(zip(questions, steps, strict=True))
            if step and any(earlier in kinds and earlier not in steps[:n] for earlier in range(1, step))
        )

    @property
    def situation_share(self) -> float | None:
        """Share of situation questions among those whose kind is given; None if none is."""
        kinds = [question.kind.given for question in self.questions if question.kind.known]
        return kinds.count("situation") / len(kinds) if kinds else None

    @property
    def unasked(self) -> tuple[Asks, ...]:
        """Which of the seven (5W2H) no question finds out."""
        asked = {each for question in self.questions for each in question.asks}
        return tuple(each for each in FIVE_W_TWO_H if each not in asked)

    @property
    def funnel(self) -> tuple[FunnelLevel, ...]:
        """The depths in the order of the questions, without the blanks; a good plan only goes down within a matter."""
        return tuple(question.depth for question in self.questions if question.depth)

    def climbs(self, matter: str) -> tuple[Question, ...]:
        """Questions of a matter that are broader than the one before: the funnel is left upwards."""
        placed = [question for question in self.by_matter.get(matter, ()) if question.depth]
        return tuple(after for before, after in pairwise(placed) if _depth(after) < _depth(before))


def _step(question: Question) -> int:
    """1 for a problem question, 2 for implication, 3 for need-payoff; 0 for the others."""
    kind = question.kind.given
    return CHAIN.index(kind) + 1 if kind in CHAIN else 0


def _depth(question: Question) -> int:
    return FUNNEL.index(question.depth) if question.depth else 0
