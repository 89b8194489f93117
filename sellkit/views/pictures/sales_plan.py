"""The sales plan (M42) as a Gantt chart: items and actions by day and owner, done or late; and who carries what."""

from collections.abc import Sequence
from datetime import date

from sellkit.models.plan.sales_plan import PLAN_STAGES, PlanItem, PlanStage, Progress, Reader, SalesPlan
from sellkit.models.text import HABITS
from sellkit.views.pictures.gantt import HATCH, SHAPES, Chart, hatch
from sellkit.views.pictures.owner_loads import loads
from sellkit.views.pictures.plan_parts import NARROW, Column, heading, legend, pill, shape
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT,
    ACCENT_SOFT,
    CARD,
    ERROR,
    INK,
    LINE,
    MUTED,
    WARN,
    Element,
    document,
    el,
    label,
    paragraph,
    text_width,
    wrap,
)

STEP, ROW_PAD, BAND = 17, 8, 34
QUIET = "#eceae4"


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
        self.chart = Chart(record, self.rows, words, on, self.owner_x + width * 0.085, width - self.margin)
        self.y = 0.0

    def elements(self) -> list[Element]:
        say = self.words.say
        head, self.y = heading(say("boards.plan.title"), self._header(), self.width)
        drawn = [hatch(), *head]
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
            drawn += self.chart.calendar(grid_top, self.y)
        drawn += body
        carried, self.y = loads(self.plan, self.words, self.on, self.margin, self.y + 12, self.width)
        drawn += carried
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
            # On a phone a long name of a stage needs the room.
            bar, end = 36.0 if self.narrow else 90.0, self.margin + wide - 12
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
        drawn = [*column.drawn, self.chart.marker(item, marker_x, middle)]
        if not self.narrow:
            drawn += self._owner(item, middle)
            drawn += self.chart.row(item, middle)
        return drawn

    def _owner(self, item: PlanItem, y: float) -> list[Element]:
        if item.owner.strip():
            lines = wrap(item.owner, self.chart.left - self.owner_x - 10, 12, 1)
            return paragraph(lines, self.owner_x, y + 4, 12, 16)
        if self.plan.under(item):
            return []
        return [label(self.words.say("boards.plan.nobody"), self.owner_x, y + 4, 12, fill=WARN, font_weight=600)]

    def _status_line(self, item: PlanItem, column: Column) -> None:
        say, late = self.words.say, self.chart.late(item)
        owner = item.owner.strip() or ("" if self.plan.under(item) else say("boards.plan.nobody"))
        day = say("boards.plan.no-date") if item.due is None else say("boards.plan.due", on=item.due.isoformat())
        if item.done is not None:
            day = say("boards.plan.done-on", on=item.done.isoformat())
        column.text(" · ".join(part for part in (owner, day) if part), 12, most=2, fill=MUTED)
        if late:
            column.text(say("boards.plan.late", on=late.isoformat()), 12, fill=ERROR, font_weight=700)

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
