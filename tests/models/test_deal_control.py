"""Deal control (M43): claimed and confirmed, gates and zones, what is next, what contradicts, what carries over."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellkit.models.control.deal_control import DealControl
from sellkit.models.control.history import ControlHistory, ControlPortfolio, shift
from sellkit.models.control.mapping import SOURCES, convert
from sellkit.models.control.steps import contradictions, next_step, whom_to_win
from sellkit.models.control.value import COACH_FOR, ELEMENTS, SCHEMES, ControlValue, group_of, states

from .deal_sheets import YES, element, sheet
from .examples import examples

TOPIC = "deal_control"
PARTS = {"best": "finds_us_best", "helps": "helps", "chose": "chose_us"}


@pytest.mark.parametrize(("given", "expect"), examples(TOPIC, "values"))
def test_a_sheet_shows_both_values_its_gates_its_zone_and_what_is_next(given, expect):
    found = sheet(**given)
    step = next_step(found)
    assert {
        "claimed": str(found.claimed),
        "confirmed": str(found.confirmed),
        "inflation": dict(found.inflation),
        "zone": found.confirmed.zone,
        "passed": list(found.confirmed.passed),
        "next_gate": found.confirmed.next_gate,
        "next": step.element if step else None,
        "firsts": [id for id in ("f1", "f2", "f3") if found.confirms(id)],
    } == expect


@pytest.mark.parametrize(("given", "expect"), examples(TOPIC, "zones"))
def test_a_value_lies_in_its_zone(given, expect):
    assert ControlValue.read(given["value"], given.get("scheme", "C139")).zone == expect


@pytest.mark.parametrize(("given", "expect"), examples(TOPIC, "order"))
def test_values_are_ordered(given, expect):
    assert sorted(expect, key=lambda written: ControlValue.read(written, "C139").order) == expect


def test_the_eighty_values_of_c139_fall_into_24_to_win_29_to_swing_and_27_to_lose():
    assert Counter(value.zone for value in states("C139")) == {"win": 24, "swing": 29, "loss": 27}


def test_the_states_come_lowest_first_and_the_zones_in_one_piece():
    for scheme in SCHEMES:
        listed = list(states(scheme))
        assert [value.order for value in listed] == sorted({value.order for value in listed})
        zones = [value.zone for value in listed]
        assert zones == sorted(zones, key=["loss", "swing", "win"].index)


@pytest.mark.parametrize("written", ["", "1W2F", "2W0F0C", "1W4F0C", "1W2F6", "W2F6C", "1w 2f 6c", "-1W0F0C"])
def test_what_is_no_value_is_refused(written):
    with pytest.raises(ValueError, match="no value of deal control"):
        ControlValue.read(written, "C139")


def test_c136_has_no_seventh_clear():
    with pytest.raises(ValueError, match="C136 has 6 Clear"):
        ControlValue.read("1W2F7C", "C136")


def spoken(short):
    word, coach, *day = short.split("-", 2)
    return {"coach": coach, "holds": {"yes": True, "no": False}.get(word, word), "on": day[0] if day else None}


@pytest.mark.parametrize(("given", "expect"), examples(TOPIC, "standings"))
def test_how_an_element_stands_and_what_it_lacks(given, expect):
    words = [spoken(short) | {"id": str(n)} for n, short in enumerate(given["words"])]
    row = element("c2") | {"words": words, "claimed": YES | given.get("claimed", {})}
    state, lacks = sheet(rows=[row], as_of="2026-03-31").standings["c2"]
    assert {"state": state, "lacks": list(lacks)} == expect


def voice(person, short):
    parts = short.split()
    marks = {field: YES for part, field in PARTS.items() if part in parts}
    refused = {field: YES | {"value": False} for part, field in PARTS.items() if f"not-{part}" in parts}
    return {"id": person, "key": "key" in parts, "inside": False if "out" in parts else None, **marks, **refused}


@pytest.mark.parametrize(("given", "expect"), examples(TOPIC, "people"))
def test_the_win_and_the_firsts_rest_on_named_people(given, expect):
    voices = [voice(person, short) for person, short in given["voices"].items()]
    asked = sheet(given["element"], top=given["top"], voices=voices)
    assert asked.people_won(given["element"]) == expect["won"]
    assert asked.confirms(given["element"]) == expect["won"]
    people, needed = whom_to_win(asked, given["element"])
    assert {"people": list(people), "needed": needed} == {"people": expect["people"], "needed": expect["needed"]}


@pytest.mark.parametrize(("given", "expect"), examples(TOPIC, "contradictions"))
def test_what_cannot_be_true_together_is_named(given, expect):
    assert [f"{found.kind} {found.element}" for found in contradictions(sheet(**given))] == expect


@pytest.mark.parametrize(("given", "expect"), examples(TOPIC, "conversions"))
def test_a_sheet_read_in_the_other_scheme_says_what_is_carried_and_what_is_lost(given, expect):
    given = dict(given)
    to = given.pop("to")
    found = convert(sheet(**given), to)
    new = found.sheet
    assert new.scheme == to
    assert {
        "claimed": str(new.claimed),
        "confirmed": str(new.confirmed),
        "holds": " ".join(id for id in new.standings if new.confirms(id)),
        "partly": " ".join(found.partly),
        "absent": " ".join(found.absent),
        "lost": " ".join(found.lost),
    } == expect


@pytest.mark.parametrize(("given", "expect"), examples(TOPIC, "shifts"))
def test_what_changed_between_two_days(given, expect):
    found = shift(sheet(*given["was"]), sheet(*given["now"]))
    assert {
        field: list(value) if isinstance(value, tuple) else value for field, value in found if value is not None
    } == expect


def test_a_history_is_read_by_date_in_whatever_order_it_was_written():
    late, early = sheet("w", id="late", as_of="2026-03-01"), sheet(id="early", as_of="2026-01-01")
    history = ControlHistory(reviews=(late, early))
    assert [review.id for review in history.by_date] == ["early", "late"]
    assert history.shifts[0].won == ("w",)


def test_a_new_word_of_a_coach_is_news_and_an_unchanged_sheet_is_copied():
    first = sheet("c1", "c2", id="a", as_of="2026-01-31")
    again = first.changed(id="b", as_of="2026-02-28")
    asked = sheet("c1 c2", id="c", as_of="2026-03-31")
    assert [review.id for review in ControlHistory(reviews=(first, again, asked)).copied] == ["b"]


def test_deals_side_by_side_show_the_best_controlled_first_and_of_two_alike_the_less_inflated():
    deals = (sheet("f1 f2 f3 c1", id="three"), sheet("w", "f1", id="hoped"), sheet("w", id="plain"))
    rows = ControlPortfolio(deals=deals).rows
    assert [(row.id, str(row.confirmed), row.next_step.element) for row in rows] == [
        ("plain", "1W0F0C", "f1"), ("hoped", "1W0F0C", "f1"), ("three", "0W3F1C", "w"),
    ]  # fmt: skip


def test_the_coach_to_ask_is_of_the_fitting_kind_silent_so_far_independent_and_right_before():
    coaches = [
        {"id": "spoken", "kind": "relationship", "independence": "independent"},
        {"id": "ours", "kind": "relationship", "independence": "dependent", "told": 2, "right": 2},
        {"id": "wrong", "kind": "relationship", "independence": "independent", "told": 4, "right": 1},
        {"id": "good", "kind": "relationship", "independence": "independent", "told": 4, "right": 3},
        {"id": "adviser", "kind": "value-match", "independence": "independent"},
    ]
    step = next_step(sheet(coaches=coaches, rows=[element("w", ("spoken", False))]))
    assert (step.element, step.coach_kind) == ("w", "relationship")
    assert step.coaches == ("good", "wrong", "ours", "spoken")


def test_two_rows_with_one_id_are_refused():
    for field, row in {"elements": {"id": "w"}, "coaches": {"id": "tan"}, "voices": {"id": "shen"}}.items():
        with pytest.raises(ValueError, match=rf"{field}\n  row .* stands twice"):
            DealControl.model_validate({field: [row, row]})


def test_the_tables_cover_every_element_of_their_scheme():
    for scheme in SCHEMES:
        other = next(each for each in SCHEMES if each != scheme)
        assert set(COACH_FOR[scheme]) == set(ELEMENTS[scheme]) == set(SOURCES[scheme])
        assert all(set(source.elements) <= set(ELEMENTS[other]) for source in SOURCES[scheme].values())
        assert all(bool(source.elements) == (source.fit != "none") for source in SOURCES[scheme].values())


# rules for all inputs

ids = st.sampled_from(ELEMENTS["C139"])
tri = st.sampled_from([True, False, "unknown", None])
days = st.sampled_from([None, "2026-01-01", "2026-02-01", "2026-05-01"])
marks = st.fixed_dictionaries(
    {"value": tri, "witness": st.sampled_from(["", "Tan"]), "confidence": st.sampled_from([None, "inferred", "agreed"])}
)
words = st.lists(
    st.fixed_dictionaries({"coach": st.sampled_from(["tan", "bai", "ghost"]), "holds": tri, "on": days}), max_size=4
).map(lambda said: [word | {"id": str(n)} for n, word in enumerate(said)])
voices = st.lists(
    st.fixed_dictionaries(
        {
            "id": st.sampled_from(["shen", "luo", "qiao", "gao"]),
            "inside": st.sampled_from([True, False, None]),
            "key": st.booleans(),
            "finds_us_best": marks,
            "helps": marks,
            "chose_us": marks,
        }
    ),
    unique_by=lambda row: row["id"],
)
sheets = st.fixed_dictionaries(
    {
        "scheme": st.sampled_from(SCHEMES),
        "as_of": st.sampled_from([None, "2026-03-01"]),
        "top": st.sampled_from([None, "shen", "ghost"]),
        "voices": voices,
        "coaches": st.just([{"id": "tan", "kind": "relationship"}, {"id": "bai"}]),
        "elements": st.lists(
            st.fixed_dictionaries({"id": ids, "claimed": marks, "words": words}), unique_by=lambda row: row["id"]
        ),
    }
).map(DealControl.model_validate)


@given(sheets)
@settings(deadline=None)
def test_only_what_is_claimed_can_be_confirmed(found):
    for id in found.standings:
        assert found.confirms(id) <= found.claims(id)
    assert found.confirmed.order <= found.claimed.order
    assert all(over >= 0 for over in found.inflation.values())
    claimed, confirmed = found.claimed, found.confirmed
    assert tuple(found.inflation.values()) == tuple(a - b for a, b in zip(claimed.order, confirmed.order, strict=True))


@given(sheets)
@settings(deadline=None)
def test_a_claim_that_is_not_confirmed_says_what_it_lacks_and_the_next_step_is_the_first_that_is_not(found):
    for standing in found.standings.values():
        assert bool(standing.lacks) == (standing.state == "claimed")
    step = next_step(found)
    assert (step is None) == all(map(found.confirms, found.standings))
    if step is not None:
        before = ELEMENTS[found.scheme][: ELEMENTS[found.scheme].index(step.element)]
        assert all(map(found.confirms, before))


@given(st.sampled_from(SCHEMES), st.sets(ids), ids)
def test_one_more_element_never_lowers_the_value_or_the_zone(scheme, held, more):
    before, after = ControlValue.of(scheme, held), ControlValue.of(scheme, held | {more})
    zones = ["loss", "swing", "win"]
    assert after.order >= before.order
    assert zones.index(after.zone) >= zones.index(before.zone)
    assert set(after.passed) >= set(before.passed)


@given(st.sampled_from(SCHEMES), st.sets(ids))
def test_a_value_is_read_back_as_it_was_written(scheme, held):
    value = ControlValue.of(scheme, held)
    assert ControlValue.read(str(value), scheme) == value
    assert sum(value.order) == len({id for id in held if id in ELEMENTS[scheme]})


@given(sheets)
@settings(deadline=None)
def test_a_coach_who_says_no_never_raises_a_value(found):
    told = found.changed(
        elements=[
            row.changed(words=[*row.words, {"id": "late", "coach": "bai", "holds": False, "on": "2026-03-01"}])
            for row in found.elements
        ]
    )
    assert {id for id in told.standings if told.confirms(id)} <= {id for id in found.standings if found.confirms(id)}


@given(sheets)
@settings(deadline=None)
def test_conversion_never_makes_anything_up(found):
    other = "C136" if found.scheme == "C139" else "C139"
    new = convert(found, other).sheet
    for id in new.standings:
        sources = SOURCES[other][id].elements
        if new.confirms(id):
            assert all(map(found.confirms, sources))
        if new.claims(id):
            assert all(map(found.claims, sources))
    back = convert(new, found.scheme).sheet
    assert {id for id in back.standings if back.confirms(id)} <= {id for id in found.standings if found.confirms(id)}
    for id in (id for id in found.standings if group_of(id) != "C"):
        assert back.standings[id] == found.standings[id]


@given(sheets)
@settings(deadline=None)
def test_contradictions_are_only_found_in_what_is_claimed(found):
    for conflict in contradictions(found):
        assert any(map(found.claims, found.standings))
        assert conflict.element in found.standings
