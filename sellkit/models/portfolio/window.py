"""M26: what the customer wants and gets tells us what to start, what to stop, what to keep."""

from typing import NamedTuple

from sellkit.models.methods.grid import GridSheet, Placement

# Region of the window -> what it asks of us.
ASKS = {"target": "keep", "out-of-here": "start", "waste": "stop", "no-problem": "leave"}


class WindowPicture(NamedTuple):
    """What to start, stop and keep. Only what is confirmed on both sides stands in these; `open` is all else.

    leave  not wanted and not given: nothing to do
    """

    start: tuple[Placement, ...] = ()
    stop: tuple[Placement, ...] = ()
    keep: tuple[Placement, ...] = ()
    leave: tuple[Placement, ...] = ()
    open: tuple[Placement, ...] = ()


def window_picture(sheet: GridSheet) -> WindowPicture:
    """Read a customer window (客户满意窗): a grid with the regions target, out-of-here, waste and no-problem."""
    found: dict[str, list[Placement]] = {name: [] for name in WindowPicture._fields}
    for placement in sheet.current():
        region = sheet.region(placement)
        asked = ASKS.get(region.id) if region is not None and placement.confirmed else None
        found[asked or "open"].append(placement)
    return WindowPicture(**{name: tuple(placements) for name, placements in found.items()})
