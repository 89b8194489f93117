"""What training can refuse. Each error keeps its parts; `Words.error` turns them into a sentence and a next step."""

from sellkit.errors import SellkitError


class ContentError(SellkitError):
    """A case, an exercise or a key cannot be read. `params` hold `file`, `line` and what is wrong there."""


class NotFound(SellkitError):
    """No case, exercise, document or person has this id."""


class NoKey(SellkitError):
    """The solutions of this exercise are not on this machine, as it should be for trainees."""


class AnswerError(SellkitError):
    """An edit that no form can hold: an unknown field, or a value of another type. `place` is the field."""


class JournalError(SellkitError):
    """The journal cannot be written or read. What was not acknowledged is not saved."""


class SubmissionRefused(SellkitError):
    """A submission file that cannot be taken in; it stays where it is, untouched."""


class WordMissing(SellkitError):
    """A catalogue lacks a message. Only a mistake of ours, so it is loud."""
