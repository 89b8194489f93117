"""How wide the columns of a drawn table are, and which of them have room for a sign alone."""

from sellkit.models.methods.table import Column
from sellkit.views.pictures.method_parts import margin

SIGN = 32  # beside the name of a level
LEAST = 100  # a column narrower than this cannot be read: the rows become cards
NAME = 30  # what a full name takes more
SHARE = {"text": 3, "people": 2, "level": 2}  # how much room a kind of column takes; all others one


def bare_columns(columns: tuple[Column, ...], width: float) -> frozenset[str]:
    """The columns of levels that show the sign alone, because with the names all would not have room."""
    room = width - 2 * margin(width)
    if sum(_least(column, frozenset()) for column in columns) <= room:
        return frozenset()
    sets = [tuple(level.id for level in column.levels) for column in columns if column.levels]
    repeated = {each for each in sets if sets.count(each) > 1}
    found = {each.id for each in columns if each.levels and tuple(level.id for level in each.levels) in repeated}
    if sum(_least(column, frozenset(found)) for column in columns) <= room:
        return frozenset(found)
    return frozenset(each.id for each in columns if each.levels)


def _least(column: Column, bare: frozenset[str]) -> float:
    if column.kind == "level":
        return LEAST if column.id in bare else LEAST + SIGN
    return LEAST + NAME if column.kind == "people" else LEAST


def spans(columns: tuple[Column, ...], bare: frozenset[str], width: float) -> list[tuple[float, float]]:
    """Where each column begins, and how wide it is."""
    least = [_least(column, bare) for column in columns]
    whole = sum(SHARE.get(column.kind, 1) for column in columns)
    room = width - 2 * margin(width) - sum(least)
    if room < 0:  # names of people have to wrap
        least, room = [each * (1 + room / sum(least)) for each in least], 0
    spans, x = [], margin(width)
    for column, narrowest in zip(columns, least, strict=True):
        wide = narrowest + room * SHARE.get(column.kind, 1) / whole
        spans.append((x, wide))
        x += wide
    return spans
