"""Tiers of customers (M22) as a picture: a lane for A to D, who stands in it, and who was moved there and why."""

from sellkit.models.portfolio.tiers import TIERS, AccountTier, Tier, TierBook, TierMove
from sellkit.views.pictures import marks
from sellkit.views.pictures.drawing import Drawing
from sellkit.views.pictures.method_parts import said
from sellkit.views.pictures.plan_parts import Column, card, heading, legend
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import ACCENT, CARD, ERROR, INK, LINE, MUTED, Element, document, el, label

HEAD_W, PLATE_W, PAD, GAP = 250, 250, 12, 10
# The better the tier, the darker: the letter says the same without colour.
GROUND: dict[Tier, str] = {"A": ACCENT, "B": "#5aa39c", "C": MUTED, "D": "#a9b2bd"}


def tier_mark(tier: Tier, x: float, y: float) -> Element:
    """The letter of a tier on its ground."""
    box = el("rect", x=x, y=y, width=30, height=26, rx=5, fill=GROUND[tier])
    ink = CARD if tier in "AC" else INK
    return el("g", box, label(tier, x + 15, y + 19, 16, text_anchor="middle", font_weight=700, fill=ink))


def tier_book_svg(record: TierBook, words: Says, *, width: float = 1180) -> str:
    """The book as SVG text; `width` 390 suits a phone."""
    drawing = _Drawing(record, words, width)
    drawn = drawing.elements()
    return document(drawn, width, drawing.y, language=words.language, title=words.say("boards.tiers.title"))


class _Drawing(Drawing[Says]):
    """One drawing in the making."""

    def __init__(self, record: TierBook, words: Says, width: float) -> None:
        super().__init__(words, width)
        self.record = record

    def elements(self) -> list[Element]:
        """Everything from the title to what does not count."""
        found = self.record.tiers()
        line = self._say("sum", count=len(found), moved=sum(each.move is not None for each in found))
        head, self.y = heading(self._say("title"), [line if found else self._say("empty")], self.width)
        drawn = list(head)
        for tier in TIERS:
            drawn += self._lane(tier, [each for each in found if each.tier == tier])
        if idle := [move for move in self.record.moves if not self.record.allowed(move)]:
            drawn += self._idle(idle)
        moved = el("rect", x=1, y=4, width=24, height=18, rx=4, fill=CARD, stroke=INK, stroke_width=2)
        signs, self.y = legend([(moved, self._say("sign.moved"))], self.left, self.y + 4, self.width)
        return [*drawn, *signs]

    def _say(self, key: str, **params: object) -> str:
        return self.words.say(f"boards.tiers.{key}", **params)

    def _lane(self, tier: Tier, members: list[AccountTier]) -> list[Element]:
        region = next((each for each in self.record.grid.method.regions if each.id == tier.lower()), None)
        head = Column(self.left + 56, self.y + PAD - 4, self.wide - 72 if self.narrow else HEAD_W - 68)
        head.text(said(region.name, self.words) if region else tier, 15, most=2, font_weight=700)
        head.text(said(region.next, self.words) if region else "", 12, most=4, fill=MUTED, gap=2)
        x = self.left + PAD if self.narrow else self.left + HEAD_W + PAD
        top = head.y + 8 if self.narrow else self.y + PAD
        room = self.left + self.wide - PAD - x
        across = max(1, int((room + GAP) // (PLATE_W + GAP)))
        broad = (room - GAP * (across - 1)) / across
        ends, drawn = [top] * across, []
        for member in members:
            at = ends.index(min(ends))
            made, high = self._plate(member, x + at * (broad + GAP), ends[at], broad)
            drawn += made
            ends[at] += high + 8
        if not members:
            drawn.append(label(self._say("nobody"), x, top + 18, 13, fill=MUTED))
            ends[0] += 30
        height = max(head.y + PAD, max(ends) + PAD - 8, self.y + 62) - self.y
        ground = card(self.left, self.y, self.wide, height)
        mark = tier_mark(tier, self.left + 14, self.y + PAD)
        self.y += height + GAP
        return [ground, mark, *head.drawn, *drawn]

    def _plate(self, member: AccountTier, x: float, y: float, wide: float) -> tuple[list[Element], float]:
        column = Column(x + 12, y + 6, wide - 24)
        column.text(member.placement.name.strip() or member.placement.id, 13, most=2, font_weight=600)
        if member.move:
            column.text(self._moved(member.placed, member.move), 12, most=3, fill=MUTED, gap=1)
        high = column.y + 9 - y
        ink, thick = (INK, 2) if member.move else (LINE, 1)
        box = el("rect", x=x, y=y, width=wide, height=high, rx=7, fill=CARD, stroke=ink, stroke_width=thick)
        return [box, *column.drawn], high

    def _moved(self, placed: Tier, move: TierMove) -> str:
        reason = self.words.level("tier-reasons", move.reason.given) if move.reason.given else ""
        why = " · ".join(part for part in (reason, move.why.strip()) if part)
        return f"{placed} → {move.to}" + (f" · {why}" if why else "")

    def _idle(self, moves: list[TierMove]) -> list[Element]:
        """Moves that change nothing: no confirmed reason, or one that does not lift so far."""
        column = Column(self.left, self.y + 2, self.wide)
        column.text(self._say("idle"), 14, font_weight=700)
        names = {each.id: each.name.strip() for each in self.record.grid.current(self.record.as_of)}
        cross = marks.Badge("round", "×", colour=ERROR)
        for move in moves:
            placed = self.record.placed.get(move.account)
            text = self._moved(placed, move) if placed else f"→ {move.to} · {self._say('no-place')}"
            column.badge(cross, "open", f"{names.get(move.account) or move.account} · {text}", gap=6)
        self.y = column.y + 8
        return column.drawn
