"""The one call an exercise notebook makes: dossier, board, checks and journal joined into one page.

The answer lives in the journal. Views hand on what the person did; the workbook writes it down, and only then shows
it as saved. Several pages may be open on one answer: each writes through the journal, which overwrites nobody.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from sellkit import checks
from sellkit import seat as seats
from sellkit.seat import Seat
from sellkit.training import shelf
from sellkit.training.answer import Answer
from sellkit.training.history import Conflict
from sellkit.training.journal import Edit, Journal
from sellkit.training.refusals import AnswerError
from sellkit.training.sheet import Sheet
from sellkit.training.submission import Submission, submit
from sellkit.training.words import Words
from sellkit.views import screens
from sellkit.views.base import View
from sellkit.views.guard import guarded
from sellkit.views.kinds import KINDS
from sellkit.views.page import Page


def open_workbook(
    exercise: str = "",
    language: str = "",
    *,
    answers: Mapping[str, Answer] | None = None,
    hand_in: bool = False,
    seat: Seat | None = None,
) -> "Workbook":
    """Open an exercise for the person at this page.

    exercise  such as `homebody/pain-chain`; empty: what the page's address asks for (`?x=…`), else the first
    language  `zh-CN` or `en`; empty: the person's own
    answers   fills blank fields before the page shows, for authors and for runs without a browser
    hand_in   submits at once

    Raises NotFound for an exercise that is not on the shelf, JournalError where the work cannot be read.
    """
    sitting = seat or seats.current()
    asked = exercise or seats.query().get("x", "") or first_exercise()
    book = Workbook(asked, sitting, language or sitting.language)
    if answers:
        book.fill(answers)
    if hand_in:
        book.submit()
    return book


def first_exercise() -> str:
    """The exercise that a course begins with."""
    return shelf.exercises(shelf.cases()[0])[0]


class Workbook:
    """One person's page on one exercise; `page` is what a notebook shows."""

    def __init__(self, exercise_id: str, seat: Seat, language: str, *, home: bool = False) -> None:
        self.seat = seat
        self._home = home  # a start page of the same notebook waits behind this one
        self.exercise = shelf.exercise(exercise_id)
        self.case = shelf.case(self.exercise.case_id)
        self.words = Words(language)
        header = {"exercise": exercise_id, "exercise_version": self.exercise.version, "case_version": self.case.version}
        self.journal = Journal.open(seat.journal_path(exercise_id), header, seat.id)
        submits = [entry.to for entry in self.journal.entries if entry.kind == "submit"]
        self.receipt: dict[str, Any] | None = submits[-1] if submits else None
        self._failure = ""
        self._handed_in = ""
        self._looking_at: int | None = None
        self.screen = screens.for_exercise(self.exercise)
        for view in self.screen.views:
            view.on_edits(self._guarded(partial(self._write, view)))
            view.on_command(self._guarded(self._obey))
        self.page = Page(self.screen.views, fallback=self._plain)
        self._speak(language)

    @property
    def answers(self) -> dict[str, Answer]:
        """The answers as they are on disk."""
        return self.journal.answers

    @property
    def sheet(self) -> Sheet:
        """The half-filled answer, with its problems and its record."""
        return Sheet(self.exercise, self.case, self.answers)

    def fill(self, answers: Mapping[str, Answer]) -> None:
        """Write answers into fields that are still blank."""
        now = self.answers
        edits = [
            Edit(field, None, to, f"fill-{self.exercise.name}-{field}")
            for field, to in answers.items()
            if field not in now
        ]
        self.journal.append_all(edits)
        self._show()

    def change(self, field: str, to: Answer | None) -> None:
        """Change one answer, as a click on the board does."""
        self.journal.append(field, self.answers.get(field), to)
        self._show()

    def undo(self) -> None:
        """Take back the person's last step."""
        self.journal.undo()
        self._show()

    def redo(self) -> None:
        """Bring back what was undone last."""
        self.journal.redo()
        self._show()

    def restore(self, n: int) -> None:
        """Go back to an earlier version; what came since stays in the journal."""
        self.journal.restore(n)
        self._looking_at = None
        self._show()

    def look_at(self, n: int | None) -> None:
        """Show an earlier version, locked; None returns to the present."""
        self._looking_at = n
        self._show()

    def submit(self) -> Submission:
        """Hand in the answers as they are on disk: a new attempt each time."""
        submission = submit(
            self.journal, self.exercise, self.case, self.words.language, self.seat.id, self.seat.name, self.seat.team
        )
        self.seat.deliver(submission)
        self.receipt = {
            "id": submission.id,
            "hash": submission.hash,
            "at": submission.at,
            "attempt": submission.attempt,
            "fields": len(submission.answers),
        }
        self.journal.submit(self.receipt)
        self._show()
        return submission

    def choose_language(self, language: str) -> None:
        """Turn the whole page into another language; nothing else changes."""
        self.seat = self.seat.choose_language(language)
        self._speak(language)

    # --- from the views --------------------------------------------------------------------------------------------

    def _write(self, sender: View, edits: Sequence[Mapping[str, Any]]) -> None:
        sheet, batch, refused = self.sheet, [], ""
        for edit in edits:
            try:
                to = sheet.checked(edit["field"], edit.get("to"))
                batch.append(Edit(edit["field"], edit.get("was"), to, edit["id"]))
            except AnswerError as error:
                refused = self.words.error(error)
        self.journal.append_all(batch)
        self._failure = refused
        # What the form cannot hold was refused with its reason; to offer it again and again would change nothing.
        self._show({sender: [str(edit["id"]) for edit in edits]})

    def _obey(self, command: Mapping[str, Any]) -> None:
        self._failure = ""
        do = command["do"]
        if do == "language":
            self.choose_language(str(command.get("to", "")))
        elif do in ("undo", "redo"):
            getattr(self, do)()
        elif do == "submit":
            self._hand_in(str(command.get("wish", "")))
        elif do == "restore":
            self.restore(int(command["n"]))
        elif do == "look":
            self.look_at(int(command["n"]) if command.get("n") is not None else None)
        elif do == "refresh":
            self.journal.refresh()
            self._show()

    def _hand_in(self, wish: str) -> None:
        """The browser asks again until it has seen the receipt: one wish is one attempt."""
        if wish and wish == self._handed_in:
            self._show()
            return
        self.submit()
        self._handed_in = wish

    def _guarded(self, act: Callable[[Any], None]) -> Callable[[Any], None]:
        return guarded(act, lambda: self.words, self._fail)

    def _fail(self, message: str) -> None:
        self._failure = message
        self.screen.status(self._status())

    # --- to the views ----------------------------------------------------------------------------------------------

    def _speak(self, language: str) -> None:
        self.words = Words(language)
        self.screen.speak(self.words, self.case, self.exercise, self.seat, home=self._home)
        self._show()

    def _show(self, saved: Mapping[View, Sequence[str]] | None = None) -> None:
        answers = self.answers if self._looking_at is None else self.journal.answers_at(self._looking_at)
        record = Sheet(self.exercise, self.case, answers).record(self.words.language)
        problems = [self.words.finding(found) for found in checks.run(record)]
        standing = KINDS[self.exercise.kind].standing
        conflicts = {field: self._conflict(found) for field, found in self.journal.conflicts().items()}
        told = standing(record) if standing else None
        self.screen.show(answers, problems, conflicts, self._status(), saved or {}, told)

    def _conflict(self, found: Conflict) -> dict[str, Any]:
        by = self.words.say("screens.you") if found.by == self.seat.id else found.by
        return {"mine": found.mine, "theirs": found.theirs, "by": by, "at": found.at}

    def _status(self) -> dict[str, Any]:
        state = "failed" if self._failure else "readonly" if self._looking_at is not None else "saved"
        filled, total = self.sheet.progress()
        entries = self.journal.entries
        return {
            "state": state,
            "at": self.journal.saved_at,
            "message": self._failure,
            "undo": self.journal.can_undo,
            "redo": self.journal.can_redo,
            "filled": filled,
            "total": total,
            "started": entries[0].at if entries else "",
            "notice": self._notice(),
            "receipt": self.receipt,
            "looking": self._looking_at,
            "versions": [
                {"n": v.n, "at": v.at, "changes": v.changes, "submit": v.submit, "who": list(v.who)}
                for v in self.journal.versions()
            ],
        }

    def _notice(self) -> str:
        """What is wrong with the journal's file, if anything; the readable part is on screen."""
        lines = ", ".join(str(damage.line) for damage in self.journal.damage[:9])
        return self.words.say("screens.damaged", file=self.journal.path.name, lines=lines) if lines else ""

    def _plain(self) -> str:
        """The answers as text, for readers of the notebook file where no widget can live."""
        title = self.exercise.title.in_(self.words.language)
        return "\n".join([title, *(f"{field}: {answer['value']}" for field, answer in sorted(self.answers.items()))])
