"""The board of a method written as data: its questions, and where things stand."""

from typing import Any

from traitlets import Dict

from sellkit.models.methods.checklist import ChecklistSheet
from sellkit.models.methods.ladder import LadderSheet
from sellkit.models.methods.sheets import MethodSheet
from sellkit.views.base import View, bundle


class MethodBoard(View):
    """Questions in parts, of which one is open.

    ``spec["method"]`` comes from ``method_spec``.

    Fields
        standing: what Python makes of the answers, ``{says: [[key, params]], flags: {entry: {flag: params}}}``
    """

    _esm, _css = bundle("method_grid", "method")
    standing = Dict().tag(sync=True)


def standing_of(sheet: MethodSheet) -> dict[str, Any]:
    """What the board says about a sheet at each change."""
    if isinstance(sheet, ChecklistSheet):
        got, most = sheet.points()
        settled = sum(sheet.settled(item) is not None for item in sheet.method.items)
        short = sheet.below_minimum()
        # What is open is asked for anyway; a flag is for what has been settled, and is too low.
        flags: dict[str, dict[str, Any]] = {item: {"below": {}} for item in short if sheet.settled(item) is not None}
        for item in sheet.zeros():
            flags.setdefault(item, {})["zero"] = {}
        says: list[Any] = [["points", {"got": got, "most": most}]]
        says.append(["settled", {"n": settled, "of": len(sheet.method.items)}])
        return {"says": says + ([["short", {"n": len(short)}]] if sheet.stage else []), "flags": flags}
    if isinstance(sheet, LadderSheet):
        reached, above = sheet.stage, sheet.next
        height = sheet.method.height(reached.id) if reached else 0
        flags = {rung.id: {"reached": {}} for rung in sheet.method.rungs[:height]}
        if above is not None and sheet.outcomes:
            flags[above.id] = {"next": {"n": len(sheet.missing)}}
        if sheet.claimed.given is not None and sheet.overstated:
            flags.setdefault(sheet.claimed.given, {})["claimed"] = {"n": sheet.overstated}
        return {"says": [["height", {"n": height, "of": len(sheet.method.rungs)}]], "flags": flags}
    return {}
