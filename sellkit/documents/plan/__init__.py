"""M21: the account plan, put together from the sheets of an account and of its deals."""

from collections.abc import Callable

from sellkit.documents.blocks import Block, Document, Fact, Section
from sellkit.documents.plan import (
    actions,
    competition,
    coverage,
    funnel,
    mutual,
    opportunities,
    profile,
    readiness,
    strategy,
    technology,
    value,
)
from sellkit.documents.plan.remarks import remarks_on
from sellkit.documents.plan.source import Source
from sellkit.models.account.account import Account
from sellkit.training.words import Words

# In the order in which a plan is read aloud: who they are, what there is to win, with whom, why, how, by when; and
# whether we can carry it.
SECTIONS: dict[str, Callable[[Source], list[Block]]] = {
    "profile": profile.blocks,
    "opportunities": opportunities.blocks,
    "funnel": funnel.blocks,
    "coverage": coverage.blocks,
    "strategy": strategy.blocks,
    "value": value.blocks,
    "competition": competition.blocks,
    "technology": technology.blocks,
    "actions": actions.blocks,
    "mutual": mutual.blocks,
    "readiness": readiness.blocks,
}


def account_plan(account: Account, language: str) -> Document:
    """Account plan (大客户规划): what we know of a customer, what there is to win, and who does what about it.

    It speaks of the account's own day; without one nothing is overdue. Nothing is computed for it that the sheets do
    not say. Raises WordMissing for a language that we do not speak.
    Source: account planning as taught in solution-selling and key-account courses; the order of sections is ours.
    """
    source = Source(account, Words(language))
    told = remarks_on(source)
    say = source.speech.say
    sections = []
    for id, blocks_of in SECTIONS.items():
        blocks = blocks_of(source)
        if blocks and id in told:
            blocks.append(told[id])
        texts = {part: say(f"documents.plan.{id}.{part}") for part in ("title", "lead", "empty")}
        sections.append(Section(id=id, blocks=tuple(blocks), **texts))
    facts = [
        Fact(say("documents.fact.owner"), account.profile.owner),
        Fact(say("documents.fact.as-of"), source.speech.day(account.as_of)),
        Fact(say("documents.fact.version"), account.version),
        Fact(say("documents.fact.deals"), str(len(account.opportunities))),
    ]
    return Document(
        language=language,
        over=say("documents.plan.title"),
        title=account.label,
        facts=tuple(fact for fact in facts if fact.text),
        sections=tuple(sections),
    )
