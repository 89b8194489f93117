"""What files of deals and accounts can be refused for."""

from collections.abc import Sequence

from sellkit.errors import SellkitError
from sellkit.tables.errors import Refused


class FileFault(SellkitError):
    """One thing that is wrong with a file. `place` is where."""


class FileRefused(Refused):
    """A file from which no record can be made; it was not changed."""

    def __init__(self, file: str, faults: Sequence[SellkitError]) -> None:
        super().__init__("file-refused", faults, file)


class WorkbookRefused(Refused):
    """A workbook from which no sheet can be made; it was not changed."""

    def __init__(self, faults: Sequence[SellkitError]) -> None:
        super().__init__("workbook-refused", faults)
