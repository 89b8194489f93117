"""M24: the gap between what we sell and what we have to sell, and what fills it."""

from functools import cached_property
from typing import Annotated, Literal, NamedTuple, get_args

from pydantic import Field

from sellkit.models.base import Id, Judged, Money, Record, Rows

SourceKind = Literal["more-use", "cross-sell", "price-or-mix", "drop-loss-makers", "new-customers", "adjacent-business"]
SOURCE_KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
# A loss is told by a check, not refused: dropping a service costs sales before it brings profit.
Amount = Annotated[float, Field(allow_inf_nan=False)]


class GrowthSource(Record):
    """One source of growth.

    kind      one of the six: more use by today's customers, cross-sell, price or mix, dropping loss-making services,
              new customers in the core industry, adjacent business
    customer  with whom; what: by which work; deal: the opportunity it comes from, if there is one
    amount    what it brings in the period of the plan, in the plan's currency, unless `currency` names another
    """

    id: Id
    kind: SourceKind | None = None
    customer: str = ""
    what: str = ""
    deal: Id | None = None
    amount: Judged[Amount] = Field(default_factory=Judged[Amount])
    currency: str = ""
    owner: str = ""

    @property
    def label(self) -> str:
        """What it is called: the work, the customer, or the id."""
        return self.what.strip() or self.customer.strip() or self.id


class Step(NamedTuple):
    """One bar of the waterfall: what the sources of a kind bring; `hoped` is what nothing confirms yet."""

    kind: SourceKind
    filled: float
    hoped: float


class GrowthPlan(Record):
    """Growth gap (业绩增长): target − current = gap, filled from six sources.

    target, current  sales of the period that is planned and of the one that ended, in `currency`
    Only confirmed amounts fill the gap, and only those in the plan's own currency; where it names none, the first that
    a source names is the plan's. Raises ValueError for two sources
    with one id. Source: growth planning of key-account courses.
    """

    target: Money | None = None
    current: Money | None = None
    currency: str = ""
    sources: Rows[GrowthSource] = ()

    @property
    def gap(self) -> float | None:
        """Target less current; None while one of the two is missing. Below 0 the target lies behind us."""
        return None if self.target is None or self.current is None else self.target - self.current

    @property
    def filled(self) -> float:
        """What is confirmed."""
        return sum(step.filled for step in self.steps())

    @property
    def hoped(self) -> float:
        """What is written down and not confirmed."""
        return sum(step.hoped for step in self.steps())

    @property
    def uncovered(self) -> float | None:
        """The rest of the gap that nothing confirmed fills; 0 if there is none."""
        return None if self.gap is None else max(0.0, self.gap - self.filled)

    def steps(self) -> tuple[Step, ...]:
        """What each of the six kinds brings, in their order; sources without a kind are left out."""
        return tuple(Step(kind, *self._sums(kind)) for kind in SOURCE_KINDS)

    def foreign(self) -> tuple[GrowthSource, ...]:
        """Sources in another currency: no sum can hold them."""
        return tuple(each for each in self.sources if not self._ours(each))

    @cached_property
    def twice(self) -> tuple[tuple[GrowthSource, GrowthSource], ...]:
        """Sources that stand twice, each with the one before: the same deal, or the same work for the same customer."""
        seen: dict[tuple[str, ...], GrowthSource] = {}
        found = []
        for source in self.sources:
            words = (_folded(source.customer), _folded(source.what))
            key = ("deal", source.deal) if source.deal else ("words", *words)
            if not source.deal and not all(words):
                continue
            if key in seen:
                found.append((source, seen[key]))
            else:
                seen[key] = source
        return tuple(found)

    def _sums(self, kind: SourceKind) -> tuple[float, float]:
        of_kind = [each.amount for each in self.sources if each.kind == kind and self._ours(each)]
        filled = sum(amount.settled for amount in of_kind if amount.settled is not None)
        hoped = sum(amount.given for amount in of_kind if amount.given is not None and not amount.confirmed)
        return filled, hoped

    @cached_property
    def counted_in(self) -> str:
        """The currency of the sums: the plan's own, or the first that a source names; "" if none is named."""
        named = (self.currency, *(each.currency for each in self.sources))
        return next((each.strip() for each in named if each.strip()), "")

    def _ours(self, source: GrowthSource) -> bool:
        return _folded(source.currency) in ("", _folded(self.counted_in))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
