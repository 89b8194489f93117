"""Rules that hold for every chain and every half-filled map, whatever people draw."""

from typing import Any, get_args

from hypothesis import given
from hypothesis import strategies as st

from sellkit import checks
from sellkit.models import FiveDimensionProfile, InitiativeList, PainChain, RelationshipMap
from sellkit.models.people import stakeholder as kinds

PEOPLE = ["chen", "li", "novak", "okoye", "silva", "wang"]
anybody = st.sampled_from([*PEOPLE, "ghost"])


def chain_of(edges: list[tuple[str, str]]) -> PainChain:
    """Each edge (above, below): the pain of `below` is a reason of `above`."""
    nodes = []
    for person in PEOPLE:
        owners = [below for above, below in edges if above == person]
        reasons = [{"id": str(n), "owner": {"value": owner}} for n, owner in enumerate(owners, 1)]
        nodes.append({"person": person, "reasons": reasons})
    return PainChain.model_validate({"people": [{"id": person} for person in PEOPLE], "nodes": nodes})


def rings(chain: PainChain) -> int:
    return sum(finding.code == "M33-circle" for finding in checks.run(chain))


@given(st.permutations(PEOPLE), st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5))))
def test_a_chain_that_only_runs_down_has_no_circle(order, pairs):
    chain = chain_of([(order[min(pair)], order[max(pair)]) for pair in pairs if pair[0] != pair[1]])
    assert rings(chain) == 0
    assert not chain.circular


@given(st.lists(st.sampled_from(PEOPLE), min_size=2, unique=True), st.lists(st.tuples(anybody, anybody), max_size=12))
def test_a_ring_of_people_is_always_reported_whatever_else_is_drawn(ring, others):
    edges = list(zip(ring, [*ring[1:], ring[0]], strict=True))
    chain = chain_of(edges + [pair for pair in others if pair[0] != "ghost"])
    assert rings(chain) >= 1
    assert set(ring) <= chain.circular


@given(st.lists(st.tuples(st.sampled_from(PEOPLE), anybody), max_size=20))
def test_every_walk_through_a_chain_comes_to_an_end(edges):
    chain = chain_of(edges)
    for person in PEOPLE:
        assert len(set(chain.impact(person))) == len(chain.impact(person))
        chain.diagnose(person)
    assert all(len(set(path)) == len(path) for path in chain.paths())


def marks(kind: Any, several: bool = False) -> st.SearchStrategy[dict[str, Any]]:
    levels = st.sampled_from(get_args(kind))
    values = st.frozensets(levels) if several else levels
    return st.fixed_dictionaries(
        {},
        optional={
            "value": st.none() | st.just("unknown") | values,
            "cites": st.just(["notes.p1"]),
            "confidence": st.sampled_from(["unclear", "inferred", "explicit", "agreed"]),
        },
    )


def numbers(low: int, high: int) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"value": st.none() | st.just("unknown") | st.integers(low, high)})


half_filled = st.fixed_dictionaries(
    {},
    optional={
        "reports_to": anybody,
        "rank": st.integers(0, 5),
        "buying_roles": marks(kinds.BuyingRole, several=True),
        "functions": marks(kinds.Function, several=True),
        "influence": numbers(0, 5),
        "tendency": numbers(-3, 3),
        "need": marks(kinds.NeedLevel),
        "adaptability": marks(kinds.Adaptability),
        "attitude": marks(kinds.Attitude),
        "coverage": marks(kinds.Coverage),
        "circle": marks(kinds.Circle),
        "contact_frequency": marks(kinds.ContactFrequency),
    },
)
crowds = st.dictionaries(st.sampled_from(PEOPLE), half_filled).map(
    lambda found: [{"id": id, **marked} for id, marked in found.items()]
)


@given(crowds, st.lists(st.tuples(anybody, anybody)))
def test_checks_cope_with_any_half_filled_map(people, lines):
    influences = [{"source": source, "target": target} for source, target in lines]
    board = RelationshipMap.model_validate({"people": people, "influences": influences})
    known = {check.code for check in checks.registered()}
    assert {finding.code for finding in checks.run(board)} <= known
    checks.run(FiveDimensionProfile(people=board.people))


@given(crowds)
def test_taking_the_citations_away_never_makes_support_count(people):
    bare = [
        {field: {**mark, "cites": []} if isinstance(mark, dict) else mark for field, mark in person.items()}
        for person in people
    ]
    board = RelationshipMap.model_validate({"people": bare})
    codes = {finding.code for finding in checks.run(board)}
    assert "M05-support-hangs-on-one" not in codes
    deciders = [person for person in board.people if person.decides]
    if any(person.attitude.value is not None for person in deciders):
        assert "M05-no-support-among-deciders" in codes


@given(st.lists(st.tuples(st.text(max_size=60), st.text(max_size=60)), max_size=8))
def test_checks_cope_with_any_text_in_an_initiative(texts):
    initiatives = [{"id": f"i{n}", "result": result, "work": work} for n, (result, work) in enumerate(texts, 1)]
    checks.run(InitiativeList.model_validate({"initiatives": initiatives}))
