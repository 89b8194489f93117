"""M35: how a conversation went through the nine blocks."""

from collections.abc import Iterator

from sellkit.checks.registry import At, at, check
from sellkit.models.pain.conversation import Conversation
from sellkit.models.pain.question_text import form_of


@check("M35-solution-early", Conversation, "error")
def solution_early(conversation: Conversation) -> Iterator[At]:
    """No capability before the customer has confirmed reasons and impact, and no product before the vision."""
    if not _taken_over(conversation):
        for turn in conversation.solutions_early:
            yield at(f"turns/{turn.id}/move", n=conversation.turns.index(turn) + 1)


@check("M35-vision-taken-over", Conversation, "error")
def vision_taken_over(conversation: Conversation) -> Iterator[At]:
    """An existing vision may be a rival's: it is reshaped by reasons and impact before we build on it."""
    if _taken_over(conversation):
        turn = conversation.solutions_early[0]
        yield at(f"turns/{turn.id}/move", n=conversation.turns.index(turn) + 1)


@check("M35-vision-not-heard", Conversation, "warning")
def vision_not_heard(conversation: Conversation) -> Iterator[At]:
    """A customer who has a vision tells it first."""
    if conversation.kind == "existing" and conversation.asked and conversation.asked[0] != "C1":
        first = next(turn for turn in conversation.turns if turn.block)
        yield at(f"turns/{first.id}/move", block=conversation.asked[0])


@check("M35-block-skipped", Conversation, "warning")
def block_skipped(conversation: Conversation) -> Iterator[At]:
    """A block that is never asked leaves the next one without ground."""
    skipped = conversation.skipped
    if skipped:
        path = conversation.path
        after = next(t for t in conversation.turns if t.block and path.index(t.block) > path.index(skipped[0]))
        yield at(f"turns/{after.id}/move", blocks=" ".join(skipped), count=len(skipped))


@check("M35-jumped-order", Conversation, "warning")
def jumped_order(conversation: Conversation) -> Iterator[At]:
    """A block came first that another one, asked later, should have prepared."""
    moves = [turn.block for turn in conversation.turns]
    for turn in conversation.jumps:
        n = conversation.turns.index(turn)
        missed = [b for b in conversation.path if b not in moves[:n] and b in moves[n:] and b != turn.block]
        before = [b for b in missed if turn.block and conversation.path.index(b) < conversation.path.index(turn.block)]
        if before:
            yield at(f"turns/{turn.id}/move", block=str(turn.block), other=before[0])


@check("M35-opening-closed", Conversation, "warning")
def opening_closed(conversation: Conversation) -> Iterator[At]:
    """The first row opens: a yes or a no opens nothing."""
    for turn in conversation.turns:
        if turn.block in ("R1", "I1", "C1") and form_of(turn.text) in ("closed", "confirm"):
            yield at(f"turns/{turn.id}/text", block=turn.block)


@check("M35-vision-unconfirmed", Conversation, "hint")
def vision_unconfirmed(conversation: Conversation) -> Iterator[At]:
    """Capabilities were taken up and the talk ends without "so if you had …, could you then …?"."""
    if "C2" in conversation.asked and "C3" not in conversation.asked:
        last = [turn for turn in conversation.turns if turn.block == "C2"][-1]
        yield at(f"turns/{last.id}/move")


def _taken_over(conversation: Conversation) -> bool:
    """A vision was there, and a solution followed it with nothing asked in between."""
    early = conversation.solutions_early
    if conversation.kind != "existing" or not early or early[0].block == "C1":
        return False
    before = conversation.turns[: conversation.turns.index(early[0])]
    return not any(turn.block and turn.block[0] in "RI" for turn in before)
