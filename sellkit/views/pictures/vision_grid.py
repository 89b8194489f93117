"""The vision grid (M35) as a picture: nine blocks with what was asked in each, and the way that the talk took."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from sellkit.models.pain.conversation import BLOCKS, Block, Conversation, Turn
from sellkit.models.pain.prompter import Prompter
from sellkit.views.pictures.prompter import COLUMNS, reads
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT,
    ACCENT_SOFT,
    ACCENT_TINT,
    CARD,
    ERROR,
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

MARGIN, GAP, PAD, PHONE = 32, 16, 14, 700
CHIP_W, CHIP_H = 58, 28
PART = dict(zip("RIC", COLUMNS, strict=True))


class Explains(Says, Protocol):
    def scale(self, scale: str) -> list[dict[str, Any]]: ...


class Cell(NamedTuple):
    """One block laid out: its lines of text, the prompter's lines with whether they were taken up, its turns."""

    block: Block
    asked: bool
    passed_over: bool
    hint: tuple[str, ...]
    lines: tuple[tuple[bool, tuple[str, ...]], ...]
    turns: tuple[int, ...]
    height: float


def vision_grid_svg(
    record: Conversation, words: Explains, *, prompter: Prompter | None = None, names: Mapping[str, str] | None = None,
    statements: Mapping[str, str] | None = None, width: float = 1180,
) -> str:  # fmt: skip
    """The grid as SVG text, with a prompter laid into its control row if there is one."""
    narrow = width < PHONE
    margin = 14 if narrow else MARGIN
    wide = width - 2 * margin if narrow else (width - 2 * margin - 2 * GAP) / 3
    explained = {level["id"]: level for level in words.scale("vision-blocks")}
    texts = _texts(prompter, words, names or {}, statements or {})
    cells = {block: _cell(record, block, explained[block]["texts"]["ask"], texts, prompter, wide) for block in BLOCKS}
    drawn = [label(words.say("boards.vision.title"), margin, 34, 20, font_weight=700)]
    rows = wrap(words.say(f"boards.vision.{record.kind}"), width - 2 * margin, 13, 3)
    drawn += paragraph(rows, margin, 58, 13, 19, fill=MUTED)
    y = 58 + 19 * len(rows) + 8
    if narrow:
        for block, cell in cells.items():
            drawn += _draw(cell, explained[block]["name"], margin, y, wide, cell.height, record, words)
            y += cell.height + (GAP if block.endswith("3") else 6)
    else:
        for row in "123":
            tall = max(cells[block].height for block in BLOCKS if block[1] == row)
            for n in range(3):
                block = BLOCKS[3 * n + int(row) - 1]
                x = margin + n * (wide + GAP)
                drawn += _draw(cells[block], explained[block]["name"], x, y, wide, tall, record, words)
            y += tall + GAP
    way, tall = _way(record, words, margin, y, width - 2 * margin)
    return document([*drawn, *way], width, y + tall, language=words.language, title=words.say("boards.vision.title"))


def _texts(
    prompter: Prompter | None, words: Says, names: Mapping[str, str], statements: Mapping[str, str]
) -> dict[str, dict[str, str]]:
    lines = prompter.lines if prompter else ()
    return {line.id: reads(line, words, names, statements) for line in lines}


def _cell(
    record: Conversation, block: Block, hint: str, texts: Mapping[str, Mapping[str, str]], prompter: Prompter | None,
    wide: float,
) -> Cell:  # fmt: skip
    covered = record.covered(prompter)[block[0]] if prompter else frozenset()
    shown = texts.items() if block[1] == "2" else ()
    lines = tuple(
        (line in covered, wrap(parts[PART[block[0]]], wide - 2 * PAD - 24, 13, 4))
        for line, parts in shown
        if parts[PART[block[0]]]
    )
    hints = wrap(hint, wide - 2 * PAD, 12, 3)
    turns = tuple(n for n, turn in enumerate(record.turns, 1) if turn.block == block)
    chips = _rows(len(turns), wide - 2 * PAD)
    height = 44 + 17 * len(hints) + sum(10 + 18 * len(text) for _, text in lines) + 34 * chips + PAD
    return Cell(block, block in record.asked, block in record.skipped, hints, lines, turns, max(height, 96))


def _draw(
    cell: Cell, name: str, x: float, y: float, wide: float, tall: float, record: Conversation, words: Says
) -> list[Element]:
    dash = "3 4" if not cell.asked else None
    drawn = [
        el("rect", x=x, y=y, width=wide, height=tall, rx=10, fill=CARD, stroke=ACCENT if cell.asked else FAINT,
           stroke_width=1.6 if cell.asked else 1.2, stroke_dasharray=dash),
        el("rect", x=x + PAD, y=y + 12, width=34, height=22, rx=6, fill=ACCENT if cell.asked else CARD,
           stroke=ACCENT if cell.asked else LINE),
        label(cell.block, x + PAD + 17, y + 28, 13, text_anchor="middle", font_weight=700,
              fill=CARD if cell.asked else MUTED),
        label(name, x + PAD + 44, y + 28, 14, font_weight=600, fill=INK if cell.asked else MUTED),
    ]  # fmt: skip
    if cell.passed_over:
        missed = words.say("boards.vision.passed-over")
        drawn.append(label(missed, x + wide - PAD, y + 28, 12, text_anchor="end", fill=ERROR, font_weight=600))
    drawn += paragraph(cell.hint, x + PAD, y + 54, 12, 17, fill=MUTED)
    at = y + 54 + 17 * len(cell.hint)
    for covered, text in cell.lines:
        drawn += _tick(x + PAD + 8, at + 4, covered)
        drawn += paragraph(text, x + PAD + 24, at + 8, 13, 18, fill=INK)
        at += 10 + 18 * len(text)
    per_row = max(1, int((wide - 2 * PAD) // 36))
    bad = {turn.id for turn in (*record.jumps, *record.solutions_early)}
    for place, n in enumerate(cell.turns):
        cx, cy = x + PAD + 15 + 36 * (place % per_row), at + 10 + 34 * (place // per_row)
        jumped = record.turns[n - 1].id in bad
        drawn.append(el("circle", cx=cx, cy=cy, r=14, fill=CARD if jumped else ACCENT_TINT,
                        stroke=ERROR if jumped else ACCENT, stroke_dasharray="3 2" if jumped else None,
                        stroke_width=1.6))  # fmt: skip
        drawn.append(label(str(n), cx, cy + 4.5, 12, text_anchor="middle", font_weight=600))
    return drawn


def _way(record: Conversation, words: Says, x: float, y: float, wide: float) -> tuple[list[Element], float]:
    """The turns in their order, with a legend; a sentence instead while there are none."""
    drawn = [label(words.say("boards.vision.way"), x, y + 18, 14, font_weight=600)]
    if not record.turns:
        rows = wrap(words.say("boards.vision.empty"), wide, 13, 4)
        return [*drawn, *paragraph(rows, x, y + 42, 13, 19, fill=MUTED)], 60 + 19 * len(rows)
    jumps, early = ({turn.id for turn in turns} for turns in (record.jumps, record.solutions_early))
    per_row = max(1, int((wide + 16) // (CHIP_W + 16)))
    for n, turn in enumerate(record.turns):
        cx, cy = x + (CHIP_W + 16) * (n % per_row), y + 34 + (CHIP_H + 22) * (n // per_row)
        drawn += _chip(turn, n + 1, cx, cy, jumped=turn.id in jumps, early=turn.id in early, words=words)
        if n + 1 < len(record.turns) and (n + 1) % per_row:
            arrow = f"M{cx + CHIP_W + 3:.1f} {cy + 14:.1f}h8m-4 -4l4 4l-4 4"
            drawn.append(el("path", d=arrow, fill="none", stroke=LINE, stroke_width=1.5))
    tall = 34 + (CHIP_H + 22) * ((len(record.turns) - 1) // per_row + 1)
    at, top = x, y + tall + 6
    for look, key in (("", "in-time"), ("jump", "jumped"), ("early", "early")):
        text = words.say(f"boards.vision.{key}")
        if at > x and at + 34 + text_width(text, 12) > x + wide:
            at, top = x, top + 26
        drawn.append(_frame(at, top, 26, 18, look))
        if look:
            drawn.append(_sign(at + 22, top, look))
        drawn.append(label(text, at + 36, top + 13, 12, fill=MUTED))
        at += 58 + text_width(text, 12)
    return drawn, top + 44 - y


def _chip(turn: Turn, n: int, x: float, y: float, *, jumped: bool, early: bool, words: Says) -> list[Element]:
    look = "early" if early else "jump" if jumped else ""
    text = words.say("boards.vision.pitch") if turn.move == "pitch" else turn.move or "?"
    shown = wrap(text, CHIP_W - 8, 13, 1)[0]
    drawn = [
        _frame(x, y, CHIP_W, CHIP_H, look),
        label(shown, x + CHIP_W / 2, y + 19, 13, text_anchor="middle", font_weight=700, fill=CARD if early else INK),
        label(str(n), x + CHIP_W / 2, y + CHIP_H + 14, 12, text_anchor="middle", fill=MUTED),
    ]
    return [*drawn, _sign(x + CHIP_W - 3, y, look)] if look else drawn


def _frame(x: float, y: float, wide: float, tall: float, look: str) -> Element:
    fill, stroke = {"early": (ERROR, ERROR), "jump": (CARD, ERROR)}.get(look, (ACCENT_SOFT, ACCENT))
    return el("rect", x=x, y=y, width=wide, height=tall, rx=8, fill=fill, stroke=stroke, stroke_width=1.6,
              stroke_dasharray="4 3" if look == "jump" else None)  # fmt: skip


def _sign(x: float, y: float, look: str) -> Element:
    """A small mark on the corner: an arrow that leaps for a jump, an exclamation mark for a solution too early."""
    inner: Sequence[Element] = [el("circle", r=8, fill=CARD, stroke=ERROR, stroke_width=1.4)]
    if look == "early":
        inner = [*inner, label("!", 0, 4.5, 12, text_anchor="middle", font_weight=700, fill=ERROR)]
    else:
        inner = [*inner, el("path", d="M-4.5 2.5a4.5 4.5 0 0 1 8 -1m0 -3.5v3.5h-3.5", fill="none", stroke=ERROR,
                            stroke_width=1.4)]  # fmt: skip
    return el("g", *inner, transform=f"translate({x:.1f} {y:.1f})")


def _tick(x: float, y: float, covered: bool) -> list[Element]:
    ring = el("circle", cx=x, cy=y, r=7.5, fill=ACCENT if covered else CARD, stroke=ACCENT if covered else LINE,
              stroke_width=1.4)  # fmt: skip
    mark = el("path", d=f"M{x - 3.5:.1f} {y:.1f}l2.5 3l4.5 -5.5", fill="none", stroke=CARD, stroke_width=1.8)
    return [ring, mark] if covered else [ring]


def _rows(chips: int, wide: float) -> int:
    return -(-chips // max(1, int(wide // 36)))
