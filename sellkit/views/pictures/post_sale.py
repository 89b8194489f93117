"""After the sale (M67) as a picture: health and why, reviews on a line of time, who talks to whom, what is left."""

from collections.abc import Iterable, Mapping
from datetime import date

from sellkit.models.account.post_sale import QUIET_DAYS, ContactLine, PostSale, Space, ValueReview
from sellkit.models.base import Judged
from sellkit.models.text import HABITS
from sellkit.views.pictures import marks
from sellkit.views.pictures.drawing import Drawing
from sellkit.views.pictures.money import money
from sellkit.views.pictures.plan_parts import Column, card, graded, heading, legend
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.review_line import Moment, review_line
from sellkit.views.pictures.style import (
    ACCENT,
    ACCENT_SOFT,
    CARD,
    ERROR,
    GOOD,
    MUTED,
    WARN,
    Element,
    document,
    el,
    label,
)

PAD, GAP = 16, 12
HEALTH = {"at-risk": ("!", ERROR), "watch": ("?", WARN), "sound": ("+", GOOD)}
VALUE = {
    "below": marks.Badge("round", "−", colour=ERROR),
    "met": marks.Badge("round", "=", colour=GOOD),
    "above": marks.Badge("round", "+", colour=ACCENT),
}
SPACE = {
    "in-use": marks.Badge("square", "✓", colour=ACCENT),
    "open": marks.Badge("square", "○", colour=WARN),
    "rival": marks.Badge("square", "×", colour=ERROR),
    "no-need": marks.Badge("square", "–", colour=MUTED),
}


def post_sale_svg(record: PostSale, words: Says, *, names: Mapping[str, str] | None = None, width: float = 1180) -> str:
    """The sheet as SVG text; `names` are those of people, by id; `width` 390 suits a phone."""
    drawing = _Drawing(record, words, names or {}, width)
    drawn = drawing.elements()
    return document(drawn, width, drawing.y, language=words.language, title=words.say("boards.post-sale.title"))


class _Drawing(Drawing[Says]):
    """One drawing in the making."""

    def __init__(self, record: PostSale, words: Says, names: Mapping[str, str], width: float) -> None:
        super().__init__(words, width)
        self.record, self.names = record, names

    def elements(self) -> list[Element]:
        """Everything from the title to the signs."""
        record = self.record
        under = [] if record.begun else [self._say("empty")]
        head, self.y = heading(self._say("title"), under, self.width)
        if not record.begun:
            return head
        drawn = [*head, *self._health()]
        line, self.y = review_line(record, self.words, self._moments(), self.left, self.y, self.wide)
        drawn += [*line, *self._reviews()]
        half = self.wide if self.narrow else (self.wide - GAP) / 2
        top = self.y
        drawn += self._lines(self.left, half)
        below, self.y = self.y, self.y if self.narrow else top
        drawn += self._spaces(self.left if self.narrow else self.left + half + GAP, half)
        signs, self.y = legend(self._signs(), self.left, max(below, self.y) + 4, self.width)
        return [*drawn, *signs]

    def _say(self, key: str, **params: object) -> str:
        return self.words.say(f"boards.post-sale.{key}", **params)

    def _health(self) -> list[Element]:
        """The level with a sign, and a line for each reason."""
        found = self.record.health
        sign, colour = HEALTH[found.level or "watch"]
        column = Column(self.left + 64, self.y + PAD - 4, self.wide - 64 - PAD)
        column.text(self.words.level("account-health", found.level or "watch"), 18, font_weight=700, fill=colour)
        for because in found.because:
            who = self._join(map(self._name, self.record.silent_sponsors()))
            text = self._say(
                f"because.{because}", who=who, count=self.record.independent(), on=self.record.review_due or ""
            )
            column.text("· " + text, 13, gap=2)
        if not found.because:
            column.text(self._say("because.none"), 13, gap=2, fill=MUTED)
        height = max(column.y + PAD - 2 - self.y, 62)
        middle = self.y + 31
        drawn = [
            card(self.left, self.y, self.wide, height, stroke=colour, stroke_width=1.6),
            el("circle", cx=self.left + 34, cy=middle, r=17, fill=colour),
            label(sign, self.left + 34, middle + 7, 20, text_anchor="middle", font_weight=700, fill=CARD),
            *column.drawn,
        ]
        self.y += height + GAP
        return drawn

    def _ordered(self) -> list[ValueReview]:
        return sorted(self.record.reviews, key=lambda review: review.on or date.max)

    def _moments(self) -> list[Moment]:
        """Reviews in order with their numbers, each as its value looks."""
        return [
            Moment(review.on, str(n), *graded(review.value, VALUE, "round"))
            for n, review in enumerate(self._ordered(), 1)
            if review.on
        ]

    def _reviews(self) -> list[Element]:
        drawn: list[Element] = []
        for n, review in enumerate(self._ordered(), 1):
            column = Column(self.left + 52, self.y + PAD - 4, self.wide - 52 - PAD)
            day = review.on.isoformat() if review.on else self._say("no-day")
            who = self._join(map(self._name, review.with_whom))
            column.text(self._say("review", day=day, who=who) if who else day, 13, font_weight=600)
            column.badge(*graded(review.value, VALUE, "round"), self._value(review.value), gap=3)
            for key in ("promised", "delivered", "next"):
                column.text(self._labelled(key, getattr(review, key)), 13, gap=2)
            height = column.y + PAD - 4 - self.y
            number = label(str(n), self.left + 28, self.y + 30, 16, text_anchor="middle", font_weight=700)
            drawn += [card(self.left, self.y, self.wide, height), number, *column.drawn]
            self.y += height + 8
        return drawn

    def _value(self, mark: Judged[str]) -> str:
        if mark.given is None:
            return self.words.say(f"boards.legend.{'unknown' if mark.state == 'unknown' else 'blank'}")
        named = self.words.level("value-met", mark.given)
        return named if mark.confirmed else self._say("open", what=named)

    def _lines(self, x: float, wide: float) -> list[Element]:
        """Who of ours talks to whom of theirs, and when they last did."""
        column = self._column(self._say("lines"), x, wide)
        if not self.record.lines:
            column.text(self._say("no-lines"), 13, gap=4, fill=MUTED)
        live = self.record.live()
        for line in sorted(self.record.lines, key=lambda each: each.last or date.min, reverse=True):
            self._line(line, line in live, column)
        for sponsor in self.record.silent_sponsors():
            silent = marks.Badge("round", "!", colour=ERROR)
            column.badge(silent, "open", self._say("silent", who=self._name(sponsor)), gap=6, fill=ERROR)
        return self._card(column)

    def _line(self, line: ContactLine, live: bool, column: Column) -> None:
        ours = line.ours.strip() or self._say("nobody")
        made = marks.Badge("round", "✓" if live else "–", colour=ACCENT if live else MUTED)
        text = self._say("line", theirs=self._name(line.theirs), ours=ours)
        column.badge(made, "firm" if live else "open", text, gap=6)
        last = self._say("last", on=line.last.isoformat()) if line.last else self._say("never")
        inner = Column(column.x + 34, column.y - 4, column.width - 34)
        inner.text(self._join([last, line.topic]), 12, most=2, fill=MUTED)
        column.drawn += inner.drawn
        column.y = inner.y + 2

    def _spaces(self, x: float, wide: float) -> list[Element]:
        """What is in use, what is open and what a rival holds, with its worth."""
        column = self._column(self._say("spaces"), x, wide)
        if not self.record.spaces:
            column.text(self._say("no-spaces"), 13, gap=4, fill=MUTED)
        for space in self.record.spaces:
            column.badge(*graded(space.state, SPACE, "square"), self._space(space), gap=6)
        worth = sum(space.potential or 0 for space in self.record.white_space)
        if worth:
            column.text(self._say("white", sum=money(worth)), 13, gap=8, font_weight=600)
        return self._card(column)

    def _space(self, space: Space) -> str:
        worth = money(space.potential) if space.potential else ""
        where = self._say("space", offer=space.offer or space.id, unit=space.unit) if space.unit.strip() else ""
        return self._join([where or space.offer or space.id, worth])

    def _column(self, title: str, x: float, wide: float) -> Column:
        column = Column(x + PAD, self.y + PAD - 4, wide - 2 * PAD)
        column.text(title, 15, font_weight=700)
        return column

    def _card(self, column: Column) -> list[Element]:
        height = column.y + PAD - self.y
        drawn = [card(column.x - PAD, self.y, column.width + 2 * PAD, height), *column.drawn]
        self.y += height + GAP
        return drawn

    def _labelled(self, key: str, text: str) -> str:
        return self._say(key) + HABITS[self.words.language].colon + text if text.strip() else ""

    def _name(self, person: str) -> str:
        return self.names.get(person, person)

    def _join(self, texts: Iterable[str]) -> str:
        return HABITS[self.words.language].comma.join(text for text in texts if text.strip())

    def _signs(self) -> list[tuple[Element, str]]:
        levels = [
            (marks.draw(made, "firm", 0, 0), self.words.level(scale, level))
            for scale, signs in (("value-met", VALUE), ("white-space", SPACE))
            for level, made in signs.items()
        ]
        live, quiet = marks.Badge("round", "✓", colour=ACCENT), marks.Badge("round", "–", colour=MUTED)
        fresh = el("rect", x=1, y=4, width=24, height=18, fill=ACCENT_SOFT, stroke=ACCENT)
        unknown = marks.Badge("round", "?", colour=MUTED)
        return [
            *levels,
            (fresh, self._say("sign.fresh", days=QUIET_DAYS)),
            (marks.draw(live, "firm", 0, 0), self._say("sign.live", days=QUIET_DAYS)),
            (marks.draw(quiet, "open", 0, 0), self._say("sign.quiet", days=QUIET_DAYS)),
            (marks.draw(unknown, "unknown", 0, 0), self.words.say("boards.legend.unknown")),
        ]
