"""Check a case and list everything that is wrong with it at once, each with file, line, fault and next step.

A file that cannot be read is one fault; all that does not depend on it is checked all the same.
"""

from collections import Counter
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from sellkit.errors import SellkitError
from sellkit.models.text import LANGUAGES, Language
from sellkit.training import methods, places, salvage, shelf
from sellkit.training.case import Case, CaseHead, Document
from sellkit.training.dossier import Block, scan_blocks
from sellkit.training.exercise import Exercise
from sellkit.training.key_lint import key_faults
from sellkit.training.method_lint import method_faults
from sellkit.training.personas import persona_faults
from sellkit.training.refusals import ContentError
from sellkit.training.words import Words
from sellkit.training.yamlfile import YamlFile, read_yaml


class Fault(NamedTuple):
    """One thing to mend. `words` turns it into a sentence; `line` is 0 where a whole file is meant."""

    file: str
    line: int
    place: str
    error: SellkitError

    def says(self, words: Words) -> str:
        """What is wrong."""
        return words.fault(self.error)

    def next(self, words: Words) -> str:
        """What to do about it."""
        return words.next_step(self.error)


def check_case(folder: Traversable, keys: Traversable | None = None) -> list[Fault]:
    """Every fault of the case in `folder`, and of its keys in `keys` (a folder of the same name), sorted by file and
    line. An empty list means that the case can be used."""
    checker = _Checker(folder, keys)
    faults = [_fault(error, folder.name) for error in checker.all()]
    unique = {(f.file, f.line, f.place, f.error.key, str(f.error)): f for f in faults}
    return sorted(unique.values(), key=lambda fault: (fault.file, fault.line, fault.place, fault.error.key))


def _fault(error: ContentError, file: str) -> Fault:
    return Fault(str(error.params.get("file", file)), int(error.params.get("line", 0)), error.place, error)


class Checked(NamedTuple):
    """A case that was checked, with its keys, or without where there are none."""

    case: str
    keys: Traversable | None
    faults: list[Fault]


def checked(asked: str = "", keys: Path | None = None) -> Iterator[Checked]:
    """Check the case in a folder, each case in a folder of cases, an installed case by its id, or all that are
    installed. Keys are looked for in `keys`, else where this house keeps them: `solutions/` beside the folder of the
    cases. Raises NotFound."""
    if asked and Path(asked).is_dir():
        folder = Path(asked).resolve()
        cases = [] if folder.joinpath("case.yaml").is_file() else sorted(folder.glob("*/case.yaml"))
        for each in [file.parent for file in cases] or [folder]:
            with methods.beside(each.parent):
                found = _checked(each, keys or each.parent.parent / "solutions" / each.name)
            yield found._replace(faults=[*found.faults, *_listing(each)])
    else:
        for case_id in [asked] if asked else shelf.cases():
            installed = (root.joinpath(case_id) for root in places.solution_roots())
            yield _checked(shelf.case_folder(case_id), keys or next((k for k in installed if k.is_dir()), None))


def _listing(folder: Path) -> Iterator[Fault]:
    """What index.yaml beside a case says about it that is not so."""
    try:
        entries, file = shelf.listed(folder.parent)
    except ContentError as error:
        yield _fault(error, "index.yaml")
        return
    for n, entry in enumerate(entries):
        at: tuple[str | int, ...] = ("cases", n, "exercises")
        for exercise in entry.get("exercises", ()) if entry.get("id") == folder.name else ():
            if not folder.parent.joinpath(f"{exercise}.yaml").is_file():
                line = file.line(at) if file else 0
                yield _fault(ContentError("lint-not-there", file="index.yaml", line=line, name=str(exercise)), "")


def _checked(folder: Traversable, keys: Traversable | None) -> Checked:
    found = keys if keys is not None and keys.is_dir() else None
    return Checked(folder.name, found, check_case(folder, found))


class _Checker:
    def __init__(self, folder: Traversable, keys: Traversable | None) -> None:
        self.folder = folder
        self.keys = keys

    def all(self) -> Iterator[ContentError]:
        name = self.folder.name
        if not self.folder.joinpath("case.yaml").is_file():
            yield ContentError("lint-not-a-case", file=name, line=0)
            return
        file, faults = _load(f"{name}/case.yaml", self.folder.joinpath("case.yaml"))
        yield from faults
        head = None
        if file is not None:
            head, faults, _ = salvage.salvage(file, CaseHead, salvage.CASE)
            yield from faults
        if file is not None and head is not None:
            yield from _people(file, head)
            if head.id != name:
                yield ContentError("id-not-path", file=file.name, line=file.line(("id",)), id=head.id)
        documents: list[Document] = []
        yield from self._dossier(head, documents)
        case = None
        if head is not None:
            parts = {part: value for part, value in head if part not in ("schema_", "documents")}
            case = Case(**parts, documents=tuple(documents))
        yield from persona_faults(self.folder, case)
        exercises: set[str] = set()
        for child in sorted(self.folder.iterdir(), key=lambda child: child.name):
            if shelf.is_exercise_file(child.name):
                exercises.add(child.name)
                yield from self._exercise(child, case)
        if self.keys is not None:
            for child in sorted(self.keys.iterdir(), key=lambda child: child.name):
                if child.name.endswith(".yaml") and child.name not in exercises:
                    yield ContentError("lint-no-exercise", file=f"solutions/{name}/{child.name}", line=0)

    def _dossier(self, head: CaseHead | None, documents: list[Document]) -> Iterator[ContentError]:
        listed = [document.id for document in head.documents] if head else []
        texts: dict[str, dict[Language, tuple[Block, ...]]] = {}
        for language in LANGUAGES:
            shelf_of = self.folder.joinpath("dossier", language)
            files = {f.name[:-3]: f for f in shelf_of.iterdir() if f.name.endswith(".md")} if shelf_of.is_dir() else {}
            for name in [*listed, *sorted(files.keys() - set(listed))]:
                path = f"{self.folder.name}/dossier/{language}/{name}.md"
                if name not in files:
                    yield ContentError("dossier-missing", file=path, line=0)
                    continue
                if head is not None and name not in listed:
                    yield ContentError("lint-document-unlisted", file=path, line=0)
                blocks, faults = scan_blocks(path, files[name].read_bytes())
                yield from faults
                texts.setdefault(name, {})[language] = blocks
        for name, versions in texts.items():
            yield from _differences(self.folder.name, name, versions)
        listed_heads = head.documents if head else ()
        documents.extend(Document(**dict(document), texts=texts.get(document.id, {})) for document in listed_heads)

    def _exercise(self, source: Traversable, case: Case | None) -> Iterator[ContentError]:
        name = f"{self.folder.name}/{source.name}"
        file, faults = _load(name, source)
        yield from faults
        exercise, stood_in = None, frozenset[str]()
        if file is not None:
            exercise, faults, stood_in = salvage.salvage(file, Exercise, salvage.EXERCISE)
            yield from faults
        if file is not None and exercise is not None:
            yield from _exercise_faults(file, exercise, case)
        if self.keys is None:
            return
        key = self.keys.joinpath(source.name)
        if not key.is_file():
            yield ContentError("lint-key-missing", file=f"solutions/{name}", line=0)
            return
        file, faults = _load(f"solutions/{name}", key)
        yield from faults
        if file is not None:
            yield from key_faults(file, exercise, case, can_grade="rubric" not in stood_in)


def _load(name: str, source: Traversable) -> tuple[YamlFile | None, list[ContentError]]:
    try:
        return read_yaml(name, source.read_bytes()), []
    except ContentError as error:
        return None, [error]


def _people(file: YamlFile, head: CaseHead) -> Iterator[ContentError]:
    above = {person.id: person.reports_to for person in head.people}
    for kind, ids in (("people", [p.id for p in head.people]), ("documents", [d.id for d in head.documents])):
        yield from _twice(file, kind, ids)
    for n, person in enumerate(head.people):
        line = file.line(("people", n, "reports_to"))
        if person.reports_to is None:
            continue
        if person.reports_to not in above:
            place = f"people.{n}.reports_to"
            yield ContentError("lint-person-unknown", place=place, file=file.name, line=line, name=person.reports_to)
        seen: set[str] = set()
        at: str | None = person.id
        while at is not None and at not in seen:
            seen.add(at)
            at = above.get(at)
        if at == person.id:
            yield ContentError("lint-person-loop", file=file.name, line=line, name=person.id)


def _exercise_faults(file: YamlFile, exercise: Exercise, case: Case | None) -> Iterator[ContentError]:
    if f"{exercise.id}.yaml" != file.name:
        yield ContentError("id-not-path", file=file.name, line=file.line(("id",)), id=exercise.id)
    yield from _twice(file, "people", list(exercise.people))
    yield from _twice(file, "statements", [statement.id for statement in exercise.statements])
    yield from _twice(file, "subjects", [subject.id for subject in exercise.subjects])
    if exercise.method:
        yield from method_faults(file, exercise, methods.method(exercise.method))
    for n, person in enumerate(exercise.people):
        if case is not None and person not in case.by_id:
            line = file.line(("people", n))
            yield ContentError("lint-person-unknown", place=f"people.{n}", file=file.name, line=line, name=person)


def _twice(file: YamlFile, kind: str, ids: list[str]) -> Iterator[ContentError]:
    for name, count in Counter(ids).items():
        if count > 1:
            at = len(ids) - 1 - ids[::-1].index(name)
            yield ContentError("lint-id-twice", place=kind, file=file.name, line=file.line((kind, at)), name=name)


def _differences(folder: str, name: str, versions: dict[Language, tuple[Block, ...]]) -> Iterator[ContentError]:
    """A version that lacks a passage of another; a version that is missing altogether has been reported."""
    passages = {language: [b.passage for b in blocks if b.passage] for language, blocks in versions.items()}
    every = dict.fromkeys(passage for found in passages.values() for passage in found)
    for language, found in passages.items():
        file = f"{folder}/dossier/{language}/{name}.md"
        others = [other for other in passages if other != language]
        for passage in every:
            if passage not in found:
                yield ContentError("lint-passages-differ", file=file, line=0, passage=passage, others=", ".join(others))
