"""How a workbook is marked, so that everything in it is found again: renamed, moved, and in whichever language.

A page is a stack of blocks, one below the other. Each begins with a hidden row: in column A, which is hidden too, the
block's mark, then the ids of its columns where they lie. Below it stand a title, the headings, and what people fill in:

    A              B       C …
    sellkit|<id>   id      name           hidden
                   Title
    ~head          Id      Name           the headings
                   chen    Chen
    +              f2                     a row that is only offered
    ~              W: the decider         a row that only explains

The id of a block is that of its table, with the block's shape behind it where it is no plain list: `purchase|fields`.
Of fields, column A names the field that stands in the row. Earlier versions wrote one list on a page, and all fields on
the cover; what they wrote is read the same way.
"""

import unicodedata
from collections.abc import Sequence

from sellkit.tables.columns import Column

MARK = "sellkit|"
COVER, LISTS, TITLES = "cover", "lists", "titles"
FIELDS, SHARE, CROSS, BAND = "|fields", "|share", "|cross", "|band"
# What column A says of a row.
HEADS, OFFERED, ABOUT, HELD, ACROSS = "~head", "+", "~", "~held", "@"
ORDER = "~order"  # a hidden column: the place of a row in its list, where the page shows them in another order
KEY = "~key"  # a hidden column: which row is meant, and how it was called when the workbook was written
# Of a field: its name, its value, and what a judged one rests on.
NEXT = "@2"  # behind the ids of the second field in a row
LABEL, VALUE, PARTS = "label", "value", ("confidence", "witness", "on", "note", "cites")
ABOUT_WIDTH = 44
SPARE, ROOM = 300, 4  # rows ready to be filled in: at the end of a page, and between two blocks


def width(column: Column) -> int:
    """How wide a column is, in characters."""
    if column.key:
        return 9 if column.holds.kind == "whole" else 18
    if column.id == "id" and not column.refers:
        return 12
    if column.evidence:
        return {"cites": 16, "confidence": 12, "on": 12}.get(column.path[-1], 26)
    if long(column):
        return 30
    return 20 if column.options and column.holds.kind != "yes-no" else _WIDTHS.get(column.holds.kind, 18)


def long(column: Column) -> bool:
    """Sentences stand in it, or several values."""
    return bool(column.holds.many) or (column.holds.kind == "text" and not column.refers and column.field not in _SHORT)


def lines_of(text: str, wide: int) -> int:
    """In how many lines a text stands in a column so wide; a Chinese character is as wide as two letters."""
    lines = (sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line) for line in text.split("\n"))
    return min(20, sum(1 + max(0, length - 1) // wide for length in lines))


_WIDTHS = {"date": 12, "number": 14, "whole": 10, "yes-no": 15}
_SHORT = frozenset({"name", "title", "department", "owner", "role", "seller", "currency", "unit", "witness"})


def sheet_titles(names: Sequence[str]) -> list[str]:
    """Names that a workbook can hold: without the signs that are forbidden there, at most 31 signs, no two alike."""
    found: list[str] = []
    for name in names:
        plain = "".join("·" if char in "[]:*?/\\" else char for char in name).strip("'") or "–"
        title, number = plain[:31], 2
        while title.casefold() in {each.casefold() for each in found}:
            end = f" {number}"
            title, number = plain[: 31 - len(end)] + end, number + 1
        found.append(title)
    return found


def letter(column: int) -> str:
    """The letters of a column, counted from 0: A, B … AA."""
    letters, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
