"""Hashed JSON lines on disk: how one is written so that it is whole or not there, and how it is read back."""

import errno
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from sellkit.training.answer import clean_answer, is_field
from sellkit.training.history import KINDS, Entry
from sellkit.training.refusals import AnswerError, JournalError

_TAIL = len(',"hash":""}') + 64
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)


def encode(parts: Mapping[str, Any]) -> tuple[bytes, str]:
    """A line with its hash as the last part, and the hash: SHA-256 of the line without that part."""
    body = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
    digest = sha256(body).hexdigest()
    return body[:-1] + b',"hash":"' + digest.encode() + b'"}\n', digest


def is_whole(line: bytes, digest: object) -> bool:
    """True if the line is what was hashed."""
    return sha256(line[:-_TAIL] + b"}").hexdigest() == digest and line[-_TAIL:].startswith(b',"hash":"')


def decode(line: bytes) -> Entry | None:
    """The entry of a line, or None if it is not one."""
    try:
        raw: dict[str, Any] = json.loads(line)
        if not isinstance(raw["n"], int):
            return None
        entry = Entry(**raw)
        texts = (entry.at, entry.who, entry.id, entry.by, entry.prev, entry.hash)
        if entry.kind not in KINDS or not all(isinstance(t, str) for t in texts):
            return None
        datetime.fromisoformat(entry.at)
        if entry.kind != "submit":
            for answer in (entry.was, entry.to):
                if answer is not None:
                    clean_answer(entry.field, answer)
            return entry if is_field(entry.field) else None
        return entry if isinstance(entry.to, dict) else None
    except (ValueError, TypeError, KeyError, RecursionError, AnswerError):
        return None


def now(not_before: str = "") -> str:
    """The time in UTC; if the clock was set back, the time of the line before."""
    return max(not_before, datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"))


def write(path: Path, end: int, data: bytes) -> None:
    """Append `data` after the first `end` bytes and wait until it is on disk. Call with the lock held.

    What lies beyond `end` is a torn line of somebody who died while writing; it is moved to a `.torn` file beside.
    Raises JournalError, and leaves the file as it was, if the disk does not take everything.
    """
    try:
        new = not path.exists()
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    except OSError as error:
        raise refused(path, error) from error
    try:
        if os.fstat(handle).st_size > end:
            _set_aside(path, handle, end)
        os.lseek(handle, end, os.SEEK_SET)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
        if new:
            sync_folder(path.parent)
    except OSError as error:
        _cut(handle, end)
        raise refused(path, error) from error
    finally:
        os.close(handle)


def refused(path: Path, error: OSError) -> JournalError:
    """The system's refusal as ours, with the way out."""
    key = "journal-unwritable"
    if error.errno in _FULL:
        key = "journal-full"
    elif error.errno in _READ_ONLY:
        key = "journal-readonly"
    return JournalError(key, file=path.name, folder=str(path.parent), problem=error.strerror or type(error).__name__)


def sync_folder(folder: Path) -> None:
    """A new file survives a power cut only when its folder is on disk too. Windows does this by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _set_aside(path: Path, handle: int, end: int) -> None:
    os.lseek(handle, end, os.SEEK_SET)
    torn = b"".join(iter(lambda: os.read(handle, 65536), b""))
    with path.with_name(path.name + ".torn").open("ab") as aside:
        aside.write(torn + b"\n")
    os.ftruncate(handle, end)


def _cut(handle: int, end: int) -> None:
    with suppress(OSError):  # if it fails, the next reader sees a torn line, which is dropped
        os.ftruncate(handle, end)
