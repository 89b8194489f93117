"""Pictures of triggers, after the sale, selection, tiers and purchasing: forgotten, hoped for and unknown are seen."""

import pytest

from sellkit.models.account.post_sale import PostSale
from sellkit.models.account.triggers import TriggerLog
from sellkit.models.portfolio.customer_value import CustomerValue
from sellkit.models.portfolio.selection import CustomerSelection
from sellkit.models.portfolio.tiers import TierBook
from sellkit.training.accounts import example
from sellkit.views.pictures import picture

from ..models.portfolio_sheets import grid, mark
from .svg import EN, boxes, shown, told, written


def log(*triggers, **more):
    return TriggerLog.model_validate({"as_of": "2026-04-20", "triggers": triggers, **more})


@pytest.mark.parametrize(
    ("trigger", "says"),
    [
        ({"on": "2024-01-01"}, "! missed: over a year old"),
        ({"on": "2026-01-01"}, "! nothing made of it yet"),
        ({"on": "2024-01-01", "deal": "erp"}, "Deal: erp"),
        ({"action": "Call them", "by": "2026-04-19"}, "was due on 2026-04-19"),
        ({"action": "Call them", "by": "2026-04-20"}, "by 2026-04-20"),
    ],
)
def test_each_trigger_says_what_came_of_it(trigger, says):
    assert says in shown(picture(log({"id": "t", **trigger}), EN).svg)


def test_the_latest_trigger_is_read_first_and_one_without_a_day_last():
    said = shown(
        picture(log({"id": "old", "on": "2025-01-01"}, {"id": "none"}, {"id": "new", "on": "2026-01-01"}), EN).svg
    )
    assert [text for text in said if text in ("old", "new", "none")] == ["new", "old", "none"]


def test_a_trigger_shows_the_project_that_was_started_because_of_it():
    started = {"id": "i", "reason": mark("Audit of all parks"), "triggers": ["t"]}
    said = told(picture(log({"id": "t", "name": "Listing"}, initiations=[started]), EN).svg)
    assert "Project started because of it: Audit of all parks" in said
    assert "Set off by: Listing" in said
    assert "nothing made of it yet" not in said


def test_the_log_of_an_account_calls_people_and_deals_by_their_names():
    said = told(picture(example("en"), EN, "triggers").svg)
    assert "Touches: He Yan" in said
    assert "Deal: Project platform for Lanting Group" in said


def sold(**parts):
    return PostSale.model_validate({"as_of": "2026-04-20", "since": "2026-01-01", **parts})


def test_health_stands_with_each_of_its_reasons():
    said = told(picture(sold(sponsors=["fang"]), EN, names={"fang": "Fang Ce"}).svg)
    assert "At risk" in said
    assert "Nobody has talked to those who stood up for us: Fang Ce" in said
    assert "Nobody of ours talks to anybody of theirs" in said


@pytest.mark.parametrize(("every", "says"), [(30, "review due 2026-01-31, not held"), (200, "next review 2026-07-20")])
def test_the_next_review_is_due_or_overdue(every, says):
    assert says in shown(picture(sold(review_every=every), EN).svg)


def test_reviews_stand_on_the_line_in_their_order():
    days = ("2026-03-01", "2026-01-15", "2026-03-02")
    svg = picture(sold(reviews=[{"id": day, "on": day} for day in days]), EN).svg
    line = [box for box in written(svg) if box.what in ("1", "2", "3")][:3]
    assert [box.what for box in line] == ["1", "2", "3"]
    assert line[0].left < line[1].left < line[2].left


def selection(*points):
    candidates = [{"id": f"k{n}"} for n in range(len(points))]
    scores = [{"candidate": f"k{n}", "criterion": "c", "points": mark(each)} for n, each in enumerate(points)]
    criteria = [{"id": "c", "name": "Growth", "weight": 90}]
    return CustomerSelection.model_validate({"criteria": criteria, "candidates": candidates, "scores": scores})


@pytest.mark.parametrize("width", [1180, 390])
def test_customers_are_ranked_ties_share_a_place_and_hope_is_not_counted(width):
    said = shown(picture(selection(2, 4, "5?", 4), EN, width=width).svg)
    assert [text for text in said if text in ("k0", "k1", "k2", "k3")] == ["k1", "k3", "k0", "k2"]
    assert said.count("1=") == 2
    assert "0.0–5.0" in said
    assert "The weights add up to 90%, not to 100%." in said
    assert "Not settled yet: customers that could still overtake k1: 1." in " ".join(said)


def tiers(*moves):
    placed = grid("attraction-entry", {"k0": ("low", "low"), "k1": ("high", "high")})
    return TierBook.model_validate({"grid": placed, "moves": moves})


def test_a_move_that_counts_changes_the_lane_and_one_that_does_not_is_told_below():
    lifted = {"id": "m", "account": "k0", "to": "A", "reason": mark("major-opening")}
    sunk = {**lifted, "reason": mark("resources-sunk")}
    assert "D → A · Major opening" in shown(picture(tiers(lifted), EN).svg)
    said = told(picture(tiers(sunk), EN).svg)
    assert "Moves that do not count" in said
    assert "k0 · D → A · Resources sunk" in said


def test_the_ranking_shows_the_tier_of_whoever_has_one():
    book, ranking = tiers(), selection(2, 4, 1)
    assert {"A", "D"} <= set(shown(picture(ranking, EN, tiers=book).svg))
    assert not {"A", "D"} & set(shown(picture(ranking, EN).svg))


def test_bars_of_purchasing_stand_in_proportion_and_an_unknown_amount_is_no_bar():
    shares = [{"id": "a", "amount": 100, "ours": 25}, {"id": "b", "amount": 50}, {"id": "c"}]
    svg = picture(CustomerValue.model_validate({"shares": shares}), EN).svg
    long, short, unknown = (box.right - box.left for box in boxes(svg, "3") if box.bottom - box.top == 22)
    assert long == pytest.approx(2 * short, abs=0.2)
    ours = next(box for box in boxes(svg, "2"))
    assert ours.right - ours.left == pytest.approx(long / 4, abs=0.2)
    assert unknown == 60
    assert "?" in shown(svg)
