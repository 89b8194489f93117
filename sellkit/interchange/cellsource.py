"""The pages of a workbook file as rows of cells, whoever wrote it: Excel, LibreOffice, a program.

A file from outside can be huge on purpose or by accident: rows without anything are thrown away before they are read,
and a file that unpacks to more than we read is refused.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from sellkit.interchange.errors import FileFault, WorkbookRefused

MOST_BYTES, MOST_UNPACKED, MOST_FILES = 30_000_000, 400_000_000, 3_000
# A cell without a value, and a row without a cell; a page can have a million of them.
_BARE_CELL = re.compile(rb"<c\b[^<>]*/>|<c\b[^<>]*></c>")
_BARE_ROW = re.compile(rb"<row\b[^<>]*/>|<row\b[^<>]*>\s*</row>")
_MERGED = re.compile(rb'<mergeCell\b[^<>]*\bref="([A-Z]+[0-9]+:[A-Z]+[0-9]+)"')


class Found(NamedTuple):
    """One cell: its value, whether it is computed, and how numbers are shown in it."""

    value: Any
    formula: bool
    error: bool
    shown_as: str


@dataclass(frozen=True)
class Sheet:
    """One page: its title, its rows by number (from 1) with the cells by column (from 1), and merged ranges."""

    title: str
    rows: Mapping[int, Mapping[int, Found]]
    merged: tuple[str, ...]


def sheets_in(raw: bytes) -> tuple[Sheet, ...]:
    """The pages of a workbook. Raises WorkbookRefused for a file that is none, or is too large."""
    if len(raw) > MOST_BYTES:
        raise WorkbookRefused([FileFault("workbook-too-large", limit=MOST_BYTES // 1_000_000)])
    try:
        return tuple(_sheets(raw))
    except WorkbookRefused:
        raise
    except Exception as error:  # noqa: BLE001 - a file from outside can be broken in any way
        problem = f"{type(error).__name__}: {error}"[:80]
        raise WorkbookRefused([FileFault("workbook-broken", problem=problem)]) from None


def _sheets(raw: bytes) -> Iterator[Sheet]:
    import openpyxl  # heavy, and only wanted here

    lean, merged = _lean(raw)
    book = openpyxl.load_workbook(io.BytesIO(lean), read_only=True, keep_links=False)
    for sheet in book.worksheets:
        path = str(getattr(sheet, "_worksheet_path", ""))
        sheet.reset_dimensions()  # what the file says of its own size need not be true
        rows = {number: cells for number, row in enumerate(sheet.rows, 1) if (cells := dict(_cells(row)))}
        yield Sheet(str(sheet.title), rows, merged.get(path.lstrip("/"), ()))


def _cells(row: Any) -> Iterator[tuple[int, Found]]:
    for number, cell in enumerate(row, 1):
        if cell.value is not None:
            shown_as = cell.number_format if isinstance(cell.value, int | float) else ""
            yield number, Found(cell.value, cell.data_type == "f", cell.data_type == "e", str(shown_as))


def _lean(raw: bytes) -> tuple[bytes, dict[str, tuple[str, ...]]]:
    """The file without empty rows and cells, and the merged ranges of each page."""
    out = io.BytesIO()
    merged: dict[str, tuple[str, ...]] = {}
    with zipfile.ZipFile(io.BytesIO(raw)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as lean:
        files = source.infolist()
        if len(files) > MOST_FILES or sum(file.file_size for file in files) > MOST_UNPACKED:
            raise WorkbookRefused([FileFault("workbook-too-large", limit=MOST_UNPACKED // 1_000_000)])
        for file in files:
            data = source.read(file)
            if file.filename.startswith("xl/worksheets/") and file.filename.endswith(".xml"):
                merged[file.filename] = tuple(found.decode() for found in _MERGED.findall(data))
                data = _BARE_ROW.sub(b"", _BARE_CELL.sub(b"", data))
            lean.writestr(file.filename, data)
    return out.getvalue(), merged
