"""M51: the table beside the radar: each skill before and after, the gain, and how somebody sees themselves."""

from collections.abc import Sequence

from sellkit.models.base import Judged
from sellkit.models.methods.skills import MOMENTS, Moment, SkillGrowth, SkillReview
from sellkit.views.pictures.method_parts import Part, said
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT,
    ACCENT_SOFT,
    CARD,
    FAINT,
    GOOD,
    INK,
    MUTED,
    WARN,
    Element,
    el,
    label,
    paragraph,
    wrap,
)  # fmt: skip

ROW, CELL = 44, 52
LOOK = {"before": MUTED, "after": ACCENT}


def mark(judged: Judged[str], moment: Moment, x: float, y: float, text: str = "", *, large: bool = False) -> Element:
    """A square for before, a disc for after: full if confirmed, dashed if not, with a question mark for "not known
    yet", faint and empty for a blank."""
    colour, known = LOOK[moment], judged.given is not None
    size = 12 if large else 7 if judged.value != "unknown" else 9
    look = {
        "fill": colour if judged.confirmed else CARD,
        "stroke": colour if known or judged.value == "unknown" else FAINT,
        "stroke_width": 1.8,
        "stroke_dasharray": "3 2.5" if known and not judged.confirmed else None,
    }
    if moment == "before":
        body = el("rect", x=x - size, y=y - size, width=2 * size, height=2 * size, rx=2, **look)
    else:
        body = el("circle", cx=x, cy=y, r=size + 1 if large else size, **look)
    shown = text if known else "?" if judged.value == "unknown" else ""
    ink = CARD if judged.confirmed else colour
    written = label(shown, x, y + 4.5, 13, text_anchor="middle", font_weight=700, fill=ink) if shown else None
    return el("g", body, written)


def skill_table(review: SkillReview, found: Sequence[SkillGrowth], words: Says, width: float) -> Part:
    """Skill by skill, group by group: before, after, the gain, and by how much somebody sees themselves above it."""
    by_skill = {skill.skill: skill for skill in found}
    columns = [width - CELL * n + CELL / 2 for n in (4, 3, 2, 1)]
    drawn: list[Element] = []
    for x, name in zip(columns, ("before", "after", "rise", "own"), strict=True):
        drawn.append(label(words.say(f"boards.skills.{name}"), x, 14, 12, text_anchor="middle", fill=MUTED))
    y, number = 26.0, 0
    for group in review.method.groups:
        drawn.append(el("rect", x=0, y=y, width=width, height=26, rx=4, fill=ACCENT_SOFT))
        drawn.append(label(wrap(said(group.name, words), width - 20, 13, 1)[0], 10, y + 18, 13, font_weight=700))
        y += 26
        for item in group.items:
            number += 1
            name = wrap(f"{number} {said(item.name, words)}", width - 4 * CELL - 16, 13, 2)
            drawn += paragraph(name, 10, y + ROW / 2 + 5 - 8 * (len(name) - 1), 13, 16)
            for x, moment in zip(columns, MOMENTS, strict=False):
                judged = review.at(moment).coach.get(item.id, Judged[str]())
                level = next((each for each in review.method.levels if each.id == judged.given), None)
                drawn.append(mark(judged, moment, x, y + ROW / 2, level.sign if level else "", large=True))
            skill = by_skill[item.id]
            drawn.append(_steps(skill.gain, columns[2], y, GOOD, WARN))
            drawn.append(_steps(skill.overconfident_after, columns[3], y, WARN, MUTED))
            y += ROW
            drawn.append(el("path", d=f"M0 {y:.1f}H{width:.1f}", stroke=FAINT))
    return Part(drawn, y)


def _steps(steps: int | None, x: float, y: float, up: str, down: str) -> Element:
    """A number of levels with its sign; a dash while it cannot be said."""
    text = "–" if steps is None else "0" if steps == 0 else f"{steps:+d}".replace("-", "−")
    colour = FAINT if steps is None else up if steps > 0 else down if steps < 0 else INK
    return label(text, x, y + ROW / 2 + 5, 15, text_anchor="middle", font_weight=700, fill=colour)
