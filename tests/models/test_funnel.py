"""The funnel and what contacts cost: each rule by examples, then for all inputs."""

from datetime import date, timedelta
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit.models.portfolio.contact_cost import contact_cost
from sellkit.models.portfolio.forecast import Bet, forecast
from sellkit.models.portfolio.funnel import Funnel, FunnelDeal
from sellkit.models.portfolio.pace import refill, velocity

from .examples import examples
from .portfolio_sheets import mark, table

TODAY = date(2009, 4, 1)


@pytest.mark.parametrize(("given", "expect"), examples("funnel", "refill"))
def test_the_refill_follows_from_closings_and_close_rate(given, expect):
    assert refill(*given) == expect


@given(st.integers(0, 1000), st.integers(1, 100))
def test_the_refill_is_the_least_number_that_is_enough(closings, rate):
    need = refill(closings, rate)
    assert need * rate >= closings * 100
    assert need == 0 or (need - 1) * rate < closings * 100


@pytest.mark.parametrize("rate", [0, -1])
def test_without_a_close_rate_no_number_is_enough(rate):
    with pytest.raises(ValueError, match="close rate"):
        refill(2, rate)


def test_a_close_rate_too_small_for_any_number_asks_for_no_refill():
    assert Funnel(closings=1e300, close_rate=1e-300).refill is None


@pytest.mark.parametrize(("given", "expect"), examples("funnel", "velocity"))
def test_velocity_is_money_a_day(given, expect):
    assert velocity(*given) == expect


def test_the_funnels_velocity_takes_its_qualified_deals():
    deals = [
        {"id": "a", "value": 40, "qualified": True},
        {"id": "b", "value": 60, "qualified": True},
        {"id": "c", "value": 900},
    ]
    # 2 deals of 50 at 20 % over 10 days
    assert Funnel.model_validate({"deals": deals, "win_rate": 20, "cycle_days": 10}).velocity == 2
    assert Funnel.model_validate({"deals": deals, "win_rate": 20}).velocity is None


def test_the_close_rate_of_prospects_is_no_win_rate_of_qualified_deals():
    deals = [{"id": "a", "value": 40, "qualified": True}]
    assert Funnel.model_validate({"deals": deals, "close_rate": 20, "cycle_days": 10}).velocity is None


@pytest.mark.parametrize(("given", "expect"), examples("funnel", "ages"))
def test_a_deal_is_stalled_beyond_one_and_a_half_times_the_median(given, expect):
    entered = TODAY - timedelta(given["days"])
    made = Funnel.model_validate(
        {
            "as_of": TODAY,
            "stages": [{"id": "lead", "stays": given["stays"]}],
            "deals": [{"id": "a", "stage": "lead", "entered": entered}],
        }
    )
    (age,) = made.ages()
    assert {"usual": age.usual, "stalled": age.stalled} == expect


@pytest.mark.parametrize(("given", "expect"), examples("funnel", "reviews"))
def test_each_tier_has_its_cadence(given, expect):
    tier, since = given
    days = since if isinstance(since, dict) else {"reviewed": since}
    deal = {"id": "a", "tier": tier, **{name: TODAY - timedelta(ago) for name, ago in days.items()}}
    made = Funnel.model_validate({"as_of": TODAY, "deals": [deal]})
    assert bool(made.to_review()) is expect


def test_a_deal_that_was_never_reviewed_waits_since_it_came_in():
    deal = {"id": "a", "tier": "A", "opened": TODAY - timedelta(9)}
    assert [days for _, days in Funnel.model_validate({"as_of": TODAY, "deals": [deal]}).to_review()] == [9]


@pytest.mark.parametrize(("given", "expect"), examples("funnel", "gate"))
def test_without_a_project_there_is_no_sale(given, expect):
    assert FunnelDeal.model_validate({"id": "a", "project": mark(given)}).gate == expect


@pytest.mark.parametrize(("given", "expect"), examples("funnel", "forecast"))
def test_a_forecast_is_an_interval(given, expect):
    found = forecast(Bet(value, chance / 100) for value, chance in given)
    assert {name: pytest.approx(value) for name, value in found._asdict().items()} == expect


bets = st.lists(st.builds(Bet, st.floats(0, 1e9), st.floats(0, 1)), max_size=40)


@given(bets)
def test_an_interval_lies_between_nothing_and_everything(deals):
    found = forecast(deals)
    slack = found.all_won * 0.001 + 1e-6
    assert -1e-6 <= found.low <= found.high + slack
    assert found.high <= found.all_won + slack
    assert found.weighted <= found.all_won + slack


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 100)), max_size=9))
def test_at_most_one_future_in_ten_lies_beyond_each_end(deals):
    found = forecast(Bet(value, chance / 100) for value, chance in deals)
    below = above = 0.0
    for future in range(2 ** len(deals)):
        won = [bool(future >> n & 1) for n in range(len(deals))]
        chance, total = 1.0, 0
        for (value, percent), hit in zip(deals, won, strict=True):
            chance *= percent / 100 if hit else 1 - percent / 100
            total += value * hit
        below += chance if total < found.low else 0
        above += chance if total > found.high else 0
    assert below <= 0.1 + 1e-6
    assert above <= 0.1 + 1e-6


def test_three_hundred_deals_are_forecast_without_a_pause():
    found = forecast(Bet(1000 + n * 7.3, 0.3) for n in range(300))
    assert found.low < found.weighted < found.high


def test_sums_that_no_float_holds_break_nothing():
    assert forecast([Bet(1e308, 0.5)] * 20).low == 0


@pytest.mark.parametrize(("given", "expect"), examples("funnel", "whole"))
def test_the_funnel_counts_what_is_open_today_in_its_own_currency(given, expect):
    made = Funnel.model_validate(given)
    assert {name: getattr(made, name) for name in expect} == expect


@pytest.mark.parametrize(("given", "expect"), examples("funnel", "contacts"))
def test_contacts_are_counted_by_opportunity_and_by_stage(given, expect):
    rows = [
        {"opportunity": opportunity, "stage": stage, "cost": cost, "reached": mark(reached), "on": next(iter(day), "")}
        for opportunity, stage, cost, reached, *day in given["rows"]
    ]
    found = contact_cost(table("contact-activity", rows, as_of=given.get("as_of")), given["by"])
    told = {
        each.key: [each.done, each.cost, each.per_aim, None if each.efficiency is None else round(each.efficiency, 3)]
        for each in found
    }
    assert told == expect


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["a", "b", ""]),
            st.none() | st.integers(0, 10**6),
            st.sampled_from([True, False, "unknown", None]),
        )
    )
)
def test_no_money_is_lost_between_opportunities(contacts):
    rows = [{"opportunity": name, "cost": cost, "reached": mark(reached)} for name, cost, reached in contacts]
    found = contact_cost(table("contact-activity", rows), "opportunity")
    assert isclose(sum(each.cost for each in found), sum(cost or 0 for _, cost, _ in contacts))
    assert sum(each.done for each in found) == len(contacts)
    assert all(each.reached <= each.told <= each.done for each in found)
