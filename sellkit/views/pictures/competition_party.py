"""One party of the competition board (M40): its head, resources, SWOT in the customer's eyes, and moves or mines."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sellkit.models.base import Judged
from sellkit.models.plan.competition import Competition, Grade, Resource
from sellkit.models.text import HABITS
from sellkit.views.pictures import marks
from sellkit.views.pictures.plan_parts import Column, graded
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import ACCENT, ACCENT_SOFT, ERROR, GOOD, INK, MUTED, WARN, label

# Fills a column and says how its card looks.
Part = Callable[[Column], dict[str, Any]]
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


class PartyCards:
    """The cards of one party from top to bottom; every party has the same ones, so that they stand side by side."""

    def __init__(self, sheet: Competition, party: str, words: Says, people: Mapping[str, str]) -> None:
        self.sheet, self.party, self.words, self.people = sheet, party, words, people
        self.rival = next((rival for rival in sheet.rivals if rival.id == party), None)

    def parts(self) -> Sequence[Part]:
        """What fills each card."""
        return (self._head, self._resources, self._swot, self._moves)

    def _head(self, column: Column) -> dict[str, Any]:
        say = self.words.say
        column.text(
            say("boards.competition.us") if self.rival is None else self.rival.name or self.rival.id,
            17,
            most=2,
            font_weight=700,
        )
        if self.rival is None:
            place = self.sheet.in_place
            answer = "unknown" if place.given is None else "yes" if place.given else "no"
            column.text(say(f"boards.competition.in-place.{answer}"), 12, gap=2, fill=MUTED)
            return {"fill": ACCENT_SOFT, "stroke": ACCENT}
        ratio = self.rival.superiority
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

    def _resources(self, column: Column) -> dict[str, Any]:
        self._title("resources", column)
        rows = self.sheet.resources_of(self.party)
        for row in rows:
            self._resource(row, column)
            column.space(8)
        if not rows:
            self._nothing(column)
        return {}

    def _resource(self, row: Resource, column: Column) -> None:
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
        if self.rival and row.countermeasure.strip():
            column.text(say("boards.competition.answer", text=row.countermeasure.strip()), 12)
        elif self.rival:
            column.text(say("boards.competition.no-answer"), 12, fill=WARN, font_weight=600)

    def _swot(self, column: Column) -> dict[str, Any]:
        self._title("swot", column)
        rows = self.sheet.swot_of(self.party)
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

    def _moves(self, column: Column) -> dict[str, Any]:
        say = self.words.say
        if self.rival is None:
            self._title("mines", column)
            for work in ("find", "clear", "lay"):
                actions = [action for action in self.sheet.actions if action.mine == work]
                texts = HABITS[self.words.language].comma.join(action.what.strip() or action.id for action in actions)
                name = self.words.level("mine-work", work) + HABITS[self.words.language].colon
                column.text(name + (texts or say("boards.competition.nothing")), 12, gap=3, most=4,
                            fill=INK if texts else MUTED)  # fmt: skip
            return {}
        self._title("moves", column)
        rows = self.sheet.moves_of(self.party)
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


def _grade(judged: Judged[Grade]) -> tuple[marks.Badge, marks.State]:
    return graded(judged, GRADES, "bars")
