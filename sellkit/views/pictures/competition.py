"""Competition (M40): the parties side by side as the customer meets them, and what we do about it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sellkit.models.base import Judged
from sellkit.models.competition import Competition, CompetitiveAction, Grade, Resource, Rival
from sellkit.models.method_head import US
from sellkit.models.strategy import Opening, openings
from sellkit.models.text import HABITS
from sellkit.views.pictures import marks
from sellkit.views.pictures.plan_parts import NARROW, Column, card, graded, heading, legend, pill
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT,
    ACCENT_SOFT,
    CARD,
    ERROR,
    FAINT,
    GOOD,
    INK,
    LINE,
    MUTED,
    WARN,
    Element,
    document,
    label,
)

GAP, PAD = 16, 14
GRADES: dict[Grade, marks.Badge] = {
    "low": marks.BADGES["coverage"]["brief"],
    "medium": marks.BADGES["coverage"]["multiple"],
    "high": marks.BADGES["coverage"]["in-depth"],
}
SWOT = {
    "strength": ("S", GOOD),
    "weakness": ("W", ERROR),
    "opportunity": ("O", GOOD),
    "threat": ("T", ERROR),
}


def competition_svg(
    record: Competition, words: Says, *, people: Mapping[str, str] | None = None, width: float = 1180
) -> str:
    """The board as SVG text: strategies on top, one column for each party, our actions below; one column for all where
    it is narrow. `people` are names by id."""
    drawing = _Drawing(record, words, people or {}, width)
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

    # -- strategies -------------------------------------------------------------------------------------------------

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

    # -- parties ----------------------------------------------------------------------------------------------------

    def _parties(self) -> list[Element]:
        title = self._section(self.words.say("boards.competition.parties"))
        rivals = {rival.id: rival for rival in self.sheet.rivals}
        listed = [US, *rivals]
        if self.narrow:
            drawn = []
            for party in listed:
                for part in self._parts(rivals.get(party)):
                    drawn += self._grid([part], 1, lambda draw, column: draw(column))
            return [*title, *drawn]
        drawn, across = [], min(3, len(listed))
        for start in range(0, len(listed), 3):
            rows = zip(*(self._parts(rivals.get(party)) for party in listed[start : start + 3]), strict=True)
            for row in rows:
                drawn += self._grid(row, across, lambda draw, column: draw(column))
                self.y -= GAP - 6
            self.y += GAP
        return [*title, *drawn]

    def _parts(self, rival: Rival | None) -> list[Callable[[Column], dict[str, Any]]]:
        return [
            lambda column: self._head(rival, column),
            lambda column: self._resources(rival, column),
            lambda column: self._swot(rival, column),
            lambda column: self._moves(rival, column),
        ]

    def _head(self, rival: Rival | None, column: Column) -> dict[str, Any]:
        say = self.words.say
        column.text(
            say("boards.competition.us") if rival is None else rival.name or rival.id, 17, most=2, font_weight=700
        )
        if rival is None:
            place = self.sheet.in_place
            answer = "unknown" if place.given is None else "yes" if place.given else "no"
            column.text(say(f"boards.competition.in-place.{answer}"), 12, gap=2, fill=MUTED)
            return {"fill": ACCENT_SOFT, "stroke": ACCENT}
        ratio = rival.superiority
        if ratio.given is None:
            column.text(say("boards.competition.ratio-unknown"), 12, gap=2, fill=WARN, font_weight=600)
        else:
            key = "boards.competition.ratio" if ratio.confirmed else "boards.competition.ratio-open"
            column.text(say(key, ratio=f"{ratio.given:g}"), 12, gap=2, fill=MUTED)
        return {"stroke": INK}

    def _title(self, key: str, column: Column) -> None:
        column.text(self.words.say(f"boards.competition.{key}"), 12, font_weight=700, fill=MUTED)
        column.space(2)

    def _nothing(self, column: Column) -> None:
        column.text(self.words.say("boards.competition.nothing"), 12, fill=MUTED)

    def _resources(self, rival: Rival | None, column: Column) -> dict[str, Any]:
        self._title("resources", column)
        rows = self.sheet.resources_of(rival.id if rival else US)
        for row in rows:
            self._resource(row, rival is not None, column)
            column.space(8)
        if not rows:
            self._nothing(column)
        return {}

    def _resource(self, row: Resource, theirs: bool, column: Column) -> None:
        say = self.words.say
        column.text(row.what.strip() or row.id, 13, gap=4, most=3, font_weight=600)
        if row.through:
            column.text(
                say("boards.competition.through", who=self.people.get(row.through, row.through)), 12, fill=MUTED
            )
        column.space(4)
        x = column.x
        for key, judged in (("chance", row.chance), ("effect", row.effect)):
            made, state = _grade(judged)
            column.drawn.append(marks.draw(made, state, x, column.y))
            column.drawn.append(label(say(f"boards.competition.{key}"), x + 32, column.y + 17, 12, fill=MUTED))
            x += column.width / 2
        column.space(30)
        if row.aim.strip():
            column.text(say("boards.competition.aim", text=row.aim.strip()), 12)
        if row.precondition.strip():
            met = "met" if row.ready else "unmet" if row.met.given is False else "met-open"
            text = say(
                "boards.competition.precondition", text=row.precondition.strip(), met=say(f"boards.competition.{met}")
            )
            column.text(text, 12, fill=INK if row.ready else WARN, font_weight=None if row.ready else 600)
        if theirs and row.countermeasure.strip():
            column.text(say("boards.competition.answer", text=row.countermeasure.strip()), 12)
        elif theirs:
            column.text(say("boards.competition.no-answer"), 12, fill=WARN, font_weight=600)

    def _swot(self, rival: Rival | None, column: Column) -> dict[str, Any]:
        self._title("swot", column)
        rows = self.sheet.swot_of(rival.id if rival else US)
        order = [None, *SWOT]
        for row in sorted(rows, key=lambda row: order.index(row.kind) or len(order)):
            sign, colour = SWOT[row.kind] if row.kind else ("", MUTED)
            top = column.y + 3
            badge = marks.Badge("square", sign, colour=colour)
            column.drawn.append(
                marks.draw(badge, "firm" if row.said_by else "open" if row.kind else "blank", column.x, top)
            )
            inner = Column(column.x + 36, column.y + 2, column.width - 36)
            inner.text(row.text.strip() or row.id, 13, most=3)
            who = self.people.get(row.said_by, row.said_by) if row.said_by else ""
            said = (
                self.words.say("boards.competition.says", who=who)
                if who
                else self.words.say("boards.competition.nobody")
            )
            inner.text(said, 12, most=1, fill=MUTED if who else WARN, font_weight=None if who else 600)
            column.drawn += inner.drawn
            column.y = max(inner.y, top + 30) + 4
        if not rows:
            self._nothing(column)
        return {}

    def _moves(self, rival: Rival | None, column: Column) -> dict[str, Any]:
        say = self.words.say
        if rival is None:
            self._title("mines", column)
            for work in ("find", "clear", "lay"):
                actions = [action for action in self.sheet.actions if action.mine == work]
                texts = HABITS[self.words.language].comma.join(action.what.strip() or action.id for action in actions)
                name = self.words.level("mine-work", work) + HABITS[self.words.language].colon
                column.text(name + (texts or say("boards.competition.nothing")), 12, gap=3, most=4,
                            fill=INK if texts else MUTED)  # fmt: skip
            return {}
        self._title("moves", column)
        rows = self.sheet.moves_of(rival.id)
        for move in rows:
            made, state = _grade(move.chance)
            column.drawn.append(marks.draw(made, state, column.x, column.y + 3))
            inner = Column(column.x + 36, column.y + 2, column.width - 36)
            inner.text(move.what.strip() or move.id, 13, most=3, font_weight=600)
            if move.by:
                inner.text(say("boards.competition.by", on=move.by.isoformat()), 12, fill=MUTED)
            if move.answer.strip():
                inner.text(say("boards.competition.answer", text=move.answer.strip()), 12)
            column.drawn += inner.drawn
            column.y = max(inner.y, column.y + 33) + 4
        if not rows:
            self._nothing(column)
        return {}

    # -- actions ----------------------------------------------------------------------------------------------------

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


def _grade(judged: Judged[Grade]) -> tuple[marks.Badge, marks.State]:
    return graded(judged, GRADES, "bars")
