"""Words that a reader sees, in every language of the house. To add a language, give it a line in each of the three
places below; whatever then lacks it is listed by the tests and by `sellkit case check`."""

import re
from typing import Annotated, Literal, NamedTuple, get_args

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints

from sellkit.models.base import Record

Language = Literal["zh-CN", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


class Habits(NamedTuple):
    """How a language is called and how it joins what a program puts together.

    own_name  its name in itself: who looks for it cannot read the others; english_name: what an operating system says
    space     between two sentences; comma: between the items of a list; colon: between a name and what it holds
    """

    own_name: str
    english_name: str
    space: str = " "
    comma: str = ", "
    colon: str = ": "


HABITS: dict[str, Habits] = {
    "zh-CN": Habits("中文", "Chinese", space="", comma="、", colon="："),
    "en": Habits("English", "English"),
}

Wording = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]

_HAN = "\u3000-\u303f\u3400-\u9fff\uff00-\uffef"
_FOLD = re.compile(f"(?<=[{_HAN}]) (?=[{_HAN}])")


def _unfolded(text: str) -> str:
    """Chinese without the blanks that YAML puts where a long text was broken into lines."""
    return _FOLD.sub("", text)


class Text(Record):
    """One thing said in every language, written natively in each: `{zh-CN: …, en: …}`. None may be empty."""

    model_config = ConfigDict(populate_by_name=True, serialize_by_alias=True)

    zh: Annotated[Wording, AfterValidator(_unfolded)] = Field(alias="zh-CN")
    en: Wording

    def in_(self, language: Language) -> str:
        """The wording in one language."""
        return str(getattr(self, _FIELDS[language]))


_FIELDS = {field.alias or name: name for name, field in Text.model_fields.items()}


def language_of(tag: str) -> Language | None:
    """The language that a browser or an operating system means by `zh-TW`, `en_GB.UTF-8`, `Chinese (Simplified)_China`;
    None for one that we do not speak."""
    said = tag.strip().lower()
    for language in LANGUAGES:
        if said.startswith((language.partition("-")[0], HABITS[language].english_name.lower())):
            return language
    return None
