"""Methods written as data: those that ship, and what an author is told about a broken file."""

import re
from collections.abc import Iterator

import pytest

from sellkit.models.base import Record
from sellkit.models.methods.head import MethodHead
from sellkit.models.text import Text
from sellkit.training import methods, places
from sellkit.training.mappings import crosswalk
from sellkit.training.refusals import ContentError, NotFound
from sellkit.training.words import Words

OURS = [file.name[:-5] for file in methods.files_of(places.content("methods"))]
HAN = re.compile("[一-鿿]")

GOOD = """\
kind: checklist
id: house
name: {zh-CN: "自家", en: "House"}
says: {zh-CN: "说", en: "says"}
source: {zh-CN: "自家", en: "ours"}
met_from: high
levels:
  - {id: low, sign: L, name: {zh-CN: "低", en: "Low"}, says: {zh-CN: "低", en: "low"}}
  - {id: high, sign: H, name: {zh-CN: "高", en: "High"}, says: {zh-CN: "高", en: "high"}}
groups:
  - id: all
    name: {zh-CN: "全部", en: "All"}
    asks: {zh-CN: "问", en: "asks"}
    items:
      - id: need
        name: {zh-CN: "需求", en: "Need"}
        asks: {zh-CN: "有需求", en: "There is a need"}
        ask_them: {zh-CN: "您需要什么？", en: "What do you need?"}
"""


@pytest.fixture
def house(tmp_path, monkeypatch):
    """Write a method beside a case and get its file."""
    folder = tmp_path / "methods"
    folder.mkdir()
    monkeypatch.setattr(places, "case_roots", lambda: iter([tmp_path]))

    def write(text=GOOD, name="house", **swap):
        for old, new in swap.items():
            text = text.replace(old, new)
        file = folder / f"{name}.yaml"
        file.write_text(text, encoding="utf-8")
        methods.refresh()
        return file

    yield write
    methods.refresh()


def texts(value) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Record):
        for field in type(value).model_fields:
            yield from texts(getattr(value, field))
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)


@pytest.mark.parametrize("name", OURS)
def test_every_method_that_ships_is_sound_and_filed_under_its_id(name):
    assert methods.faults(places.content("methods", f"{name}.yaml")) == []
    assert methods.method(name).id == name


@pytest.mark.parametrize("spoken", [*map(methods.method, OURS), crosswalk("meddpicc")], ids=lambda each: each.id)
def test_every_method_that_ships_speaks_both_languages(spoken):
    for text in texts(spoken):
        assert HAN.search(text.zh) or text.zh == text.en  # a name such as CRM is the same in both
        assert not HAN.search(text.en)
        assert not re.search(r"[\"']", text.zh), text.zh
        assert not re.search(r"[一-鿿][,;:?!]", text.zh), text.zh


@pytest.mark.parametrize("name", OURS)
def test_every_method_that_ships_says_what_it_is_for_and_where_it_comes_from(name):
    found = methods.method(name)
    assert isinstance(found, MethodHead)
    assert found.says != found.name != found.source


def test_a_method_beside_a_case_is_found_like_ours(house):
    house()
    assert methods.method("house").name.en == "House"
    assert "house" in methods.methods()


def test_a_pack_cannot_take_the_name_of_one_of_ours(house):
    house(name="meddpicc", **{"id: house": "id: meddpicc"})
    assert methods.method("meddpicc").name.en == "MEDDPICC"


def test_a_list_of_levels_is_borrowed_from_a_scale_of_the_house(house):
    head, _, groups = GOOD.partition("levels:")
    file = house(
        head.replace("met_from: high", "met_from: multiple")
        + "levels: coverage\ngroups:"
        + groups.partition("groups:")[2]
    )
    assert [level.id for level in methods.read_method(file).levels] == ["none", "brief", "multiple", "in-depth"]


@pytest.mark.parametrize("name", ["nothing-here", "../scales/coverage", "House", ""])
def test_a_name_that_is_no_method_is_answered_with_those_there_are(name):
    with pytest.raises(NotFound) as refused:
        methods.method(name)
    assert "meddpicc" in refused.value.params["known"]


def told(file):
    return [(fault.key, fault.params["line"]) for fault in methods.faults(file)]


def test_everything_wrong_with_a_file_is_told_at_once_each_with_its_line(house):
    file = house(
        **{
            "id: house": "id: home",
            'en: "House"': 'en: ""',
            "met_from: high": "met_from: high\ncolour: red",
            'says: {zh-CN: "说", en: "says"}': 'says: {zh-CN: "说"}',
            '        ask_them: {zh-CN: "您需要什么？", en: "What do you need?"}\n': "",
        }
    )
    assert sorted(told(file), key=lambda fault: fault[1]) == [
        ("method-not-file", 2),
        ("content-no-language", 3),
        ("content-no-language", 4),
        ("content-unknown-key", 7),
        ("content-missing-key", 16),
    ]


@pytest.mark.parametrize(
    ("old", "new", "key", "line"),
    [
        ("kind: checklist", "kind: list", "content-not-one-of", 1),
        ("kind: checklist\n", "", "content-not-one-of", 1),
        ("id: low", "id: unknown", "method-reserved", 8),
        ("met_from: high", "met_from: top", "content-no-such", 6),
        ("id: low", "id: high", "content-twice", 9),
        ("id: need\n", "id: need\n        minimum: {late: high}\n", "content-no-such", 16),
        ("sign: L", "sign: {a: b}", "content-not-text", 8),
        ("groups:", "groups: all", "yaml-broken", 11),
        ("levels:\n", "levels: heights\nrest:\n", "content-no-such", 7),
    ],
)
def test_each_kind_of_fault_is_told_with_its_line(house, old, new, key, line):
    assert (key, line) in told(house(**{old: new}))


@pytest.mark.parametrize(
    "text", ["", "[]", "kind: checklist", "kind: [checklist]", "id: house\nkind: grid\nx: 3", "\x00", "a: &b c"]
)
def test_whatever_stands_in_the_file_is_told_and_nothing_breaks(house, text):
    assert methods.faults(house(text))


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_a_fault_is_told_in_the_readers_language(house, language):
    words = Words(language)
    for fault in methods.faults(house(**{"met_from: high": "met_from: top", "id: low": "id: high"})):
        assert isinstance(fault, ContentError)
        assert bool(HAN.search(words.error(fault))) == (language == "zh-CN")
