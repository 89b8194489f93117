"""A ladder (M29 and every other) as a picture: outcomes met and open on each rung, the claimed stage and the proved."""

from typing import Any

from sellkit.models.base import Judged
from sellkit.models.methods.ladder import LadderSheet, Rung
from sellkit.views.pictures.method_parts import NARROW, Part, flow, heading, line, margin, note, plate, said, stacked
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT,
    ACCENT_SOFT,
    ACCENT_TINT,
    CARD,
    ERROR,
    FAINT,
    INK,
    LINE,
    MUTED,
    WARN,
    Element,
    document,
    el,
    label,
    paragraph,
    wrap,
)  # fmt: skip

RAIL = 52
_CHECK, _CROSS = "M4.5 9.5L8 13L14 5.5", "M5.5 5.5L13 13M13 5.5L5.5 13"


def ladder_svg(record: LadderSheet, words: Says, *, width: float = 1180) -> str:
    """The ladder as SVG text; `width` 390 suits a phone."""
    method = record.method
    rungs = [_rung(record, rung, words, width) for rung in reversed(method.rungs)]
    parts = [heading(method, words, width, _summary(record, words)), *rungs, _legend(words, width)]
    if any(rung.odds is not None for rung in method.rungs):
        parts.append(note(words.say("boards.ladder.odds-claim", source=said(method.source, words)), width))
    whole = stacked(parts)
    return document(whole.drawn, width, whole.height + 12, language=words.language, title=said(method.name, words))


def _summary(record: LadderSheet, words: Says) -> list[str]:
    if not record.claimed.known and not record.outcomes:
        return [words.say("boards.ladder.empty")]
    stage = said(record.stage.name, words) if record.stage else words.say("boards.ladder.none-yet")
    lines = [words.say("boards.ladder.stands", stage=stage)]
    if record.overstated:
        claimed = said(record.method.by_id[str(record.claimed.given)].name, words)
        lines = [words.say("boards.ladder.overstated", stage=stage, claimed=claimed, count=record.overstated)]
    if record.missing:
        lines.append(words.say("boards.ladder.missing", count=len(record.missing)))
    return lines


def _rung(record: LadderSheet, rung: Rung, words: Says, width: float) -> Part:
    left, method = margin(width) + RAIL, record.method
    wide = width - left - margin(width)
    about = 0.4 * wide if width >= NARROW else wide - 32  # outcomes stand beside it where there is room
    name = wrap(said(rung.name, words), about, 16, 2)
    inside = paragraph(name, left + 16, 28, 16, 21, font_weight=700)
    y = 28 + 21 * (len(name) - 1) + 8
    for text in (rung.customer, rung.mark):
        lines = wrap(said(text, words), about, 13, 4) if text else ()
        inside += paragraph(lines, left + 16, y + 12, 13, 18, fill=MUTED if text is rung.customer else INK)
        y += 18 * len(lines)
    plates, y = _plates(record, rung, words, left + 16, y + 8, about)
    if width >= NARROW:
        outcomes, bottom = _outcomes(record, rung, words, left + about + 48, 12, wide - about - 64)
    else:
        outcomes, bottom = _outcomes(record, rung, words, left + 16, y + 4, wide - 32)
    tall = max(y, bottom) + 6
    reached, height = method.height(record.stage.id) if record.stage else 0, method.height(rung.id)
    fill = ACCENT_TINT if height == reached else ACCENT_SOFT if height < reached else CARD
    edge, thick = (ACCENT, 2) if height == reached else (LINE, 1)
    card = el("rect", x=left, y=0, width=wide, height=tall, rx=10, fill=fill, stroke=edge, stroke_width=thick)
    rail = _rail(height, reached, margin(width) + 20, tall + 12, len(method.rungs))
    return Part([*rail, card, *inside, *plates, *outcomes], tall + 12)


def _rail(height: int, reached: int, x: float, bottom: float, top: int) -> list[Element]:
    """The way up: solid as far as it is proved."""
    done = height <= reached
    way = [] if height == 1 else [line(x, 40, x, bottom + 12, ACCENT if done else FAINT, 5 if done else 2)]
    if height < top:
        way.append(line(x, 0, x, 14, ACCENT if height < reached else FAINT, 5 if height < reached else 2))
    circle = el(
        "circle", cx=x, cy=26, r=15, fill=ACCENT if done else CARD, stroke=ACCENT if done else LINE, stroke_width=2
    )
    return [
        *way,
        circle,
        label(str(height), x, 31, 14, text_anchor="middle", font_weight=700, fill=CARD if done else MUTED),
    ]


def _plates(
    record: LadderSheet, rung: Rung, words: Says, x: float, y: float, wide: float
) -> tuple[list[Element], float]:
    tags: list[tuple[str, bool, str]] = []
    if record.stage and rung.id == record.stage.id:
        tags.append((words.say("boards.ladder.proved"), True, ACCENT))
    if rung.id == record.claimed.given:
        tags.append((words.say("boards.ladder.claimed"), False, WARN if record.overstated else ACCENT))
    if record.next and rung.id == record.next.id:
        tags.append((words.say("boards.ladder.next"), True, INK))
    if rung.odds is not None:
        tags.append((words.say("boards.ladder.odds", odds=f"{rung.odds:g}"), False, MUTED))
    drawn: list[Element] = []
    at = x
    for text, solid, colour in tags:
        made, broad = plate(text, at, y, solid=solid, colour=colour)
        if at > x and at + broad > x + wide:
            at, y = x, y + 28
            made, broad = plate(text, at, y, solid=solid, colour=colour)
        drawn.append(made)
        at += broad + 8
    return drawn, y + (30 if tags else 0)


def _outcomes(
    record: LadderSheet, rung: Rung, words: Says, x: float, y: float, wide: float
) -> tuple[list[Element], float]:
    drawn: list[Element] = []
    for outcome in rung.outcomes:
        lines = wrap(said(outcome.text, words), wide - 28, 13, 4)
        judged = record.outcomes.get(outcome.id, Judged[bool]())
        drawn += [tick(judged, x, y + 2), *paragraph(lines, x + 28, y + 16, 13, 18)]
        y += max(18 * len(lines) + 6, 25)
    return drawn, y


def tick(judged: Judged[Any], x: float, y: float) -> Element:
    """An outcome: check or cross, in a full or a dashed ring; a question mark; an empty ring."""
    firm = judged.confirmed
    colour = FAINT if judged.value is None else MUTED if not judged.known else ACCENT if judged.given else ERROR
    ring = el("circle", cx=9, cy=9, r=8.5, fill=colour if firm else CARD, stroke=colour, stroke_width=1.5,
              stroke_dasharray="3 2.2" if judged.known and not firm else None)  # fmt: skip
    inner = None
    if judged.value == "unknown":
        inner = label("?", 9, 13.5, 13, text_anchor="middle", font_weight=700, fill=MUTED)
    elif judged.known:
        inner = el(
            "path", d=_CHECK if judged.given else _CROSS, fill="none", stroke=CARD if firm else colour, stroke_width=2
        )
    return el("g", ring, inner, transform=f"translate({x:.1f} {y:.1f})")


def _legend(words: Says, width: float) -> Part:
    firm: dict[str, Any] = {"witness": "x", "confidence": "explicit"}
    samples = {
        "met": Judged[bool](value=True, **firm),
        "said": Judged[bool](value=True),
        "not-met": Judged[bool](value=False, **firm),
        "unknown": Judged[bool](value="unknown"),
        "open": Judged[bool](),
    }
    items = [(tick(judged, 6, 4), words.say(f"boards.ladder.{name}")) for name, judged in samples.items()]
    return flow(items, width, margin(width))
