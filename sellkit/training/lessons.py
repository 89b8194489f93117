"""What a lesson says: its title and its parts by id, in both languages. One file for each, in `content/lessons`."""

import re
from functools import cache

from sellkit.models.base import Id, Record
from sellkit.models.text import Language, Text
from sellkit.training import places
from sellkit.training.refusals import NotFound
from sellkit.training.shelf import validated
from sellkit.training.yamlfile import read_yaml


class LessonText(Record):
    """One lesson in words.

    title  what it is called
    parts  Markdown by the part's id. `{balance.net}` stands for what the lesson works out and hands in as `balance`
    """

    id: Id
    title: Text
    parts: dict[Id, Text]

    def part(self, part: str, language: Language) -> str:
        """One part in one language; Chinese without the blanks that a broken line would put between two signs."""
        return _BROKEN.sub("", self.parts[part].in_(language))


_POINTS = "\u3000-\u303f\uff00-\uffef"
_HAN = f"{_POINTS}\u3400-\u9fff"
_BROKEN = re.compile(f"(?<=[{_HAN}])\n *(?=[{_HAN}])|(?<=[{_POINTS}])\n *(?=[A-Za-z])")


@cache
def lessons() -> tuple[str, ...]:
    """Ids of all lessons."""
    names = (file.name for file in places.content("lessons").iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


@cache
def lesson(lesson_id: str) -> LessonText:
    """One lesson. Raises NotFound, or ContentError with file and line."""
    if lesson_id not in lessons():
        raise NotFound("no-lesson", lesson=str(lesson_id)[:80], known=", ".join(lessons()))
    name = f"{lesson_id}.yaml"
    return validated(read_yaml(f"lessons/{name}", places.content("lessons", name).read_bytes()), LessonText)
