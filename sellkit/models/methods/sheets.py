"""What every method that is pure data has in common, and the four shapes in which one can be written.

A trainer writes a method as one YAML file: a checklist, a ladder, a grid or a table. The filled-in sheet carries its
method with it, so that a sheet from last year still says what was asked last year.
"""

from typing import Annotated

from pydantic import Field

from sellkit.models.methods.checklist import Checklist, ChecklistSheet
from sellkit.models.methods.grid import Grid, GridSheet
from sellkit.models.methods.ladder import Ladder, LadderSheet
from sellkit.models.methods.table import Table, TableSheet

Method = Checklist | Ladder | Grid | Table
MethodSheet = ChecklistSheet | LadderSheet | GridSheet | TableSheet
# For a field that may hold any of them: `kind` tells them apart.
AnyMethodSheet = Annotated[MethodSheet, Field(discriminator="kind")]
# The sheet of each shape of method.
SHEETS: dict[type[Method], type[MethodSheet]] = {
    Checklist: ChecklistSheet, Ladder: LadderSheet, Grid: GridSheet, Table: TableSheet,
}  # fmt: skip
