"""The chart of the sales plan (M42): the calendar, and on it the mark, the span and the delay of each row."""

from collections.abc import Sequence
from datetime import date

from sellkit.models.plan.sales_plan import PlanItem, SalesPlan
from sellkit.views.pictures.plan_parts import pill, shape
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT,
    CARD,
    ERROR,
    FAINT,
    INK,
    MUTED,
    PAPER,
    WARN,
    Element,
    el,
    label,
    text_width,
)

SHAPES = {"key-node": "diamond", "milestone": "triangle", "general": "disc"}
HATCH = "url(#late)"
# With more lines than this the grid would be a hatching of its own.
MOST_LINES = 48


class Chart:
    """Days between two edges. `on` is today; without it nothing is late."""

    def __init__(
        self, plan: SalesPlan, rows: Sequence[PlanItem], words: Says, on: date | None, left: float, right: float
    ) -> None:
        self.plan, self.words, self.on, self.left, self.right = plan, words, on, left, right
        days = [day for item in rows for day in (item.due, item.done) if day] + ([on] if on else [])
        self.first = min(days).replace(day=1) if days else None
        self.last = max(days, default=None)

    def x(self, day: date) -> float:
        """Where a day lies."""
        first, last = self.first or day, self.last or day
        return self.left + 12 + (self.right - self.left - 24) * (day - first).days / max(1, (last - first).days)

    def late(self, item: PlanItem) -> date | None:
        """The day since which a row is overdue."""
        return item.due if self.on and item.overdue(self.on) else None

    def marker(self, item: PlanItem, x: float, y: float) -> Element:
        """The sign of a row's kind, filled if it is done."""
        done = item.done is not None and (self.on is None or item.done_by(self.on))
        colour = ERROR if self.late(item) else INK
        return shape(SHAPES[item.kind], x, y, 7, fill=INK if done else CARD, stroke=colour, stroke_width=1.8)

    def row(self, item: PlanItem, y: float) -> list[Element]:
        """What one row shows on the chart."""
        return [*self._span(item, y), *self._time(item, y)]

    def calendar(self, top: float, bottom: float) -> list[Element]:
        """Months and today, behind the rows."""
        if self.first is None:
            return []
        drawn: list[Element] = []
        named: list[Element] = []  # over the line of today, which must not run through a month's name
        free = self.left
        for month in _months(self.first, self.last or self.first):
            x = self.x(month)
            drawn.append(el("path", d=f"M{x:.1f} {top + 40}V{bottom}", stroke=FAINT, stroke_width=0.8))
            if x >= free and x + 52 <= self.right + 20:
                named.append(el("rect", x=x - 2, y=top + 24, width=54, height=15, fill=PAPER))
                named.append(label(f"{month:%Y-%m}", x, top + 36, 12, fill=MUTED))
                free = x + 62
        if self.on:
            x = self.x(self.on)
            drawn.append(
                el("path", d=f"M{x:.1f} {top + 4}V{bottom}", stroke=ACCENT, stroke_width=2, stroke_dasharray="2 4")
            )
            today = self.words.say("boards.plan.today", on=self.on.isoformat())
            drawn.append(pill(today, min(x, self.right - 62), top + 6, ink=ACCENT, ground=ACCENT))
        return [*drawn, *named]

    def _span(self, item: PlanItem, y: float) -> list[Element]:
        """From the first action under an item to the item's own day."""
        days = [child.due for child in self.plan.under(item) if child.due]
        if not days or item.due is None or min(days) >= item.due:
            return []
        return [el("path", d=f"M{self.x(min(days)):.1f} {y}H{self.x(item.due):.1f}", stroke=FAINT, stroke_width=6,
                   stroke_linecap="round")]  # fmt: skip

    def _time(self, item: PlanItem, y: float) -> list[Element]:
        say, late = self.words.say, self.late(item)
        if item.due is None and item.done is None:
            text = say("boards.plan.no-date")
            ground = el("rect", x=self.left + 6, y=y - 8, width=text_width(text, 12) + 4, height=16, fill=PAPER)
            return [ground, label(text, self.left + 8, y + 4, 12, fill=WARN, font_weight=600)]
        day = item.due or item.done
        assert day is not None
        x = end = self.x(day)
        drawn: list[Element] = []
        text, look = day.isoformat(), {"fill": MUTED}
        if late and self.on:
            end = self.x(self.on)
            drawn.append(el("rect", x=x, y=y - 5, width=max(2.0, end - x), height=10, fill=HATCH, stroke=ERROR))
            text, look = say("boards.plan.late", on=late.isoformat()), {"fill": ERROR, "font_weight": 700}
        elif item.done is not None:
            text = say("boards.plan.done-on", on=item.done.isoformat())
            if item.due and item.done > item.due:
                end = self.x(item.done)
                drawn.append(
                    el("path", d=f"M{x:.1f} {y}H{end:.1f}", stroke=INK, stroke_width=2, stroke_dasharray="2 3")
                )
        drawn.append(self.marker(item, x, y))
        wide = text_width(text, 12)
        right = end + 14 + wide <= self.right
        at = end + 14 if right else x - 14 - wide
        if at < self.left:  # neither side has room: on the bar itself
            at = x + 14
        drawn.append(el("rect", x=at - 2, y=y - 8, width=wide + 4, height=16, fill=PAPER))
        drawn.append(label(text, at, y + 4, 12, **look))
        return drawn


def hatch() -> Element:
    """The pattern of what is late, for the head of the picture."""
    line = el("path", d="M-1 7L7-1M-1 1L1-1M5 7L7 5", stroke=ERROR, stroke_width=1.6)
    ground = el("rect", width=6, height=6, fill=CARD)
    return el("defs", el("pattern", ground, line, id="late", width=6, height=6, patternUnits="userSpaceOnUse"))


def _months(first: date, last: date) -> list[date]:
    """The first days of the months from one day to another; of every so many months where they would be too many."""
    start, end = 12 * first.year + first.month - 1, 12 * last.year + last.month - 1
    return [date(n // 12, n % 12 + 1, 1) for n in range(start, end + 1, 1 + (end - start) // MOST_LINES)]
