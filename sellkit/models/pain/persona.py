"""M35: a simulated customer. What she says depends on the question, on the moment, and on what she was asked before."""

from typing import Annotated, NamedTuple, Self

from pydantic import Field, model_validator

from sellkit.models.base import Id, PersonId, Record
from sellkit.models.pain.conversation import CONFIRMS, PATHS, VISION, Block, Conversation, Turn, VisionKind, due, solves
from sellkit.models.pain.question_text import form_of
from sellkit.models.text import Text

COLUMNS = ("R", "I", "C")
# What she says whatever the matter; `R` stands for each column.
NEEDED = frozenset(
    {f"{column}{row}" for column in COLUMNS for row in ("1", "1-closed", "2-vague", "3-yes", "3-not-yet")}
    | {f"early-{column}" for column in COLUMNS}
    | {"pitch", "guarded", "thaw", "again", "unfounded", "unclear", "time", "gone", "over"}
)


class Matter(Record):
    """Something she can be asked about.

    heard_as  for a text typed freely: groups of stems, any of each group (either language, small letters)
    hers      False: she is asked about it, and it is not so
    says      what she answers in R2, I2, C2; a column that is missing is one about which she has nothing to say
    """

    id: Id
    name: Text
    heard_as: tuple[tuple[str, ...], ...] = ()
    hers: bool = True
    says: dict[Block, Text]

    def heard_in(self, text: str) -> bool:
        """The text speaks of this matter."""
        low = text.casefold()
        return bool(self.heard_as) and all(any(stem in low for stem in group) for group in self.heard_as)


class Enough(Record):
    """In how many matters of each column she wants to have been understood before she confirms a summary."""

    R: Annotated[int, Field(ge=1)] = 3
    I: Annotated[int, Field(ge=1)] = 2  # noqa: E741 - the column's name
    C: Annotated[int, Field(ge=1)] = 3


class Persona(Record):
    """A customer as a data file: what she opens up with, at which block, and what closes her.

    patience  how many slips she bears; pitch_costs: how many of them a pitch before its time is worth
    time      turns after which she has to go
    replies   what she says to everything that is not about one matter (`NEEDED` lists it)
    Raises ValueError if a reply that can be needed is missing, or two matters have one id.
    """

    id: Id
    case: Id
    person: PersonId
    kind: VisionKind = "latent"
    setting: Text
    patience: Annotated[int, Field(ge=1)] = 3
    pitch_costs: Annotated[int, Field(ge=1)] = 2
    time: Annotated[int, Field(ge=1)] = 24
    enough: Enough = Enough()
    matters: Annotated[tuple[Matter, ...], Field(min_length=1)]
    replies: dict[str, Text]

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        ids = [matter.id for matter in self.matters]
        if len(set(ids)) < len(ids):
            raise ValueError("two matters have the same id; give each an id of its own")
        if missing := NEEDED - self.replies.keys():
            raise ValueError(f"{self.id} has no reply for {', '.join(sorted(missing))}")
        for column in COLUMNS:
            told = [m for m in self.matters if m.hers and f"{column}2" in m.says]
            if len(told) < getattr(self.enough, column):
                raise ValueError(f"{self.id} can never confirm {column}3: too few matters have an answer in {column}2")
        return self

    def matter(self, turn: Turn) -> Matter | None:
        """What a turn is about: the matter it names, else the first one that its words speak of."""
        if turn.about is not None:
            return next((matter for matter in self.matters if matter.id == turn.about), None)
        return next((matter for matter in self.matters if matter.heard_in(turn.text)), None)

    def reply(self, key: str) -> Text:
        """What she says under a reply key. Raises KeyError for a key that is none."""
        block, _, asked = key.partition("/")
        if not asked:
            return self.replies[key]
        found = next((matter for matter in self.matters if matter.id == asked), None)
        for told, text in found.says.items() if found else ():
            if told == block:
                return text
        raise KeyError(key)


class Mood(Record):
    """Where the conversation stands with her.

    done      blocks that she answered as they deserve; told: (block, matter) of what she has told
    slips     what was used up of her patience; guarded: a pitch closed her, an open question opens her again
    turns     how many turns there were; ended: vision (she confirmed it), gone (patience), time
    """

    done: frozenset[Block] = frozenset()
    told: frozenset[tuple[Block, Id]] = frozenset()
    slips: int = 0
    guarded: bool = False
    turns: int = 0
    ended: Annotated[str, Field(pattern="^(vision|gone|time)?$")] = ""

    def told_in(self, block: str) -> frozenset[str]:
        """The matters that she has told in a block."""
        return frozenset(matter for told, matter in self.told if told == block)


class Heard(NamedTuple):
    """Her answer to one turn: the key of the reply, and where that leaves the conversation."""

    turn: Id
    key: str
    mood: Mood


def step(mood: Mood, turn: Turn, persona: Persona) -> tuple[Mood, str]:
    """The mood after a turn, and the key of her answer. Pure: in the same mood the same turn gets the same answer."""
    if mood.ended:
        return mood, "over"
    now = mood.changed(turns=mood.turns + 1)
    after, key = _answer(now, turn, persona)
    if after.slips >= persona.patience:
        return after.changed(ended="gone"), "gone"
    if after.turns >= persona.time and not after.ended:
        return after.changed(ended="time"), "time"
    return after, key


def replay(conversation: Conversation, persona: Persona) -> tuple[Heard, ...]:
    """The whole conversation with her answers."""
    mood = Mood()
    heard = []
    for turn in conversation.turns:
        mood, key = step(mood, turn, persona)
        heard.append(Heard(turn.id, key, mood))
    return tuple(heard)


def _answer(mood: Mood, turn: Turn, persona: Persona) -> tuple[Mood, str]:
    block = turn.block
    if turn.pitched and not mood.done >= VISION:
        return mood.changed(slips=mood.slips + persona.pitch_costs, guarded=True), "pitch"
    if block is None:
        return mood, "unclear"
    column, row = block[0], block[1]
    if block not in due(PATHS[persona.kind], mood.done):
        cost = persona.pitch_costs if solves(persona.kind, block) and not mood.done >= CONFIRMS else 1
        return mood.changed(slips=mood.slips + cost), f"early-{column}"
    if mood.guarded:
        return (mood.changed(guarded=False), "thaw") if row == "1" and _opens(turn) else (mood, "guarded")
    if row == "1":
        if block in mood.done:
            return mood.changed(slips=mood.slips + 1), "again"
        return (_did(mood, block), block) if _opens(turn) else (mood, f"{block}-closed")
    if row == "2":
        return _control(mood, turn, block, persona)
    if len(mood.told_in(f"{column}2") & _hers(persona)) < getattr(persona.enough, column):
        return mood, f"{block}-not-yet"
    ended = "vision" if block == "C3" else ""
    return _did(mood, block).changed(ended=ended), f"{block}-yes"


def _control(mood: Mood, turn: Turn, block: Block, persona: Persona) -> tuple[Mood, str]:
    matter = persona.matter(turn)
    if matter is None or block not in matter.says:
        return mood, f"{block}-vague"
    if (block, matter.id) in mood.told:
        return mood.changed(slips=mood.slips + 1), "again"
    if block == "C2" and matter.id not in mood.told_in("R2"):
        return mood.changed(slips=mood.slips + 1), "unfounded"
    told = mood.changed(told=mood.told | {(block, matter.id)})
    return (_did(told, block) if matter.hers else told), f"{block}/{matter.id}"


def _opens(turn: Turn) -> bool:
    # A turn of which only the block is given is taken at its word.
    return form_of(turn.text) in (None, "open")


def _did(mood: Mood, block: Block) -> Mood:
    return mood.changed(done=mood.done | {block})


def _hers(persona: Persona) -> frozenset[str]:
    return frozenset(matter.id for matter in persona.matters if matter.hers)
