"""Competition (M40): which strategies are open, the parties side by side, and what we do."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sellkit.models.plan.competition import Competition, CompetitiveAction
from sellkit.models.plan.strategy import Opening, openings
from sellkit.views.pictures import marks
from sellkit.views.pictures.competition_party import GRADES, SWOT, Part, PartyCards
from sellkit.views.pictures.plan_parts import NARROW, Column, card, heading, legend, pill
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
)

GAP, PAD = 16, 14


def competition_svg(
    record: Competition, words: Says, *, names: Mapping[str, str] | None = None, width: float = 1180
) -> str:
    """The board as SVG text: strategies on top, one column for each party, our actions below; one column for all where
    it is narrow. `names` are those of people, by id."""
    drawing = _Drawing(record, words, names or {}, width)
    drawn = drawing.elements()
    return document(drawn, width, drawing.y, language=words.language, title=words.say("boards.competition.title"))


class _Drawing:
    """One picture in the making; `y` is how far down it has come."""

    def __init__(self, record: Competition, words: Says, people: Mapping[str, str], width: float) -> None:
        self.sheet, self.words, self.people, self.width = record, words, people, width
        self.narrow = width < NARROW
        self.margin = 16.0 if self.narrow else 32.0
        self.y = 0.0

    def elements(self) -> list[Element]:
        sheet, say = self.sheet, self.words.say
        under = [say("boards.competition.under")]
        head, self.y = heading(say("boards.competition.title"), under, self.width)
        if not (sheet.rivals or sheet.resources or sheet.swot or sheet.actions or sheet.strategy):
            empty = Column(self.margin, self.y, self.width - 2 * self.margin)
            empty.text(say("boards.competition.empty"), 14, most=6, fill=MUTED)
            self.y = empty.y + 32
            return [*head, *empty.drawn]
        drawn = [*head, *self._strategies(), *self._parties(), *self._actions()]
        signs, self.y = legend(self._signs(), self.margin, self.y + 6, self.width)
        return [*drawn, *signs]

    def _section(self, title: str) -> list[Element]:
        column = Column(self.margin, self.y + 6, self.width - 2 * self.margin)
        column.text(title, 15, font_weight=700)
        self.y = column.y + 8
        return column.drawn

    def _grid(self, cells: Sequence[Any], columns: int, draw: Callable[[Any, Column], dict[str, Any]]) -> list[Element]:
        """Cards in rows of equal height; `draw` fills a column and says how its card looks."""
        columns = 1 if self.narrow else columns
        wide = (self.width - 2 * self.margin - GAP * (columns - 1)) / columns
        drawn: list[Element] = []
        for start in range(0, len(cells), columns):
            row, bottom = [], self.y
            for n, cell in enumerate(cells[start : start + columns]):
                x = self.margin + n * (wide + GAP)
                column = Column(x + PAD, self.y + PAD - 3, wide - 2 * PAD)
                look = draw(cell, column)
                row.append((x, look, column.drawn))
                bottom = max(bottom, column.y + PAD - 3)
            for x, look, texts in row:
                drawn += [card(x, self.y, wide, bottom - self.y, **look), *texts]
            self.y = bottom + (10 if self.narrow else GAP)
        return drawn

    def _strategies(self) -> list[Element]:
        title = self._section(self.words.say("boards.competition.strategies"))
        drawn = self._grid(openings(self.sheet), 5, self._strategy)
        plan = Column(self.margin, self.y - 4, self.width - 2 * self.margin)
        for part, text in (
            ("criterion", self.sheet.criterion), ("part", self.sheet.part), ("expansion", self.sheet.expansion),
            ("next-round", self.sheet.next_round),
        ):  # fmt: skip
            if text.strip():
                plan.text(self.words.say(f"boards.competition.{part}", text=text.strip()), 13, gap=2)
        if self.sheet.criterion.strip() and self.sheet.backer:
            who = self.people.get(self.sheet.backer, self.sheet.backer)
            plan.text(self.words.say("boards.competition.backer", who=who), 13, gap=2)
        self.y = plan.y + 8
        return [*title, *drawn, *plan.drawn]

    def _strategy(self, found: Opening, column: Column) -> dict[str, Any]:
        say, chosen = self.words.say, self.sheet.strategy == found.strategy
        column.text(self.words.level("competitive-strategy", found.strategy), 15, most=2, font_weight=700)
        state = say("boards.competition.open" if found.open else "boards.competition.closed")
        column.text(state, 12, gap=1, font_weight=600, fill=ACCENT if found.open else MUTED)
        column.text(say(f"boards.strategy.{found.reason}"), 12, gap=2, most=4, fill=INK if found.open else MUTED)
        for need in found.needs:
            column.text(say(f"boards.strategy.{need}"), 12, gap=2, most=3, fill=WARN, font_weight=600)
        if chosen:
            column.space(6)
            ink = ACCENT if found.open else ERROR
            text = say("boards.competition.chosen" if found.open else "boards.competition.chosen-closed")
            column.drawn.append(pill(text, column.x, column.y + 11, ink=ink, ground=ink, anchor="start"))
            column.space(24)
            return {"fill": ACCENT_SOFT if found.open else CARD, "stroke": ink, "stroke_width": 2.6}
        return {"stroke": LINE if found.open else FAINT, "stroke_dasharray": None if found.open else "4 3"}

    def _parties(self) -> list[Element]:
        title = self._section(self.words.say("boards.competition.parties"))
        listed = self.sheet.parties
        if self.narrow:
            drawn = []
            for party in listed:
                for part in self._parts(party):
                    drawn += self._grid([part], 1, lambda draw, column: draw(column))
            return [*title, *drawn]
        drawn, across = [], min(3, len(listed))
        for start in range(0, len(listed), 3):
            rows = zip(*(self._parts(party) for party in listed[start : start + 3]), strict=True)
            for row in rows:
                drawn += self._grid(row, across, lambda draw, column: draw(column))
                self.y -= GAP - 6
            self.y += GAP
        return [*title, *drawn]

    def _parts(self, party: str) -> Sequence[Part]:
        return PartyCards(self.sheet, party, self.words, self.people).parts()

    def _actions(self) -> list[Element]:
        if not self.sheet.actions:
            return []
        title = self._section(self.words.say("boards.competition.actions"))
        return [*title, *self._grid(self.sheet.actions, 3, self._action)]

    def _action(self, action: CompetitiveAction, column: Column) -> dict[str, Any]:
        say = self.words.say
        column.text(action.what.strip() or action.id, 13, most=3, font_weight=600)
        purpose = self.words.level("action-purpose", action.purpose) if action.purpose else ""
        mine = self.words.level("mine-work", action.mine) if action.mine else ""
        tags = " · ".join(part for part in (purpose, mine) if part)
        column.text(tags, 12, gap=2, fill=ACCENT, font_weight=600)
        who = " · ".join(part for part in (action.owner.strip(), action.by.isoformat() if action.by else "") if part)
        column.text(who or say("boards.competition.nobody-does"), 12, gap=2, fill=MUTED if who else WARN)
        if action.counter_move.strip():
            column.text(say("boards.competition.counter", text=action.counter_move.strip()), 12, gap=2)
        return {}

    def _signs(self) -> list[tuple[Element, str]]:
        level = self.words.level
        grades = [(marks.draw(made, "firm", 0, 0), level("chance", grade)) for grade, made in GRADES.items()]
        swot = [
            (marks.draw(marks.Badge("square", sign, colour=colour), "firm", 0, 0), level("swot", kind))
            for kind, (sign, colour) in SWOT.items()
        ]
        say = self.words.say
        return [
            *grades,
            (marks.draw(GRADES["medium"], "open", 0, 0), say("boards.legend.open")),
            (marks.draw(marks.Badge("bars", "?", colour=MUTED), "unknown", 0, 0), say("boards.legend.unknown")),
            *swot,
        ]
