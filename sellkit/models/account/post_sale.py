"""M67: after the sale the next one is prepared: who talks to whom, what the customer got for it, what is still open."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field

from sellkit.models.base import Id, Judged, Money, PersonId, Record, Rises, Rows

ValueMet = Literal["below", "met", "above"]
VALUE_STEPS: dict[ValueMet, int] = {"below": -1, "met": 0, "above": 1}
SpaceState = Literal["in-use", "open", "rival", "no-need"]
Health = Literal["at-risk", "watch", "sound"]
HEALTH_STEPS: dict[Health, int] = {"at-risk": 0, "watch": 1, "sound": 2}
Because = Literal[
    "silent-sponsor", "no-line", "value-below", "few-lines", "never-reviewed", "review-overdue", "rival-inside"
]
# The first three put the next sale at risk; the others are to be watched.
GRAVE: frozenset[Because] = frozenset({"silent-sponsor", "no-line", "value-below"})
LINES_NEEDED = 3
# A line on which nobody has talked for a quarter is silent.
QUIET_DAYS = 90
Days = Annotated[int, Field(ge=1, le=3660)]


class ContactLine(Record):
    """Somebody of ours and somebody of theirs who talk to each other; `last` is the day on which they last did."""

    id: Id
    theirs: PersonId
    ours: str = ""
    topic: str = ""
    last: date | None = None


class ValueReview(Record):
    """A talk about what the customer got: what was promised, what came of it, and how they judge it themselves."""

    id: Id
    on: date | None = None
    with_whom: tuple[PersonId, ...] = ()
    promised: str = ""
    delivered: str = ""
    value: Annotated[Judged[ValueMet], Rises(VALUE_STEPS)] = Field(default_factory=Judged[ValueMet])
    next: str = ""


class Space(Record):
    """One thing that we could sell to one unit: in use, open, with a rival, or no need; `potential` is its worth."""

    id: Id
    unit: str = ""
    offer: str = ""
    state: Judged[SpaceState] = Field(default_factory=Judged[SpaceState])
    potential: Money | None = None


class HealthReading(Record):
    """How an account stands after the sale, and why; None while nothing was filled in."""

    level: Annotated[Health | None, Rises(HEALTH_STEPS)] = None
    because: tuple[Because, ...] = ()


class PostSale(Record):
    """After the sale (售后经营): lines of contact, value reviews, white space, health.

    since         the day on which the customer began to use what we sold
    sponsors      who stood up for us when it was bought: their silence is a risk
    review_every  days from one value review to the next
    as_of         the day of which the sheet speaks; without it no line is silent and no review is late
    Raises ValueError for two rows of a list with one id. Source: account-growth practice; the rule of health is ours.
    """

    since: date | None = None
    sponsors: tuple[PersonId, ...] = ()
    lines: Rows[ContactLine] = ()
    review_every: Days = 90
    reviews: Rows[ValueReview] = ()
    spaces: Rows[Space] = ()
    as_of: date | None = None

    @property
    def begun(self) -> bool:
        """Something was filled in."""
        return bool(self.since or self.sponsors or self.lines or self.reviews or self.spaces)

    def live(self) -> tuple[ContactLine, ...]:
        """Lines with a name at both ends on which somebody talked within the last quarter; a talk that is only planned
        is none."""
        return tuple(line for line in self.lines if line.ours.strip() and line.last and self._of_late(line.last))

    def independent(self) -> int:
        """How many live lines share nobody with each other, on either side: one salesperson with three contacts is one
        line, for when they leave all three are gone."""
        ways: dict[str, set[str]] = {}
        for line in self.live():
            ways.setdefault(line.ours.strip(), set()).add(line.theirs)
        return _pairs(ways)

    def silent_sponsors(self) -> tuple[str, ...]:
        """Sponsors with whom nobody of ours is in touch."""
        heard = {line.theirs for line in self.live()}
        return tuple(dict.fromkeys(sponsor for sponsor in self.sponsors if sponsor not in heard))

    @property
    def last_review(self) -> ValueReview | None:
        """The last value review that took place by the sheet's own day."""
        held = [review for review in self.reviews if review.on and (self.as_of is None or review.on <= self.as_of)]
        return max(held, key=lambda review: review.on or date.min, default=None)

    @property
    def review_due(self) -> date | None:
        """When the next value review is due: so many days after the last one, or after the start. None: not to say."""
        start = (self.last_review.on if self.last_review else None) or self.since
        if start is None:
            return None
        return start + timedelta(min(self.review_every, (date.max - start).days))

    @property
    def review_overdue(self) -> bool:
        """The day of the next review has passed."""
        return self.as_of is not None and self.review_due is not None and self.review_due < self.as_of

    @property
    def white_space(self) -> tuple[Space, ...]:
        """What they could buy from us and do not, confirmed: nobody supplies it, or a rival does."""
        return tuple(space for space in self.spaces if space.state.settled in ("open", "rival"))

    @property
    def health(self) -> HealthReading:
        """At risk if a sponsor is silent, nobody talks to anybody, or the last review fell short; to be watched if
        lines are few, a review is missing that is due, or late, or a rival is inside; else sound."""
        review = self.last_review
        holds: dict[Because, bool] = {
            "silent-sponsor": bool(self.silent_sponsors()),
            "no-line": self.independent() == 0,
            "value-below": review is not None and review.value.settled == "below",
            "few-lines": 0 < self.independent() < LINES_NEEDED,
            "never-reviewed": review is None and (self.review_due is None or self.review_overdue),
            "review-overdue": review is not None and self.review_overdue,
            "rival-inside": any(space.state.settled == "rival" for space in self.spaces),
        }
        because = tuple(reason for reason, true in holds.items() if true)
        if not self.begun:
            return HealthReading()
        return HealthReading(
            level="at-risk" if GRAVE & set(because) else "watch" if because else "sound", because=because
        )

    def _of_late(self, last: date) -> bool:
        return self.as_of is None or 0 <= (self.as_of - last).days <= QUIET_DAYS


def _pairs(ways: Mapping[str, set[str]]) -> int:
    """The largest number of pairs in which nobody stands twice (a maximum matching, by alternating paths)."""
    partner: dict[str, str] = {}
    for start in ways:
        came: dict[str, str] = {}  # whoever of theirs was reached, and from whom of ours
        queue = [start]
        for ours in queue:
            free = None
            for theirs in sorted(ways[ours] - came.keys()):
                came[theirs] = ours
                if theirs not in partner:
                    free = theirs
                    break
                queue.append(partner[theirs])
            if free is not None:
                before = {ours: theirs for theirs, ours in partner.items()}
                step: str | None = free
                while step is not None:
                    ours = came[step]
                    partner[step], step = ours, before.get(ours)
                break
    return len(partner)
