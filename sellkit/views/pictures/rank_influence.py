"""Rank against influence (M06) as a picture: everybody on the grid, the four regions, the circle of each."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sellkit.models.people.rank_influence import Point, Region, points
from sellkit.models.people.stakeholder import People
from sellkit.views.pictures import marks
from sellkit.views.pictures.method_parts import NARROW, Part, flow, margin, note, stacked
from sellkit.views.pictures.people_parts import in_a_row
from sellkit.views.pictures.plan_parts import heading
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT_SOFT,
    ACCENT_TINT,
    CARD,
    FAINT,
    INK,
    LINE,
    MUTED,
    Element,
    document,
    el,
    label,
    paragraph,
    text_width,
    wrap,
)  # fmt: skip

# Strength of influence per region, the strongest on top.
BANDS: dict[Region, tuple[int, ...]] = {
    "controls": (5,), "makes-happen": (4, 3), "watches": (2, 1), "unaware": (0,),
}  # fmt: skip
FILLS = {"controls": ACCENT_TINT, "makes-happen": ACCENT_SOFT, "watches": "#f3f2ee", "unaware": CARD}
RANKS = range(6)
CHIP, GAP = 30, 4


class Plane(NamedTuple):
    """Where the grid begins, how wide a cell is, and whether names stand in it or numbers."""

    left: float
    cell: float
    named: bool


def rank_influence_svg(record: People, words: Says, *, width: float = 1180) -> str:
    """The grid as SVG text. People with the same two numbers stand below each other; on a phone (`width` 390) numbers
    stand in the grid and the names below it."""
    title = words.say("boards.rank.title")
    placed = points(record.people)
    drawn, y = heading(title, [] if placed else [words.say("boards.rank.empty")], width)
    named = width >= NARROW
    left = margin(width) + (150 if named else 26)
    plane = Plane(left, (width - margin(width) - left) / len(RANKS), named)
    parts = [Part(drawn, y - 8), _grid(record, placed, words, width, plane)]
    if not named and placed:
        parts.append(_names(record, placed, width))
    there = {point.person for point in placed}
    nowhere = [person for person in record.people if person.id not in there]
    if nowhere:
        names = in_a_row(nowhere[:20], words) + (f" +{len(nowhere) - 20}" if len(nowhere) > 20 else "")
        parts.append(note(words.say("boards.rank.nowhere", count=len(nowhere), names=names), width))
    parts.append(_legend(words, width))
    whole = stacked(parts)
    return document(whole.drawn, width, whole.height + 8, language=words.language, title=title)


def _grid(record: People, placed: tuple[Point, ...], words: Says, width: float, plane: Plane) -> Part:
    cells: dict[tuple[int, int], list[tuple[int, Point]]] = {}
    for number, point in enumerate(placed, 1):
        cells.setdefault((point.rank, point.influence), []).append((number, point))
    right = width - margin(width)
    grounds: list[Element] = []
    drawn: list[Element] = [label(f"↑ {words.say('boards.rank.influence')}", margin(width), 12, 13, font_weight=700)]
    y = 24.0
    for region, strengths in BANDS.items():
        name, top = words.say(f"boards.rank.{region}"), y
        if not plane.named:  # the name stands inside, for there is no room beside the grid
            drawn.append(label(name, right - 8, y + 16, 12, text_anchor="end", fill=MUTED))
            y += 20
        for strength in strengths:
            made = _row(record, [cells.get((rank, strength), []) for rank in RANKS], y, plane)
            drawn += made.drawn
            drawn.append(label(str(strength), plane.left - 10, y + made.height / 2 + 4, 13, text_anchor="end",
                               font_weight=600))  # fmt: skip
            y += made.height
        grounds.append(el("rect", x=plane.left, y=top, width=right - plane.left, height=y - top, fill=FILLS[region]))
        drawn.append(el("path", d=f"M{plane.left:.1f} {y:.1f}H{right:.1f}", stroke=LINE))
        if plane.named:
            lines = wrap(name, 110, 12, 3)
            drawn += paragraph(lines, margin(width), (top + y) / 2 - 7 * len(lines) + 10, 12, 15, fill=MUTED)
    for rank in RANKS:
        at = plane.left + rank * plane.cell
        drawn.append(label(str(rank), at + plane.cell / 2, y + 18, 13, text_anchor="middle", font_weight=600))
        grounds += [el("path", d=f"M{at:.1f} 24V{y:.1f}", stroke=FAINT)] if rank else []
    drawn.append(label(f"→ {words.say('boards.rank.rank')}", right, y + 38, 13, text_anchor="end", font_weight=700))
    frame = el("rect", x=plane.left, y=24, width=right - plane.left, height=y - 24, fill="none", stroke=INK)
    return Part([*grounds, *drawn, frame], y + 52)


def _row(record: People, cells: Sequence[Sequence[tuple[int, Point]]], y: float, plane: Plane) -> Part:
    """All people of one strength; those of the same rank below each other, so that nobody hides anybody."""
    per_line = 1 if plane.named else max(1, int((plane.cell - 4) // 26))
    lines = max(-(-len(cell) // per_line) for cell in cells)
    drawn = [
        _chip(record, point, number, plane.left + rank * plane.cell + (6 if plane.named else 3) + n % per_line * 26,
              y + 8 + n // per_line * (CHIP + GAP), plane)
        for rank, cell in enumerate(cells)
        for n, (number, point) in enumerate(cell)
    ]  # fmt: skip
    return Part(drawn, max(46, lines * (CHIP + GAP) + 12))


def _chip(record: People, point: Point, number: int, x: float, y: float, plane: Plane) -> Element:
    """One person: the sign of their circle and the name, or a number; dashed while the influence is not confirmed."""
    edge: dict[str, Any] = {"stroke": INK if point.confirmed else MUTED, "stroke_width": 1.5, "fill": CARD,
            "stroke_dasharray": None if point.confirmed else "4 3"}  # fmt: skip
    if not plane.named:
        disc = _disc(12, 12, point.circle, edge)
        ink = label(str(number), 12, 16.5, 12, text_anchor="middle", font_weight=600)
        return el("g", disc, ink, transform=f"translate({x:.1f} {y:.1f})")
    wide = plane.cell - 12
    name = wrap(record.by_id[point.person].label, wide - 42, 13, 1)
    return el(
        "g",
        el("rect", width=wide, height=CHIP, rx=6, **edge),
        marks.draw(*marks.badge("circle", point.circle, True), 3, 2),
        *paragraph(name, 35, 20, 13, 16, font_weight=600 if point.confirmed else 400),
        transform=f"translate({x:.1f} {y:.1f})",
    )


def _disc(x: float, y: float, circle: str | None, edge: dict[str, Any]) -> Element:
    """A small person: a double ring in the inner circle, a thick one in the structure, a thin one outside."""
    weight = {"inner": 2.2, "structure": 2.8}.get(circle or "", 1.2)
    ring = el("circle", cx=x, cy=y, r=11, **(edge | {"stroke_width": weight}))
    if circle != "inner":
        return el("g", ring)
    return el("g", ring, el("circle", cx=x, cy=y, r=8, fill="none", stroke=edge["stroke"], stroke_width=1))


def _names(record: People, placed: tuple[Point, ...], width: float) -> Part:
    """Which number is whom."""
    items = [f"{number} {record.by_id[point.person].label}" for number, point in enumerate(placed, 1)]
    x, y, left = margin(width), 16.0, margin(width)
    drawn: list[Element] = []
    for item in items:
        shown = "".join(wrap(item, width - 2 * left, 12, 1))
        wide = text_width(shown, 12) + 16
        if x + wide > width - left and x > left:
            x, y = left, y + 20
        drawn.append(label(shown, x, y, 12))
        x += wide
    return Part(drawn, y + 14)


def _legend(words: Says, width: float) -> Part:
    def box(dash: str | None, colour: str, stroke: float = 1.5) -> Element:
        return el("rect", x=1, y=4, width=26, height=18, rx=5, fill=CARD, stroke=colour, stroke_width=stroke,
                  stroke_dasharray=dash)  # fmt: skip

    if width >= NARROW:
        circles = [
            (marks.draw(*marks.badge("circle", level, True), 0, 0), words.level("circle", level))
            for level in marks.BADGES["circle"]
        ]
        circles.append((marks.draw(marks.Badge("rings"), "blank", 0, 0), words.say("boards.rank.no-circle")))
    else:
        circles = [
            (_disc(13, 13, level, {"fill": CARD, "stroke": INK}), words.level("circle", level))
            for level in marks.BADGES["circle"]
        ]
    sure = [(box(None, INK), words.say("boards.rank.firm")), (box("4 3", MUTED), words.say("boards.rank.open"))]
    return flow([*sure, *circles], width, margin(width))
