"""What sellkit says, in the reader's language. Catalogues and scales are read once and shared by all sessions."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, cast

from babel.messages.pofile import read_po

from sellkit.errors import SellkitError
from sellkit.models.text import HABITS, LANGUAGES, Language, Text
from sellkit.training import places
from sellkit.training.refusals import WordMissing
from sellkit.training.yamlfile import read_yaml
from sellkit.training.yamlfolder import files_of


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """All messages of one language by id, from every `.po` file of its folder. Raises WordMissing for a language
    that we do not speak."""
    if language not in LANGUAGES:
        raise WordMissing("no-language", language=str(language)[:20])
    folder = language.replace("-", "_")  # gettext's way to write it
    messages: dict[str, str] = {}
    for file in sorted(places.content("locale", folder).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".po"):
            with file.open("rb") as lines:
                for message in read_po(lines, locale=folder, abort_invalid=True):
                    if message.id and isinstance(message.id, str) and isinstance(message.string, str):
                        messages[message.id] = message.string
    return messages


@cache
def scales(language: str) -> Mapping[str, tuple[Mapping[str, Any], ...]]:
    """Every scale's levels in one language, in the scale's order."""
    return _of_scales("levels", language)


@cache
def questions(language: str) -> Mapping[str, tuple[Mapping[str, Any], ...]]:
    """By scale, the questions of "help me choose" in one language."""
    return _of_scales("help", language)


def _of_scales(part: str, language: str) -> dict[str, tuple[Mapping[str, Any], ...]]:
    files = [read_yaml(f"scales/{file.name}", file.read_bytes()).data for file in files_of(places.content("scales"))]
    return {data["id"]: tuple(_in_language(each, language) for each in data.get(part, ())) for data in files}


class Words:
    """The words of one language.

    Raises WordMissing for an id no catalogue has: a missing message is our mistake and must not reach a screen as a
    blank.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._messages = catalogue(language)
        self.habits = HABITS[language]

    def say(self, key: str, /, **params: object) -> str:
        """One message, its `{params}` filled in. Params are data: braces in them stay as they are."""
        template = self._messages.get(key)
        if not template:
            raise WordMissing("no-message", message=key, language=self.language)
        if not params:  # a whole template, for a view that fills it in the browser
            return template.replace("{{", "{").replace("}}", "}")
        return template.format_map(_Params(params))

    def under(self, prefix: str) -> dict[str, str]:
        """All messages whose id begins with `prefix`, for a view's own text."""
        return dict(self._under(prefix))

    def finding(self, finding: Any) -> dict[str, str]:
        """A check's finding as a view shows it: what is wrong and what to do next."""
        params = {name: self._said(param) for name, param in finding.params.items()}
        return {
            "code": finding.code,
            "severity": finding.severity,
            "place": finding.place,
            "message": self.say(f"checks.{finding.code}.says", **params),
            "next": self.say(f"checks.{finding.code}.next", **params),
        }

    def error(self, error: SellkitError) -> str:
        """An error as a sentence that ends with the next step."""
        return self.fault(error) + self.habits.space + self.next_step(error)

    def fault(self, error: SellkitError) -> str:
        """What is wrong."""
        return self.say(f"errors.{error.key}.says", **{"place": error.place, **error.params})

    def next_step(self, error: SellkitError) -> str:
        """What to do about it."""
        return self.say(f"errors.{error.key}.next", **{"place": error.place, **error.params})

    def reasons(self, codes: tuple[str, ...]) -> str:
        """Why an item on a score card earned what it earned."""
        return self.habits.space.join(self.say(f"training.reason.{code}") for code in codes)

    def scale(self, scale: str) -> list[dict[str, Any]]:
        """The levels of a scale, in order: `{id, name, sign, says}` and whatever else the scale carries."""
        levels = scales(self.language).get(scale)
        if levels is None:
            raise WordMissing("no-scale", scale=scale)
        return [dict(level) for level in levels]

    def help(self, scale: str) -> list[dict[str, Any]]:
        """Plain questions that lead to a level: `[{ask, answers: [{says, level?, because}]}]`."""
        return [dict(question) for question in questions(self.language).get(scale, ())]

    def level(self, scale: str, level: str) -> str:
        """The name of one level: `level("adaptability", "visionary")`."""
        for found in self.scale(scale):
            if found["id"] == level:
                return str(found["name"])
        raise WordMissing("no-level", scale=scale, level=level)

    def _said(self, param: object) -> object:
        if isinstance(param, Text):
            return param.in_(cast(Language, self.language))
        if isinstance(param, tuple):
            return self.habits.comma.join(str(self._said(each)) for each in param)
        return param

    def _under(self, prefix: str) -> Iterator[tuple[str, str]]:
        return ((key, text) for key, text in self._messages.items() if key.startswith(prefix))


class _Params(dict[str, object]):
    def __missing__(self, name: str) -> str:
        raise WordMissing("no-param", param=name)


def _in_language(value: Any, language: str) -> Any:
    """Replace each `{zh-CN: …, en: …}` by the wording of one language."""
    if isinstance(value, dict):
        if value.keys() & set(LANGUAGES):
            return value[language]
        return {part: _in_language(inner, language) for part, inner in value.items()}
    if isinstance(value, list):
        return [_in_language(inner, language) for inner in value]
    return value
