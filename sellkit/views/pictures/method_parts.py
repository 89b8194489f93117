"""What the pictures of methods share: the heading, an answer as a badge, a small plate with a word, the legend."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sellkit.models.base import Judged
from sellkit.models.methods.head import MethodHead
from sellkit.models.scale import Level, Tone
from sellkit.models.text import Text
from sellkit.views.pictures import marks
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT,
    CARD,
    ERROR,
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
)  # fmt: skip

TONES: dict[Tone | None, str] = {"positive": GOOD, "neutral": WARN, "negative": ERROR, None: INK}
STATES: dict[str, marks.State] = {
    "blank": "blank", "unknown": "unknown", "unconfirmed": "open", "confirmed": "firm",
}  # fmt: skip
NARROW = 640


class Part(NamedTuple):
    """Elements and the height that they take."""

    drawn: list[Element]
    height: float


def margin(width: float) -> float:
    return 16 if width < NARROW else 36


def said(text: Text, words: Says) -> str:
    """The wording in the picture's language."""
    return text.in_(words.language)  # type: ignore[arg-type]


def heading(method: MethodHead, words: Says, width: float, lines: Iterable[str] = ()) -> Part:
    """Name, what it is for, and what the sheet amounts to."""
    left, wide = margin(width), width - 2 * margin(width)
    name = wrap(said(method.name, words), wide, 22, 2)
    drawn = paragraph(name, left, 44, 22, 28, font_weight=700)
    y = 44 + 28 * (len(name) - 1) + 24
    says = wrap(said(method.says, words), min(wide, 820), 13, 6)
    drawn += paragraph(says, left, y, 13, 19, fill=MUTED)
    y += 19 * len(says) + 8
    for line in lines:
        told = wrap(line, wide, 15, 4)
        drawn += paragraph(told, left, y + 8, 15, 22, font_weight=600)
        y += 22 * len(told)
    return Part(drawn, y + 14)


def note(text: str, width: float) -> Part:
    """A sentence in small print."""
    left = margin(width)
    lines = wrap(text, width - 2 * left, 12, 8)
    return Part(paragraph(lines, left, 16, 12, 17, fill=MUTED), 17 * len(lines) + 14)


def plate(
    text: str, x: float, y: float, *, solid: bool, colour: str = ACCENT, size: float = 12
) -> tuple[Element, float]:
    """A word on a small plate, solid or dashed, and how wide it is."""
    wide = text_width(text, size) + 16
    box = el("rect", width=wide, height=22, rx=11, fill=colour if solid else CARD, stroke=colour, stroke_width=1.3,
             stroke_dasharray=None if solid else "4 3")  # fmt: skip
    ink = label(text, wide / 2, 15.5, size, text_anchor="middle", font_weight=600, fill=CARD if solid else colour)
    return el("g", box, ink, transform=f"translate({x:.1f} {y:.1f})"), wide


def answer(judged: Judged[Any], levels: Sequence[Level], x: float, y: float) -> Element:
    """An answer by the sign of its level: filled, dashed, a question mark, or an empty box."""
    level = next((each for each in levels if each.id == judged.given), None)
    if level is None:
        state: marks.State = "unknown" if judged.value == "unknown" else "blank"
        return marks.draw(marks.Badge("square", "?" if state == "unknown" else "", colour=MUTED), state, x, y)
    return marks.draw(marks.Badge("square", level.sign, colour=TONES[level.tone]), STATES[judged.state], x, y)


def legend(words: Says, width: float, levels: Sequence[Level], extra: Sequence[tuple[Element, str]] = ()) -> Part:
    """Signs of the levels, then how sure an answer is, then what a picture has of its own."""
    left = margin(width)
    firm = Judged[str](value="x", witness="x", confidence="explicit")
    items = [(answer(firm.changed(value=level.id), levels, 0, 0), said(level.name, words)) for level in levels]
    sample = marks.Badge("square", levels[-1].sign, colour=TONES[levels[-1].tone]) if levels else marks.Badge("square")
    items += [
        (marks.draw(sample, "open", 0, 0), words.say("boards.legend.open")),
        (marks.draw(marks.Badge("square", "?", colour=MUTED), "unknown", 0, 0), words.say("boards.legend.unknown")),
        (marks.draw(marks.Badge("square"), "blank", 0, 0), words.say("boards.legend.blank")),
        *extra,
    ]
    return flow(items, width, left)


def flow(items: Sequence[tuple[Element, str]], width: float, left: float) -> Part:
    """Small drawings with their words, in as many lines as it takes."""
    drawn: list[Element] = []
    x, y = left, 8.0
    for picture, text in items:
        wide = 36 + text_width(text, 12) + 20
        if x + wide > width - left and x > left:
            x, y = left, y + 32
        drawn.append(el("g", picture, transform=f"translate({x:.1f} {y:.1f})"))
        drawn.append(label(text, x + 34, y + 18, 12))
        x += wide
    return Part(drawn, y + 40)


def stacked(parts: Iterable[Part]) -> Part:
    """Parts below each other."""
    drawn: list[Element] = []
    y = 0.0
    for part in parts:
        drawn.append(el("g", *part.drawn, transform=f"translate(0 {y:.1f})"))
        y += part.height
    return Part(drawn, y)


def line(x1: float, y1: float, x2: float, y2: float, colour: str = LINE, width: float = 1) -> Element:
    return el("path", d=f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}", stroke=colour, stroke_width=width, fill="none")
