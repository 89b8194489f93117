"""Generated records of any class of sheets, from the declarations of its fields: what a person could fill in, and what
nobody would."""

import types
from datetime import date
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from sellkit.models.base import Judged, Record
from sellkit.models.pain.pain_chain import Statement

IDS = st.sampled_from(["chen", "novak", "li-2", "1", "r-1", "us", "rival-a"])
WORDS = [
    "not known yet",
    "还不知道",
    "unknown",
    "not-found",
    "(empty)",
    "（空）",
    "leaf",
    "=1+1",
    "-",
    "+1",
    "@a",
    "是",
    "1",
]
TEXTS = st.one_of(
    st.sampled_from(["", *WORDS, "Chen", "Smith, John", "多行\n文字", "\\n", "\\", " a ", "a\r\nb", "；、，"]),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12),
)
DATES = st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 1, 1))


def records(model: type[Record], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Records of a class; those that its own rules refuse (two rows with one id) are passed over."""
    return st.fixed_dictionaries({}, optional=_fields(model) | given).map(lambda data: _made(model, data)).filter(bool)


def _fields(model: type[Record]) -> dict[str, st.SearchStrategy[Any]]:
    fields = {name: values(info.annotation, info.metadata) for name, info in model.model_fields.items()}
    return {name: strategy for name, strategy in fields.items() if strategy is not None}


def _made(model: type[Record], data: dict[str, Any]) -> Record | None:
    required = {name: IDS for name, info in model.model_fields.items() if info.is_required() and name not in data}
    if required:
        return None
    try:
        return model.model_validate(data)
    except ValueError:
        return None


def _whole(model: type[Record]) -> st.SearchStrategy[Any]:
    fields = _fields(model)
    needed = {
        name: fields.pop(name) for name, info in model.model_fields.items() if info.is_required() and name in fields
    }
    made = st.fixed_dictionaries(needed, optional=fields).map(lambda data: _made(model, data))
    return made.filter(lambda record: record is not None)


def values(annotation: Any, metadata: Any = ()) -> st.SearchStrategy[Any] | None:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        marks = [mark for each in more for mark in (each.metadata if isinstance(each, FieldInfo) else [each])]
        return values(inner, [*metadata, *marks])
    if origin in (Union, types.UnionType):
        return st.one_of([found for each in get_args(annotation) if (found := values(each, metadata)) is not None])
    if origin is Literal:
        return st.sampled_from(get_args(annotation))
    if origin in (tuple, frozenset):
        inner = values(get_args(annotation)[0])
        assert inner is not None
        item = get_args(annotation)[0]
        rows = isinstance(item, type) and issubclass(item, Record)
        if rows and not issubclass(item, Judged):
            return st.lists(inner, max_size=3, unique_by=_key).map(tuple)
        return st.lists(inner, max_size=3, unique=not rows).map(tuple if origin is tuple else frozenset)
    if annotation is type(None):
        return st.none()
    if annotation is Statement:
        return st.one_of(
            IDS.map(lambda bank: Statement(bank=bank)),
            TEXTS.filter(lambda text: text.strip() and len(text) < 99).map(lambda text: Statement(text=text)),
        )
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return st.deferred(lambda: _whole(annotation)) if annotation.ANSWERS else None
    return _plain(annotation, metadata)


def _key(row: Any) -> Any:
    return getattr(row, "id", None) or getattr(row, "person", None) or id(row)


def _plain(annotation: Any, metadata: Any) -> st.SearchStrategy[Any] | None:
    low = next((mark.ge for mark in metadata if getattr(mark, "ge", None) is not None), None)
    high = next((mark.le for mark in metadata if getattr(mark, "le", None) is not None), None)
    pattern = next((mark.pattern for mark in metadata if getattr(mark, "pattern", None)), None)
    if annotation is str:
        return (
            (
                st.sampled_from(["notes.p1", "mail.p2"])
                if "." in pattern.replace("^", "")[5:] and r"\." in pattern
                else IDS
            )
            if pattern
            else TEXTS
        )
    return {
        bool: st.booleans(),
        int: st.integers(low if low is not None else -5, high if high is not None else 10**6),
        float: st.floats(low if low is not None else -1e9, high if high is not None else 1e12, allow_nan=False).map(
            lambda x: float(f"{x:.12g}")
        ),
        date: DATES,
    }.get(annotation)
