"""What can stand in one cell, read off the declaration of a field."""

import types
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from sellkit.models.base import Record, RefersTo
from sellkit.tables.options import Key

Kind = Literal["text", "id", "date", "number", "whole", "yes-no", "choice", "record"]
SPECIAL = ("unknown", "not-found")


@dataclass(frozen=True)
class CellType:
    """What one cell holds.

    kind      of one entry; `many`: it is a list of them, in order or not
    ids       what can be chosen; low, high: the bounds of a number, both included
    specials  words with a meaning of their own: "unknown" (not known yet), "not-found" (looked for, not found)
    person    it names a person; record: the class of a value that has parts of its own
    """

    kind: Kind
    many: Literal["", "list", "set"] = ""
    ids: tuple[Key, ...] = ()
    specials: frozenset[str] = frozenset()
    person: bool = False
    low: float | None = None
    high: float | None = None
    record: type[Record] | None = None


def cell_type(annotation: Any, metadata: Any = ()) -> CellType:
    """The type of a cell that holds a value of this annotation."""
    plain: list[tuple[Any, tuple[Any, ...]]] = []
    literals: list[Any] = []
    for kind, marks in alternatives(annotation, tuple(metadata)):
        if get_origin(kind) is Literal:
            literals += get_args(kind)
        elif kind is not type(None):
            plain.append((kind, marks))
    if not plain:
        specials = frozenset(literals) & frozenset(SPECIAL)
        return CellType(
            "choice", ids=tuple(id for id in literals if id not in specials), specials=frozenset(map(str, specials))
        )
    kind, marks = plain[0]
    specials = frozenset(map(str, literals))
    if get_origin(kind) in (tuple, frozenset):
        item = cell_type(get_args(kind)[0])
        many: Literal["list", "set"] = "list" if get_origin(kind) is tuple else "set"
        person = item.person or _refers(marks)
        return CellType(item.kind, many, item.ids, specials, person, item.low, item.high, item.record)
    if isinstance(kind, type) and issubclass(kind, Record):
        return CellType("record", specials=specials, record=kind)
    low, high = _bounds(marks)
    whole = _whole_range(kind, low, high)
    return CellType(_kind(kind, marks), ids=whole, specials=specials, person=_refers(marks), low=low, high=high)


def _kind(kind: Any, marks: tuple[Any, ...]) -> Kind:
    found: dict[Any, Kind] = {bool: "yes-no", int: "whole", float: "number", date: "date"}
    if kind in found:
        return found[kind]
    return "id" if any(getattr(mark, "pattern", None) for mark in marks) else "text"


def alternatives(annotation: Any, marks: tuple[Any, ...]) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Each kind of value that may stand there, with what is said about it."""
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        yield from alternatives(inner, marks + tuple(_flat(more)))
    elif get_origin(annotation) in (Union, types.UnionType):
        for each in get_args(annotation):
            yield from alternatives(each, marks)
    else:
        yield annotation, marks


def _flat(marks: Any) -> Iterator[Any]:
    for mark in marks:
        if isinstance(mark, FieldInfo):
            yield from mark.metadata
        else:
            yield mark


def _refers(marks: tuple[Any, ...]) -> bool:
    return any(isinstance(mark, RefersTo) for mark in marks)


def _bounds(marks: tuple[Any, ...]) -> tuple[float | None, float | None]:
    low = next((mark.ge for mark in marks if getattr(mark, "ge", None) is not None), None)
    high = next((mark.le for mark in marks if getattr(mark, "le", None) is not None), None)
    return low, high


def _whole_range(kind: Any, low: float | None, high: float | None) -> tuple[Key, ...]:
    """A short range of whole numbers is a scale: every number can be offered."""
    if kind is not int or low is None or high is None or high - low > 12:
        return ()
    return tuple(range(int(low), int(high) + 1))
