"""Cards in rows: as many beside each other as there is room for, all of a row equally tall."""

from collections.abc import Callable, Sequence

from sellkit.views.pictures.plan_parts import Column, card
from sellkit.views.pictures.style import Element

GAP, PAD = 12, 14
# Fills a card: writes into the column, whose `y` then says how tall the card must be.
Fill = Callable[[Column], None]


def card_rows(fills: Sequence[Fill], left: float, y: float, wide: float, *, across: int) -> tuple[list[Element], float]:
    """The cards as elements, and where they end."""
    drawn: list[Element] = []
    each = (wide - GAP * (across - 1)) / across
    for start in range(0, len(fills), across):
        columns = []
        for n, fill in enumerate(fills[start : start + across]):
            column = Column(left + n * (each + GAP) + PAD, y + 10, each - 2 * PAD)
            fill(column)
            columns.append(column)
        bottom = max(column.y for column in columns) + 10
        for column in columns:
            drawn += [card(column.x - PAD, y, each, bottom - y), *column.drawn]
        y = bottom + GAP
    return drawn, y
