"""Initiatives, pain chains and tendencies on which exactly one check speaks, each beside a near miss."""

from typing import Any

from sellkit.models import InitiativeList, PainChain, Tendency


def mark(value: Any) -> dict[str, Any]:
    return {"value": value, "cites": ["notes.p1"], "confidence": "explicit"}


SOUND = {
    "result": "Raise customer loyalty from 71 to 80 per cent by the end of 2002",
    "work": "bringing the new customer-relationship process into use",
    "kind": "revenue",
    "owner": "wang",
}
SECOND = {"result": "一年内采购成本降低8%", "work": "把采购外包给专业公司", "kind": "cost", "owner": "chen"}


def listed(first: dict[str, Any], second: dict[str, Any] | None = None, leading: Any = "i1") -> InitiativeList:
    initiatives = []
    for id, sound, change in (("i1", SOUND, first), ("i2", SECOND, second or {})):
        parts = {**sound, **change}
        for name in ("kind", "owner"):
            parts[name] = mark(parts[name]) if parts[name] else {}
        initiatives.append({"id": id, "cites": ["notes.p1"], **parts})
    return InitiativeList.model_validate(
        {"initiatives": initiatives, "leading": mark(leading) if leading else {}, "people": ["chen", "wang"]}
    )


def reason(id: str, bank: str | None, owner: str | None, **more: Any) -> dict[str, Any]:
    parts: dict[str, Any] = {"id": id, **more}
    if bank:
        parts["statement"] = mark({"bank": bank})
    if owner:
        parts["owner"] = mark(owner)
    return parts


# A boss whose profit falls, because sales and deliveries go wrong below, down to what our capability removes.
PEOPLE = [
    {"id": "chen", "name": "Chen"},
    {"id": "novak", "name": "Novak", "reports_to": "chen"},
    {"id": "silva", "name": "Silva", "reports_to": "novak"},
    {"id": "wang", "name": "Wang", "reports_to": "chen"},
]
NODES: dict[str, tuple[str | None, list[dict[str, Any]]]] = {
    "chen": ("profit-falls", [reason("1", "sales-fall", "novak"), reason("2", "costs-rise", "wang")]),
    "novak": ("sales-fall", [reason("1", "late-delivery", "silva")]),
    "silva": ("late-delivery", [reason("1", "no-stock-view", "leaf")]),
    "wang": ("costs-rise", [reason("1", "hand-work", "leaf")]),
}


def chain(changes: dict[str, Any]) -> PainChain:
    """The sound chain with some nodes changed: (pain, reasons), or None for no node at all."""
    nodes = []
    for person, node in (NODES | changes).items():
        if node is not None:
            pain, reasons = node
            nodes.append({"person": person, "pain": mark({"bank": pain}) if pain else {}, "reasons": reasons})
    return PainChain.model_validate({"people": PEOPLE, "nodes": nodes})


def tendency(**parts: Any) -> Tendency:
    return Tendency(level=1, supporting=("s-open",), **parts)


# code: (record on which it speaks, record on which it does not, other codes that speak with it)
CASES: dict[str, tuple[Any, Any, set[str]]] = {
    "M02-contested": (tendency(contested=True, why="contested"), tendency(why="next-level"), set()),
    "M02-one-sign": (tendency(why="one-sign"), tendency(why="next-level"), set()),
    "M19-result-missing": (listed({"result": " "}), listed({"result": "", "work": ""}, leading="i2"), set()),
    "M19-priority-twice": (
        listed({"priority": 1}, {"priority": 1}),
        listed({"priority": 1}, {"priority": 2}),
        set(),
    ),
    "M19-leading-not-first": (
        listed({"priority": 2}, {"priority": 1}),
        listed({"priority": 2}, {"priority": None}),
        set(),
    ),
    "M19-work-missing": (listed({"work": ""}), listed({"result": "", "work": ""}, leading="i2"), set()),
    "M19-swapped": (
        listed({"result": "Open a service line in 12 cities by 2003", "work": "raising the service index"}),
        listed({"result": "Raise the service index to 90 by 2003", "work": "opening a service line"}),
        set(),
    ),
    "M19-work-names-product": (
        listed({"work": "implementing an IT system for service"}),
        listed({"work": "introducing a faster system of approvals, and a process for complaints"}),
        set(),
    ),
    "M19-no-measure": (
        listed({"result": "Raise customer loyalty by the end of 2002"}),
        listed({"result": "Double customer loyalty by the end of 2002"}),
        set(),
    ),
    "M19-no-date": (
        listed({"result": "Raise customer loyalty to 80 per cent"}),
        listed({"result": "Raise customer loyalty to 80 per cent within 12 months"}),
        set(),
    ),
    "M19-owner-missing": (listed({"owner": None}), listed({"owner": "chen"}), set()),
    "M19-owner-unknown-person": (listed({"owner": "ghost"}), listed({"owner": "chen"}), set()),
    "M19-class-missing": (listed({"kind": None}), listed({"kind": "cost"}), set()),
    "M19-no-leading": (listed({}, leading=None), listed({}, {"result": "", "work": ""}, leading=None), set()),
    "M19-leading-empty": (listed({}, {"result": "", "work": ""}, leading="i2"), listed({}, leading="i2"), set()),
    "M33-circle": (
        chain({"silva": ("late-delivery", [reason("1", "sales-fall", "novak"), reason("2", "no-view", "leaf")])}),
        chain({"silva": ("late-delivery", [reason("1", "costs-rise", "wang"), reason("2", "no-view", "leaf")])}),
        {"M33-against-authority"},
    ),
    "M33-own-reason": (
        chain({"wang": ("costs-rise", [reason("1", None, "wang"), reason("2", "hand-work", "leaf")])}),
        chain({"wang": ("costs-rise", [reason("1", None, "leaf"), reason("2", "hand-work", "leaf")])}),
        set(),
    ),
    "M33-unknown-owner": (
        chain({"wang": ("costs-rise", [reason("1", "hand-work", "leaf"), reason("2", "late-post", "ghost")])}),
        chain({"wang": ("costs-rise", [reason("1", "hand-work", "leaf"), reason("2", "late-delivery", "silva")])}),
        set(),
    ),
    "M33-repeats-own-pain": (
        chain({"wang": ("costs-rise", [reason("1", "costs-rise", "leaf")])}),
        chain({"wang": ("costs-rise", [reason("1", "prices-rise", "leaf")])}),
        set(),
    ),
    "M33-reasons-copied": (
        chain({
            "silva": ("late-delivery", [reason("1", "no-stock-view", "leaf"), reason("2", "hand-work", "leaf")]),
            "wang": ("costs-rise", [reason("1", "hand-work", "leaf"), reason("2", "no-stock-view", "leaf")]),
        }),
        chain({
            "silva": ("late-delivery", [reason("1", "no-stock-view", "leaf"), reason("2", "hand-work", "leaf")]),
            "wang": ("costs-rise", [reason("1", "hand-work", "leaf"), reason("2", "waste", "leaf")]),
        }),
        set(),
    ),
    "M33-against-authority": (
        chain({"chen": ("profit-falls", [reason("1", "costs-rise", "wang")]),
               "silva": ("late-delivery", [reason("1", "sales-fall", "novak")]),
               "novak": ("sales-fall", [reason("1", "no-stock-view", "leaf")]),
               "wang": ("costs-rise", [reason("1", "late-delivery", "silva")])}),
        chain({"wang": ("costs-rise", [reason("1", "late-delivery", "silva")])}),
        set(),
    ),
    "M33-reason-unowned": (
        chain({"wang": ("costs-rise", [reason("1", "hand-work", "leaf"), reason("2", "waste", None)])}),
        chain({"wang": ("costs-rise", [reason("1", "hand-work", "leaf"), reason("2", None, None)])}),
        set(),
    ),
    "M33-owner-without-pain": (
        chain({"wang": (None, [])}),
        chain({"wang": (None, []), "chen": ("profit-falls", [reason("1", "sales-fall", "novak")])}),
        {"M33-people-without-pain", "M33-few-people"},
    ),
    "M33-reason-differs-from-pain": (
        chain({"novak": ("sales-fall", [reason("1", "bad-service", "silva")])}),
        chain({"novak": ("sales-fall", [reason("1", None, "silva", statement=mark({"text": "parts come late"}))])}),
        set(),
    ),
    "M33-pain-without-reasons": (chain({"wang": ("costs-rise", [])}), chain({}), set()),
    "M33-reasons-without-pain": (
        chain({"wang": (None, [reason("1", "hand-work", "leaf")]),
               "chen": ("profit-falls", [reason("1", "sales-fall", "novak")])}),
        chain({"wang": (None, []), "chen": ("profit-falls", [reason("1", "sales-fall", "novak")])}),
        {"M33-people-without-pain", "M33-few-people"},
    ),
    "M33-pain-loose": (
        chain({"chen": ("profit-falls", [reason("1", "sales-fall", "novak")])}),
        chain({}),
        set(),
    ),
    "M33-top-missing": (
        chain({"chen": (None, [])}),
        chain({"chen": ("profit-falls", [])}),
        {"M33-people-without-pain", "M33-few-people", "M33-pain-loose"},
    ),
    "M33-no-leaf": (
        chain({"silva": ("late-delivery", [reason("1", "hand-work", None)]),
               "wang": ("costs-rise", [reason("1", "late-delivery", "silva")])}),
        chain({"silva": ("late-delivery", [reason("1", "hand-work", "leaf")]),
               "wang": ("costs-rise", [reason("1", "late-delivery", "silva")])}),
        {"M33-reason-unowned"},
    ),
    "M33-top-not-reached": (
        chain({"chen": ("profit-falls", [reason("1", "rates-rise", None)])}),
        chain({"chen": ("profit-falls", [reason("1", "sales-fall", "novak"), reason("2", "rates-rise", None)])}),
        {"M33-reason-unowned", "M33-pain-loose"},
    ),
    "M33-few-people": (
        chain({"wang": None, "chen": ("profit-falls", [reason("1", "sales-fall", "novak")])}),
        chain({}),
        {"M33-people-without-pain"},
    ),
    "M33-people-without-pain": (
        chain(dict.fromkeys(NODES)),
        chain({}),
        set(),
    ),
}  # fmt: skip
