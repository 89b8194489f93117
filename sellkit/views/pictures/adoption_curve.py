"""The adoption curve (M04) with the people of a deal on it, and the chasm between visionary and pragmatist."""

from itertools import pairwise
from math import exp
from typing import get_args

from sellkit.models.people.stakeholder import Adaptability, People, Stakeholder
from sellkit.views.pictures import marks
from sellkit.views.pictures.method_parts import NARROW, Part, flow, margin, note, stacked
from sellkit.views.pictures.people_parts import in_a_row
from sellkit.views.pictures.plan_parts import heading
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT,
    ACCENT_SOFT,
    ACCENT_TINT,
    CARD,
    FAINT,
    INK,
    MUTED,
    PAPER,
    WARN,
    Element,
    document,
    el,
    label,
    paragraph,
    wrap,
)  # fmt: skip

KINDS: tuple[Adaptability, ...] = get_args(Adaptability)
# Where the curve is cut, in standard deviations from the mean, and the share in per cent that Rogers defines by it.
CUTS = (-3.0, -2.0, -1.0, 0.0, 1.0, 3.0)
SHARES = (2.5, 13.5, 34, 34, 16)
FILLS = (ACCENT, "#5ea8a0", ACCENT_TINT, ACCENT_SOFT, "#e9ebee")
CHASM = 2  # before this kind
TALL, CHIP, GAP = 150, 30, 5


def adoption_curve_svg(record: People, words: Says, *, width: float = 1180) -> str:
    """The curve as SVG text; below each part the people of that kind. For a phone (`width` 390) they are listed."""
    title = words.say("boards.adoption.title")
    people = {kind: [p for p in record.people if p.adaptability.given == kind] for kind in KINDS}
    unknown = [person for person in record.people if person.adaptability.given is None]
    under = [] if any(people.values()) else [words.say("boards.adoption.empty")]
    drawn, y = heading(title, under, width)
    parts = [Part(drawn, y), _curve(people, words, width)]
    parts.append(_beside(people, words, width) if width >= NARROW else _below(people, words, width))
    if unknown:
        names = in_a_row(unknown[:20], words) + (f" +{len(unknown) - 20}" if len(unknown) > 20 else "")
        parts.append(note(words.say("boards.adoption.unknown", count=len(unknown), names=names), width))
    parts += [
        note(words.say("boards.adoption.across"), width),
        note(words.say("boards.adoption.definition"), width),
        _legend(words, width),
    ]
    whole = stacked(parts)
    return document(whole.drawn, width, whole.height + 8, language=words.language, title=title)


def edges(width: float) -> tuple[float, ...]:
    """The x of each cut; a standard deviation is as wide everywhere, so the curve is the true one."""
    left, wide = margin(width), width - 2 * margin(width)
    return tuple(left + wide * (cut - CUTS[0]) / (CUTS[-1] - CUTS[0]) for cut in CUTS)


def _curve(people: dict[Adaptability, list[Stakeholder]], words: Says, width: float) -> Part:
    at = edges(width)
    half = 9 if width >= NARROW else 5  # of the chasm
    drawn: list[Element] = []
    for n, (kind, (start, end)) in enumerate(zip(KINDS, pairwise(CUTS), strict=True)):
        x1 = at[n] + (half if n == CHASM else 0)
        x2 = at[n + 1] - (half if n == CHASM - 1 else 0)
        top = [
            (x1 + (x2 - x1) * step / 24, TALL - 128 * exp(-((start + (end - start) * step / 24) ** 2) / 2))
            for step in range(25)
        ]
        shape = "".join(f"L{x:.1f} {y:.1f}" for x, y in top)
        drawn.append(el("path", d=f"M{x1:.1f} {TALL}{shape}L{x2:.1f} {TALL}z", fill=FILLS[n], stroke=INK))
        middle = (x1 + x2) / 2
        share = words.say("boards.adoption.share", share=f"{SHARES[n]:g}")
        letter = marks.BADGES["adaptability"][kind].text
        if width >= NARROW:
            name = wrap(words.level("adaptability", kind), x2 - x1 - 8, 13, 2)
            drawn += paragraph(name, middle, TALL + 22, 13, 16, text_anchor="middle", font_weight=700)
            drawn.append(label(share, middle, TALL + 40, 12, text_anchor="middle", fill=MUTED))
        else:
            drawn.append(label(letter, middle, TALL + 18, 14, text_anchor="middle", font_weight=700))
            drawn.append(label(share, middle, TALL + 36, 12, text_anchor="middle", fill=MUTED))
            if people[kind]:
                drawn.append(el("circle", cx=middle, cy=TALL - 16, r=12, fill=CARD, stroke=INK))
                drawn.append(label(str(len(people[kind])), middle, TALL - 11.5, 13, text_anchor="middle",
                                   font_weight=700))  # fmt: skip
    chasm = at[CHASM]
    zigzag = "".join(f"l{6 if n % 2 else -6} 14" for n in range(TALL // 14))
    drawn += [
        el(
            "path", d=f"M{chasm + 3:.1f} {TALL - 14 * (TALL // 14)}{zigzag}", fill="none", stroke=WARN, stroke_width=2.5
        ),
        label(words.say("boards.adoption.chasm"), chasm, -2, 13, text_anchor="middle", font_weight=700, fill=WARN),
    ]
    return Part(drawn, TALL + 56)


def _beside(people: dict[Adaptability, list[Stakeholder]], words: Says, width: float) -> Part:
    """A column of names below each part of the curve."""
    at = edges(width)
    drawn: list[Element] = []
    tall = 40.0
    for n, kind in enumerate(KINDS):
        x, wide = at[n] + 5, at[n + 1] - at[n] - 10
        for m, person in enumerate(people[kind]):
            drawn.append(_chip(person, x, m * (CHIP + GAP), min(wide, 240)))
        if not people[kind]:
            nobody = words.say("boards.adoption.nobody")
            drawn.append(label(nobody, x + wide / 2, 18, 12, text_anchor="middle", fill=MUTED))
        tall = max(tall, len(people[kind]) * (CHIP + GAP))
    return Part(drawn, tall + 14)


def _below(people: dict[Adaptability, list[Stakeholder]], words: Says, width: float) -> Part:
    """The kinds one below the other, each with its people."""
    left = margin(width)
    drawn: list[Element] = []
    y = 0.0
    for n, kind in enumerate(KINDS):
        if n == CHASM:
            drawn.append(el("path", d=f"M{left} {y + 4}H{width - left}", stroke=WARN, stroke_width=2))
            y += 10
        name = f"{marks.BADGES['adaptability'][kind].text}  {words.level('adaptability', kind)}"
        drawn.append(label(name, left, y + 18, 13, font_weight=700))
        y += 26
        for person in people[kind]:
            drawn.append(_chip(person, left, y, width - 2 * left))
            y += CHIP + GAP
        if not people[kind]:
            drawn.append(label(words.say("boards.adoption.nobody"), left, y + 12, 12, fill=MUTED))
            y += 22
        y += 6
    return Part(drawn, y + 8)


def _chip(person: Stakeholder, x: float, y: float, wide: float) -> Element:
    """The name with the attitude to us; dashed while the kind is not confirmed."""
    firm = person.adaptability.confirmed
    box = el("rect", width=wide, height=CHIP, rx=6, fill=CARD if firm else PAPER, stroke=INK if firm else MUTED,
             stroke_width=1.4, stroke_dasharray=None if firm else "4 3")  # fmt: skip
    attitude = marks.draw(*marks.badge("attitude", person.attitude.value, person.attitude.confirmed), 2, 2)
    name = paragraph(wrap(person.label, wide - 40, 13, 1), 34, 20, 13, 16, font_weight=600 if firm else 400)
    return el("g", box, attitude, *name, transform=f"translate({x:.1f} {y:.1f})")


def _legend(words: Says, width: float) -> Part:
    def box(dash: str | None) -> Element:
        return el("rect", x=1, y=4, width=26, height=18, rx=5, fill=CARD, stroke=MUTED if dash else INK,
                  stroke_width=1.4, stroke_dasharray=dash)  # fmt: skip

    items = [(box(None), words.say("boards.legend.firm")), (box("4 3"), words.say("boards.legend.open"))]
    items += [
        (marks.draw(badge, "firm", 0, 0), words.level("attitude", level))
        for level, badge in marks.BADGES["attitude"].items()
    ]
    items.append((marks.draw(marks.Badge("diamond", colour=FAINT), "blank", 0, 0), words.say("boards.legend.blank")))
    return flow(items, width, margin(width))
