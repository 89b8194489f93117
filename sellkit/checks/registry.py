"""Checks by code. A check reads a filled-in model and yields what an experienced coach would remark on."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Literal, TypeVar

from pydantic import Field

from sellkit.models.base import Record
from sellkit.models.people.stakeholder import PersonRef
from sellkit.models.text import Text

Severity = Literal["error", "warning", "hint"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "hint")
# A name of the method itself is said in the reader's language; several are listed.
Param = str | int | Text | tuple[Text, ...]
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class At:
    """What a check function yields: a field path to jump to, and the names and numbers for the sentence."""

    place: str
    params: tuple[tuple[str, Param], ...] = ()


def at(place: str = "", **params: Param) -> At:
    """Say where; `checks.po` says what."""
    return At(place, tuple(params.items()))


def about(person: PersonRef, field: str, **params: Param) -> At:
    """A remark on one field of one person; the sentence can use {person} and {person_id}."""
    return at(f"{person.id}/{field}", person=person.label, person_id=person.id, **params)


class Finding(Record):
    """One remark: code, severity, place (field path or ""), params. It has no text; `training.words` says it."""

    code: str
    severity: Severity
    place: str = ""
    params: dict[str, Param] = Field(default_factory=dict)


@dataclass(frozen=True)
class Check:
    """A registered check; `function` takes a record of `model` (or of a class below it)."""

    code: str
    model: type[Record]
    severity: Severity
    function: Callable[..., Iterable[At]]

    def run(self, record: Record, within: str = "") -> Iterator[Finding]:
        """What it finds; `within` is the sheet's own place in a larger one."""
        for found in self.function(record):
            place = "/".join(part for part in (within, found.place) if part)
            yield Finding(code=self.code, severity=self.severity, place=place, params=dict(found.params))


_checks: dict[str, Check] = {}


def check(
    code: str, model: type[R], severity: Severity
) -> Callable[[Callable[[R], Iterable[At]]], Callable[[R], Iterable[At]]]:
    """Register a function as the check `code`; its docstring is the rule in a line."""

    def register(function: Callable[[R], Iterable[At]]) -> Callable[[R], Iterable[At]]:
        if code in _checks:
            raise ValueError(f"the check {code} is registered twice")
        _checks[code] = Check(code, model, severity, function)
        registered.cache_clear()
        _checks_of.cache_clear()
        return function

    return register


@cache
def registered() -> tuple[Check, ...]:
    """All checks, by code."""
    from sellkit import checks

    for family in iter_modules(checks.__path__):  # a file that were left out of a list would be silent
        import_module(f"sellkit.checks.{family.name}")
    return tuple(_checks[code] for code in sorted(_checks))


def run(record: Record) -> list[Finding]:
    """Everything the checks find in a record and, for a deal, in each of its sheets: errors first, then by place."""
    found = list(_found(record))
    return sorted(found, key=lambda finding: (SEVERITIES.index(finding.severity), finding.place, finding.code))


@cache
def _checks_of(kind: type[Record]) -> tuple[Check, ...]:
    """Those that read records of this class; hundreds of checks are not asked anew for each sheet."""
    return tuple(check for check in registered() if issubclass(kind, check.model))


def _found(record: Record, within: str = "") -> Iterator[Finding]:
    sheets: Mapping[str, Record] = getattr(record, "sheets", {})
    for check in _checks_of(type(record)):
        # what holds for every record is said once for each sheet, not once more for the whole
        if not (sheets and check.model is Record):
            yield from check.run(record, within)
    for place, sheet in sheets.items():
        yield from _found(sheet, "/".join(part for part in (within, place) if part))
