"""The five-dimension profile (M05) as a table: what we know of whom, what is only believed, and where the gaps are."""

from typing import Any

from sellkit.models.base import Judged
from sellkit.models.people.profile import DIMENSIONS, Dimension, FiveDimensionProfile
from sellkit.models.people.stakeholder import Stakeholder
from sellkit.views.pictures.method_parts import NARROW, Part, flow, margin, stacked
from sellkit.views.pictures.plan_parts import heading
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT,
    ACCENT_SOFT,
    CARD,
    FAINT,
    INK,
    MUTED,
    PAPER,
    Element,
    document,
    el,
    label,
    paragraph,
    wrap,
)  # fmt: skip

SCALES: dict[Dimension, str] = {
    "need": "needs", "adaptability": "adaptability", "decision_focus": "decision-focus", "coverage": "coverage",
    "attitude": "attitude",
}  # fmt: skip
CELL = 46


def five_dimensions_svg(record: FiveDimensionProfile, words: Says, *, width: float = 1180) -> str:
    """People × dimensions as SVG text; on a phone (`width` 390) each person is a card with five lines."""
    title = words.say("boards.dimensions.title")
    states = [state for row in record.picture() for state in row.states.values()]
    told = words.say("boards.dimensions.empty")
    if states:
        known = sum(state in ("confirmed", "unconfirmed") for state in states)
        firm = states.count("confirmed")
        told = words.say("boards.dimensions.counts", known=known, all=len(states), firm=firm)
    drawn, y = heading(title, [told], width)
    parts = [Part(drawn, y - 8)]
    if record.people:
        parts.append(_table(record, words, width) if width >= NARROW else _cards(record, words, width))
    parts.append(_legend(words, width))
    whole = stacked(parts)
    return document(whole.drawn, width, whole.height + 8, language=words.language, title=title)


def shown(person: Stakeholder, dimension: Dimension, words: Says) -> str:
    """What stands in a cell: the level's name (several foci in their order), or that it is not known."""
    judged: Judged[Any] = getattr(person, dimension)
    if judged.given is None:
        return f"? {words.say('boards.dimensions.unknown')}" if judged.value == "unknown" else ""
    levels = judged.given if isinstance(judged.given, tuple) else (judged.given,)
    return (", " if words.language == "en" else "、").join(words.level(SCALES[dimension], level) for level in levels)


def _table(record: FiveDimensionProfile, words: Says, width: float) -> Part:
    left = margin(width)
    first = 220.0
    wide = (width - 2 * left - first) / len(DIMENSIONS)
    drawn = [label(words.say("boards.dimensions.person"), left, 18, 13, font_weight=700)]
    for n, dimension in enumerate(DIMENSIONS):
        name = wrap(words.say(f"boards.dimensions.{dimension}"), wide - 8, 13, 1)
        drawn += paragraph(name, left + first + n * wide + 6, 18, 13, 16, font_weight=700)
    y = 30.0
    for person in record.people:
        name = wrap(person.label, first - 16, 14, 1)
        title = wrap(person.title, first - 16, 12, 1)
        drawn.append(el("path", d=f"M{left} {y:.1f}H{width - left}", stroke=FAINT))
        drawn += paragraph(name, left, y + (20 if title else 28), 14, 17, font_weight=600)
        drawn += paragraph(title, left, y + 37, 12, 15, fill=MUTED)
        for n, dimension in enumerate(DIMENSIONS):
            drawn += _cell(person, dimension, words, left + first + n * wide, y + 4, wide - 6, CELL - 8)
        y += CELL
    return Part(drawn, y + 12)


def _cards(record: FiveDimensionProfile, words: Says, width: float) -> Part:
    left = margin(width)
    drawn: list[Element] = []
    y = 8.0
    for person in record.people:
        drawn += paragraph(wrap(person.label, width - 2 * left, 15, 1), left, y + 16, 15, 18, font_weight=700)
        y += 26
        for dimension in DIMENSIONS:
            name = wrap(words.say(f"boards.dimensions.{dimension}"), 118, 12, 1)
            drawn += paragraph(name, left, y + 19, 12, 14, fill=MUTED)
            drawn += _cell(person, dimension, words, left + 124, y, width - 2 * left - 124, 28)
            y += 32
        y += 14
    return Part(drawn, y)


def _cell(
    person: Stakeholder, dimension: Dimension, words: Says, x: float, y: float, wide: float, tall: float
) -> list[Element]:
    judged: Judged[Any] = getattr(person, dimension)
    state = judged.state
    lines = wrap(shown(person, dimension, words), wide - 16, 12, 2 if tall > 32 else 1)
    box = _box(state, x, y, wide, tall)
    ink = MUTED if state == "unknown" else INK
    weight = 600 if state == "confirmed" else 400
    at = y + tall / 2 + 4.5 - 7.5 * (len(lines) - 1)
    return [box, *paragraph(lines, x + 8, at, 12, 15, fill=ink, font_weight=weight)]


def _box(state: str, x: float, y: float, wide: float, tall: float) -> Element:
    """Confirmed is filled, believed is dashed, "not known yet" has a question mark, a blank is a faint outline."""
    looks: dict[str, dict[str, object]] = {
        "confirmed": {"fill": ACCENT_SOFT, "stroke": ACCENT, "stroke_width": 1.4},
        "unconfirmed": {"fill": CARD, "stroke": INK, "stroke_dasharray": "4 3", "stroke_width": 1.3},
        "unknown": {"fill": CARD, "stroke": MUTED},
        "blank": {"fill": PAPER, "stroke": FAINT},
    }
    return el("rect", x=x, y=y, width=wide, height=tall, rx=6, **looks[state])


def _legend(words: Says, width: float) -> Part:
    def sample(state: str) -> Element:
        mark = label("?", 14, 18, 13, text_anchor="middle", fill=MUTED) if state == "unknown" else None
        return el("g", *(each for each in (_box(state, 1, 4, 26, 19), mark) if each is not None))

    return flow(
        [
            (sample("confirmed"), words.say("boards.legend.firm")),
            (sample("unconfirmed"), words.say("boards.legend.open")),
            (sample("unknown"), words.say("boards.legend.unknown")),
            (sample("blank"), words.say("boards.legend.blank")),
        ],
        width,
        margin(width),
    )
