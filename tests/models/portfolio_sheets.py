"""Sheets of strategy and portfolio in short: `high?` is a mark without enough behind it."""

from sellkit.models.methods.grid import GridSheet
from sellkit.models.methods.table import TableSheet
from sellkit.training.methods import method


def mark(value):
    """The parts of a `Judged`; numbers and truths may carry the question mark too."""
    if isinstance(value, str) and value.endswith("?"):
        bare = value[:-1]
        plain = {"true": True, "false": False}.get(bare, int(bare) if bare.lstrip("-").isdigit() else bare)
        return {"value": plain, "cites": ["notes.p1"], "confidence": "inferred"}
    if value is None or value == "unknown":
        return {"value": value}
    return {"value": value, "cites": ["notes.p1"], "confidence": "explicit"}


def grid(name, places, **more):
    """A sheet of a grid from `id: [x, y]`, or from (id, day, x, y)."""
    rows = [(id, None, *xy) for id, xy in places.items()] if isinstance(places, dict) else places
    return GridSheet.model_validate(
        {
            "method": method(name),
            "placements": [{"id": id, "on": on, "x": mark(x), "y": mark(y)} for id, on, x, y in rows],
            **more,
        }
    )


def table(name, rows, **more):
    """A sheet of a table from the cells of each row; blanks are left out."""
    filled = [{column: cell for column, cell in cells.items() if cell not in (None, "")} for cells in rows]
    return TableSheet.model_validate(
        {"method": method(name), "rows": [{"id": str(n), "cells": cells} for n, cells in enumerate(filled, 1)], **more}
    )
