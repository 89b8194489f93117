"""Go on reading where a file is partly wrong, so that the case checker lists everything at once.

What is at fault is replaced by a stand-in of the right shape; what refers to the rest of the file can then still be
checked. Only the checker uses this: a trainee never sees a case that has a fault.
"""

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from sellkit.models.text import LANGUAGES
from sellkit.training.faults import faults_of
from sellkit.training.ids import is_id
from sellkit.training.refusals import ContentError
from sellkit.training.yamlfile import YamlFile

M = TypeVar("M", bound=BaseModel)
Path = tuple[int | str, ...]
# a place in the file, "*" for any one part → what stands there instead, made of what was written and its position
StandIns = Mapping[Path, Callable[[Any, int | str], Any]]

_DROP = object()
_TEXT = dict.fromkeys(LANGUAGES, "?")


def salvage(file: YamlFile, model: type[M], stand_ins: StandIns) -> tuple[M | None, list[ContentError], frozenset[str]]:
    """The file as `model`, every fault of it, and which of its parts hold stand-ins; None if too much is wrong."""
    try:
        return model.model_validate(file.data), [], frozenset()
    except ValidationError as error:
        faults = faults_of(file, error)
        data, stood_in = deepcopy(file.data), set()
        for detail in error.errors(include_url=False, include_context=False):
            path = detail["loc"]
            if detail["type"] != "extra_forbidden":
                path, make = _nearest(path, stand_ins)
                stood_in.add(str(path[0]) if path else "")
                _put(data, path, make)
            else:
                _put(data, path, lambda *_: _DROP)
    try:
        return model.model_validate(data), faults, frozenset(stood_in)
    except ValidationError:
        return None, faults, frozenset(stood_in)


def _nearest(path: Path, stand_ins: StandIns) -> tuple[Path, Callable[[Any, int | str], Any]]:
    for pattern, make in stand_ins.items():
        if len(pattern) <= len(path) and all(
            want in ("*", part) for want, part in zip(pattern, path[: len(pattern)], strict=True)
        ):
            return path[: len(pattern)], make
    return (), lambda raw, _: raw


def _put(data: Any, path: Path, make: Callable[[Any, int | str], Any]) -> None:
    within: Any = {0: data}
    part: Any = 0
    for step in path:
        within, part = within[part], step
        if not isinstance(within, dict | list):  # replaced on account of another fault
            return
    made = make(within.get(part) if isinstance(within, dict) else within[part], part)
    if made is not _DROP:
        within[part] = made
    else:
        within.pop(part, None)


def _id(raw: Any, at: int | str) -> str:
    found = raw.get("id") if isinstance(raw, dict) else None
    return str(found) if is_id(found) else f"unreadable-{at}"


def _person(raw: Any, at: int | str) -> Any:
    above = raw.get("reports_to") if isinstance(raw, dict) else None
    return {"id": _id(raw, at), "name": "?", "title": _TEXT, "reports_to": above if is_id(above) else None}


def _document(raw: Any, at: int | str) -> Any:
    return {"id": _id(raw, at), "kind": "mail", "title": _TEXT, "date": "2000-01-01"}


def _rubric(raw: Any, _: int | str) -> Any:
    version = raw.get("version") if isinstance(raw, dict) else None
    criterion = {"id": "unreadable", "title": _TEXT, "weight": 100, "levels": [{"points": 0, "says": _TEXT}]}
    return {"version": version, "criteria": [criterion]}


def _text(*_: Any) -> Any:
    return _TEXT


def _texts(*_: Any) -> Any:
    return [_TEXT] * 3


CASE: StandIns = {
    ("people", "*"): _person,
    ("documents", "*"): _document,
    ("title",): _text,
    ("summary",): _text,
    ("seller",): _text,
}
EXERCISE: StandIns = {
    ("title",): _text,
    ("brief",): _text,
    ("teaches",): _texts,
    ("leaves_out",): _texts,
    ("hints",): _texts,
    ("minutes",): lambda *_: 1,
    ("version",): lambda *_: 1,
    ("statements", "*"): lambda raw, at: {"id": _id(raw, at), "use": "both", "text": _TEXT},
    ("rubric",): _rubric,
}
KEY: StandIns = {
    ("answers", "*"): lambda *_: _DROP,
    # an empty answer that is said to earn nothing: sound by itself, and the later samples keep their places
    ("samples", "*"): lambda raw, at: {
        "id": _id(raw, at),
        "title": _TEXT,
        "language": LANGUAGES[0],
        "answers": {},
        "total": 0,
        "criteria": {},
    },
}
