"""The journal of an answer: an append-only file of JSON lines in which nothing is ever lost or overwritten.

A header line, then one line per change, each carrying the hash of the line before. A change counts as saved when its
line has reached the disk. Several tabs, processes or machines may append to one file: each append holds a lock and
reads first what the others wrote.
"""

import json
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

from filelock import FileLock, Timeout

from sellkit.training import ledger
from sellkit.training.answer import Answer, clean_answer, is_field
from sellkit.training.history import Conflict, Entry, History, Kind, Version
from sellkit.training.refusals import AnswerError, JournalError

SCHEMA = "sellkit.journal/1"
LOCK_SECONDS = 5.0


class Edit(NamedTuple):
    """One change as a browser sends it."""

    field: str
    was: Answer | None
    to: Answer | None
    id: str


@dataclass(frozen=True, slots=True)
class Damage:
    """A line that does not fit the chain. Damaged lines are skipped, reported and left in the file."""

    line: int
    why: str  # unreadable · altered · missing-before


class Journal:
    """One person's, or one team's, answer to one exercise.

    Opening writes nothing; the file appears with the first change. Raises JournalError where the file belongs to
    another exercise or cannot be read, and from every writing method if the disk does not take the line: then
    nothing has changed, in memory either.
    """

    def __init__(self, path: Path, header: Mapping[str, Any], who: str) -> None:
        self.path = path
        self.who = who
        self.header: dict[str, Any] = {"schema": SCHEMA, **header}
        self.damage: list[Damage] = []
        self.history = History(who)
        self._head = ""
        self._end = 0  # bytes of complete lines read so far
        self._lines = 0
        self._pending: list[bytes] = []
        self._guard = threading.RLock()
        self._lock = FileLock(str(path) + ".lock", timeout=LOCK_SECONDS)

    @classmethod
    def open(cls, path: Path | str, header: Mapping[str, Any], who: str) -> "Journal":
        """Read the journal at `path`, or be ready to begin it with `header`."""
        journal = cls(Path(path), header, who)
        journal.refresh()
        return journal

    @property
    def answers(self) -> dict[str, Answer]:
        """The current answers: a new dict each time."""
        return dict(self.history.answers)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every line in order."""
        return tuple(self.history.entries)

    @property
    def head(self) -> str:
        """Hash of the last line; empty before the first change."""
        return self._head

    @property
    def saved_at(self) -> str:
        """When the last line was written; empty before the first."""
        return self.history.entries[-1].at if self.history.entries else ""

    @property
    def can_undo(self) -> bool:
        return bool(self.history.undo_step())

    @property
    def can_redo(self) -> bool:
        return bool(self.history.redo_step())

    def conflicts(self) -> dict[str, Conflict]:
        """Own changes kept aside that still wait for a decision."""
        return self.history.conflicts()

    def versions(self) -> list[Version]:
        """Points in time that can be looked at with `answers_at` and gone back to with `restore`."""
        return self.history.versions()

    def answers_at(self, n: int) -> dict[str, Answer]:
        """The answers as they were after entry `n`."""
        return self.history.answers_at(n)

    # --- changing ------------------------------------------------------------------------------------------------

    def append(self, field: str, was: Answer | None, to: Answer | None, edit_id: str | None = None) -> Entry | Conflict:
        """Put one change on disk. Raises AnswerError for a malformed answer, JournalError if it cannot be saved."""
        return self.append_all([Edit(field, was, to, edit_id or uuid4().hex)])[0]

    def append_all(self, edits: Iterable[Edit]) -> list[Entry | Conflict]:
        """Put several changes on disk with one write. An id that the journal has is not applied again."""
        cleaned = [_clean(edit) for edit in edits]
        with self._guard, self._writing():
            return [self._one(edit) for edit in cleaned]

    def submit(self, receipt: Mapping[str, Any]) -> Entry:
        """Note that these answers were submitted."""
        with self._guard, self._writing():
            return self._add("submit", "", None, dict(receipt))

    def undo(self) -> list[Entry]:
        """Take back this person's latest step that still stands. Empty if there is none."""
        with self._guard, self._writing():
            step = self.history.undo_step()
            by = f"undo:{step[0].n}" if step else ""
            return [self._add("edit", e.field, e.to, e.was, by=by) for e in reversed(step)]

    def redo(self) -> list[Entry]:
        """Bring back what was undone last. Empty if there is nothing."""
        with self._guard, self._writing():
            step = self.history.redo_step()
            by = f"redo:{step[0].n}" if step else ""
            return [self._add("edit", e.field, e.was, e.to, by=by) for e in step]

    def restore(self, n: int) -> list[Entry]:
        """Append the edits that lead back to the answers after entry `n`; what came since stays in the journal."""
        with self._guard, self._writing():
            now, then = self.history.answers, self.history.answers_at(n)
            by = f"restore:{n}@{self._next_n}"
            fields = [field for field in sorted(now.keys() | then.keys()) if now.get(field) != then.get(field)]
            return [self._add("edit", field, now.get(field), then.get(field), by=by) for field in fields]

    def refresh(self) -> list[Entry]:
        """Read what others have appended since; returns their lines."""
        with self._guard:
            before = len(self.history.entries)
            try:
                with self.path.open("rb") as file:
                    if file.seek(0, 2) < self._end:  # somebody put back an older copy of the file
                        self._forget()
                        before = 0
                    file.seek(self._end)
                    self._read(file.read())
            except FileNotFoundError:
                self._end = self._lines = 0  # if it was there, somebody took it away: the next change writes it anew
                return []
            except OSError as error:
                problem = error.strerror or type(error).__name__
                raise JournalError("journal-unreadable", file=self.path.name, problem=problem) from error
            return self.history.entries[before:]

    # --- inside --------------------------------------------------------------------------------------------------

    @property
    def _next_n(self) -> int:
        return self.history.entries[-1].n + 1 if self.history.entries else 1

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold the lock, read what is new, let the caller `_add`, then put it all on disk or take it all back."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._lock.acquire()
        except Timeout:
            raise JournalError("journal-locked", file=self.path.name) from None
        except OSError as error:
            raise ledger.refused(self.path, error) from error
        try:
            self.refresh()
            before, head, end = len(self.history.entries), self._head, self._end
            self._pending = self._from_the_start() if self._lines == 0 else []
            begun = len(self._pending)
            try:
                yield
                if len(self._pending) > begun:
                    ledger.write(self.path, end, b"".join(self._pending))
                    self._end += sum(map(len, self._pending))
                    self._lines += len(self._pending)
                else:
                    self._head = head
            except BaseException:
                self.history = History.of(self.who, self.history.entries[:before])
                self._head = head
                raise
        finally:
            self._lock.release()

    def _from_the_start(self) -> list[bytes]:
        """The header and every line known so far, to the letter as they were on disk."""
        self.header.setdefault("at", ledger.now())
        line, self._head = ledger.encode(self.header)
        lines = [line]
        for entry in self.history.entries:
            line, self._head = ledger.encode({name: part for name, part in asdict(entry).items() if name != "hash"})
            lines.append(line)
        return lines

    def _add(
        self, kind: Kind, field: str, was: Answer | None, to: Any, *, edit_id: str | None = None, by: str = ""
    ) -> Entry:
        last = self.history.entries[-1].at if self.history.entries else ""
        parts: dict[str, Any] = {
            "n": self._next_n,
            "at": ledger.now(last),
            "who": self.who,
            "id": edit_id or uuid4().hex,
            "kind": kind,
            "field": field,
            "was": was,
            "to": to,
            "by": by,
            "prev": self._head,
        }
        line, self._head = ledger.encode(parts)
        entry = Entry(**parts, hash=self._head)
        self._pending.append(line)
        self.history.apply(entry)
        return entry

    def _one(self, edit: Edit) -> Entry | Conflict:
        known = self.history.by_id.get(edit.id)
        now = self.history.answers.get(edit.field)
        if known is not None:
            return self.history.conflict(known) if known.kind == "kept" and known.to != now else known
        if now != edit.was and now != edit.to:
            return self.history.conflict(self._add("kept", edit.field, edit.was, edit.to, edit_id=edit.id))
        return self._add("edit", edit.field, now, edit.to, edit_id=edit.id)

    def _forget(self) -> None:
        self.history, self.damage = History(self.who), []
        self._head, self._end, self._lines = "", 0, 0

    def _read(self, raw: bytes) -> None:
        """Fold the complete lines of `raw`; what follows the last line break is a torn line, and is left alone."""
        *lines, _ = raw.split(b"\n")
        for line in lines:
            self._lines += 1
            self._end += len(line) + 1
            if self._lines == 1:
                self._read_header(line)
            else:
                self._read_entry(line)

    def _read_header(self, line: bytes) -> None:
        try:
            header = json.loads(line)
            schema, exercise = str(header["schema"]), header.get("exercise")
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            self.damage.append(Damage(1, "unreadable"))
            return
        if schema != SCHEMA:
            raise JournalError("journal-schema", file=self.path.name, schema=schema[:40])
        if exercise != self.header.get("exercise"):
            raise JournalError("journal-other", file=self.path.name, exercise=str(exercise)[:80])
        self._head = str(header.pop("hash", ""))
        if not ledger.is_whole(line, self._head):
            self.damage.append(Damage(1, "altered"))
        self.header = header

    def _read_entry(self, line: bytes) -> None:
        entry = ledger.decode(line)
        if entry is None or not ledger.is_whole(line, entry.hash):
            self.damage.append(Damage(self._lines, "unreadable" if entry is None else "altered"))
            return
        if entry.prev != self._head:
            self.damage.append(Damage(self._lines, "missing-before"))
        self._head = entry.hash
        self.history.apply(entry)


def _clean(edit: Edit) -> Edit:
    if not is_field(edit.field):
        raise AnswerError("field-unknown", field=str(edit.field)[:80])
    if not 1 <= len(str(edit.id)) <= 80 or not str(edit.id).isascii():
        raise AnswerError("edit-id", place=edit.field, field=edit.field)
    was, to = (None if answer is None else clean_answer(edit.field, answer) for answer in (edit.was, edit.to))
    return Edit(edit.field, was, to, str(edit.id))
