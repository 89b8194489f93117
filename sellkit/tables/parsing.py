"""What people type into a cell, read strictly: dates, numbers, amounts, ids, and texts that stand for themselves."""

import re
import unicodedata
from datetime import date, datetime
from typing import Any

from sellkit.tables.options import fold

# What follows is meant as it stands, whatever it looks like.
LITERAL = "\\"

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
PASSAGE = re.compile(r"[a-z0-9][a-z0-9-]*\.[a-z0-9][a-z0-9-]*")
_NUMBER = re.compile(r"[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d*)?([eE][+-]?\d+)?|[+-]?\.\d+")
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T ]0{1,2}:00(?::00)?(?:\.0+)?)?")
_MONEY = re.compile(r"(?P<before>[^\d+\-.,]*)(?P<number>[+-]?[\d.,]+)(?P<after>[^\d]*)")
_CURRENCIES = {"¥": ("cny", "rmb", "jpy", "元"), "元": ("cny", "rmb"), "€": ("eur",), "$": ("usd",), "£": ("gbp",)}


class Unreadable(ValueError):
    """What was typed is no value of this column; `key` names the message, `params` fill it."""

    def __init__(self, key: str, **params: str | int) -> None:
        self.key, self.params = key, params
        super().__init__(key)


def plain_cell(cell: Any) -> Any:
    """A cell as Python has it: what other libraries call a blank is None."""
    if cell is None or type(cell).__name__ in ("NAType", "NaTType"):
        return None
    if hasattr(cell, "to_pydatetime"):
        cell = cell.to_pydatetime()
    elif hasattr(cell, "item") and not isinstance(cell, str | bytes | tuple | list):
        cell = cell.item()
    return None if isinstance(cell, float) and cell != cell else cell


def as_text(cell: Any) -> str:
    """A cell as the text that somebody meant who typed it: 3, not 3.0."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == cell.min.time() else cell.isoformat(sep=" ")
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def read_date(cell: Any) -> date:
    """A day: year, month, day, in that order. Raises Unreadable for 03/04/26, which can be two days."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    found = _DATE.fullmatch(_narrow(cell)) if isinstance(cell, str) else None
    if found is None:
        raise Unreadable("table-not-date", found=short(cell))
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        raise Unreadable("table-no-such-day", found=short(cell)) from None


def read_id(said: str, pattern: re.Pattern[str]) -> str:
    """An id. Raises Unreadable."""
    said = said.removeprefix(LITERAL).strip()
    if not pattern.fullmatch(said):
        raise Unreadable("table-not-passage" if pattern is PASSAGE else "table-not-id", found=short(said))
    return said


def read_number(cell: Any, unit: str, currency: str) -> float | int:
    """A finite number, bare or as people write it: 1,200 or 30% or ¥1,200. Raises Unreadable."""
    if isinstance(cell, bool | date):
        raise Unreadable("table-not-number", found=short(cell))
    number = cell if isinstance(cell, int | float) else _number_in(str(cell), unit, currency)
    if number != number or number in (float("inf"), float("-inf")):
        raise Unreadable("table-not-number", found=short(cell))
    return number


def read_whole(cell: Any) -> int:
    """A whole number. Raises Unreadable."""
    number = read_number(cell, "", "")
    if isinstance(number, float) and not number.is_integer():
        raise Unreadable("table-not-whole", found=short(cell))
    return int(number)


def escaped(item: str) -> str:
    """One text of a list as one line."""
    return item.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r") or "\\-"


def unescaped(line: str) -> str:
    """The text that a line stands for."""
    if line == "\\-":
        return ""
    return re.sub(r"\\([\\nr])", lambda found: {"\\": "\\", "n": "\n", "r": "\r"}[found[1]], line)


def short(cell: Any) -> str:
    """What stands in a cell, in a line of a message."""
    said = " ".join(str(cell).split())
    return said if len(said) <= 60 else said[:59] + "…"


def _number_in(said: str, unit: str, currency: str) -> float | int:
    text = _narrow(said).replace("−", "-")
    if unit == "percent":
        text = text.removesuffix("%").rstrip()
    if unit == "money" and (amount := _MONEY.fullmatch(text)) is not None:
        named = " ".join(f"{amount['before']} {amount['after']}".split())
        if named and not _same_currency(named, currency):
            raise Unreadable("table-other-currency", found=short(said), currency=currency or "–")
        text = amount["number"]
    if not _NUMBER.fullmatch(text):
        raise Unreadable("table-not-number", found=short(said))
    bare = text.replace(",", "")
    return int(bare) if re.fullmatch(r"[+-]?\d+", bare) else float(bare)


def _same_currency(named: str, currency: str) -> bool:
    ours = fold(currency)
    return fold(named) == ours or any(ours.startswith(code) for code in _CURRENCIES.get(named, ()))


def _narrow(said: str) -> str:
    return unicodedata.normalize("NFKC", said).strip()
