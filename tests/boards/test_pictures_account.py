"""Pictures of an account: legible without colour, gaps and jumps are visible."""

import xml.etree.ElementTree as ET
from itertools import product

import pytest

from sellkit.models.account.key_contacts import POSTS, KeyPeople
from sellkit.models.account.life_cycle import STATES, LifeCycle
from sellkit.models.account.profile import AccountProfile
from sellkit.training.accounts import account
from sellkit.views.pictures import picture
from sellkit.views.pictures.account_profile import account_profile_svg
from sellkit.views.pictures.key_contacts import key_contacts_svg
from sellkit.views.pictures.life_cycle import life_cycle_svg

from .specimens.account import contacts, mark, profile
from .svg import EN, SVG, shown, texts

widths = pytest.mark.parametrize("width", [1180, 390])


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
