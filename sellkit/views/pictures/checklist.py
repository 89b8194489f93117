"""A checklist (MEDDPICC, zero rule, sieve, any of a house) as a picture: a bar for each item, minima, the verdict."""

from collections.abc import Iterable

from sellkit.models.methods.checklist import ChecklistSheet, Group, Item
from sellkit.models.methods.verdict import Because, Verdict, group_state, verdict
from sellkit.views.pictures.method_parts import (
    NARROW,
    TONES,
    Part,
    answer,
    heading,
    legend,
    line,
    margin,
    note,
    plate,
    said,
    stacked,
)  # fmt: skip
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    CARD,
    ERROR,
    FAINT,
    GOOD,
    INK,
    LINE,
    MUTED,
    WARN,
    Element,
    document,
    el,
    label,
    paragraph,
    text_width,
    wrap,
)  # fmt: skip

STEP = 34  # one level of a bar
COLOURS = {"met": GOOD, "open": MUTED, "failed": ERROR}


def checklist_svg(record: ChecklistSheet, words: Says, *, width: float = 1180) -> str:
    """Our own answers as SVG text; `width` 390 suits a phone. Rivals have a picture of their own (`assessment_svg`)."""
    method = record.method
    found = verdict(record)
    extra = [(_minimum_sign(13, 20), words.say("boards.checklist.minimum"))] if record.stage else []
    whole = stacked(
        [
            heading(method, words, width, summary(record, found, words)),
            reasons(record, found, words, width),
            *(_group(record, group, words, width) for group in method.groups),
            legend(words, width, method.levels, extra),
            note(said(method.source, words), width),
        ]
    )
    return document(whole.drawn, width, whole.height + 12, language=words.language, title=said(method.name, words))


def summary(record: ChecklistSheet, found: Verdict, words: Says) -> Iterable[str]:
    """The verdict in a line, and what is confirmed; for a blank sheet how to begin."""
    if not any(mark.judged.value is not None for mark in record.marks):
        yield words.say("boards.checklist.empty")
        return
    own = record.method.calls.get(found.call)
    yield said(own, words) if own else words.say(f"boards.checklist.call.{found.call}", count=len(found.because))
    if record.stage:
        stage = next(each for each in record.method.stages if each.id == record.stage)
        yield words.say("boards.checklist.stage", stage=said(stage.name, words))
    got, most = record.points()
    yield words.say("boards.checklist.points", got=got, most=most)


def reasons(record: ChecklistSheet, found: Verdict, words: Says, width: float) -> Part:
    """Why the verdict is what it is, a line each."""
    left, y = margin(width), 0.0
    drawn: list[Element] = []
    for because in found.because if any(mark.judged.value is not None for mark in record.marks) else ():
        lines = wrap(_because(record, because, words), width - 2 * left - 22, 13, 3)
        grave = because.code in ("zero", "group-failed")
        drawn.append(el("path", d=f"M{left + 2:.1f} {y + 5:.1f}h9v9h-9z", fill=ERROR if grave else CARD,
                        stroke=ERROR if grave else WARN, stroke_width=1.5))  # fmt: skip
        drawn += paragraph(lines, left + 22, y + 14, 13, 18)
        y += 18 * len(lines) + 3
    return Part(drawn, y + 14 if drawn else 0)


def _because(record: ChecklistSheet, because: Because, words: Says) -> str:
    groups = {group.id: group.name for group in record.method.groups}
    items = {item.id: item.name for item in record.method.items.values()}
    of_group = because.code in ("group-failed", "group-open", "rival-leads")
    about = said((groups if of_group else items)[because.about], words)
    rival = next((each.name.strip() or each.id for each in record.rivals if each.id == because.rival), "")
    return words.say(f"boards.checklist.because.{because.code}", about=about, rival=rival)


def _group(record: ChecklistSheet, group: Group, words: Says, width: float) -> Part:
    left = margin(width)
    wide = width - 2 * left
    state = group_state(record, group)
    name = wrap(said(group.name, words), wide - 120, 16, 2)
    drawn = paragraph(name, left, 24, 16, 21, font_weight=700)
    tag, broad = plate(words.say(f"boards.checklist.group.{state}"), 0, 0, solid=state != "open", colour=COLOURS[state])
    drawn.append(el("g", tag, transform=f"translate({left + wide - broad:.1f} 8)"))
    y = 24 + 21 * (len(name) - 1)
    asks = wrap(said(group.asks, words), wide - 120, 13, 3)
    drawn += paragraph(asks, left, y + 20, 13, 18, fill=MUTED)
    y += 18 * len(asks) + 16
    rows = []
    top = y
    for item in group.items:
        row = _item(record, item, words, left, y, wide)
        rows += row.drawn
        y += row.height
        if item is not group.items[-1]:
            rows.append(line(left + 14, y, left + wide - 14, y, FAINT))
    card = el("rect", x=left, y=top, width=wide, height=y - top, rx=10, fill=CARD, stroke=LINE)
    return Part([*drawn, card, *rows], y + 16)


def _item(record: ChecklistSheet, item: Item, words: Says, left: float, y: float, wide: float) -> Part:
    """Name and question on the left, the bar on the right; on a phone the bar stands below."""
    mark = record.mark(item.id)
    bar = len(record.method.levels) * STEP + 40
    beside = wide >= NARROW - 60
    room = wide - 28 - (bar + 20 if beside else 0)
    name = wrap(said(item.name, words), room, 14, 2)
    drawn = paragraph(name, left + 14, y + 23, 14, 19, font_weight=600)
    at = y + 23 + 19 * (len(name) - 1)
    if item.must:
        must, behind = words.say("boards.checklist.must"), 26 + text_width(name[-1], 14)
        fits = behind + text_width(must, 12) < room
        at += 0 if fits else 18
        drawn.append(label(must, left + (behind if fits else 14), at, 12, font_weight=700, fill=ERROR))
    level = mark.judged.given
    seen = item.signs.get(level) if level else None
    lines = wrap(said(seen or item.asks, words), room, 13, 4)
    drawn += paragraph(lines, left + 14, at + 19, 13, 18, fill=MUTED)
    at += 18 * len(lines)
    if not mark.judged.confirmed and any(each.judged.value is not None for each in record.marks):
        ask = wrap(words.say("boards.checklist.ask", question=said(item.ask_them, words)), room, 12, 4)
        drawn += paragraph(ask, left + 14, at + 18, 12, 17, fill=INK)
        at += 17 * len(ask)
    if beside:
        drawn.append(el("g", *_bar(record, item), transform=f"translate({left + wide - bar:.1f} {y + 12:.1f})"))
    else:
        drawn.append(el("g", *_bar(record, item), transform=f"translate({left + 14:.1f} {at + 10:.1f})"))
        at += 38
    return Part(drawn, max(at, y + 40) - y + 14)


def _bar(record: ChecklistSheet, item: Item) -> list[Element]:
    """A box for each level, filled up to the one that is given; the answer's own badge stands on it."""
    method, judged = record.method, record.mark(item.id).judged
    levels = [level.id for level in method.levels]
    at = levels.index(judged.given) if judged.given is not None else -1
    drawn: list[Element] = []
    for n, level in enumerate(method.levels):
        below = n < at
        colour = TONES[method.levels[at].tone] if below else FAINT
        drawn.append(el("rect", x=n * STEP, y=1.5, width=STEP - 4, height=23, rx=2, stroke=colour, stroke_width=1,
                        fill=colour if below and judged.confirmed else CARD, fill_opacity=0.22 if below else 1,
                        stroke_dasharray="3.2 2.4" if below and not judged.confirmed else None))  # fmt: skip
        if n != at:
            drawn.append(label(level.sign, n * STEP + 15, 18, 12, text_anchor="middle", fill=MUTED))
    if at >= 0:
        drawn.append(el("rect", x=at * STEP - 1, y=0, width=STEP - 2, height=26, fill=CARD))
    if judged.value is not None:  # what is not known stands behind the last level
        drawn.append(answer(judged, method.levels, (at if at >= 0 else len(levels)) * STEP + 2, 0))
    if (asked := method.asked(item.id, record.stage)) is not None:
        drawn.append(_minimum_sign(levels.index(asked) * STEP + 15, 32))
    return drawn


def _minimum_sign(x: float, y: float) -> Element:
    return el("path", d=f"M{x - 6:.1f} {y + 4:.1f}L{x:.1f} {y - 6:.1f}L{x + 6:.1f} {y + 4:.1f}z", fill=INK)
