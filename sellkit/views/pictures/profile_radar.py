"""One person's five dimensions as a radar on which "not known" looks like nothing else, least of all like "low"."""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import Any, get_args

from sellkit.models.base import Judged
from sellkit.models.people.profile import DIMENSIONS, Dimension
from sellkit.models.people.stakeholder import Adaptability, Attitude, Coverage, DecisionFocus, NeedLevel, Stakeholder
from sellkit.views.pictures.five_dimensions import shown
from sellkit.views.pictures.method_parts import Part, flow, margin, note, stacked
from sellkit.views.pictures.plan_parts import heading
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT,
    ACCENT_TINT,
    CARD,
    FAINT,
    INK,
    MUTED,
    Element,
    document,
    el,
    label,
    paragraph,
    wrap,
)  # fmt: skip

# Levels from the middle outwards: further out is more need, more readiness to change, more contact, more support.
OUTWARDS: dict[Dimension, Sequence[str]] = {
    "need": get_args(NeedLevel),
    "adaptability": get_args(Adaptability)[::-1],
    "coverage": get_args(Coverage),
    "attitude": get_args(Attitude)[::-1],
}
FOCI = len(get_args(DecisionFocus))
Spot = tuple[float, float]


def profile_radar_svg(person: Stakeholder, words: Says, *, width: float = 520) -> str:
    """The radar as SVG text. Known neighbours are joined; where a dimension is open its spoke breaks off."""
    title = words.say("boards.radar.title", name=person.label)
    drawn, y = heading(title, [], width)
    parts = [Part(drawn, y - 14), _radar(person, words, width), note(words.say("boards.radar.note"), width)]
    parts.append(_legend(words, width))
    whole = stacked(parts)
    return document(whole.drawn, width, whole.height + 8, language=words.language, title=title)


def reach(person: Stakeholder, dimension: Dimension) -> float | None:
    """How far out a mark lies, above 0 and up to 1; None while it is not known. Foci count, for they have no order."""
    judged: Judged[Any] = getattr(person, dimension)
    if judged.given is None:
        return None
    if dimension == "decision_focus":
        return max(len(judged.given), 0.5) / FOCI
    levels = OUTWARDS[dimension]
    return (levels.index(judged.given) + 1) / len(levels)


def _radar(person: Stakeholder, words: Says, width: float) -> Part:
    radius = min(width * 0.29, 190)
    x, y = width / 2, radius + 66

    def spot(n: int, far: float) -> Spot:
        angle = 2 * pi * n / len(DIMENSIONS) - pi / 2
        return x + radius * far * cos(angle), y + radius * far * sin(angle)

    reaches = [reach(person, dimension) for dimension in DIMENSIONS]
    rings = [[spot(n, far) for n in range(len(DIMENSIONS))] for far in (0.25, 0.5, 0.75, 1.0)]
    drawn = [el("path", d=_closed(ring), fill="none", stroke=FAINT) for ring in rings]
    drawn.append(el("path", d=_closed(rings[-1]), fill="none", stroke=MUTED))
    drawn += _area([None if far is None else spot(n, far) for n, far in enumerate(reaches)], (x, y))
    for n, dimension in enumerate(DIMENSIONS):
        far, judged = reaches[n], getattr(person, dimension)
        end = spot(n, 1.0)
        line = _from_to((x, y), end if far is not None else spot(n, 0.12))
        drawn.append(el("path", d=line, stroke=MUTED))
        if far is None:
            drawn += _open(spot(n, 0.88), judged.value == "unknown")
        else:
            at = spot(n, far)
            drawn.append(el("circle", cx=at[0], cy=at[1], r=6.5, stroke=ACCENT, stroke_width=2,
                            fill=ACCENT if judged.confirmed else CARD,
                            stroke_dasharray=None if judged.confirmed else "3 2"))  # fmt: skip
        drawn += _name(person, dimension, words, spot(n, 1.12), x, width)
    return Part(drawn, y + radius + 58)


def _area(spots: Sequence[Spot | None], middle: Spot) -> list[Element]:
    """Between two neighbours that are both known; never through the middle to one that is not."""
    drawn: list[Element] = []
    for n, here in enumerate(spots):
        beside = spots[(n + 1) % len(spots)]
        if here is not None and beside is not None:
            drawn.append(el("path", d=_closed([middle, here, beside]), fill=ACCENT_TINT, fill_opacity=0.7))
            drawn.append(el("path", d=_from_to(here, beside), stroke=ACCENT, stroke_width=2))
    return drawn


def _open(at: Spot, asked: bool) -> list[Element]:
    """A dimension without a mark: a question mark for "not known yet", an empty faint disc for a blank."""
    x, y = at
    disc = el("circle", cx=x, cy=y, r=12, fill=CARD, stroke=MUTED if asked else FAINT, stroke_width=1.4)
    return [disc, label("?", x, y + 5, 15, text_anchor="middle", font_weight=700, fill=MUTED)] if asked else [disc]


def _name(
    person: Stakeholder, dimension: Dimension, words: Says, at: Spot, middle: float, width: float
) -> list[Element]:
    x, y = at
    anchor = "middle" if abs(x - middle) < 12 else "start" if x > middle else "end"
    room = (2 * min(x, width - x) if anchor == "middle" else width - x if anchor == "start" else x) - 8
    name = wrap(words.say(f"boards.dimensions.{dimension}"), room, 12, 2)
    level = wrap(shown(person, dimension, words), room, 13, 2)
    if anchor == "middle":
        y -= 15 * (len(name) + len(level) - 1)
    drawn = paragraph(name, x, y, 12, 15, text_anchor=anchor, fill=MUTED)
    return drawn + paragraph(level, x, y + 15 * len(name) + 1, 13, 16, text_anchor=anchor, font_weight=600, fill=INK)


def _closed(spots: Sequence[Spot]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in spots) + "z"


def _from_to(start: Spot, end: Spot) -> str:
    return f"M{start[0]:.1f} {start[1]:.1f}L{end[0]:.1f} {end[1]:.1f}"


def _legend(words: Says, width: float) -> Part:
    def dot(fill: str, dashes: str | None) -> Element:
        return el("circle", cx=14, cy=13, r=7, fill=fill, stroke=ACCENT, stroke_width=2, stroke_dasharray=dashes)

    return flow(
        [
            (dot(ACCENT, None), words.say("boards.legend.firm")),
            (dot(CARD, "3 2"), words.say("boards.legend.open")),
            (el("g", *_open((14, 13), True)), words.say("boards.legend.unknown")),
            (el("g", *_open((14, 13), False)), words.say("boards.legend.blank")),
        ],
        width,
        margin(width),
    )
