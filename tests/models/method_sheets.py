"""Sheets of methods in short: `plus` has evidence, `plus?` is a claim without enough behind it."""

from sellkit.models.methods.checklist import Checklist, ChecklistSheet
from sellkit.models.methods.ladder import Ladder, LadderSheet
from sellkit.models.methods.table import Table, TableSheet
from sellkit.training.methods import method


def mark(answer):
    """The parts of a `Judged`."""
    if isinstance(answer, str) and answer.endswith("?"):
        return {"value": answer[:-1], "cites": ["notes.p1"], "confidence": "inferred"}
    if answer == "unknown" or answer is None:
        return {"value": answer}
    return {"value": answer, "cites": ["notes.p1"], "confidence": "explicit"}


def checklist(name, us=None, rivals=None, known_to=None, on=None, **more):
    """A sheet with our answers by item, and each rival's, all of one day."""
    shape, known_to = method(name), known_to or {}
    answers = {"us": us or {}, **(rivals or {})}
    marks = [
        {"item": item, "party": party, "on": on, "judged": mark(answer), "known_to": known_to.get(item)}
        for party, given in answers.items()
        for item, answer in given.items()
    ]
    parties = [{"id": rival, "name": rival.title()} for rival in rivals or {}]
    return ChecklistSheet.model_validate({"method": shape, "rivals": parties, "marks": marks, **more})


def ladder(name="ssm-stages", claimed=None, done=(), said=(), not_yet=(), notes=None, **more):
    """A sheet with outcomes that have evidence, that are only said, and that have evidence against them."""
    outcomes = {id: mark(True) for id in done} | {id: mark(False) for id in not_yet}
    outcomes |= {id: {"value": True, "confidence": "inferred"} for id in said}
    for id, note in (notes or {}).items():
        outcomes[id]["note"] = note
    return LadderSheet.model_validate({"method": method(name), "claimed": mark(claimed), "outcomes": outcomes, **more})


def table(name, rows=(), **more):
    """A sheet with these rows; a cell with nothing in it is left out, as in a form."""
    rows = [
        {"id": row["id"], "cells": {k: v for k, v in row.get("cells", {}).items() if v is not None}} for row in rows
    ]
    return TableSheet.model_validate({"method": method(name), "rows": rows, **more})


def filled(name, given):
    """A sheet of any checklist, ladder or table from what a case file gives."""
    build = {Checklist: checklist, Ladder: ladder, Table: table}[type(method(name))]
    return build(name, **given)


def reasons(verdict):
    """A verdict's reasons as they are written in examples: `rival-leads win acme`."""
    return [" ".join(filter(None, (because.code, because.about, because.rival))) for because in verdict.because]
