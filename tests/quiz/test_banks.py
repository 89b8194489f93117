"""The banks that ship are complete, in both languages, and hold no right answer; a broken bank is told by line."""

from collections import Counter

import pytest

from sellkit.training import places
from sellkit.training.quiz import shelf
from sellkit.training.quiz.marking import mark
from sellkit.training.refusals import NoKey, NotFound
from sellkit.training.words import Words

BANKS = ("account", "deal-control", "opportunity", "people", "team-and-conduct")
CARDS = ("concern-cards", "spin-questions")
KINDS = {"single", "multiple", "ordering", "matching", "classification", "open"}


def questions():
    return [(bank, question) for bank in BANKS for question in shelf.bank(bank).questions]


def test_what_ships_is_what_is_tested_here():
    assert set(shelf.banks()) == {*BANKS, *CARDS}


@pytest.mark.parametrize("bank", [*BANKS, *CARDS])
def test_a_bank_and_its_key_have_no_fault(bank):
    assert [Words("en").error(fault) for source in shelf.sources(bank) for fault in shelf.faults(source)] == []


def test_there_are_sixty_questions_of_all_six_kinds_on_thirty_models():
    asked = [question for _, question in questions()]
    assert len(asked) >= 60
    assert min(Counter(question.kind for question in asked).values()) >= 5
    assert {question.kind for question in asked} == KINDS
    assert len({question.model for question in asked}) >= 30


@pytest.mark.parametrize("bank", [*BANKS, *CARDS])
def test_the_key_earns_full_points_in_every_question(bank):
    for question in shelf.bank(bank).questions:
        key = shelf.bank_key(bank).answers[question.id]
        right = {"right": key.right} if question.kind != "open" else {"right": "words", "level": key.levels[-1].points}
        given = list(right["right"]) if isinstance(right["right"], tuple) else right["right"]
        assert mark(question, key, given, right.get("level")).share == 1, question.id


def test_neither_the_place_nor_the_length_of_an_option_gives_it_away():
    places_of, longest, count = Counter(), Counter(), 0
    for bank, question in questions():
        if question.kind == "single":
            right = shelf.bank_key(bank).answers[question.id].right
            count += 1
            places_of[[option.id for option in question.options].index(right)] += 1
            for language in ("zh-CN", "en"):
                longest[language] += max(question.options, key=lambda o: len(o.text.in_(language))).id == right
    assert max(places_of.values()) < count * 0.4
    assert max(longest.values()) < count * 0.45


def test_the_slips_of_the_handouts_are_asked_about():
    asked = {question.id: bank for bank, question in questions()}
    right = {id: shelf.bank_key(bank).answers[id].right for id, bank in asked.items()}
    assert (right["ten-prospects"], right["c6-slip"], right["six-people"]) == ("month", "c6", "nothing")
    assert (right["assessment-items"], right["c3-slip"]) == ("mixed", "if")


def test_cards_are_questions_whose_options_are_the_levels_of_their_scale():
    cards = shelf.bank("spin-questions")
    assert {question.kind for question in cards.questions} == {"single"}
    assert [option.id for option in cards.questions[0].options] == [
        "situation",
        "problem",
        "implication",
        "need-payoff",
    ]


def test_without_solutions_the_questions_are_there_and_the_answers_are_not(monkeypatch):
    monkeypatch.setattr(places, "solution_roots", lambda: iter([]))
    shelf.refresh()
    assert shelf.bank("account").questions
    with pytest.raises(NoKey):
        shelf.bank_key("account")


@pytest.mark.parametrize("odd", ["", "nowhere", "../account", "ACCOUNT"])
def test_a_bank_that_does_not_exist_is_not_found(odd):
    with pytest.raises(NotFound):
        shelf.bank(odd)


BANK = """\
id: mine
name: {zh-CN: 题, en: Mine}
questions:
  - id: one
    kind: single
    model: M44
    ask: {zh-CN: 问, en: Ask}
    options: [{id: a, text: {zh-CN: 甲, en: A}}, {id: b, text: {zh-CN: 乙, en: B}}]
  - id: two
    kind: ordering
    model: M44
    ask: {zh-CN: 问, en: Ask}
    options: [{id: a, text: {zh-CN: 甲, en: A}}, {id: b, text: {zh-CN: 乙, en: B}}]
  - id: three
    kind: matching
    model: M44
    ask: {zh-CN: 问, en: Ask}
    items: [{id: x, text: {zh-CN: 子, en: X}}, {id: y, text: {zh-CN: 丑, en: Y}}]
    options: [{id: a, text: {zh-CN: 甲, en: A}}, {id: b, text: {zh-CN: 乙, en: B}}]
  - {id: four, kind: open, model: M44, ask: {zh-CN: 问, en: Ask}}
"""
WHY = "why: {zh-CN: 因, en: Why}"
TEMPTS = "tempts: {zh-CN: 诱, en: Tempts}"
LEVELS = "levels: [{points: 0, says: {zh-CN: 差, en: Poor}}, {points: 1, says: {zh-CN: 好, en: Good}}]"
RIGHTS = {
    "one": "right: a",
    "two": "right: [b, a]",
    "three": "right: {x: a, y: b}",
    "four": LEVELS,
}


def written(folder, bank=BANK, tempts=TEMPTS, **rights):
    rest = f"{WHY}, {tempts}" if tempts else WHY
    answers = "\n".join(f"  {id}: {{{right}, {rest}}}" for id, right in (RIGHTS | rights).items() if right)
    (folder / "keys").mkdir()
    (folder / "mine.yaml").write_text(bank, encoding="utf-8")
    (folder / "keys" / "mine.yaml").write_text(f"bank: mine\nanswers:\n{answers}\n", encoding="utf-8")
    return [(fault.key, fault.params["line"]) for fault in shelf.faults(folder / "mine.yaml", folder / "keys")]


def test_a_sound_bank_has_no_fault(tmp_path):
    assert written(tmp_path) == []


@pytest.mark.parametrize(
    ("rights", "fault"),
    [
        ({"one": "right: c"}, ("quiz-no-option", 3)),
        ({"one": "right: [a]"}, ("quiz-wrong-shape", 3)),
        ({"one": f"right: a, {LEVELS}"}, ("quiz-levels-where-compared", 3)),
        ({"two": "right: [b]"}, ("quiz-left-out", 4)),
        ({"two": "right: [a, b]"}, ("quiz-order-given-away", 4)),
        ({"two": "right: [b, a, b]"}, ("quiz-right-twice", 4)),
        ({"three": "right: {x: a}"}, ("quiz-left-out", 5)),
        ({"three": "right: {x: a, y: b, z: a}"}, ("quiz-no-option", 5)),
        ({"four": "right: a"}, ("quiz-open-levels", 6)),
        ({"four": None}, ("quiz-no-answer", 3)),
        ({"five": "right: a"}, ("quiz-no-question", 7)),
    ],
)
def test_each_fault_of_a_key_is_told_with_its_line(tmp_path, rights, fault):
    assert fault in written(tmp_path, **rights)


def test_everything_is_listed_at_once_and_by_line(tmp_path):
    found = written(tmp_path, one="right: c", three="right: {x: a}")
    assert found == [("quiz-no-option", 3), ("quiz-left-out", 5)]


def test_a_question_without_what_tempts_is_told(tmp_path):
    assert written(tmp_path, tempts="") == [("quiz-no-tempts", line) for line in (3, 4, 5, 6)]


def test_a_bank_under_another_name_and_a_question_twice_are_told(tmp_path):
    assert written(tmp_path, bank=BANK.replace("id: mine", "id: yours"))[0] == ("quiz-not-file", 1)


def test_a_broken_bank_is_told_by_line(tmp_path):
    assert ("content-missing-key", 4) in written(tmp_path, bank=BANK.replace("    model: M44\n    ask", "    ask", 1))


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_fault_has_words(tmp_path, language):
    written(tmp_path, one="right: c", two="right: [a, b]", three="right: {x: a}", four="right: a")
    told = [Words(language).error(f) for f in shelf.faults(tmp_path / "mine.yaml", tmp_path / "keys")]
    assert len(told) == 4
    assert not any("{" in text for text in told)
