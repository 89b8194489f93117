"""Who else wants the business, how the customer sees us all, and how we win."""

from collections.abc import Iterator

from sellkit.documents.blocks import Block, Facts, Table, table
from sellkit.documents.plan.source import Source
from sellkit.models.methods.head import US
from sellkit.models.opportunity import Opportunity
from sellkit.models.plan.competition import Rival


def blocks(source: Source) -> list[Block]:
    """Deal by deal: the way to win, the rivals, and what the choice turns on."""
    found: list[Block] = []
    for deal in source.deals:
        found += [*_way(source, deal), *_rivals(source, deal), *_factors(source, deal)]
    return found


def _way(source: Source, deal: Opportunity) -> Iterator[Facts]:
    speech, sheet = source.speech, deal.competition
    strengths = [row.text for row in sheet.swot_of(US) if row.kind == "strength" and row.text.strip()]
    weaknesses = [row.text for row in sheet.swot_of(US) if row.kind == "weakness" and row.text.strip()]
    facts = source.facts(
        speech.say("documents.plan.win-of", deal=deal.label),
        ("our-way", source.words.level("competitive-strategy", sheet.strategy) if sheet.strategy else ""),
        ("criterion", sheet.criterion),
        ("backer", speech.person(sheet.backer)),
        ("part", sheet.part),
        ("strengths", speech.listed(strengths)),
        ("weaknesses", speech.listed(weaknesses)),
        ("next-round", sheet.next_round),
    )
    if facts:
        yield facts


def _rivals(source: Source, deal: Opportunity) -> Iterator[Table]:
    speech = source.speech
    if deal.competition.rivals:
        heads = speech.columns("rival", "superiority", "strengths", "weaknesses", "expected", "answer")
        rows = tuple(_rival(source, deal, rival) for rival in deal.competition.rivals)
        yield table(speech.say("documents.plan.rivals-of", deal=deal.label), heads, rows)


def _rival(source: Source, deal: Opportunity, rival: Rival) -> tuple[str, ...]:
    speech, sheet = source.speech, deal.competition
    seen = {kind: speech.listed(row.text for row in sheet.swot_of(rival.id) if row.kind == kind) for kind in _KINDS}
    moves = sheet.moves_of(rival.id)
    return (
        rival.name or rival.id,
        speech.mark(rival.superiority, lambda ratio: speech.say("documents.plan.ratio", ratio=f"{ratio:g}")),
        seen["strength"],
        seen["weakness"],
        speech.listed(move.what for move in moves),
        speech.listed(move.answer for move in moves),
    )


_KINDS = ("strength", "weakness")


def _factors(source: Source, deal: Opportunity) -> Iterator[Table]:
    """What the choice turns on, the weightiest first, and how each party stands on it."""
    speech, sheet = source.speech, deal.success_factors
    if sheet.current is None or not sheet.current.factors:
        return
    heads = (*speech.columns("factor", "weight", "us"), *(rival.name or rival.id for rival in sheet.rivals))
    rows = tuple(
        (
            factor.label,
            "" if factor.weight is None else f"{factor.weight:g} %",
            *(speech.mark(factor.standing(party)) for party in sheet.parties),
        )
        for factor in sorted(sheet.current.factors, key=lambda factor: -(factor.weight or 0))
    )
    amounts = frozenset(range(1, len(heads)))
    yield table(speech.say("documents.plan.factors-of", deal=deal.label), heads, rows, amounts)
