"""One block of a page that came back: where it begins and ends, and what its rows and columns are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sellkit.interchange.cellsource import Found, Sheet
from sellkit.interchange.layout import ABOUT, ACROSS, COVER, FIELDS, HEADS

Cells = Mapping[int, Found]


@dataclass(frozen=True)
class Block:
    """One block of a page: its hidden row, its last row, the column of its marks, and the column of each id."""

    id: str
    sheet: Sheet
    row: int
    last: int
    at: int
    ids: Mapping[str, int]

    @property
    def holds_fields(self) -> bool:
        """It is a form: a field in each row."""
        return self.id == COVER or self.id.endswith(FIELDS)

    def mark(self, row: Cells) -> str:
        """What stands beside a row in the column of marks."""
        return str(row[self.at].value) if self.at in row else ""

    @cached_property
    def all_rows(self) -> tuple[tuple[int, Cells], ...]:
        """Every row below the hidden one."""
        numbers = sorted(number for number in self.sheet.rows if self.row < number <= self.last)
        return tuple((number, self.sheet.rows[number]) for number in numbers)

    @cached_property
    def head(self) -> int:
        """The row of the headings; earlier versions did not mark it."""
        marked = [number for number, row in self.all_rows if self.mark(row) == HEADS]
        if marked:
            return marked[-1]
        return next((number for number, _ in self.all_rows if number > self.row + 1), self.row + 1)

    @property
    def rows(self) -> Iterator[tuple[int, Cells]]:
        """The rows that people fill in."""
        return ((number, row) for number, row in self.all_rows if number > self.head and self.mark(row) != ABOUT)

    @cached_property
    def across(self) -> Mapping[str, int]:
        """The rows above the headings that say for whom and when, by column id."""
        marks = ((self.mark(row), number) for number, row in self.all_rows)
        return {said.removeprefix(ACROSS): number for said, number in marks if said.startswith(ACROSS)}
