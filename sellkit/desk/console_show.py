"""Parts of what the coach's console shows, each as plain dictionaries."""

from typing import Any, cast

from sqlalchemy import select

from sellkit.desk.records import Judgement
from sellkit.desk.register import Register
from sellkit.desk.schema import cards, submissions
from sellkit.models.text import Language
from sellkit.training import shelf
from sellkit.training.labels import Labels
from sellkit.training.refusals import ContentError, NotFound
from sellkit.training.submission import Submission


def title_of(exercise: str, language: str) -> str:
    """An exercise's title; its id if this computer does not have it."""
    try:
        return shelf.exercise(exercise).title.in_(cast(Language, language))
    except (NotFound, ContentError):
        return exercise


def earlier(register: Register, id: int, submission: Submission) -> list[dict[str, Any]]:
    """The same person's earlier attempts with their points."""
    s, c = submissions.c, cards.c
    query = (
        select(s.id, s.attempt, c.total)
        .select_from(submissions.outerjoin(cards, c.submission == s.id))
        .where(s.exercise == submission.exercise, s.author == submission.author.id, s.id < id)
        .order_by(s.id)
    )
    return [dict(row) for row in register.all(query)]


def other(judgement: Judgement, level: str) -> dict[str, str]:
    """Another assessor's word: to be seen, not to be changed."""
    return {"assessor": judgement.assessor, "level": level, "comment": judgement.comment}


def banks(register: Register, exercise: str) -> dict[str, list[dict[str, Any]]]:
    """The comment bank of each criterion."""
    return {
        criterion: [{"text": text, "uses": uses} for text, uses in said]
        for criterion, said in register.comments(exercise).items()
    }


def plain(row: object) -> dict[str, Any]:
    """A flat frozen row as a dictionary; many times faster than copying it deeply."""
    return {name: getattr(row, name) for name in row.__dataclass_fields__}  # type: ignore[attr-defined]


def groups(submission: Submission, labels: Labels) -> list[dict[str, Any]]:
    """Everything that was answered, by person, initiative or part of a method."""
    found: dict[str, dict[str, Any]] = {}
    known = labels.words.under("desk.confidence.")
    for field in sorted(submission.answers, key=lambda field: _natural(field, labels)):
        answer = submission.answers[field]
        text = labels.value(field, answer.get("value"))
        note = answer.get("note") or ""
        if not text and not note:
            continue
        head = labels.head(field)
        group = found.setdefault(head, {"id": head, "title": labels.group(field), "fields": []})
        group["fields"].append({
            "field": field,
            "label": labels.part(field),
            "text": text,
            "note": note,
            "cites": list(answer.get("cites") or ()),
            "sure": known.get(f"desk.confidence.{answer.get('confidence')}", ""),
        })  # fmt: skip
    return list(found.values())


def passages(shown: dict[str, Any], labels: Labels) -> dict[str, dict[str, Any]]:
    """The text of every passage that the answer or the reference names, so that it is one click away."""
    wanted: dict[str, None] = {}
    for criterion in shown["criteria"]:
        for item in criterion["items"]:
            wanted.update(dict.fromkeys((*item["cites"], *item["rests"])))
    for group in shown["answer"]:
        for field in group["fields"]:
            wanted.update(dict.fromkeys(field["cites"]))
    quotes = {cite: labels.quote(cite) for cite in wanted}
    return {cite: {"label": q.label, "lines": list(q.lines)} for cite, q in quotes.items() if q is not None}


def _natural(field: str, labels: Labels) -> tuple[int, str, int, str]:
    """People in the board's order, then the order of the form."""
    head, _, rest = field.partition("/")
    if labels.exercise.method is not None:
        return 0, "", labels.order(field), rest
    people = labels.exercise.people
    place = people.index(head) if head in people else len(people)
    return place, head, labels.order(field), rest
