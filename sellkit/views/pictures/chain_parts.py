"""What the wide and the narrow picture of the pain chain share: wordings, grounds, where a reason goes, the legend."""

from collections.abc import Mapping, Sequence
from typing import Any

from sellkit.models.base import Judged
from sellkit.models.pain.pain_chain import Reason, Statement
from sellkit.models.text import HABITS
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT,
    ACCENT_SOFT,
    CARD,
    FAINT,
    INK,
    MUTED,
    Element,
    el,
    label,
    paragraph,
    text_width,
    wrap,
)  # fmt: skip


def wording(judged: Judged[Statement], bank: Mapping[str, str], words: Says, blank: str) -> str:
    """What is said, "not known yet", or that nothing is said."""
    if judged.value == "unknown":
        return words.say("boards.chain.unknown")
    if judged.given is None:
        return words.say(blank)
    return bank.get(judged.given.bank, judged.given.bank) if judged.given.bank else judged.given.text


def ground(x: float, y: float, width: float, height: float, judged: Judged[Any]) -> Element:
    """The pain's own ground: filled when confirmed, dashed while it is not, an empty outline while it is blank."""
    dashed = "4 3" if judged.known and not judged.confirmed else None
    return el("rect", x=x, y=y, width=width, height=height, rx=7, fill=ACCENT_SOFT if judged.confirmed else CARD,
              stroke=ACCENT if judged.known else FAINT, stroke_dasharray=dashed)  # fmt: skip


def owner_sign(reason: Reason) -> list[Element]:
    """Where a reason goes: a dot where a line starts, a square that our capability removes, "?", or an empty ring."""
    dashed = None if reason.owner.confirmed else "3 2"
    if reason.is_leaf:
        return [el("rect", x=-7, y=-7, width=14, height=14, rx=2, fill=INK if reason.owner.confirmed else CARD,
                   stroke=INK, stroke_width=1.6, stroke_dasharray=dashed)]  # fmt: skip
    if reason.owner.value == "unknown":
        return [label("?", 0, 5, 14, text_anchor="middle", font_weight=700, fill=MUTED)]
    if reason.passed_to is None:
        return [el("circle", r=6, fill=CARD, stroke=FAINT)]
    return [el("circle", r=6, fill=ACCENT if reason.owner.confirmed else CARD, stroke=ACCENT, stroke_width=1.6,
               stroke_dasharray=dashed)]  # fmt: skip


def foot(
    words: Says, parked: Sequence[str], top: float, width: float, margin: float, passed: str = "boards.legend.passed"
) -> tuple[list[Element], float]:
    """Who is not on the chain yet, what the signs mean, and where that ends."""
    drawn: list[Element] = []
    y = top
    if parked:
        line = words.say("boards.chain.parked", people=HABITS[words.language].comma.join(parked))
        rows = wrap(line, width - 2 * margin, 13, 4)
        drawn += paragraph(rows, margin, y + 8, 13, 20, fill=MUTED)
        y += 20 * len(rows) + 12
    x = margin
    signs = [
        (el("circle", cx=8, cy=9, r=6, fill=ACCENT), passed),
        (el("rect", x=1, y=2, width=14, height=14, rx=2, fill=INK), "boards.legend.leaf"),
        (label("?", 8, 14, 14, text_anchor="middle", font_weight=700, fill=MUTED), "boards.legend.unknown"),
        (el("rect", x=0, y=2, width=16, height=14, rx=3, fill=CARD, stroke=ACCENT, stroke_dasharray="4 3"),
         "boards.legend.open"),
    ]  # fmt: skip
    for sign, key in signs:
        text = words.say(key)
        if x + 24 + text_width(text, 12) > width - min(24, margin) and x > margin:
            x, y = margin, y + 28
        drawn.append(el("g", sign, transform=f"translate({x:.1f} {y:.1f})"))
        drawn.append(label(text, x + 24, y + 14, 12))
        x += 48 + text_width(text, 12)
    return drawn, y + 44
