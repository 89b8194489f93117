"""What the pictures of deal control share: the strip of zones with a value on it, and how an element looks."""

from collections.abc import Iterable

from sellkit.models.control.deal_control import State
from sellkit.models.control.value import ZONES, ControlValue, ElementId, Scheme, Zone, states
from sellkit.models.text import HABITS
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import ACCENT, CARD, FAINT, INK, LINE, MUTED, Element, el, label, text_width

TINTS: dict[Zone, str] = {"loss": "#f0e4e1", "swing": "#f4efdf", "win": "#cfe6e1"}


def place(value: ControlValue) -> float:
    """Where a value lies on the strip, 0–1: its rank among all values of its scheme."""
    ranks = [state.order for state in states(value.scheme)]
    return (ranks.index(value.order) + 0.5) / len(ranks)


def zone_ends(scheme: Scheme) -> dict[Zone, tuple[float, float]]:
    """The share of the strip that each zone takes."""
    zones = [state.zone for state in states(scheme)]
    return {
        zone: (zones.index(zone) / len(zones), (len(zones) - zones[::-1].index(zone)) / len(zones)) for zone in ZONES
    }


def strip(
    words: Says, scheme: Scheme, marks: Iterable[tuple[ControlValue, bool]], x: float, y: float, wide: float, *,
    tall: float = 26, named: bool = True,
) -> list[Element]:  # fmt: skip
    """The three zones side by side; a filled mark above for what is confirmed, a hollow dashed one below for what is
    claimed, so that the two never lie upon each other."""
    drawn = []
    for zone, (start, end) in zone_ends(scheme).items():
        left, width = x + start * wide, (end - start) * wide
        drawn.append(el("rect", x=left, y=y, width=width, height=tall, fill=TINTS[zone], stroke=LINE))
        if named:
            name = words.say(f"boards.control.zone.{zone}")
            drawn.append(
                label(name, left + width / 2, y + tall / 2 + 4.5, 12, text_anchor="middle", font_weight=600, fill=INK)
            )
    for value, firm in sorted(marks, key=lambda mark: mark[1]):
        drawn.append(pointer(x + place(value) * wide, y if firm else y + tall, firm=firm))
    return drawn


def pointer(x: float, y: float, *, firm: bool) -> Element:
    """A triangle that points at the strip, down for what is confirmed and up for what is claimed."""
    look = {"fill": ACCENT, "stroke": ACCENT} if firm else {"fill": CARD, "stroke": INK, "stroke_dasharray": "3 2"}
    down = 1 if firm else -1
    return el("path", d=f"M{x:.1f} {y + 3 * down}l-8 {-14 * down}h16z", stroke_width=1.6, **look)


def element_badge(sign: str, state: State, x: float, y: float, wide: float = 40) -> Element:
    """A sign: filled if confirmed, dashed if only claimed, crossed out if it does not hold, "?" if unknown."""
    firm, tall = state == "confirmed", 26.0
    look: dict[str, object] = {
        "confirmed": {"fill": ACCENT, "stroke": ACCENT},
        "claimed": {"fill": CARD, "stroke": INK, "stroke_dasharray": "4 3"},
        "denied": {"fill": CARD, "stroke": MUTED},
        "unknown": {"fill": CARD, "stroke": MUTED},
        "open": {"fill": CARD, "stroke": FAINT},
    }[state]
    shown = {"unknown": f"{sign}?"}.get(state, sign)
    ink = CARD if firm else INK if state == "claimed" else MUTED
    cross = el("path", d=f"M{x + 5} {y + tall - 5}L{x + wide - 5} {y + 5}", stroke=MUTED, stroke_width=1.6)
    return el(
        "g",
        el("rect", x=x, y=y, width=wide, height=tall, rx=6, stroke_width=1.6, **look),
        label(shown, x + wide / 2, y + 18, 14, text_anchor="middle", font_weight=700, fill=ink),
        cross if state == "denied" else None,
    )


def listed(words: Says, signs: Iterable[ElementId | str]) -> str:
    """Elements or names as a list in the reader's language, or "none"."""
    found = [sign.upper() if len(sign) <= 2 else sign for sign in signs]
    return HABITS[words.language].comma.join(found) or words.say("boards.control.none")


def value_text(value: ControlValue, x: float, y: float, size: float, *, firm: bool) -> list[Element]:
    """A value string; what is only claimed stands on a dashed line."""
    text = str(value)
    shown = label(text, x, y, size, font_weight=700 if firm else 500, fill=ACCENT if firm else INK)
    if firm:
        return [shown]
    end = x + text_width(text, size)
    return [shown, el("path", d=f"M{x} {y + 6}H{end:.1f}", stroke=INK, stroke_width=1.4, stroke_dasharray="4 3")]
