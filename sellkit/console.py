"""The one call the console notebook makes: the register, the queue and the answer on the table joined into one page."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sellkit import seat as seats
from sellkit.desk.console_state import ConsoleState, Reply
from sellkit.desk.importing import import_folder
from sellkit.desk.register import Register
from sellkit.desk.scoring import score
from sellkit.errors import SellkitError
from sellkit.seat import Seat
from sellkit.training import shelf
from sellkit.training.sheet import Sheet
from sellkit.training.submission import Submission
from sellkit.training.words import Words
from sellkit.views.console import Console
from sellkit.views.guard import guarded
from sellkit.views.kinds import KINDS
from sellkit.views.page import Page


class NotACoach(SellkitError):
    """The console was asked for by somebody who holds no key to it."""


def open_console(register: str = "", language: str = "", *, seat: Seat | None = None) -> "CoachsConsole":
    """Open the coach's console on a register of submissions.

    register  a database file or address; empty: the workshop's, or the one in the coach's own folder, into which
              what lies in `submissions/` is taken first
    language  `zh-CN` or `en`; empty: the coach's own

    Raises NotACoach where the person is no coach, DeskError where the register cannot be opened.
    """
    sitting = seat or seats.current()
    if not sitting.is_coach:
        raise NotACoach("not-a-coach")
    opened = Register.open(register or sitting.register_path)
    if not register and sitting.local:
        _take_in(opened, sitting.home / "submissions")
    return CoachsConsole(opened, sitting, language or sitting.language)


def _take_in(register: Register, folder: Path) -> None:
    if folder.is_dir():
        report = import_folder(register, folder)
        if report.ids:
            score(register, report.ids)


class CoachsConsole:
    """A coach's page; `page` is what the notebook shows."""

    def __init__(self, register: Register, seat: Seat, language: str) -> None:
        self.seat = seat
        self.state = ConsoleState(
            register, seat.signature, language, picture=picture_of, key=f"{seat.workshop or 'here'}:console"
        )
        self.view = Console(spec=self.state.spec())
        self.view.on_edits(self._guarded(self._judge))
        self.view.on_command(self._guarded(self._run))
        self.page = Page([self.view], fallback=lambda: str(self.state.queue()["all"]), name="sk-page")
        self._show()

    def _judge(self, edits: Sequence[Mapping[str, Any]]) -> None:
        done, error = self.state.judge(edits)
        self._show()
        self.view.ack(done)
        if error is not None:
            self.view.status = {**self.state.status(), "state": "failed", "message": self.state.words.error(error)}

    def _run(self, command: Mapping[str, Any]) -> None:
        replies = self.state.run(command)
        if command["do"] == "language":
            self.seat = self.seat.choose_language(self.state.language)
            self.view.spec = self.state.spec()
        self._show()
        for reply in replies:
            self._reply(reply)

    def _reply(self, reply: Reply) -> None:
        if reply.tell:
            self.view.tell(reply.tell, kind=reply.kind, undo=reply.undo)
        if reply.download:
            self.view.download(*reply.download)

    def _show(self) -> None:
        state = self.state
        self.view.show(
            queue=state.queue(),
            current=state.current(),
            value=state.value(),
            imported=state.imported(),
            status=state.status(),
        )

    def _guarded(self, act: Callable[[Any], None]) -> Callable[[Any], None]:
        return guarded(act, lambda: self.state.words, lambda message: self.view.tell(message, kind="error"))


def picture_of(submission: Submission, language: str) -> str:
    """The picture of a submission as SVG text; empty for a kind that has none."""
    exercise = shelf.exercise(submission.exercise)
    sheet = Sheet(exercise, shelf.case(exercise.case_id), submission.answers)
    statements = {found.id: found.text.in_(language) for found in exercise.statements}
    draw = KINDS[exercise.kind].picture
    return draw(sheet.record(language), Words(language), statements) if draw else ""
