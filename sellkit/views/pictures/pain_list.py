"""The pain chain (M33) on a phone: one card below the other, and below each reason whose pain it is."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sellkit.models.pain.pain_chain import PainNode, PersonRef, Reason
from sellkit.models.text import HABITS
from sellkit.views.pictures.chain_parts import foot, ground, owner_sign
from sellkit.views.pictures.plan_parts import Column, card, heading
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import ACCENT, FAINT, INK, MUTED, Element, document, el, label

EDGE, PAD, GAP = 16.0, 14.0, 14.0


class Listed(NamedTuple):
    """Somebody on the chain, with the wording of their pain and of each reason."""

    person: PersonRef
    node: PainNode
    pain: str
    why: Mapping[str, str]


def pain_list_svg(
    chain: Sequence[Listed], parked: Sequence[str], names: Mapping[str, str], words: Says, width: float
) -> str:
    """The list as SVG text, from the top of the chain down. `parked` are the names of those who are not on it yet."""
    title = words.say("boards.chain.title")
    drawn, y = heading(title, (), width)
    if not chain:
        empty = Column(EDGE, y, width - 2 * EDGE)
        empty.text(words.say("boards.chain.empty-picture"), 14, most=6, fill=MUTED)
        drawn, y = [*drawn, *empty.drawn], empty.y + GAP
    felt: dict[str, list[str]] = {}
    for listed in chain:
        for reason in listed.node.reasons:
            if reason.passed_to is not None:
                felt.setdefault(reason.passed_to, []).append(names.get(listed.person.id, listed.person.id))
    for listed in chain:
        made, bottom = _card(listed, felt.get(listed.person.id, ()), names, words, y, width - 2 * EDGE)
        drawn += made
        y = bottom + GAP
    below, height = foot(words, parked, y + 4, width, EDGE, "boards.chain.passed-listed")
    return document([*drawn, *below], width, height, language=words.language, title=title)


def _card(
    listed: Listed, felt: Sequence[str], names: Mapping[str, str], words: Says, y: float, wide: float
) -> tuple[list[Element], float]:
    text = Column(EDGE + PAD, y + 8, wide - 2 * PAD)
    text.text(listed.person.label, 15, most=2, font_weight=600)
    text.text(listed.person.title, 12, most=2, fill=MUTED)
    if felt:
        who = HABITS[words.language].comma.join(dict.fromkeys(felt))
        text.text(words.say("boards.chain.felt-by", who=who), 12, most=3, gap=4, fill=ACCENT)
    text.space(8)
    top, pain = text.y, listed.node.pain
    text.text(listed.pain, 14, most=8, gap=7, font_weight=600, fill=INK if pain.known else MUTED)
    text.space(8)
    drawn = [ground(EDGE + 6, top, wide - 12, text.y - top, pain)]
    for reason in listed.node.reasons:
        text.space(10)
        if reason is not listed.node.reasons[0]:
            drawn.append(el("path", d=f"M{EDGE + PAD} {text.y - 3:.1f}h{wide - 2 * PAD}", stroke=FAINT, fill="none"))
        drawn.append(label("R", EDGE + PAD, text.y + 13, 12, fill=MUTED, font_weight=700))
        row = Column(EDGE + PAD + 22, text.y, text.width - 22)
        row.text(listed.why[reason.id], 13, most=6, fill=INK if reason.statement.known else MUTED)
        drawn.append(el("g", *owner_sign(reason), transform=f"translate({EDGE + PAD + 29:.1f} {row.y + 13:.1f})"))
        owner = Column(row.x + 22, row.y, row.width - 22)
        owner.text(_whose(reason, names, words), 12, most=2, gap=4, font_weight=600 if reason.owner.known else None,
                   fill=INK if reason.owner.known else MUTED)  # fmt: skip
        drawn += [*row.drawn, *owner.drawn]
        text.y = owner.y
    text.space(10)
    return [card(EDGE, y, wide, text.y - y), *drawn, *text.drawn], text.y


def _whose(reason: Reason, names: Mapping[str, str], words: Says) -> str:
    """Whose pain a reason is, in words."""
    if reason.is_leaf:
        return words.say("boards.chain.leaf-short")
    if reason.passed_to is not None:
        return words.say("boards.chain.owner-person", name=names.get(reason.passed_to, reason.passed_to))
    return words.say("boards.chain.whose-unknown" if reason.owner.value == "unknown" else "boards.chain.whose-blank")
