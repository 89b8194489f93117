"""Feedback: expected, given and why, the assessor's words, in the trainee's language, and nothing that runs."""

import re
from collections.abc import Callable

import pytest

from sellkit.desk import feedback
from sellkit.desk.register import WHOLE, Register
from sellkit.desk.scoring import score
from sellkit.training.submission import Submission

from ..parsed import Parsed
from .handed_in import ANSWERS

Make = Callable[..., Submission]
HOSTILE = [
    "<script>window.hit=1</script>",
    '<img src=x onerror="window.hit=1">',
    '"><a href="javascript:window.hit=1">x</a>',
    "</style><style>body{background:url(http://evil)}",
    "{{ 7 * 7 }}{% include '/etc/passwd' %}",
    "]]><svg onload=window.hit=1>",
]


@pytest.fixture
def released(register: Register, make: Make) -> int:
    id = register.add(make()).id
    score(register)
    register.judge(id, "judgement", "Coach Kim", 0.5, "Sound ground, thin proof.")
    register.judge(id, WHOLE, "Coach Kim", None, "You listen well.")
    register.release(id, "Coach Kim", "See you on Friday.")
    return id


def test_released_feedback_has_the_assessors_words_and_name(register: Register, released: int) -> None:
    text = Parsed(feedback.page(register, released)).text
    for words in ("Sound ground, thin proof.", "You listen well.", "See you on Friday.", "Coach Kim"):
        assert words in text


def test_it_says_what_was_expected_and_given_and_why_with_the_passage(register: Register, released: int) -> None:
    text = Parsed(feedback.page(register, released)).text
    for words in ("Non-supporter", "Supporter", "She doubts new systems.", "Eva Lund doubts every new system."):
        assert words in text


def test_points_are_those_of_the_rubric(register: Register, released: int) -> None:
    """10 for attitudes, 15 for roles, 10 for lines, and half of the 10 for judgement."""
    told = feedback.feedback(register, released)
    assert {part.id: part.points for part in told.criteria} == {
        "attitude": 10, "roles": 15, "lines": 10, "judgement": 5,
    }  # fmt: skip
    assert (told.total, told.maximum) == (40, 100)


def test_it_is_in_the_language_of_the_trainee(register: Register, make: Make) -> None:
    id = register.add(make(language="zh-CN", name="王晓梅")).id
    score(register)
    html = feedback.page(register, id)
    assert '<html lang="zh-CN">' in html
    assert "参考答案" in html
    assert "Reference" not in html


def test_it_can_be_read_in_another_language(register: Register, released: int) -> None:
    assert "参考答案" in feedback.page(register, released, "zh-CN")


def test_the_last_attempt_stands_beside_this_one_with_its_points(register: Register, make: Make) -> None:
    """First 35 of the automatic points, then Lund is right and cited: +15 of 40 for attitudes."""
    register.add(make())
    better = {**ANSWERS, "lund/attitude": {"value": "non-supporter", "cites": ["minutes.p3"], "confidence": "explicit"}}
    second = register.add(make(attempt=2, answers=better)).id
    score(register)
    rows = {row.title: (row.before, row.now) for row in feedback.feedback(register, second).before}
    assert rows["Attitude"] == (10, 25)
    assert rows["Total"] == (35, 50)


def test_anothers_attempt_is_never_compared_with(register: Register, make: Make) -> None:
    register.add(make(author="p-1", name="Li Na"))
    second = register.add(make(author="p-2", name="Li Na")).id
    score(register)
    assert feedback.feedback(register, second).before == ()


def test_advice_names_what_costs_most_first_and_stays_short(register: Register, released: int) -> None:
    steps = feedback.feedback(register, released).next
    assert 1 <= len(steps) <= 3
    assert steps[0].startswith("Attitude")


def test_a_returned_answer_asks_for_another_attempt_with_the_note(register: Register, make: Make) -> None:
    id = register.add(make()).id
    score(register)
    register.send_back(id, "Kim", "Cite a passage for each mark.")
    text = Parsed(feedback.page(register, id)).text
    assert "Your coach asks for another attempt." in text
    assert "Cite a passage for each mark." in text


@pytest.mark.parametrize("evil", HOSTILE)
def test_nothing_a_person_wrote_becomes_markup(register: Register, make: Make, evil: str) -> None:
    honest = feedback.page(register, _judged(register, make, "plain"))
    id = _judged(register, make, evil)
    html = feedback.page(register, id)
    page, plain = Parsed(html), Parsed(honest)
    assert page.tags == plain.tags
    assert evil in page.text
    assert not {name for name, _ in page.attributes if name.startswith("on")}
    assert not [value for name, value in page.attributes if name in ("href", "src", "srcdoc", "action")]


def test_the_page_is_whole_and_loads_nothing(register: Register, released: int) -> None:
    html = feedback.page(register, released)
    page = Parsed(html)
    assert not {"script", "link", "img", "iframe", "object", "form"} & set(page.tags)
    assert not re.search(r"url\(|@import|https?:", html)
    assert any("default-src 'none'" in value for _, value in page.attributes)


def _judged(register: Register, make: Make, text: str) -> int:
    answers = {**ANSWERS, "lund/attitude": {"value": "supporter", "note": text}}
    id = register.add(make(name=text, team=text, author=f"p-{abs(hash(text))}", answers=answers)).id
    score(register)
    register.judge(id, "judgement", text, 0.5, text)
    register.judge(id, WHOLE, text, None, text)
    register.release(id, text, text)
    return id
