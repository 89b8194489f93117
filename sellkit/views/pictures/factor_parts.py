"""Signs of the success factors (M41): how a party stands on a factor, and what each sign means."""

from sellkit.models.base import Judged
from sellkit.models.methods.head import US
from sellkit.models.plan.factor_version import Factor
from sellkit.views.pictures import marks
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import ACCENT, ACCENT_TINT, CARD, FAINT, MUTED, WARN, Element, el, label

CELL, BEST = 13, 5


def standing(factor: Factor, party: str, x: float, y: float) -> list[Element]:
    """How a party stands on a factor: boxes, the number, and a warning where a rival stands above us."""
    judged: Judged[int] = factor.standing(party)
    state = marks.state(judged.value, judged.confirmed)
    drawn = cells(judged.given, state, x, y, ACCENT if party == US else MUTED)
    text = "?" if state == "unknown" else "–" if judged.given is None else str(judged.given)
    drawn.append(label(text, x + BEST * (CELL + 2) + 6, y + 5, 13, font_weight=600))
    ours = factor.standing(US).given
    if party != US and ours is not None and (judged.given or 0) > ours:
        drawn.append(ahead(x + BEST * (CELL + 2) + 28, y))
    return drawn


def cells(score: int | None, state: str, x: float, y: float, colour: str) -> list[Element]:
    """Five boxes, filled up to the score; only outlined while it is not confirmed, dashed while it is blank."""
    drawn = []
    for n in range(BEST):
        reached = score is not None and n < score
        firm = reached and state == "firm"
        drawn.append(
            el(
                "rect",
                x=x + n * (CELL + 2),
                y=y - CELL / 2,
                width=CELL,
                height=CELL,
                rx=2,
                fill=colour if firm else ACCENT_TINT if reached and colour == ACCENT else CARD,
                stroke=colour if reached else FAINT,
                stroke_dasharray="3 2" if (reached and not firm) or state == "blank" else None,
            )
        )
    return drawn


def ahead(x: float, y: float) -> Element:
    """A warning triangle: a rival stands above us."""
    return el("g", el("path", d=f"M{x} {y - 8}l9 15h-18z", fill=WARN),
              label("!", x, y + 5.5, 12, text_anchor="middle", font_weight=700, fill=CARD))  # fmt: skip


def signs(words: Says) -> list[tuple[Element, str]]:
    """What each sign means."""
    say = words.say
    box = [("confirmed", "firm"), ("open", "open"), ("unknown", "unknown"), ("blank", "blank")]
    found = []
    for key, state in box:
        group = el("g", *cells(1 if state in ("firm", "open") else None, state, 4, 13, ACCENT)[:1])
        if state == "unknown":
            group.append(label("?", 4 + CELL / 2, 17.5, 12, text_anchor="middle", fill=MUTED))
        found.append((group, say(f"boards.success-factors.legend.{key}")))
    found.append((ahead(13, 13), say("boards.success-factors.ahead")))
    found.append((el("circle", cx=13, cy=13, r=9, fill=ACCENT), say("boards.success-factors.legend.top")))
    return found
