"""The relationship map (M37) as a picture: organisation, marks, lines of influence, the two outlines, a legend."""

from collections.abc import Sequence
from typing import Any, Protocol

from sellkit.models.people.relationship_map import RelationshipMap
from sellkit.models.people.stakeholder import Stakeholder
from sellkit.views.pictures import marks, outlines, routing
from sellkit.views.pictures.layout import CARD_H, CARD_W, HEAD_GAP, Box, Plan, organisation
from sellkit.views.pictures.plan_parts import NARROW, heading
from sellkit.views.pictures.relationship_list import relationship_list_svg
from sellkit.views.pictures.style import (
    ACCENT,
    ACCENT_SOFT,
    ACCENT_TINT,
    CARD,
    INK,
    LINE,
    MUTED,
    PAPER,
    SWAY,
    Element,
    document,
    el,
    label,
    paragraph,
    text_width,
    wrap,
)  # fmt: skip

PADS = {"structure": 14, "inner": 7}
SCALES = {"roles": "buying-roles", "adaptability": "adaptability", "attitude": "attitude", "coverage": "coverage",
          "circle": "circle"}  # fmt: skip


class Says(Protocol):
    """What a picture needs of the words of a language."""

    language: str

    def say(self, key: str, /, **params: object) -> str: ...

    def level(self, scale: str, level: str) -> str: ...


def relationship_map_svg(record: RelationshipMap, words: Says, *, width: float = 1180) -> str:
    """The map as SVG text; ``width`` is what it tries to keep within, on a phone as a list of cards by reporting line.

    Half-filled maps are drawn as they are."""
    if width < NARROW or not record.people:
        return relationship_list_svg(record, words, _signs(words), width)
    people = {person.id: person for person in record.people}
    plan = organisation([(person.id, person.reports_to) for person in people.values()], width)
    circles = {person: people[person].circle.given for person in plan.boxes}
    drawn: list[Element] = []
    for group, members in (("structure", ("structure", "inner")), ("inner", ("inner",))):
        inside = [person for person, circle in circles.items() if circle in members]
        drawn += _outline(outlines.outline(plan, inside, PADS[group]), group, words.say(f"boards.{group}"))
    drawn += [
        el("path", d=routing.path(points), fill="none", stroke=LINE, stroke_width=1.6)
        for points in routing.reporting(plan).values()
    ]
    cited = {(line.source, line.target) for line in record.influences if line.cites}
    lines = routing.influence(plan, [(line.source, line.target) for line in record.influences])
    drawn += [_arrow(points, firm=pair in cited) for pair, points in lines.items()]
    for person, box in plan.boxes.items():
        drawn += _card(people[person], box)
    legend, height = _legend(words, plan.width)
    legend_at = el("g", *legend, transform=f"translate(0 {plan.height:.1f})")
    wide, title = max(plan.width, 640), words.say("boards.map.title")
    head, top = heading(title, (), wide)
    below = el("g", *drawn, legend_at, transform=f"translate(0 {top - HEAD_GAP:.1f})")
    return document(
        [arrow_head(SWAY), *head, below], wide, top - HEAD_GAP + plan.height + height,
        language=words.language, title=title,
    )  # fmt: skip


def arrow_head(colour: str) -> Element:
    head = el("path", d="M0 0L9 4.5L0 9z", fill=colour)
    return el("defs", el("marker", head, id="arrow", viewBox="0 0 9 9", refX=8, refY=4.5, markerWidth=9,
                         markerHeight=9, orient="auto", markerUnits="userSpaceOnUse"))  # fmt: skip


def _arrow(points: Sequence[routing.Point], *, firm: bool) -> Element:
    return el("path", d=routing.path(points), fill="none", stroke=SWAY, stroke_width=2.2 if firm else 1.5,
              stroke_dasharray="7 4", marker_end="url(#arrow)")  # fmt: skip


def _outline(shape: outlines.Outline, group: str, name: str) -> list[Element]:
    """All boxes once with a border, then once more without: what is left of the borders is the outline of the union."""

    def boxes(grow: float, fill: str) -> list[Element]:
        return [
            el("rect", x=p.x - grow, y=p.y - grow, width=p.w + 2 * grow, height=p.h + 2 * grow, rx=9 + grow, fill=fill)
            for p in shape.parts
        ]  # fmt: skip

    if group == "structure":  # a thin double line
        drawn = [*boxes(3.6, ACCENT), *boxes(2.6, PAPER), *boxes(1, ACCENT), *boxes(0, ACCENT_SOFT)]
    else:
        drawn = [*boxes(2.5, INK), *boxes(0, ACCENT_TINT)]
    for x, y in shape.labels:
        wide = text_width(name, 12) + 14
        left = x if group == "structure" else x + CARD_W - wide
        ink, ground = (ACCENT, CARD) if group == "structure" else (CARD, INK)
        drawn.append(el("rect", x=left, y=y - 12, width=wide, height=18, rx=9, fill=ground, stroke=ink))
        drawn.append(label(name, left + wide / 2, y + 1, 12, text_anchor="middle", font_weight=600, fill=ink))
    return drawn


def _card(person: Stakeholder, box: Box) -> list[Element]:
    name = wrap(person.label, box.w - 28, 15, 1)
    title = wrap(person.title, box.w - 28, 12, 2)
    return [
        el("rect", x=box.x, y=box.y, width=box.w, height=box.h, rx=10, fill=CARD, stroke=LINE),
        *paragraph(name, box.x + 14, box.y + 25, 15, 18, font_weight=600),
        *paragraph(title, box.x + 14, box.y + 43, 12, 16, fill=MUTED),
        *marks.row(marks.of(person), box.x + 10, box.y + CARD_H - marks.SIZE - 11),
    ]


def _legend(words: Says, width: float) -> tuple[list[Element], float]:
    drawn: list[Element] = []
    y = 0.0
    width = max(width, 640)

    def line(title: str, items: Sequence[tuple[Element, str]]) -> None:
        nonlocal y
        drawn.append(label(title, 48, y + 18, 12, font_weight=600, fill=MUTED))
        x = 168.0
        for picture, text in items:
            if x + 40 + text_width(text, 12) > width - 24 and x > 168:
                x, y = 168.0, y + 32
            drawn.append(el("g", picture, transform=f"translate({x:.1f} {y:.1f})"))
            drawn.append(label(text, x + 34, y + 18, 12))
            x += 54 + text_width(text, 12)
        y += 34

    for title, items in _signs(words):
        line(title, items)
    return drawn, y + 24


def _signs(words: Says) -> list[tuple[str, list[tuple[Element, str]]]]:
    """What every sign means, mark by mark; each is drawn in a square of 26."""
    lines = [
        (
            words.say(f"boards.mark.{mark}"),
            [(marks.draw(badge, "firm", 0, 0), words.level(SCALES[mark], level)) for level, badge in levels.items()],
        )
        for mark, levels in marks.BADGES.items()
    ]
    sample = marks.Badge("round", "V")
    states = [
        (marks.draw(sample, "firm", 0, 0), words.say("boards.legend.firm")),
        (marks.draw(sample, "open", 0, 0), words.say("boards.legend.open")),
        (marks.draw(marks.Badge("round", "?", colour=MUTED), "unknown", 0, 0), words.say("boards.legend.unknown")),
        (marks.draw(marks.Badge("round"), "blank", 0, 0), words.say("boards.legend.blank")),
    ]
    ways = [
        (el("path", d="M0 13H26", stroke=LINE, stroke_width=1.6), words.say("boards.legend.reports")),
        (el("path", d="M0 13H26", stroke=SWAY, stroke_width=2.2, stroke_dasharray="7 4", marker_end="url(#arrow)"),
         words.say("boards.legend.influence")),
    ]  # fmt: skip
    return [*lines, (words.say("boards.legend.state"), states), (words.say("boards.legend.lines"), ways)]


def browser_plan(plan: Plan, circles: dict[str, str | None], pairs: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The same geometry for the board: it draws, it does not compute."""
    groups = {"structure": ("structure", "inner"), "inner": ("inner",)}
    shapes = {
        group: outlines.outline(plan, [p for p in plan.boxes if circles.get(p) in members], PADS[group])
        for group, members in groups.items()
    }
    return {
        "width": plan.width,
        "height": plan.height,
        "cards": {person: [box.x, box.y, box.w, box.h] for person, box in plan.boxes.items()},
        "reporting": {person: routing.path(points) for person, points in routing.reporting(plan).items()},
        "influences": {f"{s}>{t}": routing.path(points) for (s, t), points in routing.influence(plan, pairs).items()},
        "outlines": {
            group: {"parts": [[p.x, p.y, p.w, p.h] for p in shape.parts], "labels": list(map(list, shape.labels))}
            for group, shape in shapes.items()
        },
    }
