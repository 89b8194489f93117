"""Methods written as data: ours in `sellkit/content/methods`, a trainer's in a folder `methods` beside their cases.

The reader and the check of such files. A list of levels may be borrowed from a scale of the house: `levels: attitude`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any

from pydantic import ValidationError

from sellkit.models.methods.checklist import Checklist
from sellkit.models.methods.grid import Grid
from sellkit.models.methods.sheets import SHEETS, Method
from sellkit.models.methods.table import Table
from sellkit.models.scale import Level
from sellkit.training import places
from sellkit.training.faults import faults_of
from sellkit.training.ids import is_id
from sellkit.training.refusals import ContentError, NotFound
from sellkit.training.yamlfile import YamlFile, read_yaml
from sellkit.training.yamlfolder import file_in, files_of, id_of, ids_in, meant

_beside: ContextVar[Traversable | None] = ContextVar("beside", default=None)
SHAPES: dict[str, type[Method]] = {shape.model_fields["kind"].default: shape for shape in SHEETS}


@cache
def methods() -> tuple[str, ...]:
    """Ids of all methods, ours first; a pack cannot take the name of one of ours."""
    return ids_in(_roots())


@cache
def method(method_id: str) -> Method:
    """One method. Raises NotFound, or ContentError with file and line."""
    file = file_in(_roots(), method_id)
    if file is None:
        raise NotFound("no-method", method=str(method_id)[:80], known=", ".join(methods()))
    return read_method(file)


def refresh() -> None:
    """Forget what was read, so that an author sees changed files."""
    methods.cache_clear()
    method.cache_clear()


@contextmanager
def beside(cases: Traversable) -> Iterator[None]:
    """Meanwhile know the methods beside these cases too, which an author checks before they are installed."""
    token = _beside.set(cases.joinpath("methods"))
    refresh()
    try:
        yield
    finally:
        _beside.reset(token)
        refresh()


def read_method(source: Traversable) -> Method:
    """The method in a file. Raises ContentError for its first fault."""
    found, wrong = _read(source)
    if found is None or wrong:
        raise wrong[0]
    return found


def faults(source: Traversable) -> list[ContentError]:
    """Everything that is wrong with the method in a file; empty if it can be used."""
    try:
        return _read(source)[1]
    except ContentError as fault:
        return [fault]


def sources(named: str) -> list[Traversable]:
    """The files that somebody means: a file, a folder, a method's id; "" for all installed ones. Raises NotFound."""
    found = meant(named, _roots())
    if not found:
        raise NotFound("no-method", method=named[:80], known=", ".join(methods()))
    return found


def _roots() -> Iterator[Traversable]:
    yield places.content("methods")
    yield from (root.joinpath("methods") for root in places.case_roots())
    if (folder := _beside.get()) is not None:
        yield folder


def _read(source: Traversable) -> tuple[Method | None, list[ContentError]]:
    name = f"methods/{source.name}"
    file = read_yaml(name, source.read_bytes())
    data = file.data if isinstance(file.data, dict) else {}
    wrong = []
    if data.get("id") != source.name[:-5]:
        wrong.append(ContentError("method-not-file", file=name, line=file.line(("id",)), id=str(data.get("id", ""))))
    shape = SHAPES.get(str(data.get("kind")))
    if shape is None:
        line, allowed = file.line(("kind",)), ", ".join(SHAPES)
        return None, [*wrong, ContentError("content-not-one-of", place="kind", file=name, line=line, allowed=allowed)]
    try:
        found = shape.model_validate(_with_levels(data, file))
    except ValidationError as error:
        return None, wrong + faults_of(file, error)
    return found, wrong + [
        ContentError("method-reserved", place=".".join(map(str, path)), file=name, line=file.line(path), name=taken)
        for path, taken in _reserved(found)
    ]


def _reserved(found: Method) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Names by which an answer means something else: "not known yet", and the stage that is claimed."""
    levels: dict[tuple[str | int, ...], tuple[Level, ...]] = {}
    if isinstance(found, Checklist):
        levels = {("levels",): found.levels}
    elif isinstance(found, Grid):
        levels = {("x", "levels"): found.x.levels, ("y", "levels"): found.y.levels}
    elif isinstance(found, Table):
        levels = {("columns", n, "levels"): column.levels or () for n, column in enumerate(found.columns)}
    else:
        yield from (
            (("rungs", n, "outcomes", m, "id"), outcome.id)
            for n, rung in enumerate(found.rungs)
            for m, outcome in enumerate(rung.outcomes)
            if outcome.id == "claimed"
        )
    for path, each in levels.items():
        yield from (((*path, n, "id"), level.id) for n, level in enumerate(each) if level.id == "unknown")


def _with_levels(data: Any, file: YamlFile, path: tuple[str | int, ...] = ()) -> Any:
    """The data with each `levels: <scale>` replaced by the levels of that scale."""
    if isinstance(data, list):
        return [_with_levels(each, file, (*path, number)) for number, each in enumerate(data)]
    if not isinstance(data, dict):
        return data
    levels = data.get("levels")
    if isinstance(levels, str):
        data = data | {"levels": _levels_of(levels, file, (*path, "levels"))}
    return {key: _with_levels(value, file, (*path, key)) for key, value in data.items()}


def _levels_of(scale: str, file: YamlFile, path: tuple[str | int, ...]) -> Any:
    source = places.content("scales", f"{scale}.yaml")
    if not is_id(scale) or not source.is_file():
        known = sorted(id_of(each) for each in files_of(places.content("scales")))
        line, allowed = file.line(path), ", ".join(known)
        raise ContentError("content-no-such", place="levels", file=file.name, line=line, named=scale, allowed=allowed)
    return read_yaml(f"scales/{scale}.yaml", source.read_bytes()).data["levels"]
