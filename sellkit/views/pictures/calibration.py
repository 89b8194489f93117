"""What closed deals say (M43): won at each gate and in each zone with intervals, published claims hollow beside."""

from sellkit.models.control.calibration import Calibration, ClaimBeside, SellerCalibration
from sellkit.models.control.win_rate import MIN_DEALS, Rate
from sellkit.models.text import Language
from sellkit.training.deal_control import claims
from sellkit.views.pictures.plan_parts import NARROW, Column, card, heading, legend, shape
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT,
    CARD,
    FAINT,
    INK,
    LINE,
    MUTED,
    WARN,
    Element,
    document,
    el,
    label,
    paragraph,
    wrap,
)  # fmt: skip

ROW = 40


def calibration_svg(record: Calibration, words: Says, *, width: float = 1180) -> str:
    """The calibration as SVG text. Where deals are too few it says so and shows no rate."""
    drawing = _Calibration(record, words, width)
    title = words.say("boards.control.calibration.title")
    return document(drawing.drawn, width, drawing.y + 16, language=words.language, title=title)


class _Calibration:
    def __init__(self, record: Calibration, words: Says, width: float) -> None:
        self.record, self.words, self.width = record, words, width
        self.narrow = width < NARROW
        self.left = 16.0 if self.narrow else 32.0
        self.room = width - 2 * self.left
        rests = self.told("rests", scheme=record.scheme, deals=record.deals, out=record.left_out,
                         by=self.told(f"by.{record.by}"))  # fmt: skip
        self.drawn, self.y = heading(self.told("title"), [rests, self.told("no-chance")], width)
        if not record.deals:
            self._lines([(self.told("empty"), 15)])
        self._situations()
        self._claims()
        self._curve()
        self._sellers()
        signs = [
            (el("g", *_whisker(2, 24, 13), shape("disc", 13, 13, 7, fill=ACCENT)), self.told("ours")),
            (shape("diamond", 13, 13, 8, fill=CARD, stroke=WARN, stroke_width=2), self.told("claim")),
        ]
        drawn, self.y = legend(signs, self.left, self.y, width)
        self.drawn += drawn

    def told(self, key: str, **params: object) -> str:
        return self.words.say(f"boards.control.calibration.{key}", **params)

    def _title(self, key: str) -> None:
        column = Column(self.left, self.y, self.room)
        column.text(self.told(key), 16, most=2, gap=2, font_weight=700)
        self.drawn += column.drawn
        self.y = column.y + 10

    def _lines(self, texts: list[tuple[str, int]]) -> None:
        column = Column(self.left, self.y, self.room)
        for text, size in texts:
            column.text(text, size, most=5, gap=2)
        self.drawn += column.drawn
        self.y = column.y + 18

    def _situations(self) -> None:
        self._title("situations")
        rows = [(self.told(f"sit.{situation}"), rate) for situation, rate in self.record.situations.items()]
        beside = {
            self.told(f"sit.{each.claim.about}"): (_letter(n), each.claim.rate)
            for n, each in enumerate(self.record.claims)
            if each.claim.among == "won"
        }
        for n, each in enumerate(self.record.claims):
            if each.claim.among == "lost":
                rows.append((self.told("sit.lost"), each.ours))
                beside[self.told("sit.lost")] = (_letter(n), each.claim.rate)
        self._chart(rows, beside)

    def _curve(self) -> None:
        self._title("curve")
        named = [
            (self.told("elements", low=f"{band.low:g}", high=f"{band.high:g}"), band.rate) for band in self.record.curve
        ]
        self._chart(named, {})

    def _chart(self, rows: list[tuple[str, Rate]], beside: dict[str, tuple[str, float]]) -> None:
        """A row for each rate: its name, the axis from 0 to 100 % with interval and claim, and how many deals."""
        names = 0.0 if self.narrow else 270.0
        counts = 110.0
        start, wide = self.left + 16 + names, self.room - 32 - names - (0 if self.narrow else counts)
        tall = ROW + (20 if self.narrow else 0)
        top, bottom = self.y, self.y + tall * len(rows) + 34
        self.drawn.append(card(self.left, top, self.room, bottom - top))
        for tick in range(0, 101, 25):
            x = start + wide * tick / 100
            self.drawn.append(el("path", d=f"M{x:.1f} {top + 8}V{bottom - 26}", stroke=FAINT))
            anchor = {0: "start", 100: "end"}.get(tick, "middle")
            self.drawn.append(label(f"{tick} %", x, bottom - 9, 12, text_anchor=anchor, fill=MUTED))
        for n, (name, rate) in enumerate(rows):
            middle = top + tall * n + tall / 2 + 6 + (10 if self.narrow else 0)
            told = self.told("of", won=rate.won, deals=rate.deals)
            if self.narrow:
                self.drawn.append(label(name, start, middle - 17, 12, font_weight=600))
                self.drawn.append(label(told, start + wide, middle - 17, 12, text_anchor="end", fill=MUTED))
            else:
                lines = wrap(name, names - 16, 13, 2)
                self.drawn += paragraph(lines, self.left + 16, middle + 5 - 8 * (len(lines) - 1), 13, 16)
                self.drawn.append(label(told, start + wide + counts, middle + 4, 12, text_anchor="end", fill=MUTED))
            if rate.interval is None or rate.value is None:
                few = self.told("too-few", deals=rate.deals, needed=MIN_DEALS)
                self._few(few, start, middle, wide)
            else:
                low, high = rate.interval
                self.drawn += _whisker(start + low * wide, start + high * wide, middle)
                self.drawn.append(shape("disc", start + rate.value * wide, middle, 7, fill=ACCENT))
            if name in beside:
                letter, claimed = beside[name]
                x = start + claimed * wide
                self.drawn.append(shape("diamond", x, middle, 8, fill="none", stroke=WARN, stroke_width=2))
                self.drawn.append(label(letter, x, middle + 20, 12, text_anchor="middle", font_weight=700, fill=WARN))
        self.y = bottom + 22

    def _few(self, text: str, x: float, y: float, wide: float) -> None:
        """A dotted blank instead of a rate, with the reason on it, clear of the published claims near both ends."""
        self.drawn.append(
            el("rect", x=x, y=y - 11, width=wide, height=22, rx=5, fill=CARD, stroke=LINE, stroke_dasharray="2 4")
        )
        self.drawn.append(label(text, x + 0.16 * wide, y + 4.5, 12, fill=MUTED))

    def _claims(self) -> None:
        self._title("claims")
        for n, each in enumerate(self.record.claims):
            self._claim(_letter(n), each)
        self.y += 12

    def _claim(self, letter: str, each: ClaimBeside) -> None:
        language: Language = self.words.language  # type: ignore[assignment]
        text = claims()[each.claim.id]
        column = Column(self.left + 34, self.y, self.room - 34)
        column.text(text.says.in_(language), 14, font_weight=600)
        column.text(self.told(f"finding.{each.finding}"), 13, gap=2)
        column.text(self.told("source", source=text.source.in_(language)), 12, gap=2, fill=MUTED)
        self.drawn.append(shape("diamond", self.left + 8, self.y + 10, 8, fill="none", stroke=WARN, stroke_width=2))
        self.drawn.append(label(letter, self.left + 20, self.y + 14, 12, font_weight=700, fill=WARN))
        self.drawn += column.drawn
        self.y = column.y + 12

    def _sellers(self) -> None:
        if not self.record.sellers:
            return
        self._title("sellers")
        for seller in self.record.sellers:
            column = Column(self.left + 16, self.y + 10, self.room - 32)
            column.text(seller.seller.strip() or self.told("nameless"), 14, most=1, font_weight=600)
            for text in self._told(seller):
                column.text(text, 13, gap=2)
            tall = column.y - self.y + 10
            self.drawn += [card(self.left, self.y, self.room, tall, stroke=FAINT), *column.drawn]
            self.y += tall + 10
        self.y += 10

    def _told(self, seller: SellerCalibration) -> list[str]:
        said = [self.told("seller", deals=seller.deals, claimed=seller.claimed, confirmed=seller.confirmed)]
        if seller.overclaimed is None:
            said.append(self.told("too-few", deals=seller.deals, needed=MIN_DEALS))
        else:
            said.append(self.told("seller-over", over=f"{seller.overclaimed:.1f}"))
        if seller.brier is not None and seller.stated is not None and seller.won is not None:
            said.append(self.told("seller-brier", stated=_percent(seller.stated), won=_percent(seller.won),
                                 brier=f"{seller.brier:.2f}"))  # fmt: skip
        return said


def _whisker(start: float, end: float, y: float) -> list[Element]:
    path = f"M{start:.1f} {y - 6}v12M{start:.1f} {y}H{end:.1f}M{end:.1f} {y - 6}v12"
    return [el("path", d=path, fill="none", stroke=INK, stroke_width=2)]


def _letter(n: int) -> str:
    return "ABCDEFGHIJ"[n % 10]


def _percent(share: float) -> str:
    return f"{share * 100:.0f} %"
