"""Agreement between assessors: published numbers, and what holds for any ratings."""

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sellkit.training.agreement import Agreement, agreement, differences
from sellkit.training.yamlfile import read_yaml

PUBLISHED = read_yaml("agreement.yaml", Path(__file__).with_name("agreement.yaml").read_bytes()).data


def ratings(*judges):
    """Ratings from lines such as `1 2 . 3`."""
    return {
        f"judge-{n}": {f"u{unit}": None if mark == "." else float(mark) for unit, mark in enumerate(line.split())}
        for n, line in enumerate(judges)
    }


@pytest.mark.parametrize("name", PUBLISHED)
@pytest.mark.parametrize("metric", ["ordinal", "interval"])
def test_alpha_is_the_published_one(name, metric):
    example = PUBLISHED[name]
    found = agreement(ratings(*example["judges"]), metric)
    assert (found.units, found.ratings) == (example["units"], example["ratings"])
    if metric in example:
        assert found.alpha == pytest.approx(example[metric], abs=0.0005)


def test_full_agreement_on_different_levels_is_one():
    assert agreement(ratings("1 2 3", "1 2 3")).alpha == 1


def test_judges_who_contradict_each_other_are_below_nought():
    assert agreement(ratings("1 3", "3 1")).alpha < 0


def test_levels_that_never_differ_say_nothing_about_agreement():
    assert agreement(ratings("2 2 2", "2 2 2")) == Agreement(None, 3, 6, "no-variation")


@pytest.mark.parametrize("judges", [(), ("1 2 3",), ("1 . 3", ". 2 .")])
def test_without_a_unit_that_two_have_judged_nothing_can_be_said(judges):
    assert agreement(ratings(*judges)) == Agreement(None, 0, 0, "nothing-shared")


def test_a_unit_with_one_judge_changes_nothing():
    assert agreement(ratings("1 2 3 4", "1 3 3 .")) == agreement(ratings("1 2 3", "1 3 3"))


def test_by_order_alone_a_step_across_a_level_that_is_often_given_is_wider():
    close = ratings("1 3 1 1 1 1 1 1", "2 3 1 1 1 1 1 1")
    assert agreement(close, "ordinal").alpha < agreement(close, "interval").alpha


def test_what_is_no_number_is_missing():
    broken = {"a": {"x": 1.0, "y": float("nan"), "z": 2.0}, "b": {"x": 1.0, "y": 2.0, "z": float("inf")}}
    assert agreement(broken).units == 1


def test_differences_are_listed_widest_first():
    found = differences(ratings("1 2 3 0", "1 3 0 .", ". 3 . ."))
    assert [(each.unit, each.spread) for each in found] == [("u2", 3), ("u1", 1)]
    assert found[1].levels == {"judge-0": 2, "judge-1": 3, "judge-2": 3}


def test_small_differences_can_be_left_out():
    assert [each.unit for each in differences(ratings("1 2 3", "1 3 0"), above=1)] == ["u2"]


levels = st.none() | st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0])
tables = st.lists(st.lists(levels, min_size=4, max_size=4), min_size=2, max_size=5)


def table(rows):
    return {f"j{n}": {f"u{unit}": level for unit, level in enumerate(row)} for n, row in enumerate(rows)}


@given(tables, st.sampled_from(["ordinal", "interval"]))
def test_alpha_never_exceeds_one_and_its_absence_has_a_reason(rows, metric):
    found = agreement(table(rows), metric)
    assert (found.alpha is None) == (found.why is not None)
    assert found.alpha is None or found.alpha <= 1 + 1e-9


@given(tables, st.randoms(use_true_random=False), st.sampled_from(["ordinal", "interval"]))
def test_it_does_not_matter_who_the_judges_are(rows, random, metric):
    shuffled = random.sample(rows, len(rows))
    there, back = agreement(table(rows), metric).alpha, agreement(table(shuffled), metric).alpha
    assert there == pytest.approx(back)


@given(tables)
def test_a_longer_yardstick_changes_nothing(rows):
    stretched = [[None if level is None else 40 * level + 3 for level in row] for row in rows]
    for metric in ("ordinal", "interval"):
        there, back = agreement(table(rows), metric).alpha, agreement(table(stretched), metric).alpha
        assert there == pytest.approx(back)


@given(tables)
def test_for_order_only_the_order_counts(rows):
    bent = [[None if level is None else level**3 for level in row] for row in rows]
    assert agreement(table(rows)).alpha == pytest.approx(agreement(table(bent)).alpha)


@given(tables)
def test_who_agrees_fully_has_no_difference_to_discuss(rows):
    assume(any(level is not None for level in rows[0]))
    assert differences(table([rows[0]] * 3)) == ()
