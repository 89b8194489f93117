"""The account profile (M12) as a card: eight blocks with what is known, and how complete each of them is."""

from collections.abc import Callable, Mapping

from sellkit.models.account.profile import AccountProfile, Block
from sellkit.views.pictures.plan_parts import NARROW, Column, card, heading, legend
from sellkit.views.pictures.profile_blocks import Blocks
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT,
    CARD,
    FAINT,
    INK,
    MUTED,
    WARN,
    Element,
    document,
    el,
    label,
)  # fmt: skip

PAD, GAP, CELL_H = 18, 16, 12


def account_profile_svg(
    record: AccountProfile, words: Says, *, names: Mapping[str, str] | None = None, width: float = 1180
) -> str:
    """The card as SVG text: two columns of blocks, one on a phone. `names` are the people by id."""
    say = words.say
    narrow = width < NARROW
    margin = 16.0 if narrow else 32.0
    known, asked = sum(block.filled for block in record.blocks), sum(block.asked for block in record.blocks)
    under = [say("boards.account.sum", filled=known, asked=asked)] if known else [say("boards.account.empty")]
    if record.updated_on:
        under.append(say("boards.account.updated", on=record.updated_on.isoformat()))
    drawn, y = heading(say("boards.account.title"), under, width)
    blocks = Blocks(record, words, names or {})
    across = 1 if narrow else 2
    wide = (width - 2 * margin - (across - 1) * GAP) / across
    for at in range(0, len(record.blocks), across):
        columns = []
        for n, block in enumerate(record.blocks[at : at + across]):
            column = Column(margin + n * (wide + GAP) + PAD, y + PAD, wide - 2 * PAD)
            _block(column, block, words, blocks.fill(block.id))
            columns.append((column, block))
        height = max(column.y for column, _ in columns) + PAD - y
        for column, block in columns:
            ink = ACCENT if block.complete else INK if block.filled else FAINT
            drawn += [card(column.x - PAD, y, wide, height, stroke=ink), *column.drawn]
        y += height + GAP
    signs = [(_cell(1, 7, 24, kind), say(f"boards.account.{kind}")) for kind in ("known", "unknown", "blank")]
    drawn_legend, y = legend(signs, margin, y, width)
    return document([*drawn, *drawn_legend], width, y, language=words.language, title=say("boards.account.title"))


def _block(column: Column, block: Block, words: Says, fill: Callable[[Column], None]) -> None:
    """The name, how much of it is known as a number and as a row of cells, and what is known."""
    say = words.say
    none = not block.asked
    told = (
        say("boards.account.nothing") if none else say("boards.account.count", filled=block.filled, asked=block.asked)
    )
    colour = ACCENT if block.complete else WARN if block.filled else MUTED
    column.drawn.append(
        label(told, column.x + column.width, column.y + 16, 13, text_anchor="end", font_weight=600, fill=colour)
    )
    name = Column(column.x, column.y, column.width - 110)
    name.text(say(f"boards.account.block.{block.id}"), 16, most=2, font_weight=700)
    column.drawn += name.drawn
    column.y = name.y + 6
    if block.asked:
        kinds = ["known"] * block.filled + ["unknown"] * len(block.unknown) + ["blank"] * len(block.blank)
        step = column.width / len(kinds)
        inner = step - (3 if step > 6 else 0)
        column.drawn += [_cell(column.x + n * step, column.y, inner, kind) for n, kind in enumerate(kinds)]
        column.space(CELL_H + 4)
    fill(column)


def _cell(x: float, y: float, wide: float, kind: str) -> Element:
    """One answer: filled when it is known, dashed with a question mark's dot when not known yet, empty when blank."""
    if kind == "known":
        return el("rect", x=x, y=y, width=wide, height=CELL_H, rx=3, fill=ACCENT)
    ink = WARN if kind == "unknown" else FAINT
    box = el("rect", x=x, y=y, width=wide, height=CELL_H, rx=3, fill=CARD, stroke=ink,
             stroke_dasharray="4 3" if kind == "unknown" else None)  # fmt: skip
    if kind == "blank" or wide < 8:
        return box
    return el("g", box, el("circle", cx=x + wide / 2, cy=y + CELL_H / 2, r=2, fill=ink))
