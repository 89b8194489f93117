"""Lessons: every text is told, every figure finds its sentence, and tables are only text."""

import ast
import json
import re
from types import SimpleNamespace

import pytest

from sellkit.lessons import Lesson
from sellkit.lessons.filling import Filling
from sellkit.lessons.grid import grid, plain
from sellkit.models.people.relationship_map import RelationshipMap
from sellkit.models.text import LANGUAGES, Language, Text
from sellkit.seat import default_notebooks
from sellkit.training.lessons import LessonText, lesson, lessons
from sellkit.training.refusals import NoKey, NotFound
from sellkit.training.words import Words

HAN = re.compile(r"[\u4e00-\u9fff]")


def notebook_of(name: str) -> str:
    (found,) = default_notebooks().glob(f"1?_{name.replace('-', '_')}.ipynb")
    cells = json.loads(found.read_text(encoding="utf-8"))["cells"]
    return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")


def said_in(source: str) -> list[str]:
    """The parts that a notebook tells, in order."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [
        ast.literal_eval(call.args[0])
        for call in sorted(calls, key=lambda call: call.lineno)
        if isinstance(call.func, ast.Attribute) and call.func.attr == "say"
    ]


@pytest.mark.parametrize("name", lessons())
def test_a_lesson_tells_all_its_parts_in_the_order_in_which_they_are_written(name: str) -> None:
    assert said_in(notebook_of(name)) == list(lesson(name).parts)


@pytest.mark.parametrize("name", lessons())
def test_both_languages_tell_the_same_figures(name: str) -> None:
    text = lesson(name)
    for part in text.parts:
        told = [sorted(set(re.findall(r"\{[^}]*\}", text.part(part, language)))) for language in LANGUAGES]
        assert told[0] == told[1], part


@pytest.mark.parametrize("name", lessons())
def test_no_lesson_strays_into_the_other_language(name: str) -> None:
    text = lesson(name)
    assert [part for part in text.parts if HAN.search(text.part(part, "en"))] == []
    assert [part for part in text.parts if not HAN.search(text.part(part, "zh-CN"))] == []


def test_a_broken_line_of_chinese_leaves_no_blank_between_two_signs() -> None:
    says = {"zh-CN": "先看人，\n再看事：\nW 最重\nF 次之。\n\n1. 谁？\n2. 何时？", "en": "People\nfirst."}
    told = LessonText.model_validate({"id": "x", "title": says, "parts": {"a": says}})
    assert told.part("a", "zh-CN") == "先看人，再看事：W 最重\nF 次之。\n\n1. 谁？\n2. 何时？"
    assert told.part("a", "en") == "People\nfirst."


def test_a_lesson_that_is_not_there_is_refused() -> None:
    with pytest.raises(NotFound):
        Lesson("cooking", "homebody", "en")


@pytest.mark.parametrize(
    ("template", "value", "expect"),
    [
        ("{it}", "goto", "Yoshi Goto"),
        ("{it}", ["goto", "makit"], "Yoshi Goto, Jose Makit"),
        ("{it}", (), "none"),
        ("{it}", None, "(blank)"),
        ("{it:attitude}", "neutral", "Neutral"),
        ("{it:+}", 4, "+4"),
        ("{it:+}", 0, "0"),
        ("{it}", 42_000_000.0, "42,000,000"),
        ("{it}", Text(zh="园区", en="Park"), "Park"),
        ("{it}", "a | b <i>", r"a \| b \<i\>"),
        ("{it.net}", SimpleNamespace(net=3), "3"),
    ],
)
def test_a_figure_is_told_as_a_reader_writes_it(template: str, value: object, expect: str) -> None:
    filling = Filling(Words("en"), {"goto": "Yoshi Goto", "makit": "Jose Makit"})
    assert filling.format(template, it=value) == expect


def test_a_sentence_without_its_figure_is_an_error() -> None:
    with pytest.raises(KeyError):
        Lesson("maps", "homebody", "en").say("before")


def test_columns_stand_below_each_other_also_in_chinese() -> None:
    assert grid(["姓名", "职务"], [["王", "董事长"], ["Li", None]]).splitlines() == [
        "| 姓名 | 职务   |",
        "| ---- | ------ |",
        "| 王   | 董事长 |",
        "| Li   |        |",
    ]


def test_any_text_in_a_table_is_only_text() -> None:
    assert plain("<b> *a* | $x$ `c`\n[d](e) & f") == r"\<b\> \*a\* \| \$x\$ \`c\`<br>\[d\](e) &amp; f"


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a lesson shows, in order."""
    found: list[str] = []
    monkeypatch.setattr("sellkit.lessons.display", lambda data, raw: found.extend(data.values()))
    return found


def test_a_sheet_that_no_exercise_asks_for_comes_from_the_sample_deal(shown: list[str]) -> None:
    maps = Lesson("maps", "homebody", "en")
    assert maps.sheet("zero-rule") == maps.deal.sheets["methods/zero-rule"]
    assert shown == [f"> {Words('en').say('lessons.not-asked', deal=maps.deal.name)}"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_there_are_no_keys_the_sample_deal_stands_in(
    language: Language, shown: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_key(exercise: str) -> None:
        raise NoKey("no-key", exercise=exercise)

    monkeypatch.setattr("sellkit.training.shelf.key", no_key)
    maps = Lesson("maps", "homebody", language)
    for name in ("relationship-map", "initiatives", "pain-chain", "meddpicc"):
        assert maps.sheet(name) in maps.deal.sheets.values()
    assert set(shown) == {f"> {Words(language).say('lessons.no-key', deal=maps.deal.name)}"}
    with pytest.raises(NoKey):
        maps.scores("pain-chain")


def test_own_words_of_a_key_are_shown_in_the_readers_language(shown: list[str]) -> None:
    pain = Lesson("pain-and-vision", "homebody", "zh-CN")
    pain.table(pain.sheet("initiatives"), "initiatives", "result work")
    assert all(HAN.search(line) for line in shown[-1].splitlines()[2:])


def test_a_sheet_in_order_is_said_to_be(shown: list[str]) -> None:
    maps = Lesson("maps", "homebody", "en")
    maps.checks(RelationshipMap())
    assert shown == [Words("en").say("lessons.no-remark")]


@pytest.mark.parametrize(("table", "column"), [("nobody", "name"), ("people", "shoe-size")])
def test_a_table_or_a_column_that_is_not_there_is_named(table: str, column: str) -> None:
    maps = Lesson("maps", "homebody", "en")
    with pytest.raises(ValueError, match=f"{table}|{column}"):
        maps.table(maps.deal.people, table, column)
