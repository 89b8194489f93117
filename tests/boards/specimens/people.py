"""People with marks, a few and many, and the map of those who sway each other."""

from sellkit.models.base import Judged
from sellkit.models.people.relationship_map import Influence, RelationshipMap
from sellkit.models.people.stakeholder import People, Stakeholder

from ..svg import FIRM, GUESS


def mark(value, **parts):
    return {"value": value, **(parts or FIRM)}


def someone(id, name="", influence=None, tendency=None, **marks):
    plain = {"name": name or id.title(), "rank": marks.pop("rank", None), "title": marks.pop("title", "")}
    given = {"influence": influence, "tendency": tendency, **marks}
    judged = {
        field: value if isinstance(value, dict) else mark(value) for field, value in given.items() if value is not None
    }
    return {"id": id, **plain, **judged}


def people(name="Ada Berg"):
    return [
        someone(
            "berg", name, 5, 0, rank=5, circle="inner", adaptability="visionary", attitude="neutral", need="esteem"
        ),
        someone("lund", "Bo Lund", 3, -2, rank=5, adaptability="laggard", coverage="none", attitude="opponent"),
        someone("holm", "Cy Holm", 4, mark(3, **GUESS), rank=2, need=mark("unknown")),
        someone("dahl", "Di Dahl", None, mark("unknown")),
    ]


def small_map(name: str = "Ada Berg") -> RelationshipMap:
    boss = Stakeholder(
        id="berg", name=name, title="Chief Executive", buying_roles=Judged(value=frozenset("AD"), **FIRM),
        attitude=Judged(value="neutral"), coverage=Judged(value="unknown"), circle=Judged(value="inner", **FIRM),
    )  # fmt: skip
    clerk = Stakeholder(id="lund", name="Bo Lund", title="Buyer", reports_to="berg")
    return RelationshipMap(people=(boss, clerk), influences=(Influence(source="lund", target="berg"),))


def listed(text="Ada Berg", rows=1):
    """Rows of all sorts: known and not, confirmed and not, above and below each other."""
    adoption, coverage = ("visionary", "pragmatist", "unknown", "laggard"), ("none", "brief", "unknown", "in-depth")
    return [
        {
            "id": f"p{n}", "name": text, "title": text, "reports_to": f"p{(n - 1) // 3}" if n else None,
            "rank": (n % 6) or None, "influence": mark(n % 6, **(FIRM if n % 2 else GUESS)),
            "tendency": mark(n % 7 - 3), "buying_roles": mark(["D"] if n % 9 == 0 else ["U"]),
            "adaptability": mark(adoption[n % 4]), "attitude": mark("neutral"), "coverage": mark(coverage[n % 4]),
        }
        for n in range(rows)
    ]  # fmt: skip


def relations(text="Ada Berg", rows=1):
    sways = [{"source": f"p{n}", "target": f"p{n // 2}"} for n in range(1, rows)]
    return RelationshipMap.model_validate({"people": listed(text, rows), "influences": sways})


def coverage(text="Ada Berg", rows=1):
    steps = [{"person": f"p{n}", "what": text, "why": text, "owner": text, "by": text} for n in range(0, rows, 2)]
    return People.model_validate({"people": listed(text, rows), "actions": steps})


def one(text="Ada Berg", rows=1):
    return Stakeholder.model_validate({**listed(text, 1)[0], "need": mark("esteem")})
