"""M33: whose pain is the reason of whose. A directed graph from the person who would use our capability to the top."""

from typing import Literal, Self

from pydantic import Field, model_validator

from sellkit.models.base import Id, Judged, Record
from sellkit.models.stakeholder import PersonRef

LEAF: Literal["leaf"] = "leaf"


class Statement(Record):
    """A sentence from the exercise's bank, or the trainee's own words; exactly one of the two."""

    bank: Id | None = None
    text: str = Field(default="", max_length=2000)

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if bool(self.bank) == bool(self.text.strip()):
            raise ValueError("give either a statement from the bank or your own words")
        return self

    def same_as(self, other: "Statement") -> bool:
        """The same sentence: the same id, or the same words but for case and spaces."""
        if self.bank or other.bank:
            return self.bank == other.bank
        return "".join(self.text.split()).casefold() == "".join(other.text.split()).casefold()


class Reason(Record):
    """Why somebody has their pain.

    owner       the person whose pain this reason is, or "leaf": nobody's, our capability removes it
    loss        money a year that this link costs, in the case's currency, if known
    capability  what of ours would remove it, in the customer's terms
    """

    id: Id
    statement: Judged[Statement] = Field(default_factory=Judged[Statement])
    owner: Judged[str] = Field(default_factory=Judged[str])
    loss: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    capability: str = ""

    @property
    def passed_to(self) -> str | None:
        """The person below whose pain this reason is; None for a leaf, a blank and an unknown."""
        return None if self.owner.given == LEAF else self.owner.given

    @property
    def is_leaf(self) -> bool:
        return self.owner.given == LEAF


class PainNode(Record):
    """One person's pain and its reasons."""

    person: Id
    pain: Judged[Statement] = Field(default_factory=Judged[Statement])
    reasons: tuple[Reason, ...] = ()


class Diagnosis(Record):
    """R, I, C of one pain: why (`reasons`), whom it touches above (`impact`), and, per reason id, the leaf reasons
    that our capabilities must remove (`leaves`, as pairs of person and reason id)."""

    person: Id
    reasons: tuple[Reason, ...]
    impact: tuple[Id, ...]
    leaves: dict[str, tuple[tuple[str, str], ...]]


class PainChain(Record):
    """Pain chain (疼痛链). `people` are those whom the exercise lists; a person may still have no node."""

    people: tuple[PersonRef, ...] = ()
    nodes: tuple[PainNode, ...] = ()

    @model_validator(mode="after")
    def _one_record_per_id(self) -> Self:
        for kind, ids in (("people", [p.id for p in self.people]), ("nodes", [n.person for n in self.nodes])):
            if len(set(ids)) < len(ids):
                raise ValueError(f"two {kind} have the same id")
        return self
