"""M65: one sheet at two dates, or two teams' sheets: what changed, for whom, and whether it is progress."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal, NamedTuple

from pydantic import Field

from sellkit.models.base import Judged, Record, Theirs, key_of
from sellkit.models.methods.head import US
from sellkit.models.paths import marker, order_of, places_of, rows_of

# How firm a mark is; a mark that keeps its value can still gain or lose ground.
FIRMNESS = {"blank": 0, "unknown": 1, "unconfirmed": 2, "confirmed": 3}

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
    return Difference(since=days[0], on=days[1], changes=tuple(_records(earlier, later, "", _View(later))))


def _records(was: Record, now: Record, prefix: str, view: "_View") -> Iterator[Change]:
    """Field by field, but for what only tells a row from another and the day on which a sheet was true."""
    for name, place in places_of(type(now)):
        if name in type(now).KEYS or name in ("id", "as_of"):
            continue
        path = "/".join(part for part in (prefix, place) if part)
        seen = view.of(now, name)
        if name == now.MAIN and hasattr(now, "held"):  # rows that are judged anew on later days: what holds on each day
            yield from _values(was.held, now.held, path, seen)  # type: ignore[attr-defined]
        else:
            yield from _values(getattr(was, name), getattr(now, name), path, seen)


def _values(was: Any, now: Any, path: str, view: "_View") -> Iterator[Change]:
    if isinstance(was, Judged) or isinstance(now, Judged):
        yield from _marks(was or Judged(), now or Judged(), path, view)
    elif isinstance(now, Record) and type(was) is type(now):
        if now.ANSWERS:
            yield from _records(was, now, path, view.within(now))
    elif _is_rows(was) or _is_rows(now):
        yield from _maps(dict(rows_of(was)), dict(rows_of(now)), path, view)
    elif isinstance(was, dict) and isinstance(now, dict):
        yield from _maps(was, now, path, view)
    elif was != now:
        yield Change(path=path, kind="changed", was=plain(was), now=plain(now), steps=view.steps(was, now))


def _maps(was: Mapping[str, Any], now: Mapping[str, Any], path: str, view: "_View") -> Iterator[Change]:
    for key in dict.fromkeys((*was, *now)):
        here = f"{path}/{key}" if path else str(key)
        before, after = was.get(key), now.get(key)
        if isinstance(before or after, Record) and not isinstance(before or after, Judged):
            if before is None or after is None:
                kind: ChangeKind = "added" if before is None else "removed"
                yield Change(path=here, kind=kind, was=_called(before), now=_called(after))
            elif type(before) is type(after):
                yield from _records(before, after, here, view.within(after))
        else:
            yield from _values(before, after, here, view)


def _marks(was: Judged[Any], now: Judged[Any], path: str, view: "_View") -> Iterator[Change]:
    if was.value != now.value:
        steps = view.steps(was.given, now.given)
        yield Change(path=path, kind="changed", was=plain(was.value), now=plain(now.value), steps=steps)
    elif was.state != now.state:
        steps = FIRMNESS[now.state] - FIRMNESS[was.state]
        kind: ChangeKind = "firmer" if steps > 0 else "looser"
        yield Change(path=path, kind=kind, was=plain(was.value), now=plain(now.value), steps=steps)


class _View(NamedTuple):
    """How a value is looked at: the sheet that knows its levels, their order, and whether it is a rival's."""

    sheet: Record
    order: Mapping[Any, int] | None = None
    theirs: bool = False

    def within(self, record: Record) -> "_View":
        """Inside a record: one with levels of its own is a sheet, and what is a rival's stays a rival's."""
        own = hasattr(record, "levels_by_field")
        theirs = self.theirs or getattr(record, "party", US) != US
        return self._replace(sheet=record if own else self.sheet, theirs=theirs)

    def of(self, record: Record, field: str) -> "_View":
        """One field of a record."""
        theirs = self.theirs or marker(type(record), field, Theirs) is not None
        return _View(self.sheet, order_of(self.sheet, record, field), theirs)

    def steps(self, was: Any, now: Any) -> int | None:
        """From one value to the other, upwards for us; None if one of them is open or the field has no better end."""
        if self.order is None or was is None or now is None:
            return None
        if self.order:
            known = was in self.order and now in self.order
            moved = self.order[now] - self.order[was] if known else None
        else:
            numbers = isinstance(was, int | float) and isinstance(now, int | float)
            moved = round(now - was) or (now > was) - (now < was) if numbers else None
        return -moved if moved and self.theirs else moved


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
        (str(said) for name in ("name", "what", "text", "work", "result", "says") if (said := getattr(row, name, ""))),
        key_of(row),
    )


def _is_rows(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Record)
