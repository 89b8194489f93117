"""Feedback on its way back: shown to its author once it is released, to coaches at any time."""

import logging
from dataclasses import dataclass
from typing import Literal

from sellkit.desk import feedback
from sellkit.desk.errors import NoSuchSubmission
from sellkit.room.seats import Entry
from sellkit.room.workshop import Workshop

log = logging.getLogger("sellkit.room")


@dataclass(frozen=True)
class Returned:
    """The page, or why there is none: `unknown` (also when it is somebody else's) or `waiting`."""

    html: str | None = None
    state: Literal["here", "unknown", "waiting"] = "here"


def feedback_page(workshop: Workshop, entry: Entry, submission: str) -> Returned:
    """What `entry` may see of the feedback on a submission, named by its number in the register or by its id."""
    if not workshop.register_path.exists():
        return Returned(state="unknown")
    register = workshop.register
    try:
        row = register.row(register.find(submission) or _number(submission))
    except NoSuchSubmission:
        return Returned(state="unknown")
    if row["author"] != entry.person.id and not entry.is_coach:
        log.warning("refused feedback person=%s reason=other-persons-feedback", entry.person.id)
        return Returned(state="unknown")
    if row["state"] not in ("released", "returned") and not entry.is_coach:
        return Returned(state="waiting")
    return Returned(feedback.page(register, row["id"], entry.person.language))


def _number(text: str) -> int:
    """A number of the register; 0, which is nobody's, for whatever is not one."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0
