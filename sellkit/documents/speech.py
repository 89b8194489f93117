"""How a document says days, money, people and judged marks in one language."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, cast

from sellkit.models.base import Judged
from sellkit.models.text import Language, Text
from sellkit.training.words import Words


class Speech:
    """The words of one document. `names` are those of people by id; whoever is not among them is called by the id."""

    def __init__(self, words: Words, names: Mapping[str, str]) -> None:
        self.words = words
        self.names = names

    def say(self, key: str, /, **params: object) -> str:
        """A message of the catalogues."""
        return self.words.say(key, **params)

    def columns(self, *keys: str) -> tuple[str, ...]:
        """Heads of columns."""
        return tuple(self.say(f"documents.column.{key}") for key in keys)

    def text(self, text: Text) -> str:
        """A text of content."""
        return text.in_(cast(Language, self.words.language))

    def join(self, texts: Iterable[str]) -> str:
        """What is there of several, as a list."""
        return self.words.habits.comma.join(text for text in texts if text)

    def listed(self, texts: Iterable[str]) -> str:
        """What is there of several, as a list of phrases that may hold commas themselves."""
        return f"{self.say('documents.listed')}{self.words.habits.space}".join(
            text.rstrip("。.；;") for text in texts if text
        )

    def sentences(self, *texts: str) -> str:
        """What is there of several, one sentence after the other."""
        return self.words.habits.space.join(text for text in texts if text)

    def person(self, id: str | None) -> str:
        """Somebody's name."""
        return self.names.get(id, id) if id else ""

    def people(self, ids: Iterable[str]) -> str:
        """Several names."""
        return self.join(map(self.person, ids))

    def day(self, day: date | None) -> str:
        """A day as both languages write it here."""
        return day.isoformat() if day else ""

    def amount(self, amount: float | None, currency: str = "") -> str:
        """Money, or any other large number."""
        if amount is None:
            return ""
        written = f"{amount:,.2f}".rstrip("0").rstrip(".").replace("-", "−")
        return f"{written}\u00a0{currency}".strip()

    def mark(self, mark: Judged[Any], told: Callable[[Any], str] = str) -> str:
        """A judged mark: what was given, and that it is not confirmed; "not known yet"; nothing for a blank."""
        if mark.state == "blank":
            return ""
        if mark.state == "unknown":
            return self.say("documents.unknown")
        given = told(mark.given)
        return given if mark.confirmed or not given else self.say("documents.unconfirmed", what=given)

    def level(self, scale: str) -> Callable[[Any], str]:
        """Names of the levels of a scale, for `mark`."""
        return lambda level: self.words.level(scale, str(level))

    def yes_no(self, value: Any) -> str:
        """Yes or no, for `mark`."""
        return self.say("documents.yes" if value else "documents.no")
