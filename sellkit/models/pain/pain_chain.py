"""M33: whose pain is the reason of whose. A directed graph from the person who would use our capability to the top."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from sellkit.models.base import Id, Judged, PersonId, Record, Rows
from sellkit.models.people.stakeholder import PersonRef

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

    @cached_property
    def wording(self) -> str:
        """What makes two statements the same: the id, or the words but for case and spaces."""
        return f"bank {self.bank}" if self.bank else "".join(self.text.split()).casefold()

    def same_as(self, other: "Statement") -> bool:
        """The same sentence; own words are never taken for one from the bank."""
        return self.wording == other.wording


class Reason(Record):
    """Why somebody has their pain.

    owner       the person whose pain this reason is, or "leaf": nobody's, our capability removes it
    loss        money a year that this link costs, in the case's currency, if known
    capability  what of ours would remove it, in the customer's terms
    """

    PLACES: ClassVar[Mapping[str, str]] = {"statement": ""}

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

    KEYS: ClassVar[frozenset[str]] = frozenset({"person"})

    person: PersonId
    pain: Judged[Statement] = Field(default_factory=Judged[Statement])
    reasons: Rows[Reason] = ()


class Link(Record):
    """`below`'s pain is the reason `reason` of `above`'s pain."""

    below: Id
    above: Id
    reason: Id


class Diagnosis(Record):
    """R, I, C of one pain: its reasons, the people above whom it touches (nearest first), and, per reason id, the leaf
    reasons that our capabilities have to remove, each as (person, reason id)."""

    person: Id
    reasons: tuple[Reason, ...]
    impact: tuple[Id, ...]
    capabilities: dict[Id, tuple[tuple[Id, Id], ...]]


class PainChain(Record):
    """Pain chain (疼痛链). `people` are those whom the exercise lists; a person may still have no node.

    A chain in the making may hold circles and owners who do not exist: the computations walk round them, and the checks
    report them. Source: the solution-selling school (Bosworth); rules and computations as this course teaches them.
    """

    MAIN: ClassVar[str] = "nodes"

    people: Rows[PersonRef] = ()
    nodes: Rows[PainNode] = ()

    @cached_property
    def by_person(self) -> Mapping[str, PainNode]:
        """The node of each person who has one."""
        return {node.person: node for node in self.nodes}

    @cached_property
    def people_by_id(self) -> Mapping[str, PersonRef]:
        """Everybody by id."""
        return {person.id: person for person in self.people}

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All edges between people, also those to people who do not exist."""
        return tuple(
            Link(below=reason.passed_to, above=node.person, reason=reason.id)
            for node in self.nodes
            for reason in node.reasons
            if reason.passed_to is not None
        )

    @property
    def tops(self) -> tuple[PersonRef, ...]:
        """The people who report to nobody in this chain."""
        ids = {person.id for person in self.people}
        return tuple(person for person in self.people if person.reports_to not in ids)

    @property
    def without_pain(self) -> tuple[PersonRef, ...]:
        """People whose pain is blank or unknown."""
        hurt = {node.person for node in self.nodes if node.pain.known}
        return tuple(person for person in self.people if person.id not in hurt)

    @property
    def unowned(self) -> tuple[tuple[PainNode, Reason], ...]:
        """Reasons that are stated but neither passed to a person nor marked as leaf."""
        return tuple(
            (node, reason)
            for node in self.nodes
            for reason in node.reasons
            if reason.statement.known and not reason.owner.known
        )

    def impact(self, person: str) -> tuple[str, ...]:
        """Whom this person's pain touches upward, nearest first: the reach of the pain."""
        return self._walk(person, self._above)

    def causes(self, person: str) -> tuple[str, ...]:
        """Whose pains lie beneath this person's pain, nearest first."""
        return self._walk(person, self._below)

    @property
    def circular(self) -> frozenset[str]:
        """The people whose pain ends up being a reason of itself."""
        return frozenset(person for person in self._above if person in self.impact(person))

    def paths(self) -> Iterator[tuple[str, ...]]:
        """Every way from a person with a leaf reason up to a top, without passing anybody twice."""
        tops = {person.id for person in self.tops}
        for node in self.nodes:
            if any(reason.is_leaf for reason in node.reasons):
                yield from self._climb((node.person,), tops)

    @property
    def meeting_points(self) -> tuple[str, ...]:
        """People at whom paths meet: at least two of their reasons lead down to a leaf."""
        above_a_leaf = {node.person for node in self.nodes if any(reason.is_leaf for reason in node.reasons)}
        queue = list(above_a_leaf)
        while queue:  # one walk up over all links, however many people stand above a leaf
            further = set(self._above.get(queue.pop(), ())) - above_a_leaf
            above_a_leaf |= further
            queue.extend(further)

        def leads_down(reason: Reason) -> bool:
            return reason.is_leaf or reason.passed_to in above_a_leaf

        return tuple(node.person for node in self.nodes if sum(map(leads_down, node.reasons)) > 1)

    def loss(self, person: str) -> float:
        """The money a year on the edges at and beneath this person, each counted once."""
        felt = {person, *self.causes(person)}
        return sum(reason.loss or 0 for node in self.nodes if node.person in felt for reason in node.reasons)

    def diagnose(self, person: str) -> Diagnosis:
        """Reasons, impact and capabilities for one person's pain. Raises KeyError if the person has no node."""
        node = self.by_person[person]
        return Diagnosis(
            person=person,
            reasons=node.reasons,
            impact=self.impact(person),
            capabilities={reason.id: self._leaves(node, reason) for reason in node.reasons},
        )

    @cached_property
    def _above(self) -> Mapping[str, tuple[str, ...]]:
        return _adjacent((link.below, link.above) for link in self.links)

    @cached_property
    def _below(self) -> Mapping[str, tuple[str, ...]]:
        return _adjacent((link.above, link.below) for link in self.links)

    def _walk(self, start: str, step: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        # `start` itself is reported only if a circle leads back to it.
        found: dict[str, None] = {}
        queue = list(step.get(start, ()))
        while queue:
            here = queue.pop(0)
            if here not in found:
                found[here] = None
                queue.extend(step.get(here, ()))
        return tuple(found)

    def _climb(self, path: tuple[str, ...], tops: set[str]) -> Iterator[tuple[str, ...]]:
        if path[-1] in tops:
            yield path
        for above in self._above.get(path[-1], ()):
            if above not in path:
                yield from self._climb((*path, above), tops)

    def _leaves(self, node: PainNode, reason: Reason) -> tuple[tuple[str, str], ...]:
        if reason.is_leaf:
            return ((node.person, reason.id),)
        if reason.passed_to is None:
            return ()
        under = dict.fromkeys((reason.passed_to, *self.causes(reason.passed_to)))
        owners = [self.by_person[person] for person in under if person in self.by_person]
        return tuple((owner.person, leaf.id) for owner in owners for leaf in owner.reasons if leaf.is_leaf)


def _adjacent(pairs: Iterator[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    lists: dict[str, dict[str, None]] = {}
    for start, end in pairs:
        lists.setdefault(start, {})[end] = None
    return {start: tuple(ends) for start, ends in lists.items()}
