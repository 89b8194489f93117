"""M20: how our solution lies to what the customer prefers and has in place, block by block."""

from collections.abc import Iterable

from sellkit.models.base import Judged, Record
from sellkit.models.methods.table import Row, TableSheet


class BlockFit(Record):
    """One block of the table of technology preferences. Rows are named by their ids.

    fits, neutral, conflicts  rows whose fit is confirmed; open: rows whose fit is blank, unknown or unconfirmed
    unanswered                conflicts for which nobody has written what we do about them
    """

    block: str
    fits: tuple[str, ...] = ()
    neutral: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()

    @property
    def asked(self) -> bool:
        """At least one preference is written down: an empty block was not asked about."""
        return bool(self.fits or self.neutral or self.conflicts or self.open)


def technology_fit(sheet: TableSheet) -> tuple[BlockFit, ...]:
    """Fit and conflict of our solution per block, in the order of the method's blocks; rows without a block are
    left out. Reads the columns `block`, `fit` (conflict, neutral, fits) and `plan`.

    Source: the framework of buying preferences in solution-selling courses.
    """
    blocks = next((column.levels for column in sheet.method.columns if column.id == "block"), None) or ()
    return tuple(_of_block(block.id, [row for row in sheet.rows if row.cells.get("block") == block.id])
                 for block in blocks)  # fmt: skip


def _of_block(block: str, rows: Iterable[Row]) -> BlockFit:
    found: dict[str, list[str]] = {"fits": [], "neutral": [], "conflict": [], "open": [], "unanswered": []}
    for row in rows:
        fit = row.cells.get("fit")
        level = fit.settled if isinstance(fit, Judged) else fit
        found[level if level in ("fits", "neutral", "conflict") else "open"].append(row.id)
        if level == "conflict" and not str(row.cells.get("plan") or "").strip():
            found["unanswered"].append(row.id)
    return BlockFit(
        block=block,
        fits=tuple(found["fits"]),
        neutral=tuple(found["neutral"]),
        conflicts=tuple(found["conflict"]),
        open=tuple(found["open"]),
        unanswered=tuple(found["unanswered"]),
    )
