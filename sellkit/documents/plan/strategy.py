"""Where the customer wants to go and by which work; where we want to go with it, and whether that fills our gap."""

from collections.abc import Iterator
from functools import partial

from sellkit.documents.blocks import Block, Figure, Paragraph, table
from sellkit.documents.plan.source import Source
from sellkit.models.methods.grid import GridSheet
from sellkit.models.methods.ladder import LadderSheet
from sellkit.models.portfolio.growth import GrowthPlan
from sellkit.models.portfolio.strategy_fit import Arrow, CustomerStrategy, arrow


def blocks(source: Source) -> list[Block]:
    """The customer's strategy, first; ours behind it."""
    return [*_theirs(source), *_ours(source)]


def _theirs(source: Source) -> Iterator[Block]:
    speech, profile = source.speech, source.account.profile
    said = source.facts(speech.say("documents.plan.their-strategy"), ("strategy", speech.mark(profile.strategy)))
    if said:
        yield said
    alignment = source.sheet("methods/strategic-alignment", GridSheet)
    way = arrow(alignment, source.on) if alignment else None
    if alignment and way:
        yield Paragraph(_arrow(source, alignment, way))
    yield from _pictures(source, alignment)
    yield from _initiatives(source, way)


def _pictures(source: Source, alignment: GridSheet | None) -> Iterator[Figure]:
    """Alignment and initiatives in one picture, or whichever of them there is. They have titles of their own."""
    tactics = source.sheet("methods/tactical-initiatives", GridSheet)
    held = [sheet for sheet in (alignment, tactics) if sheet and sheet.placements]
    try:
        both = CustomerStrategy(alignment=held[0], tactics=held[1], as_of=source.on) if len(held) > 1 else None
    except ValueError:  # a house method of the same name with other axes
        both = None
    if both is not None:
        yield Figure("", "strategy", both)
    else:
        yield from (Figure("", "grid", sheet, source.speech.names) for sheet in held)


def _arrow(source: Source, sheet: GridSheet, way: Arrow) -> str:
    speech = source.speech
    now, wanted = (sheet.region(place) for place in (way.now, way.wanted))
    if now is None or wanted is None:
        return speech.say("documents.plan.arrow-open")
    key = "documents.plan.arrow-unconfirmed" if way.open else "documents.plan.arrow"
    by = speech.day(way.wanted.on) or speech.say("documents.no-date")
    return speech.say(key, now=speech.text(now.name), wanted=speech.text(wanted.name), by=by)


def _initiatives(source: Source, way: Arrow | None) -> Iterator[Block]:
    """Every initiative once, whichever deals rest on it."""
    speech = source.speech
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for deal in source.deals:
        for row in deal.initiatives.started:
            fits = way is not None and not way.open and row.kind.confirmed and row.kind.given
            leads = deal.initiatives.leading.given == row.id
            if (row.result, row.work) not in found or leads:
                found[row.result, row.work] = (
                    row.result,
                    row.work,
                    speech.mark(row.kind, speech.level("initiative-class")),
                    speech.mark(row.owner, speech.person),
                    speech.say(f"documents.arrow.{way.fit(row.kind.given)}") if fits and way and row.kind.given else "",
                    speech.say("documents.plan.leads", deal=deal.label) if leads else "",
                )
    if found:
        heads = speech.columns("result", "work", "class", "initiative-owner", "on-arrow", "leading")
        yield table(speech.say("documents.plan.initiatives"), heads, tuple(found.values()))


def _ours(source: Source) -> Iterator[Block]:
    speech, account, growth = source.speech, source.account, source.sheet("growth", GrowthPlan)
    kind = source.sheet("methods/relationship-kind", LadderSheet)
    ahead = kind.next if kind else None
    facts = source.facts(
        speech.say("documents.plan.our-strategy"),
        ("grade-says", speech.text(account.grade.next) if account.grade else ""),
        ("next-relationship", speech.text(ahead.name) if ahead else ""),
        ("target", speech.amount(growth.target, growth.counted_in) if growth else ""),
        ("gap", speech.amount(growth.gap, growth.counted_in) if growth else ""),
        ("filled", speech.amount(growth.filled, growth.counted_in) if growth and growth.sources else ""),
        ("uncovered", speech.amount(growth.uncovered, growth.counted_in) if growth else ""),
    )
    if facts:
        yield facts
    if growth and growth.sources:
        yield Figure("", "growth", growth)
        rows = tuple(
            (
                source.words.level("growth-sources", row.kind) if row.kind else "",
                row.label,
                speech.mark(row.amount, partial(speech.amount, currency=row.currency or growth.counted_in)),
                row.owner,
            )
            for row in growth.sources
        )
        heads = speech.columns("kind", "source", "worth", "our-owner")
        yield table(speech.say("documents.plan.growth"), heads, rows, {2})
