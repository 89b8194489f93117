"""The customer's strategy, our choice of customers, our readiness: each rule by examples, then for all inputs."""

from datetime import date
from pathlib import Path
from typing import get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import sellkit
from sellkit.models.portfolio.growth import SourceKind
from sellkit.models.portfolio.resource_audit import ResourceAudit
from sellkit.models.portfolio.selection import CriterionKind, CustomerSelection
from sellkit.models.portfolio.strategy_fit import CustomerStrategy
from sellkit.models.portfolio.technology_fit import technology_fit
from sellkit.models.portfolio.tiers import LIFTS, TIERS, TierBook, TierReason
from sellkit.models.portfolio.wall_ways import wall_habit
from sellkit.models.portfolio.window import window_picture
from sellkit.models.scale import Scale
from sellkit.training.methods import method

from .examples import examples
from .portfolio_sheets import grid, mark, table

SCALES = Path(sellkit.__file__).parent / "content" / "scales"


def scale(name):
    return Scale.model_validate(yaml.safe_load((SCALES / f"{name}.yaml").read_bytes()))


@pytest.mark.parametrize(
    ("name", "kind"),
    [("growth-sources", SourceKind), ("tier-reasons", TierReason), ("selection-criteria", CriterionKind)],
)
def test_a_scale_has_the_levels_that_the_model_knows(name, kind):
    assert {level.id for level in scale(name).levels} == set(get_args(kind))


def strategy(places=(), initiatives=(), on=None):
    held = [("customer", day, *focus) for day, focus in dict(places).items()]
    tactics = {id: (time, direction) for id, (direction, time) in dict(initiatives).items()}
    return CustomerStrategy(
        alignment=grid("strategic-alignment", held),
        tactics=grid("tactical-initiatives", tactics),
        as_of=date.fromisoformat(on) if on else None,
    )


@pytest.mark.parametrize(("given", "expect"), examples("strategy", "arrow"))
def test_the_arrow_runs_from_today_to_the_wanted_place(given, expect):
    arrow = strategy(**given).arrow
    found = arrow and {"steps": dict(arrow.steps), "rises": list(arrow.rises), "open": arrow.open}
    assert found == expect


@pytest.mark.parametrize(("given", "expect"), examples("strategy", "fits"))
def test_initiatives_lie_on_the_arrow_or_beside_it(given, expect):
    made = strategy(**given)
    fits = {found.placement.id: found.fit for found in made.fits()}
    assert {"fits": fits, "uncarried": list(made.uncarried())} == expect


def test_sheets_with_other_axes_are_refused():
    other = grid("customer-window", {})
    with pytest.raises(ValueError, match="axis 'cost'"):
        CustomerStrategy(alignment=other, tactics=grid("tactical-initiatives", {}))
    with pytest.raises(ValueError, match="level 'cost'"):
        CustomerStrategy(alignment=grid("strategic-alignment", {}), tactics=other)


levels = st.sampled_from(["low", "high", "low?", "high?", "unknown", None])
days = st.sampled_from(["2009-01-01", "2009-06-01", "2010-01-01", "2012-01-01"])
initiatives = st.dictionaries(
    st.sampled_from("abcdef"),
    st.tuples(
        st.sampled_from(["cost", "revenue", "cost?", None, "unknown"]),
        st.sampled_from(["one-year", "two-years", "three-years", "unknown"]),
    ),
)
strategies = st.builds(strategy, st.dictionaries(days, st.tuples(levels, levels)), initiatives, st.none() | days)


@given(strategies)
def test_a_direction_is_carried_exactly_if_an_initiative_carries_it(made):
    carried = {found.placement.y.settled for found in made.fits() if found.fit == "carries"}
    rises = set(made.arrow.rises) if made.arrow and not made.arrow.open else set()
    assert carried <= rises
    assert set(made.uncarried()) == rises - carried


@given(strategies, st.sampled_from(["cost", "revenue"]))
def test_one_more_initiative_in_time_never_leaves_more_uncarried(made, direction):
    more = made.tactics.changed(
        placements=(*made.tactics.placements, *grid("tactical-initiatives", {"z": ("one-year", direction)}).placements)
    )
    assert set(made.changed(tactics=more).uncarried()) <= set(made.uncarried())


@pytest.mark.parametrize(("given", "expect"), examples("strategy", "technology"))
def test_fit_and_conflict_are_sorted_by_block(given, expect):
    rows = [{"block": block, "what": "x", "fit": mark(fit), "plan": plan} for block, fit, plan in given]
    found = technology_fit(table("technology-preferences", rows))
    parts = {
        each.block: {k: list(v) for k, v in each.model_dump(exclude={"block"}).items() if v}
        for each in found
        if each.asked
    }
    assert parts == expect
    assert [each.block for each in found] == ["applications", "systems-network", "systems-management", "services"]


def selection(weights, points):
    criteria = [{"id": f"c{n}", "weight": weight} for n, weight in enumerate(weights)]
    scores = [
        {"candidate": id, "criterion": f"c{n}", "points": mark(got)}
        for id, row in points.items()
        for n, got in enumerate(row)
    ]
    return CustomerSelection.model_validate(
        {"criteria": criteria, "candidates": [{"id": id} for id in points], "scores": scores}
    )


@pytest.mark.parametrize(("given", "expect"), examples("strategy", "ranking"))
def test_customers_are_ranked_by_what_is_confirmed(given, expect):
    found = selection(**given).ranking()
    assert [[each.rank, each.candidate.id, each.score, each.most, list(each.tied)] for each in found] == expect


points = st.lists(st.integers(0, 5) | st.sampled_from(["unknown", "3?"]), min_size=3, max_size=3)
selections = st.builds(
    selection,
    st.lists(st.floats(0, 150), min_size=3, max_size=3),
    st.dictionaries(st.sampled_from(["a", "b", "c", "d", "e"]), points),
)


@given(selections)
def test_the_list_falls_and_only_equal_scores_share_a_rank(made):
    ranking = made.ranking()
    assert [each.score for each in ranking] == sorted((each.score for each in ranking), reverse=True)
    for each in ranking:
        assert each.score <= each.most <= 5 + 1e-6
        assert each.rank == 1 + sum(other.score > each.score for other in ranking)
        assert set(each.tied) == {o.candidate.id for o in ranking if o.score == each.score and o is not each}


def test_a_score_of_a_customer_who_is_not_listed_is_refused():
    with pytest.raises(ValueError, match="no candidate 'ghost'"):
        CustomerSelection.model_validate(
            {"criteria": [{"id": "c"}], "scores": [{"candidate": "ghost", "criterion": "c"}]}
        )


def book(places, moves=()):
    return TierBook.model_validate(
        {
            "grid": grid("attraction-entry", {id: (entry, attraction) for id, (attraction, entry) in places.items()}),
            "moves": [
                {"id": f"m-{id}", "account": id, "to": to, "reason": mark(reason)}
                for id, (to, reason) in dict(moves).items()
            ],
        }
    )


@pytest.mark.parametrize(("given", "expect"), examples("strategy", "tiers"))
def test_a_tier_is_the_place_or_what_a_reason_makes_of_it(given, expect):
    assert {each.placement.id: each.tier for each in book(**given).tiers()} == expect


def test_the_last_move_counts_and_one_of_tomorrow_does_not_yet():
    made = book({"one": ("low", "low")}).changed(as_of=date(2009, 4, 1))
    moves = [("2009-02-01", "A"), ("2009-03-01", "B"), ("2009-05-01", "C")]
    listed = [
        {"id": f"m{n}", "account": "one", "to": to, "on": on, "reason": mark("company-strategy")}
        for n, (on, to) in enumerate(moves)
    ]
    assert made.changed(moves=listed).tiers()[0].tier == "B"


@given(
    st.sampled_from([("high", "high"), ("high", "low"), ("low", "high"), ("low", "low")]),
    st.sampled_from(TIERS),
    st.sampled_from([*get_args(TierReason), None, "company-strategy?"]),
)
def test_nobody_is_lifted_further_than_a_confirmed_reason_reaches(place, to, reason):
    made = book({"one": place}, {"one": (to, reason)})
    found = made.tiers()[0]
    up = TIERS.index(found.placed) - TIERS.index(found.tier)
    assert up <= LIFTS.get(reason, 0)
    assert found.tier in (to, found.placed)


@pytest.mark.parametrize(("given", "expect"), examples("strategy", "window"))
def test_the_window_says_what_to_start_stop_and_keep(given, expect):
    found = window_picture(grid("customer-window", given))._asdict()
    assert {name: [each.id for each in placed] for name, placed in found.items() if placed} == expect


@pytest.mark.parametrize(("given", "expect"), examples("strategy", "audit"))
def test_the_audit_tells_what_is_missing_and_what_is_not_planned(given, expect):
    marks = [{"item": item, "judged": mark(answer)} for item, answer in given["answers"].items()]
    audit = ResourceAudit.model_validate(
        {
            "audit": {"method": method("resource-audit"), "marks": marks},
            "actions": [{"id": item, "what": "Mend it"} for item in given["planned"]],
        }
    )
    found = audit.readiness()
    told = found.model_dump() | {"open": len(found.open)}
    assert {name: list(value) if isinstance(value, tuple) else value for name, value in told.items()} == expect


def test_an_action_on_a_question_that_the_audit_lacks_is_refused():
    with pytest.raises(ValueError, match="no item 'luck'"):
        ResourceAudit.model_validate({"audit": {"method": method("resource-audit")}, "actions": [{"id": "luck"}]})


@pytest.mark.parametrize(("given", "expect"), examples("strategy", "wall"))
def test_the_ticked_signs_tell_how_a_team_goes_at_the_wall(given, expect):
    found = wall_habit(given, scale("wall-ways"))
    assert {"way": found.way, "tied": list(found.tied)} == expect


def test_each_way_through_the_wall_says_what_it_predicts_and_what_to_do_instead():
    assert all({"predicts", "next"} <= level.texts.keys() for level in scale("wall-ways").levels)


def test_a_sign_of_no_way_is_refused():
    with pytest.raises(ValueError, match="no sign 'luck'"):
        wall_habit(["luck"], scale("wall-ways"))


@pytest.mark.parametrize(("given", "expect"), examples("strategy", "position"))
def test_a_customer_stands_where_its_two_focuses_meet(given, expect):
    sheet = grid("strategic-alignment", {"customer": given})
    region = sheet.region(sheet.placements[0])
    assert (region.id if region else None) == expect


@pytest.mark.parametrize(("given", "expect"), examples("strategy", "tim"))
def test_an_initiative_stands_where_direction_and_time_meet(given, expect):
    sheet = grid("tactical-initiatives", {"loyalty": given})
    assert sheet.region(sheet.placements[0]).id == expect


@pytest.mark.parametrize(("given", "expect"), examples("strategy", "customer-kinds"))
def test_the_signs_tell_where_a_customer_sees_value_and_so_how_it_is_sold_to(given, expect):
    kinds = scale("customer-value-kinds")
    modes = {id: kinds.level(id).texts["mode"].in_("en").split(":")[0] for id in kinds.most_seen(given)}
    assert modes == expect


def test_each_kind_of_customer_says_how_it_is_sold_to():
    assert all("mode" in level.texts for level in scale("customer-value-kinds").levels)


def test_the_audit_asks_eleven_questions():
    assert len(method("resource-audit").items) == 11
