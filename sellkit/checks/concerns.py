"""M46: how a concern was dealt with."""

import re
from collections.abc import Iterator

from sellkit.checks.registry import At, at, check
from sellkit.models.pain.concerns import Concern, ConcernList, Reply

_DISCOUNT = re.compile(
    r"\b(?:discount\w*|rebate|price cut|lower price|cheaper|per cent off)\b|折扣|打折|降价|让利|优惠|便宜",
    re.IGNORECASE | re.ASCII,
)


@check("M46-answer-before-clarify", ConcernList, "warning")
def answer_before_clarify(concerns: ConcernList) -> Iterator[At]:
    """Who answers before asking answers another question than the one that was meant."""
    for n, concern in enumerate(concerns.concerns, 1):
        if "answer" in concern.made and "clarify" not in concern.made[: concern.made.index("answer")]:
            yield at(f"concerns/{concern.id}/replies/{_first(concern, 'answer').id}/move", n=n)


@check("M46-not-acknowledged", ConcernList, "hint")
def not_acknowledged(concerns: ConcernList) -> Iterator[At]:
    """A concern that is not taken seriously comes back louder."""
    for n, concern in enumerate(concerns.concerns, 1):
        if concern.made and concern.made[0] != "acknowledge":
            yield at(f"concerns/{concern.id}/replies", n=n)


@check("M46-no-proof", ConcernList, "warning")
def no_proof(concerns: ConcernList) -> Iterator[At]:
    """An answer is worth what can be shown with it."""
    for n, concern in enumerate(concerns.concerns, 1):
        if "answer" in concern.made and not concern.proven:
            yield at(f"concerns/{concern.id}/replies/{_first(concern, 'answer').id}/proof", n=n)


@check("M46-not-confirmed", ConcernList, "warning")
def not_confirmed(concerns: ConcernList) -> Iterator[At]:
    """An answer settles a concern only if the customer says so."""
    for n, concern in enumerate(concerns.concerns, 1):
        if "answer" in concern.made and "confirm" not in concern.made:
            yield at(f"concerns/{concern.id}/replies", n=n)
        elif concern.settled.given and "confirm" not in concern.made:
            yield at(f"concerns/{concern.id}/settled", n=n)


@check("M46-kind-missing", ConcernList, "hint")
def kind_missing(concerns: ConcernList) -> Iterator[At]:
    """The kind decides what proof fits, so it is settled before the answer."""
    for n, concern in enumerate(concerns.concerns, 1):
        if "answer" in concern.made and concern.kind.value is None:
            yield at(f"concerns/{concern.id}/kind", n=n)


@check("M46-discount-for-fear", ConcernList, "warning")
def discount_for_fear(concerns: ConcernList) -> Iterator[At]:
    """Fear before signing is about what may go wrong; a lower price leaves the fear where it was."""
    for n, concern in enumerate(concerns.concerns, 1):
        for reply in concern.replies:
            if concern.kind.given == "risk" and reply.move == "answer" and _DISCOUNT.search(reply.text + reply.proof):
                yield at(f"concerns/{concern.id}/replies/{reply.id}/text", n=n)


def _first(concern: Concern, move: str) -> Reply:
    return next(reply for reply in concern.replies if reply.move == move and reply.text.strip())
