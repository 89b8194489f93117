"""Key success factors (M41): weights, how we and the rivals stand, and what changed among the top three."""

from sellkit.models.methods.head import US
from sellkit.models.plan.factor_version import TOP, Factor, FactorVersion, TopChange
from sellkit.models.plan.success_factors import SuccessFactors
from sellkit.views.pictures.factor_parts import signs, standing
from sellkit.views.pictures.plan_parts import NARROW, Column, card, heading, legend
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
    WARN,
    Element,
    document,
    el,
    label,
    wrap,
)

PLACE, BAR = 34, 120


def success_factors_svg(record: SuccessFactors, words: Says, *, width: float = 1180) -> str:
    """The factors of the newest version, heaviest first, with everybody's standing; above them what changed among the
    three most important since the version before. Where it is narrow the parties stand below each factor."""
    drawing = _Drawing(record, words, width)
    drawn = drawing.elements()
    return document(drawn, width, drawing.y, language=words.language, title=words.say("boards.success-factors.title"))


class _Drawing:
    """One picture in the making; `y` is how far down it has come."""

    def __init__(self, sheet: SuccessFactors, words: Says, width: float) -> None:
        self.sheet, self.words, self.width = sheet, words, width
        self.narrow = width < NARROW or len(sheet.parties) > 6
        self.margin = 32.0 if width >= NARROW else 16.0
        self.y = 0.0

    def elements(self) -> list[Element]:
        version = self.sheet.current
        say = self._say
        days = [say(key, on=each.on.isoformat()) for key, each in (("on", version), ("before", self.sheet.previous))
                if each and each.on]  # fmt: skip
        head, self.y = heading(say("title"), [say("under"), " · ".join(days)], self.width)
        if version is None or not version.factors:
            column = Column(self.margin, self.y, self.width - 2 * self.margin)
            column.text(say("empty"), 14, most=4, fill=MUTED)
            self.y = column.y + 28
            return [*head, *column.drawn]
        drawn = [*head, *self._alarm(version)]
        places = version.places
        ranked = sorted(version.factors, key=lambda factor: places.get(factor.id, len(places) + 1))
        rows = self._list if self.narrow else self._table
        drawn += rows(version, ranked)
        below, self.y = legend(signs(self.words), self.margin, self.y + 6, self.width)
        return [*drawn, *below]

    def _say(self, key: str, **params: object) -> str:
        return self.words.say(f"boards.success-factors.{key}", **params)

    def _party(self, party: str) -> str:
        return next((rival.name or rival.id for rival in self.sheet.rivals if rival.id == party), self._say("us"))

    def _alarm(self, version: FactorVersion) -> list[Element]:
        column = Column(self.margin + 16, self.y + 10, self.width - 2 * self.margin - 32)
        alarm = self.sheet.alarm()
        if not alarm:
            column.text(self._say("quiet" if self.sheet.previous else "first"), 13, most=3, fill=MUTED)
        else:
            column.text(self._say("alarm"), 15, font_weight=700)
            for change in alarm:
                column.text("– " + self._shift(change), 13, most=2, gap=2)
            said = (
                self._say("response", text=version.response) if version.response.strip() else self._say("no-response")
            )
            column.text(said, 13, most=6, gap=5, fill=INK if version.response.strip() else ERROR)
        height = column.y + 12 - self.y
        look = {"fill": ACCENT_SOFT, "stroke": ACCENT} if not alarm else {"fill": "#fdf3e4", "stroke": WARN}
        drawn = [card(self.margin, self.y, self.width - 2 * self.margin, height, **look), *column.drawn]
        self.y += height + 18
        return drawn

    def _shift(self, change: TopChange) -> str:
        weights = {"weight_before": f"{change.before or 0:g}", "weight_now": f"{change.now or 0:g}"}
        places = {"before": change.place_before or "–", "now": change.place_now or "–"}
        return self._say(f"shift.{change.kind}", factor=change.name, **weights, **places)

    def _table(self, version: FactorVersion, ranked: list[Factor]) -> list[Element]:
        parties = self.sheet.parties
        wide = self.width - 2 * self.margin
        first = max(280.0, min(430.0, wide - BAR - 40 - 150 * len(parties)))
        each = (wide - first - BAR - 40) / len(parties)
        bar, columns = self.margin + first, [self.margin + first + BAR + 40 + n * each for n in range(len(parties))]
        heads = [(self._say("factor"), self.margin + PLACE), (self._say("weight"), bar)]
        drawn = [label(text, x, self.y + 13, 12, fill=MUTED) for text, x in heads]
        lines = 1
        for party, x in zip(parties, columns, strict=True):
            said = wrap(self._party(party), each - 10, 13, 2)
            lines = max(lines, len(said))
            drawn += [label(line, x, self.y + 13 + 17 * n, 13, font_weight=600,
                            fill=ACCENT if party == US else INK) for n, line in enumerate(said)]  # fmt: skip
        self.y += 17 * lines + 8
        for factor in ranked:
            name = wrap(factor.label, first - PLACE - 14, 14, 2)
            height = max(44.0, 18.0 * len(name) + 16)
            drawn += self._row_ground(version, factor, height)
            middle = self.y + height / 2
            drawn += [label(line, self.margin + PLACE, middle + 5 + 18 * (n - (len(name) - 1) / 2), 14, font_weight=600)
                      for n, line in enumerate(name)]  # fmt: skip
            drawn += self._weight(factor, bar, middle, BAR)
            for party, x in zip(parties, columns, strict=True):
                drawn += standing(factor, party, x, middle)
            self.y += height
        for n, (party, x) in enumerate(zip(parties, columns, strict=True)):
            lines_ = self._average(party)
            drawn += [label(text, x, self.y + 24 + 18 * row, 13 if row else 16, font_weight=400 if row else 700,
                            fill=MUTED if row else INK) for row, text in enumerate(lines_)]  # fmt: skip
            if not n:
                drawn.append(label(self._say("average"), self.margin + PLACE, self.y + 24, 13, fill=MUTED))
        self.y += 74
        return drawn

    def _list(self, version: FactorVersion, ranked: list[Factor]) -> list[Element]:
        drawn: list[Element] = []
        wide = self.width - 2 * self.margin
        for factor in ranked:
            name = wrap(factor.label, wide - PLACE - 8, 14, 3)
            height = 18.0 * len(name) + 30 + 26 * len(self.sheet.parties) + 14
            drawn += self._row_ground(version, factor, height)
            top = self.y + 10
            drawn += [
                label(line, self.margin + PLACE, top + 13 + 18 * n, 14, font_weight=600) for n, line in enumerate(name)
            ]
            top += 18 * len(name) + 14
            drawn += self._weight(factor, self.margin + PLACE, top, min(BAR, wide - PLACE - 70))
            for party in self.sheet.parties:
                top += 26
                said = wrap(self._party(party), wide - PLACE - 150, 13, 1)
                drawn += [
                    label(line, self.margin + PLACE, top + 5, 13, fill=ACCENT if party == US else INK) for line in said
                ]
                drawn += standing(factor, party, self.margin + wide - 140, top)
            self.y += height
        column = Column(self.margin, self.y + 8, wide)
        column.text(self._say("average"), 13, fill=MUTED)
        for party in self.sheet.parties:
            column.text(f"{self._party(party)}  {' · '.join(self._average(party))}", 13, most=3, gap=3)
        self.y = column.y + 14
        return [*drawn, *column.drawn]

    def _row_ground(self, version: FactorVersion, factor: Factor, height: float) -> list[Element]:
        place = version.places.get(factor.id)
        top = place is not None and place <= TOP
        wide = self.width - 2 * self.margin
        ground = el("rect", x=self.margin, y=self.y, width=wide, height=height, fill=ACCENT_SOFT if top else CARD)
        line = el("path", d=f"M{self.margin} {self.y + height}h{wide}", stroke=FAINT)
        x, y = self.margin + 17, self.y + (22 if self.narrow else height / 2)
        if place is None:
            return [ground, line]
        disc = el("circle", cx=x, cy=y, r=11, fill=ACCENT if top else CARD, stroke=ACCENT if top else LINE)
        number = label(str(place), x, y + 4.5, 12, text_anchor="middle", font_weight=700, fill=CARD if top else MUTED)
        return [ground, line, disc, number]

    def _weight(self, factor: Factor, x: float, y: float, wide: float) -> list[Element]:
        if factor.weight is None:
            return [label(self._say("unweighted"), x, y + 5, 12, fill=MUTED, font_style="italic")]
        full = max(1.0, *(each.weight or 0 for each in self.sheet.current.factors)) if self.sheet.current else 1.0
        length = max(2.0, (wide - 44) * factor.weight / full)
        return [
            el("rect", x=x, y=y - 6, width=length, height=12, rx=2, fill=ACCENT),
            label(f"{factor.weight:g} %", x + length + 6, y + 5, 13),
        ]

    def _average(self, party: str) -> list[str]:
        score = next(each for each in self.sheet.scores() if each.party == party)
        if score.average is None:
            return ["–", self._say("no-average")]
        found = [f"{score.average:.1f}", self._say("rests-on", percent=f"{score.rests_on:.0f}")]
        lead = next((each.lead for each in self.sheet.leads() if each.rival == party), None)
        if lead is not None:
            key = "level" if round(lead, 1) == 0 else "behind" if lead > 0 else "lead"
            found.append(self._say(key, **({} if key == "level" else {"lead": f"{abs(lead):.1f}"})))
        return found
