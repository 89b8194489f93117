"""The first page of a workbook: what the deal says of itself, how the workbook is filled in, and its pages."""

from collections.abc import Sequence
from typing import Any

from sellkit.interchange.arrange import Slot, Span, arranged
from sellkit.interchange.kinds import held_in
from sellkit.interchange.layout import COVER, HELD
from sellkit.interchange.paper import for_paper
from sellkit.interchange.pen import Desk, Here, Pen
from sellkit.interchange.shapes.fields import Fields
from sellkit.models.base import Record
from sellkit.tables.columns import heading
from sellkit.tables.table import sheet_name
from sellkit.training.words import Words

_NAME, _BESIDE = Span(1, 1), Span(2, 2)
_BARE = tuple(Slot(id, wide) for id, wide in (("name", 30), ("beside", 20), ("count", 10), ("rest", 40)))
_SAYINGS = (1, 2, 3)


def write_cover(desk: Desk, sheet: Any, record: Record, own: Fields | None, pages: Sequence[tuple[str, int]]) -> None:
    """Write it.

    own    the fields that stand on it
    pages  the title of each page, and how many rows of it are filled in
    """
    slots = own.slots() if own else _BARE
    laid = arranged([slots])
    pen, title, row = Pen(desk, sheet, laid), title_of(record, desk.words), 2
    if own is not None:
        at = {slot.id: span for slot, span in zip(slots, laid.spans[0], strict=True)}
        own.write(pen, Here(0, at, title))
        row = own.height
    else:
        pen.begin(COVER, Here(0, {}, title))
    row = _held(pen, row, record)
    whole, count = Span(1, laid.spans[0][3].last), laid.spans[0][2].first
    pen.text(row, whole, desk.words.say("tables.fill-in"), "section", grow=False)
    for number in _SAYINGS:
        pen.text(row + number, whole, desk.words.say(f"tables.fill-in-{number}"), "says")
    row += len(_SAYINGS) + 2
    pen.text(row, whole, desk.words.say("tables.pages"), "section", grow=False)
    for at_row, (named, held) in enumerate(pages, row + 1):
        target = named.replace("'", "''")
        sheet.write_url(at_row, 1, f"internal:'{target}'!B2", desk.looks.look("link"), named)
        if held:
            sheet.write_number(at_row, count, held, desk.looks.look("count"))
    pen.close(0, {})
    sheet.hide_gridlines(2)
    for_paper(sheet, one=True)


def title_of(record: Record, words: Words) -> str:
    """What kind of sheet it is, and its name."""
    name = str(getattr(record, "label", "") or "")
    kind = sheet_name(type(record), words.language)
    return f"{kind}{words.habits.colon}{name}" if name else kind


def _held(pen: Pen, row: int, record: Record) -> int:
    """The deals of an account by name: each has a workbook of its own."""
    for name in held_in(type(record)):
        held = getattr(record, name)
        if held:
            pen.text(row, _NAME, heading(type(record), name, pen.desk.language), "section", grow=False)
            pen.text(row, _BESIDE, pen.desk.words.say("tables.deals-elsewhere"), "about")
            for at, deal in enumerate(held, row + 1):
                pen.mark(at, HELD)
                pen.text(at, _NAME, deal.label, "label")
            row += len(held) + 2
    return row
