"""What changed, and what would follow from a change, in the reader's words, row by row."""

from collections.abc import Iterator
from typing import Any, cast

from sellkit.checks.what_if import WhatIf
from sellkit.models.base import Record
from sellkit.models.change import Change, Difference
from sellkit.models.methods.ladder import LadderSheet
from sellkit.models.opportunity import Opportunity
from sellkit.models.text import Language
from sellkit.tables.places import Speech, signed
from sellkit.training.words import Words

# Columns of the table: which sheet, whose row, which field, before and after, and what kind of change it is.
HEADS = ("sheet", "row", "field", "was", "now", "kind")


def kind_of(change: Change) -> str:
    """How a change is told: progress and setback before everything else."""
    if change.kind in ("firmer", "looser") or change.better is None:
        return change.kind
    return "better" if change.better else "worse"


def changes_rows(
    found: Difference | WhatIf, words: Words, *, of: Record | None = None
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Headings and rows of a difference, or of a what-if with what it supposes, moves and lets the checks say.

    of  the later of the two sheets, or the deal: it knows what places and people are called
    """
    rows = _difference(found, words, of) if isinstance(found, Difference) else _what_if(found, words, of)
    return tuple(words.say(f"boards.changes.head.{head}") for head in HEADS), list(rows)


class OutlookWords:
    """Names and values of a deal's outlook."""

    def __init__(self, words: Words, deal: Opportunity | None) -> None:
        self.words, self.deal, self.language = words, deal, cast(Language, words.language)

    def name(self, path: str) -> str:
        """What a figure of the outlook is called."""
        field, _, method = path.partition("/")
        sheet = self.deal.methods.get(method) if self.deal and method else None
        called = sheet.method.name.in_(self.language) if sheet else method
        return self.words.say(f"boards.what-if.{field}", **({"method": called} if method else {}))

    def value(self, path: str, value: Any) -> str:
        """A figure of the outlook as a reader says it."""
        field, _, method = path.partition("/")
        if value is None:
            return self.words.say("boards.changes.blank")
        if field == "stages":
            sheet = self.deal.methods.get(method) if self.deal else None
            rungs = sheet.method.rungs if isinstance(sheet, LadderSheet) else ()
            if not value:
                return self.words.say("boards.what-if.no-stage")
            return rungs[value - 1].name.in_(self.language) if rungs else str(value)
        if field in ("calls", "zone"):
            kind = "what-if.call" if field == "calls" else "control.zone"
            return self.words.say(f"boards.{kind}.{value}")
        if isinstance(value, bool):
            return self.words.say("labels.yes" if value else "labels.no")
        return signed(value) if field in ("balance", "claimed-balance") else str(value)


def _difference(found: Difference, words: Words, of: Record | None) -> Iterator[tuple[str, ...]]:
    speech = Speech(of, words)
    for change in found.changes:
        place = speech.place(change.path)
        was, now = (speech.value(change.path, value) for value in (change.was, change.now))
        sheet = speech.sheet(place.sheet) if place.sheet else ""
        row = speech.names.get(place.person, place.person) or place.row
        yield sheet, row, place.field, was, now, words.say(f"boards.changes.kind.{kind_of(change)}")


def _what_if(found: WhatIf, words: Words, of: Record | None) -> Iterator[tuple[str, ...]]:
    told = OutlookWords(words, of if isinstance(of, Opportunity) else None)
    yield from _difference(found.marks, words, of)
    for change in found.outlook.changes:
        was, now = (told.value(change.path, value) for value in (change.was, change.now))
        kind = words.say(f"boards.changes.kind.{kind_of(change)}")
        yield words.say("boards.what-if.outlook"), "", told.name(change.path), was, now, kind
    for part, findings in (("appeared", found.appeared), ("gone", found.gone)):
        for finding in findings:
            yield words.say(f"boards.what-if.{part}"), "", finding.code, "", words.finding(finding)["message"], ""
