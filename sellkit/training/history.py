"""What an answer's journal adds up to: the current answers, what can be undone, and the earlier versions."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal

from sellkit.training.answer import Answer

Kind = Literal["edit", "kept", "submit"]
KINDS = ("edit", "kept", "submit")
PAUSE = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a journal.

    n      running number; order is by n, never by the clock
    at     UTC, ISO 8601 with Z; never earlier than the line before
    who    person, or person and seat, that did it
    id     the edit's own id: it is not applied twice
    kind   edit · kept (could not be applied without overwriting somebody; holds what they wrote) · submit
    field  which answer; empty for a submit
    was    the answer before, as its writer saw it; None for blank
    to     the answer after; None for blank. For a submit the receipt
    by     empty, or `undo:<n>`, `redo:<n>`, `restore:<n>@<n>` when the edit was made through one of these
    prev   hash of the line before
    hash   hash of this line
    """

    n: int
    at: str
    who: str
    id: str
    kind: Kind
    field: str
    was: Answer | None
    to: Any
    by: str
    prev: str
    hash: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two people changed one answer. Nothing was overwritten; `mine` is in the journal as a kept entry."""

    field: str
    mine: Answer | None
    theirs: Answer | None
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Version:
    """A point in time worth going back to: before a pause of two minutes, or a submission.

    n        the last entry that belongs to it
    changes  how many edits since the version before
    submit   True if it was submitted
    """

    n: int
    at: str
    who: tuple[str, ...]
    changes: int
    submit: bool


@dataclass(slots=True)
class History:
    """The fold of a journal's entries, as one person (`who`) sees it."""

    who: str
    entries: list[Entry] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)
    by_id: dict[str, Entry] = field(default_factory=dict)
    last_edit: dict[str, Entry] = field(default_factory=dict)
    done: list[list[Entry]] = field(default_factory=list)  # own steps that can be undone, the latest last
    undone: list[list[Entry]] = field(default_factory=list)
    waiting: dict[str, Entry] = field(default_factory=dict)  # own kept entries that nobody has decided on, by field
    closed: list[Version] = field(default_factory=list)  # versions that are complete
    group: list[Entry] = field(default_factory=list)  # entries since the last of these

    @classmethod
    def of(cls, who: str, entries: list[Entry]) -> "History":
        """Fold these entries."""
        history = cls(who)
        for entry in entries:
            history.apply(entry)
        return history

    def apply(self, entry: Entry) -> None:
        """Take one more line into account."""
        self.entries.append(entry)
        self.by_id[entry.id] = entry
        if entry.kind == "kept":
            if entry.who == self.who:
                self.waiting[entry.field] = entry
            return
        self._group(entry)
        if entry.kind != "edit":
            return
        _set(self.answers, entry)
        self.last_edit[entry.field] = entry
        if entry.who == self.who:
            self.waiting.pop(entry.field, None)
            self._remember(entry)

    def _remember(self, entry: Entry) -> None:
        how, _, rest = entry.by.partition(":")
        if how == "undo" and self._find(self.done, rest):
            while self.done[-1][0].n != int(rest):
                self.done.pop()  # somebody else has changed these since; they cannot be undone any more
            self.undone.append(self.done.pop())
        elif how == "redo" and self._find(self.undone, rest):
            while self.undone[-1][0].n != int(rest):
                self.undone.pop()
            self.done.append(self.undone.pop())
        elif how == "restore" and self.done and self.done[-1][0].by == entry.by:
            self.done[-1].append(entry)  # going back to a version is one step
        elif how not in ("undo", "redo"):
            self.done.append([entry])
            self.undone.clear()

    @staticmethod
    def _find(steps: list[list[Entry]], n: str) -> bool:
        return any(str(step[0].n) == n for step in steps)

    def undo_step(self) -> list[Entry]:
        """The latest own step of which every field still holds what the step wrote; empty if there is none."""
        return next((s for s in reversed(self.done) if all(self.answers.get(e.field) == e.to for e in s)), [])

    def redo_step(self) -> list[Entry]:
        """The latest undone step that still fits; empty if there is none."""
        return next((s for s in reversed(self.undone) if all(self.answers.get(e.field) == e.was for e in s)), [])

    def answers_at(self, n: int) -> dict[str, Answer]:
        """The answers after entry `n`."""
        answers: dict[str, Answer] = {}
        for entry in self.entries:
            if entry.n > n:
                break
            if entry.kind == "edit":
                _set(answers, entry)
        return answers

    def versions(self) -> list[Version]:
        """Earlier versions, the oldest first; the last one is still growing."""
        return [*self.closed, _version(self.group)] if self.group else list(self.closed)

    def _group(self, entry: Entry) -> None:
        if self.group and _moment(entry) - _moment(self.group[-1]) > PAUSE:
            self._close()
        self.group.append(entry)
        if entry.kind == "submit":
            self._close()

    def _close(self) -> None:
        self.closed.append(_version(self.group))
        self.group = []

    def conflict(self, kept: Entry) -> Conflict:
        """What a kept entry clashes with now."""
        theirs = self.last_edit.get(kept.field)
        return Conflict(
            field=kept.field,
            mine=kept.to,
            theirs=self.answers.get(kept.field),
            by=theirs.who if theirs else "",
            at=theirs.at if theirs else kept.at,
        )

    def conflicts(self) -> dict[str, Conflict]:
        """Own kept entries that this person has not decided on since: the latest per field."""
        found = {field: self.conflict(kept) for field, kept in self.waiting.items()}
        return {field: conflict for field, conflict in found.items() if conflict.mine != conflict.theirs}


def _set(answers: dict[str, Answer], entry: Entry) -> None:
    if entry.to is None:
        answers.pop(entry.field, None)
    else:
        answers[entry.field] = entry.to


def _moment(entry: Entry) -> datetime:
    return datetime.fromisoformat(entry.at)


def _version(group: list[Entry]) -> Version:
    edits = [entry for entry in group if entry.kind == "edit"]
    who = tuple(dict.fromkeys(entry.who for entry in group))
    return Version(group[-1].n, group[-1].at, who, len(edits), group[-1].kind == "submit")
