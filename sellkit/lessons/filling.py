"""What a lesson works out, put into its sentences: people by name, levels by name, figures as a reader writes them."""

import string
from collections.abc import Mapping
from typing import Any, cast

from sellkit.lessons.grid import plain
from sellkit.models.text import Language, Text
from sellkit.training.words import Words


class Filling(string.Formatter):
    """Fills `{balance.net}` in a lesson's text. The texts are ours, so they may look into the records handed in.

    `{person}` is a name if it is somebody's id; `{reading.mode:control-mode}` the name of that scale's level;
    `{balance.net:+}` a number with its sign. Several are listed.
    """

    def __init__(self, words: Words, people: Mapping[str, str]) -> None:
        self.words, self.people = words, people

    def format_field(self, value: Any, spec: str) -> str:
        if value is None or value == "":
            return self.words.say("labels.blank")
        if value in ((), []):
            return self.words.say("lessons.none")
        if isinstance(value, bool):
            return self.words.say("labels.yes" if value else "labels.no")
        if isinstance(value, tuple | list):
            return self.words.habits.comma.join(self.format_field(each, spec) for each in value)
        if isinstance(value, Text):
            return plain(value.in_(cast(Language, self.words.language)))
        if isinstance(value, str):
            return plain(self.words.level(spec, value) if spec else self.people.get(value, value))
        if isinstance(value, int | float):
            return format(value, (spec if value else "") or (",.0f" if float(value).is_integer() else ",.2f"))
        return str(value)
