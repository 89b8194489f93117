"""Filled screens for the browser tests; ``twist`` is laid over every text, to see what hostile words do."""

from collections.abc import Callable

from sellkit.training.words import Words
from sellkit.views.bar import Bar
from sellkit.views.base import View, passage_labels
from sellkit.views.brief import Brief
from sellkit.views.checks_panel import ChecksPanel
from sellkit.views.dossier import Dossier
from sellkit.views.feedback import Feedback
from sellkit.views.initiatives import Initiatives
from sellkit.views.start_page import StartPage

from .harness import document, dossier_spec, spec

Twist = Callable[[str], str]
STATUS = {"state": "saved", "at": "2026-11-22T02:14:11Z", "undo": True, "redo": False, "filled": 3, "total": 33}

MINUTES = ("Goto opens.", "客户流失。Customers leave.", "All agree.")
VERDICTS = ("right", "near", "missing", "extra", "different", "unknown")


def plain(text: str) -> str:
    return text


def workbook(language: str = "en", twist: Twist = plain) -> list[View]:
    """Bar, brief, dossier, initiative form and checks, with one initiative half written."""
    people = [
        {"id": "updown", "name": twist("Sarah Updown"), "title": twist("VP Sales & Marketing")},
        {"id": "goto", "name": twist("Yoshi Goto"), "title": twist("COO")},
    ]
    documents = [
        document("minutes", twist("Minutes of the board"), *map(twist, MINUTES)),
        document("mail", twist("Mail from Goto"), twist("Write to me about customers."), kind="mail"),
    ]
    value = {
        "i1/result": {"value": twist("Fewer customers lost"), "cites": ["minutes.p2"], "confidence": "explicit"},
        "i1/owner": {"value": "updown"},
        "i2/owner": {"value": "unknown"},
    }
    problems = [
        {
            "code": "M19-a",
            "severity": "error",
            "place": "i1/work",
            "message": twist("No work."),
            "next": twist("Read."),
        },
        {"code": "M19-b", "severity": "hint", "place": "", "message": twist("None leads."), "next": twist("Choose.")},
    ]
    common = {
        "people": people,
        "labels": {"i1/work": twist("Initiative 1 · work")},
        "passages": passage_labels(documents),
        "scales": {"initiative-class": Words(language).scale("initiative-class")},
    }
    texts = [twist("First hint"), twist("Second hint")]
    state = {"value": value, "problems": problems, "status": STATUS}
    versions = [{"n": 4, "at": "2026-11-22T01:00:00Z", "changes": 4, "submit": False}]
    names = {"title": twist("Homebody"), "case": twist("Case"), "person": twist("Ada"), "team": twist("Team")}
    bar = spec(language, "views.bar.", **names, minutes=40, home="/")
    brief = spec(language, "views.brief.", brief=twist("Find **six**."), teaches=texts, leaves_out=texts, hints=texts)
    return [
        Bar(spec=bar | common, **state | {"status": {**STATUS, "versions": versions}}),
        Brief(spec=brief),
        Dossier(spec=dossier_spec(language, documents), **state),
        Initiatives(spec=spec(language, "views.initiatives.") | common, **state),
        ChecksPanel(spec=spec(language, "views.checks.") | common, **state),
    ]


def start(language: str = "en", twist: Twist = plain) -> list[View]:
    """The start page with an exercise in each state."""
    exercises = [
        {
            "id": f"homebody/{state}",
            "icon": "flag",
            "title": twist(f"Exercise {state}"),
            "summary": twist("Find six"),
            "minutes": 40,
            "state": state,
            "filled": 3,
            "total": 33,
            "attempts": 1,
            "at": "2026-11-22T02:14:11Z",
            "href": None,
        }
        for state in ("new", "working", "submitted", "feedback")
    ]
    case = {"title": twist("Homebody"), "summary": twist("A maker of appliances"), "seller": twist("We sell systems")}
    who = {"person": twist("Ada"), "team": twist("Team")}
    return [StartPage(spec=spec(language, "views.start.", **who, case=case, exercises=exercises))]


def feedback(language: str = "en", twist: Twist = plain) -> list[View]:
    """A score card with one item of each verdict."""
    items = [
        {
            "field": f"p{n}",
            "label": twist(f"Item {verdict}"),
            "verdict": verdict,
            "given": twist("given"),
            "expected": twist("expected"),
            "why": twist("because"),
            "points": 1.5,
            "cites": ["minutes.p2"],
        }
        for n, verdict in enumerate(VERDICTS)
    ]
    criteria = [
        {
            "id": "found",
            "title": twist("Found"),
            "points": 4.5,
            "maximum": 10,
            "level": twist("Most"),
            "comment": twist("Good"),
            "items": items,
        }
    ]
    card = {
        "title": twist("Initiatives"),
        "total": 4.5,
        "maximum": 10,
        "attempt": 1,
        "at": "2026-11-22T02:14:11Z",
        "assessor": twist("Coach"),
        "comment": twist("Go on"),
        "criteria": criteria,
    }
    passages = {"minutes.p2": twist("Minutes ¶2")}
    return [Feedback(spec=spec(language, "views.feedback.", card=card, passages=passages, home="/"))]
