"""M17, M18: do the customer's own initiatives carry it from where it stands to where it wants to be?"""

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple, Self, get_args

from pydantic import model_validator

from sellkit.models.base import Record, no_such
from sellkit.models.methods.grid import GridSheet, Placement

Direction = Literal["cost", "revenue"]
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
# Carries: on the arrow. Holds: the focus is high today and stays so. Off: the customer wants no focus there. Too late:
# on the arrow, and expected after the day by which the customer wants to be there. Open: nothing confirmed to judge by.
Fit = Literal["carries", "holds", "off", "too-late", "open"]


class Arrow(NamedTuple):
    """From today's position to the wanted one: steps of focus on cost and on revenue, and the days for it.

    open  one of the two positions is not confirmed: the arrow is drawn, and nothing may rest on it yet
    """

    now: Placement
    wanted: Placement
    steps: Mapping[Direction, int]
    high: Mapping[Direction, bool]
    open: bool

    @property
    def rises(self) -> tuple[Direction, ...]:
        """Where the customer wants more focus than it has."""
        return tuple(direction for direction in DIRECTIONS if self.steps[direction] > 0)

    @property
    def days(self) -> int | None:
        """Days from today's position to the wanted one; None if one of them is undated."""
        return (self.wanted.on - self.now.on).days if self.wanted.on and self.now.on else None

    def fit(self, direction: Direction, days: int | None = None) -> Fit:
        """How an initiative lies to this arrow: its direction, and in how many days at most it shall take effect."""
        if self.steps[direction] > 0:
            late = days is not None and self.days is not None and days > self.days
            return "too-late" if late else "carries"
        return "holds" if self.high[direction] else "off"


class InitiativeFit(NamedTuple):
    """One initiative of the map and how it lies to the arrow."""

    placement: Placement
    fit: Fit


class CustomerStrategy(Record):
    """Strategic alignment (SAM 战略协调模式) and the map of initiatives (TIM 策略效果模式) read together.

    alignment  a grid of focus on cost × focus on revenue; the customer placed on two days, today and the day by which
               it wants to be there: the arrow
    tactics    a grid of direction × time; each initiative placed once, `note` is the concrete action
    as_of      the day of today's position; without it the earliest position is today's
    An initiative is the same row in both readings: its id on the map is its id in the list of initiatives (M19).
    Raises ValueError for sheets of methods without these axes. Source: SAM and TIM of solution-selling courses; the
    reading of the two together is ours.
    """

    alignment: GridSheet
    tactics: GridSheet
    as_of: date | None = None

    @model_validator(mode="after")
    def _has_the_axes(self) -> Self:
        axes = {self.alignment.method.x.id, self.alignment.method.y.id}
        for direction in DIRECTIONS:
            if direction not in axes:
                raise no_such(f"axis {direction!r} in {self.alignment.method.id}", axes)
            levels = [level.id for level in self.tactics.method.y.levels]
            if direction not in levels:
                raise no_such(f"level {direction!r} on the axis {self.tactics.method.y.id}", levels)
        return self

    @property
    def arrow(self) -> Arrow | None:
        """From today to the wanted position of whatever was placed on two days; None until both positions are given."""
        return arrow(self.alignment, self.as_of)

    def fits(self) -> tuple[InitiativeFit, ...]:
        """Every initiative of the map; it is open while the arrow, its direction or its time is not confirmed."""
        arrow = self.arrow
        return tuple(InitiativeFit(each, self._fit(each, arrow)) for each in self.tactics.current())

    def uncarried(self) -> tuple[Direction, ...]:
        """Directions in which a confirmed arrow rises and no confirmed initiative carries the customer in time."""
        arrow = self.arrow
        if arrow is None or arrow.open:
            return ()
        carried = {each.placement.y.settled for each in self.fits() if each.fit == "carries"}
        return tuple(direction for direction in arrow.rises if direction not in carried)

    def _fit(self, placement: Placement, arrow: Arrow | None) -> Fit:
        direction = placement.y.settled
        if arrow is None or arrow.open or placement.x.settled is None or direction not in DIRECTIONS:
            return "open"
        level = next(level for level in self.tactics.method.x.levels if level.id == placement.x.settled)
        months = level.numbers.get("months")
        # Thirty days to a month, so that what is due within twelve months is not late for a position in a year.
        days = None if months is None else int(months * 30)
        return arrow.fit("cost" if direction == "cost" else "revenue", days)


def arrow(alignment: GridSheet, on: date | None = None) -> Arrow | None:
    """The arrow on a grid of focus on cost × focus on revenue, read on a day (on the sheet's own, if none is given).
    None until something was placed on two days, or if the grid has other axes."""
    on = on or alignment.as_of
    if {alignment.method.x.id, alignment.method.y.id} != set(DIRECTIONS):
        return None
    for id in dict.fromkeys(placement.id for placement in alignment.placements):
        places = [each for each in alignment.placements if each.id == id]
        places.sort(key=lambda each: each.on or date.min)
        past = [each for each in places if on is None or each.on is None or each.on <= on]
        now = (places[0] if on is None else past[-1]) if past else None
        if now is None or now is places[-1]:
            continue
        found, wanted = _focus(alignment, now), _focus(alignment, places[-1])
        if found is None or wanted is None:
            continue
        return Arrow(
            now=now,
            wanted=places[-1],
            steps={direction: wanted[direction] - found[direction] for direction in DIRECTIONS},
            high={direction: wanted[direction] > 0 for direction in DIRECTIONS},
            open=not (now.confirmed and places[-1].confirmed),
        )
    return None


def _focus(alignment: GridSheet, placement: Placement) -> dict[Direction, int] | None:
    """How high the focus is on each side, in levels from the lowest; None while one is open."""
    x, y = placement.x.given, placement.y.given
    if x is None or y is None:
        return None
    right, up = alignment.method.cell(x, y)
    return {"cost": up, "revenue": right} if alignment.method.y.id == "cost" else {"cost": right, "revenue": up}
