"""Strategic alignment (M17) with its arrow, the map of initiatives (M18), and which of them carry the customer."""

from functools import partial

from sellkit.models.methods.grid import GridSheet
from sellkit.models.portfolio.strategy_fit import CustomerStrategy, Fit
from sellkit.views.pictures import marks
from sellkit.views.pictures.card_rows import Fill, card_rows
from sellkit.views.pictures.grid import grid_legend, plane
from sellkit.views.pictures.grid_chips import placement_name
from sellkit.views.pictures.method_parts import Part, margin, said, stacked
from sellkit.views.pictures.plan_parts import NARROW, Column, heading
from sellkit.views.pictures.relationship_map import Says, arrow_head
from sellkit.views.pictures.style import ERROR, GOOD, MUTED, SWAY, WARN, document, el, label

FITS: dict[Fit, marks.Badge] = {
    "carries": marks.Badge("round", "→", colour=GOOD),
    "holds": marks.Badge("round", "=", colour=MUTED),
    "too-late": marks.Badge("round", "…", colour=WARN),
    "off": marks.Badge("round", "×", colour=ERROR),
    "open": marks.Badge("round", "?", colour=MUTED),
}


def strategy_svg(record: CustomerStrategy, words: Says, *, width: float = 1180) -> str:
    """Both grids as SVG text, side by side or, on a phone, one below the other; then the initiatives by their fit."""
    title = words.say("boards.strategy.title")
    head, top = heading(title, _summary(record, words), width)
    narrow = width < NARROW
    drawn, y = [arrow_head(SWAY), *head], top
    left = 16.0 if narrow else 32.0
    sheets = [_alignment(record), record.tactics]
    # A plane keeps a margin of its own; the map has one column more than the alignment.
    widths = [width, width] if narrow else [width * 0.45, width * 0.55 - left]
    planes = [_titled(sheet, words, wide) for sheet, wide in zip(sheets, widths, strict=True)]
    x = left - margin(min(widths))
    for part, wide in zip(planes, widths, strict=True):
        drawn.append(el("g", *part.drawn, transform=f"translate({x:.1f} {y:.1f})"))
        x, y = (x, y + part.height) if narrow else (x + wide, y)
    y += 0 if narrow else max(part.height for part in planes)
    made, y = card_rows(_initiatives(record, words), left, y, width - 2 * left, across=1 if narrow else 2)
    legend = grid_legend(sheets[0], words, width)
    drawn += [*made, el("g", *legend.drawn, transform=f"translate(0 {y:.1f})")]
    return document(drawn, width, y + legend.height + 12, language=words.language, title=title)


def _alignment(record: CustomerStrategy) -> GridSheet:
    """The sheet as it speaks of today, so that the wanted place is drawn as one that lies ahead."""
    arrow = record.arrow
    on = record.as_of or record.alignment.as_of or (arrow.now.on if arrow else None)
    return record.alignment.changed(as_of=on)


def _summary(record: CustomerStrategy, words: Says) -> list[str]:
    arrow, say = record.arrow, words.say
    if arrow is None:
        return [say("boards.strategy.empty")]
    places = [record.alignment.region(each) for each in (arrow.now, arrow.wanted)]
    names = [said(place.name, words) if place else "" for place in places]
    lines = [say("boards.strategy.way", start=names[0], end=names[1])]
    if arrow.open:
        lines.append(say("boards.strategy.open"))
    lines += [say(f"boards.strategy.uncarried.{direction}") for direction in record.uncarried()]
    return lines


def _titled(sheet: GridSheet, words: Says, width: float) -> Part:
    name = label(said(sheet.method.name, words), margin(width), 16, 15, font_weight=700)
    return stacked([Part([name], 34), plane(sheet, words, width)])


def _initiatives(record: CustomerStrategy, words: Says) -> list[Fill]:
    """A card for each fit that occurs, with the initiatives in it and what is done about each."""
    fits = record.fits()

    def fill(fit: Fit, column: Column) -> None:
        column.badge(FITS[fit], "firm", words.say(f"boards.strategy.fit.{fit}"), gap=0, font_weight=600)
        inner = Column(column.x + 34, column.y, column.width - 34)
        for placement in (each.placement for each in fits if each.fit == fit):
            inner.text(placement_name(placement), 14, most=3, gap=4, font_weight=600)
            inner.text(placement.note.strip(), 13, most=3, fill=MUTED)
        column.drawn += inner.drawn
        column.y = inner.y

    return [partial(fill, fit) for fit in FITS if any(each.fit == fit for each in fits)]
