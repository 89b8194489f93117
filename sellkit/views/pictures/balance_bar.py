"""The balance of power as a bar: each person's pull side by side, against us on the left, for us on the right."""

from sellkit.models.people.political_map import PoliticalMap, Pull
from sellkit.tables.places import signed
from sellkit.views.pictures.method_parts import NARROW, Part, margin
from sellkit.views.pictures.people_parts import SHADES
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import CARD, ERROR, GOOD, INK, MUTED, Element, el, label, text_width, wrap

TALL = 40
LIGHT = 16


def balance_bar(record: PoliticalMap, words: Says, width: float) -> Part:
    """The bar, the two sums, what they come to, and in outline what would come if every mark given held.

    The middle is where nobody outweighs the other: the bar of the heavier side reaches further.
    """
    balance = record.balance
    left = margin(width)
    middle, half = width / 2, (width - 2 * left) / 2
    given = [pull for pull in record.pulls if pull.pull]
    most = max(sum(p.pull for p in given if p.pull > 0), -sum(p.pull for p in given if p.pull < 0), 1)
    unit = half / most
    verdict = words.say("boards.political.majority" if balance.majority else "boards.political.no-majority")
    size = 15 if width >= NARROW else 13
    drawn: list[Element] = [
        label(words.say("boards.political.theirs", sum=balance.theirs), left, 18, size, font_weight=600, fill=ERROR),
        label(words.say("boards.political.ours", sum=balance.ours), width - left, 18, size, font_weight=600,
              fill=GOOD, text_anchor="end"),
    ]  # fmt: skip
    for direction in (-1, 1):
        side = [pull for pull in given if pull.pull * direction > 0]
        side.sort(key=lambda pull: (not pull.counted, -abs(pull.pull)))
        reach = 0.0
        for pull in side:
            long = abs(pull.pull) * unit
            x = middle + reach if direction > 0 else middle - reach - long
            drawn += _segment(record, pull, x, 30, long)
            reach += long
    drawn.append(el("path", d=f"M{middle:.1f} 24v{TALL + 12}", stroke=INK, stroke_width=2.5))
    told = words.say("boards.political.net", net=signed(balance.net), verdict=verdict)
    drawn.append(label(told, middle, 30 + TALL + 30, size, text_anchor="middle", font_weight=700))
    y = 30 + TALL + 38
    if balance.claimed != balance.net:
        claimed = words.say("boards.political.claimed", net=signed(balance.claimed))
        drawn.append(label(claimed, middle, y + 14, 12, text_anchor="middle", fill=MUTED))
        y += 20
    return Part(drawn, y + 14)


def _segment(record: PoliticalMap, pull: Pull, x: float, y: float, long: float) -> list[Element]:
    """One person's part of the bar; dashed and empty while it is not counted. Those against us are hatched."""
    ours = pull.pull > 0
    edge = GOOD if ours else ERROR
    fill = SHADES[2 if ours else -2] if pull.counted else CARD
    drawn = [
        el("rect", x=x, y=y, width=max(long, 1), height=TALL, fill=fill, stroke=edge, stroke_width=1.4,
           stroke_dasharray=None if pull.counted else "4 3")
    ]  # fmt: skip
    if not ours and pull.counted:  # told apart without colour
        drawn += [_stroke(x, y, long, at) for at in range(-TALL + 8, int(long), 8)]
    name = wrap(record.by_id[pull.person].label, long - 10, 12, 1) if long > LIGHT * 2.5 else ()
    number = signed(pull.pull)
    if name:
        drawn.append(label(name[0], x + long / 2, y + 17, 12, text_anchor="middle", font_weight=600))
    if long >= text_width(number, 12) + 4:
        drawn.append(label(number, x + long / 2, y + (32 if name else 25), 12, text_anchor="middle"))
    return drawn


def _stroke(x: float, y: float, long: float, at: float) -> Element:
    """One line of the hatching, which begins on the bottom edge or, for negative `at`, on the left one."""
    run = min(TALL + min(at, 0), long - max(at, 0))
    start = f"M{x + max(at, 0):.1f} {y + TALL + min(at, 0):.1f}"
    return el("path", d=f"{start}l{run:.1f} {-run:.1f}", stroke=ERROR, stroke_opacity=0.35)
