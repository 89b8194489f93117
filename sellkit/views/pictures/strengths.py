"""The strength matrix (M27): who of us is strong in what, the rivals beside us, and what each need makes of it."""

from functools import partial

from sellkit.models.base import Judged
from sellkit.models.portfolio.strengths import NeedStanding, Standing, StrengthMatrix
from sellkit.views.pictures import marks
from sellkit.views.pictures.card_rows import card_rows
from sellkit.views.pictures.plan_parts import NARROW, Column, card, heading, legend
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT,
    ACCENT_SOFT,
    CARD,
    ERROR,
    FAINT,
    GOOD,
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
)

NAMES, LEAST, ROW = 210, 84, 44
STANDINGS: dict[Standing, marks.Badge] = {
    "lead": marks.Badge("round", "+", colour=GOOD),
    "level": marks.Badge("round", "=", colour=WARN),
    "trail": marks.Badge("round", "−", colour=ERROR),
    "open": marks.Badge("round", "?", colour=MUTED),
}


def strength_matrix_svg(record: StrengthMatrix, words: Says, *, width: float = 1180) -> str:
    """The matrix as SVG text; where its columns would be too narrow, a card for each party instead."""
    title = words.say("boards.strengths.title")
    head, y = heading(title, _summary(record, words), width)
    drawn = list(head)
    left = 16.0 if width < NARROW else 32.0
    wide = width - 2 * left
    if record.strengths and (record.units or record.rivals):
        fits = width >= NARROW and (wide - NAMES) / len(record.strengths) >= LEAST
        made, y = (_matrix if fits else _cards)(record, words, left, y, wide)
        drawn += made
    if record.needs:
        drawn.append(label(words.say("boards.strengths.needs"), left, y + 20, 16, font_weight=700))
        y += 34
        fills = [partial(_need, record, found, words) for found in record.standings()]
        made, y = card_rows(fills, left, y, wide, across=1 if width < NARROW else 2)
        drawn += made
    signs, y = legend(_signs(words), left, y + 8, width)
    return document([*drawn, *signs], width, y, language=words.language, title=title)


def _summary(record: StrengthMatrix, words: Says) -> list[str]:
    if not (record.units and record.strengths):
        return [words.say("boards.strengths.empty")]
    standings = [found.standing for found in record.standings()]
    counts = {kind: standings.count(kind) for kind in STANDINGS}
    lines = [words.say("boards.strengths.counts", **{str(kind): count for kind, count in counts.items()})]
    if chosen := record.combination():
        lines.append(words.say("boards.strengths.combination", units=" + ".join(unit.label for unit in chosen)))
    return lines if standings else [words.say("boards.strengths.no-needs")]


def _matrix(record: StrengthMatrix, words: Says, left: float, y: float, wide: float) -> tuple[list[Element], float]:
    """Rows of units, then of rivals, under the names of the strengths."""
    step = (wide - NAMES) / len(record.strengths)
    heads = [wrap(each.label, step - 10, 12, 3) for each in record.strengths]
    tall = 16 * max(map(len, heads)) + 10
    drawn: list[Element] = []
    for n, lines in enumerate(heads):
        x = left + NAMES + (n + 0.5) * step
        drawn += paragraph(lines, x, y + tall - 16 * len(lines) + 4, 12, 16, text_anchor="middle", font_weight=600)
    y += tall
    winners = {unit.id for unit in record.combination()}
    levels = {cell.key: cell.level for cell in record.cells}
    for side, parties in (("ours", record.units), ("theirs", record.rivals)):
        if not parties:
            continue
        drawn.append(label(words.say(f"boards.strengths.{side}"), left, y + 18, 12, fill=MUTED, font_weight=600))
        y += 26
        top = y
        rows: list[Element] = []
        for party in parties:
            name = wrap(party.label, NAMES - 24, 13, 2)
            chosen = party.id in winners
            if chosen:
                rows.append(el("rect", x=left, y=y, width=wide, height=ROW, fill=ACCENT_SOFT))
            rows += paragraph(name, left + 12, y + ROW / 2 + 5 - 8 * (len(name) - 1), 13, 16,
                              font_weight=700 if chosen else 400)  # fmt: skip
            for n, strength in enumerate(record.strengths):
                rows += _level(
                    levels.get(f"{party.id}/{strength.id}"),
                    side == "ours",
                    left + NAMES + (n + 0.5) * step,
                    y + ROW / 2,
                )
            y += ROW
            if party is not parties[-1]:
                rows.append(el("path", d=f"M{left} {y}h{wide}", stroke=FAINT))
        ground = el("rect", x=left, y=top, width=wide, height=y - top, fill=CARD)
        drawn += [ground, *rows, el("rect", x=left, y=top, width=wide, height=y - top, fill="none", stroke=LINE)]
        y += 10
    return drawn, y


def _cards(record: StrengthMatrix, words: Says, left: float, y: float, wide: float) -> tuple[list[Element], float]:
    """A card for each party with whatever is marked on it."""
    drawn: list[Element] = []
    winners = {unit.id for unit in record.combination()}
    rivals = {rival.id for rival in record.rivals}
    levels = {cell.key: cell.level for cell in record.cells if cell.level.value is not None}
    for party in (*record.units, *record.rivals):
        column = Column(left + 14, y + 12, wide - 28)
        side = words.say("boards.strengths.theirs" if party.id in rivals else "boards.strengths.ours")
        column.text(party.label, 14, most=3, font_weight=700)
        column.text(side, 12, fill=MUTED)
        column.space(4)
        listed = [each for each in record.strengths if f"{party.id}/{each.id}" in levels]
        for strength in listed:
            cell = levels[f"{party.id}/{strength.id}"]
            column.drawn += _level(cell, party.id not in rivals, left + 36, column.y + 13)
            lines = wrap(strength.label, wide - 90, 13, 2)
            column.drawn += paragraph(lines, left + 68, column.y + 18, 13, 17)
            column.space(10 + 17 * len(lines))
        if not listed:
            column.text(words.say("boards.strengths.nothing"), 13, fill=MUTED)
        ground = ACCENT_SOFT if party.id in winners else CARD
        drawn += [card(left, y, wide, column.y + 10 - y, fill=ground), *column.drawn]
        y = column.y + 20
    return drawn, y


def _level(cell: Judged[int] | None, ours: bool, x: float, y: float) -> list[Element]:
    """The level as plus signs; a claim without evidence in a dashed box, what is not known as a question mark."""
    if cell is None or cell.value is None:
        return [label("·", x, y + 5, 16, text_anchor="middle", fill=FAINT)]
    if cell.given is None:
        return [label("?", x, y + 5, 15, text_anchor="middle", fill=MUTED, font_weight=700)]
    text = "+" * cell.given or "0"
    ink = (ACCENT if ours else INK) if cell.confirmed else MUTED
    drawn = [label(text, x, y + 6, 17, text_anchor="middle", font_weight=700, fill=ink)]
    if not cell.confirmed:
        drawn.append(el("rect", x=x - 22, y=y - 13, width=44, height=26, rx=4, fill="none", stroke=WARN,
                        stroke_dasharray="4 3"))  # fmt: skip
    return drawn


def _need(record: StrengthMatrix, found: NeedStanding, words: Says, column: Column) -> None:
    names = {each.id: each.label for each in (*record.strengths, *record.rivals)}
    inner = Column(column.x + 40, column.y, column.width - 40)
    inner.text(found.need.label, 14, most=3, font_weight=600)
    asked = " · ".join(names[each] for each in found.need.strengths) or words.say("boards.strengths.no-strength")
    inner.text(asked, 12, most=3, fill=MUTED)
    rival = names[found.rival] if found.rival else ""
    told = words.say("boards.strengths.against" if rival else "boards.strengths.alone", ours="+" * found.ours or "0",
                     theirs="+" * (found.theirs or 0) or "0", rival=rival)  # fmt: skip
    inner.text(words.say(f"boards.strengths.standing.{found.standing}", told=told), 13, most=3, gap=2)
    column.drawn += [marks.draw(STANDINGS[found.standing], "firm", column.x, column.y + 2), *inner.drawn]
    column.y = max(inner.y, column.y + 30)


def _signs(words: Says) -> list[tuple[Element, str]]:
    say = words.say
    dashed = el("rect", x=1, y=2, width=24, height=20, rx=4, fill="none", stroke=WARN, stroke_dasharray="4 3")
    plus = label("+++", 13, 19, 14, text_anchor="middle", font_weight=700, fill=ACCENT)
    winner = el("rect", x=1, y=2, width=24, height=20, fill=ACCENT_SOFT, stroke=ACCENT)
    return [
        (plus, say("boards.strengths.sign.level")),
        (dashed, say("boards.legend.open")),
        (label("?", 13, 18, 15, text_anchor="middle", fill=MUTED), say("boards.legend.unknown")),
        (label("·", 13, 18, 16, text_anchor="middle", fill=MUTED), say("boards.legend.blank")),
        (winner, say("boards.strengths.sign.winner")),
    ]
