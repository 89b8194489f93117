"""Deals as data: a sheet of a method names the method by its id, and is joined with it when it is read."""

from typing import Any

from sellkit.models.opportunity import Opportunity
from sellkit.training.methods import method


def opportunity(data: dict[str, Any]) -> Opportunity:
    """The deal in plain data. Raises NotFound for a method that is not there, and ValueError for faults in the data."""
    sheets = {name: _joined(name, sheet) for name, sheet in (data.get("methods") or {}).items()}
    return Opportunity.model_validate(data | {"methods": sheets})


def _joined(name: str, sheet: Any) -> Any:
    if not isinstance(sheet, dict) or not isinstance(sheet.get("method", name), str):
        return sheet
    found = method(sheet.get("method", name))
    return sheet | {"method": found, "kind": found.kind}
