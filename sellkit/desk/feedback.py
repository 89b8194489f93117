"""Feedback for a trainee: one self-contained page in their language that can be mailed, printed and kept.

The page holds no script and loads nothing; every text that came from a person is escaped by the template.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined

from sellkit.desk.advice import steps
from sellkit.desk.change import Change, changes
from sellkit.desk.overlay import CriterionView, ItemView, criteria_of
from sellkit.desk.register import WHOLE, Register
from sellkit.training import shelf
from sellkit.training.labels import Labels, Quote
from sellkit.training.words import Words

TEMPLATES = ("feedback.html", "entry.html", "feedback.css")
GLYPHS = {"right": "✓", "near": "≈", "missing": "–", "extra": "+", "different": "≠", "unknown": "?"}


@dataclass(frozen=True, slots=True)
class Word:
    """What an assessor said: the level they gave, in the rubric's words, and their comment."""

    assessor: str
    says: str
    comment: str


@dataclass(frozen=True, slots=True)
class Part:
    """One criterion of the feedback; `points` is None while it waits for an assessor."""

    id: str
    title: str
    points: float | None
    maximum: float
    items: tuple[ItemView, ...]
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Feedback:
    """All that a trainee is told about one attempt, in one language. `state` tells whether it was released."""

    language: str
    state: str
    exercise: str
    case: str
    name: str
    team: str
    attempt: int
    at: str
    total: float
    maximum: float
    note: str
    words: tuple[Word, ...]
    next: tuple[str, ...]
    before: tuple[Change, ...]
    criteria: tuple[Part, ...]
    assessors: str
    released_at: str
    rubric_version: str
    case_version: int
    hash: str
    quotes: Mapping[str, Quote]


def feedback(register: Register, id: int, language: str = "") -> Feedback:
    """Put together the feedback on a scored submission, by default in the trainee's language.

    Raises `NoSuchSubmission`; `NotFound` if the exercise is not on this computer. It does not ask whether the feedback
    was released: who shows it to its author must look at `state` first.
    """
    row = register.row(id)
    submission = register.submission(id)
    exercise = shelf.exercise(submission.exercise)
    words = Words(language or submission.language)
    labels = Labels(exercise, shelf.case(exercise.case_id), words)
    stored = register.card(id)
    judgements = register.judgements(id)
    criteria = criteria_of(stored, judgements, submission.answers, labels) if stored else ()
    sent = [step for step in register.releases(id) if step.state == row["state"]]
    assessors = dict.fromkeys([item.assessor for item in judgements] + [step.by for step in sent[-1:]])
    return Feedback(
        language=words.language,
        state=row["state"],
        exercise=labels.title,
        case=labels.case.title.in_(labels.language),
        name=submission.author.name or words.say("desk.nameless"),
        team=submission.author.team,
        attempt=submission.attempt,
        at=_minute(submission.at),
        total=round(sum(c.points for c in criteria if c.points is not None), 2),
        maximum=round(sum(c.maximum for c in criteria), 2),
        note=sent[-1].note if sent else "",
        words=tuple(Word(j.assessor, "", j.comment) for j in judgements if j.criterion == WHOLE and j.comment),
        next=steps(criteria, labels),
        before=changes(register, id, criteria, words),
        criteria=tuple(_part(criterion) for criterion in criteria),
        assessors=words.habits.comma.join(assessors),
        released_at=_minute(sent[-1].at) if sent else "",
        rubric_version=stored.rubric_version if stored else "",
        case_version=submission.case_version,
        hash=submission.hash[:16],
        quotes=_quotes(criteria, labels),
    )


def page(register: Register, id: int, language: str = "") -> str:
    """The feedback as one HTML file."""
    return render(feedback(register, id, language))


def render(told: Feedback) -> str:
    """The HTML of a feedback: inline style, no script, nothing loaded from anywhere."""
    words = Words(told.language)
    return (
        _templates()
        .get_template("feedback.html")
        .render(
            f=told,
            language=told.language,
            say=lambda key, **params: words.say(f"desk.feedback.{key}", **params),
            verdict=lambda verdict: words.say(f"desk.verdict.{verdict}"),
            blank=words.say("labels.blank"),
            quoted=lambda cites: [told.quotes[cite] for cite in cites if cite in told.quotes],
            glyphs=GLYPHS,
            number=_number,
            share=_share,
            joint=words.habits.comma,
        )
    )


def card(told: Feedback) -> dict[str, Any]:
    """The same for the screen: `spec["card"]` of the feedback view, and `passages` for the names of its citations."""
    return {
        "title": told.exercise,
        "total": told.total,
        "maximum": told.maximum,
        "attempt": told.attempt,
        "at": told.at,
        "assessor": told.assessors,
        "comment": "\n\n".join([*([told.note] if told.note else []), *(word.comment for word in told.words)]),
        "criteria": [
            {
                "id": part.id,
                "title": part.title,
                "points": part.points,
                "maximum": part.maximum,
                "level": " · ".join(word.says for word in part.words if word.says),
                "comment": "\n\n".join(word.comment for word in part.words if word.comment),
                "items": [
                    {
                        "field": item.field,
                        "label": item.label,
                        "verdict": item.verdict,
                        "given": item.given,
                        "expected": item.expected,
                        "why": item.why,
                        "points": item.points,
                        "cites": list(item.rests or item.cites),
                    }
                    for item in part.items
                ],
            }
            for part in told.criteria
        ],
        "passages": {cite: quote.label for cite, quote in told.quotes.items()},
    }


def _part(criterion: CriterionView) -> Part:
    words = (Word(j.assessor, criterion.says(j.level), j.comment) for j in criterion.judgements)
    return Part(
        criterion.id,
        criterion.title,
        criterion.points,
        criterion.maximum,
        criterion.items,
        tuple(word for word in words if word.says or word.comment),
    )


def _quotes(criteria: tuple[CriterionView, ...], labels: Labels) -> dict[str, Quote]:
    cites = {cite for c in criteria for item in c.items for cite in (*item.cites, *item.rests)}
    return {cite: quote for cite in sorted(cites) if (quote := labels.quote(cite)) is not None}


def _minute(at: str) -> str:
    return f"{at[:10]} {at[11:16]}"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}".rstrip("0").rstrip(".").replace("-", "−")


def _share(points: float | None, maximum: float) -> str:
    return f"{100 * (points or 0) / maximum:.1f}" if maximum else "0"


@cache
def _templates() -> Environment:
    folder = files("sellkit.desk").joinpath("templates")
    loader = DictLoader({name: folder.joinpath(name).read_text(encoding="utf-8") for name in TEMPLATES})
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
