"""Both languages say everything, with the same parts, and nothing that code asks for is missing."""

import ast
import string
from pathlib import Path

import pytest

import sellkit
from sellkit import checks
from sellkit.errors import SellkitError
from sellkit.training.refusals import NotFound, WordMissing
from sellkit.training.words import Words, catalogue, scales

PACKAGE = Path(sellkit.__file__).parent
BOTH = ("en", "zh-CN")


def params(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_both_languages_have_the_same_messages() -> None:
    english, chinese = (set(catalogue(language)) for language in BOTH)
    assert sorted(english ^ chinese) == []


def test_no_message_is_empty_in_either_language() -> None:
    assert [(language, key) for language in BOTH for key, text in catalogue(language).items() if not text.strip()] == []


def test_both_languages_use_the_same_params() -> None:
    english, chinese = (catalogue(language) for language in BOTH)
    assert [key for key in english if params(english[key]) != params(chinese.get(key, ""))] == []


def test_no_english_message_holds_chinese_and_the_other_way_round() -> None:
    def chinese(text: str) -> bool:
        return any("\u4e00" <= sign <= "\u9fff" for sign in text)

    names_of_languages = {key for key in catalogue("en") if catalogue("en")[key] in ("中文", "简体中文")}
    assert [key for key, text in catalogue("en").items() if chinese(text) and key not in names_of_languages] == []
    errors = [key for key in catalogue("zh-CN") if key.startswith(("errors.", "training."))]
    assert [key for key in errors if not chinese(catalogue("zh-CN")[key])] == []


def raised_keys() -> set[str]:
    """Every key that training hands to one of its errors, read from the source."""
    kinds = ("ContentError", "NotFound", "NoKey", "AnswerError", "JournalError", "SubmissionRefused", "WordMissing")
    found = set()
    for file in (PACKAGE / "training").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in (*kinds, "refuse") and node.args:
                first = node.args[0]
                found |= {first.value} if isinstance(first, ast.Constant) else set()
    return found


def test_every_error_of_training_can_be_said_with_a_next_step() -> None:
    keys = raised_keys()
    assert {"yaml-alias", "journal-locked", "submission-hash", "no-key"} <= keys
    missing = [key for key in keys for part in ("says", "next") if f"errors.{key}.{part}" not in catalogue("en")]
    assert missing == []


def test_every_check_can_be_said_with_a_next_step() -> None:
    codes = [check.code for check in checks.registered()]
    missing = [code for code in codes for part in ("says", "next") if f"checks.{code}.{part}" not in catalogue("en")]
    assert missing == []


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "There is no case “x”. Choose one from the list of cases, or install its pack."),
        ("zh-CN", "没有“x”这个案例。请从案例列表里选，或者安装它的案例包。"),
    ],
)
def test_an_error_ends_with_the_next_step(language: str, says: str) -> None:
    assert Words(language).error(NotFound("no-case", case="x")) == says


def test_braces_in_what_people_wrote_stay_as_they_are() -> None:
    assert "{0.__class__}" in Words("en").error(NotFound("no-case", case="{0.__class__}"))


def test_a_missing_message_is_loud() -> None:
    for key in ("errors.nothing-like-it.says", ""):
        with pytest.raises(WordMissing):
            Words("en").say(key)
    with pytest.raises(WordMissing):
        Words("en").error(SellkitError("nothing-like-it"))
    with pytest.raises(WordMissing):
        Words("en").say("errors.no-case.says", exercise="wrong param")
    with pytest.raises(WordMissing):
        Words("fr")


@pytest.mark.parametrize("scale", ["adaptability", "attitude", "coverage", "circle", "buying-roles", "confidence"])
def test_every_level_has_a_name_and_a_sentence_in_both_languages(scale: str) -> None:
    for language in BOTH:
        levels = Words(language).scale(scale)
        assert all(level["name"] and level["says"] for level in levels)
        assert len({level["name"] for level in levels}) == len(levels)
    assert [level["id"] for level in scales("en")[scale]] == [level["id"] for level in scales("zh-CN")[scale]]


def test_a_level_is_named_in_the_readers_language() -> None:
    assert Words("en").level("attitude", "sponsor") == "Sponsor"
    assert Words("zh-CN").level("attitude", "sponsor") == "赞助者"
    with pytest.raises(WordMissing):
        Words("en").level("attitude", "friend")
