"""Sheets of methods, and a review of skills, as a picture must bear them."""

from sellkit.models.methods.checklist import ChecklistSheet
from sellkit.models.methods.grid import GridSheet
from sellkit.models.methods.skills import SkillReview
from sellkit.models.methods.table import TableSheet
from sellkit.training.methods import method

from ...models.method_sheets import checklist, ladder, mark

STEPS = ["need-confirmed", "vision-shaped", "support-inside"]


def grid(*rows):
    placements = [{"id": id, "name": name, "on": on, "x": mark(x), "y": mark(y)} for id, name, on, x, y in rows]
    return GridSheet.model_validate({"method": method("power-interest"), "placements": placements})


def judged_twice(rival="Acme", answers=("minus", "plus")):
    marks = [
        {"item": "sponsor", "party": party, "on": day, "judged": mark(answer)}
        for party in ("us", "acme")
        for day, answer in zip(("2026-03-01", "2026-06-01"), answers, strict=True)
    ]
    parties = [{"id": "acme", "name": rival}]
    shape = method("opportunity-assessment")
    return ChecklistSheet.model_validate({"method": shape, "rivals": parties, "marks": marks})


def camps(*rows):
    listed = [{"id": str(n), "cells": cells} for n, cells in enumerate(rows, 1)]
    return TableSheet.model_validate({"method": method("camp-analysis"), "rows": listed})


CLAIMED = ladder(claimed="agree", done=STEPS, said=["contract-signed"], not_yet=["money-discussed"])


BEGUN = checklist("meddpicc", {"metrics": "identified", "champion": "unknown"}, stage="qualify")


LADDER = method("skill-ladder")
FIRST, SECOND, *_ = LADDER.items


def seen(level):
    return {"value": level, "witness": "Ines", "confidence": "explicit"}


def review(person="Li Na", **moments):
    return SkillReview.model_validate({"method": LADDER, "person": person, **moments})


GROWN = review(
    before={"coach": {FIRST: seen("first"), SECOND: seen("not-yet")}},
    after={"coach": {FIRST: seen("third"), SECOND: seen("first")}, "own": {FIRST: "third", SECOND: "third"}},
)


def claimed(text="", rows=1):
    return ladder(claimed="agree", done=STEPS[: rows + 1], said=["contract-signed"], notes={STEPS[0]: text})


def begun(text="", rows=1):
    rivals = {f"r{n}": {"metrics": "identified"} for n in range(min(rows, 3) - 1)}
    return checklist("meddpicc", {"metrics": "identified", "champion": "unknown"}, rivals, stage="qualify")


def places(text="Chen", rows=1):
    levels = ("low", "high", "high?", "unknown")
    return grid(*((f"p{n}", text, None, levels[n % 4], levels[n // 4 % 4]) for n in range(rows)))


def roles(text="Approves", rows=1):
    return camps(*({"role": text or "-", "camp": mark("sponsor?")} for _ in range(rows)))


def grown(text="Li Na", rows=1):
    items = dict.fromkeys(list(LADDER.items)[:rows], seen("third"))
    return review(text, before={"coach": {FIRST: seen("first")}}, after={"coach": items})
