"""The political map (M38) as a picture: who pulls which way and how much, the balance, and who tips it."""

from collections.abc import Sequence

from sellkit.models.people.political_map import PoliticalMap, Step, least_steps
from sellkit.models.people.stakeholder import Stakeholder
from sellkit.tables.places import signed
from sellkit.views.pictures.balance_bar import balance_bar
from sellkit.views.pictures.method_parts import NARROW, Part, flow, margin, note, plate, stacked
from sellkit.views.pictures.people_parts import SHADES, TENDENCIES, bubble, in_a_row, radius
from sellkit.views.pictures.plan_parts import heading
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT,
    CARD,
    FAINT,
    GOOD,
    MUTED,
    Element,
    document,
    el,
    paragraph,
    wrap,
)  # fmt: skip

UNKNOWN = None
COLUMNS: tuple[int | None, ...] = (-3, -2, -1, 0, UNKNOWN, 1, 2, 3)


def political_map_svg(record: PoliticalMap, words: Says, *, width: float = 1180) -> str:
    """The map as SVG text: against us left, for us right; on a phone (`width` 390) one level below the other."""
    title = words.say("boards.political.title")
    drawn, y = heading(title, [] if record.people else [words.say("boards.political.empty")], width)
    parts = [Part(drawn, y - 12)]
    if record.people:
        parts += [balance_bar(record, words, width), _people(record, words, width), _summary(record, words, width)]
    parts.append(_legend(words, width))
    whole = stacked(parts)
    return document(whole.drawn, width, whole.height + 8, language=words.language, title=title)


def _people(record: PoliticalMap, words: Says, width: float) -> Part:
    columns: dict[int | None, list[Stakeholder]] = {level: [] for level in COLUMNS}
    for person in record.people:
        columns[person.tendency.given].append(person)
    for people in columns.values():
        people.sort(key=lambda person: -(person.influence.given or 0))
    return _bands(record, columns, words, width) if width < NARROW else _side_by_side(record, columns, words, width)


def _side_by_side(
    record: PoliticalMap, columns: dict[int | None, list[Stakeholder]], words: Says, width: float
) -> Part:
    left = margin(width)
    wide = (width - 2 * left) / len(COLUMNS)
    drawn: list[Element] = []
    heights = []
    for n, (level, people) in enumerate(columns.items()):
        x = left + n * wide
        name = wrap(_name(level, words), wide - 16, 12, 2)
        drawn += paragraph(name, x + wide / 2, 18, 12, 15, text_anchor="middle", font_weight=600, fill=MUTED)
        y = 56.0
        for person in people:
            made = _person(record, person, words, x + wide / 2, y, wide - 12)
            drawn += made.drawn
            y += made.height
        heights.append(y)
    tall = max(*heights, 130)
    ground = [
        el("rect", x=left + n * wide + 3, y=40, width=wide - 6, height=tall - 40, rx=8, fill=_ground(level))
        for n, level in enumerate(columns)
    ]
    return Part([*ground, *drawn], tall + 14)


def _bands(record: PoliticalMap, columns: dict[int | None, list[Stakeholder]], words: Says, width: float) -> Part:
    """For a phone: one band per level that holds somebody, those for us first, three people beside each other."""
    left, wide = margin(width), (width - 2 * margin(width)) / 3
    drawn: list[Element] = []
    y = 8.0
    for level, people in reversed(columns.items()):
        if not people:
            continue
        drawn += paragraph([_name(level, words)], left + 10, y + 20, 12, 15, font_weight=600, fill=MUTED)
        top, y = y, y + 32
        for start in range(0, len(people), 3):
            row = [
                _person(record, person, words, left + (n + 0.5) * wide, y, wide - 10)
                for n, person in enumerate(people[start : start + 3])
            ]
            drawn += [element for made in row for element in made.drawn]
            y += max(made.height for made in row)
        ground = el("rect", x=left, y=top, width=width - 2 * left, height=y - top, rx=8, fill=_ground(level))
        drawn.insert(0, ground)
        y += 8
    return Part(drawn, y + 6)


def _person(record: PoliticalMap, person: Stakeholder, words: Says, x: float, y: float, wide: float) -> Part:
    r = radius(person.influence.given)
    name = wrap(person.label, wide, 13, 2)
    title = wrap(person.title, wide, 12, 2)
    influence = person.influence.given
    weight = words.say("boards.political.influence", influence="?" if influence is None else influence)
    at = y + 8 + 2 * r + 18
    drawn = [bubble(person, x, y + 8 + r)]
    drawn += paragraph(name, x, at, 13, 17, text_anchor="middle", font_weight=600)
    at += 17 * len(name)
    drawn += paragraph([*title, weight], x, at, 12, 15, text_anchor="middle", fill=MUTED)
    at += 15 * (len(title) + 1)
    if person.id in record.tipping:
        told = words.say("boards.political.tips")
        box, broad = plate(told, 0, 0, solid=True, colour=ACCENT)
        drawn.append(el("g", box, transform=f"translate({x - broad / 2:.1f} {at - 8:.1f})"))
        at += 22
    return Part(drawn, at - y + 8)


def _summary(record: PoliticalMap, words: Says, width: float) -> Part:
    """Sentences: the least steps, who carries the majority, who is not counted."""
    names = record.by_id
    lines = []
    if record.balance.majority:
        carriers = [names[pull.person] for pull in record.pulls if pull.carries]
        if carriers:
            lines.append(words.say("boards.political.carried", names=in_a_row(carriers[:8], words)))
    else:
        lines.append(_least(least_steps(record.people), record, words))
    if record.balance.open:
        left_out = [names[id] for id in record.balance.open[:12]]
        more = len(record.balance.open) - len(left_out)
        told = in_a_row(left_out, words) + (f" +{more}" if more else "")
        lines.append(words.say("boards.political.open", count=len(record.balance.open), names=told))
    return stacked([note(line, width) for line in lines]) if lines else Part([], 0)


def _least(steps: Sequence[Step] | None, record: PoliticalMap, words: Says) -> str:
    if steps is None:
        return words.say("boards.political.no-way")
    comma = ", " if words.language == "en" else "、"
    moves: dict[str, tuple[int, int]] = {}
    for step in steps:
        moves[step.person] = (moves.get(step.person, (step.start, 0))[0], step.end)
    listed = list(moves.items())
    told = comma.join(
        f"{record.by_id[id].label} {signed(start)} → {signed(end)}" for id, (start, end) in listed[:8]
    )  # fmt: skip
    told += f" +{len(listed) - 8}" if len(listed) > 8 else ""
    return words.say("boards.political.least", count=len(steps), moves=told)


def _name(level: int | None, words: Says) -> str:
    if level is None:
        return words.say("boards.political.unknown")
    return f"{signed(level)} {words.level('tendency', TENDENCIES[level])}"


def _ground(level: int | None) -> str:
    return "#f3f2ee" if not level else "#eef6f0" if level > 0 else "#fbefed"


def _legend(words: Says, width: float) -> Part:
    def circle(r: float, fill: str = CARD, edge: str = MUTED, dash: str | None = None) -> Element:
        return el("circle", cx=14, cy=13, r=r, fill=fill, stroke=edge, stroke_width=1.6, stroke_dasharray=dash)

    sizes = el("g", circle(12), circle(5))
    unknown = el("g", circle(10, dash="4 3"), *paragraph(["?"], 14, 18, 14, 15, text_anchor="middle", font_weight=700))
    return flow(
        [
            (sizes, words.say("boards.political.legend.size")),
            (circle(10, SHADES[2], GOOD), words.say("boards.political.legend.firm")),
            (circle(10, CARD, GOOD, "4 3"), words.say("boards.political.legend.open")),
            (unknown, words.say("boards.legend.unknown")),
            (circle(10, edge=FAINT), words.say("boards.legend.blank")),
        ],
        width,
        margin(width),
    )
