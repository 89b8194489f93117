"""M22b: tiers A to D by attraction and likelihood of entry, and what may move a customer out of its place."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple, get_args

from pydantic import Field

from sellkit.models.base import Id, Judged, Record, Rows
from sellkit.models.methods.grid import GridSheet, Placement

Tier = Literal["A", "B", "C", "D"]
TIERS: tuple[Tier, ...] = get_args(Tier)
TierReason = Literal["company-strategy", "current-business", "resources-sunk", "major-opening"]
# How many tiers a reason may lift a customer. What we once spent or sell today keeps a door open; it does not make a
# customer attractive.
LIFTS: Mapping[TierReason, int] = {
    "company-strategy": 3, "major-opening": 3, "current-business": 1, "resources-sunk": 1,
}  # fmt: skip


class TierMove(Record):
    """Somebody moves a customer to another tier than its place on the grid says.

    account  id of what is placed on the grid; to: the tier it is moved to; on: the day; why: the reason, in words
    reason   company strategy (公司战略), current business (现有业务), resources sunk (已投入资源), a major opening
             (重大契机)
    """

    id: Id
    account: Id
    to: Tier
    reason: Judged[TierReason] = Field(default_factory=Judged[TierReason])
    why: str = ""
    on: date | None = None


class AccountTier(NamedTuple):
    """One customer: the tier of its place, the move that counts, and the tier that results."""

    placement: Placement
    placed: Tier
    move: TierMove | None
    tier: Tier


class TierBook(Record):
    """Tiers (客户分级) of all customers on the grid of attraction × likelihood of entry, whose regions are A, B, C, D.

    A move up counts only with a confirmed reason that may lift so far; a move down counts at once. Raises ValueError
    for two moves with one id. Source: selection of customers in key-account courses; how far a reason lifts is ours.
    """

    grid: GridSheet
    moves: Rows[TierMove] = ()
    as_of: date | None = None

    @cached_property
    def placed(self) -> Mapping[str, Tier]:
        """The tier that each customer's place on the grid says; who lies nowhere yet is left out."""
        found: dict[str, Tier] = {}
        for placement in self.grid.current(self.as_of):
            region = self.grid.region(placement)
            tier = next((each for each in TIERS if region is not None and region.id == each.lower()), None)
            if tier is not None:
                found[placement.id] = tier
        return found

    def allowed(self, move: TierMove) -> bool:
        """The move may count: it does not lift, or a confirmed reason lifts as far as it goes."""
        placed = self.placed.get(move.account)
        if placed is None:
            return False
        up = TIERS.index(placed) - TIERS.index(move.to)
        return up <= 0 or (move.reason.settled is not None and up <= LIFTS[move.reason.settled])

    def tiers(self) -> tuple[AccountTier, ...]:
        """Every customer that has a place, with the last move that counts on the day of the book."""
        counting: dict[str, TierMove] = {}
        for move in sorted(self.moves, key=lambda each: each.on or date.min):
            future = self.as_of is not None and move.on is not None and move.on > self.as_of
            if not future and self.allowed(move):
                counting[move.account] = move
        found = []
        for placement in self.grid.current(self.as_of):
            if (placed := self.placed.get(placement.id)) is not None:
                last = counting.get(placement.id)
                found.append(AccountTier(placement, placed, last, last.to if last else placed))
        return tuple(found)
