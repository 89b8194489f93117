"""A grid (power and interest, account grades, any of a house) as a picture: regions, placements, moves."""

from collections.abc import Mapping

from sellkit.models.methods.grid import GridSheet, Region
from sellkit.views.pictures.grid_chips import (
    CHIP,
    GAP,
    LINE_STEP,
    Chip,
    ahead,
    chip_drawn,
    chip_lines,
    move,
    placement_name,
)
from sellkit.views.pictures.method_parts import NARROW, Part, flow, heading, line, margin, note, said, stacked
from sellkit.views.pictures.plan_parts import Column
from sellkit.views.pictures.relationship_map import Says, arrow_head
from sellkit.views.pictures.style import (
    ACCENT,
    ACCENT_SOFT,
    CARD,
    FAINT,
    INK,
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

FILLS = (ACCENT_SOFT, "#f1ede2", "#e6ebf4", CARD, "#f4e9e6", "#eceef1")
# In a cell narrower than this a name may take three lines.
SLIM = 220
# In a cell narrower than this no sentence can be read.
SENTENCE = 140
PHONE, BAND = 480, 24


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


def plane(record: GridSheet, words: Says, width: float) -> Part:
    """The grid alone: regions, what lies in them, and the arrows of what has moved or shall move.

    On a phone the levels of the upright axis stand above their rows, and what a region asks for below the grid where a
    column is too slim for a sentence.
    """
    method, phone = record.method, width < PHONE
    xs, ys = [level.id for level in method.x.levels], [level.id for level in reversed(method.y.levels)]
    left = margin(width) + (0 if phone else 72 if width < NARROW else 120)
    wide = (width - margin(width) - left) / len(xs)
    heads = {first_cell(region, xs, ys): region for region in method.regions}
    colour = {region.id: FILLS[n % len(FILLS)] for n, region in enumerate(method.regions)}
    grounds, lines, texts = list[Element](), list[Element](), list[Element]()
    chips: dict[tuple[str, bool], Chip] = {}
    top = y = 16.0
    for row in ys:
        level = said(next(each for each in method.y.levels if each.id == row).name, words)
        if phone:
            names = wrap(level, width - 2 * left - 16, 12, 1)
            texts += paragraph(names, left + 8, y + 17, 12, 16, font_weight=600, **_halo(PAPER))
            lines.append(line(left, y + BAND, left + wide * len(xs), y + BAND, INK))
            y += BAND
        cells = {x: _cell(record, words, heads.get((x, row)), (x, row), left + n * wide, y, wide)
                 for n, x in enumerate(xs)}  # fmt: skip
        tall = max(90 if phone else 110 if width < NARROW else 130, *(height for _, _, height in cells.values()))
        for n, x in enumerate(xs):
            fill = colour[method.region_of[x, row].id]
            grounds.append(el("rect", x=left + n * wide, y=y, width=wide, height=tall, fill=fill))
            for text in cells[x][0]:
                text.attrib.update(_halo(fill))
            texts += cells[x][0]
            chips |= {(chip.placement.key, chip.left_behind): chip for chip in cells[x][1]}
        if not phone:
            name = wrap(level, left - margin(width) - 12, 12, 3)
            texts += paragraph(
                name, left - 10, y + tall / 2 - 6 * len(name) + 8, 12, 16, text_anchor="end", font_weight=600
            )
        lines += _borders(record, xs, ys, row, left, y, wide, tall)
        y += tall
        if phone:
            lines.append(line(left, y, left + wide * len(xs), y, INK))
    frame = el("rect", x=left, y=top, width=wide * len(xs), height=y - top, fill="none", stroke=INK, stroke_width=1.5)
    moves = [move(chips, was, now) for was, now in record.moves()]
    drawn = [*grounds, *lines, frame, *(each for each in moves if each is not None), *texts]
    drawn += [chip_drawn(chip) for chip in chips.values()]
    for n, each in enumerate(method.x.levels):
        names = wrap(said(each.name, words), wide - 8, 12, 2)
        drawn += paragraph(names, left + (n + 0.5) * wide, y + 18, 12, 15, text_anchor="middle", font_weight=600)
    axes = f"→ {said(method.x.name, words)}", f"↑ {said(method.y.name, words)}"
    drawn.append(label(axes[0], left + wide * len(xs), y + 52, 13, text_anchor="end", font_weight=700))
    drawn.append(label(axes[1], margin(width), top - 7, 13, font_weight=700))
    asked = _asked(record, colour, words, width) if wide < SENTENCE else Part([], 0)
    drawn.append(el("g", *asked.drawn, transform=f"translate(0 {y + 66:.1f})"))
    return Part(drawn, y + 66 + asked.height)


def _halo(colour: str) -> dict[str, str]:
    """For words behind which an arrow runs, not through them."""
    return {"stroke": colour, "stroke-width": "5", "stroke-linejoin": "round", "paint-order": "stroke"}


def _asked(record: GridSheet, colour: Mapping[str, str], words: Says, width: float) -> Part:
    """Each region with what it asks for, a paragraph each."""
    column = Column(margin(width) + 24, 4, width - 2 * margin(width) - 24)
    for region in record.method.regions:
        column.drawn.append(el("rect", x=margin(width), y=column.y + 2, width=14, height=14, rx=3,
                               fill=colour[region.id], stroke=INK))  # fmt: skip
        column.text(said(region.name, words), 13, most=2, font_weight=700)
        column.text(said(region.next, words), 12, most=9, fill=MUTED)
        column.space(8)
    return Part(column.drawn, column.y + 4)


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
        pad = 12 if wide >= SENTENCE else 8
        name = wrap(said(head.name, words), wide - 2 * pad, 15, 3)
        next_ = wrap(said(head.next, words), wide - 2 * pad, 12, 9) if wide >= SENTENCE else ()
        drawn += paragraph(name, x + pad, at + 14, 15, 19, font_weight=700)
        drawn += paragraph(next_, x + pad, at + 14 + 19 * len(name), 12, 16, fill=MUTED)
        at += 19 * len(name) + 16 * len(next_) + 8
    now = {placement.key for placement in record.current()}
    chips: list[Chip] = []
    edge = 12 if wide >= SENTENCE else 8
    right, row = x + edge, 0.0
    for placement in record.placements:
        if (placement.x.given, placement.y.given) != cell:
            continue
        wanted = ahead(record, placement)
        behind = placement.key not in now and not wanted
        day = f" {placement.on.isoformat()}" if (behind or wanted) and placement.on else ""
        lines = chip_lines(placement_name(placement), day, wide - 2 * edge - 16, 3 if wide < SLIM else 1)
        broad, tall = max(text_width(line, 12) for line in lines) + 16, CHIP + LINE_STEP * (len(lines) - 1)
        if right + broad > x + wide - edge and right > x + edge:
            right, at = x + edge, at + row + GAP
            row = 0.0
        chips.append(Chip(placement, lines, right, at, broad, tall, behind, wanted))
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
    coming = [each for each in record.placements if ahead(record, each)]
    if len(record.placements) > len(record.current()) + len(coming):
        items.append((arrow, words.say("boards.grid.moved")))
    if coming:
        wanted = el("rect", x=1, y=4, width=26, height=18, rx=9, fill=CARD, stroke=ACCENT, stroke_width=1.4)
        items.append((wanted, words.say("boards.grid.wanted")))
    return flow(items, width, margin(width))
