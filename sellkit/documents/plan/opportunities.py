"""What there is to win: the deals by stage with their assessments, and what may become a deal."""

from collections import defaultdict
from collections.abc import Iterator

from sellkit.documents.blocks import Block, Paragraph, table
from sellkit.documents.plan.source import Source
from sellkit.models.control.deal_control import DealControl
from sellkit.models.methods.checklist import ChecklistSheet
from sellkit.models.methods.head import US
from sellkit.models.methods.ladder import LadderSheet
from sellkit.models.methods.verdict import verdict
from sellkit.models.opportunity import Opportunity
from sellkit.models.plan.purchase import PurchasePlan
from sellkit.models.plan.sales_plan import PLAN_STAGES

ASSESSMENT = "methods/opportunity-assessment"


def blocks(source: Source) -> list[Block]:
    """Deals, what they add up to, possible deals, and what the assessment says of each deal that has one."""
    return [*_deals(source), *_possible(source), *_assessments(source)]


def _deals(source: Source) -> Iterator[Block]:
    speech = source.speech
    if not source.deals:
        return
    yield table(
        speech.say("documents.plan.deals"),
        speech.columns("deal", "worth", "stage", "control", "assessment", "next-decision"),
        tuple(_deal(source, deal) for deal in sorted(source.deals, key=_furthest_first)),
        frozenset({1}),
    )
    sums: dict[str, float] = defaultdict(float)
    for deal in source.deals:
        sums[deal.currency] += deal.value or 0
    total = speech.join(speech.amount(amount, currency) for currency, amount in sums.items() if amount)
    if total:
        yield Paragraph(speech.say("documents.plan.deals-total", total=total))


def _deal(source: Source, deal: Opportunity) -> tuple[str, ...]:
    speech = source.speech
    plan = deal.sheets["purchase"]
    on = deal.as_of
    decision = plan.next_decision(on) if isinstance(plan, PurchasePlan) and on else None
    when = f"{speech.day(decision.on)} {decision.label}" if decision else ""
    worth = speech.amount(deal.value, deal.currency)
    return (deal.label, worth, _stage(source, deal), _control(source, deal), _assessment(source, deal), when)


def _stage(source: Source, deal: Opportunity) -> str:
    """The stage that has evidence, and the one of the sales plan."""
    speech = source.speech
    ladder = deal.sheets.get("methods/ssm-stages")
    proved = ladder.stage if isinstance(ladder, LadderSheet) else None
    planned = deal.sales_plan.stage
    shown = speech.text(proved.name) if proved else ""
    return speech.join([source.words.level("plan-stage", planned) if planned else "", shown])


def _control(source: Source, deal: Opportunity) -> str:
    control = deal.sheets["control"]
    assert isinstance(control, DealControl)
    confirmed, claimed = str(control.confirmed), str(control.claimed)
    if not control.elements:
        return ""
    return (
        confirmed
        if confirmed == claimed
        else source.speech.say("documents.plan.claimed", confirmed=confirmed, claimed=claimed)
    )


def _assessment(source: Source, deal: Opportunity) -> str:
    sheet = deal.sheets.get(ASSESSMENT)
    if not isinstance(sheet, ChecklistSheet):
        return ""
    found = verdict(sheet)
    return source.words.say(f"boards.checklist.call.{found.call}", count=len(found.because))


def _possible(source: Source) -> Iterator[Block]:
    """What may become a deal: things that changed at the customer's, and what it does not buy from us yet."""
    speech, account = source.speech, source.account
    rows = []
    for trigger in account.triggers.triggers:
        if trigger.deal is None and (trigger.need.strip() or not trigger.taken_up):
            what = speech.mark(trigger.kind, speech.level("trigger-kind"))
            need = trigger.need.strip() or speech.say("documents.plan.need-open")
            rows.append((need, speech.listed([trigger.name, trigger.facts]), what, "", trigger.action))
    for space in account.post_sale.white_space:
        state = speech.mark(space.state, speech.level("white-space"))
        worth = speech.amount(space.potential, account.currency)
        rows.append((space.offer or space.id, space.unit, state, worth, ""))
    if rows:
        heads = speech.columns("possible", "seen-in", "kind", "worth", "action")
        yield table(speech.say("documents.plan.possible"), heads, tuple(rows), {3})


def _assessments(source: Source) -> Iterator[Block]:
    """Group by group, everybody's balance of answers in favour and against."""
    speech = source.speech
    for deal, sheet in source.of_deals(ASSESSMENT, ChecklistSheet):
        if sheet.marks:
            ours = [balance.ours for balance in sheet.balance(US)]
            theirs = [[balance.theirs for balance in sheet.balance(rival.id)] for rival in sheet.rivals]
            asked = (speech.text(group.asks) for group in sheet.method.groups)
            rows = [(ask, *map(_signed, row)) for ask, *row in zip(asked, ours, *theirs, strict=True)]
            heads = (*speech.columns("question", "us"), *(rival.name or rival.id for rival in sheet.rivals))
            yield table(speech.say("documents.plan.assessment-of", deal=deal.label), heads, rows, range(1, len(heads)))


def _signed(balance: int) -> str:
    return f"{balance:+d}".replace("-", "−") if balance else "0"


def _furthest_first(deal: Opportunity) -> tuple[int, float]:
    stage = deal.sales_plan.stage
    return (-PLAN_STAGES.index(stage) if stage else 1, -(deal.value or 0))
