"""People, maps, profiles and the grid of rank and influence."""

import pytest

from sellkit.models import FiveDimensionProfile, InitiativeList, Judged, RelationshipMap, Stakeholder, difference
from sellkit.models.people.rank_influence import points, region_of


def mark(value, **parts):
    return {"value": value, **parts}


CITED = {"cites": ["notes.p1"], "confidence": "explicit"}


@pytest.mark.parametrize(
    ("parts", "state", "given"),
    [
        ({}, "blank", None),
        (mark("unknown", **CITED), "unknown", None),
        (mark("supporter"), "unconfirmed", "supporter"),
        (mark("supporter", cites=["notes.p1"]), "unconfirmed", "supporter"),
        (mark("supporter", confidence="agreed"), "unconfirmed", "supporter"),
        (mark("supporter", cites=["notes.p1"], confidence="inferred"), "unconfirmed", "supporter"),
        (mark("supporter", **CITED), "confirmed", "supporter"),
        (mark("supporter", cites=["notes.p1"], confidence="agreed"), "confirmed", "supporter"),
    ],
)
def test_only_a_cited_mark_that_is_explicit_or_agreed_is_confirmed(parts, state, given):
    attitude = Stakeholder(id="chen", attitude=parts).attitude
    assert (attitude.state, attitude.given) == (state, given)
    assert attitude.confirmed == (state == "confirmed")
    assert attitude.settled == (given if state == "confirmed" else None)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("attitude", "friendly"),
        ("influence", 6),
        ("tendency", -4),
        ("buying_roles", ["X"]),
        ("decision_focus", ["finance", "finance"]),
    ],
)
def test_a_value_that_the_scale_does_not_have_is_refused(field, value):
    with pytest.raises(ValueError, match=field):
        Stakeholder.model_validate({"id": "chen", field: mark(value)})


@pytest.mark.parametrize("id", ["", "Chen", "../etc", "a b", "x" * 81, "-a"])
def test_an_id_is_plain(id):
    with pytest.raises(ValueError, match="id"):
        Stakeholder(id=id)


def test_a_list_looked_for_in_vain_is_neither_empty_nor_unknown():
    needs = [Stakeholder(id="chen", personal_needs=mark(v)).personal_needs for v in ("not-found", "unknown", [])]
    assert [need.known for need in needs] == [True, False, True]
    assert len({str(need.value) for need in needs}) == 3


def test_a_change_is_validated_and_leaves_the_original_alone():
    chen = Stakeholder(id="chen", rank=3)
    assert chen.changed(rank=4).rank == 4
    assert chen.rank == 3
    with pytest.raises(ValueError, match="rank"):
        chen.changed(rank=9)
    with pytest.raises(ValueError, match="frozen"):
        chen.rank = 4


def test_a_repr_shows_what_differs_from_the_default():
    assert repr(Stakeholder(id="chen", rank=3)) == "Stakeholder(id='chen', rank=3)"


def test_roles_are_written_in_one_order():
    roles = Stakeholder(id="chen", buying_roles=mark(["A", "D", "U"])).buying_roles
    assert roles.model_dump(mode="json")["value"] == ["U", "D", "A"]


@pytest.mark.parametrize(
    ("model", "parts"),
    [
        (RelationshipMap, {"people": [{"id": "chen"}, {"id": "chen"}]}),
        (InitiativeList, {"initiatives": [{"id": "i1"}, {"id": "i1"}]}),
    ],
)
def test_two_of_one_id_are_refused(model, parts):
    with pytest.raises(ValueError, match="stands twice"):
        model.model_validate(parts)


def board(people, lines=()):
    return RelationshipMap.model_validate(
        {"people": people, "influences": [{"source": source, "target": target} for source, target in lines]}
    )


def test_two_maps_are_compared_by_who_moved_on_which_mark():
    earlier = board(
        [
            {"id": "chen", "attitude": mark("neutral"), "coverage": mark("brief"), "buying_roles": mark(["A", "D"])},
            {"id": "wang", "attitude": mark("unknown"), "circle": mark("outside")},
            {"id": "li"},
        ],
        [("chen", "wang")],
    )
    later = board(
        [
            {"id": "chen", "attitude": mark("sponsor"), "coverage": mark("none"), "buying_roles": mark(["A"])},
            {"id": "wang", "attitude": mark("supporter"), "circle": mark("inner")},
            {"id": "silva"},
        ],
        [("wang", "chen")],
    )
    changes = difference(earlier, later).changes
    assert [(change.path, change.kind, change.was, change.now, change.steps) for change in changes] == [
        ("chen/roles", "changed", ("A", "D"), ("A",), None),
        ("chen/coverage", "changed", "brief", "none", -1),
        ("chen/attitude", "changed", "neutral", "sponsor", 2),
        ("wang/attitude", "changed", "unknown", "supporter", None),
        ("wang/circle", "changed", "outside", "inner", None),
        ("li", "removed", "li", None, None),
        ("silva", "added", None, "silva", None),
        ("influences/chen>wang", "removed", "chen>wang", None, None),
        ("influences/wang>chen", "added", None, "wang>chen", None),
    ]


def test_a_map_does_not_differ_from_itself():
    same = board([{"id": "chen", "attitude": mark("sponsor")}], [("chen", "chen")])
    assert difference(same, same).changes == ()


def test_the_inner_circle_lies_inside_the_structure():
    drawn = board([{"id": id, "circle": mark(id)} for id in ("inner", "structure", "outside")])
    assert [person.id for person in drawn.inner_circle] == ["inner"]
    assert [person.id for person in drawn.structure] == ["inner", "structure"]


def test_the_coverage_picture_shows_the_state_of_each_dimension_and_the_gaps():
    table = FiveDimensionProfile.model_validate(
        {
            "people": [
                {"id": "chen", "need": mark("esteem", **CITED), "attitude": mark("unknown"), "coverage": mark("none")}
            ]
        }
    )
    assert table.picture()[0].states == {
        "need": "confirmed",
        "adaptability": "blank",
        "decision_focus": "blank",
        "coverage": "unconfirmed",
        "attitude": "unknown",
    }
    assert table.gaps() == (("chen", "adaptability"), ("chen", "decision_focus"), ("chen", "attitude"))


def test_our_camp_stands_beside_the_competitors():
    table = FiveDimensionProfile.model_validate(
        {
            "people": [{"id": "chen", "attitude": mark("supporter")}, {"id": "wang"}],
            "rivals": [{"id": "chen", "attitude": mark("opponent")}],
        }
    )
    assert [(lean.person, lean.ours, lean.rivals) for lean in table.leans()] == [("chen", 1, -2)]


@pytest.mark.parametrize(
    ("influence", "region"),
    [(0, "unaware"), (1, "watches"), (2, "watches"), (3, "makes-happen"), (4, "makes-happen"), (5, "controls")],
)
def test_influence_falls_into_four_regions(influence, region):
    assert region_of(influence) == region


def test_only_people_with_both_numbers_are_placed_on_the_grid():
    people = [
        Stakeholder(id="chen", rank=5, influence=mark(2)),
        Stakeholder(id="wang", rank=1, influence=mark(5, **CITED), circle=mark("inner")),
        Stakeholder(id="li", rank=3, influence=mark("unknown")),
        Stakeholder(id="silva", influence=mark(3)),
    ]
    placed = [(point.person, point.region, point.circle, point.confirmed) for point in points(people)]
    assert placed == [("chen", "watches", None, False), ("wang", "controls", "inner", True)]


def test_a_mark_can_be_written_by_hand():
    assert Judged[str](value="chen").known
