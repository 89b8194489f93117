"""Every place of a sheet by its path, in one way for all sheets: `chen/attitude`, `stages/demo/fit`, `i1/class`.

Checks name a place by it, two sheets are compared along it, and a what-if changes one mark at it.
A row is known by its id; in the list that a sheet is about (`MAIN`) the list's own name is left out.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, get_args, get_origin

from pydantic import ValidationError

from sellkit.models.base import Judged, Record, RefersTo, Rises, key_of, no_such

R = TypeVar("R", bound=Record)
M = TypeVar("M")
_KEPT = "sellkit leaves"
MOST_NEAR = 20


class Leaf(NamedTuple):
    """One answer: where it stands, its value (a `Judged` or something plain), and the record and field that hold it."""

    path: str
    value: Any
    owner: Record
    field: str


class Reference(NamedTuple):
    """A person who is named at a place."""

    path: str
    person: str


def leaves(record: Record) -> tuple[Leaf, ...]:
    """Every answer of a sheet, in the order of its fields. The method that a sheet follows is no answer."""
    # A record never changes, and a dozen checks ask for the same: kept where `cached_property` would keep it.
    kept: tuple[Leaf, ...] | None = record.__dict__.get(_KEPT)
    if kept is None:
        found: list[Leaf] = []
        _walk(record, "", found)
        kept = record.__dict__[_KEPT] = tuple(found)
    return kept


def judged(record: Record) -> Iterator[tuple[str, Judged[Any]]]:
    """Every judged mark of a sheet with its place."""
    return ((leaf.path, leaf.value) for leaf in leaves(record) if isinstance(leaf.value, Judged))


def references(record: Record) -> Iterator[Reference]:
    """Everybody whom a sheet names, with the place, so that one check finds whoever is not among the people."""
    for leaf in leaves(record):
        if marker(type(leaf.owner), leaf.field, RefersTo):
            yield from (Reference(leaf.path, person) for person in _named(leaf.value))


def rows_of(rows: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    """Each row of a list with what it is known by; a key that stands again gets a number."""
    seen: dict[str, int] = {}
    for number, row in enumerate(rows, 1):
        key = key_of(row) or str(number)
        seen[key] = seen.get(key, 0) + 1
        yield (key if seen[key] == 1 else f"{key}/{seen[key]}"), row


def with_value(record: R, path: str, value: Any) -> R:
    """A copy with one answer replaced, validated again. A judged mark takes the bare value and keeps what it rests on;
    a whole `Judged` replaces it. Raises ValueError for a path that leads nowhere and for a value that does not fit."""
    try:
        changed = _with(record, path, value)
    except ValidationError as fault:
        raise ValueError(f"{path}: {value!r} does not fit here: {fault.errors()[0]['msg']}") from fault
    if changed is None:
        raise no_such(f"place {path!r}", _near(record, path))
    return changed


@cache
def places_of(model: type[Record]) -> tuple[tuple[str, str], ...]:
    """The fields of a class, each with its part of a path; the list that the sheet is about has an empty one."""
    return tuple(
        (name, "" if name == model.MAIN else model.PLACES.get(name, name.replace("_", "-")))
        for name in model.model_fields
    )


@cache
def marker(model: type[Record], field: str, kind: type[M]) -> M | None:
    """What the declaration of a field says about it (`RefersTo`, `Rises`), however deep in its type."""
    info = model.model_fields[field]
    return next((mark for mark in (*info.metadata, *_within(info.annotation)) if isinstance(mark, kind)), None)


def order_of(sheet: Record, owner: Record, field: str) -> Mapping[Any, int] | None:
    """How good each value of a field is for us; None if it has no better end, empty if the number itself says it.
    Where the levels are those of a method, the sheet knows."""
    levels: Mapping[str, Mapping[Any, int]] = getattr(sheet, "levels_by_field", {})
    if field in levels:
        return levels[field]
    rises = marker(type(owner), field, Rises)
    return None if rises is None else rises.steps or {}


def _with(record: R, path: str, value: Any) -> R | None:
    # A list or a mapping without a name of its own takes what no named field has taken.
    for name, place in sorted(places_of(type(record)), key=lambda field: not field[1]):
        rest = _rest(path, place)
        if rest is None:
            continue
        made: Any = None
        now = getattr(record, name)
        if isinstance(now, tuple) and now and isinstance(now[0], Record):
            for number, (key, row) in enumerate(rows_of(now)):
                inner = _rest(rest, key)
                if inner is not None and (inner or key == rest) and (changed := _with(row, inner, value)) is not None:
                    made = (*now[:number], changed, *now[number + 1 :])
        elif isinstance(now, dict) and rest:
            key, _, inner = rest.partition("/")
            held = now.get(key)
            if not inner:
                made = now | {key: _replaced(held, value)}
            elif isinstance(held, Record) and (changed := _with(held, inner, value)) is not None:
                made = now | {key: changed}
        elif isinstance(now, Record) and now.ANSWERS and rest and not isinstance(now, Judged):
            made = _with(now, rest, value)
        elif not rest and (place or isinstance(now, Judged)):
            return record.changed(**{name: _replaced(now, value)})
        if made is not None:
            return record.changed(**{name: made})
    return None


def _near(record: Record, path: str) -> tuple[str, ...]:
    """What could stand at the first step at which a path leads nowhere."""
    places, parts = [leaf.path.split("/") for leaf in leaves(record)], path.split("/")
    for depth in range(len(parts) - 1, -1, -1):
        found = {"/".join(place[: depth + 1]) for place in places if place[:depth] == parts[:depth]}
        if found:
            return tuple(sorted(found)[:MOST_NEAR])
    return ()


def _walk(record: Record, prefix: str, found: list[Leaf]) -> None:
    fields = record.__dict__
    for name, place in places_of(type(record)):
        value = fields[name]
        path = f"{prefix}/{place}" if prefix and place else prefix or place
        shape = _shape(value.__class__)
        if shape == "tuple" and value and isinstance(value[0], Record):
            for key, row in rows_of(value):
                _walk(row, _joined(path, key), found)
        elif shape == "dict":
            for key, inner in value.items():
                if _shape(inner.__class__) == "record":
                    _walk(inner, _joined(path, str(key)), found)
                else:
                    found.append(Leaf(_joined(path, str(key)), inner, record, name))
        elif shape != "record":
            found.append(Leaf(path, value, record, name))
        elif value.ANSWERS:
            _walk(value, path, found)


@cache
def _shape(kind: type) -> Literal["leaf", "record", "tuple", "dict"]:
    # Asked of each value of each sheet at every change; of a record's class the question is a dear one.
    if issubclass(kind, Record):
        return "leaf" if issubclass(kind, Judged) else "record"
    return "tuple" if issubclass(kind, tuple) else "dict" if issubclass(kind, dict) else "leaf"


def _within(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Annotated:
        inner, *metadata = get_args(annotation)
        yield from metadata
        yield from _within(inner)
        return
    generic = getattr(annotation, "__pydantic_generic_metadata__", None)
    for part in generic["args"] if generic else get_args(annotation):
        yield from _within(part)


def _named(value: Any) -> Iterator[str]:
    value = value.given if isinstance(value, Judged) else value
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | frozenset | dict):
        yield from (each for each in value if isinstance(each, str))


def _joined(prefix: str, part: str) -> str:
    return f"{prefix}/{part}" if prefix and part else prefix or part


def _rest(path: str, place: str) -> str | None:
    """What is left of a path behind this part; None if it does not begin with it."""
    if not place:
        return path
    return "" if path == place else path[len(place) + 1 :] if path.startswith(f"{place}/") else None


def _replaced(now: Any, value: Any) -> Any:
    if isinstance(now, Judged) and not isinstance(value, Judged):
        return now.changed(value=value)
    return value
