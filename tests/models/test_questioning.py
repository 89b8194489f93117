"""The four kinds of questions: wording, order, mapping, and the banks that exercises are made from."""

from collections import Counter
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit.models.pain.concerns import ConcernKind
from sellkit.models.pain.question_text import QuestionForm, form_of, leads, offers, pitches
from sellkit.models.pain.questioning import FIVE_W_TWO_H, FUNNEL, CallPlan, QuestionKind, block_of
from sellkit.models.text import LANGUAGES, Text
from sellkit.training import places
from sellkit.training.yamlfile import read_yaml

from .examples import examples


def content(file):
    return read_yaml(file, places.content(file).read_bytes()).data


def plan(questions):
    listed = [{"id": id, "about": about, "kind": {"value": kind}} for id, about, kind in questions]
    return CallPlan.model_validate({"questions": listed})


@pytest.mark.parametrize(("text", "expect"), examples("questioning", "form"))
def test_the_form_of_a_question_is_read_off_its_words(text, expect):
    assert form_of(text) == expect


@pytest.mark.parametrize(("text", "expect"), examples("questioning", "leading"))
def test_a_leading_question_is_told_from_an_honest_one(text, expect):
    assert leads(text) is expect


@pytest.mark.parametrize(("pair", "expect"), examples("questioning", "block"))
def test_a_question_has_its_block_in_the_vision_grid(pair, expect):
    assert block_of(*pair) == expect


@pytest.mark.parametrize(("questions", "expect"), examples("questioning", "chain"))
def test_the_chain_of_one_matter(questions, expect):
    made = plan(questions)
    assert list(made.gaps("parts")) == expect["gaps"]
    assert [question.id for question in made.out_of_order("parts")] == expect["disorder"]


def test_five_w_two_h_tells_what_is_left_to_ask():
    asked = CallPlan.model_validate({"questions": [{"id": "a", "asks": ["why", "who"]}, {"id": "b", "asks": ["who"]}]})
    assert asked.unasked == ("what", "when", "where", "how", "how-much")
    assert CallPlan().unasked == FIVE_W_TWO_H


def test_the_funnel_is_left_upwards_only_within_one_matter():
    depths = [("a", "parts", "matter"), ("b", "late", "field"), ("c", "parts", "field"), ("d", "parts", "need")]
    listed = [{"id": id, "about": about, "depth": depth} for id, about, depth in depths]
    made = CallPlan.model_validate({"questions": listed})
    assert [question.id for question in made.climbs("parts")] == ["c"]
    assert made.funnel == ("matter", "field", "field", "need")


def test_the_share_of_situation_questions_counts_only_those_with_a_kind():
    made = plan([("a", "x", "situation"), ("b", "x", "problem"), ("c", "x", None)])
    assert made.situation_share == 0.5
    assert CallPlan().situation_share is None


def test_two_questions_with_one_id_are_refused():
    with pytest.raises(ValueError, match="stands twice"):
        plan([("a", "x", "problem"), ("a", "y", "problem")])


@given(st.text(max_size=300))
def test_any_text_can_be_read(text):
    assert form_of(text) in (None, *get_args(QuestionForm))
    assert (leads(text), pitches(text)) == (leads(text.upper()), pitches(text.upper())) or not text.isascii()


@given(st.text(max_size=40))
def test_what_offers_also_pitches(text):
    for words in (f"we offer {text}", f"我们提供{text}"):
        assert offers(words)
        assert pitches(words)


def test_a_very_long_text_is_read_without_delay():
    assert form_of("our " * 20_000 + "what?") == "open"


kinds = st.lists(st.tuples(st.sampled_from(["x", "y"]), st.sampled_from(get_args(QuestionKind))), max_size=12)


@given(kinds)
def test_a_plan_sorted_along_the_chain_is_in_order(pairs):
    order = list(get_args(QuestionKind))
    made = plan([(f"q{n}", *pair) for n, pair in enumerate(sorted(pairs, key=lambda pair: order.index(pair[1])))])
    assert all(made.out_of_order(matter) == () for matter in made.matters)


SCALES = {"spin": get_args(QuestionKind), "needs-funnel": FUNNEL, "concern-kinds": get_args(ConcernKind)}


@pytest.mark.parametrize(("scale", "levels"), SCALES.items())
def test_a_scale_has_exactly_the_levels_of_its_mark(scale, levels):
    assert tuple(level["id"] for level in content(f"scales/{scale}.yaml")["levels"]) == levels


@pytest.mark.parametrize(("bank", "least"), [("spin-questions", 24), ("concern-cards", 12)])
def test_a_bank_has_cards_of_every_kind_and_its_key_has_a_reason_for_each(bank, least, root):
    data = content(f"banks/{bank}.yaml")
    key = read_yaml(bank, root.joinpath("solutions", "quiz", f"{bank}.yaml").read_bytes()).data["answers"]
    levels = {level["id"] for level in content(f"scales/{data['scale']}.yaml")["levels"]}
    counted = Counter(answer["right"] for answer in key.values())
    assert counted.keys() == levels
    assert min(counted.values()) >= 3
    assert [card["id"] for card in data["cards"]] == list(key)
    assert len(key) >= least
    for text in (*(card["says"] for card in data["cards"]), *(answer["why"] for answer in key.values())):
        assert all(Text.model_validate(text).in_(language) for language in LANGUAGES)


def test_a_question_of_the_bank_is_a_question_and_has_one_form_in_both_languages():
    cards = content("banks/spin-questions.yaml")["cards"]
    forms = {card["id"]: {form_of(text) for text in card["says"].values()} for card in cards}
    assert {id: found for id, found in forms.items() if None in found or len(found) > 1} == {}
