"""Nested data by path: put a value in, take one out, and find the place that pydantic speaks of."""

from collections.abc import Iterable
from typing import Any

Path = tuple[Any, ...]
_GONE: Any = object()


def told_of(detail: Any) -> tuple[str, dict[str, str | int]]:
    """Our message, and what fills it, for what pydantic found."""
    context = detail.get("ctx", {})
    found = {"greater_than_equal": ("table-too-low", "ge"), "less_than_equal": ("table-too-high", "le")}
    if detail["type"] in found:
        key, bound = found[detail["type"]]
        return key, {"limit": f"{context[bound]:g}"}
    if detail["type"] == "string_too_long":
        return "table-too-long", {"limit": context["max_length"]}
    if detail["type"] == "content-twice":
        return "table-twice", {"found": str(context["found"]), "first": "–"}
    if detail["type"] == "content-no-such":
        return "table-not-one-of", {"found": str(context["found"]), "allowed": str(context["expected"])}
    return "table-unfit", {"problem": str(detail["msg"])}


def path_in(data: Any, loc: Iterable[str | int]) -> Path:
    """The part of pydantic's place that leads into the data: it also names the kinds that it tried."""
    path: list[Any] = []
    for part in loc:
        inside = range(len(data)) if isinstance(data, list) else data if isinstance(data, dict) else ()
        if part in inside:
            path.append(part)
            data = data[part]
    return tuple(path)


def drop(data: Any, path: Path) -> bool:
    """Take one value out of the data; a row gives way to none, so that the places of the others hold."""
    if not path:
        return False
    part: Any
    for part in path[:-1]:
        data = data[part]
    if isinstance(data, dict):
        return data.pop(path[-1], _GONE) is not _GONE
    return False


def put(data: dict[Any, Any], path: Path, value: Any) -> None:
    """Put a value in, with whatever has to stand around it."""
    for name in path[:-1]:
        if not isinstance(data.get(name), dict):
            data[name] = {}
        data = data[name]
    data[path[-1]] = value
