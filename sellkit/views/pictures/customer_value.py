"""What a customer buys in a year (M24) as a picture: part by part, what of it comes to us, and who decides on it."""

from collections.abc import Mapping

from sellkit.models.portfolio.customer_value import CustomerValue, PurchasingShare
from sellkit.views.pictures.drawing import Drawing
from sellkit.views.pictures.money import money
from sellkit.views.pictures.plan_parts import Column, heading, legend
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import ACCENT, CARD, INK, MUTED, WARN, Element, document, el, label, text_width

NAME_W, BAR_H = 290, 22
KINDS = ("headquarters", "department")


def customer_value_svg(
    record: CustomerValue, words: Says, *, names: Mapping[str, str] | None = None, width: float = 1180
) -> str:
    """Bars as SVG text, what headquarters decides first; `names` are those of people, by id."""
    drawing = _Drawing(record, words, names or {}, width)
    drawn = drawing.elements()
    return document(drawn, width, drawing.y, language=words.language, title=words.say("boards.value.title"))


class _Drawing(Drawing[Says]):
    """One drawing in the making."""

    def __init__(self, record: CustomerValue, words: Says, names: Mapping[str, str], width: float) -> None:
        super().__init__(words, width)
        self.record, self.names = record, names
        numbers = max((text_width(self._figures(share), 13) for share in record.shares), default=0) + 12
        # Figures that leave a bar no room stand below it.
        self.below = self.narrow or self.wide - NAME_W - numbers < NAME_W
        self.room = self.wide if self.narrow else self.wide - NAME_W - (0 if self.below else numbers)
        self.most = max((max(each.amount or 0, each.ours or 0) for each in record.shares), default=0) or 1

    def elements(self) -> list[Element]:
        """Everything from the title to the signs."""
        head, self.y = heading(self._say("title"), self._summary(), self.width)
        drawn = list(head)
        for kind in KINDS:
            shares = [share for share in self.record.shares if share.decided_by == kind]
            if shares:
                title = Column(self.left, self.y, self.wide)
                sums = self._say(f"by.{kind}", sum=self._sum(self.record.by[kind]))
                title.text(sums, 15, most=2, font_weight=700)
                drawn += title.drawn
                self.y = title.y + 10
                for share in sorted(shares, key=lambda each: -(each.amount or 0)):
                    drawn += self._share(share)
                self.y += 8
        if self.record.shares:
            signs, self.y = legend(self._signs(), self.left, self.y, self.width)
            drawn += signs
        return drawn

    def _say(self, key: str, **params: object) -> str:
        return self.words.say(f"boards.value.{key}", **params)

    def _sum(self, amount: float) -> str:
        return f"{money(amount)} {self.record.currency}".strip()

    def _summary(self) -> list[str]:
        record = self.record
        if not record.shares:
            return [self._say("empty")]
        lines = []
        if record.central is not None:
            lines.append(self._say("sum", sum=self._sum(record.value), central=f"{100 * record.central:.0f}"))
            lines.append(self._say("white", sum=self._sum(record.white_space)))
        if record.unknown:
            lines.append(self._say("unknown", count=len(record.unknown)))
        return lines

    def _figures(self, share: PurchasingShare) -> str:
        if share.amount is None:
            return self._say("not-known") if share.ours is None else self._say("of-unknown", ours=money(share.ours))
        ours = "?" if share.ours is None else money(share.ours)
        return self._say("of", ours=ours, all=money(share.amount))

    def _share(self, share: PurchasingShare) -> list[Element]:
        """Name and decider on the left, the bar beside them; on a phone the bar stands below."""
        top = self.y
        told = Column(self.left, top, self.wide if self.narrow else NAME_W - 16)
        told.text(share.label, 13, most=2, font_weight=600)
        if share.decider:
            decider = self._say("decides", who=self.names.get(share.decider, share.decider))
            told.text(decider, 12, most=2, fill=MUTED)
        x, y = (self.left, told.y + 4) if self.narrow else (self.left + NAME_W, top)
        whole = self.room * (share.amount or 0) / self.most
        ours = self.room * (share.ours or 0) / self.most
        drawn = [*told.drawn]
        if share.amount is None:
            drawn.append(
                el("rect", x=x, y=y, width=60, height=BAR_H, rx=3, fill=CARD, stroke=WARN, stroke_dasharray="2 3")
            )
            drawn.append(label("?", x + 30, y + 16, 14, text_anchor="middle", font_weight=700, fill=WARN))
            whole = 60
        else:
            whole = max(whole, ours, 2.0)
            drawn.append(el("rect", x=x, y=y, width=whole, height=BAR_H, rx=3, fill=CARD, stroke=INK))
        if ours > 0:
            drawn.append(el("rect", x=x, y=y + 4, width=max(ours, 2), height=BAR_H - 8, rx=2, fill=ACCENT))
        bottom = y + BAR_H
        figures = Column(x, bottom, self.wide if self.narrow else self.room)
        if self.below:
            figures.text(self._figures(share), 12, gap=3, most=2, fill=MUTED)
        else:
            drawn.append(label(self._figures(share), x + whole + 8, y + 16, 13))
        self.y = max(told.y, figures.y, bottom) + 12
        return [*drawn, *figures.drawn]

    def _signs(self) -> list[tuple[Element, str]]:
        whole = el("rect", x=1, y=4, width=24, height=18, rx=3, fill=CARD, stroke=INK)
        ours = el("g", whole, el("rect", x=1, y=8, width=12, height=10, rx=2, fill=ACCENT))
        bare = el("rect", x=1, y=4, width=24, height=18, rx=3, fill=CARD, stroke=INK)
        return [(ours, self._say("sign.ours")), (bare, self._say("sign.whole"))]
