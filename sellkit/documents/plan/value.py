"""Why the customer should act and why with us, and in which order the value arrives."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from sellkit.documents.blocks import Block, Figure, table
from sellkit.documents.plan.source import Source
from sellkit.models.opportunity import Opportunity
from sellkit.models.pain.pain_chain import PainNode, Reason
from sellkit.models.portfolio.strengths import StrengthMatrix


def blocks(source: Source) -> list[Block]:
    """What forces action, from pain to capability, unique values, and the road map."""
    found: list[Block] = []
    for deal in source.deals:
        found += [*_reason(source, deal)]
    return [*found, *_capabilities(source), *_values(source), *_road_map(source), *_strengths(source)]


def _reason(source: Source, deal: Opportunity) -> Iterator[Block]:
    speech, reason = source.speech, deal.why.reason
    effect = speech.mark(reason.effect, lambda number: speech.amount(number, reason.unit))
    facts = source.facts(
        speech.say("documents.plan.reason-of", deal=deal.label),
        ("forces", speech.mark(reason.forces)),
        ("by", speech.day(reason.by)),
        ("delay", reason.delay),
        ("gain", reason.gain),
        ("effect", effect),
        ("said-by", speech.person(reason.said_by)),
    )
    if facts:
        yield facts


def _capabilities(source: Source) -> Iterator[Block]:
    """From whose pain, by which reason, to what we bring against it."""
    speech = source.speech
    rows = []
    for deal in source.deals:
        for node in deal.pain_chain.nodes:
            rows += [_capability(source, deal, node, reason) for reason in node.reasons if reason.capability.strip()]
    if rows:
        heads = speech.columns("whose-pain", "pain", "reason", "capability", "loss")
        yield table(speech.say("documents.plan.capabilities"), heads, tuple(rows), {4})


def _capability(source: Source, deal: Opportunity, node: PainNode, reason: Reason) -> tuple[str, ...]:
    speech = source.speech
    pain = speech.mark(node.pain, lambda statement: statement.text)
    because = speech.mark(reason.statement, lambda statement: statement.text)
    return (speech.person(node.person), pain, because, reason.capability, speech.amount(reason.loss, deal.currency))


def _values(source: Source) -> Iterator[Block]:
    speech = source.speech
    rows = []
    for deal in source.deals:
        for value in deal.why.values:
            against = speech.listed(f"{each.rival}{source.words.habits.colon}{each.text}" for each in value.differences)
            said = speech.person(value.said_by)
            quote = f"{said}{source.words.habits.colon}{value.quote}" if said and value.quote else said or value.quote
            agreed = speech.mark(value.agreed, speech.yes_no)
            rows.append((value.value or value.id, value.measure, quote, agreed, against))
    if rows:
        heads = speech.columns("value", "measure", "their-words", "agreed", "against-rivals")
        yield table(speech.say("documents.plan.values"), heads, tuple(rows))


class _Step(NamedTuple):
    """One step of the road map: when, what the customer gets, how it is measured, and where it comes from."""

    on: date | None
    value: str
    measure: str
    comes_from: str


def _road_map(source: Source) -> Iterator[Block]:
    """What was delivered and judged, then what each deal brings once it is awarded, by day; undated steps come last."""
    speech, steps = source.speech, []
    for review in source.account.post_sale.reviews:
        met = speech.mark(review.value, speech.level("value-met"))
        steps.append(_Step(review.on, review.delivered or review.promised, met, speech.say("documents.plan.review")))
    for deal in source.deals:
        award = deal.purchase.award
        for value in deal.why.values:
            day = (award.on if award else None) or deal.why.reason.by
            steps.append(_Step(day, value.value or value.id, value.measure, deal.label))
        if deal.competition.expansion.strip():
            steps.append(_Step(None, deal.competition.expansion, "", deal.label))
    if steps:
        steps.sort(key=lambda step: step.on or date.max)
        rows = tuple((speech.day(step.on) or speech.say("documents.no-date"), *step[1:]) for step in steps)
        yield table(
            speech.say("documents.plan.road-map"), speech.columns("when", "value", "measure", "comes-from"), rows
        )


def _strengths(source: Source) -> Iterator[Block]:
    """Need by need, whether we lead or trail with all our units together."""
    speech, matrix = source.speech, source.sheet("strengths", StrengthMatrix)
    if matrix is None or not matrix.needs:
        return
    rivals = {rival.id: rival.label for rival in matrix.rivals}
    rows = tuple(
        (
            found.need.label,
            "+" * found.ours or "0",
            "" if found.theirs is None else "+" * found.theirs or "0",
            rivals.get(found.rival or "", ""),
            speech.say(f"documents.standing.{found.standing}"),
        )
        for found in matrix.standings()
    )
    heads = speech.columns("need", "ours", "theirs", "best-rival", "result-for-us")
    yield table(speech.say("documents.plan.strengths"), heads, rows)
    yield Figure("", "strengths", matrix)
