"""Deal control over time (M43): the confirmed and the claimed value at each review, on the ground of the zones."""

from sellkit.models.control.deal_control import DealControl
from sellkit.models.control.history import ControlHistory, Shift
from sellkit.models.control.mapping import convert
from sellkit.models.control.value import ZONES, ControlValue
from sellkit.views.pictures.control_parts import TINTS, listed, place, zone_ends
from sellkit.views.pictures.plan_parts import NARROW, Column, card, heading, legend, shape
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import ACCENT, CARD, FAINT, INK, LINE, MUTED, Element, document, el, label, text_width

TALL, COLUMN = 300, 72
HALO = {"stroke": CARD, "stroke_width": 3.5, "stroke_linejoin": "round", "paint_order": "stroke"}


def control_history_svg(record: ControlHistory, words: Says, *, width: float = 1180) -> str:
    """The history as SVG text. It grows beyond `width` only where reviews would stand on top of each other."""
    left = 16 if width < NARROW else 32
    names = [words.say(f"boards.control.zone.{zone}") for zone in ZONES]
    gutter = 16 + max(text_width(name, 12) for name in names)
    width = max(width, 2 * left + gutter + COLUMN * len(record.reviews))
    title = words.say("boards.control.history.title")
    drawn, y = heading(title, [record.deal.strip()] if record.deal.strip() else [], width)
    if not record.reviews:
        column = Column(left, y, width - 2 * left)
        column.text(words.say("boards.control.history.empty"), 15, most=6)
        return document([*drawn, *column.drawn], width, column.y + 24, language=words.language, title=title)
    sheets, y = record.by_date, y + 10
    # one line needs one scale: whatever is of another scheme is read in the first one's
    shown = [convert(sheet, sheets[0].scheme).sheet for sheet in sheets]
    drawn += _ground(words, shown[0], left, y, width - 2 * left)
    step = (width - 2 * left - gutter) / len(shown)
    xs = [left + gutter + step * (n + 0.5) for n in range(len(shown))]
    drawn += _line(xs, [sheet.claimed for sheet in shown], y, firm=False)
    drawn += _line(xs, [sheet.confirmed for sheet in shown], y, firm=True)
    for sheet, x in zip(shown, xs, strict=True):
        drawn += _values(sheet, x, y)
        day = str(sheet.as_of) if sheet.as_of else words.say("boards.control.history.undated")
        drawn.append(label(day, x, y + TALL + 20, 12, text_anchor="middle", fill=MUTED))
    signs = [
        (shape("disc", 13, 13, 8, fill=ACCENT), words.say("boards.control.confirmed")),
        (shape("disc", 13, 13, 8, fill=CARD, stroke=INK, stroke_dasharray="3 2"), words.say("boards.control.claimed")),
    ]
    keys, y = legend(signs, left, y + TALL + 36, width)
    note = Column(left, y - 8, width - 2 * left)
    note.text(words.say("boards.control.zone-note"), 12, fill=MUTED)
    note.space(16)
    rows, y = _shifts(record, words, left, note.y, width - 2 * left)
    return document([*drawn, *keys, *note.drawn, *rows], width, y, language=words.language, title=title)


def _ground(words: Says, sheet: DealControl, left: float, y: float, wide: float) -> list[Element]:
    drawn = []
    for zone, (start, end) in zone_ends(sheet.scheme).items():
        top = y + TALL * (1 - end)
        drawn.append(el("rect", x=left, y=top, width=wide, height=TALL * (end - start), fill=TINTS[zone], stroke=LINE))
        drawn.append(label(words.say(f"boards.control.zone.{zone}"), left + 10, top + 18, 12, fill=MUTED))
    return drawn


def _line(xs: list[float], values: list[ControlValue], y: float, *, firm: bool) -> list[Element]:
    points = [(x, _height(value, y)) for x, value in zip(xs, values, strict=True)]
    path = "M" + "L".join(f"{x:.1f} {at:.1f}" for x, at in points)
    look = {"stroke": ACCENT, "stroke_width": 3} if firm else {"stroke": INK, "stroke_dasharray": "5 4"}
    disc = {"fill": ACCENT} if firm else {"fill": CARD, "stroke": INK, "stroke_dasharray": "3 2"}
    discs = [shape("disc", x, at, 7 if firm else 10, **disc) for x, at in points]
    return [el("path", d=path, fill="none", **look), *discs]


def _height(value: ControlValue, y: float) -> float:
    return y + TALL * (1 - place(value))


def _values(sheet: DealControl, x: float, y: float) -> list[Element]:
    """The claimed value above its point, the confirmed one below; once where they are one. None leaves the ground."""
    firm, hoped = _height(sheet.confirmed, y), _height(sheet.claimed, y)
    below = firm + 24 if firm + 24 < y + TALL - 4 else firm - 14
    drawn = [label(str(sheet.confirmed), x, below, 13, text_anchor="middle", font_weight=700, fill=ACCENT, **HALO)]
    if sheet.claimed != sheet.confirmed:
        above = hoped - 14 if hoped - 26 > y else hoped + 24
        if abs(above - below) < 16:
            above = below - 16 if hoped < firm else below + 16
        drawn.append(label(str(sheet.claimed), x, above, 12, text_anchor="middle", fill=INK, **HALO))
    return drawn


def _shifts(record: ControlHistory, words: Says, left: float, y: float, wide: float) -> tuple[list[Element], float]:
    """What changed from each review to the next, in words."""
    drawn: list[Element] = []
    copied = {sheet.id for sheet in record.copied}
    for shift, sheet in zip(record.shifts, record.by_date[1:], strict=True):
        column = Column(left + 16, y + 10, wide - 32)
        day = str(shift.on) if shift.on else words.say("boards.control.history.undated")
        column.text(day, 13, font_weight=700)
        for text in _told(shift, words):
            column.text(text, 13, gap=2)
        if sheet.id in copied:
            column.text(words.say("boards.control.history.copied"), 13, gap=2, fill=MUTED)
        if sheet.scheme != record.by_date[0].scheme:
            text = words.say("boards.control.history.converted", scheme=record.by_date[0].scheme)
            column.text(text, 12, gap=2, fill=MUTED)
        drawn += [card(left, y, wide, column.y - y + 10, stroke=FAINT), *column.drawn]
        y = column.y + 22
    return drawn, y + 8


def _told(shift: Shift, words: Says) -> list[str]:
    parts = {"won": shift.won, "lost": shift.lost, "anew": shift.claimed_anew}
    said = [words.say(f"boards.control.history.{part}", which=listed(words, ids)) for part, ids in parts.items() if ids]
    return said or [words.say("boards.control.history.same")]
