"""M40: which of the five competitive strategies a situation leaves open, which it closes, and why."""

from typing import Literal

from sellkit.models.base import Record
from sellkit.models.plan.competition import Competition, Strategy

Reason = Literal[
    "three-to-one",
    "below-three-to-one",
    "not-superior",
    "already-superior",
    "superiority-open",
    "no-rival",
    "part-fits",
    "no-part",
    "in-place",
    "not-in-place",
    "place-open",
    "next-round",
    "no-next-round",
    "winnable",
    "winnable-open",
]
Need = Literal["changed-criterion", "expansion-plan"]
# "About three to one" is itself an estimate, so no second tolerance is laid on top of it.
SUPERIOR = 3.0


class Opening(Record):
    """One strategy in one situation: is it open, why, and what the sheet still owes if it were chosen."""

    strategy: Strategy
    open: bool
    reason: Reason
    needs: tuple[Need, ...] = ()


def openings(situation: Competition) -> tuple[Opening, ...]:
    """All five strategies, in the order in which one would try them. Only confirmed marks open one.

    frontal   only with about three to one in the customer's eyes, against the strongest rival
    flanking  when we lack that under today's criteria; needs the criterion that changes
    fragment  when a part fits; needs the plan from the part to the whole
    defend    when we are in place
    develop   when this round cannot be won and there is a next one
    """
    return (_frontal(situation), _flanking(situation), _fragment(situation), _defend(situation), _develop(situation))


def opening(situation: Competition, strategy: Strategy) -> Opening:
    """One of the five."""
    return next(each for each in openings(situation) if each.strategy == strategy)


def superior(situation: Competition) -> bool | None:
    """About three to one against every rival: None while it is not confirmed. One rival below it settles the matter."""
    ratios = [rival.superiority.settled for rival in situation.rivals]
    if any(ratio is not None and ratio < SUPERIOR for ratio in ratios):
        return False
    return True if ratios and None not in ratios else None


def _frontal(situation: Competition) -> Opening:
    ahead = superior(situation)
    if ahead is None:
        return Opening(strategy="frontal", open=False, reason=_unjudged(situation))
    return Opening(strategy="frontal", open=ahead, reason="three-to-one" if ahead else "below-three-to-one")


def _flanking(situation: Competition) -> Opening:
    ahead = superior(situation)
    if ahead is None:
        return Opening(strategy="flanking", open=False, reason=_unjudged(situation))
    if ahead:
        return Opening(strategy="flanking", open=False, reason="already-superior")
    needs: tuple[Need, ...] = () if situation.criterion.strip() else ("changed-criterion",)
    return Opening(strategy="flanking", open=True, reason="not-superior", needs=needs)


def _fragment(situation: Competition) -> Opening:
    if not situation.part.strip():
        return Opening(strategy="fragment", open=False, reason="no-part")
    needs: tuple[Need, ...] = () if situation.expansion.strip() else ("expansion-plan",)
    return Opening(strategy="fragment", open=True, reason="part-fits", needs=needs)


def _defend(situation: Competition) -> Opening:
    place = situation.in_place.settled
    reason: Reason = "place-open" if place is None else "in-place" if place else "not-in-place"
    return Opening(strategy="defend", open=place is True, reason=reason)


def _develop(situation: Competition) -> Opening:
    winnable = situation.winnable.settled
    if winnable is None:
        return Opening(strategy="develop", open=False, reason="winnable-open")
    if winnable:
        return Opening(strategy="develop", open=False, reason="winnable")
    again = bool(situation.next_round.strip())
    return Opening(strategy="develop", open=again, reason="next-round" if again else "no-next-round")


def _unjudged(situation: Competition) -> Reason:
    return "superiority-open" if situation.rivals else "no-rival"
