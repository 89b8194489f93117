"""The funnel (M44): its deals by stage, how long each has been there, and what the whole is good for."""

from collections.abc import Sequence

from sellkit.models.portfolio.funnel import REVIEW_DAYS, STALL, Age, Funnel
from sellkit.views.pictures import marks
from sellkit.views.pictures.drawing import Drawing
from sellkit.views.pictures.money import money
from sellkit.views.pictures.plan_parts import Column, card, heading, legend
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT,
    ACCENT_SOFT,
    ACCENT_TINT,
    ERROR,
    INK,
    MUTED,
    WARN,
    Element,
    document,
    el,
    label,
)

AGE_BAR = 220


def funnel_svg(record: Funnel, words: Says, *, width: float = 1180) -> str:
    """The funnel as SVG text: a band for each stage, narrower from stage to stage, and under it its deals with their
    age against the stage's median. On a phone each deal is a card."""
    drawing = _Drawing(record, words, width)
    drawn = drawing.elements()
    return document(drawn, width, drawing.y, language=words.language, title=words.say("boards.funnel.title"))


class _Drawing(Drawing[Says]):
    """One drawing in the making."""

    def __init__(self, record: Funnel, words: Says, width: float) -> None:
        super().__init__(words, width)
        self.funnel = record
        self.late = {deal.id: days for deal, days in record.to_review()}
        self.ages = record.ages()
        self.tiered = any(deal.tier for deal in record.deals)
        self.foreign = {deal.id for deal in record.foreign()}
        self.longest = max(
            [age.days or 0 for age in self.ages] + [STALL * (age.usual or 0) for age in self.ages] + [1.0]
        )
        self.y = 0.0

    def elements(self) -> list[Element]:
        say, funnel = self.words.say, self.funnel
        head, self.y = heading(say("boards.funnel.title"), self._summary(), self.width)
        drawn = list(head)
        for n, stage in enumerate(funnel.stages):
            drawn += self._band(n, stage.label, [age for age in self.ages if age.deal.stage == stage.id], stage.usual)
        known = {stage.id for stage in funnel.stages}
        loose = [age for age in self.ages if age.deal.stage not in known]
        if loose:
            drawn += self._band(len(funnel.stages), say("boards.funnel.no-stage"), loose, None)
        if shown := self._signs():
            signs, self.y = legend(shown, self.left, self.y + 8, self.width)
            drawn += signs
        else:
            self.y += 12
        return drawn

    def _summary(self) -> list[str]:
        say, funnel = self.words.say, self.funnel
        if not funnel.deals:
            return [say("boards.funnel.empty")]
        lines = [
            say(
                "boards.funnel.open", count=len(funnel.open), value=money(funnel.value), unit=funnel.counted_in
            ).rstrip()
        ]
        found = funnel.forecast()
        if found.deals:
            lines.append(say("boards.funnel.forecast", low=money(found.low), high=money(found.high),
                             weighted=money(found.weighted), count=found.deals))  # fmt: skip
        if funnel.refill is not None and funnel.new is not None:
            state = "enough" if funnel.new >= funnel.refill else "short"
            lines.append(say(f"boards.funnel.refill.{state}", new=funnel.new, needed=funnel.refill))
        elif funnel.refill is not None:
            lines.append(say("boards.funnel.refill.needed", needed=funnel.refill))
        facts = []
        if funnel.coverage is not None:
            facts.append(say("boards.funnel.coverage", times=f"{funnel.coverage:.1f}"))
        if funnel.velocity is not None:
            facts.append(say("boards.funnel.velocity", amount=money(funnel.velocity)))
        return [*lines, "   ·   ".join(facts)] if facts else lines

    def _band(self, n: int, name: str, ages: Sequence[Age], usual: float | None) -> list[Element]:
        """The head of a stage as a slice of the funnel, and its deals below."""
        say = self.words.say
        slices = max(len(self.funnel.stages), 1)
        narrowing = (0.16 if self.narrow else 0.3) * self.wide / slices
        x1, x2 = self.left + n * narrowing, self.left + (n + 1) * narrowing
        value = sum(age.deal.value or 0 for age in ages if age.deal.id not in self.foreign)
        told = say("boards.funnel.stage" if ages else "boards.funnel.stage-empty", count=len(ages), value=money(value))
        if usual is not None:
            told += "   ·   " + say("boards.funnel.usual", days=f"{usual:g}")
        room = self.width - 2 * x2
        column = Column(self.width / 2, self.y + 4, room)
        column.text(name, 15, most=2, text_anchor="middle", font_weight=700)
        column.text(told, 12, most=2, text_anchor="middle")
        y1, y2 = self.y, column.y + 5
        shape = f"M{x1:.1f} {y1:.1f}H{self.width - x1:.1f}L{self.width - x2:.1f} {y2:.1f}H{x2:.1f}z"
        drawn = [el("path", d=shape, fill=ACCENT_TINT, stroke=ACCENT), *column.drawn]
        self.y = y2 + 8
        for age in ages:
            drawn += self._deal(age)
        self.y += 10
        return drawn

    def _deal(self, age: Age) -> list[Element]:
        deal, say = age.deal, self.words.say
        notes = self._notes(age)
        worth = "" if deal.value is None else f"{money(deal.value)} {deal.currency.strip()}".rstrip()
        chance = "" if deal.chance is None else say("boards.funnel.chance", chance=f"{deal.chance:g}")
        facts = "   ·   ".join(part for part in (worth, chance) if part)
        inset = 54 if self.tiered else 16
        bar = self.wide - inset - 14 if self.narrow else AGE_BAR
        names = bar if self.narrow else self.wide - AGE_BAR - 120
        column = Column(self.left + inset, self.y + 8, names)
        column.text(deal.label, 14, most=2, font_weight=600)
        column.text(facts, 12, fill=MUTED)
        for note, colour in notes:
            column.text(f"▲ {note}", 12, most=3, gap=2, fill=colour, font_weight=600)
        bar_x, bar_y = (column.x, column.y + 10) if self.narrow else (self.width - self.left - bar - 14, self.y + 14)
        aged = self._age(age, bar_x, bar_y, bar)
        bottom = max(column.y + 8, (bar_y if aged else self.y) + (36 if aged else 0) + 4, self.y + 46)
        drawn = [card(self.left, self.y, self.wide, bottom - self.y), *column.drawn, *aged]
        if self.tiered:
            badge = marks.Badge("square", deal.tier or "", colour=INK if deal.tier else MUTED)
            drawn.append(marks.draw(badge, "firm" if deal.tier else "blank", self.left + 14, self.y + 10))
        self.y = bottom + 6
        return drawn

    def _age(self, age: Age, x: float, y: float, wide: float) -> list[Element]:
        """Days in the stage as a bar, the median as a tick, the limit of stalling as a line across."""
        if age.days is None:
            return []
        scale = wide / self.longest
        drawn = [
            el("rect", x=x, y=y, width=wide, height=12, rx=3, fill=ACCENT_SOFT),
            el(
                "rect",
                x=x,
                y=y,
                width=max(2.0, age.days * scale),
                height=12,
                rx=3,
                fill=ERROR if age.stalled else ACCENT,
            ),
        ]
        if age.usual is not None:
            at = x + STALL * age.usual * scale
            drawn.append(el("path", d=f"M{at:.1f} {y - 4:.1f}v20", stroke=INK, stroke_width=2))
        drawn.append(label(self.words.say("boards.funnel.days", days=age.days), x, y + 28, 12, fill=MUTED))
        return drawn

    def _notes(self, age: Age) -> list[tuple[str, str]]:
        deal, say = age.deal, self.words.say
        found = []
        if age.stalled:
            found.append((say("boards.funnel.stalled"), ERROR))
        if deal.id in self.late and deal.tier is not None:
            within = REVIEW_DAYS[deal.tier]
            found.append((say("boards.funnel.review", days=self.late[deal.id], within=within), WARN))
        if deal.work == "sale" and deal.project.given is not True:
            found.append((say("boards.funnel.no-project"), ERROR))
        elif deal.work == "sale" and not deal.project.confirmed:
            found.append((say("boards.funnel.project-open"), WARN))
        elif deal.work == "maintenance":
            found.append((say("boards.funnel.maintenance"), MUTED))
        if deal.tier in ("C", "D") and deal.spent:
            found.append((say("boards.funnel.spending", spent=money(deal.spent)), WARN))
        return found

    def _signs(self) -> list[tuple[Element, str]]:
        """What the signs mean that are drawn."""
        say = self.words.say
        tier = (marks.draw(marks.Badge("square", "A"), "firm", 0, 0), say("boards.funnel.sign.tier"))
        age = (el("rect", x=1, y=7, width=24, height=12, rx=3, fill=ACCENT), say("boards.funnel.sign.age"))
        limit = (el("path", d="M13 3v20", stroke=INK, stroke_width=2), say("boards.funnel.sign.limit"))
        aged = any(age.days is not None for age in self.ages)
        return [*([tier] if self.tiered else []), *([age, limit] if aged else [])]
