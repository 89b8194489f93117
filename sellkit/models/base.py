"""What all records share: frozen, closed, changed only through validation; and the judged mark."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, ClassVar, Generic, Literal, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=80)]
PassageId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*\.[a-z0-9][a-z0-9-]*$", max_length=120)]
Confidence = Literal["unclear", "inferred", "explicit", "agreed"]
CONFIDENCES: tuple[Confidence, ...] = ("unclear", "inferred", "explicit", "agreed")
Unknown = Literal["unknown"]
State = Literal["blank", "unknown", "unconfirmed", "confirmed"]


@dataclass(frozen=True)
class RefersTo:
    """Marks a field that names something kept elsewhere, so that one check finds every name that leads nowhere."""

    what: Literal["person"]


@dataclass(frozen=True)
class Rises:
    """Marks a field that has a better end: how good each value is for us. Without `steps` the number itself says it."""

    steps: Mapping[Any, int] | None = None


@dataclass(frozen=True)
class Theirs:
    """Marks a list that looks from a rival's side: what rises there is bad for us."""


PersonId = Annotated[Id, RefersTo("person")]
# In the currency of the deal; never negative: a loss is a field of its own.
Money = Annotated[float, Field(ge=0, allow_inf_nan=False)]


class Record(BaseModel):
    """A value: frozen, without unknown fields; its repr shows only what differs from the default."""

    # Schemas are built at first use: importing the method must stay as cheap as importing pydantic.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    # How its fields are called in a path (`sellkit.models.paths`): the list that a sheet is about is not named, a field
    # may go by another name, KEYS tell one row from another, and what only says how a sheet is filled in holds no
    # answers.
    MAIN: ClassVar[str] = ""
    PLACES: ClassVar[Mapping[str, str]] = {}
    KEYS: ClassVar[frozenset[str]] = frozenset({"id"})
    ANSWERS: ClassVar[bool] = True

    def changed(self, **changes: Any) -> Self:
        """A copy with some fields changed, validated again."""
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).model_validate(fields | changes, by_alias=False, by_name=True)

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        for name, field in type(self).model_fields.items():
            value = getattr(self, name)
            if field.is_required() or value != field.get_default(call_default_factory=True):
                yield name, value


T = TypeVar("T")
R = TypeVar("R", bound=Record)


class Named(Record):
    """Anything that is known by an id and called by a name: a person, a stage, a rival, a deal."""

    id: Id
    name: str = ""

    @property
    def label(self) -> str:
        """The name, or the id while nobody has filled in a name."""
        return self.name.strip() or self.id


class Judged(Record, Generic[T]):
    """A judgement with what it rests on (M60).

    value       the mark; "unknown" is an answer ("not known yet"), None is a blank
    cites       passages of the dossier that carry it
    confidence  unclear 不清 < inferred 推理 < explicit 明确 < agreed 共识
    witness     who says so, `on` which day: in a real deal this stands where an exercise has a passage
    note        the quote, or whatever else belongs to it; a note alone is no evidence
    """

    value: T | Unknown | None = None
    cites: tuple[PassageId, ...] = ()
    confidence: Confidence | None = None
    witness: str = ""
    on: date | None = None
    note: str = ""

    def __repr_name__(self) -> str:
        return "Judged"

    @property
    def given(self) -> T | None:
        """The mark if there is one; None for blank and for "unknown", so unknown can never pass for a value."""
        return None if self.value == "unknown" else self.value

    @property
    def known(self) -> bool:
        """A mark was given and it is not "unknown"."""
        return self.value is not None and self.value != "unknown"

    @property
    def backed(self) -> bool:
        """Something can be looked up, or somebody can be asked: a passage, or a named witness."""
        return bool(self.cites) or bool(self.witness.strip())

    @property
    def confirmed(self) -> bool:
        """Known, backed, and explicit or agreed: only such marks count in balances and gates."""
        return self.known and self.backed and self.confidence in ("explicit", "agreed")

    @property
    def settled(self) -> T | None:
        """The mark if it is confirmed, else None."""
        return self.given if self.confirmed else None

    @property
    def state(self) -> State:
        """How far this mark is: blank, answered with "unknown", given but unconfirmed, or confirmed."""
        if self.value is None:
            return "blank"
        if self.value == "unknown":
            return "unknown"
        return "confirmed" if self.confirmed else "unconfirmed"


def grounds_of(marks: Sequence[Judged[Any]]) -> dict[str, Any]:
    """What one mark rests on that follows from several: as sure as the least sure of them, as old as the oldest,
    and with passages and witnesses only if each of them has something to look up."""
    backed = all(mark.backed for mark in marks)
    sure = [mark.confidence for mark in marks]
    return {
        "cites": tuple(dict.fromkeys(cite for mark in marks for cite in mark.cites)) if backed else (),
        "confidence": None if None in sure else min(filter(None, sure), key=CONFIDENCES.index),
        "witness": ", ".join(dict.fromkeys(mark.witness for mark in marks if mark.witness.strip())) if backed else "",
        "on": min((mark.on for mark in marks if mark.on is not None), default=None),
    }


def each_once(kind: str, ids: Iterable[object]) -> None:
    """Raises ValueError naming the first that stands twice."""
    seen: set[object] = set()
    for each in ids:
        if each in seen:
            raise PydanticCustomError("content-twice", "{found} stands twice", {"found": f"{kind} {each!r}"})
        seen.add(each)


def no_such(what: str, known: Iterable[str]) -> PydanticCustomError:
    """The ValueError for a name that leads nowhere; it lists the names that there are."""
    expected = ", ".join(sorted(known))
    return PydanticCustomError(
        "content-no-such", "there is no {found}; there are: {expected}", {"found": what, "expected": expected}
    )


def key_of(row: Record) -> str:
    """What a row is known by: its key, its id, or the person it is about; "" if it has nothing of its own."""
    for name in _keys_of(type(row)):
        key = getattr(row, name)
        if key and isinstance(key, str):  # `key` can also be a yes or no
            return key
    return ""


@cache
def _keys_of(model: type[Record]) -> tuple[str, ...]:
    return tuple(name for name in ("key", "id", "person") if name in model.model_fields or hasattr(model, name))


def _rows_once(rows: tuple[R, ...]) -> tuple[R, ...]:
    each_once("row", [key_of(row) for row in rows])
    return rows


# The rows of a sheet: no two are known by the same name.
Rows = Annotated[tuple[R, ...], AfterValidator(_rows_once)]
