"""M51: somebody's skills before and after a course: a radar, and beside it the gain and how they see themselves."""

from collections.abc import Sequence
from math import cos, pi, sin

from sellkit.models.base import Judged
from sellkit.models.methods.skills import MOMENTS, Moment, SkillGrowth, SkillReview, growth
from sellkit.views.pictures.method_parts import NARROW, Part, flow, margin, note, said, stacked
from sellkit.views.pictures.plan_parts import heading, shape
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.skill_table import LOOK, mark, skill_table
from sellkit.views.pictures.style import (
    ACCENT_TINT,
    CARD,
    FAINT,
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

INNER = 0.14  # how far out the lowest level lies: seen and low must not look like not seen
SPOKES = 3  # fewer make no radar
Spot = tuple[float, float]


def skill_radar_svg(review: SkillReview, words: Says, *, width: float = 1180) -> str:
    """The review as SVG text. Only what the coach has confirmed is joined; a skill that was not judged breaks off."""
    say = words.say
    title = say("boards.skills.title", name=review.person) if review.person.strip() else say("boards.skills.untitled")
    found = growth(review)
    drawn, y = heading(title, [_amounts_to(found, words)], width)
    parts = [Part(drawn, y - 8)]
    wide = width >= 900
    room = 560.0 if wide else width
    radar = _radar(review, words, room) if len(review.method.items) >= SPOKES else Part([], 0)
    table = skill_table(review, found, words, width - room - margin(width) if wide else width - 2 * margin(width))
    if wide:
        moved = el("g", *table.drawn, transform=f"translate({room:.0f} 24)")
        parts.append(Part([*radar.drawn, moved], max(radar.height, table.height + 24)))
    else:
        moved = el("g", *table.drawn, transform=f"translate({margin(width):.0f} 0)")
        parts += [radar, Part([moved], table.height + 8)]
    parts += [_legend(review, words, width), note(say("boards.skills.note"), width)]
    whole = stacked(parts)
    return document(whole.drawn, width, whole.height + 8, language=words.language, title=title)


def _amounts_to(found: Sequence[SkillGrowth], words: Says) -> str:
    gains = [skill.gain for skill in found if skill.gain is not None]
    if not gains:
        return words.say("boards.skills.empty")
    above = sum((skill.overconfident_after or 0) > 0 for skill in found)
    mean = f"{sum(gains) / len(gains):+.1f}".replace("-", "−")
    return words.say("boards.skills.gain", gain=mean, count=len(gains), of=len(found), above=above)


def _radar(review: SkillReview, words: Says, width: float) -> Part:
    items = list(review.method.items.values())
    radius = min(width * 0.29, 190)
    x, y = width / 2, radius + 62
    most = review.method.most or 1

    def spot(n: int, far: float) -> Spot:
        angle = 2 * pi * n / len(items) - pi / 2
        return x + radius * far * cos(angle), y + radius * far * sin(angle)

    def out(value: int) -> float:
        return INNER + (1 - INNER) * value / most

    values = [review.method.value(level.id) for level in review.method.levels]
    drawn = [
        el("path", d=_path([spot(n, out(value)) for n in range(len(items))], closed=True), fill="none",
           stroke=LINE if value == most else FAINT)
        for value in values
    ]  # fmt: skip
    for n, item in enumerate(items):
        seen = any(review.coach(moment, item.id) is not None for moment in MOMENTS)
        drawn.append(el("path", d=_path([(x, y), spot(n, 1.0 if seen else INNER)]), stroke=FAINT))
    levels = {m: [review.coach(m, item.id) for item in items] for m in MOMENTS}
    spots = {m: [None if v is None else spot(n, out(v)) for n, v in enumerate(levels[m])] for m in MOMENTS}
    drawn += _joined(spots["after"], (x, y), "after") + _joined(spots["before"], (x, y), "before")
    for level, value in zip(review.method.levels, values, strict=True):
        at = spot(0, out(value))
        drawn.append(label(level.sign, at[0] - 12, at[1] + 4, 12, text_anchor="end", fill=MUTED))
    for n, item in enumerate(items):
        same = levels["before"][n] == levels["after"][n]
        for moment in MOMENTS:
            judged = review.at(moment).coach.get(item.id, Judged[str]())
            nudge = 0.0 if not same or levels[moment][n] is None else -5.0 if moment == "before" else 5.0
            far = out(review.method.value(judged.given)) if judged.given is not None else _aside(moment)
            at = spot(n, far)
            drawn.append(mark(judged, moment, at[0] + nudge, at[1]))
        own = review.own("after", item.id)
        if own is not None and own != levels["after"][n]:
            at = spot(n, out(own))
            drawn.append(shape("diamond", at[0], at[1], 6, fill=CARD, stroke=WARN, stroke_width=2))
        drawn += _name(f"{n + 1} {said(item.name, words)}", spot(n, 1.14), x, width)
    return Part(drawn, y + radius + 54)


def _aside(moment: Moment) -> float:
    """Where the sign of a missing mark stands on its spoke: near the rim, away from any low level."""
    return 0.72 if moment == "before" else 0.94


def _joined(spots: Sequence[Spot | None], middle: Spot, moment: Moment) -> list[Element]:
    """Lines between neighbours that are both known."""
    drawn: list[Element] = []
    for n, here in enumerate(spots):
        beside = spots[(n + 1) % len(spots)]
        if here is None or beside is None:
            continue
        if moment == "after":
            drawn.append(el("path", d=_path([middle, here, beside], closed=True), fill=ACCENT_TINT, fill_opacity=0.6))
        dashes = "6 4" if moment == "before" else None
        drawn.append(
            el("path", d=_path([here, beside]), stroke=LOOK[moment], stroke_width=2.2, stroke_dasharray=dashes)
        )
    return drawn


def _name(text: str, at: Spot, middle: float, width: float) -> list[Element]:
    x, y = at
    anchor = "middle" if abs(x - middle) < 12 else "start" if x > middle else "end"
    room = (150 if anchor == "middle" else width - x if anchor == "start" else x) - 6
    lines = wrap(text, room, 12, 3)
    top = y - 15 * (len(lines) - 1) if anchor == "middle" and y < width / 2 else y
    return paragraph(lines, x, top + 4, 12, 15, text_anchor=anchor, font_weight=600)


def _path(spots: Sequence[Spot], *, closed: bool = False) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in spots) + ("z" if closed else "")


def _legend(review: SkillReview, words: Says, width: float) -> Part:
    firm = Judged[str](value="x", witness="x", confidence="explicit")
    items = [
        (mark(firm, "before", 16, 13), words.say("boards.skills.legend.before")),
        (mark(firm, "after", 16, 13), words.say("boards.skills.legend.after")),
        (shape("diamond", 16, 13, 6, fill=CARD, stroke=WARN, stroke_width=2), words.say("boards.skills.legend.own")),
        (mark(Judged[str](value="x"), "after", 16, 13), words.say("boards.legend.open")),
        (mark(Judged[str](value="unknown"), "after", 16, 13), words.say("boards.legend.unknown")),
        (mark(Judged[str](), "after", 16, 13), words.say("boards.legend.blank")),
    ]
    signs = [
        (label(level.sign, 16, 18, 13, text_anchor="middle", font_weight=700, fill=MUTED), said(level.name, words))
        for level in review.method.levels
    ]
    return flow([*items, *signs], width, 16 if width < NARROW else 36)
