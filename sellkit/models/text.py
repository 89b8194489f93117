"""Words that a reader sees, in both languages."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints

from sellkit.models.base import Record

Language = Literal["zh-CN", "en"]
LANGUAGES: tuple[Language, ...] = ("zh-CN", "en")

Wording = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Text(Record):
    """One thing said twice, written natively in each language: `{zh-CN: …, en: …}`. Neither may be empty."""

    model_config = ConfigDict(populate_by_name=True, serialize_by_alias=True)

    zh: Wording = Field(alias="zh-CN")
    en: Wording

    def in_(self, language: Language) -> str:
        """The wording in one language."""
        return self.zh if language == "zh-CN" else self.en
