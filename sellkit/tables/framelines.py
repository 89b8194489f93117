"""The rows of data frames as they were found, the methods that they name, and how a place in them is told."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sellkit.errors import SellkitError
from sellkit.models.base import Record
from sellkit.models.binder import Binder
from sellkit.models.methods.head import MethodHead
from sellkit.models.methods.sheets import Method
from sellkit.models.text import LANGUAGES
from sellkit.tables.building import Spot
from sellkit.tables.columns import heading
from sellkit.tables.errors import TableError
from sellkit.tables.lines import Line
from sellkit.tables.options import fold
from sellkit.tables.parsing import as_text, plain_cell
from sellkit.tables.spec import methods_within
from sellkit.tables.table import SHEET, Table
from sellkit.training.methods import method as method_of
from sellkit.training.words import Words

if TYPE_CHECKING:
    from pandas import DataFrame


class Where:
    """A place in a table, in words."""

    def __init__(self, words: Words | None) -> None:
        self.words = words

    def __call__(self, spot: Spot) -> str:
        if self.words is None:
            return "/".join(
                map(str, filter(None, (spot.table.id, str(spot.at), spot.column.id if spot.column else "")))
            )
        language = self.words.language
        title = spot.table.title(language)
        if spot.at == "":
            return title
        key = "tables.place.cell" if spot.column else "tables.place.row"
        column = spot.column.heading(language) if spot.column else ""
        return self.words.say(key, table=title, row=spot.at, column=column)


def lines_in(table: Table, held: "DataFrame", where: Where) -> tuple[list[Line], list[TableError]]:
    found: dict[str, Any] = {}
    faults: list[TableError] = []
    known = {
        fold(name): column.id
        for column in table.columns
        for name in (column.id, *(column.heading(each) for each in LANGUAGES))
    }
    for at, name in enumerate(held.columns):
        id = known.get(fold(str(name)))
        if id is None:
            allowed = ", ".join(
                column.heading(where.words.language) if where.words else column.id for column in table.columns
            )
            faults.append(
                TableError("table-no-column", place=where(Spot(table)), found=str(name)[:60], allowed=allowed)
            )
        elif id in found:
            faults.append(TableError("table-column-twice", place=where(Spot(table)), found=str(name)[:60]))
        else:
            found[id] = [plain_cell(cell) for cell in held.iloc[:, at]]
    labels = list(held.index)
    ordinary = all(isinstance(label, int) or hasattr(label, "item") for label in labels)
    rows = [
        Line(int(label) + 1 if ordinary else str(label), {id: cells[number] for id, cells in found.items()})
        for number, label in enumerate(labels)
    ]
    return rows, faults


def methods_of(
    model: type[Record], frames: "Mapping[str, DataFrame]", method: Method | None, methods: Mapping[str, Method]
) -> tuple[Method | None, dict[str, Method], list[SellkitError]]:
    """The methods that the sheets follow: those that are given, and those that the sheets name."""
    faults: list[SellkitError] = []
    found = dict(methods)
    named = _named(frames.get(SHEET), "method")
    if method is None and follows_a_method(model):
        if not named:
            faults.append(TableError("table-no-method", place=SHEET))
        else:
            method = _looked_up(named, faults)
    if issubclass(model, Binder):
        ids = dict.fromkeys(id.split("/")[1] for id in frames if id.startswith("methods/"))
        for id in ids:
            if id not in found and (each := _looked_up(id, faults)) is not None:
                found[id] = each
    for name in methods_within(model):
        if name not in found and (id := _named(frames.get(name), "method")):
            if (each := _looked_up(id, faults)) is not None:
                found[name] = each
        elif name not in found:
            faults.append(TableError("table-no-method", place=name))
    inner = "" if methods_within(model) else "methods/"
    for id, each in (*((f"{inner}{id}", each) for id, each in found.items()), *(((SHEET, method),) if method else ())):
        version = _named(frames.get(id), "version")
        if version and version != str(each.version):
            params = {"found": version[:20], "known": str(each.version)}
            faults.append(TableError("table-other-version", place=id, **params))
    return method, found, faults


def follows_a_method(model: type[Record]) -> bool:
    """A sheet of this class carries the method that it was filled in with."""
    info = model.model_fields.get("method")
    return info is not None and isinstance(info.annotation, type) and issubclass(info.annotation, MethodHead)


def _looked_up(id: str, faults: list[SellkitError]) -> Method | None:
    try:
        return method_of(id)
    except SellkitError as error:
        faults.append(error)
        return None


def _named(sheet: "DataFrame | None", field: str) -> str:
    """The method, or its version, that a table of plain fields names."""
    if sheet is None:
        return ""
    known = {fold(heading(Record, field, each)) for each in LANGUAGES} | {
        {"version": "method/version"}.get(field, field)
    }
    for at, name in enumerate(sheet.columns):
        if fold(str(name)) in known and len(sheet):
            return as_text(plain_cell(sheet.iloc[0, at]))
    return ""


def currency_of(lines: Mapping[str, list[Line]]) -> str:
    """The currency that the sheet names, if it does."""
    return next((str(line.cells["currency"]) for line in lines.get(SHEET, ()) if line.cells.get("currency")), "")
