"""M35: a conversation that builds a vision, in nine blocks: reasons, impact, capabilities × open, control, confirm."""

from collections.abc import Iterable
from typing import Literal, get_args

from sellkit.models.base import Id, Record, Rows
from sellkit.models.pain.prompter import Prompter
from sellkit.models.pain.question_text import pitches

Block = Literal["R1", "R2", "R3", "I1", "I2", "I3", "C1", "C2", "C3"]
BLOCKS: tuple[Block, ...] = get_args(Block)
VisionKind = Literal["latent", "existing"]
# A customer who has a vision already tells it first; from there the way is the same, to reshape it.
PATHS: dict[VisionKind, tuple[Block, ...]] = {
    "latent": BLOCKS,
    "existing": ("C1", "R1", "R2", "R3", "I1", "I2", "I3", "C2", "C3"),
}
# What the customer has confirmed before a capability is spoken of, and before a word of what we sell.
CONFIRMS: frozenset[Block] = frozenset({"R3", "I3"})
VISION: frozenset[Block] = CONFIRMS | {"C3"}


class Turn(Record):
    """One thing that the seller says.

    move   the block it is meant for, or "pitch": it tells what we sell
    line   the prompter's line that it takes up; about: the customer's matter, where the player chose one
    text   the words
    """

    id: Id
    move: Block | Literal["pitch"] | None = None
    line: Id | None = None
    about: Id | None = None
    text: str = ""

    @property
    def block(self) -> Block | None:
        """The block, unless the turn is a pitch or not placed yet."""
        return None if self.move == "pitch" else self.move

    @property
    def pitched(self) -> bool:
        """It is called a pitch, or its words sell."""
        return self.move == "pitch" or pitches(self.text)


class Manners(Record):
    """How a conversation was led, each part from 0 to 1.

    order      turns that came in their time, of all turns with a block
    coverage   of reasons, impacts and capabilities on the prompter: how many were asked about (None without lines)
    restraint  1 while no solution came before it was confirmed what for; every slip costs a half
    length     1 up to the number of turns the customer has time for, then falling to 0 at twice as many
    """

    order: float
    coverage: float | None
    restraint: float
    length: float


class Conversation(Record):
    """Vision building in nine blocks (愿景加工).

    kind   latent: the customer does not see the pain as solvable yet; existing: they have a vision, ours or a rival's
    turns  what the seller said, in order
    Rows 1–3 of a column: an open question, control questions, a summary that the customer confirms. C3 confirms the
    vision: "so if you had …, could you then …?". Raises ValueError for two turns with one id.
    Source: the solution-selling school (Bosworth), in a grid of our own.
    """

    kind: VisionKind = "latent"
    turns: Rows[Turn] = ()

    @property
    def path(self) -> tuple[Block, ...]:
        """The nine blocks in the order that suits this customer."""
        return PATHS[self.kind]

    @property
    def asked(self) -> tuple[Block, ...]:
        """The blocks in the order in which each was first asked."""
        return tuple(dict.fromkeys(turn.block for turn in self.turns if turn.block))

    @property
    def skipped(self) -> tuple[Block, ...]:
        """Blocks that were never asked though a later one was."""
        last = max((self.path.index(block) for block in self.asked), default=0)
        return tuple(block for block in self.path[:last] if block not in self.asked)

    @property
    def jumps(self) -> tuple[Turn, ...]:
        """Turns that came before a block of the path that should have come first. Going back is no jump."""
        done: set[Block] = set()
        found = []
        for turn in self.turns:
            if turn.block:
                if turn.block not in done and turn.block not in due(self.path, done):
                    found.append(turn)
                done.add(turn.block)
        return tuple(found)

    @property
    def solutions_early(self) -> tuple[Turn, ...]:
        """Turns that speak of a capability before reasons and impact were confirmed (R3 and I3), and pitches before the
        vision was (C3, the third)."""
        done: set[Block] = set()
        found = []
        for turn in self.turns:
            if not done >= (VISION if turn.pitched else CONFIRMS) and (turn.pitched or solves(self.kind, turn.block)):
                found.append(turn)
            if turn.block:
                done.add(turn.block)
        return tuple(found)

    def covered(self, prompter: Prompter) -> dict[str, frozenset[str]]:
        """Per column R, I, C the prompter's lines that a control question took up."""
        lines = {line.id for line in prompter.lines}
        return {
            column: frozenset(t.line for t in self.turns if t.block == f"{column}2" and t.line in lines and t.line)
            for column in "RIC"
        }

    def manners(self, prompter: Prompter, time: int = 24) -> Manners:
        """How it was led, against the seller's own prompter; `time`: the turns that the customer has time for."""
        placed = [turn for turn in self.turns if turn.block]
        lines = 3 * len(prompter.lines)
        over = max(0, len(self.turns) - time) / max(time, 1)
        return Manners(
            order=1 - len(self.jumps) / len(placed) if placed else 0,
            coverage=sum(map(len, self.covered(prompter).values())) / lines if lines else None,
            restraint=max(0.0, 1 - len(self.solutions_early) / 2),
            length=max(0.0, 1 - over),
        )


def due(path: tuple[Block, ...], done: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks that are in time: the first one that is not done, and all before it."""
    done = set(done)
    first = next((n for n, block in enumerate(path) if block not in done), len(path) - 1)
    return path[: first + 1]


def solves(kind: VisionKind, block: Block | None) -> bool:
    """The block speaks of a solution. Learning a vision that the customer already has (C1) does not."""
    return block in ("C2", "C3") or (block == "C1" and kind == "latent")
