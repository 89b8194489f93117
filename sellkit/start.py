"""The one call the start notebook makes: a case's exercises, how far the person is, and feedback when it is there."""

import logging
from collections.abc import Mapping
from typing import Any

from sellkit import seat as seats
from sellkit.errors import SellkitError
from sellkit.seat import Seat
from sellkit.training import shelf
from sellkit.training.exercise import Exercise
from sellkit.training.journal import Journal
from sellkit.training.sheet import Sheet
from sellkit.training.words import Words
from sellkit.views.base import texts
from sellkit.views.feedback import Feedback
from sellkit.views.guard import guarded
from sellkit.views.kinds import KINDS
from sellkit.views.page import Page
from sellkit.views.start_page import StartPage
from sellkit.workbook import Workbook

log = logging.getLogger(__name__)


def open_start(case: str = "", language: str = "", *, seat: Seat | None = None) -> "Start":
    """Open the list of exercises for the person at this page.

    case      such as `homebody`; empty: what the page's address asks for (`?case=…`), else the workshop's, else the
              first on the shelf
    language  `zh-CN` or `en`; empty: the person's own

    Raises NotFound for a case that is not on the shelf.
    """
    sitting = seat or seats.current()
    asked = case or seats.query().get("case", "") or sitting.case or shelf.cases()[0]
    return Start(asked, sitting, language or sitting.language)


class Start:
    """A person's start page; `page` is what the notebook shows. In Jupyter it opens the exercises in its own place."""

    def __init__(self, case_id: str, seat: Seat, language: str) -> None:
        self.seat = seat
        self.case = shelf.case(case_id)
        self.view = StartPage()
        self.view.on_command(guarded(self._obey, lambda: self.words, self._tell))
        self.page = Page([self.view], fallback=self._plain, name="sk-page")
        self._speak(language)

    def _obey(self, command: Mapping[str, Any]) -> None:
        if command["do"] == "language":
            self.seat = self.seat.choose_language(str(command.get("to", "")))
            self._speak(self.seat.language)
        elif command["do"] == "open" and command.get("exercise") in shelf.exercises(self.case.id):
            self._open(str(command["exercise"]))
        elif command["do"] == "home":
            self.page.children = (self.view,)
            self._speak(self.words.language)

    def _tell(self, message: str) -> None:
        self.view.status = {"state": "failed", "message": message}

    def _open(self, exercise_id: str) -> None:
        number = _sent(self.seat).get(exercise_id)
        book = Workbook(exercise_id, self.seat, self.words.language, home=True)
        for view in book.screen.views:
            view.on_command(self._obey_home)
        shown = [book.page]
        if number is not None:
            shown.insert(0, self._feedback(number))
        self.page.children = tuple(shown)

    def _obey_home(self, command: Mapping[str, Any]) -> None:
        if command["do"] == "home":
            self._obey(command)

    def _feedback(self, number: int) -> Feedback:
        from sellkit.desk import feedback  # the register needs SQLAlchemy: only for who has feedback
        from sellkit.desk.register import Register

        with Register.open(self.seat.register_path) as register:
            card = feedback.card(feedback.feedback(register, number, self.words.language))
        return Feedback(
            spec={
                "language": self.words.language,
                "text": texts(self.words, "views.feedback."),
                "card": card,
                "passages": card["passages"],
            }
        )

    def _speak(self, language: str) -> None:
        self.words = Words(language)
        sent = _sent(self.seat)
        self.view.spec = {
            "language": language,
            "key": f"{self.seat.workshop or 'here'}:{self.seat.id}:start",
            "text": texts(self.words, "views.start."),
            "person": self.seat.name,
            "team": self.seat.team,
            "case": {
                "title": self.case.title.in_(language),
                "summary": self.case.summary.in_(language),
                "seller": self.case.seller.in_(language),
            },
            "exercises": [self._row(shelf.exercise(name), sent) for name in shelf.exercises(self.case.id)],
        }

    def _row(self, exercise: Exercise, sent: Mapping[str, int]) -> dict[str, Any]:
        header = {"exercise": exercise.id, "exercise_version": exercise.version, "case_version": self.case.version}
        journal = Journal.open(self.seat.journal_path(exercise.id), header, self.seat.id)
        filled, total = Sheet(exercise, self.case, journal.answers).progress()
        attempts = sum(entry.kind == "submit" for entry in journal.entries)
        number = sent.get(exercise.id)
        state = "feedback" if number else "submitted" if attempts else "working" if filled else "new"
        return {
            "id": exercise.id,
            "icon": KINDS[exercise.kind].icon,
            "title": exercise.title.in_(self.words.language),
            "summary": exercise.teaches[0].in_(self.words.language),
            "minutes": exercise.minutes,
            "state": state,
            "filled": filled,
            "total": total,
            "attempts": attempts,
            "at": journal.saved_at,
            "href": self.seat.open_path(exercise.id),
            "feedback": self.seat.feedback_path(str(number)) if number else None,
        }

    def _plain(self) -> str:
        rows = self.view.spec["exercises"]
        return "\n".join(f"{row['title']}: {row['filled']}/{row['total']}" for row in rows)


def _sent(seat: Seat) -> Mapping[str, int]:
    """The submission of each exercise on which the person has a coach's words."""
    if not seat.register_path.exists():
        return {}
    from sellkit.desk.register import Register  # as above
    from sellkit.desk.sent import sent_to

    try:
        with Register.open(seat.register_path) as register:
            return sent_to(register, seat.id)
    except SellkitError:
        # The coach is told at the console; a trainee's exercises do not depend on the register.
        log.exception("the register cannot be read: no feedback is shown")
        return {}
