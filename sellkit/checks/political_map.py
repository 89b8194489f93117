"""M38: what the team says about the balance of power, and what the confirmed marks say."""

from collections.abc import Iterator

from sellkit.checks.registry import At, about, at, check
from sellkit.models.people.political_map import PoliticalMap

HEAVY = 4
ENOUGH_TO_JUDGE = 3


@check("M38-majority-not-there", PoliticalMap, "error")
def majority_not_there(board: PoliticalMap) -> Iterator[At]:
    """The team says that it has a majority of power; what is confirmed does not add up to one."""
    if board.majority.given and not board.balance.majority:
        yield at("majority", net=_signed(board.balance.net))


@check("M38-majority-unproved", PoliticalMap, "warning")
def majority_unproved(board: PoliticalMap) -> Iterator[At]:
    """There is a majority only if marks held that nobody has confirmed."""
    balance = board.balance
    if balance.claims_majority and not balance.majority:
        heaviest = max((pull for pull in board.pulls if not pull.counted), key=lambda pull: pull.pull)
        person = board.by_id[heaviest.person]
        yield about(person, "tendency", net=_signed(balance.net), claimed=_signed(balance.claimed))


@check("M38-balance-mostly-open", PoliticalMap, "hint")
def balance_mostly_open(board: PoliticalMap) -> Iterator[At]:
    """More influence lies with people who are not counted than with those who are."""
    counted = sum(pull.influence or 0 for pull in board.pulls if pull.counted)
    uncounted = [pull for pull in board.pulls if not pull.counted and pull.influence]
    if board.balance.counted and sum(pull.influence or 0 for pull in uncounted) > counted:
        heaviest = max(uncounted, key=lambda pull: pull.influence or 0)
        yield about(board.by_id[heaviest.person], "tendency", count=len(uncounted))


@check("M38-hangs-on-one", PoliticalMap, "warning")
def hangs_on_one(board: PoliticalMap) -> Iterator[At]:
    """One person brings more than half of all that pulls for us, and without them the majority is gone."""
    if len(board.balance.counted) < ENOUGH_TO_JUDGE:
        return
    for pull in board.pulls:
        if pull.carries and 2 * pull.pull > board.balance.ours:
            yield about(board.by_id[pull.person], "tendency", pull=f"{pull.pull:+d}", net=_signed(board.balance.net))


@check("M38-wrong-tipper", PoliticalMap, "warning")
def wrong_tipper(board: PoliticalMap) -> Iterator[At]:
    """The person named as tipping the balance does not, and somebody else does."""
    named = board.person(board.tipped_by.given)
    if named is not None and board.tipping and named.id not in board.tipping:
        tips = board.by_id[board.tipping[0]]
        yield at("tipped-by", person=named.label, person_id=named.id, other=tips.label, other_id=tips.id)


@check("M38-opponent-without-plan", PoliticalMap, "warning")
def opponent_without_plan(board: PoliticalMap) -> Iterator[At]:
    """The political map is there to be changed: a heavy opponent needs an action."""
    for pull in board.pulls:
        if pull.counted and (pull.influence or 0) >= HEAVY and (pull.tendency or 0) <= -2:
            person = board.by_id[pull.person]
            if not board.planned(person.id):
                yield about(person, "tendency", pull=f"{pull.pull:+d}")


def _signed(number: int) -> str:
    return f"{number:+d}" if number else "0"
