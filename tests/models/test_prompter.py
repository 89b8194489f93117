"""A prompter against the pain chain: reasons are the owner's, impacts are felt above."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit.models.pain.pain_chain import PainChain
from sellkit.models.pain.prompter import Alignment, Prompter

from .examples import examples


def node(person, pain, *reasons):
    return {
        "person": person,
        "pain": {"value": {"text": pain}},
        "reasons": [
            {"id": str(n), "statement": {"value": {"text": text}}, "owner": {"value": owner} if owner else {}}
            for n, (text, owner) in enumerate(reasons, 1)
        ],
    }


CHAIN = PainChain.model_validate(
    {
        "people": [{"id": person} for person in ("chen", "novak", "silva", "wang", "li")],
        "nodes": [
            node("chen", "Profit falls", ("Sales fall", "novak"), ("Costs rise", "wang")),
            node("novak", "Sales fall", ("Deliveries late", "silva"), ("价格太高", None)),
            node("silva", "Deliveries late", ("No view of stock", "leaf")),
            node("wang", "Costs rise", ("Work by hand", "leaf")),
        ],
    }
)
RING = PainChain.model_validate(
    {"nodes": [node("a", "x", ("y", "b")), node("b", "y", ("x", "a")), node("c", "z", ("z", "c"), ("x", "nobody"))]}
)


@pytest.mark.parametrize(("prompter", "expect"), examples("prompter", "agrees"))
def test_a_prompter_that_follows_the_chain_agrees_with_it(prompter, expect):
    assert Prompter.model_validate(prompter).against(CHAIN) == Alignment(**expect)


@pytest.mark.parametrize(("prompter", "expect"), examples("prompter", "differs"))
def test_where_prompter_and_chain_disagree_is_told(prompter, expect):
    assert Prompter.model_validate(prompter).against(CHAIN) == Alignment.model_validate(expect)


def test_the_line_is_complete_when_nothing_of_it_is_left_to_think_up():
    whole = {"id": "a", "reason": {"value": {"text": "x"}}, "impact": "y", "touched": ["chen"], "when": "w", "who": "u",
             "what": "v"}  # fmt: skip
    for left_out in ("reason", "impact", "touched", "when", "who", "what"):
        parts = {name: value for name, value in whole.items() if name != left_out}
        assert not Prompter.model_validate({"lines": [parts]}).lines[0].complete, left_out
    assert Prompter.model_validate({"lines": [whole]}).lines[0].complete


def test_two_lines_with_one_id_are_refused():
    with pytest.raises(ValueError, match="stands twice"):
        Prompter.model_validate({"lines": [{"id": "a"}, {"id": "a"}]})


people = st.sampled_from(["a", "b", "c", "ghost", "nobody"])


@given(people, st.lists(people, max_size=5), st.sampled_from(["x", "y", "z", "中文 mixed"]))
def test_a_chain_with_rings_and_strangers_is_compared_all_the_same(owner, touched, reason):
    line = {"id": "a", "reason": {"value": {"text": reason}}, "touched": touched}
    prompter = Prompter.model_validate({"owner": owner, "lines": [line]})
    found = prompter.against(RING)
    assert {person for _, person in found.not_above} <= set(touched)
    assert not set(found.not_asked) & {owner, *touched}


@given(st.sampled_from(["chen", "novak", "silva", "wang"]))
def test_a_prompter_read_off_the_chain_agrees_with_it(owner):
    diagnosis = CHAIN.diagnose(owner)
    lines = [{"id": r.id, "reason": r.statement, "touched": diagnosis.impact} for r in diagnosis.reasons]
    prompter = Prompter.model_validate({"owner": owner, "pain": CHAIN.by_person[owner].pain, "lines": lines})
    assert prompter.against(CHAIN).agrees
