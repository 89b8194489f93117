"""What a method written as data adds to the tables of its sheets: choices, names of columns, columns of its own."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from sellkit.models.base import Id, Record
from sellkit.models.methods.checklist import Checklist
from sellkit.models.methods.grid import Grid
from sellkit.models.methods.ladder import Ladder
from sellkit.models.methods.sheets import Method
from sellkit.models.methods.table import Column as MethodColumn
from sellkit.models.methods.table import Table
from sellkit.models.scale import Level
from sellkit.models.text import LANGUAGES, Text
from sellkit.tables.celltype import CellType
from sellkit.tables.options import Option, Options, text_options


class Cell(NamedTuple):
    """A column that a table of a method has."""

    id: Id
    name: Text
    holds: CellType
    options: Options | None
    judged: bool


@dataclass(frozen=True)
class MethodWords:
    """The choices and headings of one method; without a method there are none."""

    method: Method | None
    _options: dict[str, Options] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        self._options.update(_choices(self.method))

    @property
    def name(self) -> Text | None:
        """What the method is called."""
        return self.method.name if self.method else None

    def options(self, model: type[Record], name: str) -> Options | None:
        """What a field can hold in this method."""
        return self._options.get(f"{model.__name__}.{name}")

    def heading(self, model: type[Record], name: str) -> Text | None:
        """What the method calls a field."""
        if isinstance(self.method, Grid) and model.__name__ == "Placement" and name in ("x", "y"):
            axis: Text = getattr(self.method, name).name
            return axis
        return None

    def cells(self, model: type[Record], name: str) -> tuple[Cell, ...] | None:
        """The columns that stand in place of a field; None if it is an ordinary one."""
        if isinstance(self.method, Table) and f"{model.__name__}.{name}" == "Row.cells":
            return tuple(_cell(column) for column in self.method.columns)
        return None


def _choices(method: Method | None) -> Iterator[tuple[str, Options]]:
    if isinstance(method, Checklist):
        yield "Mark.item", text_options((id, item.name) for id, item in method.items.items())
        yield "Mark.judged", level_options(method.levels)
        for view in ("own", "coach"):
            yield f"SkillView.{view}.key", text_options((id, item.name) for id, item in method.items.items())
            yield f"SkillView.{view}", level_options(method.levels)
        if method.stages:
            yield "ChecklistSheet.stage", text_options((stage.id, stage.name) for stage in method.stages)
    elif isinstance(method, Ladder):
        yield "LadderSheet.claimed", text_options((rung.id, rung.name) for rung in method.rungs)
        yield "LadderSheet.outcomes.key", text_options((o.id, o.text) for rung in method.rungs for o in rung.outcomes)
    elif isinstance(method, Grid):
        yield "Placement.x", level_options(method.x.levels)
        yield "Placement.y", level_options(method.y.levels)


def level_options(levels: tuple[Level, ...]) -> Options:
    """The levels of a method as choices."""
    return Options(
        Option(each.id, {name: each.name.in_(name) for name in LANGUAGES}, each.sign, each.tone) for each in levels
    )


def _cell(column: MethodColumn) -> Cell:
    specials = frozenset({"unknown"} if column.judged else ())
    types: dict[str, CellType] = {
        "text": CellType("text", specials=specials),
        "date": CellType("date", specials=specials),
        "number": CellType("number", specials=specials),
        "money": CellType("number", specials=specials, low=0),
        "yes-no": CellType("yes-no", specials=specials),
        "level": CellType("choice", specials=specials),
        "person": CellType("id", specials=specials, person=True),
        "people": CellType("id", "list", specials=specials, person=True),
    }
    options = level_options(column.levels) if column.levels else None
    return Cell(column.id, column.name, types[column.kind], options, column.judged)
