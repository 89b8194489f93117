"""One column of a table: where its values stand in a row, what they can be, and how it is called."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from sellkit.models.base import Record
from sellkit.models.text import HABITS, LANGUAGES, Text
from sellkit.tables.celltype import CellType
from sellkit.tables.hints import BESIDE, MONEY, PERCENT, PLAIN, REFERS, SCALES, among, hint
from sellkit.tables.options import Options, plain_options, scale_options, worded_options, yes_no
from sellkit.training.refusals import WordMissing
from sellkit.training.words import catalogue

# The parts of a judged mark besides its value, in the order in which they are asked for.
EVIDENCE = ("cites", "confidence", "witness", "on", "note")
Unit = Literal["", "money", "percent"]


@dataclass(frozen=True)
class Column:
    """One column.

    id        its name in a program, such as `attitude` or `attitude/cites`
    path      where the value stands in a row
    options   what can be chosen; refers: the list in which the id that stands here is found ("people"), `beside` words
              that may stand there too
    evidence  it belongs to the mark on its left (M60) and can be left out of a view; judged: it is such a mark
    key       it says to which row of another table this row belongs, or numbers the rows
    required  every row needs it; default: what a blank means
    """

    id: str
    path: tuple[str, ...]
    holds: CellType
    owner: type[Record] = Record
    field: str = ""
    options: Options | None = None
    refers: str = ""
    beside: tuple[str, ...] = ()
    unit: Unit = ""
    evidence: bool = False
    judged: bool = False
    key: bool = False
    required: bool = False
    default: Any = None
    named: Text | None = None

    @property
    def in_parts(self) -> bool:
        """It is one part of a value that has several, so that "not known yet" is no text of its own."""
        return self.judged and self.path[-2:] == ("value", "text")

    def heading(self, language: str) -> str:
        """The column's name in one language."""
        name = self.named.in_(language) if self.named else heading(self.owner, self.field, language)  # type: ignore[arg-type]
        if not self.evidence:
            return name
        return f"{name}{HABITS[language].colon}{catalogue(language)[f'tables.evidence.{self.path[-1]}']}"

    def headings(self) -> Mapping[str, str]:
        """Its name in every language."""
        return {language: self.heading(language) for language in LANGUAGES}


@cache
def heading(model: type[Record], name: str, language: str) -> str:
    """How a field is called: in the words of its class, else in those that all fields of this name share. Raises
    WordMissing."""
    messages = catalogue(language)
    for key in (*(f"tables.field.{kind.__name__}.{name}" for kind in model.__mro__), f"tables.field.{name}"):
        if key in messages:
            return messages[key]
    raise WordMissing("no-message", message=f"tables.field.{name}", language=language)


def column(
    id: str,
    path: tuple[str, ...],
    kind: CellType,
    owner: type[Record],
    name: str,
    options: Options | None = None,
    **more: Any,
) -> Column:
    """A column of a field, with the choices and the list that belong to it."""
    refers, beside = _refers(kind, owner, name)
    unit: Unit = "money" if among(MONEY, owner, name) else "percent" if among(PERCENT, owner, name) else ""
    return Column(
        id, path, kind, owner, name,
        options=options or _options(kind, owner, name),
        refers=refers,
        beside=beside,
        unit=unit if kind.kind == "number" else "",
        **more,
    )  # fmt: skip


def evidence(id: str, path: tuple[str, ...], owner: type[Record], name: str, named: Text | None) -> tuple[Column, ...]:
    """The columns of what a judged mark rests on."""
    kinds = {
        "cites": CellType("id", "list"),
        "confidence": CellType("choice", ids=_CONFIDENCES),
        "witness": CellType("text"),
        "on": CellType("date"),
        "note": CellType("text"),
    }
    blank: dict[str, Any] = {"cites": (), "witness": "", "note": ""}
    return tuple(
        Column(
            f"{id}/{part}", (*path, part), kinds[part], owner, name,
            options=scale_options("confidence", _CONFIDENCES) if part == "confidence" else None,
            evidence=True, default=blank.get(part), named=named,
        )
        for part in EVIDENCE
    )  # fmt: skip


_CONFIDENCES = ("unclear", "inferred", "explicit", "agreed")


def _refers(kind: CellType, owner: type[Record], name: str) -> tuple[str, tuple[str, ...]]:
    if kind.person:
        return "people", ()
    return hint(REFERS, owner, name) or "", hint(BESIDE, owner, name) or ()


def _options(kind: CellType, owner: type[Record], name: str) -> Options | None:
    if kind.kind == "yes-no":
        return yes_no()
    if not kind.ids:
        return None
    if among(PLAIN, owner, name):
        return plain_options(map(str, kind.ids))
    scale = hint(SCALES, owner, name)
    if scale:
        return scale_options(scale, kind.ids)
    return worded_options(kind.ids) if kind.kind == "choice" else None
