"""What a pain chain computes: reach, paths, meeting points, losses, diagnosis."""

import pytest

from sellkit.models import PainChain, Reason, Statement


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


# chen ← novak ← silva (leaf), chen ← wang (leaf); silva's pain also troubles wang; li has none.
CHAIN = PainChain.model_validate(
    {
        "people": [
            {"id": "chen", "name": "Chen"},
            {"id": "novak", "reports_to": "chen"},
            {"id": "silva", "reports_to": "novak"},
            {"id": "wang", "reports_to": "chen"},
            {"id": "li", "reports_to": "chen"},
        ],
        "nodes": [
            node("chen", "Profit falls", ("Sales fall", "novak", 900), ("Costs rise", "wang", 300)),
            node("novak", "Sales fall", ("Deliveries late", "silva", 400), ("Prices too high", None, None)),
            node("silva", "Deliveries late", ("No view of stock", "leaf", 50)),
            node("wang", "Costs rise", ("Deliveries late", "silva", 100), ("Work by hand", "leaf", None)),
        ],
    }
)


def test_a_pain_reaches_everybody_above_nearest_first():
    assert CHAIN.impact("silva") == ("novak", "wang", "chen")
    assert CHAIN.impact("chen") == ()
    assert CHAIN.causes("chen") == ("novak", "wang", "silva")


def test_paths_lead_from_each_leaf_to_the_top():
    assert sorted(CHAIN.paths()) == [("silva", "novak", "chen"), ("silva", "wang", "chen"), ("wang", "chen")]


def test_paths_meet_where_two_reasons_lead_down_to_a_leaf():
    assert CHAIN.meeting_points == ("chen", "wang")


def test_reasons_that_nobody_owns_and_people_without_pain_are_listed():
    assert [(node.person, reason.id) for node, reason in CHAIN.unowned] == [("novak", "2")]
    assert [person.id for person in CHAIN.without_pain] == ["li"]


def test_losses_add_up_over_the_edges_beneath_and_count_once():
    assert CHAIN.loss("silva") == 50
    assert CHAIN.loss("novak") == 400 + 50
    assert CHAIN.loss("chen") == 900 + 300 + 400 + 100 + 50


def test_a_diagnosis_gives_reasons_impact_and_the_leaves_under_each_reason():
    found = CHAIN.diagnose("novak")
    assert [reason.id for reason in found.reasons] == ["1", "2"]
    assert found.impact == ("chen",)
    assert found.capabilities == {"1": (("silva", "1"),), "2": ()}
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
