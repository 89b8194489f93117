"""The names of fields, as findings, conflicts and the console show them: "Yoshi Goto · Attitude to us"."""

from sellkit.training.case import Case
from sellkit.training.exercise import Exercise
from sellkit.training.forms import form_of
from sellkit.training.words import Words


def field_labels(words: Words, case: Case, exercise: Exercise) -> dict[str, str]:
    """A name for each field of the exercise's form."""
    names = {person.id: person.name_in(words.language) for person in case.people}
    return {field: field_label(words, names, field) for field in form_of(exercise, case).slots}


def field_label(words: Words, names: dict[str, str], field: str) -> str:
    """One field's name: whose, and what. Numbers in a path count reasons or initiatives."""
    owner, *rest = field.split("/")
    kind = "/".join("n" if part.isdigit() else part for part in rest)
    number = next((part for part in rest if part.isdigit()), owner.removeprefix("i"))
    if not rest:
        return words.say(f"screens.field.{owner}")
    what = words.say(f"screens.field.{kind}", n=number)
    whose = names.get(owner) or words.say("screens.initiative", n=number)
    return f"{whose} · {what}"
