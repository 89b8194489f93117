"""The next steps of a coverage plan (M21): what is planned for a person, what is overdue, who carries how much."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import partial

from sellkit.models.people.next_actions import has_power
from sellkit.models.people.stakeholder import Action, People, Stakeholder
from sellkit.views.pictures.card_rows import Fill, card_rows
from sellkit.views.pictures.gantt import HATCH
from sellkit.views.pictures.plan_parts import Column, pill
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import ACCENT, CARD, ERROR, INK, MUTED, WARN, Element, el, label, text_width

# Of one person or one line; more would hide the others.
MOST_STEPS, MOST_NAMES = 3, 8
DAY = 118


def _day(action: Action) -> date | None:
    """When it is due; None without a date, or where something else than a date is written."""
    try:
        return date.fromisoformat(action.by.strip())
    except ValueError:
        return None


class Steps:
    """Steps that say what is to be done: `of` a person by id, the earliest first; `on` is today."""

    def __init__(self, record: People, words: Says, on: date | None, *, narrow: bool) -> None:
        self.words, self.on, self.narrow = words, on, narrow
        self.of: dict[str, list[Action]] = defaultdict(list)
        for action in sorted(record.actions, key=lambda action: _day(action) or date.max):
            if action.what.strip():
                self.of[action.person].append(action)

    @property
    def overdue(self) -> int:
        """How many steps are overdue."""
        return sum(self.late(action) > 0 for steps in self.of.values() for action in steps)

    def late(self, action: Action) -> int:
        """By how many days; 0 where it is not overdue, or nobody knows."""
        day = _day(action)
        return max(0, (self.on - day).days) if self.on and day else 0

    def plan(self, person: Stakeholder, column: Column) -> None:
        """What we will do about a person, or that nothing is planned, which is grave where they have power."""
        say, steps = self.words.say, self.of.get(person.id, [])
        if not steps and not has_power(person):
            column.text(say("boards.coverage.nothing"), 13, gap=2, fill=MUTED)
        elif not steps:
            alarm = f"! {say('boards.coverage.nothing')}"
            column.drawn.append(pill(alarm, column.x, column.y + 12, ink=ERROR, ground=ERROR, anchor="start"))
            column.space(26)
            reason = "decides" if person.decides else "weighs"
            column.text(say(f"boards.coverage.nothing-{reason}"), 12, most=3, gap=2, fill=INK)
        for n, action in enumerate(steps[:MOST_STEPS]):
            column.space(8 if n else 0)
            self._step(action, column)
        if len(steps) > MOST_STEPS:
            column.text(say("boards.coverage.more", count=len(steps) - MOST_STEPS), 12, gap=4, fill=MUTED)

    def _step(self, action: Action, column: Column) -> None:
        """The day and the owner; beside them (below, on a phone) what and why."""
        when = Column(column.x, column.y, column.width if self.narrow else DAY - 12)
        self._when(action, when)
        owner = " ".join(action.owner.split())
        look = {"fill": INK} if owner else {"fill": WARN, "font_weight": 600}
        when.text(owner or self.words.say("boards.coverage.no-owner"), 12, most=2, gap=2, **look)
        beside = 0.0 if self.narrow else DAY
        what = Column(column.x + beside, when.y + 2 if self.narrow else column.y, column.width - beside)
        what.text(action.what, 13, most=3, gap=2, font_weight=600)
        if action.why.strip():
            what.text(self.words.say("boards.coverage.why", why=action.why.strip()), 12, most=3, gap=1, fill=MUTED)
        column.drawn += [*when.drawn, *what.drawn]
        column.y = max(when.y, what.y)

    def _when(self, action: Action, column: Column) -> None:
        day, late = _day(action), self.late(action)
        if day is None:
            told = action.by.strip() or self.words.say("boards.coverage.no-date")
            column.text(told, 12, most=2, gap=2, fill=WARN, font_weight=600)
            return
        ink = ERROR if late else ACCENT
        date_pill = pill(day.isoformat(), column.x, column.y + 12, ink=ink, ground=ERROR if late else CARD,
                         anchor="start")  # fmt: skip
        column.drawn.append(date_pill)
        told = self.words.say("boards.coverage.overdue", days=late) if late else ""
        if told and self.narrow:  # beside the day
            x = column.x + text_width(day.isoformat(), 12) + 26
            column.drawn.append(label(told, x, column.y + 16, 12, fill=ERROR, font_weight=700))
        column.space(25)
        if not self.narrow:
            column.text(told, 12, gap=1, fill=ERROR, font_weight=700)

    def loads(self, x: float, y: float, wide: float) -> tuple[list[Element], float]:
        """A card for each owner with what they carry, and where the cards end."""
        held: dict[str, list[Action]] = defaultdict(list)
        for steps in self.of.values():
            for action in steps:
                held[" ".join(action.owner.split())].append(action)
        title = Column(x, y, wide)
        title.text(self.words.say("boards.coverage.loads"), 14, font_weight=700)
        owners = sorted(held.items(), key=lambda each: -len(each[1]))
        unit = max(len(steps) for _, steps in owners)
        fills: Sequence[Fill] = [partial(self._load, owner, steps, unit) for owner, steps in owners]
        across = 1 if self.narrow else max(1, min(4, int(wide // 250)))
        cards, end = card_rows(fills, x, title.y + 8, wide, across=across)
        return [*title.drawn, *cards], end

    def _load(self, owner: str, steps: list[Action], most: int, column: Column) -> None:
        late = sum(self.late(action) > 0 for action in steps)
        column.text(owner or self.words.say("boards.coverage.no-owner"), 13, most=1, font_weight=600,
                    fill=INK if owner else WARN)  # fmt: skip
        unit, x = min(26.0, column.width / most), column.x
        for count, look in (
            (late, {"fill": HATCH, "stroke": ERROR}),
            (len(steps) - late, {"fill": CARD, "stroke": INK}),
        ):
            if count:
                bar = el("rect", x=x, y=column.y + 5, width=max(1.0, count * unit - 2), height=13, rx=3, **look)
                column.drawn.append(bar)
                x += count * unit
        column.space(22)
        told = self.words.say(
            "boards.coverage.load-late" if late else "boards.coverage.load", count=len(steps), late=late
        )
        column.text(told, 12, gap=2, fill=MUTED)
