"""Read a YAML file that anybody may have written, and remember on which line each thing stands.

Less than YAML on purpose. A case is plain data, so anchors, aliases and tags are refused (they are how a file of
a few bytes becomes gigabytes or a Python object), a key written twice is refused (the second would win in
silence), and only `null`, `true`, `false`, whole and decimal numbers are read as anything but text. A date or a
`no` stays the text that its author typed.
"""

import re
from dataclasses import dataclass
from typing import Any

import yaml

from sellkit.training.refusals import ContentError

MAX_BYTES = 1_000_000
MAX_DEPTH = 24
MAX_VALUES = 60_000

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?")
_WORDS: dict[str, object] = {"": None, "null": None, "~": None, "true": True, "false": False}
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The data of one file, and the line of each value by its path (`("people", 2, "rank") -> 31`)."""

    name: str
    data: Any
    lines: dict[tuple[str | int, ...], int]

    def line(self, path: tuple[str | int, ...]) -> int:
        """The line of a value, or of the nearest thing around it that the file has."""
        for end in range(len(path), 0, -1):
            if path[:end] in self.lines:
                return self.lines[path[:end]]
        return 1


def read_yaml(name: str, raw: bytes) -> YamlFile:
    """Parse `raw`. Raises ContentError with file and line for whatever is not plain, finite data."""
    if len(raw) > MAX_BYTES:
        raise ContentError("yaml-too-large", file=name, line=1, limit=MAX_BYTES)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError("yaml-not-utf8", file=name, line=raw[: error.start].count(b"\n") + 1) from None
    try:
        return _build(name, text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "not YAML")
        raise ContentError("yaml-broken", file=name, line=mark.line + 1 if mark else 1, problem=problem) from None


def _build(name: str, text: str) -> YamlFile:
    """Turn parser events into data with a stack of our own, so that depth is ours to limit."""
    lines: dict[tuple[str | int, ...], int] = {}
    open_: list[Any] = []  # containers not closed yet
    path: list[str | int] = []  # path to the value that comes next
    keys: list[str | None] = []  # per open mapping the key waiting for its value; None for lists or before a key
    root: list[Any] = []
    values = 0

    def refuse(key: str, line: int, **params: Any) -> ContentError:
        return ContentError(key, file=name, line=line, **params)

    def place(value: Any, line: int) -> None:
        if not open_:
            root.append(value)
        elif isinstance(open_[-1], list):
            open_[-1].append(value)
        else:
            open_[-1][keys[-1]] = value
        lines[tuple(path)] = line

    def step_on() -> None:
        """A value is complete: what follows is the next list item, or a key."""
        if open_ and isinstance(open_[-1], list):
            path[-1] = len(open_[-1])
        elif open_:
            keys[-1] = None
            path.pop()

    event: Any
    for event in yaml.parse(text, Loader=_Loader):
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise refuse("yaml-alias", line)
        if getattr(event, "tag", None):
            raise refuse("yaml-tag", line, tag=str(event.tag))
        if isinstance(event, yaml.DocumentStartEvent) and root:
            raise refuse("yaml-two-documents", line)
        if isinstance(event, yaml.ScalarEvent):
            values += 1
            if values > MAX_VALUES:
                raise refuse("yaml-too-many", line, limit=MAX_VALUES)
            if open_ and isinstance(open_[-1], dict) and keys[-1] is None:
                if event.value in open_[-1]:
                    raise refuse("yaml-key-twice", line, name=event.value)
                keys[-1] = event.value
                path.append(event.value)
                continue
            place(_scalar(event), line)
            step_on()
        elif isinstance(event, yaml.CollectionStartEvent):
            values += 1
            if open_ and isinstance(open_[-1], dict) and keys[-1] is None:
                raise refuse("yaml-key-not-text", line)
            if len(open_) >= MAX_DEPTH:
                raise refuse("yaml-too-deep", line, limit=MAX_DEPTH)
            is_list = isinstance(event, yaml.SequenceStartEvent)
            value: Any = [] if is_list else {}
            place(value, line)
            open_.append(value)
            keys.append(None)
            if is_list:
                path.append(0)
        elif isinstance(event, yaml.CollectionEndEvent):
            keys.pop()
            if isinstance(open_.pop(), list):
                path.pop()
            step_on()
    return YamlFile(name, root[0] if root else None, lines)


def _scalar(event: Any) -> object:
    value: str = event.value
    if not event.implicit[0] or event.style:  # quoted or block text is always text
        return value
    if value.lower() in _WORDS:
        return _WORDS[value.lower()]
    number = _NUMBER.fullmatch(value)
    if number:
        return float(value) if number.group(1) else int(value)
    return value
