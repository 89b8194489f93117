"""A checklist by party (M30 and every other with rivals) as a picture: forms, parties, two days, and what changed."""

from datetime import date

from sellkit.models.methods.checklist import ChecklistSheet, Group, ItemChange
from sellkit.models.methods.head import US
from sellkit.models.methods.verdict import verdict
from sellkit.views.pictures.checklist import reasons, summary
from sellkit.views.pictures.method_parts import (
    NARROW,
    Part,
    answer,
    heading,
    legend,
    line,
    margin,
    note,
    said,
    stacked,
)  # fmt: skip
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT_SOFT,
    CARD,
    ERROR,
    FAINT,
    GOOD,
    LINE,
    MUTED,
    Element,
    document,
    el,
    label,
    paragraph,
    wrap,
)  # fmt: skip

BADGE, ARROW = 26, 18


def assessment_svg(record: ChecklistSheet, words: Says, *, width: float = 1180) -> str:
    """Every party's answers as SVG text: on the first and the last day if there are two. It grows with the rivals."""
    days = [day for day in record.days if record.as_of is None or day <= record.as_of]
    span = (days[0], days[-1]) if len(days) > 1 else None
    column = (2 * BADGE + ARROW if span else 56) + (50 if width >= NARROW else 10)
    width = max(width, 2 * margin(width) + 110 + column * len(record.parties))
    found = verdict(record)
    told = [words.say("boards.assessment.days", was=str(span[0]), now=str(span[1]))] if span else []
    whole = stacked(
        [
            heading(record.method, words, width, [*summary(record, found, words), *told]),
            reasons(record, found, words, width),
            *(_form(record, group, span, words, width, column) for group in record.method.groups),
            legend(words, width, record.method.levels, _signs(words) if span else ()),
            note(said(record.method.source, words), width),
        ]
    )
    title = said(record.method.name, words)
    return document(whole.drawn, width, whole.height + 12, language=words.language, title=title)


def _form(
    record: ChecklistSheet, group: Group, span: tuple[date, date] | None, words: Says, width: float, column: float
) -> Part:
    left = margin(width)
    wide = width - 2 * left
    first = width - left - column * len(record.parties)
    name = wrap(said(group.name, words), first - left - 8, 16, 3)
    drawn = paragraph(name, left, 24, 16, 21, font_weight=700)
    names = {
        US: words.say("boards.assessment.us"),
        **{rival.id: rival.name.strip() or rival.id for rival in record.rivals},
    }
    heads = {party: wrap(names[party], column - 6, 12, 3) for party in record.parties}
    for n, party in enumerate(record.parties):
        middle = first + column * n + column / 2
        drawn += paragraph(heads[party], middle, 24, 12, 15, text_anchor="middle", font_weight=600)
    y = 24 + max(21 * (len(name) - 1), *(15 * (len(each) - 1) for each in heads.values()), 0) + 12
    changed = {(each.item, each.party): each for each in record.changes(*span)} if span else {}
    rows: list[Element] = []
    top = y
    for item in group.items:
        room = first - left - 28
        lines = wrap(said(item.name, words), room, 13, 3)
        asks = wrap(said(item.asks, words), room, 12, 2) if width >= NARROW else ()
        tall = max(18 * len(lines) + 16 * len(asks) + 12, 40)
        above = y + (tall - 18 * len(lines) - 16 * len(asks)) / 2 + 13
        rows += paragraph(lines, left + 14, above, 13, 18, font_weight=600 if asks else 400)
        rows += paragraph(asks, left + 14, above + 18 * len(lines) - 1, 12, 16, fill=MUTED)
        for n, party in enumerate(record.parties):
            change = changed.get((item.id, party))
            rows += _cell(record, item.id, party, span, change, first + column * n, y, column, tall)
        y += tall
        rows.append(line(left + 14, y, left + wide - 14, y, FAINT))
    rows += _balance(record, group, words, left, first, column, y)
    y += 36
    ours = el("rect", x=first, y=top, width=column, height=y - top, fill=ACCENT_SOFT)
    card = el("rect", x=left, y=top, width=wide, height=y - top, rx=10, fill=CARD, stroke=LINE)
    return Part([*drawn, card, ours, *rows], y + 18)


def _cell(
    record: ChecklistSheet, item: str, party: str, span: tuple[date, date] | None, change: ItemChange | None,
    x: float, y: float, wide: float, tall: float,
) -> list[Element]:  # fmt: skip
    """One party's answer, or two with an arrow between them: what became better or worse points up or down."""
    levels, top = record.method.levels, y + (tall - BADGE) / 2
    if span is None:
        return [answer(record.mark(item, party).judged, levels, x + (wide - BADGE) / 2, top)]
    start = x + (wide - 2 * BADGE - ARROW) / 2
    pair = [
        answer(record.mark(item, party, day).judged, levels, start + n * (BADGE + ARROW), top)
        for n, day in enumerate(span)
    ]
    return pair if change is None else [*pair, _turn(change.better, start + BADGE + ARROW / 2, top + BADGE / 2)]


def _turn(better: bool | None, x: float, y: float) -> Element:
    if better is None:
        return el(
            "path", d=f"M{x - 6:.1f} {y:.1f}h9M{x:.1f} {y - 4:.1f}l5 4l-5 4", fill="none", stroke=MUTED, stroke_width=2
        )
    tip, colour = (-6, GOOD) if better else (6, ERROR)
    return el("path", d=f"M{x - 6:.1f} {y - tip * 0.7:.1f}h12L{x:.1f} {y + tip:.1f}z", fill=colour)


def _balance(
    record: ChecklistSheet, group: Group, words: Says, left: float, first: float, column: float, y: float
) -> list[Element]:
    """Items settled for a party less items settled against it."""
    drawn = [label(words.say("boards.assessment.balance"), left + 14, y + 24, 12, font_weight=600, fill=MUTED)]
    for n, party in enumerate(record.parties):
        levels = [record.settled(item.id, party) for item in group.items]
        net = sum(record.method.meets(level) - record.method.fails(level) for level in levels)
        middle = first + column * n + column / 2
        drawn.append(
            label(
                f"{net:+d}".replace("-", "−") if net else "0", middle, y + 25, 15, text_anchor="middle", font_weight=700
            )
        )
    return drawn


def _signs(words: Says) -> list[tuple[Element, str]]:
    names = {"better": True, "worse": False, "settled": None}
    return [(_turn(better, 14, 13), words.say(f"boards.assessment.{name}")) for name, better in names.items()]
