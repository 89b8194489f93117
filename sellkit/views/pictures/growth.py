"""The growth gap (M24) as a waterfall: from today's sales, source by source, to what is reached, and the rest."""

from typing import NamedTuple

from sellkit.models.portfolio.growth import GrowthPlan
from sellkit.views.pictures.money import money
from sellkit.views.pictures.plan_parts import NARROW, heading, legend
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT,
    ACCENT_TINT,
    CARD,
    ERROR,
    INK,
    LINE,
    PAPER,
    WARN,
    Element,
    document,
    el,
    label,
    paragraph,
    text_width,
    wrap,
)

BAR, ROW = 24, 40
# If the gap is a smaller part of the target than this, bars begin at a break, or no step could be seen.
SMALL_GAP = 0.5


class Bar(NamedTuple):
    """One row: its name, from where to where, how it looks, and the number beside it."""

    name: str
    start: float
    end: float
    look: str
    number: str
    whole: bool = False


def growth_svg(record: GrowthPlan, words: Says, *, width: float = 1180) -> str:
    """The waterfall as SVG text, a row for each step; the names stand above the bars where it is narrow."""
    title = words.say("boards.growth.title")
    head, y = heading(title, _summary(record, words), width)
    drawn = [_hatch(), *head]
    bars = _bars(record, words)
    if bars:
        rows, y = _rows(bars, y, width)
        drawn += rows
    signs, y = legend(_signs(words), 16 if width < NARROW else 32, y + 12, width)
    return document([*drawn, *signs], width, y, language=words.language, title=title)


def _summary(record: GrowthPlan, words: Says) -> list[str]:
    say = words.say
    if record.gap is None:
        return [say("boards.growth.empty")]
    if record.gap <= 0:
        return [say("boards.growth.no-gap")]
    sums = {name: money(getattr(record, name) or 0) for name in ("gap", "filled", "hoped", "uncovered")}
    unit = record.counted_in.strip()
    state = "boards.growth.filled-all" if not record.uncovered else "boards.growth.rest"
    lines = [say(state, **sums, unit=unit).rstrip()]
    if record.foreign():
        lines.append(say("boards.growth.foreign", count=len(record.foreign())))
    return lines


def _bars(record: GrowthPlan, words: Says) -> list[Bar]:
    if record.target is None or record.current is None:
        return []
    say = words.say
    bars = [Bar(say("boards.growth.current"), 0, record.current, "whole", money(record.current), whole=True)]
    at = record.current
    for step in record.steps():
        if step.filled:
            gain = step.filled > 0
            number = f"{'+' if gain else '−'}{money(abs(step.filled))}"
            look = "filled" if gain else "lost"
            bars.append(Bar(words.level("growth-sources", step.kind), at, at + step.filled, look, number))
            at += step.filled
    bars.append(Bar(say("boards.growth.reached"), 0, at, "whole", money(at), whole=True))
    hope = at
    for step in record.steps():
        if step.hoped:
            name = say("boards.growth.hope", source=words.level("growth-sources", step.kind))
            bars.append(Bar(name, hope, hope + step.hoped, "hoped", f"({money(step.hoped)})"))
            hope += step.hoped
    if record.uncovered:
        bars.append(Bar(say("boards.growth.uncovered"), at, record.target, "rest", money(record.uncovered)))
    return [*bars, Bar(say("boards.growth.target"), 0, record.target, "whole", money(record.target), whole=True)]


def _rows(bars: list[Bar], y: float, width: float) -> tuple[list[Element], float]:
    narrow = width < NARROW
    left = 16.0 if narrow else 32.0
    names = 0.0 if narrow else 250.0
    numbers = max(text_width(bar.number, 13) for bar in bars) + 14
    x, wide = left + names, width - 2 * left - names - numbers
    ends = [value for bar in bars for value in ((bar.end,) if bar.whole else (bar.start, bar.end))]
    low, high = min(ends), max(*ends, 1e-9)
    base = low - 0.35 * (high - low) if 0 < high - low < SMALL_GAP * high else min(0.0, low)
    scale = wide / ((high - base) or 1)
    drawn: list[Element] = []
    for n, bar in enumerate(bars):
        title = wrap(bar.name, wide + numbers if narrow else names - 16, 13, 2)
        if narrow:
            # A joint may run behind the name: the paper shows around the letters.
            halo = {"stroke": PAPER, "stroke_width": 4, "paint_order": "stroke"}
            drawn += paragraph(title, left, y + 14, 13, 17, font_weight=600 if bar.whole else 400, **halo)
            y += 17 * len(title) + 4
        else:
            middle = y + BAR / 2 + 5 - 8 * (len(title) - 1)
            drawn += paragraph(title, left, middle, 13, 17, font_weight=600 if bar.whole else 400)
        start = base if bar.whole else min(bar.start, bar.end)
        end = max(bar.start, bar.end) if not bar.whole else bar.end
        x1, x2 = x + (start - base) * scale, x + (end - base) * scale
        drawn.append(_bar(bar.look, x1, y, max(2.0, x2 - x1)))
        if bar.whole and base > 0:
            drawn += _break(x + 14, y)
        drawn.append(label(bar.number, x2 + 8, y + BAR / 2 + 5, 13, font_weight=600 if bar.whole else 400))
        step = ROW if not narrow else BAR + 12
        following = bars[n + 1] if n + 1 < len(bars) else None
        if following and (following.start == bar.end or following.end == bar.end):
            joint = x + (bar.end - base) * scale
            down = step - BAR + (21 if narrow else 0)
            drawn.insert(0, el("path", d=f"M{joint:.1f} {y + BAR:.1f}v{down}", stroke=LINE, stroke_dasharray="2 3"))
        y += step
    return drawn, y


def _bar(look: str, x: float, y: float, wide: float) -> Element:
    looks: dict[str, dict[str, object]] = {
        "whole": {"fill": INK},
        "filled": {"fill": ACCENT},
        "lost": {"fill": CARD, "stroke": WARN, "stroke_width": 2, "stroke_dasharray": "1 3"},
        "hoped": {"fill": "url(#hoped)", "stroke": ACCENT, "stroke_dasharray": "4 3"},
        "rest": {"fill": CARD, "stroke": ERROR, "stroke_width": 2},
    }
    return el("rect", x=x, y=y, width=wide, height=BAR, rx=3, **looks[look])


def _break(x: float, y: float) -> list[Element]:
    """Two slanting lines: the bar is longer than it is drawn."""
    return [el("path", d=f"M{x + n:.1f} {y + BAR + 2:.1f}l6 {-BAR - 4}", stroke=CARD, stroke_width=3) for n in (0, 7)]


def _hatch() -> Element:
    lines = el("path", d="M0 8L8 0", stroke=ACCENT, stroke_width=1.4)
    ground = el("rect", width=8, height=8, fill=ACCENT_TINT)
    return el("defs", el("pattern", ground, lines, id="hoped", width=8, height=8, patternUnits="userSpaceOnUse"))


def _signs(words: Says) -> list[tuple[Element, str]]:
    return [
        (el("g", _bar(look, 2, 1, 24)), words.say(f"boards.growth.sign.{look}"))
        for look in ("whole", "filled", "lost", "hoped", "rest")
    ]
