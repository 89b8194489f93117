"""Strategy, growth, strengths and the funnel, with as many rows and as long texts as a picture must bear."""

from datetime import date, timedelta

from sellkit.models.portfolio.customer_value import CustomerValue
from sellkit.models.portfolio.funnel import Funnel
from sellkit.models.portfolio.growth import SOURCE_KINDS, GrowthPlan
from sellkit.models.portfolio.selection import CustomerSelection
from sellkit.models.portfolio.strategy_fit import CustomerStrategy
from sellkit.models.portfolio.strengths import StrengthMatrix
from sellkit.models.portfolio.tiers import TierBook

from ...models.portfolio_sheets import grid, mark

TODAY = date(2009, 4, 1)


EMPTY_STRATEGY = CustomerStrategy(alignment=grid("strategic-alignment", {}), tactics=grid("tactical-initiatives", {}))


def strategy(text="Raise loyalty", rows=1, wanted="high"):
    places = [("customer", "2009-01-01", "low", "high"), ("customer", "2011-01-01", wanted, "high")]
    times = ["one-year", "three-years", "two-years?"]
    tactics = grid("tactical-initiatives", {f"i{n}": (times[n % 3], "revenue") for n in range(rows)})
    named = [each.changed(name=text, note=text) for each in tactics.placements]
    return CustomerStrategy(
        alignment=grid("strategic-alignment", places), tactics=tactics.changed(placements=named), as_of=TODAY
    )


def growth(text="Licences", rows=1):
    amounts = [200, "300?", 0, -50, "unknown", 90]
    sources = [
        {"id": f"s{n}", "kind": SOURCE_KINDS[n % 6], "customer": text, "what": text, "amount": mark(amounts[n % 6])}
        for n in range(rows)
    ]
    return GrowthPlan.model_validate({"target": 9000, "current": 8000, "currency": text[:3], "sources": sources})


def matrix(text="Local partner", rows=1):
    cells = [
        {"who": f"{side}{n}", "strength": f"s{n % 5}", "level": mark([3, "2?", "unknown", 1][n % 4])}
        for side in "ur"
        for n in range(rows)
    ]
    return StrengthMatrix.model_validate(
        {
            "units": [{"id": f"u{n}", "name": text} for n in range(rows)],
            "rivals": [{"id": f"r{n}", "name": text} for n in range(rows)],
            "strengths": [{"id": f"s{n}", "name": text} for n in range(5)],
            "needs": [{"id": f"n{n}", "name": text, "strengths": [f"s{n % 5}"]} for n in range(rows)],
            "cells": cells,
        }
    )


def funnel(text="Platform", rows=1):
    deals = [
        {
            "id": f"d{n}", "name": text, "tier": "ABCD"[n % 4], "stage": ["lead", "proposal", None][n % 3],
            "value": 1000 * n, "chance": 40, "entered": TODAY - timedelta(7 * n), "opened": TODAY - timedelta(9 * n),
            "spent": n,
            "work": ["sale", "maintenance"][n % 2], "currency": text[:3],
        }
        for n in range(rows)
    ]  # fmt: skip
    stages = [{"id": "lead", "name": text, "stays": [10, 20, 30]}, {"id": "proposal", "name": text}]
    return Funnel.model_validate(
        {"as_of": TODAY, "stages": stages, "deals": deals, "closings": 2, "close_rate": 20, "target_value": 5000}
    )


def purchasing(text="Operations", rows=1):
    kinds, amounts = ("headquarters", "department"), (9.5e9, None, 1, 4e8)
    shares = [
        {"id": f"s{n}", "name": text, "decided_by": kinds[n % 2], "decider": "wei", "amount": amounts[n % 4],
         "ours": [1e8, None][n % 2]}
        for n in range(rows)
    ]  # fmt: skip
    return CustomerValue.model_validate({"currency": text[:3], "shares": shares})


def selection(text="Harbour", rows=1, criteria=9):
    kinds = ("growth-of-results", "ease-of-entry", "tender-rules")
    listed = [
        {"id": f"c{n}", "kind": kinds[n % 3], "name": text if n % 4 == 3 else "", "weight": 10 + n}
        for n in range(criteria)
    ]
    points = ["unknown", 3, "4?", 5, 0, 2]
    scores = [
        {"candidate": f"k{row}", "criterion": f"c{n}", "points": mark(points[(row + n) % 6])}
        for row in range(rows)
        for n in range(criteria)
    ]
    candidates = [{"id": f"k{n}", "name": text} for n in range(rows)]
    return CustomerSelection.model_validate({"criteria": listed, "candidates": candidates, "scores": scores})


def tiers(text="Harbour", rows=1):
    levels = ("low", "high")
    placed = grid("attraction-entry", {f"k{n}": (levels[n % 2], levels[n // 2 % 2]) for n in range(rows)})
    named = [each.changed(name=text) for each in placed.placements]
    reasons = ("company-strategy", "resources-sunk", "major-opening?", "unknown")
    moves = [
        {"id": f"m{n}", "account": f"k{n}", "to": "ABCD"[n % 4], "reason": mark(reasons[n % 4]), "why": text}
        for n in range(0, rows, 2)
    ]
    return TierBook.model_validate({"grid": placed.changed(placements=named), "moves": moves, "as_of": TODAY})
