"""Who carries what in the sales plan (M42): a bar for each owner, done, overdue, and still open."""

from datetime import date
from typing import Any

from sellkit.models.plan.sales_plan import Load, SalesPlan
from sellkit.views.pictures.gantt import HATCH
from sellkit.views.pictures.plan_parts import NARROW, Column
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import CARD, ERROR, INK, MUTED, WARN, Element, el, label, paragraph, wrap


def loads(
    plan: SalesPlan, words: Says, on: date | None, x: float, y: float, width: float
) -> tuple[list[Element], float]:
    """The bars, and where they end."""
    narrow = width < NARROW
    column = Column(x, y, width - 2 * x)
    column.text(words.say("boards.plan.loads"), 14, font_weight=700)
    column.text(words.say("boards.plan.counts"), 12, fill=MUTED)
    column.space(8)
    carried = plan.load(on or date.min)
    name = 96.0 if narrow else 150.0
    room = min(420.0, width - 2 * x - name - (0 if narrow else 320))
    unit = min(26.0, room / max([1, *(load.open + load.done for load in carried)]))
    drawn = column.drawn
    for load in carried:
        drawn += _load(load, words, x, column.y, name, unit, narrow=narrow)
        column.space(44 if narrow else 28)
    return drawn, column.y + 6


def _load(load: Load, words: Says, left: float, y: float, name: float, unit: float, *, narrow: bool) -> list[Element]:
    who = wrap(load.owner or words.say("boards.plan.nobody"), name - 10, 13, 1)
    counts = words.say("boards.plan.load", open=load.open, overdue=load.overdue, done=load.done)
    bars: list[tuple[int, dict[str, Any]]] = [
        (load.done, {"fill": INK, "stroke": INK}),
        (load.overdue, {"fill": HATCH, "stroke": ERROR}),
        (load.open - load.overdue, {"fill": CARD, "stroke": INK}),
    ]
    drawn = paragraph(who, left, y + 14, 13, 16, fill=INK if load.owner else WARN, font_weight=600)
    x = left + name
    for count, look in bars:
        if count:
            drawn.append(el("rect", x=x, y=y + 2, width=max(1.0, count * unit - 2), height=15, rx=3, **look))
            x += count * unit
    at = (left + name, y + 33) if narrow else (x + 12, y + 14)
    drawn.append(label(counts, *at, 12, fill=MUTED))
    return drawn
