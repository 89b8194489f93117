"""What can be chosen in a column: ids with their names, found again by whichever of them somebody wrote."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from sellkit.models.text import LANGUAGES, Text
from sellkit.training.words import catalogue, scales

Key = str | int | bool


def fold(text: str) -> str:
    """What makes two spellings the same: width, case and spaces do not count."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


@dataclass(frozen=True)
class Option:
    """One thing to choose: its id, its name by language, its sign on paper (`+`, `U`) and its tone (good or bad for us)
    if it has them."""

    id: Key
    names: Mapping[str, str]
    sign: str = ""
    tone: str | None = None


class Options:
    """The choices of a column in their order."""

    def __init__(self, options: Iterable[Option]) -> None:
        self.all = tuple(options)

    @property
    def ids(self) -> tuple[Key, ...]:
        return tuple(option.id for option in self.all)

    def label(self, id: Key, language: str) -> str:
        """The name by which a choice is shown and found again."""
        return self._labels[language].get(id, str(id))

    def labels(self, language: str) -> tuple[str, ...]:
        """All names in order."""
        return tuple(self._labels[language].values())

    def find(self, said: Any) -> Key | None:
        """The choice that is meant by an id, a name in any language, or a sign. None if there is none."""
        if not isinstance(said, str):
            return next((id for id in self.ids if id == said and isinstance(id, bool) == isinstance(said, bool)), None)
        return self._by_spelling.get(fold(said))

    @cached_property
    def _labels(self) -> dict[str, dict[Key, str]]:
        return {language: self._unlike(language) for language in LANGUAGES}

    def _unlike(self, language: str) -> dict[Key, str]:
        names = {option.id: self._name(option, language) for option in self.all}
        times: dict[str, int] = {}
        for name in names.values():
            times[fold(name)] = times.get(fold(name), 0) + 1
        return {id: name if times[fold(name)] == 1 else f"{name} ({id})" for id, name in names.items()}

    def _name(self, option: Option, language: str) -> str:
        name = option.names[language]
        # Of a number the number is read first, and it sorts.
        return f"{option.sign} {name}" if _counts(option) and not name.startswith(option.sign) else name

    @cached_property
    def _by_spelling(self) -> dict[str, Key]:
        found: dict[str, Key] = {}
        for spellings in (
            ((fold(str(option.id)), option.id) for option in self.all),
            ((fold(label), id) for language in LANGUAGES for id, label in self._labels[language].items()),
            ((fold(name), option.id) for option in self.all for name in option.names.values()),
            ((fold(option.sign), option.id) for option in self.all if option.sign),
        ):
            for spelling, id in spellings:
                found.setdefault(spelling, id)
        return found


@cache
def scale_options(scale: str, ids: tuple[Key, ...]) -> Options:
    """Those levels of a scale that a field can hold, by id, or by value where the field counts. What the scale does not
    have is looked up among the other words of tables."""
    counts = isinstance(ids[0], int)
    by = {
        language: {level.get("value") if counts else level["id"]: level for level in scales(language)[scale]}
        for language in LANGUAGES
    }
    return Options(
        _level_option(id, {language: levels[id] for language, levels in by.items()})
        if id in by[LANGUAGES[0]]
        else _worded(id)
        for id in ids
    )


def _level_option(id: Key, levels: Mapping[str, Mapping[str, Any]]) -> Option:
    level = levels[LANGUAGES[0]]
    return Option(id, {language: each["name"] for language, each in levels.items()}, level["sign"], level.get("tone"))


@cache
def worded_options(ids: tuple[Key, ...]) -> Options:
    """Choices that are no scale: their names stand among the words of tables."""
    return Options(_worded(id) for id in ids)


@cache
def yes_no() -> Options:
    """Yes and no, also as 1 and 0, y and n, √ and ×."""
    return _YesNo(_worded(id) for id in (True, False))


def text_options(texts: Iterable[tuple[str, Text]]) -> Options:
    """Choices that a method names."""
    return Options(Option(id, {language: text.in_(language) for language in LANGUAGES}) for id, text in texts)


def plain_options(ids: Iterable[str]) -> Options:
    """Choices whose id is their name in every language."""
    return Options(Option(id, dict.fromkeys(LANGUAGES, id.upper())) for id in ids)


class _YesNo(Options):
    def find(self, said: Any) -> Key | None:
        found = super().find(said)
        if found is None and str(said).strip().casefold() in _ALSO:
            return _ALSO[str(said).strip().casefold()]
        return found


_ALSO = {"1": True, "0": False, "1.0": True, "0.0": False, "y": True, "n": False, "√": True, "✓": True, "×": False}


def _worded(id: Key) -> Option:
    name = {True: "yes", False: "no"}[id] if isinstance(id, bool) else id
    return Option(id, {language: catalogue(language)[f"tables.choice.{name}"] for language in LANGUAGES})


def _counts(option: Option) -> bool:
    return isinstance(option.id, int) and not isinstance(option.id, bool)
