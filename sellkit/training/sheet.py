"""A sheet: an answer on its way, half filled as a rule. It never refuses to exist; it tells what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sellkit import checks
from sellkit.checks.registry import Finding
from sellkit.models.base import Record
from sellkit.models.text import Language
from sellkit.training.answer import Answer, clean_answer
from sellkit.training.case import Case
from sellkit.training.exercise import Exercise
from sellkit.training.forms import Form, form_of
from sellkit.training.refusals import AnswerError


@dataclass(frozen=True)
class Sheet:
    """The answers to one exercise, by field. Answers that a form no longer has are kept and ignored.

    exercise, case  what is answered
    answers         field → `{"value", "cites", "confidence", "note"}`; a field that is absent is blank
    """

    exercise: Exercise
    case: Case
    answers: Mapping[str, Answer] = field(default_factory=dict)

    @property
    def form(self) -> Form:
        """Which fields there are and what may stand in them."""
        return form_of(self.exercise, self.case)

    def checked(self, field: str, answer: object) -> Answer | None:
        """A clean copy of an answer that may go into the journal; None stays None. Raises AnswerError for an unknown
        field, a value of another type or level, or a passage that the dossier does not have."""
        slot = self.form.slots.get(field)
        if slot is None:
            raise AnswerError("field-unknown", place=str(field)[:80], field=str(field)[:80])
        if answer is None:
            return None
        clean = clean_answer(field, answer)
        if not slot.takes(clean["value"]):
            raise AnswerError("answer-value", place=field, field=field)
        for cite in clean.get("cites", ()):
            if cite not in self.case.passages:
                raise AnswerError("answer-no-passage", place=field, field=field, passage=cite)
        return clean

    def changed(self, field: str, answer: object) -> "Sheet":
        """A sheet with one answer changed; None makes the field blank. Raises AnswerError."""
        clean = self.checked(field, answer)
        answers = {known: given for known, given in self.answers.items() if known != field}
        if clean is not None:
            answers[field] = clean
        return Sheet(self.exercise, self.case, answers)

    def record(self, language: Language = "en") -> Record:
        """The answers as the model that the checks and the pictures read, with names in one language."""
        return self.form.record(self.answers, language)

    def problems(self, language: Language = "en") -> list[Finding]:
        """What an experienced coach would remark on; `Words.finding` puts it into words."""
        return checks.run(self.record(language))

    def progress(self) -> tuple[int, int]:
        """Answered, asked."""
        return self.form.progress(self.answers)
