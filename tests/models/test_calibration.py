"""Calibration (M43): what a team's own closed deals say, how surely, and when they say nothing."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit.models.control.calibration import CLAIMS, calibrate, situations
from sellkit.models.control.closed_deals import ClosedDeal, ClosedDeals, Reading
from sellkit.models.control.value import ControlValue
from sellkit.models.control.win_rate import MIN_DEALS, Rate, judge, wilson

from .deal_sheets import sheet
from .examples import examples

TOPIC = "calibration"
END = date(2026, 6, 30)


def deals(count, won, held, *, seller="Han", claimed=None, chance=None):
    """So many deals of one seller with the same elements; the first of them were won."""
    confirmed = None if held is None else held.split()
    reading = Reading(
        on=END - timedelta(days=30),
        claimed=(held or "").split() if claimed is None else claimed.split(),
        confirmed=confirmed,
        chance=chance,
    )
    return [
        ClosedDeal(
            id=f"{(held or claimed or 'none').replace(' ', '-')}-{n}",
            seller=seller,
            won=n < won,
            closed_on=END,
            readings=(reading,),
        )
        for n in range(count)
    ]


def short(rate):
    return f"{rate.won}/{rate.deals}"


@pytest.mark.parametrize(("given", "expect"), examples(TOPIC, "wilson"))
def test_the_wilson_interval(given, expect):
    assert wilson(**given, z=1.96) == pytest.approx(expect, abs=5e-5)


@pytest.mark.parametrize(("given", "expect"), examples(TOPIC, "judged"))
def test_what_our_deals_say_about_a_published_rate(given, expect):
    assert judge(given["rate"], Rate(deals=given["deals"], won=given["won"])) == expect


@pytest.mark.parametrize(("given", "expect"), examples(TOPIC, "situations"))
def test_the_situations_that_a_value_is_in(given, expect):
    assert sorted(situations(ControlValue.read(given["value"], given.get("scheme", "C139")))) == expect


@pytest.mark.parametrize(("given", "expect"), examples(TOPIC, "tables"))
def test_a_table_of_closed_deals_gives_a_rate_for_each_situation_with_the_claims_beside(given, expect):
    table = ClosedDeals(deals=[deal for group in given for deal in deals(group["deals"], group["won"], group["held"])])
    found = calibrate(table)
    assert {
        "situations": {situation: short(rate) for situation, rate in found.situations.items()},
        "claims": {beside.claim.id: beside.finding for beside in found.claims},
        "curve": {f"{band.low:g}-{band.high:g}": short(band.rate) for band in found.curve},
    } == expect


@pytest.mark.parametrize(("given", "expect"), examples(TOPIC, "sellers"))
def test_a_sellers_claims_are_held_against_the_coaches_word_and_the_outcome(given, expect):
    table = ClosedDeals(
        deals=deals(given["deals"], given["won"], given["confirmed"], claimed=given["claimed"], chance=given["chance"])
    )
    (found,) = calibrate(table).sellers
    seen = {name: short(value) if isinstance(value, Rate) else value for name, value in found if name != "seller"}
    assert seen == {name: pytest.approx(value, abs=5e-5) if isinstance(value, float) else value
                    for name, value in expect.items()}  # fmt: skip


def test_eleven_deals_give_no_rate_and_twelve_do():
    assert MIN_DEALS == 12
    assert (Rate(deals=11, won=11).value, Rate(deals=11, won=11).interval) == (None, None)
    assert Rate(deals=12, won=12).value == 1.0


def test_twelve_is_the_first_number_whose_interval_never_spans_half_of_all_rates():
    def widest(count):
        return max(high - low for low, high in (wilson(won, count) for won in range(count + 1)))

    assert widest(MIN_DEALS) < 0.5 < widest(MIN_DEALS - 1)


def test_more_won_than_there_were_is_refused():
    with pytest.raises(ValueError, match="cannot be won"):
        wilson(3, 2)
    with pytest.raises(ValueError, match="cannot be won"):
        Rate(deals=2, won=3)


def test_what_is_written_down_when_the_end_is_known_foretells_nothing():
    late = Reading(on=END, claimed={"w"}, confirmed={"w"})
    early = Reading(on=END - timedelta(days=20), confirmed={"c1"})
    deal = ClosedDeal(id="a", won=True, closed_on=END, readings=(late, early))
    assert deal.reading(1) == early
    assert deal.reading(0) == late
    assert deal.reading(21) is None
    assert calibrate(ClosedDeals(deals=(deal,)), days_before=21).left_out == 1


def test_a_deal_that_no_coach_has_rated_is_left_out_of_the_confirmed_values_only():
    table = ClosedDeals(deals=deals(3, 1, None, claimed="w"))
    assert (calibrate(table).deals, calibrate(table).left_out) == (0, 3)
    assert short(calibrate(table, by="claimed").situations["1W"]) == "1/3"


def test_deals_of_the_other_scheme_are_not_mixed_in():
    table = ClosedDeals(deals=[deal.changed(scheme="C136") for deal in deals(3, 1, "w")])
    assert calibrate(table).deals == 0
    assert calibrate(table, scheme="C136").deals == 3


def test_a_sheet_becomes_a_reading_and_a_sheet_without_coaches_one_that_nobody_rated():
    asked = Reading.of(sheet("w c1", "f2"), END, 0.4)
    assert (asked.claimed, asked.confirmed, asked.chance) == ({"w", "c1", "f2"}, {"w", "c1"}, 0.4)
    assert Reading.of(sheet("", "w"), END).confirmed is None


def test_the_published_figures_agree_with_each_other():
    by_id = {claim.id: claim for claim in CLAIMS}
    won_with, won_without = by_id["with-win"], by_id["without-win"]
    assert won_with.deals + won_without.deals == 866
    lost = won_with.deals * (1 - won_with.rate) + won_without.deals * (1 - won_without.rate)
    assert round(lost) == by_id["lost-unclear"].deals


def test_the_stated_chances_fall_into_fifths_with_their_mean():
    table = ClosedDeals(deals=[*deals(1, 1, "w", chance=1.0), *deals(1, 0, "c1", chance=0.85)])
    last = calibrate(table).forecast[-1]
    assert (last.low, last.high, last.stated, short(last.rate)) == (0.8, 1.0, pytest.approx(0.925), "1/2")


counts = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(counts)
def test_an_interval_holds_the_rate_seen_and_stays_within_bounds(count):
    won, total = count
    low, high = wilson(won, total)
    assert 0 <= low <= won / total <= high <= 1
    assert low < high


@given(counts, st.integers(2, 9))
def test_the_same_rate_of_more_deals_is_known_better(count, times):
    won, total = count
    narrow, wide = wilson(won * times, total * times), wilson(won, total)
    assert narrow[1] - narrow[0] < wide[1] - wide[0]


@given(counts)
def test_won_and_lost_mirror_each_other(count):
    won, total = count
    low, high = wilson(won, total)
    assert wilson(total - won, total) == pytest.approx((1 - high, 1 - low))


@given(counts)
def test_a_claim_of_what_was_seen_is_never_contradicted(count):
    won, total = count
    assert judge(won / total, Rate(deals=total, won=won)) != "contradicts"


held = st.sets(st.sampled_from(["w", "f1", "f2", "f3", *(f"c{n}" for n in range(1, 10))]))


@given(st.lists(st.tuples(held, st.none() | held, st.booleans(), st.none() | st.floats(0, 1)), max_size=30))
def test_every_deal_is_counted_once_at_each_gate_and_in_one_zone(rows):
    table = ClosedDeals(
        deals=[
            ClosedDeal(
                id=f"d{n}", won=won, closed_on=END,
                readings=(Reading(on=date(2026, 1, 1), claimed=claimed, confirmed=confirmed, chance=chance),),
            )
            for n, (claimed, confirmed, won, chance) in enumerate(rows)
        ]
    )  # fmt: skip
    found = calibrate(table)
    assert found.deals + found.left_out == len(rows)
    for halves in (("1W", "0W"), ("2F", "0-1F"), ("6C", "0-5C"), ("win", "swing", "loss")):
        assert sum(found.situations[half].deals for half in halves) == found.deals
    assert sum(band.rate.deals for band in found.curve) == found.deals
    assert all(seller.brier is None or 0 <= seller.brier <= 1 for seller in found.sellers)
