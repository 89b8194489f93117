"""A table (camp analysis, any of a house) as a picture: a row each, on a phone a card each."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sellkit.models.base import Judged
from sellkit.models.methods.table import Column, Row, TableSheet
from sellkit.views.pictures.method_parts import (
    NARROW,
    Part,
    answer,
    flow,
    heading,
    legend,
    line,
    margin,
    note,
    said,
    stacked,
)
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT_SOFT,
    CARD,
    ERROR,
    FAINT,
    LINE,
    MUTED,
    WARN,
    Element,
    document,
    el,
    label,
    paragraph,
    text_width,
    wrap,
)  # fmt: skip
from sellkit.views.pictures.table_columns import LEAST, bare_columns, spans

NAMED = 104  # the name of a column beside its cell, in a card


def table_svg(record: TableSheet, words: Says, *, names: Mapping[str, str] | None = None, width: float = 1180) -> str:
    """The table as SVG text; `width` 390 suits a phone. `names` are those of people, by id."""
    record, method = _with_names(record, names or {}), record.method
    wide = width >= NARROW and (width - 2 * margin(width)) / len(method.columns) >= LEAST
    bare = bare_columns(method.columns, width) if wide else frozenset()
    lines = [] if record.rows else [words.say("boards.table.empty")]
    parts = [heading(method, words, width, lines)]
    if wide:
        parts.append(_head(record, bare, words, width))
    parts += [
        _row(record, row, bare, words, width) if wide else _card(record, row, words, width) for row in record.rows
    ]
    parts.append(Part([], 12))
    whole = stacked([*parts, *_legend(method.columns, words, width), note(said(method.source, words), width)])
    return document(whole.drawn, width, whole.height + 12, language=words.language, title=said(method.name, words))


def _with_names(record: TableSheet, names: Mapping[str, str]) -> TableSheet:
    """The same sheet with people by their names; only to be drawn, for a name is no id."""
    people = {column.id for column in record.method.columns if column.kind in ("person", "people")}

    def named(cell: Any) -> Any:
        if isinstance(cell, Judged):
            return cell.model_copy(update={"value": named(cell.value)})
        return tuple(names.get(id, id) for id in cell) if isinstance(cell, tuple) else names.get(cell, cell)

    rows = [
        row.model_copy(update={"cells": {id: named(cell) if id in people else cell for id, cell in row.cells.items()}})
        for row in record.rows
    ]
    return record.model_copy(update={"rows": tuple(rows)})


def _legend(columns: tuple[Column, ...], words: Says, width: float) -> Iterator[Part]:
    """Each set of levels once (columns may share theirs), and behind the last how sure an answer is."""
    sets = list({tuple(level.id for level in each.levels): each.levels for each in columns if each.levels}.values())
    for levels in sets[:-1]:
        firm = Judged[str](value="x", witness="x", confidence="explicit")
        signs = [(answer(firm.changed(value=each.id), levels, 0, 0), said(each.name, words)) for each in levels]
        yield flow(signs, width, margin(width))
    if sets:
        yield legend(words, width, sets[-1])


def _head(record: TableSheet, bare: frozenset[str], words: Says, width: float) -> Part:
    drawn: list[Element] = []
    tall = 0.0
    for column, (x, wide) in zip(record.method.columns, spans(record.method.columns, bare, width), strict=True):
        lines = wrap(said(column.name, words), wide - 20, 13, 3)
        drawn += paragraph(lines, x + 12, 22, 13, 18, font_weight=700)
        tall = max(tall, 18 * len(lines) + 14)
    ground = el("rect", x=margin(width), y=0, width=width - 2 * margin(width), height=tall, fill=ACCENT_SOFT)
    return Part([ground, *drawn], tall)


def _row(record: TableSheet, row: Row, bare: frozenset[str], words: Says, width: float) -> Part:
    columns = record.method.columns
    cells = [
        (x, _cell(row, column, words, wide - 20, bare=column.id in bare))
        for column, (x, wide) in zip(columns, spans(columns, bare, width), strict=True)
    ]
    tall = max(40, *(cell.height + 16 for _, cell in cells))
    drawn = [el("g", *cell.drawn, transform=f"translate({x + 12:.1f} 8)") for x, cell in cells]
    ground = el("rect", x=margin(width), y=0, width=width - 2 * margin(width), height=tall, fill=CARD)
    return Part([ground, line(margin(width), tall, width - margin(width), tall, FAINT), *drawn], tall)


def _card(record: TableSheet, row: Row, words: Says, width: float) -> Part:
    """A row on a phone: its first cell as the title, then the name of each column with its cell beside it."""
    left, y = margin(width), 10.0
    first, *others = record.method.columns
    room = width - 2 * left - 28
    title = _cell(row, first, words, room, bold=True)
    drawn: list[Element] = []
    if title.drawn:
        drawn.append(el("g", *title.drawn, transform=f"translate({left + 14:.1f} {y:.1f})"))
        y += title.height + 4
    for column in others:
        cell = _cell(row, column, words, room - NAMED)
        if not cell.drawn:
            continue
        name = wrap(said(column.name, words), NAMED - 12, 12, 3)
        down = 3 if cell.drawn[0].tag == "g" else 0  # a sign is as tall as its cell
        drawn += paragraph(name, left + 14, y + 17, 12, 15, fill=MUTED)
        drawn.append(el("g", *cell.drawn, transform=f"translate({left + 14 + NAMED:.1f} {y - down:.1f})"))
        y += max(cell.height, 15 * len(name) + 4) + 3
    card = el("rect", x=left, y=0, width=width - 2 * left, height=y + 6, rx=10, fill=CARD, stroke=LINE)
    return Part([card, *drawn], y + 18)


def _cell(row: Row, column: Column, words: Says, wide: float, *, bare: bool = False, bold: bool = False) -> Part:
    """What stands in a cell: a level by its sign, a judgement that is not confirmed dashed, a required blank told."""
    cell = row.cells.get(column.id)
    value = cell.given if isinstance(cell, Judged) else cell
    doubtful = isinstance(cell, Judged) and cell.known and not cell.confirmed
    if column.levels and value is not None:
        judged = cell if isinstance(cell, Judged) else Judged[str](value=value, witness="x", confidence="explicit")
        name = said(next(level.name for level in column.levels if level.id == value), words)
        lines = () if bare else wrap(name, wide - 32, 13, 2)
        return Part(
            [answer(judged, column.levels, 0, 0), *paragraph(lines, 32, 18, 13, 17)], max(26, 17 * len(lines) + 8)
        )
    if isinstance(cell, Judged) and cell.value == "unknown":
        return Part([answer(cell, (), 0, 0)], 26)
    lines = _listed(value, wide) if isinstance(value, tuple) else wrap(_text(value, words), wide, 13, 6)
    if not lines:
        missing = words.say("boards.table.required") if column.required else ""
        return Part([label(missing, 0, 18, 12, fill=ERROR)] if missing else [], 24)
    drawn = paragraph(lines, 0, 17, 13, 18, **({"font_weight": 700} if bold else {}))
    if doubtful:
        drawn.append(el("path", d=f"M0 {18 * len(lines) + 3:.1f}h{min(wide, 90):.1f}", stroke=WARN, stroke_width=1.5,
                        stroke_dasharray="4 3", fill="none"))  # fmt: skip
    return Part(drawn, 18 * len(lines) + 6)


def _text(value: Any, words: Says) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return words.say(f"boards.table.{'yes' if value else 'no'}")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float | int):
        return f"{value:,.10g}"
    return str(value).strip()


def _listed(names: tuple[str, ...], wide: float, most: int = 8) -> tuple[str, ...]:
    """Names side by side; a line breaks between two of them, within one only where it is longer than the line."""
    lines: list[str] = []
    for n, name in enumerate(names):
        shown = f"{name} ·" if n < len(names) - 1 else name
        if lines and text_width(f"{lines[-1]} {shown}", 13) <= wide:
            lines[-1] += f" {shown}"
        else:
            lines += wrap(shown, wide, 13, most)
    return (*lines[: most - 1], "…") if len(lines) > most else tuple(lines)
