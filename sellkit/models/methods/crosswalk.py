"""M61: one method read in the terms of another, so that a team used to either can read the other."""

from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from sellkit.models.base import CONFIDENCES, Id, Judged, Record, each_once, grounds_of
from sellkit.models.control.deal_control import DealControl
from sellkit.models.control.mapping import convert
from sellkit.models.methods.checklist import Checklist, ChecklistSheet, Mark
from sellkit.models.scale import LevelId
from sellkit.models.text import Text

C139 = "c139"  # deal control as a source: it is no checklist and has no id of its own


class Rule(Record):
    """When all these items of the source hold, the item `to` stands at least at this level; `lacks` says what has to be
    found out before it can stand higher."""

    id: Id
    source: Id
    items: Annotated[tuple[Id, ...], Field(min_length=1)]
    to: Id
    gives: LevelId
    lacks: Text


class Crosswalk(Record):
    """The rules by which sheets of other methods are read as one of the checklist `to`."""

    id: Id
    to: Id
    says: Text
    rules: tuple[Rule, ...]

    @model_validator(mode="after")
    def _each_rule_once(self) -> Self:
        each_once("rule", [rule.id for rule in self.rules])
        return self

    def about(self, source: str, item: str) -> tuple[Rule, ...]:
        """The other way round: where an item of the source shows up."""
        return tuple(rule for rule in self.rules if rule.source == source and item in rule.items)

    def silent(self, source: str, method: Checklist) -> tuple[str, ...]:
        """Items of the method on which the source says nothing: they have to be asked."""
        spoken = {rule.to for rule in self.rules if rule.source == source}
        return tuple(item for item in method.items if item not in spoken)


def read_across(crosswalk: Crosswalk, method: Checklist, sheet: ChecklistSheet | DealControl) -> ChecklistSheet:
    """The sheet of `method` that follows from another one: per item the highest level that is confirmed, else the
    highest that is claimed, as sure as the least sure of its sources. C136 is read by way of C139."""
    source, marks = (C139, _elements(sheet)) if isinstance(sheet, DealControl) else (sheet.method.id, _answers(sheet))
    best: dict[str, Judged[LevelId]] = {}
    for rule in crosswalk.rules:
        if rule.source == source and all(item in marks for item in rule.items):
            found = Judged[LevelId](value=rule.gives, **grounds_of([marks[item] for item in rule.items]))
            if rule.to not in best or _rank(found, method) > _rank(best[rule.to], method):
                best[rule.to] = found
    return ChecklistSheet(method=method, marks=tuple(Mark(item=item, judged=best[item]) for item in best))


def _answers(sheet: ChecklistSheet) -> dict[str, Judged[Any]]:
    """The items that count as met, claimed or confirmed."""
    answers = {item: sheet.mark(item).judged for item in sheet.method.items}
    return {item: mark for item, mark in answers.items() if sheet.method.meets(mark.given)}


def _elements(sheet: DealControl) -> dict[str, Judged[Any]]:
    """The elements that are claimed; what no coach has confirmed is only inferred."""
    control = convert(sheet, "C139").sheet
    return {
        id: control.element(id).claimed if control.confirms(id) else _doubted(control.element(id).claimed)
        for id in control.standings
        if control.claims(id)
    }


def _rank(mark: Judged[LevelId], method: Checklist) -> tuple[bool, int]:
    return mark.confirmed, method.value(str(mark.given))


def _doubted(mark: Judged[Any]) -> Judged[Any]:
    weak = mark.confidence is None or CONFIDENCES.index(mark.confidence) <= CONFIDENCES.index("inferred")
    return mark if weak else mark.changed(confidence="inferred")
