"""Words that a reader sees, in both languages."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints

from sellkit.models.base import Record

Language = Literal["zh-CN", "en"]
LANGUAGES: tuple[Language, ...] = ("zh-CN", "en")

Wording = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]

_HAN = "\u3000-\u303f\u3400-\u9fff\uff00-\uffef"
_FOLD = re.compile(f"(?<=[{_HAN}]) (?=[{_HAN}])")


def _unfolded(text: str) -> str:
    """Chinese without the blanks that YAML puts where a long text was broken into lines."""
    return _FOLD.sub("", text)


class Text(Record):
    """One thing said twice, written natively in each language: `{zh-CN: …, en: …}`. Neither may be empty."""

    model_config = ConfigDict(populate_by_name=True, serialize_by_alias=True)

    zh: Annotated[Wording, AfterValidator(_unfolded)] = Field(alias="zh-CN")
    en: Wording

    def in_(self, language: Language) -> str:
        """The wording in one language."""
        return self.zh if language == "zh-CN" else self.en
