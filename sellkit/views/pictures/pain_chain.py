"""The pain chain (M33) as a picture: who feels what, why, and whose pain that is in turn."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sellkit.models.base import Judged
from sellkit.models.pain.pain_chain import PainChain, PersonRef, Reason, Statement
from sellkit.models.text import HABITS
from sellkit.views.pictures import routing
from sellkit.views.pictures.layout import CHAIN_W, MARGIN, Box, Plan, chain
from sellkit.views.pictures.relationship_map import Says, arrow_head
from sellkit.views.pictures.style import (
    ACCENT,
    ACCENT_SOFT,
    CARD,
    FAINT,
    INK,
    LINE,
    MUTED,
    Element,
    document,
    el,
    label,
    paragraph,
    text_width,
    wrap,
)  # fmt: skip

# The board's style sheet uses the same numbers, so that a line meets its reason in the browser too.
HEAD, PAIN_SIZE, PAIN_LINE, REASON_SIZE, REASON_LINE = 58, 14, 21, 13, 19
PAIN_PAD, REASON_PAD, FOOT = 16, 12, 10
PAIN_W, REASON_W = CHAIN_W - 32, CHAIN_W - 76
PAIN_MOST, REASON_MOST = 4, 3


@dataclass(frozen=True)
class Measured:
    """One card's height, the lines of its pain and reasons, and how far down each reason's handle sits."""

    height: float
    pain: int
    reasons: dict[str, int] = field(default_factory=dict)
    ports: dict[str, float] = field(default_factory=dict)


def measure(pain: str, reasons: Mapping[str, str]) -> Measured:
    pain_lines = max(1, len(wrap(pain, PAIN_W, PAIN_SIZE, PAIN_MOST)))
    at = float(HEAD + PAIN_PAD + pain_lines * PAIN_LINE)
    lines, ports = {}, {}
    for reason, text in reasons.items():
        lines[reason] = max(1, len(wrap(text, REASON_W, REASON_SIZE, REASON_MOST)))
        tall = REASON_PAD + lines[reason] * REASON_LINE
        ports[reason] = at + tall / 2
        at += tall
    return Measured(at + FOOT, pain_lines, lines, ports)


def plan_chain(
    people: Iterable[tuple[str, str | None]], cards: Mapping[str, Measured], owners: Sequence[tuple[str, str, str]],
    columns: int = 4,
) -> tuple[Plan, dict[tuple[str, str], list[routing.Point]]]:  # fmt: skip
    """Where the cards stand, and the lines from (person, reason) to the owner."""
    edges = [(person, owner) for person, _, owner in owners]
    plan = chain(people, edges, {person: card.height for person, card in cards.items()}, columns)
    ports = [(p, r, o, cards[p].ports[r]) for p, r, o in owners if p in cards and r in cards[p].ports]
    return plan, routing.causes(plan, ports)


def pain_chain_svg(
    record: PainChain, words: Says, *, statements: Mapping[str, str] | None = None, columns: int = 4
) -> str:
    """The chain as SVG text. ``statements`` are the texts of the exercise's bank by id, in the words' language."""
    bank = statements or {}
    people = {person.id: person for person in record.people}
    for node in record.nodes:
        people.setdefault(node.person, PersonRef(id=node.person))
    nodes = {node.person: node for node in record.nodes}
    owners = [(n.person, r.id, r.passed_to) for n in record.nodes for r in n.reasons if r.passed_to in people]
    shown = {person: nodes.get(person) for person in people}
    owned = {owner for _, _, owner in owners}
    on_board = [p for p, n in shown.items() if p in owned or (n and (n.pain.value is not None or n.reasons))]
    pains = {p: _text(n.pain if n else Judged[Statement](), bank, words, "boards.chain.no-pain")
             for p, n in shown.items()}  # fmt: skip
    why = {p: {r.id: _text(r.statement, bank, words, "boards.chain.no-reason") for r in n.reasons} if n else {}
           for p, n in shown.items()}  # fmt: skip
    cards = {person: measure(pains[person], why[person]) for person in on_board}
    plan, lines = plan_chain([(p.id, p.reports_to) for p in people.values()], cards, owners, columns)
    drawn = [arrow_head(ACCENT)]
    drawn += [
        el("path", d=routing.path(points), fill="none", stroke=ACCENT, stroke_width=1.8, marker_end="url(#arrow)")
        for points in lines.values()
    ]
    for person in on_board:
        node = nodes.get(person)
        drawn += _card(people[person], plan.boxes[person], cards[person], pains[person], why[person],
                       node.pain if node else Judged[Statement](), node.reasons if node else ())  # fmt: skip
    foot, height = _foot(words, [people[p].label for p in people if p not in on_board], plan)
    return document([*drawn, *foot], max(plan.width, 640), plan.height + height,
                    language=words.language, title=words.say("boards.chain.title"))  # fmt: skip


def _text(judged: Judged[Statement], bank: Mapping[str, str], words: Says, blank: str) -> str:
    if judged.value == "unknown":
        return words.say("boards.chain.unknown")
    if judged.given is None:
        return words.say(blank)
    return bank.get(judged.given.bank, judged.given.bank) if judged.given.bank else judged.given.text


def _card(
    person: PersonRef, box: Box, card: Measured, pain: str, why: Mapping[str, str], judged: Judged[Any],
    reasons: Sequence[Reason],
) -> list[Element]:  # fmt: skip
    drawn = [
        el("rect", x=box.x, y=box.y, width=box.w, height=box.h, rx=10, fill=CARD, stroke=LINE),
        *paragraph(wrap(person.label, box.w - 28, 15, 1), box.x + 14, box.y + 25, 15, 18, font_weight=600),
        *paragraph(wrap(person.title, box.w - 28, 12, 1), box.x + 14, box.y + 44, 12, 16, fill=MUTED),
    ]
    y, tall = box.y + HEAD, card.pain * PAIN_LINE + PAIN_PAD - 4
    drawn.append(_ground(box.x + 6, y, box.w - 12, tall, judged))
    drawn += paragraph(wrap(pain, PAIN_W, PAIN_SIZE, PAIN_MOST), box.x + 14, y + 21, PAIN_SIZE, PAIN_LINE,
                       font_weight=600, fill=INK if judged.known else MUTED)  # fmt: skip
    for reason in reasons:
        middle = box.y + card.ports[reason.id]
        first = middle - (card.reasons[reason.id] - 1) * REASON_LINE / 2 + 4.5
        drawn.append(label("R", box.x + 14, first, 11, fill=MUTED, font_weight=700))
        lines = wrap(why[reason.id], REASON_W, REASON_SIZE, REASON_MOST)
        drawn += paragraph(lines, box.x + 30, first, REASON_SIZE, REASON_LINE,
                           fill=INK if reason.statement.known else MUTED)  # fmt: skip
        drawn.append(el("g", *_owner(reason), transform=f"translate({box.right - 22:.1f} {middle:.1f})"))
    return drawn


def _ground(x: float, y: float, width: float, height: float, judged: Judged[Any]) -> Element:
    """The pain's own ground: filled when confirmed, dashed while it is not, an empty outline while it is blank."""
    dashed = "4 3" if judged.known and not judged.confirmed else None
    return el("rect", x=x, y=y, width=width, height=height, rx=7, fill=ACCENT_SOFT if judged.confirmed else CARD,
              stroke=ACCENT if judged.known else FAINT, stroke_dasharray=dashed)  # fmt: skip


def _owner(reason: Reason) -> list[Element]:
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


def _foot(words: Says, parked: Sequence[str], plan: Plan) -> tuple[list[Element], float]:
    drawn: list[Element] = []
    width = max(plan.width, 640)
    y = plan.height
    if parked:
        line = words.say("boards.chain.parked", people=HABITS[words.language].comma.join(parked))
        rows = wrap(line, width - 2 * MARGIN, 13, 4)
        drawn += paragraph(rows, MARGIN, y + 8, 13, 20, fill=MUTED)
        y += 20 * len(rows) + 12
    x = float(MARGIN)
    signs = [
        (el("circle", cx=8, cy=9, r=6, fill=ACCENT), "boards.legend.passed"),
        (el("rect", x=1, y=2, width=14, height=14, rx=2, fill=INK), "boards.legend.leaf"),
        (label("?", 8, 14, 14, text_anchor="middle", font_weight=700, fill=MUTED), "boards.legend.unknown"),
        (el("rect", x=0, y=2, width=16, height=14, rx=3, fill=CARD, stroke=ACCENT, stroke_dasharray="4 3"),
         "boards.legend.open"),
    ]  # fmt: skip
    for sign, key in signs:
        text = words.say(key)
        if x + 24 + text_width(text, 12) > width - 24 and x > MARGIN:
            x, y = float(MARGIN), y + 28
        drawn.append(el("g", sign, transform=f"translate({x:.1f} {y:.1f})"))
        drawn.append(label(text, x + 24, y + 14, 12))
        x += 48 + text_width(text, 12)
    return drawn, y + 44 - plan.height
