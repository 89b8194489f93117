"""The sales plan (M42) as a Gantt chart: items and actions by day and owner, done or late; and who carries what."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sellkit.models.sales_plan import PLAN_STAGES, Load, PlanItem, PlanStage, Progress, Reader, SalesPlan
from sellkit.models.text import HABITS
from sellkit.views.pictures.plan_parts import NARROW, Column, heading, legend, pill, shape
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT,
    ACCENT_SOFT,
    CARD,
    ERROR,
    FAINT,
    INK,
    LINE,
    MUTED,
    PAPER,
    WARN,
    Element,
    document,
    el,
    label,
    text_width,
    wrap,
)

SHAPES = {"key-node": "diamond", "milestone": "triangle", "general": "disc"}
STEP, ROW_PAD, BAND = 17, 8, 34
HATCH, QUIET = "url(#late)", "#eceae4"


def sales_plan_svg(
    record: SalesPlan, words: Says, *, reader: Reader = "salesperson", on: date | None = None, width: float = 1180
) -> str:
    """The plan as SVG text, with the rows that concern the reader; a list instead of a chart where it is narrow.

    `on` is today, else the plan's own day; without either nothing is late.
    """
    drawing = _Drawing(record, words, reader, on or record.as_of, width)
    drawn = drawing.elements()
    return document(drawn, width, drawing.y, language=words.language, title=words.say("boards.plan.title"))


class _Drawing:
    """One picture in the making; `y` is how far down it has come."""

    def __init__(self, record: SalesPlan, words: Says, reader: Reader, on: date | None, width: float) -> None:
        self.plan, self.words, self.on, self.width = record, words, on, width
        self.rows = record.for_reader(reader)
        self.reader = reader
        self.narrow = width < NARROW
        self.margin = 16.0 if self.narrow else 32.0
        self.names = width - 2 * self.margin - 30 if self.narrow else width * 0.34
        self.owner_x = self.margin + self.names + 12
        self.left, self.right = self.owner_x + width * 0.085, width - self.margin
        days = [day for item in self.rows for day in (item.due, item.done) if day] + ([on] if on else [])
        self.first, self.last = (min(days).replace(day=1), max(days)) if days else (None, None)
        self.y = 0.0

    def elements(self) -> list[Element]:
        say = self.words.say
        head, self.y = heading(say("boards.plan.title"), self._header(), self.width)
        drawn = [_hatch(), *head]
        if not self.plan.items:
            empty = Column(self.margin, self.y, self.width - 2 * self.margin)
            empty.text(say("boards.plan.empty"), 14, most=6, fill=MUTED)
            self.y = empty.y + 32
            return [*drawn, *empty.drawn]
        grid_top = self.y
        if not self.narrow:
            self.y += 46
        body: list[Element] = []
        for stage in PLAN_STAGES:
            body += self._stage(stage, [item for item in self.rows if self.plan.stage_of(item) == stage])
        loose = [item for item in self.rows if self.plan.stage_of(item) is None]
        if loose:
            body += self._band(say("boards.plan.no-stage"), None, here=False)
            body += [part for item in loose for part in self._row(item)]
        if not self.narrow:
            drawn += self._calendar(grid_top, self.y)
        drawn += body
        drawn += self._loads()
        signs, self.y = legend(self._signs(), self.margin, self.y + 6, self.width)
        return [*drawn, *signs]

    def _header(self) -> list[str]:
        plan, say = self.plan, self.words.say
        facts = [say("boards.plan.reader", reader=say(f"boards.plan.reader.{self.reader}"))]
        if plan.year_target is not None:
            facts.append(say("boards.plan.target", amount=f"{plan.year_target:,.0f}"))
        if plan.opportunity_value is not None:
            facts.append(say("boards.plan.value", amount=f"{plan.opportunity_value:,.0f}"))
        if plan.deal_control.strip():
            facts.append(say("boards.plan.control", value=plan.deal_control.strip()))
        lines = ["   ·   ".join(facts)]
        if plan.team:
            lines.append(say("boards.plan.team", who=HABITS[self.words.language].comma.join(plan.team)))
        return lines

    def _stage(self, stage: PlanStage, rows: Sequence[PlanItem]) -> list[Element]:
        progress = next(p for p in self.plan.progress(self.on or date.max) if p.stage == stage)
        number = PLAN_STAGES.index(stage) + 1
        drawn = self._band(
            f"{number}  {self.words.level('plan-stage', stage)}", progress, here=stage == self.plan.stage
        )
        for item in rows:
            drawn += self._row(item)
        if not rows:
            hidden = self.words.say("boards.plan.nothing-for-you" if progress.total else "boards.plan.nothing")
            drawn.append(label(hidden, self.margin + 30, self.y + 18, 12, fill=MUTED))
            self.y += 28
        self.y += 6
        return drawn

    def _band(self, name: str, progress: Progress | None, *, here: bool) -> list[Element]:
        wide = self.width - 2 * self.margin
        drawn = [
            el("rect", x=self.margin, y=self.y, width=wide, height=BAND - 6, rx=6, fill=ACCENT_SOFT if here else QUIET,
               stroke=ACCENT if here else None, stroke_width=1.6 if here else None),
            label(name, self.margin + 10, self.y + 19, 14, font_weight=700),
        ]  # fmt: skip
        if here and not self.narrow:
            text = self.words.say("boards.plan.here")
            at = self.margin + 26 + text_width(name, 14)
            drawn.append(pill(text, at, self.y + 14, ink=ACCENT, ground=ACCENT, anchor="start"))
        if progress and progress.share is not None:
            bar, end = 90.0, self.margin + wide - 12
            text = self.words.say("boards.plan.done", done=progress.done, total=progress.total)
            drawn += [
                label(text, end - bar - 10, self.y + 18.5, 12, text_anchor="end"),
                el("rect", x=end - bar, y=self.y + 9, width=bar, height=10, rx=5, fill=CARD, stroke=LINE),
                el("rect", x=end - bar, y=self.y + 9, width=bar * progress.share, height=10, rx=5, fill=INK),
            ]
        self.y += BAND
        return drawn

    def _row(self, item: PlanItem) -> list[Element]:
        indent = 30.0 if self.plan.level(item) == 2 else 46.0
        column = Column(self.margin + indent, self.y + 3, self.names - indent + (30 if self.narrow else 0))
        column.text(item.what.strip() or item.id, 13, most=2, font_weight=600 if indent == 30 else None)
        if self.narrow:
            self._status_line(item, column)
        if item.outcome.strip():
            column.text(self.words.say("boards.plan.outcome", outcome=item.outcome.strip()), 12, most=2, fill=MUTED)
        elif item.kind == "key-node":
            column.text(self.words.say("boards.plan.no-outcome"), 12, fill=WARN, font_weight=600)
        top, middle = self.y, self.y + 13
        self.y = max(column.y, top + STEP + 3) + ROW_PAD
        marker_x = self.margin + (14 if indent == 30 else 30)
        drawn = [*column.drawn, *self._marker(item, marker_x, middle, 7)]
        if not self.narrow:
            drawn += self._owner(item, middle)
            drawn += self._span(item, middle)
            drawn += self._time(item, middle)
        return drawn

    def _owner(self, item: PlanItem, y: float) -> list[Element]:
        if item.owner.strip():
            lines = wrap(item.owner, self.left - self.owner_x - 10, 12, 1)
            return [label(lines[0], self.owner_x, y + 4, 12)]
        if self.plan.under(item):
            return []
        return [label(self.words.say("boards.plan.nobody"), self.owner_x, y + 4, 12, fill=WARN, font_weight=600)]

    def _status_line(self, item: PlanItem, column: Column) -> None:
        say, late = self.words.say, self._late(item)
        owner = item.owner.strip() or ("" if self.plan.under(item) else say("boards.plan.nobody"))
        day = say("boards.plan.no-date") if item.due is None else say("boards.plan.due", on=item.due.isoformat())
        if item.done is not None:
            day = say("boards.plan.done-on", on=item.done.isoformat())
        column.text(" · ".join(part for part in (owner, day) if part), 12, most=2, fill=MUTED)
        if late:
            column.text(say("boards.plan.late", on=late.isoformat()), 12, fill=ERROR, font_weight=700)

    def _marker(self, item: PlanItem, x: float, y: float, size: float) -> list[Element]:
        done = item.done is not None and (self.on is None or item.done_by(self.on))
        colour = ERROR if self._late(item) else INK
        return [shape(SHAPES[item.kind], x, y, size, fill=INK if done else CARD, stroke=colour, stroke_width=1.8)]

    def _span(self, item: PlanItem, y: float) -> list[Element]:
        """From the first action under an item to the item's own day."""
        days = [child.due for child in self.plan.under(item) if child.due]
        if not days or item.due is None or min(days) >= item.due:
            return []
        return [el("path", d=f"M{self._x(min(days)):.1f} {y}H{self._x(item.due):.1f}", stroke=FAINT, stroke_width=6,
                   stroke_linecap="round")]  # fmt: skip

    def _time(self, item: PlanItem, y: float) -> list[Element]:
        say, late = self.words.say, self._late(item)
        if item.due is None and item.done is None:
            text = say("boards.plan.no-date")
            ground = el("rect", x=self.left + 6, y=y - 8, width=text_width(text, 12) + 4, height=16, fill=PAPER)
            return [ground, label(text, self.left + 8, y + 4, 12, fill=WARN, font_weight=600)]
        day = item.due or item.done
        assert day is not None
        x = end = self._x(day)
        drawn: list[Element] = []
        text, look = day.isoformat(), {"fill": MUTED}
        if late and self.on:
            end = self._x(self.on)
            drawn.append(el("rect", x=x, y=y - 5, width=max(2.0, end - x), height=10, fill=HATCH, stroke=ERROR))
            text, look = say("boards.plan.late", on=late.isoformat()), {"fill": ERROR, "font_weight": 700}
        elif item.done is not None:
            text = say("boards.plan.done-on", on=item.done.isoformat())
            if item.due and item.done > item.due:
                end = self._x(item.done)
                drawn.append(
                    el("path", d=f"M{x:.1f} {y}H{end:.1f}", stroke=INK, stroke_width=2, stroke_dasharray="2 3")
                )
        drawn += self._marker(item, x, y, 7)
        wide = text_width(text, 12)
        right = end + 14 + wide <= self.right
        at = end + 14 if right else x - 14 - wide
        if at < self.left:  # neither side has room: on the bar itself
            at = x + 14
        drawn.append(el("rect", x=at - 2, y=y - 8, width=wide + 4, height=16, fill=PAPER, fill_opacity=0.85))
        drawn.append(label(text, at, y + 4, 12, **look))
        return drawn

    def _calendar(self, top: float, bottom: float) -> list[Element]:
        if self.first is None or self.last is None:
            return []
        drawn: list[Element] = []
        free = self.left
        for month in _months(self.first, self.last):
            x = self._x(month)
            drawn.append(el("path", d=f"M{x:.1f} {top + 40}V{bottom}", stroke=FAINT, stroke_width=0.8))
            if x >= free and x + 52 <= self.right + 20:
                drawn.append(label(f"{month:%Y-%m}", x, top + 36, 12, fill=MUTED))
                free = x + 62
        if self.on:
            x = self._x(self.on)
            drawn.append(
                el("path", d=f"M{x:.1f} {top + 4}V{bottom}", stroke=ACCENT, stroke_width=2, stroke_dasharray="2 4")
            )
            today = self.words.say("boards.plan.today", on=self.on.isoformat())
            drawn.append(pill(today, min(x, self.right - 62), top + 6, ink=ACCENT, ground=ACCENT))
        return drawn

    def _loads(self) -> list[Element]:
        column = Column(self.margin, self.y + 12, self.width - 2 * self.margin)
        column.text(self.words.say("boards.plan.loads"), 14, font_weight=700)
        column.text(self.words.say("boards.plan.counts"), 12, fill=MUTED)
        loads = self.plan.load(self.on or date.min)
        name = 150.0 if not self.narrow else 96.0
        room = min(420.0, self.width - 2 * self.margin - name - (0 if self.narrow else 320))
        unit = min(26.0, room / max(1, *(load.open + load.done for load in loads)))
        drawn, y = column.drawn, column.y + 8
        for load in loads:
            drawn += self._load(load, y, name, unit)
            y += 44 if self.narrow else 28
        self.y = y + 6
        return drawn

    def _load(self, load: Load, y: float, name: float, unit: float) -> list[Element]:
        say, x = self.words.say, self.margin + name
        who = wrap(load.owner or say("boards.plan.nobody"), name - 10, 13, 1)[0]
        counts = say("boards.plan.load", open=load.open, overdue=load.overdue, done=load.done)
        bars: list[tuple[int, dict[str, Any]]] = [
            (load.done, {"fill": INK, "stroke": INK}),
            (load.overdue, {"fill": HATCH, "stroke": ERROR}),
            (load.open - load.overdue, {"fill": CARD, "stroke": INK}),
        ]
        drawn = [label(who, self.margin, y + 14, 13, fill=INK if load.owner else WARN, font_weight=600)]
        for count, look in bars:
            if count:
                drawn.append(el("rect", x=x, y=y + 2, width=count * unit - 2, height=15, rx=3, **look))
                x += count * unit
        at = (self.margin + name, y + 33) if self.narrow else (x + 12, y + 14)
        drawn.append(label(counts, *at, 12, fill=MUTED))
        return drawn

    def _signs(self) -> list[tuple[Element, str]]:
        say = self.words.say
        kinds = [
            (shape(sign, 13, 13, 8, fill=CARD, stroke=INK, stroke_width=1.8), self.words.level("plan-item-kind", kind))
            for kind, sign in SHAPES.items()
        ]
        late = el("rect", x=0, y=8, width=26, height=10, fill=HATCH, stroke=ERROR)
        return [
            *kinds,
            (shape("diamond", 13, 13, 8, fill=INK), say("boards.plan.filled")),
            (late, say("boards.plan.overdue")),
        ]

    def _late(self, item: PlanItem) -> date | None:
        """The day since which a row is overdue."""
        return item.due if self.on and item.overdue(self.on) else None

    def _x(self, day: date) -> float:
        assert self.first is not None
        assert self.last is not None
        whole = max(1, (self.last - self.first).days)
        return self.left + 12 + (self.right - self.left - 24) * (day - self.first).days / whole


def _months(first: date, last: date) -> list[date]:
    """The first days of the months between two days; of years where months would be too many."""
    day, found = first.replace(day=1), []
    while day <= last and len(found) < 60:
        if day >= first:
            found.append(day)
        day = (day + timedelta(days=32)).replace(day=1)
    return found


def _hatch() -> Element:
    line = el("path", d="M-1 7L7-1M-1 1L1-1M5 7L7 5", stroke=ERROR, stroke_width=1.6)
    ground = el("rect", width=6, height=6, fill=CARD)
    return el("defs", el("pattern", ground, line, id="late", width=6, height=6, patternUnits="userSpaceOnUse"))
