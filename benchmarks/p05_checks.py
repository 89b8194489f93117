"""P5: all checks over an opportunity with 40 people and every model filled; they run at every change."""

import random
import statistics
from collections.abc import Iterator
from typing import Any, get_args

from measure import Figure, absolute, timed

from sellkit import checks
from sellkit.models.base import Judged, Record
from sellkit.models.pain.initiative import Initiative, InitiativeList
from sellkit.models.pain.pain_chain import PainChain, PainNode, Reason, Statement
from sellkit.models.people.profile import FiveDimensionProfile
from sellkit.models.people.relationship_map import Influence, RelationshipMap
from sellkit.models.people.stakeholder import (
    Adaptability,
    Attitude,
    Circle,
    Coverage,
    DecisionFocus,
    NeedLevel,
    Stakeholder,
)

PEOPLE = 40


def figures() -> Iterator[Figure]:
    seconds = {size: cost(opportunity(size)) for size in (PEOPLE // 10, PEOPLE, PEOPLE * 10)}
    found = sum(len(checks.run(record)) for record in opportunity(PEOPLE))
    note = f"{len(checks.registered())} checks, {found} findings"
    yield absolute("P5", f"all checks, {PEOPLE} people, every model", 20, seconds[PEOPLE] * 1e3, "ms", note)
    value = seconds[PEOPLE * 10] / seconds[PEOPLE] / 10
    yield absolute("P14", "P5 with 10 × the people, time per person", 1, value, "×", "linear is 1")


def cost(records: list[Record]) -> float:
    """The checks alone: what a record computes once and keeps is made anew by each copy."""
    once = timed(lambda: [checks.run(record.model_copy()) for record in records])
    return statistics.median(once() for _ in range(15))


def opportunity(size: int) -> list[Record]:
    """The same on every run: marks drawn from a seed, so that many checks have something to say."""
    draw = random.Random(7)

    def judged(levels: Any) -> Judged[Any]:
        confidence = draw.choice(["unclear", "inferred", "explicit", "agreed", None])
        return Judged(value=draw.choice([*get_args(levels), "unknown"]), cites=("minutes.p1",), confidence=confidence)

    ids = [f"person-{number}" for number in range(size)]
    people = tuple(
        Stakeholder(
            id=name,
            name=name.title(),
            rank=max(0, 5 - number.bit_length()),
            reports_to=ids[(number - 1) // 3] if number else None,
            buying_roles=Judged(value=frozenset(draw.sample("UEDA", 2)), cites=("notice.p2",), confidence="explicit"),
            adaptability=judged(Adaptability),
            attitude=judged(Attitude),
            coverage=judged(Coverage),
            circle=judged(Circle),
            need=judged(NeedLevel),
            influence=Judged(value=draw.randint(0, 5), cites=("mail.p1",)),
            tendency=Judged(value=draw.randint(-3, 3), cites=("mail.p1",)),
            decision_focus=Judged(value=tuple(draw.sample(get_args(DecisionFocus), 2)), cites=("mail.p1",)),
        )
        for number, name in enumerate(ids)
    )
    lines = {(draw.choice(ids), draw.choice(ids)) for _ in range(size)}
    nodes = tuple(
        PainNode(
            person=name,
            pain=Judged(value=Statement(text=f"Costs of area {name} rise by a fifth"), cites=("figures.p1",)),
            reasons=tuple(
                Reason(
                    id=str(number),
                    statement=Judged(value=Statement(text=f"{name} waits for report {number}"), cites=("figures.p2",)),
                    owner=Judged(value=draw.choice([*ids, "leaf"]), cites=("figures.p2",)),
                )
                for number in range(1, 4)
            ),
        )
        for name in ids
    )
    initiatives = tuple(
        Initiative(
            id=f"i{number}",
            result=f"Earn {number} % more by June",
            work="opening shops in two towns",
            kind=Judged(value="revenue", cites=("figures.p1",)),
            owner=Judged(value=draw.choice(ids), cites=("notice.p1",)),
            cites=("report.p1",),
        )
        for number in range(1, 9)
    )
    return [
        RelationshipMap(people=people, influences=tuple(Influence(source=a, target=b) for a, b in lines if a != b)),
        FiveDimensionProfile(people=people, rivals=people),
        InitiativeList(initiatives=initiatives, leading=Judged(value="i1"), people=tuple(ids)),
        PainChain(people=people, nodes=nodes),
    ]
