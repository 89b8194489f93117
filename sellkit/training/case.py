"""A case: the customer's people and the dossier that a trainee reads. Data only, both languages, shared and frozen."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from sellkit.models.base import Record
from sellkit.models.text import Language, Text
from sellkit.training.dossier import Block
from sellkit.training.ids import Id, Version
from sellkit.training.refusals import NotFound

DocumentKind = Literal[
    "profile", "report", "figures", "notice", "minutes", "mail", "call-notes", "press", "remark", "rfi"
]


class Person(Record):
    """Somebody at the customer, as the dossier introduces them.

    id          last name in lower case
    name        as written in Latin letters; `names` may give a spelling per language
    title       post, in both languages
    department  in both languages
    reports_to  id of the superior, or empty
    rank        formal position, 0 (none) … 5 (top)
    """

    id: Id
    name: Annotated[str, Field(min_length=1, max_length=80)]
    names: dict[Language, str] = Field(default_factory=dict)
    title: Text
    department: Text | None = None
    reports_to: Id | None = None
    rank: Annotated[int, Field(ge=0, le=5)] | None = None

    def name_in(self, language: Language) -> str:
        """The name as a reader of this language knows it."""
        return self.names.get(language, self.name)


class DocumentHead(Record):
    """What case.yaml says about a document: its id (also the file name), kind, title and date."""

    id: Id
    kind: DocumentKind
    title: Text
    date: date


class Document(DocumentHead):
    """A document with its text as blocks, per language."""

    texts: dict[Language, tuple[Block, ...]] = Field(repr=False)

    def blocks(self, language: Language) -> tuple[Block, ...]:
        """The document in one language."""
        return self.texts[language]

    @cached_property
    def passages(self) -> frozenset[str]:
        """Ids that can be cited, such as `minutes-mar.p3`."""
        return frozenset(f"{self.id}.{b.passage}" for blocks in self.texts.values() for b in blocks if b.passage)


class CaseHead(Record):
    """case.yaml as written."""

    schema_: Annotated[Literal[1], Field(alias="schema")]
    id: Id
    version: Version
    title: Text
    summary: Text
    seller: Text
    people: Annotated[tuple[Person, ...], Field(min_length=1, max_length=200)]
    documents: Annotated[tuple[DocumentHead, ...], Field(min_length=1, max_length=200)]


class Case(Record):
    """A case as all sessions share it.

    seller     who "we" are
    people     in the dossier's order
    documents  in reading order, with their text
    """

    id: Id
    version: Version
    title: Text
    summary: Text
    seller: Text
    people: tuple[Person, ...]
    documents: tuple[Document, ...]

    @cached_property
    def passages(self) -> frozenset[str]:
        """Every passage of the dossier that can be cited."""
        return frozenset().union(*(document.passages for document in self.documents))

    @cached_property
    def by_id(self) -> Mapping[str, Person]:
        """People by id."""
        return {person.id: person for person in self.people}

    def passage(self, cite: str, language: Language) -> Block:
        """The block that a citation names. Raises NotFound."""
        name, _, passage = cite.partition(".")
        for document in self.documents:
            if document.id == name:
                for block in document.blocks(language):
                    if block.passage == passage:
                        return block
        raise NotFound("no-passage", passage=cite[:80])
