"""The growth gap, what a customer is worth, and where our strengths lead: examples, then rules for all inputs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit.models.portfolio.customer_value import CustomerValue
from sellkit.models.portfolio.growth import SOURCE_KINDS, GrowthPlan
from sellkit.models.portfolio.strengths import StrengthMatrix

from .examples import examples
from .portfolio_sheets import mark


def plan(target, current, sources):
    rows = [
        {"id": f"s{n}", "kind": kind, "amount": mark(amount), "currency": "".join(currency)}
        for n, (kind, amount, *currency) in enumerate(sources)
    ]
    return GrowthPlan.model_validate({"target": target, "current": current, "currency": "CNY", "sources": rows})


@pytest.mark.parametrize(("given", "expect"), examples("growth", "gap"))
def test_only_confirmed_sources_fill_the_gap(given, expect):
    made = plan(**given)
    assert {name: getattr(made, name) for name in expect} == expect


plans = st.builds(
    plan,
    st.none() | st.integers(0, 10**9),
    st.none() | st.integers(0, 10**9),
    st.lists(
        st.tuples(
            st.sampled_from(SOURCE_KINDS), st.integers(-(10**6), 10**8) | st.sampled_from(["500?", "unknown", None])
        )
    ),
)


@given(plans)
def test_the_steps_of_the_waterfall_add_up_to_what_fills_the_gap(made):
    assert [step.kind for step in made.steps()] == list(SOURCE_KINDS)
    assert sum(step.filled for step in made.steps()) == made.filled
    assert (made.uncovered is None) == (made.gap is None)
    if made.gap is not None:
        assert made.uncovered == max(0, made.gap - made.filled)


@given(plans, st.integers(0, 10**6))
def test_one_more_confirmed_source_never_leaves_more_uncovered(made, amount):
    rest = {"id": "more", "kind": "cross-sell", "amount": mark(amount)}
    more = GrowthPlan.model_validate(made.model_dump() | {"sources": [*made.model_dump()["sources"], rest]})
    assert made.uncovered is None or more.uncovered <= made.uncovered


@pytest.mark.parametrize(("given", "expect"), examples("growth", "twice"))
def test_money_that_is_counted_twice_is_found(given, expect):
    rows = [{"id": id, "customer": customer, "what": what, "deal": deal} for id, customer, what, deal in given]
    assert [[one.id, other.id] for one, other in GrowthPlan.model_validate({"sources": rows}).twice] == expect


@pytest.mark.parametrize(("given", "expect"), examples("growth", "value"))
def test_a_customers_value_is_what_headquarters_and_departments_decide(given, expect):
    rows = [
        {"id": f"s{n}", "decided_by": by, "amount": amount, "ours": ours}
        for n, (by, amount, ours) in enumerate(given, 1)
    ]
    made = CustomerValue.model_validate({"shares": rows})
    told = {"value": made.value, **made.by, "central": made.central, "white_space": made.white_space}
    assert told | {"unknown": list(made.unknown)} == expect


def matrix(units, rivals, needs):
    strengths = sorted(
        {name for each in (*units.values(), *rivals.values()) for name in each}
        | {s for need in needs.values() for s in need}
    )
    return StrengthMatrix.model_validate(
        {
            "units": [{"id": id} for id in units],
            "rivals": [{"id": id} for id in rivals],
            "strengths": [{"id": id} for id in strengths],
            "needs": [{"id": id, "strengths": asked} for id, asked in needs.items()],
            "cells": [
                {"who": who, "strength": strength, "level": mark(level)}
                for who, row in (units | rivals).items()
                for strength, level in row.items()
            ],
        }
    )


@pytest.mark.parametrize(("given", "expect"), examples("growth", "standings"))
def test_each_need_tells_where_we_lead_are_level_or_trail(given, expect):
    assert {each.need.id: [each.ours, each.theirs, each.standing] for each in matrix(**given).standings()} == expect


@pytest.mark.parametrize(("given", "expect"), examples("growth", "combination"))
def test_the_winning_combination_has_nobody_to_spare(given, expect):
    assert [unit.id for unit in matrix(**given).combination()] == expect


rows = st.dictionaries(
    st.sampled_from(["brand", "service", "money"]), st.integers(0, 3) | st.sampled_from(["unknown", "3?"])
)
matrices = st.builds(
    matrix,
    st.dictionaries(st.sampled_from(["u1", "u2", "u3", "u4"]), rows),
    st.dictionaries(st.sampled_from(["r1", "r2"]), rows),
    st.dictionaries(
        st.sampled_from(["n1", "n2", "n3"]), st.lists(st.sampled_from(["brand", "service", "money"]), unique=True)
    ),
)


def led(made, units):
    return {each.need.id for each in made.standings(units) if each.standing == "lead"}


@given(matrices)
def test_a_combination_leads_wherever_all_lead_and_loses_by_each_who_leaves(made):
    chosen = [unit.id for unit in made.combination()]
    everywhere = led(made, [unit.id for unit in made.units])
    assert led(made, chosen) == everywhere
    for unit in chosen:
        assert led(made, [each for each in chosen if each != unit]) < everywhere


@given(matrices)
def test_who_knows_all_of_a_rival_is_never_left_open(made):
    known = {
        rival.id: all(made.level(rival.id, strength.id) is not None for strength in made.strengths)
        for rival in made.rivals
    }
    if made.rivals and all(known.values()):
        assert all(each.standing != "open" or not each.need.strengths for each in made.standings())


def test_a_cell_of_nobody_is_refused():
    with pytest.raises(ValueError, match="no party 'ghost'"):
        StrengthMatrix.model_validate(
            {"strengths": [{"id": "brand"}], "cells": [{"who": "ghost", "strength": "brand"}]}
        )
