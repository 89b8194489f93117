"""Several deals side by side (M43): value, zone, what is only hoped, and what to win next in each."""

from sellkit.models.control.history import ControlPortfolio, DealRow
from sellkit.training.deal_control import elements
from sellkit.views.pictures.control_parts import strip, value_text
from sellkit.views.pictures.plan_parts import NARROW, Column, card, heading
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import MUTED, Element, document

VALUES, STRIP = 210, 330


def control_portfolio_svg(record: ControlPortfolio, words: Says, *, width: float = 1180) -> str:
    """The deals as SVG text, those that are controlled best first."""
    left = 16 if width < NARROW else 32
    title = words.say("boards.control.portfolio.title")
    drawn, y = heading(title, [words.say("boards.control.portfolio.lead")], width)
    room = width - 2 * left
    if not record.deals:
        column = Column(left, y, room)
        column.text(words.say("boards.control.portfolio.empty"), 15, most=6)
        drawn, y = [*drawn, *column.drawn], column.y + 12
    for row in record.rows:
        made, y = _row(row, words, left, y, room)
        drawn += made
    note = Column(left, y, room)
    note.text(words.say("boards.control.zone-note"), 12, fill=MUTED)
    return document([*drawn, *note.drawn], width, note.y + 20, language=words.language, title=title)


def _row(row: DealRow, words: Says, left: float, y: float, room: float) -> tuple[list[Element], float]:
    narrow = room < NARROW - 64
    x = left + 18
    wide = room - 36 if narrow else room - 36 - VALUES - STRIP - 40
    name = Column(x, y + 12, wide)
    name.text(row.deal.strip() or row.id, 16, most=2, font_weight=700)
    name.text(row.seller, 12, most=1, fill=MUTED)
    name.text(_next(row, words), 13, most=3, gap=4)
    if narrow:
        at, values = x, name.y + 8
        bar, end = (x, values + 82, room - 36), values + 82 + 22
    else:
        at, values = left + room - 18 - STRIP - VALUES - 16, y + 14
        bar, end = (left + room - 18 - STRIP, y + 36, STRIP), max(name.y, y + 80)
    drawn = [*name.drawn, *value_text(row.confirmed, at, values + 30, 26, firm=True)]
    if row.claimed != row.confirmed:
        drawn += value_text(row.claimed, at + 122, values + 30, 18, firm=False)
        told = Column(at, values + 42, VALUES if not narrow else room - 36)
        told.text(words.say("boards.control.inflation", count=sum(row.inflation.values())), 12, most=1, fill=MUTED)
        drawn += told.drawn
    marks = [(row.confirmed, True)] if row.claimed == row.confirmed else [(row.claimed, False), (row.confirmed, True)]
    drawn += strip(words, row.confirmed.scheme, marks, bar[0], bar[1], bar[2], tall=22)
    return [card(left, y, room, end - y + 22), *drawn], end + 36


def _next(row: DealRow, words: Says) -> str:
    if row.next_step is None:
        return words.say("boards.control.done")
    text = elements(row.confirmed.scheme)[row.next_step.element]
    name = text.name.in_(words.language)  # type: ignore[arg-type]
    return words.say("boards.control.next-step", sign=text.sign, name=name)
