"""The coverage plan as a picture: everybody has a row, and who matters and was forgotten is seen without colour."""

import xml.etree.ElementTree as ET
from datetime import date

import pytest

from sellkit.models.people.stakeholder import People
from sellkit.training.deals import example
from sellkit.training.words import Words
from sellkit.views.pictures import picture, to_png
from sellkit.views.pictures.coverage_plan import coverage_plan_svg
from sellkit.views.pictures.coverage_steps import MOST_STEPS
from sellkit.views.pictures.style import CARD

from .svg import EN, FIRM, GUESS, LONG, SVG, boxes, shown, written


def mark(value, parts=FIRM):
    return {"value": value, **parts}


def plan(people, actions=()):
    return People.model_validate({"people": people, "actions": actions})


def ada(**marks):
    return {"id": "ada", "name": "Ada Berg", **marks}


def step(person="ada", what="Call", **parts):
    return {"person": person, "what": what, **parts}


def texts(record, words=EN, **options):
    return shown(coverage_plan_svg(record, words, **options))


@pytest.mark.parametrize("width", [1180, 860, 390])
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_the_plan_of_the_deal_keeps_clear_of_its_edge(language, width):
    svg = coverage_plan_svg(example(language)[1].people, Words(language), on=date(2026, 4, 20), width=width)
    assert max(line.right for line in written(svg)) <= width - 12


def test_who_decides_comes_first_then_influence_then_the_order_of_the_list():
    listed = [
        {"id": "a", "name": "Low"},
        {"id": "b", "name": "Strong", "influence": mark(5)},
        {"id": "c", "name": "Decider", "influence": mark(2), "buying_roles": mark(["D"])},
        {"id": "d", "name": "Also low"},
    ]
    shown = [text for text in texts(plan(listed)) if text in {"Low", "Strong", "Decider", "Also low"}]
    assert shown == ["Decider", "Strong", "Low", "Also low"]


def test_a_next_step_tells_what_why_who_and_when():
    shown = texts(plan([ada()], [step(why="To hear her", owner="Lu Yuan", by="2026-03-18")]))
    assert {"Call", "Why: To hear her", "Lu Yuan", "2026-03-18"} <= set(shown)


def test_the_earliest_step_of_a_person_is_read_first():
    shown = texts(plan([ada()], [step(what="Later", by="2026-05-01"), step(what="Sooner", by="2026-03-01")]))
    assert shown.index("Sooner") < shown.index("Later")


@pytest.mark.parametrize(("on", "late"), [("2026-03-19", True), ("2026-03-18", False), (None, False)])
def test_a_step_is_overdue_from_the_day_after(on, late):
    day = date.fromisoformat(on) if on else None
    shown = texts(plan([ada()], [step(by="2026-03-18")]), on=day)
    assert ("overdue, 1 d" in shown) is late


@pytest.mark.parametrize(("by", "told"), [("", "no date"), ("after the fair", "after the fair")])
def test_a_step_without_a_day_says_so(by, told):
    assert told in texts(plan([ada()], [step(by=by)]), on=date(2026, 4, 20))


@pytest.mark.parametrize(
    "marks",
    [{"buying_roles": mark(["A"])}, {"influence": mark(3)}, {"circle": mark("inner")}],
    ids=["decides", "influence", "circle"],
)
def test_who_matters_and_has_no_step_is_called_out(marks):
    shown = texts(plan([ada(**marks)]))
    assert "! nothing planned" in shown
    assert "! Decide or weigh much, and nothing planned (1): Ada Berg" in shown


def test_who_matters_little_is_not_called_out():
    shown = texts(plan([ada(influence=mark(2))]))
    assert "nothing planned" in shown
    assert "! nothing planned" not in shown


def test_an_action_without_words_is_no_plan():
    assert "! nothing planned" in texts(plan([ada(influence=mark(4))], [step(what="  ")]))


def test_the_summary_counts_who_has_a_step():
    listed = [ada(), {"id": "bo"}, {"id": "cy"}]
    assert "People: 3 · with a next step: 1 · without: 2" in texts(plan(listed, [step(), step()]))


def test_each_owner_has_a_load_whether_somebody_is_named_or_not():
    steps = [step(owner="Lu  Yuan", by="2026-03-01"), step(owner="Lu Yuan"), step()]
    shown = texts(plan([ada()], steps), on=date(2026, 4, 20))
    assert {"2 planned, 1 overdue", "1 planned"} <= set(shown)
    assert shown.count("nobody yet") == 2  # at the step and among the loads


def test_a_step_for_somebody_who_is_not_listed_is_not_lost():
    assert "There is a plan for people who are not on the list: ghost." in texts(plan([ada()], [step("ghost")]))


def test_many_steps_of_one_person_are_folded():
    steps = [step(what=f"Step {n}") for n in range(MOST_STEPS + 2)]
    assert "and 2 more" in texts(plan([ada()], steps))


def contact_of(frequency):
    """How the contact looks without colour: the word, and which lines are dashed."""
    marks = {} if frequency is None else {"contact_frequency": frequency}
    svg = coverage_plan_svg(plan([ada(**marks)]), EN)
    blocks = [node for node in ET.fromstring(svg).findall(f"{SVG}rect") if node.get("height") == "10"]
    words = {"None", "Normal", "not known yet", "not filled in"}
    told = [node.text for node in ET.fromstring(svg).findall(f"{SVG}text") if node.text in words]
    return told[0], [(block.get("stroke-dasharray"), block.get("fill") != CARD) for block in blocks]


def test_contact_none_unknown_blank_and_believed_look_different():
    looks = [
        contact_of(mark("none")),
        contact_of(mark("normal")),
        contact_of(mark("normal", GUESS)),
        contact_of(mark("unknown", {})),
        contact_of(None),
    ]
    assert [told for told, _ in looks] == ["None", "Normal", "Normal", "not known yet", "not filled in"]
    assert [filled for _, filled in looks[1][1]] == [True, True, True, False]
    assert [bool(dashed) for dashed, _ in looks[2][1]] == [True] * 4
    assert not any(dashed for dashed, _ in looks[1][1])


@pytest.mark.parametrize("width", [1180, 390])
def test_each_of_forty_people_has_a_row_that_holds_all_their_texts(width):
    listed = [{"id": f"p{n}", "name": LONG, "title": LONG, "influence": mark(n % 6)} for n in range(40)]
    steps = [step(f"p{n}", LONG, why=LONG, owner=LONG, by=LONG) for n in range(0, 40, 2)]
    svg = coverage_plan_svg(plan(listed, steps), EN, on=date(2026, 4, 20), width=width)
    rows = boxes(svg, "10")[:40]
    assert len(rows) == 40
    between = [line for line in written(svg) if rows[0].top < line.top and line.bottom < rows[-1].bottom]
    assert all(any(row.top < line.top and line.bottom < row.bottom for row in rows) for line in between)


def test_it_is_found_by_its_name_and_becomes_a_png():
    drawn = picture(example("zh-CN")[1], Words("zh-CN"), "coverage-plan", on=date(2026, 4, 20))
    assert drawn.to_png(1) == to_png(drawn.svg, 1)
    assert drawn.to_png(1).startswith(b"\x89PNG")
