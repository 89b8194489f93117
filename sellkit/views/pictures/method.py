"""The picture of any sheet of a method, a house method's too."""

from collections.abc import Mapping

from sellkit.models.methods.checklist import ChecklistSheet
from sellkit.models.methods.grid import GridSheet
from sellkit.models.methods.ladder import LadderSheet
from sellkit.models.methods.sheets import MethodSheet
from sellkit.views.pictures.assessment import assessment_svg
from sellkit.views.pictures.checklist import checklist_svg
from sellkit.views.pictures.grid import grid_svg
from sellkit.views.pictures.ladder import ladder_svg
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.table import table_svg


def method_svg(record: MethodSheet, words: Says, *, names: Mapping[str, str] | None = None, width: float = 1180) -> str:
    """The sheet as SVG text; `names` are those of people, by id. A checklist is drawn by party if its method asks about
    rivals."""
    if isinstance(record, LadderSheet):
        return ladder_svg(record, words, width=width)
    if isinstance(record, GridSheet):
        return grid_svg(record, words, names=names, width=width)
    if isinstance(record, ChecklistSheet):
        draw = assessment_svg if record.method.rivals else checklist_svg
        return draw(record, words, width=width)
    return table_svg(record, words, names=names, width=width)
