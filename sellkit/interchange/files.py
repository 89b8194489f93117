"""A deal or an account in a file of any kind that we know, by the file's ending."""

from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from sellkit.errors import SellkitError
from sellkit.interchange.errors import FileFault
from sellkit.interchange.kinds import Kind
from sellkit.interchange.record_file import read_record, to_json, to_yaml
from sellkit.models.binder import Binder
from sellkit.training.words import Words

B = TypeVar("B", bound=Binder)
ENDINGS = (".json", ".yaml", ".yml", ".xlsx")


class ReadFile(NamedTuple, Generic[B]):
    """The record, and what of the file was left alone because it is not ours."""

    record: B
    notices: tuple[SellkitError, ...] = ()


def read_file(path: Path, words: Words, kind: Kind[B], *, before: B | None = None) -> ReadFile[B]:
    """The record in a file.

    before  the same account as it was: a workbook holds no deals, and these are kept
    Raises FileFault for a file with another ending or one that is not there, FileRefused or WorkbookRefused with every
    fault.
    """
    if _ending(path) == ".xlsx":
        from sellkit.interchange.reading import read_workbook

        read = read_workbook(kind.model, _bytes(path), words, before=before)
        return ReadFile(read.record, read.notices)
    return ReadFile(read_record(kind, path.name, _bytes(path)))


def write_file(path: Path, record: Binder, words: Words) -> None:
    """Write a record into a file; a workbook is in the reader's language. Raises FileFault, FileRefused or
    WorkbookRefused."""
    ending = _ending(path)
    if ending == ".xlsx":
        from sellkit.interchange.writing import write_workbook

        path.write_bytes(write_workbook(record, words))
    else:
        path.write_text(to_json(record) if ending == ".json" else to_yaml(record), encoding="utf-8")


def _ending(path: Path) -> str:
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise FileFault("file-other-format", place=path.name)
    return ending


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise FileFault("file-not-there", place=str(path)) from None
