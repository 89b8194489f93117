"""M43: the coach (教练), whose word turns a claim into something that counts."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from sellkit.models.base import Id, Named, PersonId, Record, Rises, Unknown
from sellkit.models.control.value import CoachKind

Independence = Literal["dependent", "interested", "independent"]
INDEPENDENCE_STEPS: dict[Independence, int] = {"dependent": 0, "interested": 1, "independent": 2}


class Coach(Named):
    """Somebody who can tell us where we really stand (教练). The customer's insider is `person`; others are named only.

    kind          relationship (knows the inside), value-match (knows the real need; often an outside consultant),
                  resources (knows what we can mobilise; often a senior seller)
    position      from where this coach sees the deal
    independence  dependent (lives by our claim: the seller's own team, somebody who repeats us) < interested (gains if
                  we win) < independent
    told, right   the record: how many earlier words could be checked, and how many of these proved right
    """

    person: PersonId | None = None
    kind: CoachKind | None = None
    position: str = ""
    independence: Annotated[Independence | None, Rises(INDEPENDENCE_STEPS)] = None
    told: Annotated[int, Field(ge=0)] | None = None
    right: Annotated[int, Field(ge=0)] | None = None

    @property
    def reliability(self) -> float | None:
        """Share of the checked words that proved right, 0–1; None without a record."""
        return min(1.0, (self.right or 0) / self.told) if self.told else None


class CoachWord(Record):
    """What one coach said about one element on a day: it holds, it does not, or "unknown". `says` is the quote."""

    id: Id
    coach: Id
    holds: bool | Unknown | None = None
    on: date | None = None
    says: str = ""

    @property
    def weight(self) -> tuple[date, int]:
        """Which of a coach's words counts: the latest, and of two on one day the lower."""
        lower = 2 if self.holds is False else 0 if self.holds is True else 1
        return (self.on or date.min, lower)
