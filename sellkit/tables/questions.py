"""What does not count yet, as questions in the reader's words, row by row."""

from sellkit.models.asking import OpenQuestion, open_questions
from sellkit.models.base import Record
from sellkit.models.paths import judged
from sellkit.tables.places import Speech
from sellkit.training.words import Words

HEADS = ("ask", "question", "so-far")


def questions_rows(record: Record, words: Words) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Headings and rows of the open questions of a sheet or a deal: whom to ask, what, and what we think so far."""
    speech, marks = Speech(record, words), dict(judged(record))
    rows = [_row(question, marks[question.path].value, speech, words) for question in open_questions(record)]
    return tuple(words.say(f"tables.questions.{head}") for head in HEADS), rows


def _row(question: OpenQuestion, value: object, speech: Speech, words: Words) -> tuple[str, ...]:
    place = speech.place(question.path)
    sheet = speech.sheet(place.sheet) if place.sheet else ""
    row = speech.names.get(place.person, place.person) or place.row
    about, field = (row or sheet, place.field) if place.field else (sheet, row)  # a row that is itself the mark
    so_far = speech.value(question.path, value)
    kind = "unknown" if question.state == "unknown" else "witness" if question.witness else "unconfirmed"
    about = about or words.say("tables.questions.whole")
    said = words.say(f"tables.questions.{kind}", about=about, field=field, value=so_far)
    who = question.witness or speech.names.get(question.ask or "", question.ask or "")
    return who or words.say("tables.questions.nobody"), said, so_far
