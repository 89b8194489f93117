"""The picture of a method's sheet, whatever its shape."""

from collections.abc import Callable
from typing import Any

from sellkit.models.checklist import ChecklistSheet
from sellkit.models.grid import GridSheet
from sellkit.models.ladder import LadderSheet
from sellkit.models.method import MethodSheet
from sellkit.views.pictures.assessment import assessment_svg
from sellkit.views.pictures.checklist import checklist_svg
from sellkit.views.pictures.grid import grid_svg
from sellkit.views.pictures.ladder import ladder_svg
from sellkit.views.pictures.relationship_map import Says

_DRAWN: dict[type[MethodSheet], Callable[..., str]] = {
    ChecklistSheet: checklist_svg,
    LadderSheet: ladder_svg,
    GridSheet: grid_svg,
}


def method_svg(record: MethodSheet, words: Says, **options: Any) -> str:
    """The sheet as SVG text; a checklist with rivals shows all parties. Empty for a table: its rows say as much."""
    if isinstance(record, ChecklistSheet) and record.rivals:
        return assessment_svg(record, words, **options)
    draw = _DRAWN.get(type(record))
    return draw(record, words, **options) if draw else ""
