"""What each party can bring to bear, and which strategies a situation leaves open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit.models.plan.competition import Competition
from sellkit.models.plan.strategy import openings

from .examples import examples

BACKED = {"confidence": "explicit", "cites": ["notes.p1"]}


def mark(value):
    if isinstance(value, list):
        return {"value": value[0], "confidence": "agreed"}
    return {"value": value, **BACKED}


def situation(rivals=None, **fields):
    data = {"rivals": [{"id": id, "superiority": mark(ratio)} for id, ratio in (rivals or {}).items()]}
    for name, value in fields.items():
        data[name] = mark(value) if name in ("in_place", "winnable") else value
    return Competition.model_validate(data)


CASES = [
    pytest.param(strategy, *case.values, id=f"{strategy}: {case.id}")
    for strategy in ("frontal", "flanking", "fragment", "defend", "develop")
    for case in examples("competition", strategy)
]


@pytest.mark.parametrize(("strategy", "given", "expect"), CASES)
def test_a_situation_opens_or_closes_a_strategy_and_says_why(strategy, given, expect):
    found = next(each for each in openings(situation(**given)) if each.strategy == strategy)
    assert (found.open, found.reason) == (expect["open"], expect["reason"])
    assert list(found.needs) == expect.get("needs", [])


ratios = st.none() | st.just("unknown") | st.floats(0, 100)
rivals = st.dictionaries(st.sampled_from(["norda", "quill", "tarn"]), ratios)
yes_or_no = st.none() | st.just("unknown") | st.booleans()
texts = st.sampled_from(["", " ", "written"])
situations = st.builds(
    situation, rivals, in_place=yes_or_no, winnable=yes_or_no, criterion=texts, part=texts, expansion=texts,
    next_round=texts,
)  # fmt: skip


@given(situations)
def test_frontal_and_flanking_never_stand_open_together(made):
    is_open = {each.strategy: each.open for each in openings(made)}
    assert list(is_open) == ["frontal", "flanking", "fragment", "defend", "develop"]
    assert not (is_open["frontal"] and is_open["flanking"])


@given(rivals, ratios)
def test_one_more_rival_never_opens_a_frontal_attack(others, ratio):
    before, after = situation(others), situation(others | {"fourth": ratio})
    assert not openings(after)[0].open or openings(before)[0].open or not others


@given(situations)
def test_without_backing_no_mark_opens_a_strategy(made):
    bare = {"cites": (), "witness": ""}
    claimed = made.changed(
        rivals=[rival.changed(superiority=rival.superiority.changed(**bare)) for rival in made.rivals],
        in_place=made.in_place.changed(**bare),
        winnable=made.winnable.changed(**bare),
    )
    assert {each.strategy for each in openings(claimed) if each.open} <= {"fragment"}


@given(situations)
def test_only_an_open_strategy_owes_something(made):
    assert all(each.open for each in openings(made) if each.needs)


def resource(id, chance, effect, **more):
    return {"id": id, "chance": {"value": chance, **BACKED}, "effect": {"value": effect, **BACKED}, **more}


def test_the_strongest_confirmed_resources_come_first():
    claimed = {"id": "claimed", "chance": {"value": "high"}, "effect": {"value": "high"}}
    made = Competition.model_validate(
        {"resources": [resource("weak", "low", "high"), claimed, resource("strong", "high", "medium")]}
    )
    assert [(each.id, each.pull) for each in made.resources_of("us")] == [
        ("strong", 6), ("weak", 3), ("claimed", None)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("needs", "met", "ready"),
    [
        ("", None, True),
        ("He has a free day", True, True),
        ("He has a free day", False, False),
        ("He has a free day", "unknown", False),
        ("He has a free day", None, False),
    ],
)
def test_a_resource_is_ready_once_what_it_needs_is_in_place(needs, met, ready):
    made = Competition.model_validate({"resources": [{"id": "r", "precondition": needs, "met": mark(met)}]})
    assert made.resources[0].ready is ready


@pytest.mark.parametrize(
    "rows",
    [
        {"rivals": [{"id": "norda"}, {"id": "norda"}]},
        {"rivals": [{"id": "us"}]},
        {"swot": [{"id": "s1"}, {"id": "s1"}]},
        {"actions": [{"id": "a1"}, {"id": "a1"}]},
    ],
)
def test_two_rows_with_one_id_are_refused(rows):
    with pytest.raises(ValueError, match="stands twice"):
        Competition.model_validate(rows)
