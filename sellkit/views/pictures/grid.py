"""A grid (power and interest, account grades, any of a house) as a picture: regions, placements, moves."""

from collections.abc import Mapping
from typing import NamedTuple

from sellkit.models.methods.grid import GridSheet, Placement, Region
from sellkit.views.pictures.method_parts import NARROW, Part, flow, heading, margin, note, said, stacked
from sellkit.views.pictures.relationship_map import Says, arrow_head
from sellkit.views.pictures.style import (
    ACCENT,
    ACCENT_SOFT,
    CARD,
    FAINT,
    INK,
    MUTED,
    SWAY,
    Element,
    document,
    el,
    label,
    paragraph,
    text_width,
    wrap,
)  # fmt: skip

FILLS = (ACCENT_SOFT, "#f1ede2", "#e6ebf4", CARD, "#f4e9e6", "#eceef1")
CHIP, GAP, LINE_STEP = 26, 6, 15
# In a cell narrower than this a name may take three lines.
SLIM = 220


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


def grid_svg(record: GridSheet, words: Says, *, names: Mapping[str, str] | None = None, width: float = 1180) -> str:
    """The grid as SVG text; `width` 390 suits a phone. Cells grow with what lies in them. `names` are those of people,
    by id."""
    record, method = _with_names(record, names or {}), record.method
    nowhere = [each for each in record.current() if record.region(each) is None]
    placed = len(record.current()) - len(nowhere)
    lines = [words.say("boards.grid.placed", count=placed)] if placed else [words.say("boards.grid.empty")]
    parts = [heading(method, words, width, lines), plane(record, words, width)]
    if nowhere:
        missing = " · ".join(map(placement_name, nowhere))
        parts.append(note(words.say("boards.grid.nowhere", count=len(nowhere), names=missing), width))
    parts += [grid_legend(record, words, width), note(said(method.source, words), width)]
    whole = stacked(parts)
    drawn = [arrow_head(SWAY), *whole.drawn]
    return document(drawn, width, whole.height + 12, language=words.language, title=said(method.name, words))


def _with_names(record: GridSheet, names: Mapping[str, str]) -> GridSheet:
    """The same sheet in which people who have no other name there are called by their own."""
    placements = [
        placement
        if placement.name.strip() or placement.person not in names
        else placement.model_copy(update={"name": names[placement.person]})
        for placement in record.placements
    ]
    return record.model_copy(update={"placements": tuple(placements)})


def placement_name(placement: Placement) -> str:
    """What it is called."""
    return placement.name.strip() or placement.person or placement.id


def plane(record: GridSheet, words: Says, width: float) -> Part:
    """The grid alone: regions, what lies in them, and the arrows of what has moved or shall move."""
    method = record.method
    xs, ys = [level.id for level in method.x.levels], [level.id for level in reversed(method.y.levels)]
    left = margin(width) + (72 if width < NARROW else 120)
    wide = (width - margin(width) - left) / len(xs)
    colour = {region.id: FILLS[n % len(FILLS)] for n, region in enumerate(method.regions)}
    heads = {first_cell(region, xs, ys): region for region in method.regions}
    drawn: list[Element] = []
    chips: dict[tuple[str, bool], Chip] = {}
    top = 16.0
    y = top
    for row in ys:
        cells = {x: _cell(record, words, heads.get((x, row)), (x, row), left + n * wide, y, wide)
                 for n, x in enumerate(xs)}  # fmt: skip
        tall = max(130 if width >= NARROW else 110, *(height for _, _, height in cells.values()))
        for n, x in enumerate(xs):
            drawn.append(el("rect", x=left + n * wide, y=y, width=wide, height=tall,
                            fill=colour[method.region_of[x, row].id]))  # fmt: skip
        for texts, found, _ in cells.values():
            drawn += texts
            chips |= {(chip.placement.key, chip.left_behind): chip for chip in found}
        level = next(each for each in method.y.levels if each.id == row)
        name = wrap(said(level.name, words), left - margin(width) - 12, 12, 3)
        drawn += paragraph(
            name, left - 10, y + tall / 2 - 6 * len(name) + 8, 12, 16, text_anchor="end", font_weight=600
        )
        drawn += _borders(record, xs, ys, row, left, y, wide, tall)
        y += tall
    frame = el("rect", x=left, y=top, width=wide * len(xs), height=y - top, fill="none", stroke=INK, stroke_width=1.5)
    moves = [_move(chips, was, now) for was, now in record.moves()]
    drawn += [frame, *(each for each in moves if each is not None), *(_drawn(chip) for chip in chips.values())]
    for n, level in enumerate(method.x.levels):
        lines = wrap(said(level.name, words), wide - 8, 12, 2)
        drawn += paragraph(lines, left + (n + 0.5) * wide, y + 18, 12, 15, text_anchor="middle", font_weight=600)
    axes = f"→ {said(method.x.name, words)}", f"↑ {said(method.y.name, words)}"
    drawn.append(label(axes[0], left + wide * len(xs), y + 52, 13, text_anchor="end", font_weight=700))
    drawn.append(label(axes[1], margin(width), top - 7, 13, font_weight=700))
    return Part(drawn, y + 66)


def first_cell(region: Region, xs: list[str], ys: list[str]) -> tuple[str, str]:
    """The cell of a region in which its name stands: the highest, then the leftmost."""
    y = next(each for each in ys if each in region.y)
    return next(each for each in xs if each in region.x), y


def _cell(
    record: GridSheet, words: Says, head: Region | None, cell: tuple[str, str], x: float, y: float, wide: float
) -> tuple[list[Element], list[Chip], float]:
    """The region's name if this is its first cell, and what lies here or has lain here."""
    drawn: list[Element] = []
    at = y + 12
    if head is not None:
        name = wrap(said(head.name, words), wide - 24, 15, 2)
        next_ = wrap(said(head.next, words), wide - 24, 12, 9)
        drawn += paragraph(name, x + 12, at + 14, 15, 19, font_weight=700)
        drawn += paragraph(next_, x + 12, at + 14 + 19 * len(name), 12, 16, fill=MUTED)
        at += 19 * len(name) + 16 * len(next_) + 8
    now = {placement.key for placement in record.current()}
    chips: list[Chip] = []
    right, row = x + 12, 0.0
    for placement in record.placements:
        if (placement.x.given, placement.y.given) != cell:
            continue
        ahead = _ahead(record, placement)
        behind = placement.key not in now and not ahead
        day = f" {placement.on.isoformat()}" if (behind or ahead) and placement.on else ""
        lines = _chip_lines(placement_name(placement), day, wide - 40, 3 if wide < SLIM else 1)
        broad, tall = max(text_width(line, 12) for line in lines) + 16, CHIP + LINE_STEP * (len(lines) - 1)
        if right + broad > x + wide - 12 and right > x + 12:
            right, at = x + 12, at + row + GAP
            row = 0.0
        chips.append(Chip(placement, lines, right, at, broad, tall, behind, ahead))
        right, row = right + broad + GAP, max(row, tall)
    return drawn, chips, at - y + row + 14


def _borders(
    record: GridSheet, xs: list[str], ys: list[str], row: str, left: float, y: float, wide: float, tall: float
) -> list[Element]:
    """A strong line where two regions meet, a faint one within a region."""
    of, drawn = record.method.region_of, []
    below = ys[ys.index(row) + 1] if row != ys[-1] else None
    for n, x in enumerate(xs):
        at = left + n * wide
        if n:
            apart = of[xs[n - 1], row].id != of[x, row].id
            drawn.append(el("path", d=f"M{at:.1f} {y:.1f}v{tall:.1f}", stroke=INK if apart else FAINT, fill="none"))
        if below is not None:
            apart = of[x, row].id != of[x, below].id
            drawn.append(
                el("path", d=f"M{at:.1f} {y + tall:.1f}h{wide:.1f}", stroke=INK if apart else FAINT, fill="none")
            )
    return drawn


def _drawn(chip: Chip) -> Element:
    firm = chip.placement.confirmed and not chip.left_behind
    edge = FAINT if chip.left_behind else ACCENT if chip.ahead else INK
    box = el("rect", width=chip.wide, height=chip.tall, rx=13 if chip.ahead else 5, fill=CARD,
             fill_opacity=0.6 if chip.left_behind else 1, stroke=edge, stroke_width=1.6 if firm else 1.2,
             stroke_dasharray=None if firm or chip.left_behind else "4 3")  # fmt: skip
    ink = paragraph(chip.lines, chip.wide / 2, 17.5, 12, LINE_STEP, text_anchor="middle",
                    font_weight=600 if firm else 400, fill=MUTED if chip.left_behind else INK)  # fmt: skip
    return el("g", box, *ink, transform=f"translate({chip.x:.1f} {chip.y:.1f})")


def _move(chips: dict[tuple[str, bool], Chip], was: Placement, now: Placement) -> Element | None:
    """An arrow from where it has been; none while one of the two places is open or nothing moved."""
    start, end = (chips.get((each.key, True)) or chips.get((each.key, False)) for each in (was, now))
    if start is None or end is None or (was.x.given, was.y.given) == (now.x.given, now.y.given):
        return None
    (x1, y1), (x2, y2) = _toward(start, end), _toward(end, start)
    return el("path", d=f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}", stroke=SWAY, stroke_width=2, fill="none",
              marker_end="url(#arrow)")  # fmt: skip


def _toward(chip: Chip, other: Chip) -> tuple[float, float]:
    """The point on a chip's edge that faces another chip."""
    x, y = chip.x + chip.wide / 2, chip.y + chip.tall / 2
    dx, dy = other.x + other.wide / 2 - x, other.y + other.tall / 2 - y
    reach = min((chip.wide / 2 + 2) / abs(dx) if dx else 9e9, (chip.tall / 2 + 2) / abs(dy) if dy else 9e9)
    return x + dx * reach, y + dy * reach


def grid_legend(record: GridSheet, words: Says, width: float) -> Part:
    """What the edges and arrows of the grid mean."""

    def box(dash: str | None, colour: str) -> Element:
        return el("rect", x=1, y=4, width=26, height=18, rx=4, fill=CARD, stroke=colour, stroke_width=1.4,
                  stroke_dasharray=dash)  # fmt: skip

    arrow = el("path", d="M1 13H26", stroke=SWAY, stroke_width=2, fill="none", marker_end="url(#arrow)")
    items = [
        (box(None, INK), words.say("boards.grid.firm")),
        (box("4 3", INK), words.say("boards.grid.guess")),
    ]
    ahead = [each for each in record.placements if _ahead(record, each)]
    if len(record.placements) > len(record.current()) + len(ahead):
        items.append((arrow, words.say("boards.grid.moved")))
    if ahead:
        wanted = el("rect", x=1, y=4, width=26, height=18, rx=9, fill=CARD, stroke=ACCENT, stroke_width=1.4)
        items.append((wanted, words.say("boards.grid.wanted")))
    return flow(items, width, margin(width))


def _ahead(record: GridSheet, placement: Placement) -> bool:
    """It is where something shall be, not where it is."""
    return record.as_of is not None and placement.on is not None and placement.on > record.as_of


def _chip_lines(name: str, day: str, room: float, most: int) -> tuple[str, ...]:
    """The name as far as there is room, and its day, which is never cut off."""
    if not day:
        return wrap(name, room, 12, most) or ("",)
    if most > 1 or text_width(name + day, 12) > room:
        return (*wrap(name, room, 12, most), day.strip())
    return (name + day,)
