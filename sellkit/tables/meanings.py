"""The few words in a cell that mean something else than what they say, in every language."""

from functools import cache

from sellkit.models.text import LANGUAGES
from sellkit.tables.options import fold
from sellkit.training.words import catalogue

EMPTY = "(empty)"
_MESSAGES = {
    "unknown": "labels.unknown",
    "not-found": "tables.not-found",
    EMPTY: "tables.empty",
    "leaf": "labels.leaf",
    "us": "tables.us",
}


class Meaning(str):
    """A word that stands for an answer and not for itself, where a text could be the same word."""

    __slots__ = ()


@cache
def word(meaning: str, language: str | None) -> str:
    """How a meaning is written: "unknown" (not known yet), "not-found" (looked for, not found), "(empty)" (a text or a
    list that was left empty on purpose), "leaf" and "us". Without a language it is written as it is."""
    return meaning if language is None else catalogue(language)[_MESSAGES[meaning]]


def meaning(said: str) -> str:
    """What a word means, in whichever language it is written; "" for an ordinary one."""
    return _meanings().get(fold(said), "")


@cache
def _meanings() -> dict[str, str]:
    written = {fold(word(each, language)): each for language in LANGUAGES for each in _MESSAGES}
    return written | {each: each for each in _MESSAGES}
