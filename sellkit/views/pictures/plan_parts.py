"""What the pictures of plans and competition share: a column of texts that grows downwards, pills, cards, headings."""

from collections.abc import Mapping, Sequence
from typing import Any

from sellkit.models.base import Judged
from sellkit.views.pictures import marks
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
    el,
    label,
    paragraph,
    text_width,
    wrap,
)

NARROW = 720  # below this width a picture is laid out for a phone
FIT = {
    "good": marks.Badge("round", "+", colour=GOOD),
    "partial": marks.Badge("round", "±", colour=WARN),
    "poor": marks.Badge("round", "−", colour=ERROR),
}


class Column:
    """Texts one below the other; `y` is where the next one starts."""

    def __init__(self, x: float, y: float, width: float) -> None:
        self.x, self.y, self.width = x, y, width
        self.drawn: list[Element] = []

    def text(self, text: str, size: float = 13, *, most: int = 3, gap: float = 0, **look: Any) -> None:
        """A paragraph of at most `most` lines; an empty text takes no room."""
        lines = wrap(text, self.width, size, most)
        if lines:
            step = round(size * 1.4)
            self.drawn += paragraph(lines, self.x, self.y + gap + size, size, step, **look)
            self.y += gap + step * len(lines)

    def badge(self, made: marks.Badge, state: marks.State, text: str, *, gap: float = 4, **look: Any) -> None:
        """A mark with its meaning beside it."""
        self.drawn.append(marks.draw(made, state, self.x, self.y + gap))
        lines = wrap(text, self.width - 34, 12, 2)
        self.drawn += paragraph(lines, self.x + 34, self.y + gap + 17 - 8 * (len(lines) - 1), 12, 16, **look)
        self.y += gap + marks.SIZE + 2

    def space(self, height: float) -> None:
        self.y += height


def fit_badge(judged: Judged[Any]) -> tuple[marks.Badge, marks.State]:
    """How well we fit, with its state."""
    return graded(judged, FIT, "round")


def graded(judged: Judged[Any], levels: Mapping[str, marks.Badge], shape: str) -> tuple[marks.Badge, marks.State]:
    """The badge of a judged mark: its level, a question mark, or an empty outline."""
    state = marks.state(judged.value, judged.confirmed)
    if judged.given is None:
        return marks.Badge(shape, "?" if state == "unknown" else "", colour=MUTED), state
    return levels[judged.given], state


def pill(text: str, x: float, y: float, *, ink: str = INK, ground: str = CARD, anchor: str = "middle") -> Element:
    """A small rounded label whose middle, left or right end lies at x, and whose middle at y."""
    wide = text_width(text, 12) + 16
    colour = CARD if ground == ink else ink
    left = {"middle": x - wide / 2, "start": x, "end": x - wide}[anchor]
    return el(
        "g",
        el("rect", x=left, y=y - 11, width=wide, height=22, rx=11, fill=ground, stroke=ink),
        label(
            text,
            left + wide / 2,
            y + 4.5,
            12,
            text_anchor="middle",
            font_weight=600,
            fill=colour,
        ),
    )


def card(x: float, y: float, width: float, height: float, **look: Any) -> Element:
    """The ground of a card."""
    return el("rect", x=x, y=y, width=width, height=height, rx=10, **({"fill": CARD, "stroke": LINE} | look))


def heading(title: str, under: Sequence[str], width: float) -> tuple[list[Element], float]:
    """The picture's title with the lines below it, and where they end."""
    column = Column(32 if width >= NARROW else 16, 22, width - (64 if width >= NARROW else 32))
    column.text(title, 22, most=2, font_weight=700)
    for line in under:
        column.text(line, 13, gap=4, fill=MUTED)
    column.space(16)
    return column.drawn, column.y


def shape(kind: str, x: float, y: float, size: float = 7, **look: Any) -> Element:
    """A diamond, a triangle or a disc around a point."""
    if kind == "diamond":
        return el("path", d=f"M{x} {y - size}l{size} {size} {-size} {size} {-size} {-size}z", **look)
    if kind == "triangle":
        return el("path", d=f"M{x} {y - size}l{size} {1.8 * size:.1f}h{-2 * size}z", **look)
    return el("circle", cx=x, cy=y, r=size - 1, **look)


def legend(items: Sequence[tuple[Element, str]], x: float, y: float, width: float) -> tuple[list[Element], float]:
    """Signs (drawn around 13, 13) with their meanings, running on into new lines; and where they end."""
    drawn: list[Element] = [el("path", d=f"M{x} {y}H{width - x}", stroke=FAINT)]
    at, y = x, y + 12
    for sign, text in items:
        wide = 38 + text_width(text, 12) + 20
        if at > x and at + wide - 20 > width - x:
            at, y = x, y + 30
        drawn.append(el("g", sign, transform=f"translate({at:.1f} {y:.1f})"))
        drawn.append(label(text, at + 34, y + 17.5, 12))
        at += wide
    return drawn, y + 44
