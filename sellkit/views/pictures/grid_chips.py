"""What lies on a grid: a chip each, with its day where it matters, and the arrow from where it has been."""

from typing import NamedTuple

from sellkit.models.methods.grid import GridSheet, Placement
from sellkit.views.pictures.style import ACCENT, CARD, FAINT, INK, MUTED, SWAY, Element, el, paragraph, text_width, wrap

CHIP, GAP, LINE_STEP = 26, 6, 15
ASIDE = 7  # between a chip and the way beside it, within the margin of a cell


class Chip(NamedTuple):
    """A placement where it stands: its text, its place and width, and whether it is only where it has been, or where it
    shall be on a day after the sheet's own."""

    placement: Placement
    lines: tuple[str, ...]
    x: float
    y: float
    wide: float
    tall: float
    left_behind: bool
    ahead: bool


def placement_name(placement: Placement) -> str:
    """What it is called."""
    return placement.name.strip() or placement.person or placement.id


def chip_drawn(chip: Chip) -> Element:
    firm = chip.placement.confirmed and not chip.left_behind
    edge = FAINT if chip.left_behind else ACCENT if chip.ahead else INK
    box = el("rect", width=chip.wide, height=chip.tall, rx=13 if chip.ahead else 5, fill=CARD,
             fill_opacity=0.6 if chip.left_behind else 1, stroke=edge, stroke_width=1.6 if firm else 1.2,
             stroke_dasharray=None if firm or chip.left_behind else "4 3")  # fmt: skip
    ink = paragraph(chip.lines, chip.wide / 2, 17.5, 12, LINE_STEP, text_anchor="middle",
                    font_weight=600 if firm else 400, fill=MUTED if chip.left_behind else INK)  # fmt: skip
    return el("g", box, *ink, transform=f"translate({chip.x:.1f} {chip.y:.1f})")


def move(chips: dict[tuple[str, bool], Chip], was: Placement, now: Placement) -> Element | None:
    """An arrow from where it has been; none while one of the two places is open or nothing moved."""
    start, end = (chips.get((each.key, True)) or chips.get((each.key, False)) for each in (was, now))
    if start is None or end is None or (was.x.given, was.y.given) == (now.x.given, now.y.given):
        return None
    if start.x == end.x:  # one above the other: along the margin of the cells, so that no words are crossed
        margin = start.x - ASIDE
        way = f"M{start.x:.1f} {start.y + start.tall / 2:.1f}H{margin:.1f}V{end.y + end.tall / 2:.1f}H{end.x - 1:.1f}"
    else:
        (x1, y1), (x2, y2) = _toward(start, end), _toward(end, start)
        way = f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"
    return el("path", d=way, stroke=SWAY, stroke_width=2, fill="none", marker_end="url(#arrow)")


def _toward(chip: Chip, other: Chip) -> tuple[float, float]:
    """The point on a chip's edge that faces another chip."""
    x, y = chip.x + chip.wide / 2, chip.y + chip.tall / 2
    dx, dy = other.x + other.wide / 2 - x, other.y + other.tall / 2 - y
    reach = min((chip.wide / 2 + 2) / abs(dx) if dx else 9e9, (chip.tall / 2 + 2) / abs(dy) if dy else 9e9)
    return x + dx * reach, y + dy * reach


def ahead(record: GridSheet, placement: Placement) -> bool:
    """It is where something shall be, not where it is."""
    return record.as_of is not None and placement.on is not None and placement.on > record.as_of


def chip_lines(name: str, day: str, room: float, most: int) -> tuple[str, ...]:
    """The name as far as there is room, and its day, which is never cut off."""
    if not day:
        return wrap(name, room, 12, most) or ("",)
    if most > 1 or text_width(name + day, 12) > room:
        return (*wrap(name, room, 12, most), day.strip())
    return (name + day,)
