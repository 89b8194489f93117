"""What all sections of an account plan read: the account with its deals, everybody's name, and the reader's words."""

from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from typing import TypeVar, cast

from sellkit.documents.blocks import Fact, Facts
from sellkit.documents.speech import Speech
from sellkit.models.account.account import Account
from sellkit.models.base import Record
from sellkit.models.opportunity import Opportunity
from sellkit.models.people.stakeholder import Stakeholder
from sellkit.training.words import Words

R = TypeVar("R", bound=Record)


class Source:
    """One account as its plan reads it. `deals` are its opportunities, each with day and currency of the account."""

    def __init__(self, account: Account, words: Words) -> None:
        self.account, self.words = account, words
        self.on = account.as_of
        held = account.sheets.items()
        self.deals = tuple(cast(Opportunity, sheet) for place, sheet in held if place.startswith("opportunities/"))
        self.speech = Speech(words, {id: rows[0].label for id, rows in self.people.items()})

    @cached_property
    def people(self) -> dict[str, list[Stakeholder]]:
        """Everybody by id, with every row about them: the account's first, then one for each deal."""
        found: dict[str, list[Stakeholder]] = {}
        for person in chain(self.account.people.people, *(deal.people.people for deal in self.deals)):
            found.setdefault(person.id, []).append(person)
        return found

    def sheet(self, place: str, kind: type[R]) -> R | None:
        """A sheet of the account by its place, if it is there and of this kind."""
        found = self.account.sheets.get(place)
        return found if isinstance(found, kind) else None

    def of_deals(self, place: str, kind: type[R]) -> Iterator[tuple[Opportunity, R]]:
        """The same sheet of each deal, with what it shares with the whole."""
        for deal in self.deals:
            found = deal.sheets.get(place)
            if isinstance(found, kind):
                yield deal, found

    def facts(self, title: str, *rows: tuple[str, str]) -> Facts | None:
        """Facts of which something is known; None if nothing is. Names are message ids of `documents.fact`."""
        known = tuple(Fact(self.speech.say(f"documents.fact.{name}"), text) for name, text in rows if text.strip())
        return Facts(title, known) if known else None
