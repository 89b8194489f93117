"""The room's words in one language, ready for templates."""

from functools import cache
from html import escape

from sellkit.models.text import LANGUAGES, language_of
from sellkit.training.words import Words


@cache
def _words(language: str) -> Words:
    return Words(language)


class Texts:
    """`texts("room.join.title")` is the sentence in this language; `html` is the same, safe inside markup."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"

    def __call__(self, key: str, **params: str | int) -> str:
        return _words(self.language).say(key, **params)

    def html(self, key: str, **params: str | int) -> str:
        """The sentence with `<`, `&` and quotes made harmless."""
        return escape(self(key, **params))


def preferred(header: str) -> str | None:
    """The first of our languages in a browser's Accept-Language."""
    return next(filter(None, map(language_of, header.split(","))), None)
