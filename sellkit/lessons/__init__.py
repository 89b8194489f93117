"""The one call a lesson notebook makes: the lesson's text, and the sheets, pictures, tables and checks it talks about.

A lesson is for a trainer who reads it, or shows it on a wall. Where the keys are installed the case's sheets are filled
from them; elsewhere the sheets are blank, so the lesson says so and shows the sample deal instead.
"""

from functools import cached_property
from typing import Any, cast

from IPython.display import display

from sellkit import checks
from sellkit.lessons.filling import Filling
from sellkit.lessons.grid import grid, plain, table_of
from sellkit.models.account.account import Account
from sellkit.models.base import Record
from sellkit.models.opportunity import Opportunity
from sellkit.models.text import Language
from sellkit.seat import local_language
from sellkit.tables.questions import questions_rows
from sellkit.training import accounts, deals, lessons, shelf
from sellkit.training.exercise import Exercise
from sellkit.training.grading import grade
from sellkit.training.key import Expected
from sellkit.training.refusals import NoKey
from sellkit.training.scales import scale
from sellkit.training.sheet import Sheet
from sellkit.training.words import Words
from sellkit.views.pictures import picture

__all__ = ["Lesson", "open_lesson"]

# A picture for a slide, in CSS pixels: narrower than this its texts cannot be read.
LEGIBLE = 860
# Where the sample deal has what an exercise of the case asks for; a method's sheet goes by the method's name.
_IN_THE_DEAL = {"relationship-map": "people", "initiatives": "initiatives", "pain-chain": "pain-chain"}


def open_lesson(name: str, case: str = "", language: str = "") -> "Lesson":
    """Open a lesson and show its title.

    name      such as `people`; case: the one whose sheets it shows, empty for the first on the shelf
    language  `zh-CN` or `en`; empty: the person's own
    Raises NotFound for a lesson or a case that is not there.
    """
    lesson = Lesson(name, case or shelf.cases()[0], language or local_language())
    lesson.title()
    return lesson


class Lesson:
    """One lesson in one language. What its methods show appears below the cell, in the order in which they are called.

    before, deal  the sample deal on an earlier and a later day; account: the customer it belongs to
    """

    def __init__(self, name: str, case: str, language: str) -> None:
        self.text = lessons.lesson(name)
        self.case = shelf.case(case)
        self.words = Words(language)
        self.language = cast(Language, language)

    @cached_property
    def before(self) -> Opportunity:
        return deals.example(self.language)[0]

    @cached_property
    def deal(self) -> Opportunity:
        return deals.example(self.language)[1]

    @cached_property
    def account(self) -> Account:
        return accounts.example(self.language)

    def title(self) -> None:
        """Show what the lesson is called."""
        _show(f"# {self.text.title.in_(self.language)}")

    def say(self, part: str, **figures: Any) -> None:
        """Show one part of the lesson's text. What it tells in figures is handed in by name."""
        _show(self._filling.format(self.text.part(part, self.language), **figures))

    def sheet(self, name: str) -> Record:
        """The case's sheet as its key fills it, or the sample deal's where there is no key; says which of the two."""
        exercise_id = f"{self.case.id}/{name}"
        if exercise_id not in shelf.exercises(self.case.id):
            return self._sample(name, "lessons.not-asked")
        exercise = shelf.exercise(exercise_id)
        try:
            key = shelf.key(exercise_id)
        except NoKey:
            return self._sample(name, "lessons.no-key")
        self._note("lessons.from-key", exercise=exercise.title.in_(self.language))
        answers = {
            field: answer | self._spelled(exercise, key.answers[field]) for field, answer in key.sheet_answers().items()
        }
        return Sheet(exercise, self.case, answers).record(self.language)

    def picture(self, record: Record, kind: str | None = None, **options: Any) -> None:
        """Show a picture of a sheet, or of one sheet of a whole deal."""
        drawn = picture(record, self.words, kind, **options)
        # As part of the page: an image would be cut where it is wider, and would tell a screen reader nothing. On a
        # phone it is moved sideways rather than shrunk until nobody can read it.
        fitting = drawn.svg.replace("<svg ", f'<svg style="max-width:100%;min-width:{LEGIBLE}px;height:auto" ', 1)
        framed = f'<div style="overflow-x:auto" tabindex="0">{fitting}</div>'
        display({"text/html": framed}, raw=True)  # type: ignore[no-untyped-call]

    def table(self, record: Record, table: str, columns: str) -> None:
        """Show some columns of one table of a sheet, by their ids."""
        _show(table_of(record, self.words, table, columns.split(), self._people))

    def levels(self, scale_id: str, text: str) -> None:
        """Show the levels of a scale, each with what it means and one more of its texts."""
        language = self.language
        found = scale(scale_id)
        rows = [
            [level.sign, level.name.in_(language), level.says.in_(language), level.texts[text].in_(language)]
            for level in found.levels
        ]
        _show(
            grid(
                ["", found.name.in_(language), *(self.words.say(f"lessons.levels.{part}") for part in ("says", text))],
                rows,
            )
        )

    def questions(self, record: Record) -> None:
        """Show what does not count yet as questions, and whom to ask."""
        _show(grid(*questions_rows(record, self.words)))

    def checks(self, record: Record, *codes: str) -> None:
        """Show what the checks remark on a sheet; with codes such as `M38` only what those models remark."""
        found = [self.words.finding(found) for found in checks.run(record)]
        lines = [self._remark(remark) for remark in found if not codes or remark["code"].startswith(codes)]
        _show("\n".join(lines) or self.words.say("lessons.no-remark"))

    def scores(self, name: str) -> None:
        """Show what the graded samples of an exercise earn, criterion by criterion. Raises NoKey."""
        exercise = shelf.exercise(f"{self.case.id}/{name}")
        key = shelf.key(exercise.id)
        language, say = self.language, self.words.say
        heads = [criterion.title.in_(language) for criterion in exercise.rubric.criteria]
        rows = []
        samples = [(sample.title.in_(language), sample.sheet_answers(), sample.criteria) for sample in key.samples]
        for title, answers, judged in [*samples, (say("lessons.solved"), key.sheet_answers(), {})]:
            card = grade(answers, key, exercise)
            given = [judged.get(score.id) if score.points is None else score.points for score in card.criteria]
            shown = [say("lessons.coach") if points is None else f"{points:g} / {score.maximum:g}"
                     for points, score in zip(given, card.criteria, strict=True)]  # fmt: skip
            rows.append([title, *shown, f"{sum(points or 0 for points in given):g}"])
        _show(grid([say("lessons.answer"), *heads, say("lessons.total")], rows))

    def _spelled(self, exercise: Exercise, expected: Expected) -> dict[str, Any]:
        """A statement of the bank in words, for whoever does not have the bank at hand. Own words of the key are in
        one language; for a reader of the other its reason says the same."""
        value = expected.value
        if isinstance(value, dict) and "bank" in value:
            return {"value": {"text": exercise.bank[value["bank"]].text.in_(self.language)}}
        own_words = isinstance(value, str) and " " in value
        if own_words and self.language != "en":
            return {"value": expected.why.in_(self.language)}
        return {}

    def _sample(self, name: str, why: str) -> Record:
        self._note(why, deal=self.deal.name)
        return self.deal.sheets[_IN_THE_DEAL.get(name, f"methods/{name}")]

    def _note(self, key: str, **params: str) -> None:
        _show(f"> {self.words.say(key, **params)}")

    def _remark(self, remark: dict[str, str]) -> str:
        severity = self.words.say(f"lessons.{remark['severity']}")
        space = self.words.habits.space
        return f"- **{severity}** {plain(remark['message'])}{space}*{plain(remark['next'])}* `{remark['code']}`"

    @cached_property
    def _people(self) -> dict[str, str]:
        """Everybody whom a lesson can name, by id."""
        ours = {person.id: person.name_in(self.language) for person in self.case.people}
        return ours | {person.id: person.label for person in self.deal.people.people}

    @cached_property
    def _filling(self) -> Filling:
        return Filling(self.words, self._people)


def _show(text: str) -> None:
    display({"text/markdown": text}, raw=True)  # type: ignore[no-untyped-call]
