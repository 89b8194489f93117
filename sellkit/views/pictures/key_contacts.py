"""Key contacts (M15) as a picture: the six posts, whom we know in each, and how many are still missing."""

from typing import Any, NamedTuple

from sellkit.models.account.key_contacts import KeyContact, KeyPeople, PostGap
from sellkit.models.text import HABITS
from sellkit.views.pictures.plan_parts import NARROW, Column, card, heading, legend, pill
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT,
    ACCENT_SOFT,
    CARD,
    ERROR,
    FAINT,
    INK,
    MUTED,
    WARN,
    Element,
    document,
    el,
    label,
    text_width,
    wrap,
)  # fmt: skip

SLOT, PLATE_W, PLATE_H, GAP = 24, 228, 46, 10
# How a person stands in a post: the ink of the frame, its dashes, its ground, and a sign for a print without colour.
LOOKS: dict[str, tuple[str, str | None, str, str]] = {
    "contacts": (ACCENT, None, ACCENT_SOFT, "✓"),
    "claimed": (INK, "5 3", CARD, "?"),
    "junior": (FAINT, None, CARD, "–"),
    "not_met": (ERROR, "2 3", CARD, "×"),
}


class Plate(NamedTuple):
    """One person in one post."""

    kind: str
    name: str
    title: str
    under: str


def key_contacts_svg(record: KeyPeople, words: Says, *, width: float = 1180) -> str:
    """The gap table as SVG text; `width` 390 suits a phone."""
    say, gaps = words.say, record.gaps()
    margin = 16.0 if width < NARROW else 32.0
    missing = sum(gap.missing for gap in gaps)
    operated = {None: "unknown", True: "yes", False: "no"}[record.operated.given]
    lines = [say(f"boards.key-contacts.standard.{operated}", needed=record.needed)]
    if record.contacts:
        lines.append(
            say("boards.key-contacts.sum", met=sum(not g.missing for g in gaps), of=len(gaps), missing=missing)
        )
    else:
        lines.append(say("boards.key-contacts.empty"))
    drawn, y = heading(say("boards.key-contacts.title"), lines, width)
    for gap in gaps:
        row, height = _post(record, gap, words, margin, y, width - 2 * margin)
        drawn += row
        y += height + GAP
    items = [(_sample(kind), say(f"boards.key-contacts.{kind.replace('_', '-')}")) for kind in LOOKS]
    signs, y = legend([(_slot(0, 1, filled=False), say("boards.key-contacts.missing")), *items], margin, y + 6, width)
    return document([*drawn, *signs], width, y, language=words.language, title=say("boards.key-contacts.title"))


def _post(record: KeyPeople, gap: PostGap, words: Says, x: float, y: float, wide: float) -> tuple[list[Element], float]:
    """One post: its name and slots, and beside them (below, on a phone) the people."""
    narrow = wide < NARROW
    head = Column(x + 20, y + (12 if narrow else 19), wide - 40 if narrow else 196)
    head.text(words.level("contact-post", gap.post), 16, most=2, font_weight=700)
    slots_x, slots_y = (x + 226, y + 18) if not narrow else (x + 20, head.y + 6)
    count = max(gap.needed, 1)
    slots = [_slot(slots_x + n * (SLOT + 6), slots_y, filled=n < len(gap.contacts)) for n in range(count)]
    told = (
        words.say("boards.key-contacts.lacks", count=gap.missing)
        if gap.missing
        else words.say("boards.key-contacts.met")
    )
    colour = ACCENT if not gap.missing else WARN if gap.contacts else ERROR
    slots.append(pill(told, slots_x + count * (SLOT + 6) + 8, slots_y + 12, ink=colour, anchor="start"))
    left, top = (x + 420, y + 12) if not narrow else (x + 20, slots_y + SLOT + 12)
    plates = [_plate(record, gap, kind, person, words) for kind in LOOKS for person in getattr(gap, kind)]
    room = x + wide - 14 - left
    across = max(1, round((room + GAP) / (PLATE_W + GAP)))
    across = min(across, max(2, len(plates)))  # few people have room for their titles
    broad = (room + GAP) / across - GAP
    drawn = [
        _drawn(plate, left + n % across * (broad + GAP), top + n // across * (PLATE_H + GAP), broad)
        for n, plate in enumerate(plates)
    ]
    if not plates:
        drawn.append(label(words.say("boards.key-contacts.nobody"), left, top + 22, 13, fill=MUTED))
    rows = max(1, -(-len(plates) // across))
    height = max(head.y + 14 - y, top - y + rows * (PLATE_H + GAP) + 2, 66)
    bar = el("rect", x=x, y=y + 8, width=5, height=height - 16, fill=colour)
    return [card(x, y, wide, height), bar, *head.drawn, *slots, *drawn], height


def _plate(record: KeyPeople, gap: PostGap, kind: str, person: str, words: Says) -> Plate:
    rows = [row for row in record.contacts if row.person == person and row.post.given == gap.post]
    row = next((row for row in rows if row.confirmed), rows[0])
    known = record.person(person)
    name, title = (known.label, known.title.strip()) if known else (person, "")
    return Plate(kind, name, title, " · ".join(_facts(row, words)))


def _facts(row: KeyContact, words: Says) -> list[str]:
    level = row.seniority.given
    known = words.level("seniority", level) if level else words.say("boards.key-contacts.level-open")
    colon = HABITS[words.language].colon
    return [known, *([words.say("boards.key-contacts.ours") + colon + row.ours.strip()] if row.ours.strip() else [])]


def _drawn(plate: Plate, x: float, y: float, wide: float) -> Element:
    ink, dashes, ground, sign = LOOKS[plate.kind]
    look: dict[str, Any] = {"fill": ground, "stroke": ink, "stroke_width": 1.5, "stroke_dasharray": dashes}
    name = "".join(wrap(plate.name, wide - 40, 13, 1))
    after = 30 + 1.06 * text_width(name, 13) + 8
    title = "".join(wrap(plate.title, wide - 10 - after, 12, 1)) if wide - after > 50 else ""
    return el(
        "g",
        el("rect", x=x, y=y, width=wide, height=PLATE_H, rx=7, **look),
        label(sign, x + 16, y + 28, 15, text_anchor="middle", font_weight=700, fill=MUTED if ink == FAINT else ink),
        label(name, x + 30, y + 20, 13, font_weight=600),
        label(title, x + after, y + 20, 12, fill=MUTED) if title else None,
        label("".join(wrap(plate.under, wide - 40, 12, 1)), x + 30, y + 37, 12, fill=MUTED),
    )


def _slot(x: float, y: float, *, filled: bool) -> Element:
    """A place to fill: solid with a tick, or empty and dashed."""
    if not filled:
        return el("rect", x=x, y=y, width=SLOT, height=SLOT, rx=5, fill=CARD, stroke=WARN, stroke_width=1.6,
                  stroke_dasharray="4 3")  # fmt: skip
    tick = el("path", d=f"M{x + 6:.1f} {y + 12:.1f}l4.5 5 8-9.5", fill="none", stroke=CARD, stroke_width=2.4)
    return el("g", el("rect", x=x, y=y, width=SLOT, height=SLOT, rx=5, fill=ACCENT), tick)


def _sample(kind: str) -> Element:
    ink, dashes, ground, sign = LOOKS[kind]
    box = el(
        "rect", x=1, y=2, width=24, height=22, rx=5, fill=ground, stroke=ink, stroke_width=1.5, stroke_dasharray=dashes
    )
    return el(
        "g", box, label(sign, 13, 18, 13, text_anchor="middle", font_weight=700, fill=MUTED if ink == FAINT else ink)
    )
