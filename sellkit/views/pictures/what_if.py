"""What would follow if some marks were others (M65): the figures that move, the remarks that come and go."""

from collections.abc import Sequence
from typing import Any

from sellkit.checks.registry import Finding
from sellkit.checks.what_if import WhatIf
from sellkit.models.change import Change
from sellkit.models.opportunity import Opportunity
from sellkit.tables.changes import OutlookWords, kind_of
from sellkit.tables.places import Speech
from sellkit.training.words import Words
from sellkit.views.pictures.changes import COLOURS, Told, change_row, sign
from sellkit.views.pictures.plan_parts import NARROW, Column, card, heading
from sellkit.views.pictures.style import ACCENT, ACCENT_SOFT, CARD, ERROR, MUTED, WARN, Element, document, el, label

GAP, PAD = 16, 14
MOST = 8
SEVERITY = {"error": ("!", ERROR), "warning": ("?", WARN), "hint": ("i", MUTED)}


def what_if_svg(record: WhatIf, words: Words, *, of: Opportunity | None = None, width: float = 1180) -> str:
    """What is supposed, what would move, and which remarks would come up or fall away.

    of  the deal as it stands: it knows how people, rows and levels are called
    """
    title = words.say("boards.what-if.title")
    head, y = heading(title, [words.say("boards.what-if.under")], width)
    drawing = _Drawing(words, of, width, y)
    drawn = [*head, *drawing.elements(record)]
    return document(drawn, width, drawing.y + 12, language=words.language, title=title)


class _Drawing:
    """One picture in the making; `y` is how far down it has come."""

    def __init__(self, words: Words, deal: Opportunity | None, width: float, y: float) -> None:
        self.words, self.width, self.y = words, width, y
        self.told = OutlookWords(words, deal)
        self.narrow = width < NARROW
        self.margin = 16.0 if self.narrow else 32.0
        self.speech = Speech(deal, words)

    def elements(self, record: WhatIf) -> list[Element]:
        say = self.words.say
        if not record.marks.changes:
            column = Column(self.margin, self.y, self.width - 2 * self.margin)
            column.text(say("boards.what-if.no-marks"), 14, most=4, fill=MUTED)
            self.y = column.y + 16
            return column.drawn
        wide = self.width - 2 * self.margin
        half = wide if self.narrow else (wide - GAP) / 2
        left, right = self.margin, self.margin if self.narrow else self.margin + half + GAP
        top = self.y
        drawn = self._marks(record.marks.changes, left, half)
        below = self.y
        self.y = self.y if self.narrow else top
        drawn += self._outlook(record.outlook.changes, right, half)
        self.y = top = max(self.y, below)
        drawn += self._remarks("appeared", record.appeared, left, half)
        below = self.y
        self.y = self.y if self.narrow else top
        drawn += self._remarks("gone", record.gone, right, half)
        self.y = max(self.y, below)
        return drawn

    def _card(self, column: Column, **look: Any) -> list[Element]:
        height = column.y + PAD - 2 - self.y
        drawn = [card(column.x - PAD, self.y, column.width + 2 * PAD, height, **look), *column.drawn]
        self.y += height + GAP
        return drawn

    def _column(self, title: str, x: float, wide: float) -> Column:
        column = Column(x + PAD, self.y + PAD - 2, wide - 2 * PAD)
        column.text(title, 15, font_weight=700)
        column.space(6)
        return column

    def _marks(self, changes: Sequence[Change], x: float, wide: float) -> list[Element]:
        title = self.words.say("boards.what-if.marks")
        column = self._column(title, x, wide)
        for change in changes[:MOST]:
            place = self.speech.place(change.path)
            row = " · ".join(part for part in (self.speech.names.get(place.person, place.person), place.row) if part)
            change_row(Told(change, place._replace(row=row)), self.speech, column)
        self._more(len(changes), column)
        return self._card(column, fill=ACCENT_SOFT, stroke=ACCENT)

    def _outlook(self, changes: Sequence[Change], x: float, wide: float) -> list[Element]:
        title = self.words.say("boards.what-if.outlook")
        column = self._column(title, x, wide)
        if not changes:
            column.text(self.words.say("boards.what-if.nothing"), 13, most=4, fill=MUTED)
        for change in changes:
            self._figure(change, column)
        return self._card(column)

    def _figure(self, change: Change, column: Column) -> None:
        kind, top = kind_of(change), column.y + 2
        was, now = (self.told.value(change.path, value) for value in (change.was, change.now))
        column.drawn.append(el("g", sign(kind, 13, 13), transform=f"translate({column.x - 4:.1f} {top - 2:.1f})"))
        word = self.words.say(f"boards.changes.kind.{kind}")
        column.drawn.append(
            label(word, column.x + column.width, top + 13, 12, text_anchor="end", fill=COLOURS[kind], font_weight=600)
        )
        text = Column(column.x + 26, top, column.width - 26 - 80)
        text.text(self.told.name(change.path), 12, most=2, fill=MUTED)
        text.text(f"{was} → {now}", 16, most=2, font_weight=700, gap=1)
        column.drawn += text.drawn
        column.y = text.y + 8

    def _remarks(self, kind: str, findings: Sequence[Finding], x: float, wide: float) -> list[Element]:
        title = self.words.say(f"boards.what-if.{kind}")
        column = self._column(title, x, wide)
        if not findings:
            column.text(self.words.say("boards.what-if.no-remarks"), 13, fill=MUTED)
        for finding in findings[:MOST]:
            mark, colour = SEVERITY[finding.severity]
            look = {"fill": CARD, "stroke": colour} if kind == "gone" else {"fill": colour}
            dashes = "3 2" if kind == "gone" else None
            top = column.y + 3
            column.drawn += [
                el("circle", cx=column.x + 9, cy=top + 9, r=9, stroke_dasharray=dashes, **look),
                label(mark, column.x + 9, top + 13.5, 13, text_anchor="middle", font_weight=700,
                      fill=colour if kind == "gone" else CARD),
            ]  # fmt: skip
            text = Column(column.x + 26, top, column.width - 26)
            text.text(self.words.finding(finding)["message"], 13, most=4)
            column.drawn += text.drawn
            column.y = text.y + 5
        self._more(len(findings), column)
        return self._card(column)

    def _more(self, count: int, column: Column) -> None:
        if count > MOST:
            column.text(self.words.say("boards.changes.more", count=count - MOST), 12, gap=4, fill=MUTED)
