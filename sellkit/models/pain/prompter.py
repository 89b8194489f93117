"""M34: what a seller takes into a call about one pain: why it hurts, whom else it touches, what would help."""

from pydantic import Field

from sellkit.models.base import Id, Judged, PersonId, Record, Rows
from sellkit.models.pain.pain_chain import PainChain, Statement
from sellkit.models.pain.pain_chain import Reason as ChainReason

ENOUGH_REASONS = 3


class PrompterLine(Record):
    """One reason with its impact and the capability that answers it: reason, impact and capability k belong together.

    reason           why it hurts ("is it because …?"); chain_reason: the id of this reason in the owner's pain chain
    today            how it is done today, with a figure if there is one
    impact           what that leads to; touched: the people who feel it as well
    when, who, what  the capability: on which occasion, who could do what ("if … could …, would that help?")
    """

    id: Id
    reason: Judged[Statement] = Field(default_factory=Judged[Statement])
    chain_reason: Id | None = None
    today: str = ""
    impact: str = ""
    touched: tuple[PersonId, ...] = ()
    when: str = ""
    who: str = ""
    what: str = ""

    @property
    def capability(self) -> dict[str, str]:
        """The three parts of the capability by name, also the blank ones."""
        return {"when": self.when.strip(), "who": self.who.strip(), "what": self.what.strip()}

    @property
    def complete(self) -> bool:
        """Reason, impact, somebody touched, and all of the capability."""
        return bool(self.reason.known and self.impact.strip() and self.touched and all(self.capability.values()))


class Alignment(Record):
    """Where a prompter and a pain chain disagree; all empty when they agree.

    not_above     (line, person): said to be touched, but not above the owner in the chain
    not_reasons   lines whose reason is none of the reasons of the owner's pain
    not_asked     people above the owner about whom no line asks, nearest first
    reasons_left  the owner's reasons in the chain that no line takes up
    other_pain    the prompter is about another pain than the owner's in the chain
    no_node       the owner has no pain in the chain, so nothing can be compared
    """

    not_above: tuple[tuple[Id, Id], ...] = ()
    not_reasons: tuple[Id, ...] = ()
    not_asked: tuple[Id, ...] = ()
    reasons_left: tuple[Id, ...] = ()
    other_pain: bool = False
    no_node: bool = False

    @property
    def agrees(self) -> bool:
        return self == Alignment()


class Prompter(Record):
    """Pain diagnosis prompter (疼痛诊断提示): one pain, its owner, our offer, and at least three lines.

    owner  whose pain it is; pain: what hurts, the same statement as in the pain chain
    offer  what we would sell; it stands on the sheet for us and is not spoken of in the call
    Raises ValueError for two lines with one id. Source: the diagnosis sheets of the solution-selling school (Bosworth);
    fields and rules as this course teaches them.
    """

    owner: PersonId | None = None
    pain: Judged[Statement] = Field(default_factory=Judged[Statement])
    offer: str = ""
    lines: Rows[PrompterLine] = ()

    @property
    def touched(self) -> tuple[str, ...]:
        """Everybody about whom a line asks, each once, in the order of the lines."""
        return tuple(dict.fromkeys(person for line in self.lines for person in line.touched))

    def against(self, chain: PainChain) -> Alignment:
        """Compare with the pain chain: reasons are the owner's reasons there, and an impact is felt above."""
        if self.owner is None:
            return Alignment()
        node = chain.by_person.get(self.owner)
        if node is None:
            return Alignment(no_node=True)
        above = chain.impact(self.owner)
        meant = {line.id: _meant(line, node.reasons) for line in self.lines if line.reason.known or line.chain_reason}
        pain, felt = self.pain.given, node.pain.given
        return Alignment(
            not_above=tuple((line.id, who) for line in self.lines for who in line.touched if who not in above),
            not_reasons=tuple(line for line, reason in meant.items() if reason is None),
            not_asked=tuple(person for person in above if person != self.owner and person not in self.touched),
            reasons_left=tuple(r.id for r in node.reasons if r.statement.known and r.id not in meant.values()),
            other_pain=pain is not None and felt is not None and not pain.same_as(felt),
        )


def _meant(line: PrompterLine, reasons: tuple[ChainReason, ...]) -> str | None:
    """The reason in the chain that a line is about: the one it names, else the one that says the same."""
    said = line.reason.given
    for reason in reasons:
        known = reason.statement.given
        if reason.id == line.chain_reason:
            return reason.id
        if line.chain_reason is None and said is not None and known is not None and said.same_as(known):
            return reason.id
    return None
