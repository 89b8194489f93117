"""Purchase plan and decision process (M39) on one time line: what is done, what is decided, how we fit."""

from collections.abc import Mapping
from datetime import date

from sellkit.models.plan.purchase import DecisionProcess, DecisionStage, Moment, PurchasePlan, PurchaseStep
from sellkit.views.pictures import marks
from sellkit.views.pictures.decision_cards import DecisionCards
from sellkit.views.pictures.plan_parts import FIT, NARROW, Column, card, heading, legend, pill, shape
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT,
    CARD,
    INK,
    LINE,
    MUTED,
    Element,
    document,
    el,
)

GAP, PAD, DOT, DATE = 14, 14, 22, 26
# How much of the height the calendar may claim for itself; the cards take what they need beyond it.
CALENDAR = 420


def decision_timeline_svg(
    record: DecisionProcess, words: Says, *, names: Mapping[str, str] | None = None, on: date | None = None,
    width: float = 1180,
) -> str:  # fmt: skip
    """The time line as SVG text: steps on its left, decisions on its right, one below the other where it is narrow.

    `names` are those of people, by id; `on` is today, else the sheet's own day. Rows without a date stand at the end.
    """
    drawing = _Drawing(record, words, names or {}, on or record.as_of, width)
    drawn = drawing.elements()
    return document(drawn, width, drawing.y, language=words.language, title=words.say("boards.timeline.title"))


class _Drawing:
    """One picture in the making; `y` is how far down it has come."""

    def __init__(
        self, record: DecisionProcess, words: Says, people: Mapping[str, str], on: date | None, width: float
    ) -> None:
        self.record, self.words, self.on, self.width = record, words, on, width
        self.cards = DecisionCards(record, words, people)
        self.steps = {step.id: step for step in record.steps} if isinstance(record, PurchasePlan) else {}
        self.stages = {stage.id: stage for stage in record.stages}
        self.narrow = width < NARROW
        self.margin = 16 if self.narrow else 32
        self.axis = self.margin + 10.0 if self.narrow else width / 2
        self.card = width - 2 * self.margin - 34 if self.narrow else width / 2 - self.margin - 62
        self.y = 0.0

    def elements(self) -> list[Element]:
        say = self.words.say
        head, self.y = heading(say("boards.timeline.title"), [self._summary()], self.width)
        if not self.steps and not self.stages:
            empty = Column(self.margin, self.y, self.width - 2 * self.margin)
            empty.text(say("boards.timeline.empty"), 14, most=6, fill=MUTED)
            self.y = empty.y + 32
            return [*head, *empty.drawn]
        cards = [*self._lane_names(), *self._dated(), *self._undated()]
        signs, self.y = legend(self._signs(), self.margin, self.y + 10, self.width)
        return [*head, *cards, *signs]

    def _summary(self) -> str:
        following = self.record.next_decision(self.on) if self.on else None
        if following is None or following.on is None or self.on is None:
            return self.words.say("boards.timeline.counts", steps=len(self.steps), stages=len(self.stages))
        return self.words.say("boards.timeline.next", stage=following.label, on=following.on.isoformat(),
                              days=(following.on - self.on).days)  # fmt: skip

    def _lane_names(self) -> list[Element]:
        if self.narrow:
            return []
        left, right = self.words.say("boards.timeline.steps"), self.words.say("boards.timeline.stages")
        drawn = [
            pill(left, self.axis - 62, self.y, ink=MUTED, anchor="end"),
            pill(right, self.axis + 62, self.y, ink=ACCENT, anchor="start"),
        ]
        self.y += 26
        return drawn

    def _dated(self) -> list[Element]:
        moments: list[Moment | date] = list(self.record.timeline()) if isinstance(self.record, PurchasePlan) else [
            Moment(kind="decision", id=stage.id, on=stage.on) for stage in self.record.dated if stage.on
        ]  # fmt: skip
        if not moments:
            return []
        if self.on is not None:  # today stands before whatever happens today
            today = self.on
            at = sum(1 for moment in moments if isinstance(moment, Moment) and moment.on < today)
            moments.insert(at, today)
        days = [_day(moment) for moment in moments]
        pace = CALENDAR / max(1, (days[-1] - days[0]).days)
        free = {"step": self.y, "decision": self.y}
        top = dot = self.y
        drawn: list[Element] = []
        for n, moment in enumerate(moments):
            apart = min(150.0, (days[n] - days[n - 1]).days * pace) if n else 0.0
            start = max(dot + apart, dot + (DATE if n and days[n] != days[n - 1] else 0))
            if not isinstance(moment, Moment):
                dot = max(start, *free.values()) + 6
                drawn += self._today(moment, dot)
                free = dict.fromkeys(free, dot + 20)
                continue
            lane = "step" if self.narrow else moment.kind
            before, dot = dot, max(start, free[lane])
            if n and 0 < dot - before < DATE:
                dot = before + DATE
            # Two that stand side by side share the date between them.
            shared = n > 0 and dot == before and isinstance(moments[n - 1], Moment)
            made, free[lane] = self._moment(moment, dot, dated=not shared)
            drawn += made
        bottom = max(free.values())
        line = el("path", d=f"M{self.axis} {top - 4}V{bottom}", stroke=LINE, stroke_width=3, stroke_linecap="round")
        self.y = bottom + 6
        return [line, *drawn]

    def _today(self, on: date, y: float) -> list[Element]:
        text = self.words.say("boards.timeline.today", on=on.isoformat())
        at, anchor = (self.axis + 24, "start") if self.narrow else (self.axis, "middle")
        line = el("path", d=f"M{self.margin} {y}H{self.width - self.margin}", stroke=ACCENT, stroke_width=2,
                  stroke_dasharray="2 4")  # fmt: skip
        return [line, pill(text, at, y, ink=ACCENT, ground=ACCENT, anchor=anchor)]

    def _moment(self, moment: Moment, y: float, *, dated: bool) -> tuple[list[Element], float]:
        right = self.narrow or moment.kind == "decision"
        x = self.axis + (24 if self.narrow else 62) if right else self.axis - 62 - self.card
        row = self.stages[moment.id] if moment.kind == "decision" else self.steps[moment.id]
        body, bottom = self._card(row, x, y, self.card)
        edge = x if right else x + self.card
        middle = y + DOT
        past = self.on is not None and moment.on < self.on
        start = self.axis if self.narrow else self.axis + (42 if right else -42)  # where the date's pill ends
        drawn = [el("path", d=f"M{start} {middle}H{edge}", stroke=LINE, stroke_width=1.4), *body]
        sign = "diamond" if moment.kind == "decision" else "disc"
        colour = ACCENT if moment.kind == "decision" else INK
        at = self.axis if self.narrow else edge
        drawn.append(shape(sign, at, middle, 9, fill=colour if past else CARD, stroke=colour, stroke_width=2))
        if dated and not self.narrow:
            drawn.append(pill(moment.on.isoformat(), self.axis, middle, ink=MUTED if past else INK))
        return drawn, bottom + GAP

    def _card(self, row: DecisionStage | PurchaseStep, x: float, y: float, width: float) -> tuple[list[Element], float]:
        column = Column(x + PAD + 6, y + PAD - 3, width - 2 * PAD - 6)
        if self.narrow and row.on:
            column.text(row.on.isoformat(), 12, fill=MUTED, font_weight=600)
        look = self.cards.fill(row, column)
        bottom = column.y + PAD - 4
        return [card(x, y, width, bottom - y, **look), *column.drawn], bottom

    def _undated(self) -> list[Element]:
        rows = [*(step for step in self.steps.values() if not step.on), *(s for s in self.stages.values() if not s.on)]
        if not rows:
            return []
        column = Column(self.margin, self.y + 10, self.width - 2 * self.margin)
        column.text(self.words.say("boards.timeline.undated"), 13, font_weight=700, fill=MUTED)
        drawn = column.drawn
        free = {"left": column.y + 8, "right": column.y + 8}
        wide = self.card + (34 if self.narrow else 0)
        for n, row in enumerate(rows):
            side = "left" if self.narrow or n % 2 == 0 else "right"
            x = self.margin if side == "left" else self.width - self.margin - wide
            body, bottom = self._card(row, x, free[side], wide)
            drawn += body
            free[side] = bottom + GAP
        self.y = max(free.values())
        return drawn

    def _signs(self) -> list[tuple[Element, str]]:
        say = self.words.say
        fits = [(marks.draw(*fit, 0, 0), text) for fit, text in (
            ((FIT["good"], "firm"), self.words.level("decision-fit", "good")),
            ((FIT["partial"], "firm"), self.words.level("decision-fit", "partial")),
            ((FIT["poor"], "firm"), self.words.level("decision-fit", "poor")),
            ((FIT["good"], "open"), say("boards.legend.open")),
            ((marks.Badge("round", "?", colour=MUTED), "unknown"), say("boards.legend.unknown")),
            ((marks.Badge("round"), "blank"), say("boards.legend.blank")),
        )]  # fmt: skip
        return [
            (shape("disc", 13, 13, 9, fill=CARD, stroke=INK, stroke_width=2), say("boards.timeline.step")),
            (shape("diamond", 13, 13, 9, fill=CARD, stroke=ACCENT, stroke_width=2), say("boards.timeline.stage")),
            (shape("diamond", 13, 13, 9, fill=ACCENT), say("boards.timeline.past")),
            *fits,
        ]


def _day(moment: Moment | date) -> date:
    return moment.on if isinstance(moment, Moment) else moment
