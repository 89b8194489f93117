"""Take in submission files that came by mail, on a share or on a stick.

A folder can be imported as often as one likes: what the register has, it skips. Nothing is loaded before its size is
known, links are not followed, and each file that is refused is named with the reason.
"""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sellkit.desk.register import Register
from sellkit.errors import SellkitError
from sellkit.training.refusals import NotFound, SubmissionRefused
from sellkit.training.shelf import exercise
from sellkit.training.submission import MAX_BYTES, Submission, read_submission
from sellkit.training.words import Words

BATCH = 100
_OWN_FILES_OF_SYSTEMS = frozenset({"thumbs.db", "desktop.ini"})

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that stays outside, and why."""

    file: str
    error: SellkitError

    def reason(self, words: Words) -> str:
        """The reason and the next step in the reader's language."""
        return words.error(self.error)


@dataclass(slots=True)
class ImportReport:
    """What became of the files: `new` and `known` name them, `refused` says why. `ids` are the new submissions."""

    new: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    ids: list[int] = field(default_factory=list)

    def add(self, more: "ImportReport") -> None:
        """Count another batch in."""
        self.new += more.new
        self.known += more.known
        self.refused += more.refused
        self.ids += more.ids

    @property
    def files(self) -> int:
        return len(self.new) + len(self.known) + len(self.refused)


def import_folder(register: Register, folder: str | os.PathLike[str], progress: Progress | None = None) -> ImportReport:
    """Take in every submission below `folder`. `progress(done, of, file)` is called after each file.

    Raises `SubmissionRefused` if the folder cannot be read, `RegisterUnavailable` if the register cannot be written;
    what was taken in before that stays, and importing again goes on.
    """
    root = Path(folder)
    if not root.is_dir():
        raise SubmissionRefused("import-no-folder", place=_shown(root))
    files = sorted(_files(root))
    loaded = ((_shown(path.relative_to(root)), lambda path=path: load(path)) for path in files)
    return _take_in(register, loaded, len(files), progress)


def import_files(
    register: Register, files: Iterable[tuple[str, bytes]], progress: Progress | None = None
) -> ImportReport:
    """Take in files that a browser sent: pairs of name and content."""
    listed = list(files)
    loaded = ((_shown(name), lambda raw=raw: _limited(raw)) for name, raw in listed)
    return _take_in(register, loaded, len(listed), progress)


def refuse_unread(name: str, size: object) -> Refusal:
    """The refusal of a file that a browser named but, rightly, did not read."""
    if not name.lower().endswith(".json"):
        return Refusal(name, SubmissionRefused("import-not-json"))
    if isinstance(size, int) and size > MAX_BYTES:
        return Refusal(name, _too_large(size))
    return Refusal(name, SubmissionRefused("import-unreadable", reason="?"))


def load(path: Path) -> bytes:
    """The content of one file. Raises `SubmissionRefused` for links, devices and whatever is too large."""
    if path.is_symlink():
        raise SubmissionRefused("import-link")
    if not path.name.lower().endswith(".json"):
        raise SubmissionRefused("import-not-json")
    # The link may appear only now, and a pipe would make us wait for its other end: neither is followed.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(path, flags), "rb") as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise SubmissionRefused("import-link")
            if found.st_size > MAX_BYTES:
                raise _too_large(found.st_size)
            return _limited(file.read(MAX_BYTES + 1))  # it may have grown meanwhile
    except OSError as error:
        raise SubmissionRefused("import-unreadable", reason=error.strerror or type(error).__name__) from error


def _take_in(
    register: Register,
    files: Iterable[tuple[str, Callable[[], bytes]]],
    count: int,
    progress: Progress | None,
) -> ImportReport:
    report = ImportReport()
    batch: list[tuple[str, Submission]] = []

    def store() -> None:
        for (name, _), added in zip(batch, register.add_many([item for _, item in batch]), strict=True):
            (report.new if added.new else report.known).append(name)
            if added.new:
                report.ids.append(added.id)
        batch.clear()

    for done, (name, content) in enumerate(files, 1):
        try:
            batch.append((name, _checked(content())))
        except SellkitError as error:
            report.refused.append(Refusal(name, error))
        if len(batch) == BATCH:
            store()
        if progress is not None:
            progress(done, count, name)
    store()
    return report


def _checked(raw: bytes) -> Submission:
    submission = read_submission(raw)
    try:
        exercise(submission.exercise)
    except NotFound:
        raise SubmissionRefused("import-no-exercise", exercise=submission.exercise) from None
    return submission


def _files(root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(root, followlinks=False):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = [name for name in folders if Path(folder, name).is_symlink()]
        for name in (*names, *links):
            if not name.startswith((".", "~$")) and name.lower() not in _OWN_FILES_OF_SYSTEMS:
                yield Path(folder, name)


def _limited(raw: bytes) -> bytes:
    if len(raw) > MAX_BYTES:
        raise _too_large(len(raw))
    return raw


def _too_large(size: int) -> SubmissionRefused:
    return SubmissionRefused("import-too-large", size=f"{size / 1e6:.1f}", limit=f"{MAX_BYTES / 1e6:.1f}")


def _shown(name: str | os.PathLike[str]) -> str:
    """A file name that can be printed whatever bytes it is made of."""
    return os.fsencode(name).decode("utf-8", errors="replace")
