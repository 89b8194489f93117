"""What changed between two days (M65): for whom, from what to what, and whether it is progress."""

from collections.abc import Sequence
from typing import NamedTuple

from sellkit.models.base import Record
from sellkit.models.change import Change, Difference
from sellkit.tables.changes import kind_of
from sellkit.tables.places import Place, Speech
from sellkit.views.pictures.plan_parts import NARROW, Column, card, heading, legend, shape
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT,
    ERROR,
    GOOD,
    INK,
    MUTED,
    Element,
    document,
    el,
    label,
    text_width,
    wrap,
)

GAP, PAD = 16, 14
MOST = 6  # of a group; what only says more of the same is counted
COLOURS = {
    "better": GOOD,
    "worse": ERROR,
    "firmer": ACCENT,
    "looser": MUTED,
    "changed": INK,
    "added": INK,
    "removed": INK,
}


class Told(NamedTuple):
    """A change and where it stands, in words."""

    change: Change
    place: Place


def changes_svg(record: Difference, words: Says, *, of: Record | None = None, width: float = 1180) -> str:
    """The differences as cards, one for each person and each sheet, progress and setbacks first.

    of  the later of the two sheets: it knows how people, rows and levels are called; without it their ids are shown
    """
    speech, title = Speech(of, words), words.say("boards.changes.title")
    head, y = heading(title, [_days(record, words), counted(record.changes, words)], width)
    if not record.changes:
        column = Column(16, y, width - 32)
        column.text(words.say("boards.changes.empty"), 14, most=4, fill=MUTED)
        return document([*head, *column.drawn], width, column.y + 28, language=words.language, title=title)
    drawn, y = grouped(record.changes, speech, y, width)
    signs = [(sign(kind, 13, 13), words.say(f"boards.changes.kind.{kind}")) for kind in COLOURS]
    below, y = legend(signs, _margin(width), y + 4, width)
    return document([*head, *drawn, *below], width, y, language=words.language, title=title)


def counted(changes: Sequence[Change], words: Says) -> str:
    """How many there are of each kind, in a line."""
    kinds = [kind_of(change) for change in changes]
    parts = [f"{words.say(f'boards.changes.kind.{kind}')} {kinds.count(kind)}" for kind in COLOURS if kind in kinds]
    return " · ".join(parts)


def grouped(
    changes: Sequence[Change], speech: Speech, y: float, width: float, most: int = MOST
) -> tuple[list[Element], float]:
    """The changes as cards in columns, and where they end."""
    groups: dict[tuple[str, str], list[Told]] = {}
    for change in changes:
        place = speech.place(change.path)
        # Without a deal around it, a row is what a card is about.
        groups.setdefault((place.sheet, place.person or (place.row if not place.sheet else "")), []).append(
            Told(change, place)
        )
    columns = 1 if width < NARROW else 3
    margin = _margin(width)
    wide = (width - 2 * margin - GAP * (columns - 1)) / columns
    ends, drawn = [y] * columns, list[Element]()
    for (sheet, about), told in sorted(groups.items(), key=lambda group: group[0][0] != "people"):
        at = ends.index(min(ends))
        made, height = _card(sheet, about, told, speech, margin + at * (wide + GAP), ends[at], wide, most)
        drawn += made
        ends[at] += height + GAP
    return drawn, max(ends)


def _card(
    sheet: str, about: str, told: list[Told], speech: Speech, x: float, y: float, wide: float, most: int
) -> tuple[list[Element], float]:
    words = speech.words
    column = Column(x + PAD, y + PAD - 2, wide - 2 * PAD)
    person = getattr(getattr(speech.root, "people", None), "by_id", {}).get(about)
    column.text(speech.names.get(about, about) if about else speech.sheet(sheet), 15, most=2, font_weight=700)
    if person is not None and person.title:
        column.text(person.title, 12, most=1, fill=MUTED)
    column.space(4)
    order = list(COLOURS)
    # whom to ask is of less interest than what was found out
    told = sorted(told, key=lambda each: (order.index(kind_of(each.change)), each.change.path.endswith("/known-to")))
    for each in told[:most]:
        change_row(each, speech, column, within=about)
    if len(told) > most:
        column.text(
            words.say("boards.changes.more", count=len(told) - most), 12, gap=4, fill=MUTED, font_style="italic"
        )
    height = column.y + PAD - 4 - y
    return [card(x, y, wide, height), *column.drawn], height


def change_row(told: Told, speech: Speech, column: Column, within: str = "") -> None:
    """One change: its sign, what it is about, from what to what, and its kind in a word."""
    change, place, kind = told.change, told.place, kind_of(told.change)
    colour, word = COLOURS[kind], speech.words.say(f"boards.changes.kind.{kind}")
    whole = change.kind in ("added", "removed")
    row = "" if whole or place.row == within else place.row
    about = " · ".join(part for part in (row, place.field) if part) or place.row
    top = column.y + 4
    right = text_width(word, 12)
    column.drawn.append(el("g", sign(kind, 13, 13), transform=f"translate({column.x - 4:.1f} {top - 2:.1f})"))
    column.drawn.append(
        label(word, column.x + column.width, top + 13, 12, text_anchor="end", fill=colour, font_weight=600)
    )
    text = Column(column.x + 26, top, column.width - 26)
    first = wrap(about, text.width - right - 10, 13, 2)
    text.drawn += [label(line, text.x, top + 13 + 18 * n, 13, font_weight=600) for n, line in enumerate(first)]
    text.y += 18 * len(first)
    text.text(_moved(told, speech), 13, most=3)
    column.drawn += text.drawn
    column.y = text.y + 6


def _moved(told: Told, speech: Speech) -> str:
    change = told.change
    was, now = (speech.value(change.path, value) for value in (change.was, change.now))
    if change.kind == "changed":
        return f"{was} → {now}"
    if change.kind in ("firmer", "looser"):
        return now
    called = (change.now if change.kind == "added" else change.was) or ""
    return told.place.row if change.kind == "added" and told.place.field else str(called)


def sign(kind: str, x: float, y: float) -> Element:
    """The sign of a kind of change around a point; each has a shape of its own, so that it needs no colour."""
    colour = COLOURS[kind]
    if kind == "better":
        return el("path", d=f"M{x} {y - 7}l7 12h-14z", fill=colour)
    if kind == "worse":
        return el("path", d=f"M{x} {y + 7}l7 -12h-14z", fill=colour)
    if kind in ("firmer", "looser"):
        firm = kind == "firmer"
        return shape(
            "diamond", x, y, fill=colour if firm else "none", stroke=colour, stroke_dasharray=None if firm else "3 2"
        )
    if kind == "changed":
        return el("path", d=f"M{x - 7} {y}h12m-4 -4l4 4l-4 4", fill="none", stroke=colour, stroke_width=1.8)
    upright = f"M{x} {y - 6}v12" if kind == "added" else ""
    return el("path", d=f"{upright}M{x - 6} {y}h12", fill="none", stroke=colour, stroke_width=2.4)


def _days(record: Difference, words: Says) -> str:
    if record.since is None or record.on is None:
        return words.say("boards.changes.under")
    return words.say("boards.changes.days", since=record.since.isoformat(), on=record.on.isoformat())


def _margin(width: float) -> float:
    return 32.0 if width >= NARROW else 16.0
