"""Who the customer is: what we know of the company, and how complete that is."""

from collections.abc import Iterator

from sellkit.documents.blocks import Block, Paragraph, table
from sellkit.documents.plan.source import Source
from sellkit.models.account.control_mode import ControlMode
from sellkit.models.account.life_cycle import LifeCycle
from sellkit.models.account.profile import AccountProfile
from sellkit.models.methods.ladder import LadderSheet


def blocks(source: Source) -> list[Block]:
    """Standing with us, the company, its results, departments and projects, and what is still missing."""
    known = [block for block in (_standing(source), _company(source), *_lists(source)) if block is not None]
    return [*known, *_completeness(source)] if known else []


def _standing(source: Source) -> Block | None:
    speech, account = source.speech, source.account
    cycle = source.sheet("life-cycle", LifeCycle)
    grade, state = account.grade, cycle.claimed if cycle else None
    kind = source.sheet("methods/relationship-kind", LadderSheet)
    rung = kind.stage if kind else None
    return source.facts(
        speech.say("documents.plan.standing"),
        ("grade", speech.text(grade.name) if grade else ""),
        ("relationship", speech.text(rung.name) if rung else ""),
        ("life-cycle", speech.mark(state.state, speech.level("life-cycle")) if state else ""),
        ("team", speech.join(account.profile.team)),
        ("coaches", speech.people(account.profile.coaches)),
    )


def _company(source: Source) -> Block | None:
    speech, profile = source.speech, source.account.profile
    money = profile.currency or source.account.currency
    return source.facts(
        speech.say("documents.plan.company"),
        ("ownership", speech.mark(profile.ownership)),
        ("owners", speech.join(_owner(each.name or each.id, each.share) for each in profile.owners)),
        ("capital", speech.mark(profile.registered_capital, lambda amount: speech.amount(amount, money))),
        ("listed", speech.mark(profile.listed, speech.yes_no)),
        ("headcount", speech.mark(profile.headcount, speech.amount)),
        ("background", speech.mark(profile.background)),
        ("culture", speech.mark(profile.culture)),
        ("control-mode", _control(source)),
        ("notes", profile.notes),
    )


def _owner(name: str, share: float | None) -> str:
    return name if share is None else f"{name} {share:g} %"


def _control(source: Source) -> str:
    """The mode that evidence shows, else the claimed one; with it where decisions fall."""
    speech, profile = source.speech, source.account.profile
    shown: ControlMode | None = profile.control.mode
    if shown is None:
        return speech.mark(profile.control_mode, speech.level("control-mode"))
    level = next(level for level in source.words.scale("control-mode") if level["id"] == shown)
    return f"{level['name']}{source.words.habits.colon}{level['texts']['decides']}"


def _lists(source: Source) -> Iterator[Block]:
    speech, profile = source.speech, source.account.profile
    money = profile.currency or source.account.currency

    if profile.years:
        rows = []
        for row in sorted(profile.years, key=lambda row: row.year or 0):
            figures = (speech.mark(mark, speech.amount) for mark in (row.sales, row.profit))
            rows.append((str(row.year or ""), *figures, row.currency or money))
        heads = speech.columns("year", "sales", "profit", "currency")
        yield table(speech.say("documents.plan.results"), heads, tuple(rows), {1, 2})
    if profile.departments:
        yield table(
            speech.say("documents.plan.departments"),
            speech.columns("department", "head", "duties", "contact", "standing"),
            tuple(
                (
                    row.name or row.id,
                    speech.person(row.head),
                    row.duties,
                    speech.mark(row.contact_frequency, speech.level("contact-frequency")),
                    speech.mark(row.standing, speech.level("attitude")),
                )
                for row in profile.departments
            ),
        )
    if profile.projects:
        yield table(
            speech.say("documents.plan.projects"),
            speech.columns("project", "region", "product-class", "phase", "opens"),
            tuple(
                (row.name or row.id, row.region, row.product_class, row.phase, speech.day(row.opens_on))
                for row in profile.projects
            ),
        )


def _completeness(source: Source) -> Iterator[Block]:
    profile: AccountProfile = source.account.profile
    open = [block for block in profile.blocks if not block.complete]
    if open:
        speech = source.speech
        blocks = speech.join(
            speech.say(
                "documents.plan.block",
                block=speech.say(f"documents.block.{each.id}"),
                filled=each.filled,
                asked=each.asked,
            )
            for each in open
        )
        yield Paragraph(speech.say("documents.plan.incomplete", blocks=blocks), quiet=True)
