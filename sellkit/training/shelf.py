"""The only reader of content: cases, exercises, keys. What it hands out is frozen and shared by every session.

`$SELLKIT_SOLUTIONS` and installed packs are looked at when something is first asked for; `refresh` forgets it all.
"""

from functools import cache
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from sellkit.models.text import LANGUAGES
from sellkit.training import methods, places
from sellkit.training.case import Case, CaseHead, Document
from sellkit.training.dossier import read_blocks
from sellkit.training.exercise import Exercise
from sellkit.training.faults import faults_of
from sellkit.training.ids import checked_id, is_id, split_exercise
from sellkit.training.key import Key, KeyFile
from sellkit.training.refusals import ContentError, NoKey, NotFound
from sellkit.training.yamlfile import YamlFile, read_yaml

M = TypeVar("M", bound=BaseModel)


@cache
def cases() -> tuple[str, ...]:
    """Ids of all cases, ours first in the index's order, then packs'."""
    found: dict[str, None] = {}
    for root in places.case_roots():
        for entry in listed(root)[0]:
            if is_id(entry.get("id")):
                found.setdefault(entry["id"])
        if root.is_dir():
            for folder in sorted(child.name for child in root.iterdir() if is_id(child.name)):
                if root.joinpath(folder, "case.yaml").is_file():
                    found.setdefault(folder)
    return tuple(found)


@cache
def exercises(case_id: str) -> tuple[str, ...]:
    """Ids of a case's exercises in the order of the course. Raises NotFound."""
    folder, root = _found_case(case_id)
    ids = {f"{case_id}/{child.name[:-5]}" for child in folder.iterdir() if is_exercise_file(child.name)}
    order = [e for entry in listed(root)[0] if entry.get("id") == case_id for e in entry.get("exercises", ())]
    return tuple([e for e in order if e in ids] + sorted(ids - set(order)))


@cache
def case(case_id: str) -> Case:
    """One case with its dossier. Raises NotFound, or ContentError with file and line."""
    folder, _ = _found_case(case_id)
    head = validated(read_yaml(f"{case_id}/case.yaml", folder.joinpath("case.yaml").read_bytes()), CaseHead)
    documents = []
    for document in head.documents:
        texts = {}
        for language in LANGUAGES:
            name = f"{case_id}/dossier/{language}/{document.id}.md"
            file = folder.joinpath("dossier", language, f"{document.id}.md")
            if not file.is_file():
                raise ContentError("dossier-missing", file=name, line=1)
            texts[language] = read_blocks(name, file.read_bytes())
        documents.append(Document(**dict(document), texts=texts))
    parts = {name: value for name, value in head if name != "schema_"}
    return Case(**parts | {"documents": tuple(documents)})


@cache
def exercise(exercise_id: str) -> Exercise:
    """One exercise. Raises NotFound, or ContentError with file and line."""
    case_id, name = split_exercise(exercise_id)
    folder, _ = _found_case(case_id)
    file = folder.joinpath(f"{name}.yaml")
    if not is_exercise_file(f"{name}.yaml") or not file.is_file():
        raise NotFound("no-exercise", exercise=exercise_id)
    found = validated(read_yaml(f"{exercise_id}.yaml", file.read_bytes()), Exercise)
    if found.id != exercise_id:
        raise ContentError("id-not-path", file=f"{exercise_id}.yaml", line=1, id=found.id)
    return found


@cache
def key(exercise_id: str) -> Key:
    """The key of an exercise with its graded samples. Raises NoKey where solutions are not installed."""
    return Key.of(validated(key_file(exercise_id), KeyFile))


def key_file(exercise_id: str) -> YamlFile:
    """The key's file as written. Raises NoKey, ContentError."""
    case_id, name = split_exercise(exercise_id)
    for root in places.solution_roots():
        file = root.joinpath(case_id, f"{name}.yaml")
        if file.is_file():
            return read_yaml(f"{exercise_id}.yaml", file.read_bytes())
    raise NoKey("no-key", exercise=exercise_id)


def refresh() -> None:
    """Forget what was read, so that an author sees changed files."""
    for cached in (cases, exercises, case, exercise, key):
        cached.cache_clear()
    methods.refresh()


def validated(file: YamlFile, model: type[M]) -> M:
    """The file's data as `model`; the first fault becomes a ContentError that knows its line."""
    try:
        return model.model_validate(file.data)
    except ValidationError as error:
        raise faults_of(file, error)[0] from None


def _found_case(case_id: str) -> tuple[Traversable, Traversable]:
    for root in places.case_roots():
        folder = root.joinpath(checked_id(case_id))
        if folder.joinpath("case.yaml").is_file():
            return folder, root
    raise NotFound("no-case", case=case_id)


def case_folder(case_id: str) -> Traversable:
    """Where a case lies. Raises NotFound."""
    return _found_case(case_id)[0]


def is_exercise_file(name: str) -> bool:
    """True for the file of an exercise, such as `pain-chain.yaml`."""
    return name.endswith(".yaml") and name != "case.yaml" and is_id(name[:-5])


def listed(root: Traversable) -> tuple[list[dict[str, Any]], YamlFile | None]:
    """The cases of a root as its index.yaml orders them, and that file if there is one. Raises ContentError."""
    source = root.joinpath("index.yaml")
    if not source.is_file():
        return [], None
    file = read_yaml("index.yaml", source.read_bytes())
    entries = file.data.get("cases") if isinstance(file.data, dict) else None
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise ContentError("content-not-list", place="cases", file="index.yaml", line=file.line(("cases",)))
    return entries, file
