"""A deal or an account as a file, JSON or YAML: what is filled in, the methods of its sheets by id, and the version.

    schema: sellkit.deal/2
    deal: {id: park, name: Platform for the park, people: {people: [{id: chen, …}]}, …}

Fields have the names of the models. Nothing is guessed: a name that no model has, a key written twice and a method of
another version are refused, all of them at once.
"""

import json
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from sellkit.errors import SellkitError
from sellkit.interchange.errors import FileFault, FileRefused
from sellkit.interchange.kinds import Kind, held_in, kind_of
from sellkit.interchange.plain import plain
from sellkit.models.binder import Binder
from sellkit.tables.nested import path_in
from sellkit.training.faults import faults_from
from sellkit.training.methods import method
from sellkit.training.refusals import ContentError
from sellkit.training.yamlfile import YamlFile, read_yaml

B = TypeVar("B", bound=Binder)
MAX_BYTES = 20_000_000


def to_json(record: Binder) -> str:
    """The record as JSON. Raises FileRefused for a number that no file can hold."""
    return json.dumps(_parts(record), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def to_yaml(record: Binder) -> str:
    """The record as YAML, for people to read and change. Raises FileRefused for a number that no file can hold."""
    dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    return str(yaml.dump(_parts(record), Dumper=dumper, allow_unicode=True, sort_keys=False, width=110))


def read_record(kind: Kind[B], name: str, raw: bytes) -> B:
    """The record in a file, JSON or YAML, of this version or an earlier one; `name` is what messages call the file.

    Raises FileRefused with every fault.
    """
    file = _read(name, raw)
    data = _newest(kind, name, file.data)
    return _record(kind, file, data, moved=data is not file.data)


def _parts(record: Binder) -> dict[str, Any]:
    kind = kind_of(record)
    try:
        return {"schema": kind.schema, kind.id: plain(record)}
    except FileFault as fault:
        raise FileRefused(record.id, [fault]) from None


def _read(name: str, raw: bytes) -> YamlFile:
    try:
        if len(raw) > MAX_BYTES:
            raise FileFault("file-too-large", place=name, limit=MAX_BYTES // 1_000_000)
        if raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
            return _read_json(name, raw)
        return read_yaml(name, raw)
    except SellkitError as fault:
        raise FileRefused(name, [fault]) from None


def _read_json(name: str, raw: bytes) -> YamlFile:
    try:
        data = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise ContentError("yaml-not-utf8", file=name, line=raw[: error.start].count(b"\n") + 1) from None
    except json.JSONDecodeError as error:
        raise FileFault("file-not-json", place=name, line=error.lineno, problem=error.msg) from None
    except _Twice as twice:
        raise FileFault("file-key-twice", place=name, name=twice.args[0]) from None
    except (RecursionError, ValueError) as error:
        raise FileFault("file-not-json", place=name, line=1, problem=str(error)[:80]) from None
    return YamlFile(name, data, _lines(name, raw))


def _lines(name: str, raw: bytes) -> dict[tuple[str | int, ...], int]:
    """On which line each thing stands: JSON is YAML as well, for files of a size that people read."""
    try:
        return read_yaml(name, raw).lines
    except ContentError:
        return {}


class _Twice(ValueError):
    """A key that stands twice."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _Twice(next(name for name in names if names.count(name) > 1)[:60])
    return found


def _no_constant(said: str) -> None:
    raise ValueError(said)


def _newest(kind: Kind[Any], name: str, read: Any) -> dict[str, Any]:
    """The parts of the file in the newest version."""
    if not isinstance(read, dict):
        raise FileRefused(name, [_nothing(kind, name)])
    data: dict[str, Any] = read
    for _ in kind.migrations:
        schema = data.get("schema")
        if isinstance(schema, str) and schema in kind.migrations:
            data = kind.migrations[schema](data)
    schema = data.get("schema")
    if schema != kind.schema:
        ours, said = kind.schema.partition("/")[0], schema.partition("/")[0] if isinstance(schema, str) else ""
        key = "file-newer" if said == ours else "file-other-kind" if said.startswith("sellkit.") else "file-no-schema"
        raise FileRefused(name, [FileFault(key, place=name, found=str(schema)[:40], known=kind.schema)])
    return data


def _nothing(kind: Kind[Any], name: str) -> FileFault:
    return FileFault("file-nothing", place=name, name=kind.id, known=kind.schema)


def _record(kind: Kind[B], file: YamlFile, data: dict[str, Any], moved: bool) -> B:
    faults: list[SellkitError] = [
        ContentError("content-unknown-key", place=str(key), file=file.name, line=file.line((key,)), name=str(key))
        for key in data
        if key not in ("schema", kind.id)
    ]
    held = data.get(kind.id)
    if not isinstance(held, dict):
        raise FileRefused(file.name, [*faults, _nothing(kind, file.name)])
    joined, wrong = _joined(kind.model, held)
    # A file of an older version has its lines elsewhere: its faults are named by place alone.
    lines = {} if moved else {path[1:]: line for path, line in file.lines.items() if path[:1] == (kind.id,)}
    inner = YamlFile(file.name, held, lines)
    try:
        found = kind.model.model_validate(joined)
    except ValidationError as error:
        faults += faults_from(inner, _told_once(joined, error))
    faults += wrong
    if faults:
        raise FileRefused(file.name, faults)
    return found


def _joined(model: type[Binder], data: dict[str, Any], place: str = "") -> tuple[dict[str, Any], list[SellkitError]]:
    """The data with each sheet joined with its method, in the record and in every deal that it holds."""
    found, wrong = dict(data), list[SellkitError]()
    if isinstance(sheets := data.get("methods"), dict):
        found["methods"], wrong = _with_methods(sheets, f"{place}methods")
    for name, held in held_in(model).items():
        rows = data.get(name)
        if not isinstance(rows, list):
            continue
        found[name] = []
        for number, row in enumerate(rows, 1):
            whole, more = _joined(held, row, f"{place}{name}/{number}/") if isinstance(row, dict) else (row, [])
            found[name].append(whole)
            wrong += more
    return found, wrong


def _told_once(data: Any, error: ValidationError) -> list[Any]:
    """What pydantic found, once for each place: of several kinds of value that may stand there it names each one."""
    found: dict[tuple[Any, ...], Any] = {}
    for detail in error.errors(include_url=False):
        path = path_in(data, detail["loc"])
        if detail["type"] in ("missing", "extra_forbidden"):
            path = (*path, detail["loc"][-1]) if path[-1:] != detail["loc"][-1:] else path
        if (first := found.setdefault(path, {**detail, "loc": path})) and first["type"] == detail[
            "type"
        ] == "literal_error":
            allowed = [first["ctx"]["expected"], detail["ctx"]["expected"]]
            first["ctx"] = {"expected": " or ".join(dict.fromkeys(allowed))}
    return list(found.values())


def _with_methods(sheets: dict[str, Any], place: str) -> tuple[dict[str, Any], list[SellkitError]]:
    """Each sheet joined with its method; those that cannot be are left out and named."""
    joined: dict[str, Any] = {}
    wrong: list[SellkitError] = []
    for id, sheet in sheets.items():
        if not isinstance(sheet, dict):
            wrong.append(FileFault("file-no-sheet", place=f"{place}/{id}"))
            continue
        try:
            found = method(str(sheet.get("method", id)))
        except SellkitError as error:
            wrong.append(error)
            continue
        filled_with = sheet.get("version", found.version)
        if filled_with != found.version:
            said = str(filled_with)[:20]
            wrong.append(FileFault("file-other-version", place=f"{place}/{id}", found=said, known=found.version))
            continue
        rest = {name: value for name, value in sheet.items() if name not in ("method", "version")}
        joined[id] = {"kind": found.kind, **rest, "method": found}
    return joined, wrong
