"""The life cycle of an account (M23) as a picture: all states and ways, where it is and was, what may come next."""

from collections.abc import Sequence
from typing import Any

from sellkit.models.account.life_cycle import STATES, WAYS, CycleState, LifeCycle, StateMark, ways_from
from sellkit.models.text import HABITS
from sellkit.views.pictures.life_cycle_ways import NEXT, OPEN, Look, Row, Way, heads, taken
from sellkit.views.pictures.plan_parts import NARROW, Column, card, heading, legend
from sellkit.views.pictures.style import (
    ACCENT,
    ACCENT_SOFT,
    ACCENT_TINT,
    CARD,
    ERROR,
    FAINT,
    INK,
    MUTED,
    Element,
    document,
    el,
    paragraph,
    wrap,
)  # fmt: skip
from sellkit.views.pictures.vision_grid import Explains

BOX_H, PAD = 62, 16


def life_cycle_svg(record: LifeCycle, words: Explains, *, width: float = 1180) -> str:
    """The life cycle as SVG text; `width` 390 puts the states below each other."""
    drawing = _Drawing(record, words, width)
    drawn = drawing.elements()
    return document(drawn, width, drawing.y, language=words.language, title=words.say("boards.life-cycle.title"))


class _Drawing:
    """One picture in the making; `y` is how far down it has come."""

    def __init__(self, record: LifeCycle, words: Explains, width: float) -> None:
        self.cycle, self.words, self.width = record, words, width
        self.narrow = width < NARROW
        self.margin = 16.0 if self.narrow else 32.0
        self.levels = {level["id"]: level for level in words.scale("life-cycle")}
        self.here = record.current
        self.y = 0.0

    def elements(self) -> list[Element]:
        head, self.y = heading(self._say("title"), self._header(), self.width)
        row = self._row()
        drawn = [heads(), *head, *row.ways(self._looks())]
        for state in STATES:
            drawn += self._box(state, *row.corner(state), row)
        signs, self.y = legend(self._signs(), self.margin, self.y, self.width)
        drawn += signs
        if self.cycle.history:
            drawn += self._texts()
        return drawn

    def _say(self, key: str, /, **params: object) -> str:
        return self.words.say(f"boards.life-cycle.{key}", **params)

    def _name(self, mark: StateMark) -> str:
        return str(self.levels[mark.state.given]["name"])

    def _header(self) -> list[str]:
        claimed = self.cycle.claimed
        if claimed is None:
            return [self._say("empty")]
        lines = [self._say("now", state=self._name(self.here)) if self.here else self._say("nothing-confirmed")]
        if claimed is not self.here:
            lines.append(self._say("claimed", state=self._name(claimed)))
        return lines

    def _row(self) -> Row:
        """Where the boxes stand, with room for the arcs around them."""
        if self.narrow:
            row = Row((self.width - 132) / 2, self.y + 6, 132, BOX_H, 22, upright=True)
            self.y += 8 * BOX_H + 7 * 22 + 24
        else:
            wide = (self.width - 2 * self.margin - 7 * 22) / 8
            above, below = 18 + 20 * 5 + 14, 18 + 20 * 5 + 14
            lengths = [STATES.index(b) - STATES.index(a) for a, b in self._looks()]
            above = max(above, 32 + 20 * max(lengths))
            below = max(below, 32 - 20 * min(lengths))
            row = Row(self.margin, self.y + above, wide, BOX_H, 22, upright=False)
            self.y += above + BOX_H + below
        return row

    def _looks(self) -> dict[Way, Look]:
        looks: dict[Way, Look] = {(start, end): OPEN for start in STATES for end in WAYS[start]}
        if self.here and self.here.state.given:
            looks |= {(self.here.state.given, end): NEXT for end in ways_from(self.here.state.given)}
        walked: dict[Way, list[int]] = {}
        said: set[Way] = set()
        for number, move in enumerate(self.cycle.moves(), 1):
            if move.was.state.given and move.now.state.given:
                way = (move.was.state.given, move.now.state.given)
                walked.setdefault(way, []).append(number)
                said |= set() if move.was.state.confirmed and move.now.state.confirmed else {way}
        return looks | {
            way: taken(numbers, allowed=way[1] in WAYS[way[0]], firm=way not in said) for way, numbers in walked.items()
        }

    def _box(self, state: CycleState, x: float, y: float, row: Row) -> list[Element]:
        marks = [mark for mark in self.cycle.history if mark.state.given == state]
        now = self.here in marks
        firm = any(mark.state.confirmed for mark in marks)
        last = next((mark for mark in reversed(marks) if mark.state.confirmed or not firm), None)
        ink = CARD if now else INK if marks else MUTED
        look: dict[str, Any] = {"fill": CARD, "stroke": FAINT, "stroke_width": 1.3}
        if now:
            look = {"fill": ACCENT, "stroke": ACCENT}
        elif marks:
            look = {"fill": ACCENT_TINT if firm else CARD, "stroke": ACCENT, "stroke_width": 1.6,
                    "stroke_dasharray": None if firm else "5 3"}  # fmt: skip
        name = wrap(self.levels[state]["name"], row.wide - 16, 14, 2)
        day = last.on.isoformat() if last and last.on else ""
        middle = y + row.tall / 2 + 5 - 8 * (len(name) - 1) - (8 if day else 0)
        centre = x + row.wide / 2
        drawn = [card(x, y, row.wide, row.tall, **look)]
        drawn += paragraph(name, centre, middle, 14, 17, text_anchor="middle", font_weight=700, fill=ink)
        if day:
            drawn += paragraph([day], centre, middle + 17 * len(name), 12, 0, text_anchor="middle", fill=ink)
        return drawn

    def _signs(self) -> list[tuple[Element, str]]:
        def line(look: Look) -> Element:
            return el("path", d="M1 13H26", stroke=look.colour, stroke_width=look.thick, stroke_dasharray=look.dashes)

        def box(ground: str, ink: str, dashes: str | None = None) -> Element:
            return el("rect", x=1, y=4, width=25, height=18, rx=5, fill=ground, stroke=ink, stroke_width=1.5,
                      stroke_dasharray=dashes)  # fmt: skip

        return [
            (box(ACCENT, ACCENT), self._say("legend.now")),
            (box(ACCENT_TINT, ACCENT), self._say("legend.was")),
            (box(CARD, ACCENT, "5 3"), self._say("legend.claimed")),
            (line(taken([1], allowed=True)), self._say("legend.taken")),
            (line(taken([1], allowed=True, firm=False)), self._say("legend.said")),
            (line(taken([1], allowed=False)), self._say("legend.not-allowed")),
            (line(NEXT), self._say("legend.next")),
            (line(OPEN), self._say("legend.open")),
        ]

    def _texts(self) -> list[Element]:
        """How it came here on the left, what to do and what may come next on the right; below each other on a phone."""
        half = self.width - 2 * self.margin if self.narrow else (self.width - 2 * self.margin - 24) / 2
        left = Column(self.margin + PAD, self.y + PAD, half - 2 * PAD)
        self._history(left)
        low = left.y + PAD
        x, top = (self.margin, low + 16) if self.narrow else (self.margin + half + 24, self.y)
        right = Column(x + PAD, top + PAD, half - 2 * PAD)
        self._outlook(right)
        end = right.y + PAD
        cards = [
            card(self.margin, self.y, half, low - self.y),
            card(x, top, half, end - top, fill=ACCENT_SOFT, stroke=ACCENT),
        ]
        self.y = max(low, end) + 24
        return [*cards, *left.drawn, *right.drawn]

    def _history(self, column: Column) -> None:
        column.text(self._say("history"), 15, font_weight=700)
        wrong = {move.now.id: move.was for move in self.cycle.moves() if not move.allowed}
        for mark in self.cycle.history:
            day = mark.on.isoformat() if mark.on else self._say("undated")
            open_ = "" if mark.state.confirmed else self._say("unconfirmed")
            column.text(f"{day}   {self._name(mark)}{open_}", 13, gap=10, font_weight=600)
            column.text(self._seen(mark), 12, most=6, fill=MUTED)
            column.text(mark.note.strip(), 12, most=4, fill=MUTED)
            if mark.id in wrong:
                column.text(self._say("no-way", state=self._name(wrong[mark.id])), 12, fill=ERROR, font_weight=600)

    def _outlook(self, column: Column) -> None:
        mark = self.here or self.cycle.claimed
        assert mark is not None
        column.text(self._say("do", state=self._name(mark)), 15, most=2, font_weight=700)
        column.text(str(self.levels[mark.state.given]["texts"]["next"]), 13, gap=6, most=6)
        column.text(self._say("watch"), 15, gap=16, font_weight=700)
        for state in ways_from(mark.state.given):
            level = self.levels[state]
            column.text(f"→ {level['name']}", 13, gap=8, font_weight=600)
            column.text(self._joined([sign["text"] for sign in level["signs"]]), 12, most=6, fill=MUTED)

    def _seen(self, mark: StateMark) -> str:
        texts = {sign["id"]: sign["text"] for level in self.levels.values() for sign in level["signs"]}
        return self._joined([str(texts.get(sign, sign)) for sign in mark.signs]) or self._say("no-sign")

    def _joined(self, texts: Sequence[str]) -> str:
        return ("；" if HABITS[self.words.language].space == "" else "; ").join(texts)
