"""What pydantic finds wrong in a content file, as our own errors: with file, line, and words in both languages."""

import re
from typing import Any

from pydantic import ValidationError

from sellkit.models.text import LANGUAGES
from sellkit.training.refusals import ContentError
from sellkit.training.yamlfile import YamlFile

# pydantic's type of fault → our message. Texts by language and citations have messages of their own, see `_message`.
_MESSAGES = {
    "extra_forbidden": "content-unknown-key",
    "missing": "content-missing-key",
    "literal_error": "content-not-one-of",
    "greater_than_equal": "content-too-low",
    "less_than_equal": "content-too-high",
    "greater_than": "content-not-above",
    "too_short": "content-too-few",
    "too_long": "content-too-many",
    "string_too_short": "content-empty",
    "string_too_long": "content-too-long",
    "string_pattern_mismatch": "content-not-a-name",
    "string_type": "content-not-text",
    "int_type": "content-not-number",
    "int_parsing": "content-not-number",
    "int_from_float": "content-not-number",
    "float_type": "content-not-number",
    "float_parsing": "content-not-number",
    "finite_number": "content-not-number",
    "date_type": "content-not-date",
    "date_parsing": "content-not-date",
    "date_from_datetime_parsing": "content-not-date",
    "date_from_datetime_inexact": "content-not-date",
    "bool_type": "content-not-yes-no",
    "bool_parsing": "content-not-yes-no",
    "tuple_type": "content-not-list",
    "frozen_set_type": "content-not-list",
    "dict_type": "content-not-record",
    "model_type": "content-not-record",
}
_QUOTED = re.compile("'([^']+)'")
_LIMITS = ("ge", "le", "gt", "min_length", "max_length")


def faults_of(file: YamlFile, error: ValidationError) -> list[ContentError]:
    """Every fault pydantic found, each with line and field of the file."""
    return faults_from(file, error.errors(include_url=False))


def faults_from(file: YamlFile, details: list[Any]) -> list[ContentError]:
    """The same of faults as pydantic describes them."""
    # pydantic does not count an entry that is itself at fault, so its list seems to be too short
    hollow = [each for each in details if each["type"] == "too_short" and _anything_beneath(each["loc"], details)]
    return [_fault(file, detail) for detail in details if detail not in hollow]


def _anything_beneath(path: tuple[str | int, ...], details: list[Any]) -> bool:
    return any(len(each["loc"]) > len(path) and each["loc"][: len(path)] == path for each in details)


def _fault(file: YamlFile, detail: Any) -> ContentError:
    path, context = detail["loc"], detail.get("ctx", {})
    return ContentError(
        _message(detail["type"], path[-1] if path else ""),
        place=".".join(str(part) for part in path),
        file=file.name,
        line=_line_of(file, path, str(context.get("found", ""))),
        name=str(path[-1]) if path else "",
        problem=detail["msg"],
        allowed=str(context.get("expected", "")).replace(" or ", ", ").replace("'", ""),
        limit=next((f"{context[name]:.10g}" for name in _LIMITS if name in context), ""),
        found=context.get("found", ""),
        named=_name_in(str(context.get("found", ""))),
    )


def _name_in(found: str) -> str:
    """The name alone: what kind of thing it is shows from its place, and is an English word."""
    name = _QUOTED.search(found)
    return name[1] if name else found


def _line_of(file: YamlFile, path: tuple[str | int, ...], found: str) -> int:
    """The line of the fault; if a whole part is at fault for a name in it, the last line in it with that name."""
    name = _QUOTED.search(found)
    if name is None:
        return file.line(path)
    named = [line for at, line in file.lines.items() if at[: len(path)] == path and _names(file, at, name[1])]
    return max(named, default=file.line(path))


def _names(file: YamlFile, at: tuple[str | int, ...], name: str) -> bool:
    value = file.data
    for part in at:
        value = value[part]
    return value == name or (bool(at) and at[-1] == name)


def _message(kind: str, part: object) -> str:
    if part in LANGUAGES and kind in ("missing", "string_too_short"):
        return "content-no-language"
    if part == "cites" and kind in ("missing", "too_short"):
        return "lint-no-passage"
    return _MESSAGES.get(kind, kind if kind.startswith("content-") else "content-wrong-value")
