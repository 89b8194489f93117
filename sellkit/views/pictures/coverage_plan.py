"""The coverage plan (M21) as a picture: for each person the marks, the contact, our next step, and where none is."""

from datetime import date

from sellkit.models.people.next_actions import has_power
from sellkit.models.people.stakeholder import People, Stakeholder
from sellkit.models.text import HABITS
from sellkit.views.pictures import marks
from sellkit.views.pictures.contact_parts import contact, influence, signs
from sellkit.views.pictures.coverage_steps import MOST_NAMES, Steps
from sellkit.views.pictures.gantt import hatch
from sellkit.views.pictures.people_parts import in_a_row
from sellkit.views.pictures.plan_parts import NARROW, Column, card, heading, legend
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    CARD,
    ERROR,
    MUTED,
    WARN,
    Element,
    document,
    el,
    label,
)  # fmt: skip

SHOWN = ("roles", "attitude", "coverage")
GAP, PAD, BADGES = 8, 14, 166


def coverage_plan_svg(record: People, words: Says, *, on: date | None = None, width: float = 1180) -> str:
    """The plan as SVG text: a row each, those who decide first, then by influence; on a phone (`width` 390) a card.

    `on` is today; without it nothing is overdue.
    """
    drawing = _Drawing(record, words, on, width)
    drawn = drawing.elements()
    return document(drawn, width, drawing.y, language=words.language, title=words.say("boards.coverage.title"))


class _Drawing:
    """One picture in the making; `y` is how far down it has come."""

    def __init__(self, record: People, words: Says, on: date | None, width: float) -> None:
        self.record, self.words, self.on, self.width = record, words, on, width
        self.people = sorted(record.people, key=lambda person: (not person.decides, -(person.influence.given or 0)))
        self.steps = Steps(record, words, on, narrow=width < NARROW)
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
        if self.steps.of:
            loads, self.y = self.steps.loads(self.margin, self.y + 12, self.wide)
            drawn += loads
        alarm = el("rect", x=1, y=4, width=24, height=18, rx=4, fill=CARD, stroke=ERROR, stroke_width=2.5)
        items = [*signs(self.words), (alarm, self.words.say("boards.coverage.legend.alarm"))]
        shown, self.y = legend(items, self.margin, self.y + 8, self.width)
        return [hatch(), *drawn, *shown]

    def _summary(self) -> list[str]:
        say = self.words.say
        planned = [person for person in self.people if person.id in self.steps.of]
        counts = say("boards.coverage.sum", all=len(self.people), planned=len(planned),
                     open=len(self.people) - len(planned))  # fmt: skip
        late = self.steps.overdue
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
        return has_power(person) and person.id not in self.steps.of

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
        self.steps.plan(person, step)
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
        self.steps.plan(person, column)
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

    def _strangers(self) -> list[Element]:
        """A plan for somebody whom nobody listed is not lost."""
        names = [id for id in self.steps.of if id not in self.record.by_id]
        column = Column(self.margin, self.y, self.wide)
        if names:
            told = HABITS[self.words.language].comma.join(names[:MOST_NAMES])
            told += f" +{len(names) - MOST_NAMES}" if len(names) > MOST_NAMES else ""
            column.text(self.words.say("boards.coverage.strangers", names=told), 12, most=4, gap=4, fill=WARN)
        self.y = column.y
        return column.drawn
