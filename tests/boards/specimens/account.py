"""Sheets of an account, with as many rows and as long texts as a picture must bear."""

from datetime import date, timedelta

from sellkit.models.account.key_contacts import POSTS, KeyPeople
from sellkit.models.account.life_cycle import STATES, LifeCycle
from sellkit.models.account.post_sale import PostSale
from sellkit.models.account.profile import AccountProfile
from sellkit.models.account.triggers import TriggerLog


def mark(value, *, firm=True):
    return {"value": value} | ({"confidence": "explicit", "cites": ["notes.p1"]} if firm else {})


def contacts(text="Wei", rows=1):
    people = [{"id": f"p{n}", "name": text, "title": text} for n in range(rows)]
    listed = [
        {"id": f"c{n}", "person": f"p{n}", "post": mark(POSTS[n % 3]), "seniority": mark("middle", firm=n % 2 == 0),
         "ours": text}
        for n in range(rows)
    ]  # fmt: skip
    return KeyPeople.model_validate({"operated": mark(True), "people": people, "contacts": listed})


def cycle(text="Seen in orders", rows=1):
    first = date(2001, 1, 1)
    states = [
        {
            "id": f"s{n}",
            "state": mark(STATES[n * 3 % 8]),
            "on": first + timedelta(200 * n),
            "signs": ["renews"],
            "note": text,
        }
        for n in range(rows)
    ]
    return LifeCycle.model_validate({"states": states})


def profile(text="State-owned", rows=1):
    years = [{"id": f"y{n}", "year": 2000 + n, "sales": mark(9.5e11), "profit": mark(-3e9)} for n in range(rows)]
    return AccountProfile.model_validate(
        {
            "ownership": mark(text), "background": mark(text), "strategy": mark(text, firm=False), "currency": "CNY",
            "headcount": mark("unknown"), "years": years, "owner": text, "team": [text], "updated_on": "2009-03-01",
            "departments": [{"id": f"d{n}", "name": text, "head": "liu", "duties": text} for n in range(rows)],
            "projects": [{"id": f"p{n}", "name": text, "region": text} for n in range(rows)],
            "systems": [{"id": f"s{n}", "product": text, "use": text} for n in range(rows)],
            "controls": {"money": mark(True), "people": mark("unknown")}, "control_mode": mark("operational"),
        }
    )  # fmt: skip


def triggers(text="Five new parks", rows=1):
    kinds = ("strategy", "top-change", "unknown", "other")
    listed = [
        {
            "id": f"t{n}", "kind": mark(kinds[n % 4], firm=n % 3 > 0), "name": text, "facts": text + "!",
            "who": ["wei"], "on": None if n % 7 == 6 else date(2008, 1, 1) + timedelta(17 * n), "need": text,
            "action": text if n % 2 else "", "by": "2009-02-01", "deal": ["d", None][n % 2] if n % 3 else None,
        }
        for n in range(rows)
    ]  # fmt: skip
    started = {"reason": mark(text), "triggers": ["t0"], "stakeholders": ["liu"], "motive": mark(text, firm=False)}
    initiations = [{"id": f"i{n}", **started, "effect": mark("unknown"), "deal": "d"} for n in range(rows // 4)]
    return TriggerLog.model_validate({"as_of": "2009-03-01", "triggers": listed, "initiations": initiations})


def after_the_sale(text="Library", rows=1):
    values, states = ("met", "below", "unknown", "above"), ("in-use", "open", "rival", "no-need", "unknown")
    first = date(2008, 1, 1)
    return PostSale.model_validate(
        {
            "as_of": first + timedelta(40 * rows + 100), "since": first, "sponsors": ["wei", "liu"],
            "lines": [
                {"id": f"l{n}", "theirs": f"p{n}", "ours": text if n % 3 else "", "topic": text,
                 "last": first + timedelta(40 * n)} for n in range(rows)
            ],
            "reviews": [
                {"id": f"r{n}", "on": first + timedelta(40 * n), "with_whom": ["wei"], "promised": text,
                 "delivered": text, "value": mark(values[n % 4], firm=n % 3 > 0), "next": text} for n in range(rows)
            ],
            "spaces": [
                {"id": f"s{n}", "unit": text, "offer": text, "state": mark(states[n % 5]), "potential": 1e6 * n}
                for n in range(rows)
            ],
        }
    )  # fmt: skip
