"""Deals as data: a sheet of a method names the method by its id, and is joined with it when it is read.

A deal in a file keeps apart what was heard: `heard` lists who said what on which day, and `from: <its name>` gives a
mark that witness, day, quote and confidence. Texts stand there in every language. `content/deals/park-platform` is one.
"""

from functools import cache
from typing import Any

from sellkit.models.opportunity import Opportunity
from sellkit.models.text import LANGUAGES
from sellkit.training import places
from sellkit.training.methods import method
from sellkit.training.yamlfile import read_yaml

_EXAMPLE = ("2026-03-02", "2026-04-20")


def opportunity(data: dict[str, Any]) -> Opportunity:
    """The deal in plain data. Raises NotFound for a method that is not there, and ValueError for faults in the data."""
    return Opportunity.model_validate(data | {"methods": joined(data.get("methods"))})


def joined(sheets: dict[str, Any] | None) -> dict[str, Any]:
    """Sheets of methods by id, each with the method that it names. Raises NotFound for one that is not there."""
    return {name: _joined(name, sheet) for name, sheet in (sheets or {}).items()}


@cache
def example(language: str) -> tuple[Opportunity, Opportunity]:
    """One whole deal in which every sheet is filled, on two days, earlier and later, in one language."""
    first, changes = (_read(f"{day}.yaml") for day in _EXAMPLE)
    heard = first["heard"] | changes["heard"]
    deals = first["deal"], _merged(first["deal"], changes["deal"])
    earlier, later = (opportunity(told(deal, heard, language)) for deal in deals)
    return earlier, later


def _read(name: str) -> dict[str, Any]:
    file = places.content("deals", "park-platform", name)
    data: dict[str, Any] = read_yaml(name, file.read_bytes()).data
    return data


def _merged(before: Any, change: Any) -> Any:
    """What changed, laid over what was: mappings by key, rows by id or person, new rows behind; the rest replaces."""
    if isinstance(before, dict) and isinstance(change, dict) and not (change.keys() & {"value", *LANGUAGES}):
        return before | {key: _merged(before.get(key), value) for key, value in change.items()}
    if isinstance(before, list) and isinstance(change, list) and all(isinstance(row, dict) for row in before + change):
        changes: dict[Any, Any] = {_key(row) or number: row for number, row in enumerate(change)}
        kept = [_merged(row, changes.pop(_key(row))) if _key(row) in changes else row for row in before]
        return [*kept, *changes.values()]
    return change


def _key(row: dict[str, Any]) -> str | None:
    return row.get("id") or row.get("person")


def told(value: Any, heard: dict[str, Any], language: str) -> Any:
    """The data in one language, each mark with what it rests on."""
    if isinstance(value, list):
        return [told(each, heard, language) for each in value]
    if not isinstance(value, dict):
        return value
    if language in value:
        return value[language]
    behind = heard[value["from"]] if "from" in value else {}
    return {key: told(each, heard, language) for key, each in (behind | value).items() if key != "from"}


def _joined(name: str, sheet: Any) -> Any:
    if not isinstance(sheet, dict) or not isinstance(sheet.get("method", name), str):
        return sheet
    found = method(sheet.get("method", name))
    return sheet | {"method": found, "kind": found.kind}
