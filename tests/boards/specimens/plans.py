"""Purchase plan, sales plan and competition, with as many rows and as long texts as a picture must bear."""

from datetime import date, timedelta

from sellkit.models.plan.competition import Competition
from sellkit.models.plan.purchase import PurchasePlan
from sellkit.models.plan.sales_plan import SalesPlan
from sellkit.models.plan.success_factors import SuccessFactors

from ..svg import FIRM

START = date(2009, 3, 1)


def purchase(text="Tender goes out", rows=1):
    return PurchasePlan.model_validate(
        {
            "as_of": "2009-04-20",
            "steps": [{"id": f"s{n}", "on": START + timedelta(3 * (n // 2)), "work": text} for n in range(rows)]
            + [{"id": "later", "work": "Kick-off"}],
            "stages": [
                {"id": f"d{n}", "name": text, "on": START + timedelta(5 * n), "basis": text, "role": text,
                 "fit": {"value": "good", **FIRM}}
                for n in range(rows)
            ]
            + [{"id": "award", "name": "Award", "on": "2009-06-12", "awards": True, "fit": {"value": "unknown"}}],
        }
    )  # fmt: skip


def sales(text="Technical bid", rows=1):
    items = []
    for n in range(rows):
        items.append({"id": f"i{n}", "stage": "lead", "what": text, "kind": "key-node", "due": START + timedelta(n)})
        items.append({"id": f"a{n}", "parent": f"i{n}", "what": text, "owner": text, "due": START + timedelta(n // 2)})
    late = {"id": "late", "stage": "negotiation", "what": "Terms cleared", "owner": "Ma", "due": "2009-04-01"}
    done = {
        "id": "done",
        "stage": "awareness",
        "what": "Profile",
        "owner": "Ma",
        "due": "2009-03-02",
        "done": "2009-03-09",
    }
    return SalesPlan.model_validate({"as_of": "2009-04-20", "stage": "lead", "items": [*items, late, done]})


def rivalry(text="A lecturer whom they trust", rows=1):
    mark = {"value": "high", **FIRM}
    return Competition.model_validate(
        {
            "rivals": [{"id": f"r{n}", "name": text, "superiority": {"value": 0.8, **FIRM}} for n in range(rows)],
            "resources": [
                {"id": f"x{n}", "party": party, "what": text, "aim": text, "precondition": text, "through": "wei",
                 "chance": mark, "effect": {"value": "unknown"}}
                for n, party in enumerate(["us", *(f"r{n}" for n in range(rows))])
            ],
            "swot": [{"id": f"w{n}", "kind": "weakness", "text": text, "said_by": "wei"} for n in range(rows)],
            "moves": [{"id": "m", "party": "r0", "what": text, "answer": text}] if rows else [],
            "strategy": "flanking",
            "criterion": text,
            "actions": [{"id": f"c{n}", "what": text, "mine": "lay", "counter_move": text} for n in range(rows)],
        }
    )  # fmt: skip


def factors(text="Interfaces", rows=1):
    def version(id, on, first):
        return {
            "id": id, "on": on, "response": text,
            "factors": [
                {"id": f"f{n}", "name": text, "weight": 2 + n % 3,
                 "standings": [{"id": "us", "score": {"value": n % 6, **FIRM}}, {"id": "r", "score": {"value": 3}}]}
                for n in range(first, rows)
            ],
        }  # fmt: skip

    versions = [version("old", "2009-03-01", min(2, rows - 1)), version("new", "2009-04-01", 0)]
    return SuccessFactors.model_validate({"rivals": [{"id": "r", "name": text}], "versions": versions})
