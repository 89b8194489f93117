"""Pictures of an account: well-formed, legible without colour, nothing overlaps, gaps and jumps are visible."""

import xml.etree.ElementTree as ET
from datetime import date, timedelta
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellkit.models.account.key_contacts import POSTS, KeyPeople
from sellkit.models.account.life_cycle import STATES, LifeCycle
from sellkit.models.account.profile import AccountProfile
from sellkit.training.accounts import account
from sellkit.training.words import Words
from sellkit.views.pictures import picture, to_png
from sellkit.views.pictures.account_profile import account_profile_svg
from sellkit.views.pictures.key_contacts import key_contacts_svg
from sellkit.views.pictures.life_cycle import life_cycle_svg

SVG = "{http://www.w3.org/2000/svg}"
EN, ZH = Words("en"), Words("zh-CN")
LONG = "风险管理与预算控制 and everything that belongs to it " * 6


def mark(value, *, firm=True):
    return {"value": value} | ({"confidence": "explicit", "cites": ["notes.p1"]} if firm else {})


def contacts(text="Wei", rows=1):
    people = [{"id": f"p{n}", "name": text, "title": text} for n in range(rows)]
    listed = [
        {"id": f"c{n}", "person": f"p{n}", "post": mark(POSTS[n % 3]), "seniority": mark("middle", firm=n % 2 == 0),
         "ours": text}
        for n in range(rows)
    ]  # fmt: skip
    return KeyPeople.model_validate({"operated": mark(True), "people": people, "contacts": listed})


def cycle(text="Seen in orders", rows=1):
    first = date(2001, 1, 1)
    states = [
        {
            "id": f"s{n}",
            "state": mark(STATES[n * 3 % 8]),
            "on": first + timedelta(200 * n),
            "signs": ["renews"],
            "note": text,
        }
        for n in range(rows)
    ]
    return LifeCycle.model_validate({"states": states})


def profile(text="State-owned", rows=1):
    years = [{"id": f"y{n}", "year": 2000 + n, "sales": mark(9.5e11), "profit": mark(-3e9)} for n in range(rows)]
    return AccountProfile.model_validate(
        {
            "ownership": mark(text), "background": mark(text), "strategy": mark(text, firm=False), "currency": "CNY",
            "headcount": mark("unknown"), "years": years, "owner": text, "team": [text], "updated_on": "2009-03-01",
            "departments": [{"id": f"d{n}", "name": text, "head": "liu", "duties": text} for n in range(rows)],
            "projects": [{"id": f"p{n}", "name": text, "region": text} for n in range(rows)],
            "systems": [{"id": f"s{n}", "product": text, "use": text} for n in range(rows)],
            "controls": {"money": mark(True), "people": mark("unknown")}, "control_mode": mark("operational"),
        }
    )  # fmt: skip


PICTURES = {
    "key-contacts": (key_contacts_svg, contacts, KeyPeople()),
    "life-cycle": (life_cycle_svg, cycle, LifeCycle()),
    "account": (account_profile_svg, profile, AccountProfile()),
}
every = pytest.mark.parametrize("name", PICTURES)
widths = pytest.mark.parametrize("width", [1180, 390])


def texts(svg):
    return list(ET.fromstring(svg).iter(f"{SVG}text"))


def shown(svg):
    return [node.text or "" for node in texts(svg)]


@every
@widths
@pytest.mark.parametrize("words", [EN, ZH], ids=["en", "zh-CN"])
def test_a_picture_is_well_formed_and_names_itself(name, width, words):
    draw, record, _ = PICTURES[name]
    root = ET.fromstring(draw(record(), words, width=width))
    assert root.find(f"{SVG}title").text == words.say(f"boards.{name}.title")
    assert root.get("width") == str(width)


@every
@widths
def test_an_empty_sheet_says_what_would_fill_it(name, width):
    draw, _, empty = PICTURES[name]
    assert EN.say(f"boards.{name}.empty") in " ".join(shown(draw(empty, EN, width=width)))


@every
@given(st.text(max_size=60))
@settings(max_examples=40, deadline=None)
def test_any_text_is_only_ever_text(name, text):
    draw, record, _ = PICTURES[name]
    tags = {node.tag.removeprefix(SVG) for node in ET.fromstring(draw(record(text), EN)).iter()}
    assert tags <= {"svg", "title", "defs", "marker", "path", "g", "rect", "circle", "text"}


@every
@widths
def test_no_text_is_smaller_than_twelve_pixels(name, width):
    draw, record, _ = PICTURES[name]
    assert min(float(node.get("font-size")) for node in texts(draw(record(), EN, width=width))) >= 12


@every
@widths
@pytest.mark.parametrize("text", ["Short", LONG, "Unbrokenlettersthatgoonandon" * 8], ids=["short", "long", "unbroken"])
def test_forty_rows_neither_lie_on_each_other_nor_leave_the_paper(name, width, text):
    draw, record, _ = PICTURES[name]
    root = ET.fromstring(draw(record(text, 40), ZH, width=width))
    wide, tall = float(root.get("width")), float(root.get("height"))
    cards = [
        tuple(float(rect.get(side)) for side in ("x", "y", "width", "height"))
        for rect in root.iter(f"{SVG}rect")
        if rect.get("rx") in ("10", "7")
    ]
    assert cards
    for x, y, w, h in cards:
        assert min(x, y, wide - x - w, tall - y - h) >= 0
    for (x1, y1, w1, h1), (x2, y2, w2, h2) in combinations(cards, 2):
        apart = x1 + w1 <= x2 or x2 + w2 <= x1 or y1 + h1 <= y2 or y2 + h2 <= y1
        within = x1 <= x2 and x2 + w2 <= x1 + w1 and y1 <= y2 and y2 + h2 <= y1 + h1
        assert apart or within
    lines = [(float(node.get("x")), float(node.get("y"))) for node in root.iter(f"{SVG}text")]
    assert all(0 <= x <= wide and 0 < y < tall for x, y in lines)
    signs_of_the_legend = {(13, 18)}
    assert not [line for line in set(lines) - signs_of_the_legend if lines.count(line) > 1]


@every
@widths
def test_a_picture_can_be_had_as_png(name, width):
    draw, record, _ = PICTURES[name]
    assert to_png(draw(record(), ZH, width=width), 1).startswith(b"\x89PNG")


def test_a_whole_account_shows_each_of_its_pictures_with_peoples_names():
    found = account(
        {
            "id": "parks",
            "people": {"people": [{"id": "liu", "name": "Liu Mo"}]},
            "profile": {"departments": [{"id": "f", "name": "Finance", "head": "liu"}]},
        }
    )
    for kind in ("key-contacts", "life-cycle", "account-profile"):
        assert picture(found, EN, kind).svg
    assert "head: Liu Mo" in shown(picture(found, EN, "account-profile").svg)


def test_the_people_of_an_account_show_their_gaps_first():
    assert picture(contacts(), EN).svg == picture(contacts(), EN, "key-contacts").svg


@widths
def test_every_post_says_how_many_contacts_it_lacks_and_who_is_known_there(width):
    said = shown(key_contacts_svg(contacts("Wei", 2), EN, width=width))
    assert {EN.level("contact-post", post) for post in POSTS} <= set(said)
    assert said.count("2 to find") == 5
    assert said.count("1 to find") == 1
    assert said.count("Nobody known here") == 4


def test_who_counts_who_is_claimed_too_junior_or_never_met_has_a_sign_of_their_own():
    people = KeyPeople.model_validate(
        {
            "people": [{"id": "wu", "coverage": mark("none")}],
            "contacts": [
                {"id": "a", "person": "liu", "post": mark("cost"), "seniority": mark("senior")},
                {"id": "b", "person": "gu", "post": mark("cost"), "seniority": mark("senior", firm=False)},
                {"id": "c", "person": "he", "post": mark("cost"), "seniority": mark("junior")},
                {"id": "d", "person": "wu", "post": mark("cost"), "seniority": mark("senior")},
            ],
        }
    )
    said = shown(key_contacts_svg(people, EN))
    signs = {said[at - 1] for at, text in enumerate(said) if text in ("liu", "gu", "he", "wu")}
    assert len(signs) == 4


def states(*lines):
    rows = [
        {"id": f"s{n}", "state": mark(state.removesuffix("?"), firm=not state.endswith("?")), "on": f"{2001 + n}-01-01"}
        for n, state in enumerate(lines)
    ]
    return LifeCycle.model_validate({"states": rows})


@widths
def test_ways_that_were_taken_are_numbered_and_a_jump_is_marked(width):
    said = shown(life_cycle_svg(states("potential", "new", "growing", "lost"), EN, width=width))
    assert {"1", "2", "3!"} <= set(said)
    assert EN.say("boards.life-cycle.no-way", state="Growing").split(". ")[0] in " ".join(said)


def test_a_way_that_is_only_said_is_asked_about_and_does_not_move_the_account():
    said = shown(life_cycle_svg(states("new", "growing?"), EN))
    assert "1?" in said
    assert EN.say("boards.life-cycle.now", state="New") in said
    assert EN.say("boards.life-cycle.claimed", state="Growing") in said


@widths
@pytest.mark.parametrize("pair", list(product(STATES, STATES)), ids="-".join)
def test_any_jump_stays_on_the_paper(pair, width):
    svg = life_cycle_svg(states(*pair), EN, width=width)
    root = ET.fromstring(svg)
    wide, tall = float(root.get("width")), float(root.get("height"))
    head = max(float(node.get("y")) for node in texts(svg)[:2])
    for node in texts(svg):
        if (node.text or "").rstrip("!") == "1":
            assert 8 <= float(node.get("x")) <= wide - 8
            assert head < float(node.get("y")) < tall


def test_what_to_do_and_what_to_watch_for_is_told():
    level = next(level for level in EN.scale("life-cycle") if level["id"] == "lost")
    said = " ".join(shown(life_cycle_svg(states("lost"), EN)))
    assert level["texts"]["next"].split(";")[0] in said
    assert "→ Won back" in said


@widths
def test_a_block_tells_how_many_of_its_answers_are_known(width):
    said = shown(account_profile_svg(profile(), EN, width=width))
    assert "2 of 5" in said
    assert "Headcount: not known yet" in said
    assert "Strategy: State-owned (not confirmed)" in said


def test_known_unknown_and_blank_answers_look_different():
    svg = account_profile_svg(profile(), EN)
    cells = [
        node for node in ET.fromstring(svg).iter(f"{SVG}rect") if node.get("rx") == "3" and node.get("height") == "12"
    ]
    assert len({(node.get("fill"), node.get("stroke-dasharray")) for node in cells}) == 3


def test_an_unclear_mode_names_the_nearest_and_a_clear_one_itself():
    rest = {power: mark(False) for power in ("strategy", "key-business", "operations", "people")}
    clear = AccountProfile.model_validate({"controls": rest | {"money": mark(True)}})
    unclear = AccountProfile.model_validate({"controls": rest | {"money": mark(False), "people": mark(True)}})
    assert "Control mode: Financial control" in shown(account_profile_svg(clear, EN))
    assert "Control mode unclear; nearest: Strategic control" in shown(account_profile_svg(unclear, EN))


def test_bars_of_the_years_stand_in_proportion_to_the_sales():
    years = [{"id": f"y{n}", "year": 2000 + n, "sales": mark(sales)} for n, sales in enumerate((50, 100))]
    svg = account_profile_svg(AccountProfile.model_validate({"years": years}), EN)
    short, long = (float(n.get("width")) for n in ET.fromstring(svg).iter(f"{SVG}rect") if n.get("height") == "16")
    assert long == pytest.approx(2 * short, rel=0.01)


def test_a_block_in_which_there_is_nothing_says_so():
    assert "nothing there" in shown(account_profile_svg(AccountProfile(nothing_there=["projects"]), EN))
