"""How each mark looks: a letter, a sign or a drawing that a black-and-white print keeps apart; colour only repeats it.

One table serves the pictures and the boards. A badge has a shape per mark (square role, round adaptability, diamond
attitude, bars of coverage, rings of the circle) and one of four states: blank (faint empty outline), unknown ("?"),
open (dashed, light: not confirmed yet), firm (filled: cited, and explicit or agreed).
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal

from sellkit.models.people.stakeholder import Stakeholder
from sellkit.views.pictures.style import ACCENT, ERROR, FAINT, GOOD, INK, MUTED, WARN, Element, el, label

State = Literal["blank", "unknown", "open", "firm"]
MARKS = ("roles", "adaptability", "attitude", "coverage", "circle")
SIZE = 26

Drawing = tuple[tuple[str, bool], ...]  # paths in a 26 × 26 square, and whether each is filled


@dataclass(frozen=True)
class Badge:
    shape: str
    text: str = ""
    drawing: Drawing = ()
    colour: str = INK


def _bars(filled: int) -> Drawing:
    return tuple((f"M{5 + 6 * n} {18 - 4 * n}h4V20.5h-4z", n < filled) for n in range(3))


def _ring(radius: float, x: float = 13, y: float = 13) -> str:
    return f"M{x - radius} {y}a{radius} {radius} 0 1 0 {2 * radius} 0a{radius} {radius} 0 1 0 {-2 * radius} 0z"


BADGES: dict[str, dict[str, Badge]] = {
    "roles": {letter: Badge("square", letter) for letter in "UEDA"},
    "adaptability": {
        level: Badge("round", level[0].upper())
        for level in ("innovator", "visionary", "pragmatist", "conservative", "laggard")
    },
    "attitude": {
        "sponsor": Badge("diamond", "*", colour=ACCENT),
        "supporter": Badge("diamond", "+", colour=GOOD),
        "neutral": Badge("diamond", "=", colour=MUTED),
        "non-supporter": Badge("diamond", "−", colour=WARN),
        "opponent": Badge("diamond", "X", colour=ERROR),
    },
    "coverage": {
        level: Badge("bars", drawing=_bars(n)) for n, level in enumerate(("none", "brief", "multiple", "in-depth"))
    },
    "circle": {
        "inner": Badge("rings", drawing=((_ring(9), False), (_ring(4.5), True))),
        "structure": Badge("rings", drawing=((_ring(9), False), (_ring(5.5), False))),
        "outside": Badge("rings", drawing=((_ring(6.5, 10.5, 15.5), False), (_ring(2.5, 20, 6), True))),
    },
}
SHAPES = {mark: next(iter(levels.values())).shape for mark, levels in BADGES.items()}


def state(value: Any, confirmed: bool) -> State:
    if value is None or value == "" or value == ():
        return "blank"
    if value == "unknown":
        return "unknown"
    return "firm" if confirmed else "open"


def badge(mark: str, value: Any, confirmed: bool) -> tuple[Badge, State]:
    """What is drawn for one mark; several buying roles share one badge, their letters side by side."""
    now = state(value, confirmed)
    if now in ("blank", "unknown"):
        return Badge(SHAPES[mark], "?" if now == "unknown" else "", colour=MUTED), now
    if isinstance(value, str):
        return BADGES[mark][value], now
    return Badge(SHAPES[mark], "".join(sorted(value, key=list(BADGES[mark]).index))), now


def width(made: Badge) -> float:
    return SIZE + 11 * max(0, len(made.text) - 1)


def for_browser() -> dict[str, Any]:
    """The same table for the boards."""
    return {
        mark: {"shape": SHAPES[mark], "levels": {level: asdict(badge) for level, badge in levels.items()}}
        for mark, levels in BADGES.items()
    }


OUTLINES = {
    "round": _ring(11.5),
    "diamond": "M13 .8L25.2 13 13 25.2.8 13z",
    "bars": "M5 1.5h16a4 4 0 0 1 4 4v15a4 4 0 0 1-4 4H5a4 4 0 0 1-4-4v-15a4 4 0 0 1 4-4z",
    "rings": "M8 1.5h10a7 7 0 0 1 7 7v9a7 7 0 0 1-7 7H8a7 7 0 0 1-7-7v-9a7 7 0 0 1 7-7z",
}


def draw(made: Badge, now: State, x: float, y: float) -> Element:
    """The badge as an SVG group with its left upper corner at (x, y)."""
    firm, faint, wide = now == "firm", now == "blank", width(made)
    paint: dict[str, object] = {
        "fill": made.colour if firm else "#ffffff", "stroke": FAINT if faint else made.colour,
        "stroke_width": 1.2 if faint or now == "unknown" else 1.6,
        "stroke_dasharray": "3.2 2.4" if now == "open" else None,
    }  # fmt: skip
    if made.shape == "square":
        outline = el("rect", x=1, y=1.5, width=wide - 2, height=23, rx=2, **paint)
    else:
        outline = el("path", d=OUTLINES[made.shape], **paint)
    ink = "#ffffff" if firm else made.colour
    inner = [
        el("path", d=d, fill=ink if filled else "none", stroke=ink, stroke_width=1.4) for d, filled in made.drawing
    ]
    if made.text:
        inner.append(label(made.text, wide / 2, 18, 14, text_anchor="middle", font_weight=700, fill=ink))
    return el("g", outline, *inner, transform=f"translate({x:.1f} {y:.1f})")


def of(person: Stakeholder) -> list[tuple[str, Any, bool]]:
    """Each mark of a person: its value, and whether it is confirmed."""
    judged = [(mark, getattr(person, "buying_roles" if mark == "roles" else mark)) for mark in MARKS]
    return [
        (mark, tuple(each.value) if isinstance(each.value, frozenset) else each.value, each.confirmed)
        for mark, each in judged
    ]


def row(marks: Iterable[tuple[str, Any, bool]], x: float, y: float, gap: float = 4) -> list[Element]:
    """The badges of one person side by side."""
    drawn = []
    for mark, value, confirmed in marks:
        made, now = badge(mark, value, confirmed)
        drawn.append(draw(made, now, x, y))
        x += width(made) + gap
    return drawn
