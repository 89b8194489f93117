"""The coverage plan (M21) as a picture: for each person the marks, the contact, our next step, and where none is."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import partial

from sellkit.models.people.next_actions import has_power
from sellkit.models.people.stakeholder import Action, People, Stakeholder
from sellkit.models.text import HABITS
from sellkit.views.pictures import marks
from sellkit.views.pictures.card_rows import Fill, card_rows
from sellkit.views.pictures.contact_parts import contact, influence, signs
from sellkit.views.pictures.gantt import HATCH, hatch
from sellkit.views.pictures.people_parts import in_a_row
from sellkit.views.pictures.plan_parts import NARROW, Column, card, heading, legend, pill
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT,
    CARD,
    ERROR,
    INK,
    MUTED,
    WARN,
    Element,
    document,
    el,
    label,
    text_width,
)  # fmt: skip

SHOWN = ("roles", "attitude", "coverage")
# Of one person or one line; more would hide the others.
MOST_STEPS, MOST_NAMES = 3, 8
GAP, PAD, BADGES, DAY = 8, 14, 166, 118


def coverage_plan_svg(record: People, words: Says, *, on: date | None = None, width: float = 1180) -> str:
    """The plan as SVG text: a row each, those who decide first, then by influence; on a phone (`width` 390) a card.

    `on` is today; without it nothing is overdue.
    """
    drawing = _Drawing(record, words, on, width)
    drawn = drawing.elements()
    return document(drawn, width, drawing.y, language=words.language, title=words.say("boards.coverage.title"))


def _day(action: Action) -> date | None:
    """When it is due; None without a date, or where something else than a date is written."""
    try:
        return date.fromisoformat(action.by.strip())
    except ValueError:
        return None


class _Drawing:
    """One picture in the making; `y` is how far down it has come."""

    def __init__(self, record: People, words: Says, on: date | None, width: float) -> None:
        self.record, self.words, self.on, self.width = record, words, on, width
        self.people = sorted(record.people, key=lambda person: (not person.decides, -(person.influence.given or 0)))
        self.steps: dict[str, list[Action]] = defaultdict(list)
        for action in sorted(record.actions, key=lambda action: _day(action) or date.max):
            if action.what.strip():
                self.steps[action.person].append(action)
        self.narrow = width < NARROW
        self.margin = 16.0 if self.narrow else 32.0
        self.wide = width - 2 * self.margin
        self.y = 0.0

    def elements(self) -> list[Element]:
        under = self._summary() if self.people else [self.words.say("boards.coverage.empty")]
        drawn, self.y = heading(self.words.say("boards.coverage.title"), under, self.width)
        drawn += self._verdict()
        if self.people and not self.narrow:
            drawn += self._heads()
        for person in self.people:
            drawn += self._card(person) if self.narrow else self._row(person)
        drawn += self._strangers()
        if self.steps:
            drawn += self._loads()
        alarm = el("rect", x=1, y=4, width=24, height=18, rx=4, fill=CARD, stroke=ERROR, stroke_width=2.5)
        items = [*signs(self.words), (alarm, self.words.say("boards.coverage.legend.alarm"))]
        shown, self.y = legend(items, self.margin, self.y + 8, self.width)
        return [hatch(), *drawn, *shown]

    def _summary(self) -> list[str]:
        say = self.words.say
        planned = [person for person in self.people if person.id in self.steps]
        counts = say("boards.coverage.sum", all=len(self.people), planned=len(planned),
                     open=len(self.people) - len(planned))  # fmt: skip
        late = sum(self._late(action) > 0 for steps in self.steps.values() for action in steps)
        lines = [counts]
        if late and self.on:
            lines.append(say("boards.coverage.late", count=late, on=self.on.isoformat()))
        return lines

    def _verdict(self) -> list[Element]:
        """The sentence to read first: who of weight was forgotten."""
        weighty = [person for person in self.people if has_power(person)]
        forgotten = [person for person in weighty if self._forgotten(person)]
        column = Column(self.margin, self.y - 10, self.wide)
        if forgotten:
            more = len(forgotten) - MOST_NAMES
            names = in_a_row(forgotten[:MOST_NAMES], self.words) + (f" +{more}" if more > 0 else "")
            told = self.words.say("boards.coverage.missing", count=len(forgotten), names=names)
            column.text(f"! {told}", 14, most=3, fill=ERROR, font_weight=600)
        elif weighty:
            column.text(self.words.say("boards.coverage.complete"), 14, most=3, font_weight=600)
        self.y = column.y + (14 if weighty else 10)
        return column.drawn

    def _forgotten(self, person: Stakeholder) -> bool:
        return has_power(person) and person.id not in self.steps

    def _late(self, action: Action) -> int:
        """By how many days; 0 where it is not overdue, or nobody knows."""
        day = _day(action)
        return max(0, (self.on - day).days) if self.on and day else 0

    def _columns(self) -> tuple[float, float, float, float]:
        """Where person, marks, contact and next step begin on a slide."""
        name = self.margin + PAD
        badges = name + self.wide * 0.22
        contacts = badges + BADGES + 14
        return name, badges, contacts, contacts + max(104.0, self.wide * 0.11)

    def _heads(self) -> list[Element]:
        heads = ("person", "marks", "contact", "plan")
        self.y += 20
        return [
            label(self.words.say(f"boards.coverage.{head}"), x, self.y - 9, 12, font_weight=600, fill=MUTED)
            for head, x in zip(heads, self._columns(), strict=True)
        ]

    def _row(self, person: Stakeholder) -> list[Element]:
        name, badges, contacts, plan = self._columns()
        top = self.y + 10
        who = Column(name, top, badges - name - 12)
        self._name(person, who)
        often = Column(contacts, top + 3, plan - contacts - 12)
        contact(person.contact_frequency, self.words, often)
        step = Column(plan, top, self.width - self.margin - PAD - plan)
        self._plan(person, step)
        bottom = max(who.y, often.y, step.y, top + marks.SIZE) + 10
        found = [*who.drawn, *self._badges(person, badges, top), *often.drawn, *step.drawn]
        return self._framed(person, found, bottom)

    def _card(self, person: Stakeholder) -> list[Element]:
        column = Column(self.margin + PAD, self.y + 10, self.wide - 2 * PAD)
        self._name(person, column)
        column.drawn += self._badges(person, column.x, column.y + 6)
        column.space(marks.SIZE + 12)
        contact(person.contact_frequency, self.words, column, titled=True)
        column.space(6)
        self._plan(person, column)
        return self._framed(person, column.drawn, column.y + 10)

    def _framed(self, person: Stakeholder, found: list[Element], bottom: float) -> list[Element]:
        look = {"stroke": ERROR, "stroke_width": 2.5} if self._forgotten(person) else {}
        ground = card(self.margin, self.y, self.wide, bottom - self.y, **look)
        self.y = bottom + GAP
        return [ground, *found]

    def _name(self, person: Stakeholder, column: Column) -> None:
        column.text(person.label, 14, most=2, font_weight=600)
        column.text(person.title, 12, most=2, fill=MUTED)

    def _badges(self, person: Stakeholder, x: float, y: float) -> list[Element]:
        found = [each for each in marks.of(person) if each[0] in SHOWN]
        return [influence(person.influence, x, y), *marks.row(found, x + marks.SIZE + 6, y, 6)]

    def _plan(self, person: Stakeholder, column: Column) -> None:
        say, steps = self.words.say, self.steps.get(person.id, [])
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
        day, late = _day(action), self._late(action)
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

    def _strangers(self) -> list[Element]:
        """A plan for somebody whom nobody listed is not lost."""
        names = [id for id in self.steps if id not in self.record.by_id]
        column = Column(self.margin, self.y, self.wide)
        if names:
            told = HABITS[self.words.language].comma.join(names[:MOST_NAMES])
            told += f" +{len(names) - MOST_NAMES}" if len(names) > MOST_NAMES else ""
            column.text(self.words.say("boards.coverage.strangers", names=told), 12, most=4, gap=4, fill=WARN)
        self.y = column.y
        return column.drawn

    def _loads(self) -> list[Element]:
        held: dict[str, list[Action]] = defaultdict(list)
        for steps in self.steps.values():
            for action in steps:
                held[" ".join(action.owner.split())].append(action)
        title = Column(self.margin, self.y + 12, self.wide)
        title.text(self.words.say("boards.coverage.loads"), 14, font_weight=700)
        loads = sorted(held.items(), key=lambda each: -len(each[1]))
        unit = max(len(steps) for _, steps in loads)
        fills: Sequence[Fill] = [partial(self._load, owner, steps, unit) for owner, steps in loads]
        across = 1 if self.narrow else max(1, min(4, int(self.wide // 250)))
        cards, self.y = card_rows(fills, self.margin, title.y + 8, self.wide, across=across)
        return [*title.drawn, *cards]

    def _load(self, owner: str, steps: list[Action], most: int, column: Column) -> None:
        late = sum(self._late(action) > 0 for action in steps)
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
