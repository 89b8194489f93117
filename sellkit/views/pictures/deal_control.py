"""Deal control (M43) as a gauge: value and zone, each element confirmed, claimed or open, the gates, what is next."""

from collections.abc import Mapping

from sellkit.models.control.deal_control import DealControl, State
from sellkit.models.control.steps import next_step
from sellkit.models.control.value import GATES, GROUPS, ElementId, Group, group_of
from sellkit.training.deal_control import elements
from sellkit.views.pictures.control_parts import element_badge, listed, strip, value_text
from sellkit.views.pictures.plan_parts import NARROW, Column, card, heading, legend, pill
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT,
    ACCENT_SOFT,
    CARD,
    FAINT,
    INK,
    LINE,
    MUTED,
    Element,
    document,
    label,
    paragraph,
    text_width,
    wrap,
)  # fmt: skip

GAP = 14
LEGEND: dict[State, str] = {
    "confirmed": "confirmed",
    "claimed": "legend.claimed",
    "denied": "legend.denied",
    "unknown": "legend.unknown",
    "open": "legend.open",
}


def deal_control_svg(
    record: DealControl, words: Says, *, names: Mapping[str, str] | None = None, width: float = 1180
) -> str:
    """One deal's control as SVG text. `names` are those of people, by id."""
    drawing = _Gauge(record, words, names or {}, width)
    return document(
        drawing.drawn, width, drawing.y, language=words.language, title=words.say("boards.control.title")
    )  # fmt: skip


class _Gauge:
    def __init__(self, record: DealControl, words: Says, names: Mapping[str, str], width: float) -> None:
        self.record, self.words, self.names, self.width = record, words, names, width
        self.narrow = width < NARROW
        self.left = 16.0 if self.narrow else 32.0
        self.room = width - 2 * self.left
        self.texts = elements(record.scheme)
        self.step = next_step(record)
        self.drawn, self.y = self._heading()
        self._values()
        if any(standing.state != "open" for standing in record.standings.values()):
            self._next()
        else:
            self._empty()
        for group in GROUPS:
            self._group(group)
        self._legend()

    def told(self, key: str, **params: object) -> str:
        return self.words.say(f"boards.control.{key}", **params)

    def name(self, id: ElementId) -> str:
        return self.texts[id].name.in_(self.words.language)  # type: ignore[arg-type]

    def _heading(self) -> tuple[list[Element], float]:
        record = self.record
        when = self.told("as-of", scheme=record.scheme, on=record.as_of) if record.as_of else ""
        under = [when or self.told("undated", scheme=record.scheme)]
        if record.seller.strip():
            under.append(self.told("seller", who=record.seller))
        return heading(f"{self.told('title')} · {record.deal.strip() or self.told('untitled')}", under, self.width)

    def _values(self) -> None:
        """Both values in large figures above the strip of zones."""
        record, y = self.record, self.y
        confirmed, claimed = record.confirmed, record.claimed
        column = Column(self.left, y, self.room)
        self.drawn.append(label(self.told("confirmed"), self.left, y + 14, 13, fill=MUTED))
        self.drawn += value_text(confirmed, self.left, y + 60, 42, firm=True)
        beside = self.left + (190 if self.narrow else 240)
        self.drawn.append(label(self.told("claimed"), beside, y + 14, 13, fill=MUTED))
        self.drawn += value_text(claimed, beside, y + 60, 30, firm=False)
        column.y = y + 74
        firsts = [id for id in ("f1", "f2", "f3") if record.confirms(id)]  # type: ignore[arg-type]
        facts = [self.told("first-reached", which=listed(self.words, firsts))]
        if over := sum(record.inflation.values()):
            facts.append(self.told("inflation", count=over))
        if self.narrow:
            for fact in facts:
                column.text(fact, 13)
        else:
            for n, fact in enumerate(facts):
                self.drawn.append(label(fact, self.left + 480, y + 34 + 24 * n, 13))
        self.drawn += column.drawn
        y = column.y + 26
        marks = [(confirmed, True)] if claimed == confirmed else [(claimed, False), (confirmed, True)]
        self.drawn += strip(self.words, record.scheme, marks, self.left, y, self.room, tall=30)
        note = Column(self.left, y + (36 if claimed == confirmed else 46), self.room)
        note.text(self.told("zone-note"), 12, fill=MUTED)
        self.drawn += note.drawn
        self.y = note.y + 18

    def _next(self) -> None:
        """What to win next, and who wins it."""
        column = Column(self.left + 18, self.y + 12, self.room - 36)
        step = self.step
        if step is None:
            column.text(self.told("done"), 15, font_weight=600)
        else:
            text = self.texts[step.element]
            column.text(
                self.told("next-step", sign=text.sign, name=self.name(step.element)), 17, most=2, font_weight=700
            )
            who = listed(self.words, [self.names.get(person, person) for person in step.people[:8]])
            if step.people and 0 < step.needed < len(step.people):
                column.text(self.told("next-enough", count=step.needed, who=who), 14, gap=4)
            elif step.people:
                column.text(self.told("next-people", who=who), 14, gap=4)
            elif group_of(step.element) != "C":
                column.text(self.told("next-nobody"), 14, gap=4)
            kind = self.words.level("coach-kind", step.coach_kind)
            asked = [coach.label for id in step.coaches[:3] if (coach := self.record.coach(id)) is not None]
            told = listed(self.words, asked)
            ask = self.told("next-coach", kind=kind, who=told) if asked else self.told("next-find", kind=kind)
            column.text(ask, 14, gap=4)
            how = text.wins.in_(self.words.language)  # type: ignore[arg-type]
            column.text(self.told("next-how", how=how), 13, most=6, gap=6, fill=MUTED)
        self._panel(column)

    def _empty(self) -> None:
        column = Column(self.left + 18, self.y + 12, self.room - 36)
        column.text(self.told("empty"), 15, most=6)
        self._panel(column)

    def _panel(self, column: Column) -> None:
        tall = column.y - self.y + 14
        self.drawn += [card(self.left, self.y, self.room, tall, fill=ACCENT_SOFT, stroke=ACCENT), *column.drawn]
        self.y += tall + 22

    def _group(self, group: Group) -> None:
        members = [id for id in self.record.standings if group_of(id) == group]
        gate = next(gate for gate in GATES if gate[-1] == group)
        short = self.record.confirmed.short_of(gate)
        told = self.told("gate-short", gate=gate, count=short) if short else self.told("gate-passed", gate=gate)
        title = self.told(f"group.{group}")
        self.drawn.append(label(title, self.left, self.y + 16, 15, font_weight=700))
        beside = self.left + text_width(title, 15) + 16
        if beside + text_width(told, 12) + 16 > self.left + self.room:
            self.y, beside = self.y + 26, self.left
        ink, ground = (INK, CARD) if short else (ACCENT, ACCENT)
        self.drawn.append(pill(told, beside, self.y + 11, ink=ink, ground=ground, anchor="start"))
        self.y += 40
        per_row = 1 if self.narrow else 3
        wide = (self.room - GAP * (per_row - 1)) / per_row
        for start in range(0, len(members), per_row):
            row = [(id, *self._lines(id, wide - 80)) for id in members[start : start + per_row]]
            tall = max(62, *(40 + 18 * len(lines) + 16 * len(told) for _, lines, told in row))
            for n, (id, lines, told) in enumerate(row):
                self._cell(id, lines, told, self.left + n * (wide + GAP), wide, tall)
            self.y += tall + GAP
        self.y += 8

    def _lines(self, id: ElementId, room: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The element's name, and how it stands."""
        return wrap(self.name(id), room, 14, 2), wrap(self._told(id), room, 12, 3)

    def _cell(
        self, id: ElementId, lines: tuple[str, ...], told: tuple[str, ...], x: float, wide: float, tall: float
    ) -> None:
        state, y = self.record.standings[id].state, self.y
        following = self.step is not None and self.step.element == id
        edge = {"stroke": ACCENT, "stroke_width": 2.5} if following else {"stroke": LINE if state != "open" else FAINT}
        self.drawn.append(card(x, y, wide, tall, **edge))
        self.drawn.append(element_badge(self.texts[id].sign, state, x + 14, y + 14))
        if following:
            self.drawn.append(pill(self.told("next"), x + wide - 12, y, ink=ACCENT, ground=ACCENT, anchor="end"))
        ink = MUTED if state in ("open", "denied") else INK
        self.drawn += paragraph(lines, x + 66, y + 28, 14, 18, font_weight=600, fill=ink)
        self.drawn += paragraph(told, x + 66, y + 30 + 18 * len(lines), 12, 16, fill=MUTED)

    def _told(self, id: ElementId) -> str:
        standing = self.record.standings[id]
        lacks = listed(self.words, [self.told(f"lack.{lack}") for lack in standing.lacks])
        heard = self.record.words(id)
        coaches = [coach.label for coach in self.record.coaches if coach.id in heard and heard[coach.id].holds is True]
        return self.told(f"state.{standing.state}", lacks=lacks, who=listed(self.words, coaches))

    def _legend(self) -> None:
        signs = [(element_badge("F", state, 0, 0, wide=28), self.told(key)) for state, key in LEGEND.items()]
        drawn, self.y = legend(signs, self.left, self.y, self.width)
        self.drawn += drawn
