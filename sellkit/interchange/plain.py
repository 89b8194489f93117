"""A record as plain data: what differs from blank, nothing else, always in the same order."""

from collections.abc import Mapping
from datetime import date
from math import isfinite
from typing import Any

from sellkit.interchange.errors import FileFault
from sellkit.models.base import Record
from sellkit.models.methods.head import MethodHead


def plain(record: Record, place: str = "") -> dict[str, Any]:
    """The fields of a record that are not as in an empty one; a method by its id and version. Raises FileFault for a
    number that no file can hold."""
    found: dict[str, Any] = {}
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if isinstance(value, MethodHead):
            found |= {"method": value.id, "version": value.version}
        elif field.is_required() or value != field.get_default(call_default_factory=True):
            found[name] = _plain(value, f"{place}/{name}" if place else name)
    return found


def _plain(value: Any, place: str) -> Any:
    if isinstance(value, Record):
        return plain(value, place)
    if isinstance(value, Mapping):
        return {str(key): _plain(inner, f"{place}/{key}") for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(inner, f"{place}/{number}") for number, inner in enumerate(value, 1)]
    if isinstance(value, frozenset | set):
        return sorted(value)
    if isinstance(value, float):
        if not isfinite(value):
            raise FileFault("file-not-finite", place=place)
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    return value.isoformat() if isinstance(value, date) else value
