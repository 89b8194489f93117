"""The pictures of methods: what must be seen is seen."""

import re
import xml.etree.ElementTree as ET

import pytest

from sellkit.models.methods.grid import Grid, GridSheet
from sellkit.training.methods import method, methods
from sellkit.views.pictures.assessment import assessment_svg
from sellkit.views.pictures.checklist import checklist_svg
from sellkit.views.pictures.grid import grid_svg
from sellkit.views.pictures.ladder import ladder_svg
from sellkit.views.pictures.method import method_svg
from sellkit.views.pictures.table import table_svg

from ..models.method_sheets import checklist, ladder, mark
from .specimens.methods import BEGUN, CLAIMED, camps, grid, judged_twice
from .svg import EN, SVG, shown, told, written

PICTURES = {
    "ladder": (ladder_svg, CLAIMED),
    "ladder-empty": (ladder_svg, ladder("purchase-steps")),
    "checklist": (checklist_svg, BEGUN),
    "checklist-empty": (checklist_svg, checklist("zero-rule")),
    "assessment": (assessment_svg, judged_twice()),
    "assessment-empty": (assessment_svg, checklist("opportunity-assessment")),
    "grid": (grid_svg, grid(("chen", "Chen", None, "low", "high"), ("wang", "", None, "low", "unknown"))),
    "grid-empty": (grid_svg, grid()),
    "table": (table_svg, camps({"member": "chen", "camp": mark("sponsor?")}, {"role": "Approves"})),
    "table-empty": (table_svg, camps()),
}  # fmt: skip


def test_a_stage_that_is_claimed_and_one_that_is_proved_are_told_apart():
    text = told(ladder_svg(PICTURES["ladder"][1], EN))
    assert "Proved by evidence: Vision. Claimed: Conditional agreement, 2 too high." in text
    assert "Published odds are claims" in text


def test_an_outcome_that_is_only_said_is_dashed():
    def dashed(**outcomes):
        root = ET.fromstring(ladder_svg(ladder("control-stages", **outcomes), EN))
        return sum(node.get("stroke-dasharray") is not None for node in root.iter(f"{SVG}circle"))

    # one in the legend
    assert (dashed(done=["deal-signed"]), dashed(said=["deal-signed"])) == (1, 2)


def test_every_open_item_shows_the_question_to_ask():
    text = told(checklist_svg(PICTURES["checklist"][1], EN))
    assert "Ask: Would you arrange half an hour" in text
    assert "Ask: Which figure tells you" not in text


def test_the_reasons_of_a_verdict_stand_on_the_picture():
    text = told(checklist_svg(checklist("zero-rule", {"pain": "none"}), EN))
    assert "Withdraw" in text
    assert '"Pain" has failed, and it may not fail' in text


@pytest.mark.parametrize(
    ("name", "answers", "says"),
    [
        ("resource-audit", {"money-and-staff": "no"}, "Not ready yet: each point below needs a person"),
        ("find-key-person", {"rule": "guess"}, "Who settles it is not clear yet"),
    ],
)
def test_what_judges_no_deal_does_not_speak_of_going_on(name, answers, says):
    text = told(checklist_svg(checklist(name, answers), EN))
    assert says in text
    assert "Go on" not in text


def test_the_minimum_of_a_stage_is_marked_on_each_bar_that_has_one():
    def triangles(stage):
        root = ET.fromstring(checklist_svg(checklist("meddpicc", {"metrics": "identified"}, stage=stage), EN))
        drawn = [node.get("d", "") for node in root.iter(f"{SVG}path")]
        return sum(bool(re.fullmatch(r"M\S+ \S+L\S+ \S+L\S+ \S+z", path)) for path in drawn)

    # one more in the legend
    assert (triangles("explore"), triangles("vision"), triangles("qualify")) == (2, 8, 9)


def test_both_days_and_the_balance_of_each_party_are_shown():
    texts = shown(assessment_svg(judged_twice(), EN))
    assert "Left 2026-03-01, right 2026-06-01" in texts
    assert texts.count("+1") == 2


def test_what_rises_with_a_rival_points_down_for_us():
    def arrows(svg):
        return [node.get("fill") for node in ET.fromstring(svg).iter(f"{SVG}path") if "h12L" in node.get("d", "")]

    ours, theirs, *legend = arrows(assessment_svg(judged_twice(), EN))
    assert [ours, theirs] == legend
    assert ours != theirs


def test_a_place_that_is_not_confirmed_is_dashed_and_a_move_has_an_arrow():
    sheet = grid(("a", "Chen", "2026-03-01", "low", "low"), ("a", "Chen", "2026-06-01", "high?", "low"))
    root = ET.fromstring(grid_svg(sheet, EN))
    assert sum(node.get("stroke-dasharray") == "4 3" for node in root.iter(f"{SVG}rect")) == 2  # one in the legend
    assert sum(node.get("marker-end") is not None for node in root.iter(f"{SVG}path")) == 2
    assert "Chen 2026-03-01" in shown(grid_svg(sheet, EN))


def test_the_way_from_one_cell_to_the_one_above_crosses_no_words():
    sheet = grid(("a", "Chen", "2026-03-01", "low", "low"), ("a", "Chen", "2026-06-01", "low", "high"))
    svg = grid_svg(sheet, EN)
    way = next(node.get("d") for node in ET.fromstring(svg).iter(f"{SVG}path") if "V" in (node.get("d") or ""))
    start, margin, _, end = (float(x) for x in re.findall(r"[MHV]([\d.]+)", way))
    asked = " ".join(f"{region.name.en} {region.next.en}" for region in sheet.method.regions)
    assert margin < min(start, end)
    assert not [box for box in written(svg) if box.what in asked and box.left < margin < box.right]


def test_who_has_no_place_yet_is_named():
    assert "No place yet (1): wang" in told(grid_svg(PICTURES["grid"][1], EN))


def test_three_hundred_people_in_one_cell_do_not_lie_on_each_other():
    rows = [(f"p{n}", f"Person {n}", None, "low", "low") for n in range(300)]
    root = ET.fromstring(grid_svg(grid(*rows), EN))
    places = [group.get("transform") for group in root.iter(f"{SVG}g") if group.find(f"{SVG}text") is not None]
    chips = [place for place in places if place and not place.startswith("translate(0 ")]
    assert len(chips) >= 300
    assert len(set(chips)) == len(chips)


def test_many_rivals_make_the_picture_wider_rather_than_unreadable():
    rivals = {f"r{n}": {} for n in range(12)}
    root = ET.fromstring(assessment_svg(checklist("opportunity-assessment", {}, rivals), EN, width=390))
    assert float(root.get("width")) > 390


def test_a_cell_that_every_row_needs_is_told_and_a_doubtful_one_is_dashed():
    svg = table_svg(PICTURES["table"][1], EN)
    assert told(svg).count("still needed") == 3
    outlines = [node.get("stroke-dasharray") for node in ET.fromstring(svg).iter(f"{SVG}rect")]
    assert sum(dash is not None for dash in outlines) == 2  # one in the legend


def test_forty_rows_of_long_texts_lie_below_each_other():
    root = ET.fromstring(table_svg(camps(*({"role": "Approves what others have asked for " * 9},) * 40), EN))
    rows = [group.get("transform") for group in root if group.tag == f"{SVG}g"]
    downs = [float(each.removesuffix(")").split(" ")[1]) for each in rows]
    assert len(downs) > 40
    assert downs == sorted(downs)


@pytest.mark.parametrize("name", PICTURES)
def test_every_sheet_of_a_method_finds_its_picture(name):
    draw, record = PICTURES[name]
    assert method_svg(record, EN, width=390) == draw(record, EN, width=390)


GRIDS = [each for each in map(method, methods()) if isinstance(each, Grid)]


@pytest.mark.parametrize("shape", GRIDS, ids=lambda shape: shape.id)
def test_any_grid_names_each_of_its_regions(shape):
    text = told(grid_svg(GridSheet(method=shape), EN))
    assert all(region.name.en in text for region in shape.regions)
