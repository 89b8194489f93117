"""Selection of customers (M22) as a picture: a ranked table, each score as a bar, and the points it is made of."""

from collections.abc import Mapping
from typing import Any

from sellkit.models.base import Judged
from sellkit.models.portfolio.selection import MOST, WHOLE, Criterion, CustomerSelection, Ranked
from sellkit.models.portfolio.tiers import AccountTier, TierBook
from sellkit.views.pictures import marks
from sellkit.views.pictures.plan_parts import NARROW, Column, card, heading, legend
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT,
    CARD,
    FAINT,
    INK,
    MUTED,
    Element,
    document,
    el,
    label,
    paragraph,
    wrap,
)
from sellkit.views.pictures.tier_book import tier_mark

RANK_W, NAME_W, BAR_W, TIER_W, LEAST_W, BAR_H, GAP = 44, 210, 230, 56, 62, 18, 8


def customer_selection_svg(
    record: CustomerSelection, words: Says, *, tiers: TierBook | None = None, width: float = 1180
) -> str:
    """The list from the best down, as SVG text; on a phone each customer is a card with its criteria below each other.

    `tiers` adds each customer's tier, A to D.
    """
    drawing = _Drawing(record, words, tiers, width)
    drawn = drawing.elements()
    return document(drawn, width, drawing.y, language=words.language, title=words.say("boards.selection.title"))


class _Drawing:
    """One drawing in the making; `y` is where the next row starts."""

    def __init__(self, record: CustomerSelection, words: Says, book: TierBook | None, width: float) -> None:
        self.record, self.words, self.width = record, words, width
        self.left = 16.0 if width < NARROW else 32.0
        self.wide = width - 2 * self.left
        self.tiers: Mapping[str, AccountTier] = {each.placement.id: each for each in book.tiers()} if book else {}
        self.points = {score.key: score.points for score in record.scores}
        beside = RANK_W + NAME_W + BAR_W + (TIER_W if self.tiers else 0)
        self.cell = (self.wide - beside) / max(len(record.criteria), 1)
        self.cards = width < NARROW or self.cell < LEAST_W
        self.cell = min(self.cell, 130)
        self.y = 0.0

    def elements(self) -> list[Element]:
        """Everything from the title to the signs."""
        head, self.y = heading(self._say("title"), self._summary(), self.width)
        ranking = self.record.ranking()
        drawn = list(head)
        if ranking and not self.cards:
            drawn += self._heads()
        for ranked in ranking:
            drawn += self._card(ranked) if self.cards else self._row(ranked)
        if ranking:
            signs, self.y = legend(self._signs(), self.left, self.y + 6, self.width)
            drawn += signs
        return drawn

    def _say(self, key: str, **params: object) -> str:
        return self.words.say(f"boards.selection.{key}", **params)

    def _summary(self) -> list[str]:
        record = self.record
        ranking = record.ranking()
        if not ranking:
            return [self._say("empty")]
        lines = [self._say("sum", count=len(ranking), criteria=len(record.criteria))]
        if record.weight != WHOLE:
            lines.append(self._say("weights", sum=f"{record.weight:g}"))
        if overtaken := sum(each.most > ranking[0].score for each in ranking[1:]):
            lines.append(self._say("still-open", first=ranking[0].candidate.label, count=overtaken))
        return lines

    def _name(self, criterion: Criterion) -> str:
        if criterion.name.strip() or criterion.kind is None:
            return criterion.name.strip() or criterion.id
        return self.words.level("selection-criteria", criterion.kind)

    def _heads(self) -> list[Element]:
        """Names of the criteria with their weights over the columns."""
        x = self.left + self.wide - self.cell * len(self.record.criteria)
        names = [wrap(self._name(each), self.cell - 8, 12, 4) for each in self.record.criteria]
        high = 16 * max(map(len, names), default=0)
        drawn = []
        for n, (criterion, name) in enumerate(zip(self.record.criteria, names, strict=True)):
            middle = x + (n + 0.5) * self.cell
            first = self.y + 12 + high - 16 * len(name)
            drawn += paragraph(name, middle, first, 12, 16, text_anchor="middle", fill=MUTED)
            weight = f"{criterion.weight:g}%"
            drawn.append(label(weight, middle, self.y + high + 14, 13, text_anchor="middle", font_weight=700))
        self.y += high + 26
        return drawn

    def _row(self, ranked: Ranked) -> list[Element]:
        name = wrap(ranked.candidate.label, NAME_W - 12, 14, 2)
        height = 52
        x, middle = self.left, self.y + height / 2
        drawn = [card(self.left, self.y, self.wide, height)]
        drawn += [self._rank(ranked, x + 24, middle)]
        first = middle + 5 - 9 * (len(name) - 1)
        drawn += paragraph(name, x + RANK_W, first, 14, 18, font_weight=600)
        x += RANK_W + NAME_W
        if self.tiers:
            drawn += self._tier(ranked, x, middle)
            x += TIER_W
        drawn += self._bar(ranked, x, middle - BAR_H / 2, BAR_W - 84)
        x = self.left + self.wide - self.cell * len(self.record.criteria)
        for n, criterion in enumerate(self.record.criteria):
            drawn.append(self._points(ranked, criterion, x + (n + 0.5) * self.cell - marks.SIZE / 2, middle - 13))
        self.y += height + GAP
        return drawn

    def _card(self, ranked: Ranked) -> list[Element]:
        column = Column(self.left + RANK_W, self.y + 12, self.wide - RANK_W - 16 - (TIER_W if self.tiers else 0))
        column.text(ranked.candidate.label, 15, most=2, font_weight=600)
        drawn = [self._rank(ranked, self.left + 24, self.y + 25)]
        if self.tiers:
            drawn += self._tier(ranked, self.left + self.wide - TIER_W, self.y + 25)
        drawn += self._bar(ranked, column.x, column.y + 6, self.wide - RANK_W - 100)
        column.space(30)
        for criterion in self.record.criteria:
            column.drawn.append(self._points(ranked, criterion, column.x, column.y + 4))
            text = self._say("criterion", name=self._name(criterion), weight=f"{criterion.weight:g}")
            lines = wrap(text, column.width - 34, 12, 2)
            column.drawn += paragraph(lines, column.x + 34, column.y + 21 - 8 * (len(lines) - 1), 12, 16)
            column.space(30)
        height = column.y + 14 - self.y
        ground = card(self.left, self.y, self.wide, height)
        self.y += height + GAP
        return [ground, *drawn, *column.drawn]

    def _rank(self, ranked: Ranked, x: float, y: float) -> Element:
        """The rank; who shares it carries an equals sign."""
        return label(f"{ranked.rank}{'=' if ranked.tied else ''}", x, y + 6, 17, text_anchor="middle", font_weight=700)

    def _tier(self, ranked: Ranked, x: float, middle: float) -> list[Element]:
        found = self.tiers.get(ranked.candidate.id)
        return [tier_mark(found.tier, x + 8, middle - 13)] if found else []

    def _bar(self, ranked: Ranked, x: float, y: float, wide: float) -> list[Element]:
        """What is confirmed is filled, what could still be added is dashed, and the rest is an empty outline."""
        sure, most = (wide * each / MOST for each in (ranked.score, ranked.most))
        told = f"{ranked.score:.1f}" if ranked.most == ranked.score else f"{ranked.score:.1f}–{ranked.most:.1f}"
        drawn = [el("rect", x=x, y=y, width=wide, height=BAR_H, rx=3, fill=CARD, stroke=FAINT)]
        if ranked.most > ranked.score:
            dashes: dict[str, Any] = {"fill": "none", "stroke": ACCENT, "stroke_dasharray": "4 3"}
            drawn.append(el("rect", x=x, y=y, width=max(most, 1.0), height=BAR_H, rx=3, **dashes))
        if sure:
            drawn.append(el("rect", x=x, y=y, width=sure, height=BAR_H, rx=3, fill=ACCENT))
        return [*drawn, label(told, x + wide + 8, y + BAR_H / 2 + 5, 14, font_weight=600)]

    def _points(self, ranked: Ranked, criterion: Criterion, x: float, y: float) -> Element:
        mark = self.points.get(f"{ranked.candidate.id}/{criterion.id}", Judged[int]())
        state = marks.state(mark.value, mark.confirmed)
        text = "?" if state == "unknown" else "" if mark.given is None else str(mark.given)
        return marks.draw(marks.Badge("square", text, colour=MUTED if mark.given is None else INK), state, x, y)

    def _signs(self) -> list[tuple[Element, str]]:
        sure = el("rect", x=1, y=6, width=24, height=14, rx=3, fill=ACCENT)
        hoped = el("rect", x=1, y=6, width=24, height=14, rx=3, fill="none", stroke=ACCENT, stroke_dasharray="4 3")
        points = marks.Badge("square", "4")
        return [
            (sure, self._say("sign.sure")),
            (hoped, self._say("sign.open")),
            (marks.draw(points, "firm", 0, 0), self._say("sign.points")),
            (marks.draw(points, "open", 0, 0), self.words.say("boards.legend.open")),
            (
                marks.draw(marks.Badge("square", "?", colour=MUTED), "unknown", 0, 0),
                self.words.say("boards.legend.unknown"),
            ),
            (marks.draw(marks.Badge("square"), "blank", 0, 0), self.words.say("boards.legend.blank")),
        ]
