"""After the sale: independent lines, reviews, sponsors, health."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellkit.models.account.post_sale import PostSale

from .examples import examples
from .method_sheets import mark

TODAY = date(2009, 3, 15)


def line(text, number=0):
    ours, theirs, days = text.split()
    return {"id": f"l{number}", "ours": ours, "theirs": theirs, "last": TODAY - timedelta(int(days))}


def after_sale(lines=(), **more):
    rows = [line(text, number) for number, text in enumerate(lines)]
    return PostSale.model_validate({"as_of": TODAY, "lines": rows, **more})


@pytest.mark.parametrize(("lines", "expect"), examples("post-sale", "independent"))
def test_lines_count_that_share_nobody_and_are_not_silent(lines, expect):
    assert after_sale(lines).independent() == expect


@pytest.mark.parametrize(("sheet", "expect"), examples("post-sale", "sponsors"))
def test_a_sponsor_is_silent_when_nobody_talked_to_them_for_a_quarter(sheet, expect):
    assert list(after_sale(**sheet).silent_sponsors()) == expect


@pytest.mark.parametrize(("sheet", "expect"), examples("post-sale", "review"))
def test_when_the_next_review_is_due(sheet, expect):
    reviews = [{"id": f"r{n}", "on": on} for n, on in enumerate(sheet.get("reviews", []))]
    found = PostSale.model_validate(
        {
            "as_of": sheet["as_of"],
            "since": sheet.get("since"),
            "review_every": sheet.get("every", 90),
            "reviews": reviews,
        }
    )
    due = found.review_due.isoformat() if found.review_due else None
    assert {"due": due, "overdue": found.review_overdue} == expect


@pytest.mark.parametrize(("sheet", "expect"), examples("post-sale", "health"))
def test_health_and_what_it_comes_from(sheet, expect):
    more = {"sponsors": sheet.get("sponsors", [])}
    if "reviewed" in sheet:
        more["reviews"] = [{"id": "r", "on": TODAY - timedelta(sheet["reviewed"]), "value": mark(sheet["value"])}]
    if "started" in sheet:
        more["since"] = TODAY - timedelta(sheet["started"])
    if "space" in sheet:
        more["spaces"] = [{"id": "s", "state": mark(sheet["space"])}]
    found = after_sale(sheet.get("lines", []), **more).health
    assert {"level": found.level, "because": list(found.because)} == expect


pairs = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz")), max_size=8)


@settings(deadline=None)
@given(pairs)
def test_no_choice_of_lines_that_share_nobody_is_larger(found):
    counted = after_sale([f"{ours} {theirs} 1" for ours, theirs in found]).independent()
    sizes = [
        size
        for size in range(len(found) + 1)
        for some in combinations(found, size)
        if len({ours for ours, _ in some}) == len({theirs for _, theirs in some}) == size
    ]
    assert counted == max(sizes)


def test_three_hundred_people_in_a_web_are_counted_at_once():
    web = [f"o{n} t{(n * step) % 300} 1" for n in range(300) for step in (1, 7, 11)]
    assert after_sale(web).independent() == 300


@given(pairs, st.integers(0, 400))
def test_time_alone_never_makes_an_account_healthier(found, days):
    sheet = after_sale([f"{ours} {theirs} 1" for ours, theirs in found], since=TODAY, sponsors=["w"])
    order = ["at-risk", "watch", "sound"]
    later = sheet.changed(as_of=TODAY + timedelta(days))
    assert order.index(later.health.level) <= order.index(sheet.health.level)


def test_white_space_is_what_is_confirmed_to_be_open_or_with_a_rival():
    states = {"a": "open", "b": "rival", "c": "in-use", "d": "no-need", "e": "open?", "f": "unknown"}
    spaces = [{"id": id, "state": mark(state)} for id, state in states.items()]
    assert [space.id for space in PostSale.model_validate({"spaces": spaces}).white_space] == ["a", "b"]


@pytest.mark.parametrize("since", ["0001-01-01", "9999-12-31"])
def test_any_calendar_can_be_counted(since):
    assert PostSale.model_validate({"since": since, "review_every": 3660, "as_of": "9999-12-31"}).review_due
