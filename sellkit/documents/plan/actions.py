"""Who does what by when, what is late, who carries how much, and what we can bring to bear."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from sellkit.documents.blocks import Block, Figure, Paragraph, table
from sellkit.documents.plan.source import Source
from sellkit.models.methods.head import US
from sellkit.models.opportunity import Opportunity
from sellkit.models.plan.sales_plan import SalesPlan

# Fewer pieces of work are read faster in the table than in a picture.
DRAWN_FROM = 4


class _Task(NamedTuple):
    """A piece of work, from whichever sheet: what, for which deal, who, by when, done on."""

    what: str
    deal: str
    owner: str
    by: date | None
    done: date | None = None

    def late(self, on: date | None) -> bool:
        return on is not None and self.by is not None and self.by < on

    def done_by(self, on: date | None) -> bool:
        return self.done is not None and (on is None or self.done <= on)


def blocks(source: Source) -> list[Block]:
    """Open work, the late first; what each of us carries; resources; red flags; the plan of each deal."""
    tasks = [task for task in _tasks(source) if task.what.strip()]
    open = [task for task in tasks if not task.done_by(source.on)]
    found = [*_work(source, open, len(tasks) - len(open)), *_loads(source, open)]
    return [*found, *_resources(source), *_flags(source), *_plans(source)]


def _tasks(source: Source) -> Iterator[_Task]:
    for trigger in source.account.triggers.triggers:
        yield _Task(trigger.action, "", "", trigger.by)
    for deal in source.deals:
        yield from _of_deal(deal)


def _of_deal(deal: Opportunity) -> Iterator[_Task]:
    plan = deal.sales_plan
    for item in plan.work:
        yield _Task(item.what, deal.label, " ".join(item.owner.split()), item.due, item.done)
    for action in deal.competition.actions:
        if action.plan_action not in plan.by_id:  # the plan says it already
            yield _Task(action.what, deal.label, " ".join(action.owner.split()), action.by)


def _work(source: Source, open: list[_Task], done: int) -> Iterator[Block]:
    speech = source.speech
    if open:
        ordered = sorted(open, key=lambda task: (task.by is None, task.by or date.max))
        rows = tuple(
            (task.what, task.deal, task.owner or speech.say("documents.nobody"), _when(source, task))
            for task in ordered
        )
        yield table(speech.say("documents.plan.work"), speech.columns("what", "deal", "who", "due"), rows)
    if done:
        yield Paragraph(speech.say("documents.plan.done", count=done), quiet=True)


def _when(source: Source, task: _Task) -> str:
    day = source.speech.day(task.by)
    if not day:
        return source.speech.say("documents.no-date")
    return source.speech.say("documents.overdue", on=day) if task.late(source.on) else day


def _loads(source: Source, open: list[_Task]) -> Iterator[Block]:
    """Everybody who carries open work, and who is in a team and carries none."""
    speech, held = source.speech, defaultdict[str, list[_Task]](list)
    for task in open:
        held[task.owner].append(task)
    teams = [source.account.profile.team, *(deal.sales_plan.team for deal in source.deals)]
    for name in dict.fromkeys(name for team in teams for name in team if name.strip()):
        held[name]  # a team member without work has a row too
    rows = tuple(
        (owner or speech.say("documents.nobody"), str(len(tasks)), str(sum(task.late(source.on) for task in tasks)))
        for owner, tasks in sorted(held.items(), key=lambda each: (-len(each[1]), each[0]))
    )
    if rows:
        yield table(speech.say("documents.plan.loads"), speech.columns("who", "open", "late"), rows, {1, 2})


def _resources(source: Source) -> Iterator[Block]:
    speech = source.speech
    rows = []
    for deal in source.deals:
        for resource in deal.competition.resources_of(US):
            ready = speech.say(
                "documents.plan.ready" if resource.ready else "documents.plan.not-ready", first=resource.precondition
            )
            chance = speech.mark(resource.chance, speech.level("chance"))
            moves = speech.mark(resource.effect, speech.level("effect"))
            rows.append(
                (resource.what or resource.id, speech.person(resource.through), resource.aim, chance, moves, ready)
            )
    if rows:
        heads = speech.columns("resource", "through", "aim", "chance", "effect", "ready")
        yield table(speech.say("documents.plan.resources"), heads, tuple(rows))


def _flags(source: Source) -> Iterator[Block]:
    speech = source.speech
    rows = [
        (flag.what, deal.label, flag.strength or flag.action, flag.owner)
        for deal in source.deals
        for flag in deal.people.red_flags
        if flag.what.strip()
    ]
    if rows:
        heads = speech.columns("flag", "deal", "against-it", "who")
        yield table(speech.say("documents.plan.flags"), heads, tuple(rows))


def _plans(source: Source) -> Iterator[Block]:
    for deal, plan in source.of_deals("sales-plan", SalesPlan):
        if len(plan.work) >= DRAWN_FROM:
            yield Figure(source.speech.say("documents.plan.plan-of", deal=deal.label), "sales-plan", plan)
