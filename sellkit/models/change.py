"""M65: one sheet at two dates, or two teams' sheets: what changed, for whom, and whether it is progress."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal

from pydantic import Field

from sellkit.models.base import Judged, Record, key_of
from sellkit.models.paths import order_of, places_of, rows_of

# How firm a mark is; a mark that keeps its value can still gain or lose ground.
FIRMNESS = {"blank": 0, "unknown": 1, "unconfirmed": 2, "confirmed": 3}
# When a sheet was true is not what it says.
_NO_CONTENT = {"id", "as_of"}

ChangeKind = Literal["changed", "added", "removed", "firmer", "looser"]


class Change(Record):
    """One difference.

    kind      changed · added or removed (a whole row) · firmer or looser (the same value rests on more or on less)
    was, now  bare values; None is blank; for a row, what it is called
    steps     how far it moved where there is a better end; above 0 is progress
    """

    path: str
    kind: ChangeKind
    was: Any = None
    now: Any = None
    steps: int | None = None

    @property
    def better(self) -> bool | None:
        """Progress, a step back, or neither can be said."""
        return None if not self.steps else self.steps > 0


class Difference(Record):
    """Everything that differs, in the order of the sheet. `since` and `on` are the two days, where they are known."""

    since: date | None = None
    on: date | None = None
    changes: tuple[Change, ...] = Field(default=())

    @property
    def better(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.better)

    @property
    def worse(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.better is False)


def difference(earlier: Record, later: Record) -> Difference:
    """Compare two sheets of one kind. Raises ValueError for sheets of different kinds."""
    if type(earlier) is not type(later):
        raise ValueError(f"a {type(earlier).__name__} cannot be compared with a {type(later).__name__}")
    days = (getattr(earlier, "as_of", None), getattr(later, "as_of", None))
    return Difference(since=days[0], on=days[1], changes=tuple(_records(earlier, later, "", later)))


def _records(was: Record, now: Record, prefix: str, root: Record) -> Iterator[Change]:
    for name, place in places_of(type(now)):
        path = "/".join(part for part in (prefix, place) if part)
        if name not in _NO_CONTENT:
            yield from _values(getattr(was, name), getattr(now, name), path, order_of(root, now, name), root)


def _values(was: Any, now: Any, path: str, order: Mapping[Any, int] | None, root: Record) -> Iterator[Change]:
    if isinstance(was, Judged) or isinstance(now, Judged):
        yield from _marks(was or Judged(), now or Judged(), path, order)
    elif isinstance(now, Record) and type(was) is type(now):
        if now.ANSWERS:
            yield from _records(was, now, path, now)
    elif _is_rows(was) or _is_rows(now):
        yield from _maps(dict(rows_of(was)), dict(rows_of(now)), path, order, root)
    elif isinstance(was, dict) and isinstance(now, dict):
        yield from _maps(was, now, path, order, root)
    elif was != now:
        yield Change(path=path, kind="changed", was=plain(was), now=plain(now), steps=_steps(order, was, now))


def _maps(was: Mapping[str, Any], now: Mapping[str, Any], path: str, order: Any, root: Record) -> Iterator[Change]:
    for key in dict.fromkeys((*was, *now)):
        here = f"{path}/{key}" if path else str(key)
        before, after = was.get(key), now.get(key)
        if isinstance(before or after, Record) and not isinstance(before or after, Judged):
            if before is None or after is None:
                kind: ChangeKind = "added" if before is None else "removed"
                yield Change(path=here, kind=kind, was=_called(before), now=_called(after))
            elif type(before) is type(after):
                yield from _records(before, after, here, after if hasattr(after, "levels_by_field") else root)
        else:
            yield from _values(before, after, here, order, root)


def _marks(was: Judged[Any], now: Judged[Any], path: str, order: Mapping[Any, int] | None) -> Iterator[Change]:
    if was.value != now.value:
        steps = _steps(order, was.given, now.given)
        yield Change(path=path, kind="changed", was=plain(was.value), now=plain(now.value), steps=steps)
    elif was.state != now.state:
        steps = FIRMNESS[now.state] - FIRMNESS[was.state]
        kind: ChangeKind = "firmer" if steps > 0 else "looser"
        yield Change(path=path, kind=kind, was=plain(was.value), now=plain(now.value), steps=steps)


def _steps(order: Mapping[Any, int] | None, was: Any, now: Any) -> int | None:
    """From one value to the other, upwards; None if one of them is open or the field has no better end."""
    if order is None or was is None or now is None:
        return None
    if not order:
        return round(now - was) or (now > was) - (now < was) if _number(was) and _number(now) else None
    return order[now] - order[was] if was in order and now in order else None


def _number(value: Any) -> bool:
    return isinstance(value, int | float)


def plain(value: Any) -> Any:
    """A value as a table or a sentence can hold it: sets in order, a statement as its words."""
    if isinstance(value, frozenset):
        return tuple(sorted(value))
    if isinstance(value, Record):
        return getattr(value, "text", "") or getattr(value, "bank", None) or _called(value)
    return value


def _called(row: Record | None) -> str | None:
    if row is None:
        return None
    return next(
        (str(said) for name in ("name", "what", "text", "work", "result") if (said := getattr(row, name, ""))),
        key_of(row),
    )


def _is_rows(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Record)
