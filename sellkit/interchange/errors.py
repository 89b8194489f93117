"""What files of deals can be refused for."""

from collections.abc import Sequence

from sellkit.errors import SellkitError
from sellkit.tables.errors import Refused


class FileFault(SellkitError):
    """One thing that is wrong with a file. `place` is where."""


class DealRefused(Refused):
    """A file from which no deal can be made; it was not changed."""

    def __init__(self, file: str, faults: Sequence[SellkitError]) -> None:
        super().__init__("deal-refused", faults, file)


class WorkbookRefused(Refused):
    """A workbook from which no sheet can be made; it was not changed."""

    def __init__(self, faults: Sequence[SellkitError]) -> None:
        super().__init__("workbook-refused", faults)
