"""What every shape can do when a page is written."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from sellkit.interchange.arrange import Slot
from sellkit.interchange.pen import Here, Pen
from sellkit.tables.table import Table


class Listed(NamedTuple):
    """Rows of a list on the page: the table's id, by column id the slot, and the rows, counted from the block's first.
    Other lists offer what stands there."""

    table: str
    slots: Mapping[str, str]
    first: int
    last: int


class Shape(Protocol):
    """One block of a page.

    id      its mark; titled: the list after which it is named
    count   how many rows of it are filled in; height: how many rows of the page it takes up
    top     how many of these stand above what people fill in; 0 where they need not be seen all the time
    leading how many columns say which row it is
    """

    @property
    def id(self) -> str: ...

    @property
    def titled(self) -> Table: ...

    @property
    def count(self) -> int: ...

    @property
    def height(self) -> int: ...

    @property
    def top(self) -> int: ...

    @property
    def leading(self) -> int: ...

    def slots(self) -> Sequence[Slot]:
        """The columns that it asks for."""
        ...

    def listed(self) -> Iterator[Listed]:
        """What other lists can offer from here."""
        ...

    def write(self, pen: Pen, here: Here) -> Mapping[int, Any]:
        """Write it. What is open to the end of the page gives the formats of its columns."""
        ...
