"""Whom we know and who looks after them: person × owner on our side × next contact × aim × evidence of progress."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

from sellkit.documents.blocks import Block, Figure, Paragraph, table
from sellkit.documents.plan.source import Source
from sellkit.models.account.post_sale import PostSale
from sellkit.models.base import Judged
from sellkit.models.people.political_map import PoliticalMap
from sellkit.models.people.stakeholder import Action, People, Stakeholder

# Whoever makes things happen belongs in the plan, whether somebody has thought of them or not.
WEIGHTY = 3
# Marks by which the picture weighs a person and tells how close we are.
DRAWN = ("buying_roles", "influence", "circle", "contact_frequency")
PROGRESS = ("tendency", "attitude", "coverage", "stage", "trust", "direct_contact")


class _Ties(NamedTuple):
    """By person: what we will do about them, and who of ours keeps the contact."""

    actions: dict[str, list[Action]]
    owners: dict[str, str]


def blocks(source: Source) -> list[Block]:
    """Coverage plan, gaps in the six posts, how we fare after the sale, and the map of each deal."""
    return [*_plan(source), *_posts(source), *_after_the_sale(source), *_maps(source)]


def _plan(source: Source) -> Iterator[Block]:
    speech, ties = source.speech, _ties(source)
    people = {id: rows for id, rows in source.people.items() if id in ties.actions or any(map(_matters, rows))}
    rows = [
        row
        for id, found in sorted(people.items(), key=lambda each: _weight(each[1]))
        for row in _lines(source, id, found, ties)
    ]
    if rows:
        yield _picture(source, people, ties)
        heads = speech.columns("person", "stands", "our-owner", "next-contact", "aim", "progress")
        yield table(speech.say("documents.plan.coverage"), heads, tuple(rows))
    others = len(source.people) - len(people)
    if others:
        yield Paragraph(speech.say("documents.plan.others", count=others), quiet=True)


def _picture(source: Source, people: dict[str, list[Stakeholder]], ties: _Ties) -> Figure:
    """Everybody of the plan once, with the latest of each mark, and all that we will do about them."""
    merged = tuple(
        rows[0].changed(**{name: mark for name in DRAWN if (mark := _last(rows, name)).state != "blank"})
        for rows in people.values()
    )
    actions = tuple(action for id in people for action in ties.actions.get(id, []))
    return Figure("", "coverage-plan", People(people=merged, actions=actions), on=source.on)


def _ties(source: Source) -> _Ties:
    account = source.account
    actions: dict[str, list[Action]] = defaultdict(list)
    for action in chain(account.people.actions, *(deal.people.actions for deal in source.deals)):
        if action.what.strip() and action not in actions[action.person]:
            actions[action.person].append(action)
    owners: dict[str, str] = {}
    for person, ours in chain(
        ((contact.person, contact.ours) for contact in account.people.contacts),
        ((line.theirs, line.ours) for line in account.post_sale.lines),
    ):
        if ours.strip():
            owners.setdefault(person, ours)
    return _Ties(dict(actions), owners)


def _lines(source: Source, id: str, rows: list[Stakeholder], ties: _Ties) -> Iterator[tuple[str, ...]]:
    """One line for each thing that we will do about a person; one with gaps if there is none."""
    speech = source.speech
    title = next((row.title for row in rows if row.title), "")
    who = speech.say("documents.person", name=rows[0].label, title=title) if title else rows[0].label
    marks = speech.listed(speech.mark(_last(rows, scale), speech.level(scale)) for scale in ("attitude", "coverage"))
    progress, owner = _progress(source, rows), ties.owners.get(id, "")
    for action in ties.actions.get(id, [Action(person=id, what="")]):
        aim = speech.say("documents.plan.aim", what=action.what, why=action.why) if action.why.strip() else action.what
        nobody = speech.say("documents.nobody")
        yield (who, marks, action.owner or owner or nobody, _when(source, action.by), aim, progress)


def _when(source: Source, by: str) -> str:
    """The day of the next contact, and that it has passed."""
    if not by:
        return source.speech.say("documents.no-date")
    try:
        day = date.fromisoformat(by)
    except ValueError:
        return by
    late = source.on is not None and day < source.on
    return source.speech.say("documents.overdue", on=by) if late else by


def _progress(source: Source, rows: list[Stakeholder]) -> str:
    """The last thing somebody said or did that carries a mark on this person."""
    marks = [mark for row in rows for name in PROGRESS if (mark := getattr(row, name)).confirmed]
    if not marks:
        return source.speech.say("documents.plan.no-progress")
    last = max(marks, key=lambda mark: mark.on or date.min)
    seen = (
        source.speech.say("documents.seen", who=last.witness, on=last.on) if last.witness and last.on else last.witness
    )
    told = last.note or " ".join(last.cites)
    return f"{seen}{source.words.habits.colon}{told}" if seen and told else seen or told


def _last(rows: list[Stakeholder], name: str) -> Judged[Any]:
    """The latest mark on a person that is not blank."""
    marks: list[Judged[Any]] = [getattr(row, name) for row in rows if getattr(row, name).state != "blank"]
    return max(marks, key=lambda mark: mark.on or date.min, default=Judged[Any]())


def _matters(person: Stakeholder) -> bool:
    weighty = (person.influence.given or 0) >= WEIGHTY or person.circle.given in ("inner", "structure")
    return person.decides or weighty or "sponsor" in (person.functions.given or ())


def _weight(rows: list[Stakeholder]) -> tuple[int, int]:
    """The order of the plan: who decides first, then by influence."""
    return (-any(row.decides for row in rows), -max(row.influence.given or 0 for row in rows))


def _posts(source: Source) -> Iterator[Block]:
    speech, people = source.speech, source.account.people
    if not people.contacts:
        return
    rows = []
    for gap in people.gaps():
        open = speech.people((*gap.junior, *gap.claimed, *gap.not_met))
        missing = (
            speech.say("documents.plan.missing", count=gap.missing)
            if gap.missing
            else speech.say("documents.plan.enough")
        )
        rows.append((source.words.level("contact-post", gap.post), speech.people(gap.contacts), open, missing))
    yield table(
        speech.say("documents.plan.posts"), speech.columns("post", "contacts", "not-counted", "standard"), tuple(rows)
    )


def _after_the_sale(source: Source) -> Iterator[Block]:
    speech, post_sale = source.speech, source.sheet("post-sale", PostSale)
    if post_sale is None or not post_sale.begun:
        return
    health = post_sale.health
    review = speech.day(post_sale.review_due)
    facts = source.facts(
        speech.say("documents.plan.after-sale"),
        ("health", source.words.level("account-health", health.level) if health.level else ""),
        ("lines", str(post_sale.independent())),
        ("silent", speech.people(post_sale.silent_sponsors())),
        ("review-due", speech.say("documents.overdue", on=review) if post_sale.review_overdue else review),
    )
    if facts:
        yield facts


def _maps(source: Source) -> Iterator[Block]:
    for deal, people in source.of_deals("people", PoliticalMap):
        if any(person.tendency.known for person in people.people):
            yield Figure(source.speech.say("documents.plan.map-of", deal=deal.label), "political-map", people)
