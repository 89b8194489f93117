"""From an older version of a deal's file to the next one's; the reader walks them until it reaches the newest."""

from collections.abc import Callable
from typing import Any

SCHEMA = "sellkit.deal/2"
Parts = dict[str, Any]

# In version 1 the lists about people stood beside the deal's own fields.
_OF_PEOPLE = (
    "people", "actions", "influences", "rivals", "majority", "tipped_by", "allies", "win_results", "red_flags",
)  # fmt: skip


def from_1(parts: Parts) -> Parts:
    """Version 2 keeps the deal apart from what is said about the file, gathers all that is about people in one sheet,
    and says with which version of its method a sheet was filled in (before there was only the first)."""
    deal = {name: value for name, value in parts.items() if name != "schema"}
    people = {name: deal.pop(name) for name in _OF_PEOPLE if name in deal}
    if people:
        deal["people"] = people
    sheets = deal.get("methods")
    if isinstance(sheets, dict):
        deal["methods"] = {
            id: {"method": id, "version": 1, **sheet} if isinstance(sheet, dict) else sheet
            for id, sheet in sheets.items()
        }
    return {"schema": SCHEMA, "deal": deal}


MIGRATIONS: dict[str, Callable[[Parts], Parts]] = {"sellkit.deal/1": from_1}
