"""What a document is made of. It is data in one language: a section knows texts and pictures, and no file format."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple
from unicodedata import east_asian_width

from sellkit.checks.registry import Severity
from sellkit.models.base import Record

# In letters: the longest word and the longest amount that a column makes room for, the shortest column, a long line of
# text, what lies beside the text, and a page.
WORD, AMOUNT, SHORT, LINE, MARGIN, PAGE = 13, 24, 4, 80, 5, 112


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence or several. `quiet` is what explains rather than tells."""

    text: str
    quiet: bool = False


class Fact(NamedTuple):
    """One thing that is known: its name, and what it is."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts under a heading; the heading may be empty."""

    title: str
    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts under their columns; `amounts` are the places of columns that hold amounts."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    amounts: frozenset[int] = frozenset()

    @property
    def shares(self) -> tuple[float, ...]:
        """How wide each column is, adding up to 1: room for its longest word first, the rest to whoever says most."""
        columns = list(zip(self.columns, *self.rows, strict=True))
        words = [max((_width(word) for text in column for word in text.split(" ")), default=0) for column in columns]
        most = [AMOUNT if place in self.amounts else WORD for place in range(len(columns))]
        least = [min(max(word, SHORT), cap) + MARGIN for word, cap in zip(words, most, strict=True)]
        more = [
            max(min(max(map(_width, column)), LINE) + MARGIN - floor, 0)
            for column, floor in zip(columns, least, strict=True)
        ]
        left = max(PAGE - sum(least), 0) / (sum(more) or 1)
        wide = [floor + left * wish for floor, wish in zip(least, more, strict=True)]
        return tuple(each / sum(wide) for each in wide)


def _width(text: str) -> float:
    """How wide a text is, in letters; a Chinese character is as wide as two, and digits are wider than most letters."""
    return sum(2 if east_asian_width(char) in "WF" else 1.25 if char.isdigit() else 1 for char in text)


def table(title: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], amounts: Iterable[int] = ()) -> Table:
    """A table without the columns in which nothing stands; the first stays."""
    held = tuple(rows)
    kept = [place for place in range(len(columns)) if not place or any(row[place].strip() for row in held)]
    numbers = set(amounts)
    return Table(
        title,
        tuple(columns[place] for place in kept),
        tuple(tuple(row[place] for place in kept) for row in held),
        frozenset(new for new, place in enumerate(kept) if place in numbers),
    )


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture by its kind (a name of `PICTURES`), and the record that it shows.

    names  those of people by id; on: the day of which a picture speaks that would else know none
    """

    title: str
    kind: str
    record: Record
    names: Mapping[str, str] = field(default_factory=dict)
    on: date | None = None


class Remark(NamedTuple):
    """What an experienced coach would remark: what is wrong, and what to do next."""

    severity: Severity
    says: str
    next: str


@dataclass(frozen=True, slots=True)
class Remarks:
    """The remarks on a section, the gravest first; `more` is how many were left out."""

    rows: tuple[Remark, ...]
    more: int = 0


Block = Paragraph | Facts | Table | Figure | Remarks


@dataclass(frozen=True, slots=True)
class Section:
    """One section. While nothing is known for it, `blocks` is empty and `empty` says which sheet would fill it."""

    id: str
    title: str
    lead: str
    blocks: tuple[Block, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class Document:
    """A finished document in one language; it shows itself in a notebook.

    over   what kind of document it is, over its title; facts: what it speaks of, on which day
    """

    language: str
    over: str
    title: str
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]

    def section(self, id: str) -> Section:
        """One section. Raises KeyError."""
        return {section.id: section for section in self.sections}[id]

    def html(self) -> str:
        """The whole as one page that loads nothing and runs nothing."""
        from sellkit.documents.page import page

        return page(self)

    def docx(self) -> bytes:
        """The whole for a word processor, with pictures."""
        from sellkit.documents.word import docx

        return docx(self)

    def save(self, path: str | Path) -> Path:
        """Write it as the name ends: `.html` or `.docx`. Raises ValueError for another ending."""
        file = Path(path)
        made = {".html": lambda: self.html().encode(), ".docx": self.docx}.get(file.suffix.lower())
        if made is None:
            raise ValueError(f"{file.name!r}: a document is saved as .html or .docx")
        file.write_bytes(made())
        return file

    def _repr_html_(self) -> str:
        from sellkit.documents.page import fragment

        return fragment(self)
