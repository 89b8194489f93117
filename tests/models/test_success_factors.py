"""Which factors decide, who is ahead on them, and when the alarm rings."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit.models.plan.factor_version import MATERIAL, TOP, FactorVersion, changes
from sellkit.models.plan.success_factors import SuccessFactors

from .examples import examples

NAMES = ["control", "references", "price", "service", "start"]


def version(weights, id="v1", on=None):
    factors = [{"id": name, "weight": weight} for name, weight in weights.items()]
    return FactorVersion.model_validate({"id": id, "on": on, "factors": factors})


def standing(party, value):
    if isinstance(value, list):
        return {"id": party, "score": {"value": value[0], "confidence": "agreed"}}
    return {"id": party, "score": {"value": value, "confidence": "explicit", "witness": "Ms Ning"}}


@pytest.mark.parametrize(("given", "expect"), examples("success-factors", "top"))
def test_the_top_three_are_read_off_the_weights(given, expect):
    assert [factor.id for factor in version(given).top] == expect


@pytest.mark.parametrize(("given", "expect"), examples("success-factors", "alarm"))
def test_the_alarm_rings_when_one_of_the_top_three_changes(given, expect):
    made = SuccessFactors(
        versions=(version(given["now"], "april", "2009-04-18"), version(given["before"], "march", "2009-03-15"))
    )
    assert {change.factor: change.kind for change in made.alarm()} == expect


@pytest.mark.parametrize(("given", "expect"), examples("success-factors", "comparison"))
def test_parties_are_compared_by_weight_where_their_standing_is_confirmed(given, expect):
    factors = [
        {
            "id": name,
            "weight": weight,
            "standings": [standing(party, given[party][name]) for party in ("us", "norda") if name in given[party]],
        }
        for name, weight in given["weights"].items()
    ]
    made = SuccessFactors.model_validate({"rivals": [{"id": "norda"}], "versions": [{"id": "v1", "factors": factors}]})
    found = {score.party: [score.average, score.rests_on] for score in made.scores()}
    found["lead"] = next([lead.lead, lead.rests_on] for lead in made.leads())
    for party, (average, rests_on) in expect.items():
        assert found[party] == [pytest.approx(average), pytest.approx(rests_on)]


def test_a_change_tells_place_and_weight_of_both_days():
    (moved,) = changes(version({"control": 34, "price": 30}), version({"control": 30, "price": 30}))
    assert (moved.factor, moved.kind) == ("price", "moves")
    assert (moved.place_before, moved.place_now, moved.before, moved.now) == (2, 1, 30, 30)


def test_the_gravest_change_comes_first():
    before = version({"control": 40, "references": 30, "price": 20, "service": 10})
    now = version({"control": 40, "start": 30, "references": 20, "price": 10})
    assert [change.kind for change in changes(before, now)] == ["enters", "leaves", "moves"]


def test_the_version_without_a_date_is_the_one_being_written_now():
    made = SuccessFactors(versions=(version({}, "draft"), version({}, "old", date(2009, 3, 15))))
    assert (made.previous.id, made.current.id) == ("old", "draft")


@pytest.mark.parametrize("dates", [[], ["2009-03-15"]])
def test_with_nothing_to_compare_the_alarm_is_quiet(dates):
    assert SuccessFactors(versions=tuple(version({"price": 100}, on=on) for on in dates)).alarm() == ()


weights = st.dictionaries(st.sampled_from(NAMES), st.none() | st.integers(0, 100))


@given(weights)
def test_a_version_never_rings_against_itself(weighed):
    assert changes(version(weighed), version(weighed)) == ()


@given(weights, weights, st.randoms())
def test_the_order_in_which_factors_are_written_rings_nothing(before, now, random):
    def shuffled(weighed):
        return version(dict(random.sample(sorted(weighed.items()), len(weighed))))

    def kinds(found):
        return {change.factor: change.kind for change in found}

    assert kinds(changes(version(before), version(now))) == kinds(changes(shuffled(before), shuffled(now)))


@given(weights, weights)
def test_every_change_is_about_somebody_who_was_or_is_at_the_top(before, now):
    for change in changes(version(before), version(now)):
        was, is_ = ((place or TOP + 1) <= TOP for place in (change.place_before, change.place_now))
        assert {"enters": is_ and not was, "leaves": was and not is_}.get(change.kind, was and is_)
        if change.kind == "reweighted":
            assert abs(change.now - change.before) >= MATERIAL


@given(st.dictionaries(st.sampled_from(NAMES), st.tuples(st.integers(0, 100), st.integers(0, 5)), min_size=1))
def test_an_average_lies_between_the_worst_and_the_best_standing(listed):
    factors = [
        {"id": name, "weight": weight, "standings": [standing("us", score)]} for name, (weight, score) in listed.items()
    ]
    (ours,) = SuccessFactors.model_validate({"versions": [{"id": "v1", "factors": factors}]}).scores()
    scores = [score for _, score in listed.values()]
    assert ours.average is None or min(scores) - 1e-9 <= ours.average <= max(scores) + 1e-9


@given(st.lists(st.none() | st.integers(0, 60), max_size=6))
def test_versions_run_by_date(offsets):
    start = date(2009, 1, 1)
    made = SuccessFactors.model_validate(
        {
            "versions": [
                {"id": f"v{n}", "on": None if days is None else start + timedelta(days)}
                for n, days in enumerate(offsets)
            ]
        }
    )
    dates = [each.on or date.max for each in made.in_order]
    assert dates == sorted(dates)


@pytest.mark.parametrize(
    "rows",
    [
        {"rivals": [{"id": "norda"}, {"id": "norda"}]},
        {"versions": [{"id": "v1"}, {"id": "v1"}]},
        {"versions": [{"id": "v1", "factors": [{"id": "price"}, {"id": "price"}]}]},
        {"versions": [{"id": "v1", "factors": [{"id": "price", "standings": [{"id": "us"}, {"id": "us"}]}]}]},
    ],
)
def test_two_rows_with_one_id_are_refused(rows):
    with pytest.raises(ValueError, match="stands twice"):
        SuccessFactors.model_validate(rows)
