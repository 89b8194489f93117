"""What holds sheets together, of one deal or of one account: they share its day, and each is found by its path."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, Self

from pydantic import Field, model_validator

from sellkit.models.base import Id, Named, Record, no_such
from sellkit.models.methods.sheets import AnyMethodSheet
from sellkit.models.paths import rows_of


class Binder(Named):
    """Sheets that belong together.

    as_of    the day of which it speaks, and every sheet that has no day of its own
    currency in which its money is counted, unless a sheet names another
    methods  sheets of methods written as data, by the method's id
    SHEETS are the fields that hold one sheet, LISTS those that hold several. Raises ValueError for a method sheet under
    another name than its own.
    """

    SHEETS: ClassVar[tuple[str, ...]] = ()
    LISTS: ClassVar[tuple[str, ...]] = ()

    as_of: date | None = None
    currency: str = ""
    methods: dict[Id, AnyMethodSheet] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _filed_by_method(self) -> Self:
        for name, sheet in self.methods.items():
            if sheet.method.id != name:
                raise no_such(f"sheet of {sheet.method.id!r} under the name {name!r}", [sheet.method.id])
        return self

    @cached_property
    def sheets(self) -> Mapping[str, Record]:
        """Every sheet by its path, each with what it shares with the whole. A sheet can be a binder itself."""
        found: dict[str, Record] = {name.replace("_", "-"): self._shared(getattr(self, name)) for name in self.SHEETS}
        for name in self.LISTS:
            place = name.replace("_", "-")
            found |= {f"{place}/{key}": self._shared(sheet) for key, sheet in rows_of(getattr(self, name))}
        found |= {f"methods/{name}": self._shared(sheet) for name, sheet in self.methods.items()}
        return found

    def shared_with(self, sheet: Record) -> dict[str, Any]:
        """What a sheet takes over from the whole: the day and the currency, where it has none of its own."""
        fields = type(sheet).model_fields
        return {
            name: getattr(self, name)
            for name in ("as_of", "currency")
            if name in fields and not getattr(sheet, name) and getattr(self, name)
        }

    def _shared(self, sheet: Record) -> Record:
        shared = self.shared_with(sheet)
        return sheet.changed(**shared) if shared else sheet
