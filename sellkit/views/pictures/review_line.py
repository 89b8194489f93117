"""The line of time after a sale: when reviews were held, when the next is due, and which quarter is still fresh."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sellkit.models.account.post_sale import QUIET_DAYS, PostSale
from sellkit.views.pictures import marks
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import ACCENT, ACCENT_SOFT, ERROR, INK, LINE, MUTED, Element, el, label, text_width

MIDDLE, EDGE, STEP = 46, 24, 28


class Moment(NamedTuple):
    """One review on the line: its day and number, and how its value looks."""

    on: date
    number: str
    badge: marks.Badge
    state: marks.State


class _Tick(NamedTuple):
    """A day below the line, with what it is."""

    x: float
    text: str
    colour: str


def review_line(
    record: PostSale, words: Says, moments: Sequence[Moment], x: float, y: float, wide: float
) -> tuple[list[Element], float]:
    """The line from the start to the last day that matters, and where it ends; nothing where no day is known."""
    due = record.review_due
    days = [day for day in (record.since, record.as_of, due, *(each.on for each in moments)) if day]
    if not days:
        return [], y
    first, last = min(days), max(days)
    span = max((last - first).days, 1)

    def at(day: date) -> float:
        return x + EDGE + (wide - 2 * EDGE) * (day - first).days / span

    drawn: list[Element] = []
    if record.as_of is not None:
        fresh = max(record.as_of - timedelta(min(QUIET_DAYS, record.as_of.toordinal() - 1)), first)
        drawn.append(el("rect", x=at(fresh), y=y + 8, width=at(record.as_of) - at(fresh), height=60, fill=ACCENT_SOFT))
    drawn.append(el("path", d=f"M{x + 8:.1f} {y + MIDDLE}H{x + wide - 8:.1f}", stroke=LINE, stroke_width=2))
    ticks = []
    if record.since:
        ticks.append(_Tick(at(record.since), words.say("boards.post-sale.since", on=record.since), MUTED))
    if due:
        key = "overdue" if record.review_overdue else "due"
        colour = ERROR if record.review_overdue else INK
        ticks.append(_Tick(at(due), words.say(f"boards.post-sale.{key}", on=due), colour))
        drawn.append(_diamond(at(due), y + MIDDLE, colour))
    if record.as_of:
        ticks.append(_Tick(at(record.as_of), words.say("boards.post-sale.today", on=record.as_of), ACCENT))
        drawn.append(el("path", d=f"M{at(record.as_of):.1f} {y + 8}v60", stroke=ACCENT, stroke_width=2))
    shown = moments[-int((wide - 2 * EDGE) // STEP + 1) :]  # of more than have room, the latest
    for moment, middle in zip(shown, _apart([at(moment.on) for moment in shown], x + wide - EDGE), strict=True):
        drawn.append(marks.draw(moment.badge, moment.state, middle - 13, y + MIDDLE - 13))
        drawn.append(label(moment.number, middle, y + 26, 12, text_anchor="middle", font_weight=700))
    lines, height = _told(sorted(ticks), x, y + 84, wide)
    return [*drawn, *lines], y + 84 + height + 8


def _apart(wanted: Sequence[float], last: float) -> list[float]:
    """The same places in order, so far from each other that none covers the next, and none beyond the last."""
    places: list[float] = []
    for want in wanted:
        places.append(max(want, places[-1] + STEP) if places else want)
    for n in range(len(places)):  # from the right
        places[-1 - n] = min(places[-1 - n], last - STEP * n)
    return places


def _told(ticks: Sequence[_Tick], x: float, y: float, wide: float) -> tuple[list[Element], float]:
    """Days below the line, each in the first row in which it has room."""
    ends: list[float] = []
    drawn = []
    for tick in ticks:
        room = text_width(tick.text, 12)
        left = min(max(tick.x - room / 2, x), x + wide - room)
        row = next((n for n, end in enumerate(ends) if end + 12 <= left), len(ends))
        ends[row : row + 1] = [left + room]
        drawn.append(label(tick.text, left, y + 4 + 17 * row, 12, fill=tick.colour, font_weight=600))
    return drawn, 17 * len(ends)


def _diamond(x: float, y: float, colour: str) -> Element:
    return el("path", d=f"M{x:.1f} {y - 9:.1f}l9 9 -9 9 -9 -9z", fill="#ffffff", stroke=colour, stroke_width=2,
              stroke_dasharray="4 2")  # fmt: skip
