"""Why act now, why with us, and what still stands in the way of a signature."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit.models.pain.compelling import CompellingReason, UniqueValue, WhyNowWhyUs
from sellkit.models.pain.concerns import MOVES, Concern, ConcernList

from .examples import examples

REASON = {
    "situation": "s",
    "driver": "d",
    "initiative": "i1",
    "by": "2002-12-31",
    "delay": "x",
    "gain": "g",
    "unit": "m",
}
VALUE = {
    "id": "v1", "value": "v", "definition": "d", "measure": "39 to 46", "said_by": "chen", "quote": "q",
    "understood_by": ["novak"], "differences": [{"id": "d1", "rival": "Trident", "text": "monthly only"}],
}  # fmt: skip


def judged(value, confidence):
    return {"value": value, "cites": ["notes.p1"], "confidence": confidence}


@pytest.mark.parametrize(("reason", "expect"), examples("compelling", "missing"))
def test_what_a_compelling_reason_still_lacks(reason, expect):
    assert list(CompellingReason.model_validate(reason).missing) == expect


@pytest.mark.parametrize(("how", "expect"), examples("compelling", "holds"))
def test_a_reason_holds_when_the_customer_says_so_and_it_is_confirmed(how, expect):
    parts = {"forces": judged("f", how["forces"]), "effect": judged(60, how["effect"]), "said_by": how["said_by"]}
    assert CompellingReason.model_validate(REASON | parts).holds is expect


@pytest.mark.parametrize(("change", "expect"), examples("compelling", "value"))
def test_a_unique_value_holds_when_the_customer_agrees(change, expect):
    value = UniqueValue.model_validate(VALUE | change)
    assert value.holds is expect
    assert WhyNowWhyUs(values=(value,)).holding == ((value,) if expect else ())


@pytest.mark.parametrize(("days", "expect"), examples("compelling", "days"))
def test_the_days_that_are_left(days, expect):
    by, on = days
    assert CompellingReason.model_validate({"by": by}).days_left(date.fromisoformat(on)) == expect


@pytest.mark.parametrize(("made", "expect"), examples("concerns", "moves"))
def test_the_moves_of_a_concern(made, expect):
    concern = concern_with(made)
    assert (concern.next_move, list(concern.early)) == (expect["next"], expect["early"])


@pytest.mark.parametrize(("how", "expect"), examples("concerns", "resolved"))
def test_a_concern_is_resolved_by_proof_and_by_the_customers_word(how, expect):
    concern = concern_with(MOVES, how["proof"], settled=how["settled"])
    assert concern.resolved is expect
    assert ConcernList(concerns=(concern,)).open == (() if expect else (concern,))


def concern_with(moves, proof="", **parts):
    replies = [{"id": f"r{n}", "move": move, "text": "said", "proof": proof} for n, move in enumerate(moves)]
    return Concern.model_validate({"id": "k1", "replies": replies, **parts})


@given(st.lists(st.sampled_from(MOVES), max_size=8))
def test_a_move_is_either_made_or_missing(moves):
    concern = concern_with(moves)
    assert set(concern.made) | set(concern.missing) == set(MOVES)
    assert not set(concern.made) & set(concern.missing)


@given(st.integers(0, len(MOVES)))
def test_no_move_is_early_while_they_come_in_order(made):
    assert concern_with(MOVES[:made]).early == ()


@pytest.mark.parametrize(
    ("model", "twice", "fault"),
    [
        (WhyNowWhyUs, {"values": [VALUE, VALUE]}, "values"),
        (UniqueValue, VALUE | {"differences": [{"id": "d1"}, {"id": "d1"}]}, "differences"),
        (ConcernList, {"concerns": [{"id": "k"}, {"id": "k"}]}, "concerns"),
        (Concern, {"id": "k", "replies": [{"id": "r"}, {"id": "r"}]}, "replies"),
    ],
)
def test_two_rows_with_one_id_are_refused(model, twice, fault):
    with pytest.raises(ValueError, match=rf"{fault}\n  row .* stands twice"):
        model.model_validate(twice)
