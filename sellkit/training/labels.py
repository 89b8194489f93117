"""Say in words what a field is, what its answer means, and what a citation quotes."""

from dataclasses import dataclass
from typing import Any, cast

from sellkit.models.text import Language
from sellkit.training.answer import UNKNOWN
from sellkit.training.case import Case
from sellkit.training.exercise import Exercise
from sellkit.training.forms import form_of
from sellkit.training.words import Words


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage as a reader sees it: where it stands, and its text line by line."""

    label: str
    lines: tuple[str, ...]


class Labels:
    """The words of one exercise in one language. What an answer names but the exercise does not know is shown raw:
    a coach must see what was sent."""

    def __init__(self, exercise: Exercise, case: Case, words: Words) -> None:
        self.exercise = exercise
        self.case = case
        self.words = words
        self.language = cast(Language, words.language)
        self._slots = form_of(exercise, case).slots
        self._parts_said = words.under("labels.")
        self.reasons = words.under("training.reason.")
        self._order = {field: at for at, field in enumerate(self._slots)}

    @property
    def title(self) -> str:
        return self.exercise.title.in_(self.language)

    def person(self, id: str) -> str:
        found = self.case.by_id.get(id)
        return found.name_in(self.language) if found else id

    def group(self, field: str) -> str:
        """What the fields of one part belong to: a person, an initiative, a part of a method, or the whole."""
        slot = self._slots.get(field)
        if slot is not None and slot.group is not None:
            return slot.group.in_(self.language)
        head = field.partition("/")[0]
        if head in self.case.by_id:
            return self.person(head)
        if head.startswith("i") and head[1:].isdigit():
            return self.words.say("labels.initiative", number=head[1:])
        return self.words.say("labels.whole")

    def head(self, field: str) -> str:
        """What tells groups apart, whatever they are called."""
        slot = self._slots.get(field)
        return slot.group.en if slot is not None and slot.group is not None else field.partition("/")[0]

    def part(self, field: str) -> str:
        """The last parts of a field: attitude, reason 2, whose pain reason 2 is; or the question of a method."""
        slot = self._slots.get(field)
        if slot is not None and slot.title is not None:
            return slot.title.in_(self.language)
        parts = field.split("/")
        if len(parts) > 2 and parts[1] == "reasons":
            key = "reason-owner" if parts[-1] == "owner" else "reason"
            return self.words.say(f"labels.{key}", number=parts[2])
        return self._parts_said.get(f"labels.{parts[-1]}", parts[-1])

    def field(self, field: str) -> str:
        """Group and part, as a heading over one comparison; the question of a method stands alone."""
        slot = self._slots.get(field)
        if slot is not None and slot.title is not None:
            return self.part(field)
        return f"{self.group(field)} · {self.part(field)}" if "/" in field else self.part(field)

    def value(self, field: str, value: Any) -> str:
        """An answer's value in words; empty for a blank."""
        if value is None or value == "" or value == []:
            return ""
        if value == UNKNOWN:
            return self.words.say("labels.unknown")
        if isinstance(value, list | tuple | set | frozenset):
            return self.words.habits.comma.join(self.value(field, item) for item in sorted(value, key=str))
        if isinstance(value, dict):
            return self._parts(field, value)
        return self._one(field, str(value))

    def order(self, field: str) -> int:
        """Where the form has this field."""
        return self._order.get(field, len(self._order))

    def quote(self, cite: str) -> Quote | None:
        """The passage behind a citation; None if the dossier does not have it."""
        name, _, passage = cite.partition(".")
        for document in self.case.documents:
            if document.id == name:
                numbered = [block for block in document.blocks(self.language) if block.passage]
                for number, block in enumerate(numbered, 1):
                    if block.passage == passage:
                        label = f"{document.title.in_(self.language)} ¶{number}"
                        return Quote(label, block.said)
        return None

    def _parts(self, field: str, value: dict[str, Any]) -> str:
        if "bank" in value:
            found = self.exercise.bank.get(str(value["bank"]))
            return found.text.in_(self.language) if found else str(value["bank"])
        if "text" in value:
            return str(value["text"])
        if self.language in value:  # a text of the key, said in both languages
            return str(value[self.language])
        head = field.partition("/")[0]
        said = [(self.part(part), self.value(f"{head}/{part}", inner)) for part, inner in value.items()]
        colon = self.words.habits.colon
        return "\n".join(f"{label}{colon}{text or self.words.say('labels.blank')}" for label, text in said)

    def _one(self, field: str, value: str) -> str:
        slot = self._slots.get(field)
        if slot is None or slot.kind == "text":
            return value
        if slot.scale and value in slot.choices:
            return self.words.level(slot.scale, value)
        if value in slot.names:
            return slot.names[value].in_(self.language)
        if value in ("yes", "no"):
            return self.words.say(f"labels.{value}")
        if value == "leaf":
            return self.words.say("labels.leaf")
        if field == "leading":
            return self.group(value)
        return self.person(value)
