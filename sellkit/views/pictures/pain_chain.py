"""The pain chain (M33) as a picture: who feels what, why, and whose pain that is in turn."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sellkit.models.base import Judged
from sellkit.models.pain.pain_chain import PainChain, PainNode, PersonRef, Reason, Statement
from sellkit.views.pictures import routing
from sellkit.views.pictures.chain_layout import CHAIN_W, chain
from sellkit.views.pictures.chain_parts import foot, ground, owner_sign, wording
from sellkit.views.pictures.layout import HEAD_GAP, MARGIN, Box, Plan
from sellkit.views.pictures.pain_list import Listed, pain_list_svg
from sellkit.views.pictures.plan_parts import NARROW, heading
from sellkit.views.pictures.relationship_map import Says, arrow_head
from sellkit.views.pictures.style import ACCENT, CARD, INK, LINE, MUTED, Element, document, el, label, paragraph, wrap

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
    record: PainChain, words: Says, *, statements: Mapping[str, str] | None = None, columns: int = 4,
    width: float = 1180,
) -> str:  # fmt: skip
    """The chain as SVG text, with so many cards side by side; on a phone one below the other.

    ``statements`` are the texts of the exercise's bank by id, in the words' language.
    """
    bank = statements or {}
    people = {person.id: person for person in record.people}
    for node in record.nodes:
        people.setdefault(node.person, PersonRef(id=node.person))
    nodes = {node.person: node for node in record.nodes}
    owners = [(n.person, r.id, r.passed_to) for n in record.nodes for r in n.reasons if r.passed_to in people]
    shown = {person: nodes.get(person) for person in people}
    owned = {owner for _, _, owner in owners}
    on_board = [p for p, n in shown.items() if p in owned or (n and (n.pain.value is not None or n.reasons))]
    pains = {p: wording(n.pain if n else Judged[Statement](), bank, words, "boards.chain.no-pain")
             for p, n in shown.items()}  # fmt: skip
    why = {p: {r.id: wording(r.statement, bank, words, "boards.chain.no-reason") for r in n.reasons} if n else {}
           for p, n in shown.items()}  # fmt: skip
    cards = {person: measure(pains[person], why[person]) for person in on_board}
    if width < NARROW or not on_board:
        order = plan_chain([(p.id, p.reports_to) for p in people.values()], cards, owners, 1)[0].boxes
        listed = [Listed(people[p], nodes.get(p) or PainNode(person=p), pains[p], why[p]) for p in order]
        names = {person.id: person.label for person in people.values()}
        return pain_list_svg(listed, [names[p] for p in people if p not in on_board], names, words, width)
    plan, lines = plan_chain([(p.id, p.reports_to) for p in people.values()], cards, owners, columns)
    drawn: list[Element] = [
        el("path", d=routing.path(points), fill="none", stroke=ACCENT, stroke_width=1.8, marker_end="url(#arrow)")
        for points in lines.values()
    ]
    for person in on_board:
        node = nodes.get(person)
        drawn += _card(people[person], plan.boxes[person], cards[person], pains[person], why[person],
                       node.pain if node else Judged[Statement](), node.reasons if node else ())  # fmt: skip
    wide, title = max(plan.width, 640), words.say("boards.chain.title")
    head, top = heading(title, (), wide)
    below, height = foot(words, [people[p].label for p in people if p not in on_board], plan.height, wide, MARGIN)
    whole = el("g", *drawn, *below, transform=f"translate(0 {top - HEAD_GAP:.1f})")
    return document([arrow_head(ACCENT), *head, whole], wide, top - HEAD_GAP + height,
                    language=words.language, title=title)  # fmt: skip


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
    drawn.append(ground(box.x + 6, y, box.w - 12, tall, judged))
    drawn += paragraph(wrap(pain, PAIN_W, PAIN_SIZE, PAIN_MOST), box.x + 14, y + 21, PAIN_SIZE, PAIN_LINE,
                       font_weight=600, fill=INK if judged.known else MUTED)  # fmt: skip
    for reason in reasons:
        middle = box.y + card.ports[reason.id]
        first = middle - (card.reasons[reason.id] - 1) * REASON_LINE / 2 + 4.5
        drawn.append(label("R", box.x + 14, first, 12, fill=MUTED, font_weight=700))
        lines = wrap(why[reason.id], REASON_W, REASON_SIZE, REASON_MOST)
        drawn += paragraph(lines, box.x + 30, first, REASON_SIZE, REASON_LINE,
                           fill=INK if reason.statement.known else MUTED)  # fmt: skip
        drawn.append(el("g", *owner_sign(reason), transform=f"translate({box.right - 22:.1f} {middle:.1f})"))
    return drawn
