"""What tables can refuse. Each error keeps its parts; `Words.error` turns them into a sentence and a next step."""

from collections.abc import Sequence
from typing import NamedTuple

from sellkit.errors import SellkitError
from sellkit.training.words import Words


class Told(NamedTuple):
    """A fault in the reader's language: what is wrong, and what to do next."""

    says: str
    next: str


class TableError(SellkitError):
    """One entry that cannot be read. `place` is where it stands: table, row and column, or sheet and cell."""


class Refused(SellkitError):
    """Something from which no record can be made; `faults` holds everything that is wrong with it, in its order."""

    def __init__(self, key: str, faults: Sequence[SellkitError], file: str = "") -> None:
        self.faults = tuple(faults)
        first = str(self.faults[0]) if self.faults else ""
        super().__init__(key, place=file, file=file, count=len(self.faults), first=first)

    def told(self, words: Words) -> tuple[Told, ...]:
        """Every fault in the reader's language."""
        return tuple(Told(words.fault(fault), words.next_step(fault)) for fault in self.faults)


class TablesRefused(Refused):
    """Tables from which no record can be made."""

    def __init__(self, faults: Sequence[SellkitError]) -> None:
        super().__init__("tables-refused", faults)
