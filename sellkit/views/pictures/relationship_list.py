"""The relationship map (M37) on a phone: a card each, moved in under whom they report to, with what they sway."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sellkit.models.people.relationship_map import Influence, RelationshipMap
from sellkit.models.people.stakeholder import Stakeholder
from sellkit.views.pictures import marks
from sellkit.views.pictures.layout import indented
from sellkit.views.pictures.plan_parts import Column, card, heading, legend
from sellkit.views.pictures.style import (
    ACCENT,
    CARD,
    INK,
    LINE,
    MUTED,
    SWAY,
    Element,
    document,
    el,
    label,
    text_width,
)  # fmt: skip

if TYPE_CHECKING:
    from sellkit.views.pictures.relationship_map import Says

EDGE, PAD, GAP = 16.0, 14.0, 14.0
HANDLE = 24  # how far down a card the line from above meets it

Signs = Sequence[tuple[str, Sequence[tuple[Element, str]]]]


def relationship_list_svg(record: RelationshipMap, words: "Says", signs: Signs, width: float) -> str:
    """The list as SVG text. `signs` are what the marks mean, title by title."""
    title = words.say("boards.map.title")
    people = {person.id: person for person in record.people}
    plan = indented([(person.id, person.reports_to) for person in record.people])
    drawn, y = heading(title, (), width)
    if not people:
        empty = Column(EDGE, y, width - 2 * EDGE)
        empty.text(words.say("boards.map.empty"), 14, most=6, fill=MUTED)
        drawn, y = [*drawn, *empty.drawn], empty.y + GAP
    cards: list[Element] = []
    tops: dict[str, tuple[float, float]] = {}
    outermost = min((box.x for box in plan.boxes.values()), default=0.0)
    for person, box in plan.boxes.items():  # from the top down; the cards here are as tall as their texts
        left = EDGE + box.x - outermost
        sways = [line for line in record.influences if line.source == person]
        made, bottom = _card(people[person], sways, people, words, left, y, width - EDGE - left)
        cards += made
        tops[person] = (left, y)
        boss = plan.parents[person]
        if boss is not None:
            x, above = tops[boss]
            cards.insert(0, el("path", d=f"M{x + 6:.1f} {above + 40:.1f}V{y + HANDLE:.1f}H{left:.1f}", stroke=LINE,
                               stroke_width=1.6, fill="none"))  # fmt: skip
        y = bottom + GAP
    for name, items in signs:
        y += 6
        under, end = legend(items, EDGE, y + 22, width)
        cards += [label(name, EDGE, y + 14, 12, font_weight=600, fill=MUTED), *under]
        y = end
    head = el("path", d="M0 0L9 4.5L0 9z", fill=SWAY)
    arrow = el("marker", head, id="arrow", viewBox="0 0 9 9", refX=8, refY=4.5, markerWidth=9, markerHeight=9,
               orient="auto", markerUnits="userSpaceOnUse")  # fmt: skip
    return document([el("defs", arrow), *drawn, *cards], width, y + 8, language=words.language, title=title)


def _card(
    person: Stakeholder, sways: Sequence[Influence], people: Mapping[str, Stakeholder], words: "Says",
    x: float, y: float, wide: float,
) -> tuple[list[Element], float]:  # fmt: skip
    """Name, title, the badges, whom this person sways; a circle as a border and a plate with its name."""
    circle = person.circle.given if person.circle.given in ("inner", "structure") else None
    text = Column(x + PAD, y + 10, wide - 2 * PAD)
    drawn: list[Element] = []
    if circle:
        name = words.say(f"boards.{circle}")
        broad = text_width(name, 12) + 16
        ink, ground = (CARD, INK) if circle == "inner" else (ACCENT, CARD)
        at = x + wide - broad - 10
        drawn.append(el("rect", x=at, y=y - 9, width=broad, height=20, rx=10, fill=ground,
                        stroke=INK if circle == "inner" else ACCENT))  # fmt: skip
        drawn.append(label(name, at + broad / 2, y + 5, 12, text_anchor="middle", font_weight=600, fill=ink))
    text.text(person.label, 15, most=2, font_weight=600)
    text.text(person.title, 12, most=3, fill=MUTED)
    text.drawn += marks.row(marks.of(person), x + PAD, text.y + 8, 6)
    text.space(8 + marks.SIZE + 6)
    for line in sways:
        target = people.get(line.target)
        if target is not None:
            firm = bool(line.cites)
            text.drawn.append(
                el("path", d=f"M{text.x:.1f} {text.y + 11:.1f}h26", stroke=SWAY, fill="none", marker_end="url(#arrow)",
                   stroke_width=2.2 if firm else 1.5, stroke_dasharray="7 4")
            )  # fmt: skip
            row = Column(text.x + 34, text.y, text.width - 34)
            row.text(words.say("boards.map.sways", person=target.label), 13, most=2, gap=2, fill=SWAY,
                     font_weight=600 if firm else None)  # fmt: skip
            text.drawn += row.drawn
            text.y = row.y + 4
    tall = text.y + 6 - y
    look = {"inner": {"stroke": INK, "stroke_width": 2.5}, "structure": {"stroke": ACCENT, "stroke_width": 1.2}}
    box = [card(x, y, wide, tall, **look.get(circle or "", {}))]
    if circle == "structure":  # a thin double line, as around the structure on the wide map
        box.insert(0, card(x - 3, y - 3, wide + 6, tall + 6, stroke=ACCENT))
    return [*box, *text.drawn, *drawn], y + tall
