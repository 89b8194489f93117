"""Cards never overlap, superiors stand above, and nothing hangs, whatever the people and lines."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellkit.views.pictures import outlines, routing
from sellkit.views.pictures.chain_layout import chain, layers
from sellkit.views.pictures.layout import Box, Plan, indented, organisation, superiors
from sellkit.views.pictures.relationship_map import browser_plan

NAMES = [f"p{n}" for n in range(40)]


@st.composite
def organisations(draw: st.DrawFn) -> list[tuple[str, str | None]]:
    """Any reporting lines among up to 40 people: trees, forests, rings, superiors whom nobody knows."""
    count = draw(st.integers(1, 40))
    bosses = st.one_of(st.none(), st.sampled_from(NAMES[:count]), st.just("stranger"))
    return [(name, draw(bosses)) for name in NAMES[:count]]


@st.composite
def chains(draw: st.DrawFn) -> tuple[list[tuple[str, str | None]], list[tuple[str, str]], dict[str, float]]:
    people = draw(organisations())
    on_board = draw(st.lists(st.sampled_from([name for name, _ in people]), unique=True))
    edges = draw(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=60))
    return people, edges, {name: float(draw(st.integers(90, 420))) for name in on_board}


def overlapping(boxes: dict[str, Box]) -> list[tuple[str, str]]:
    return [
        (a, b)
        for (a, one), (b, two) in combinations(boxes.items(), 2)
        if one.x < two.right and two.x < one.right and one.y < two.bottom and two.y < one.bottom
    ]


def crossed(points: list[routing.Point], boxes: dict[str, Box]) -> set[str]:
    """Whose cards a line runs through (touching a border is fine)."""
    hit = set()
    for (x1, y1), (x2, y2) in pairwise(points):
        left, right, top, bottom = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
        hit |= {
            name
            for name, box in boxes.items()
            if left < box.right - 0.1 and right > box.x + 0.1 and top < box.bottom - 0.1 and bottom > box.y + 0.1
        }
    return hit


@given(organisations())
@settings(max_examples=60, deadline=None)
def test_no_two_cards_of_an_organisation_overlap_and_all_lie_on_the_plan(people):
    for plan in (organisation(people), indented(people)):
        assert set(plan.boxes) == {name for name, _ in people}
        assert not overlapping(plan.boxes)
        assert all(
            b.x >= 0 and b.right <= plan.width and b.y >= 0 and b.bottom <= plan.height for b in plan.boxes.values()
        )


@given(organisations())
@settings(max_examples=60, deadline=None)
def test_everybody_stands_below_their_superior(people):
    plan = organisation(people)
    for person, boss in plan.parents.items():
        assert boss is None or plan.boxes[boss].bottom < plan.boxes[person].y


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ([("a", "b"), ("b", "a")], {"a": None, "b": "a"}),
        ([("a", "a")], {"a": None}),
        ([("a", "stranger")], {"a": None}),
        ([("a", None), ("b", "c"), ("c", "d"), ("d", "b")], {"a": None, "b": None, "c": "d", "d": "b"}),
    ],
    ids=["two report to each other", "reports to oneself", "unknown superior", "a ring beside the top"],
)
def test_a_ring_of_superiors_is_opened_at_its_first_person(people, expected):
    assert superiors(people) == expected


@given(organisations(), st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=12))
@settings(max_examples=60, deadline=None)
def test_a_line_of_influence_runs_through_nobodys_card(people, pairs):
    for plan in (organisation(people), indented(people)):
        for points in routing.influence(plan, pairs).values():
            assert crossed(points, plan.boxes) == set()


@given(organisations(), st.sets(st.sampled_from(NAMES)))
@settings(max_examples=60, deadline=None)
def test_an_outline_takes_in_its_members_and_nobody_else(people, members):
    for plan in (organisation(people), indented(people)):
        shape = outlines.outline(plan, members, 14)
        around = {f"part {n}": part for n, part in enumerate(shape.parts)}
        for name, box in plan.boxes.items():
            touched = {a for pair in overlapping({**around, name: box}) if name in pair for a in pair}
            assert bool(touched) == (name in members)


@pytest.mark.parametrize(
    ("members", "parts"),
    [({"boss", "left"}, 1), ({"left", "right"}, 1), ({"boss", "clerk"}, 2), (set(), 0)],
    ids=["superior and report", "side by side", "apart", "nobody"],
)
def test_members_who_stand_together_share_one_outline(members, parts):
    plan = organisation([("boss", None), ("left", "boss"), ("right", "boss"), ("clerk", "left")])
    assert len(outlines.outline(plan, members, 14).labels) == parts


@given(chains())
@settings(max_examples=60, deadline=None)
def test_no_two_cards_of_a_chain_overlap_and_no_line_runs_through_a_card(drawn):
    people, edges, heights = drawn
    for columns in (1, 4):
        plan = chain(people, edges, heights, columns)
        assert set(plan.boxes) == set(heights)
        assert not overlapping(plan.boxes)
        ports = [(upper, str(n), lower, heights.get(upper, 0) - 20) for n, (upper, lower) in enumerate(edges)]
        lines = routing.causes(plan, ports)
        assert all(crossed(points, plan.boxes) == set() for points in lines.values())


def test_a_chain_runs_downwards_by_the_longest_way_from_the_top():
    edges = [("ceo", "cfo"), ("ceo", "coo"), ("cfo", "coo"), ("coo", "sales")]
    order = ["ceo", "cfo", "coo", "sales", "lone"]
    assert layers(order, edges, {"ceo": 0, "cfo": 1, "coo": 1, "sales": 2, "lone": 1}) == {
        "ceo": 0, "cfo": 1, "coo": 2, "sales": 3, "lone": 1,
    }  # fmt: skip


def test_a_ring_in_a_chain_is_opened_and_still_laid_out():
    edges = [("a", "b"), ("b", "c"), ("c", "a")]
    assert layers(["a", "b", "c"], edges, dict.fromkeys("abc", 0)) == {"a": 0, "b": 1, "c": 2}


def test_neighbours_trade_places_so_that_lines_do_not_cross():
    people = [("top-1", None), ("top-2", None), ("left", "top-2"), ("right", "top-1")]
    plan = chain(people, [("top-1", "right"), ("top-2", "left")], dict.fromkeys(dict(people), 100.0))
    tops_agree = plan.boxes["top-1"].x < plan.boxes["top-2"].x
    assert tops_agree == (plan.boxes["right"].x < plan.boxes["left"].x)


def test_a_path_through_one_straight_line_has_no_corner():
    assert routing.path([(0, 0), (0, 10), (0, 30)]) == "M0.0 0.0L0.0 30.0"


def test_a_wide_department_is_stacked_to_keep_within_the_width():
    people = [("boss", None), *((f"clerk-{n}", "boss") for n in range(12))]
    assert organisation(people, width=1180).width <= 1180


def test_an_empty_plan_is_a_plan():
    assert isinstance(organisation([]), Plan)
    assert isinstance(indented([]), Plan)
    assert isinstance(chain([], [], {}), Plan)


def test_the_board_gets_a_place_for_every_card_line_and_outline() -> None:
    plan = organisation([("ceo", None), ("cfo", "ceo"), ("lone", None)])
    made = browser_plan(plan, {"ceo": "inner", "cfo": "structure"}, [("lone", "ceo")])
    assert made["cards"].keys() == plan.boxes.keys()
    assert (list(made["reporting"]), list(made["influences"])) == (["cfo"], ["lone>ceo"])
    assert len(made["outlines"]["structure"]["parts"]) > len(made["outlines"]["inner"]["parts"]) > 0
