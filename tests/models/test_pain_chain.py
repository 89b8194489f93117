"""What a pain chain computes: reach, paths, meeting points, losses, diagnosis."""

import pytest

from sellkit.models import PainChain, Reason, Statement

from .examples import examples


def node(person, pain, *reasons):
    return {
        "person": person,
        "pain": {"value": {"text": pain}} if pain else {},
        "reasons": [
            {
                "id": str(n),
                "statement": {"value": {"text": text}} if text else {},
                "owner": {"value": owner} if owner else {},
                "loss": loss,
            }
            for n, (text, owner, loss) in enumerate(reasons, 1)
        ],
    }


def chain(people, pains):
    nodes = [node(person, pain, *reasons) for person, (pain, *reasons) in pains.items()]
    listed = [{"id": person, "reports_to": boss} for person, boss in people.items()]
    return PainChain.model_validate({"people": listed, "nodes": nodes})


CHAIN = chain(**examples("pain-chain", "chain")[0].values[0])
WHOLE = {
    "paths": lambda chain: sorted(map(list, chain.paths())),
    "meeting-points": lambda chain: list(chain.meeting_points),
    "unowned": lambda chain: [[node.person, reason.id] for node, reason in chain.unowned],
    "without-pain": lambda chain: [person.id for person in chain.without_pain],
    "circular": lambda chain: sorted(chain.circular),
}


@pytest.mark.parametrize(("person", "above"), examples("pain-chain", "reach"))
def test_a_pain_reaches_everybody_above_nearest_first(person, above):
    assert list(CHAIN.impact(person)) == above


@pytest.mark.parametrize(("person", "below"), examples("pain-chain", "causes"))
def test_beneath_a_pain_lie_the_pains_that_cause_it(person, below):
    assert list(CHAIN.causes(person)) == below


@pytest.mark.parametrize(("person", "money"), examples("pain-chain", "loss"))
def test_losses_add_up_over_the_edges_beneath_and_count_once(person, money):
    assert CHAIN.loss(person) == money


@pytest.mark.parametrize(("person", "told"), examples("pain-chain", "diagnosis"))
def test_a_diagnosis_gives_reasons_impact_and_the_leaves_under_each_reason(person, told):
    found = CHAIN.diagnose(person)
    assert [reason.id for reason in found.reasons] == told["reasons"]
    assert list(found.impact) == told["impact"]
    leaves = {reason: [list(leaf) for leaf in under] for reason, under in found.capabilities.items()}
    assert leaves == told["capabilities"]


@pytest.mark.parametrize(("asked", "found"), examples("pain-chain", "whole"))
def test_what_the_whole_chain_shows(asked, found):
    assert WHOLE[asked](CHAIN) == found


def test_nobody_is_diagnosed_without_a_pain():
    with pytest.raises(KeyError):
        CHAIN.diagnose("li")


def test_the_top_is_whoever_reports_to_nobody_in_the_chain():
    assert [person.id for person in CHAIN.tops] == ["chen"]
    part = CHAIN.changed(people=[{"id": "novak", "reports_to": "chen"}])
    assert [person.id for person in part.tops] == ["novak"]


def test_an_owner_may_be_unknown_and_is_then_no_edge():
    assert Reason(id="1", owner={"value": "unknown"}).passed_to is None
    assert Reason(id="1", owner={"value": "leaf"}).passed_to is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"bank": "a"}, {"bank": "a"}, True),
        ({"bank": "a"}, {"bank": "b"}, False),
        ({"bank": "a"}, {"text": "a"}, False),
        ({"text": "Sales fall"}, {"text": " sales  FALL "}, True),
        ({"text": "销售下降"}, {"text": "销售 下降"}, True),
    ],
)
def test_statements_are_the_same_by_id_or_by_words(one, other, same):
    assert Statement(**one).same_as(Statement(**other)) is same


@pytest.mark.parametrize("parts", [{}, {"text": " "}, {"bank": "a", "text": "b"}])
def test_a_statement_is_from_the_bank_or_in_own_words(parts):
    with pytest.raises(ValueError, match="either a statement from the bank or your own words"):
        Statement(**parts)


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        ({"people": [{"id": "chen"}, {"id": "chen"}]}, "people"),
        ({"nodes": [{"person": "chen"}, {"person": "chen"}]}, "nodes"),
        ({"nodes": [{"person": "chen", "reasons": [{"id": "1"}, {"id": "1"}]}]}, "reasons"),
    ],
)
def test_ids_stand_once(parts, what):
    with pytest.raises(ValueError, match=rf"{what}\n  row .* stands twice"):
        PainChain.model_validate(parts)
