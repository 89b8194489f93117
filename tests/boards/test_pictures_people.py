"""Pictures of people: power, rank and influence, adoption, five dimensions. Unknown never looks like low or neutral."""

import xml.etree.ElementTree as ET

import pytest

from sellkit.models.people.political_map import PoliticalMap
from sellkit.models.people.profile import DIMENSIONS, FiveDimensionProfile
from sellkit.models.people.stakeholder import People, Stakeholder
from sellkit.views.pictures.adoption_curve import adoption_curve_svg, edges
from sellkit.views.pictures.five_dimensions import five_dimensions_svg
from sellkit.views.pictures.people_parts import SHADES, TENDENCIES, bubble
from sellkit.views.pictures.political_map import political_map_svg
from sellkit.views.pictures.profile_radar import OUTWARDS, profile_radar_svg, reach
from sellkit.views.pictures.rank_influence import rank_influence_svg

from .specimens.people import mark, people, someone
from .svg import EN, GUESS, SVG, boxes, meeting, shown

DRAWN = {
    "political-map": (political_map_svg, PoliticalMap),
    "rank-influence": (rank_influence_svg, People),
    "adoption-curve": (adoption_curve_svg, People),
    "five-dimensions": (five_dimensions_svg, FiveDimensionProfile),
}


def made(kind, listed, words=EN, **options):
    draw, model = DRAWN[kind]
    return draw(model.model_validate({"people": listed}), words, **options)


def test_every_tendency_has_a_shade_and_a_name():
    assert set(SHADES) == set(TENDENCIES) == {level["value"] for level in EN.scale("tendency")}
    assert [TENDENCIES[level["value"]] for level in EN.scale("tendency")] == [
        level["id"] for level in EN.scale("tendency")
    ]


def look(tendency):
    given = {} if tendency is None else {"tendency": tendency}
    person = Stakeholder.model_validate({"id": "a", "influence": mark(3), **given})
    drawn = ET.tostring(bubble(person, 0, 0)).decode()
    return "".join(ET.fromstring(drawn).itertext()), "dasharray" in drawn


def test_without_colour_neutral_unknown_blank_and_believed_look_different():
    looks = [
        look(mark(0)),
        look(mark(0, **GUESS)),
        look(mark("unknown", cites=[])),
        look(None),
        look(mark(-2)),
        look(mark(2)),
    ]
    assert len(set(looks)) == len(looks)


def test_the_political_map_says_the_sums_and_who_tips_them():
    svg = made(
        "political-map", [someone("berg", "Ada", 5, -1), someone("lund", "Bo", 2, 2), someone("holm", "Cy", 1, 0)]
    )
    said = shown(svg)
    assert "Against us 5" in said
    assert "For us 4" in said
    assert "Balance −1: no majority for us" in said
    assert said.count("tips it") == 2
    assert "Least steps to a majority (1): Bo +2 → +3." in said


def test_what_is_only_believed_stands_in_the_balance_as_an_outline():
    svg = made("political-map", [someone("berg", "Ada", 4, 1), someone("lund", "Bo", 4, mark(2, **GUESS))])
    assert "+12 if every mark given held" in shown(svg)


@pytest.mark.parametrize("kind", ["rank-influence", "adoption-curve"])
def test_people_at_the_same_place_do_not_hide_each_other(kind):
    same = [someone(f"p{n}", f"Person {n}", 3, rank=3, adaptability="pragmatist") for n in range(40)]
    chips = boxes(made(kind, same), "6")
    assert len(chips) >= 40
    assert meeting(chips) == []


def test_who_has_no_number_is_named_below_the_grid():
    assert "Without a place (1), because rank or influence is missing: Di Dahl." in shown(
        made("rank-influence", people())
    )


def test_on_a_phone_each_number_on_the_grid_is_explained():
    said = shown(made("rank-influence", people(), width=390))
    assert {"1 Ada Berg", "2 Bo Lund", "3 Cy Holm"} <= set(said)


def test_the_chasm_lies_between_visionary_and_pragmatist():
    svg = made("adoption-curve", people())
    chasm = next(node for node in ET.fromstring(svg).iter(f"{SVG}text") if node.text == "chasm")
    at = {node.text: float(node.get("x")) for node in ET.fromstring(svg).iter(f"{SVG}text")}
    assert at["Visionary"] < float(chasm.get("x")) < at["Pragmatist"]
    assert float(chasm.get("x")) == pytest.approx(edges(1180)[2], abs=0.1)


@pytest.mark.parametrize("dimension", list(OUTWARDS))
def test_low_is_a_point_on_the_radar_and_unknown_is_none(dimension):
    low = Stakeholder.model_validate({"id": "a", dimension: mark(OUTWARDS[dimension][0])})
    unknown = Stakeholder.model_validate({"id": "a", dimension: mark("unknown", cites=[])})
    assert reach(low, dimension) > 0.15
    assert reach(unknown, dimension) is None
    # one question mark stands in the legend
    assert shown(profile_radar_svg(unknown, EN)).count("?") == 2
    assert shown(profile_radar_svg(low, EN)).count("?") == 1


def test_the_radar_joins_only_neighbours_that_are_known():
    marks = {"need": mark("safety"), "adaptability": mark("pragmatist"), "coverage": mark("brief")}
    svg = profile_radar_svg(Stakeholder.model_validate({"id": "a", **marks}), EN)
    filled = [node for node in ET.fromstring(svg).iter(f"{SVG}path") if node.get("fill-opacity")]
    assert len(filled) == 1


def test_the_table_of_dimensions_counts_what_is_known_and_confirmed():
    listed = [someone("berg", need="esteem", coverage=mark("brief", **GUESS), attitude=mark("unknown"))]
    assert f"2 of {len(DIMENSIONS)} marks are known, 1 of them confirmed." in shown(made("five-dimensions", listed))
