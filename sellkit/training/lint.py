"""Check a case and list everything that is wrong with it at once, each with file, line, fault and next step.

A file that cannot be read is one fault; all that does not depend on it is checked all the same.
"""

from collections import Counter
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import NamedTuple

from pydantic import ValidationError

from sellkit.errors import SellkitError
from sellkit.models.text import LANGUAGES, Language
from sellkit.training import places, shelf
from sellkit.training.case import Case, CaseHead, Document
from sellkit.training.dossier import Block, scan_blocks
from sellkit.training.exercise import Exercise
from sellkit.training.key_lint import key_faults
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
    faults = [
        Fault(str(e.params.get("file", folder.name)), int(e.params.get("line", 0)), e.place, e) for e in checker.all()
    ]
    unique = {(f.file, f.line, f.place, f.error.key, str(f.error)): f for f in faults}
    return sorted(unique.values(), key=lambda fault: (fault.file, fault.line, fault.place, fault.error.key))


def check_installed(case_id: str) -> list[Fault]:
    """Check a case on the shelf, with its keys if they are installed. Raises NotFound."""
    keys = next((k for root in places.solution_roots() if (k := root.joinpath(case_id)).is_dir()), None)
    return check_case(shelf.case_folder(case_id), keys)


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
            head, faults = _validate(file, CaseHead)
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
        exercises: set[str] = set()
        for child in sorted(self.folder.iterdir(), key=lambda child: child.name):
            if shelf.is_exercise_file(child.name):
                exercises.add(child.name)
                yield from self._exercise(child, case)
        if self.keys is not None:
            for child in sorted(self.keys.iterdir(), key=lambda child: child.name):
                if child.name.endswith(".yaml") and child.name not in exercises:
                    yield ContentError("lint-no-exercise", file=f"{name}/{child.name}", line=0)

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
            yield from _differences(f"{self.folder.name}/dossier/*/{name}.md", versions)
        listed_heads = head.documents if head else ()
        documents.extend(Document(**dict(document), texts=texts.get(document.id, {})) for document in listed_heads)

    def _exercise(self, source: Traversable, case: Case | None) -> Iterator[ContentError]:
        name = f"{self.folder.name}/{source.name}"
        file, faults = _load(name, source)
        yield from faults
        exercise = None
        if file is not None:
            exercise, faults = _validate(file, Exercise)
            yield from faults
        if file is not None and exercise is not None:
            yield from _exercise_faults(file, exercise, case)
        key = self.keys.joinpath(source.name) if self.keys is not None else None
        if key is not None and key.is_file():
            file, faults = _load(f"solutions/{name}", key)
            yield from faults
            if file is not None:
                yield from key_faults(file, exercise, case)


def _load(name: str, source: Traversable) -> tuple[YamlFile | None, list[ContentError]]:
    try:
        return read_yaml(name, source.read_bytes()), []
    except ContentError as error:
        return None, [error]


def _validate(file: YamlFile, model: type[shelf.M]) -> tuple[shelf.M | None, list[ContentError]]:
    try:
        return model.model_validate(file.data), []
    except ValidationError as error:
        return None, shelf.faults_of(file, error)


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
    for n, person in enumerate(exercise.people):
        if case is not None and person not in case.by_id:
            line = file.line(("people", n))
            yield ContentError("lint-person-unknown", place=f"people.{n}", file=file.name, line=line, name=person)


def _twice(file: YamlFile, kind: str, ids: list[str]) -> Iterator[ContentError]:
    for name, count in Counter(ids).items():
        if count > 1:
            at = len(ids) - 1 - ids[::-1].index(name)
            yield ContentError("lint-id-twice", place=kind, file=file.name, line=file.line((kind, at)), name=name)


def _differences(file: str, versions: dict[Language, tuple[Block, ...]]) -> Iterator[ContentError]:
    if len(versions) < len(LANGUAGES):
        return  # the missing version has been reported
    passages = {language: [b.passage for b in blocks if b.passage] for language, blocks in versions.items()}
    for language in LANGUAGES:
        other = next(other for other in LANGUAGES if other != language)
        for passage in passages[language]:
            if passage not in passages[other]:
                yield ContentError("lint-passages-differ", file=file, line=0, passage=passage, language=language)
