"""A deal in a file of any kind that we know, by the file's ending."""

from pathlib import Path
from typing import NamedTuple

from sellkit.errors import SellkitError
from sellkit.interchange.deal_file import read_deal, to_json, to_yaml
from sellkit.interchange.errors import FileFault
from sellkit.models.opportunity import Opportunity
from sellkit.training.words import Words

KINDS = (".json", ".yaml", ".yml", ".xlsx")


class ReadDeal(NamedTuple):
    """The deal, and what of the file was left alone because it is not ours."""

    deal: Opportunity
    notices: tuple[SellkitError, ...] = ()


def read_file(path: Path, words: Words) -> ReadDeal:
    """The deal in a file. Raises FileFault for a file of another kind or one that is not there, DealRefused or
    WorkbookRefused with every fault."""
    if _kind(path) == ".xlsx":
        from sellkit.interchange.reading import read_workbook

        read = read_workbook(Opportunity, _bytes(path), words)
        return ReadDeal(read.record, read.notices)
    return ReadDeal(read_deal(path.name, _bytes(path)))


def write_file(path: Path, deal: Opportunity, words: Words) -> None:
    """Write a deal into a file; a workbook is in the reader's language. Raises FileFault, DealRefused or
    WorkbookRefused."""
    kind = _kind(path)
    if kind == ".xlsx":
        from sellkit.interchange.writing import write_workbook

        path.write_bytes(write_workbook(deal, words))
    else:
        path.write_text(to_json(deal) if kind == ".json" else to_yaml(deal), encoding="utf-8")


def _kind(path: Path) -> str:
    kind = path.suffix.lower()
    if kind not in KINDS:
        raise FileFault("deal-other-format", place=path.name)
    return kind


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise FileFault("deal-no-file", place=str(path)) from None
