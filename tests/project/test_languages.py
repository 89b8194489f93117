"""All languages say the same things, each in its own words (U3). Every test lists all faults at once."""

import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

from sellkit.models.text import HABITS, LANGUAGES, Text, language_of
from sellkit.training.yamlfile import read_yaml

LOCALE = resources.files("sellkit") / "content" / "locale"
FOLDERS = [language.replace("-", "_") for language in LANGUAGES]
CJK = re.compile(r"[\u3400-\u9fff]")
# a Chinese name or word that an English text quotes
CJK_IN_QUOTES = re.compile(r"[^\u3400-\u9fff]*([“\"(（‘'][\u3400-\u9fff、]+[”\")）’'][^\u3400-\u9fff]*)+")
PARAM = re.compile(r"\{(\w*)[^{}]*\}")
# a forgotten sentence in a Chinese text
RUN_OF_ENGLISH = re.compile(r"(?:\b[a-z]{2,}\b[ ,]+){4,}")
# a language is called by its own name in every language
OWN_NAMES = {"简体中文", *LANGUAGES, *(habits.own_name for habits in HABITS.values())}
# shown as they are in both languages: file formats, key names, signs
SAME_IN_BOTH = re.compile(r"sellkit|JSON|CSV|XLSX|PNG|SVG|HTML|PDF|QR|Ctrl|Shift|Alt|Enter|Esc|Tab|Del|Cmd|[A-Z]\d?")


def catalogue(folder: str) -> dict[str, str]:
    """All messages of a language; a message given twice keeps its last wording and fails below."""
    return {message.id: message.string for _, message in messages(folder)}


def messages(folder: str) -> Iterator[tuple[str, Any]]:
    for file in sorted((LOCALE / folder).iterdir(), key=lambda file: file.name):
        with file.open("rb") as lines:
            yield from ((file.name, message) for message in read_po(lines, abort_invalid=True) if message.id)


def bare(text: str) -> str:
    return SAME_IN_BOTH.sub("", PARAM.sub("", text))


def stray(english: str, chinese: str) -> list[str]:
    """What of a pair is not in its language."""
    faults = []
    if CJK.search(english) and english not in OWN_NAMES and not CJK_IN_QUOTES.fullmatch(english):
        faults.append(f"Chinese in an English text: {english}")
    if re.search(r"[A-Za-z]", bare(chinese)) and not CJK.search(chinese) and chinese not in OWN_NAMES:
        faults.append(f"no Chinese in a Chinese text: {chinese}")
    if RUN_OF_ENGLISH.search(chinese):
        faults.append(f"an English sentence in a Chinese text: {chinese}")
    return faults


def test_a_language_is_written_down_completely() -> None:
    fields = [field.alias or name for name, field in Text.model_fields.items()]
    assert sorted(fields) == sorted(HABITS) == sorted(LANGUAGES)
    assert sorted(FOLDERS) == sorted(folder.name for folder in LOCALE.iterdir() if folder.is_dir())


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("zh-TW;q=0.8", "zh-CN"),
        ("en_GB.UTF-8", "en"),
        ("Chinese (Simplified)_China", "zh-CN"),
        (" EN-us", "en"),
        ("fr", None),
        ("", None),
    ],
)
def test_a_browsers_and_a_systems_names_of_languages_are_understood(tag: str, language: str | None) -> None:
    assert language_of(tag) == language


def test_all_catalogues_hold_the_same_messages() -> None:
    english = catalogue("en").keys()
    assert english
    for folder in FOLDERS:
        assert catalogue(folder).keys() ^ english == set(), folder


def test_no_message_is_given_twice() -> None:
    for folder in FOLDERS:
        ids = [message.id for _, message in messages(folder)]
        assert [name for name in ids if ids.count(name) > 1] == []


def test_each_message_stands_in_the_same_file_in_every_language() -> None:
    english = {(file, message.id) for file, message in messages("en")}
    for folder in FOLDERS:
        assert {(file, message.id) for file, message in messages(folder)} ^ english == set(), folder


def test_no_message_is_empty_or_marked_as_doubtful() -> None:
    doubtful = [
        f"{folder}/{file}: {message.id}"
        for folder in FOLDERS
        for file, message in messages(folder)
        if not str(message.string).strip() or message.fuzzy
    ]
    assert doubtful == []


def test_all_wordings_take_the_same_params() -> None:
    english = catalogue("en")
    differing = []
    for folder in FOLDERS:
        other = catalogue(folder)
        differing += [
            f"{folder} {name}: {set(PARAM.findall(text))} and {set(PARAM.findall(other.get(name, '')))}"
            for name, text in english.items()
            if set(PARAM.findall(text)) != set(PARAM.findall(other.get(name, "")))
        ]
    assert differing == []


def test_no_language_strays_into_the_other_in_the_interface() -> None:
    english, chinese = catalogue("en"), catalogue("zh_CN")
    assert [f"{name}: {fault}" for name in english for fault in stray(english[name], chinese.get(name, ""))] == []


def test_no_language_strays_into_the_other_in_the_content(root: Path, tracked: list[str]) -> None:
    folders = ("exercises/", "solutions/", "sellkit/content/")
    files = [name for name in tracked if name.startswith(folders) and name.endswith(".yaml")]
    faults = []
    for name in files:
        for pair in pairs(read_yaml(name, (root / name).read_bytes()).data):
            if pair.keys() != set(LANGUAGES) or not all(pair.values()):
                faults.append(f"{name}: every language is needed: {pair}")
            elif all(isinstance(text, str) for text in pair.values()):
                faults += [f"{name}: {fault}" for fault in stray(pair["en"], pair["zh-CN"])]
    assert not faults, "\n".join(faults)  # pytest would show the first few


def pairs(data: Any) -> Iterator[dict[str, Any]]:
    """Every place of a file where a text is given by language. A person's `names` need only what differs."""
    if isinstance(data, dict):
        if set(LANGUAGES) & data.keys():
            yield data
        for name, value in data.items():
            yield from pairs(value) if name != "names" else ()
    if isinstance(data, list):
        for value in data:
            yield from pairs(value)


def test_every_message_that_the_code_asks_for_exists(root: Path, tracked: list[str]) -> None:
    known = catalogue("en").keys()
    asked = re.compile(r"""\.say\(\s*["']([a-z][\w.-]+)["']""")
    missing = [
        f"{name}: {message}"
        for name in tracked
        if name.startswith("sellkit/") and name.endswith(".py")
        for message in asked.findall((root / name).read_text(encoding="utf-8"))
        if message not in known
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("english", "chinese", "count"),
    [
        ("Undo", "撤销", 0),
        ("Save as {format}", "存为 {format}", 0),
        ("{count} / {total}", "{count} / {total}", 0),
        ("CSV", "CSV", 0),
        ("中文", "中文", 0),
        ("Choose 中文 here", "选择中文", 1),
        ("Choose your language (中文)", "选择语言（English）", 0),
        ("Undo", "Undo", 1),
        ("Not saved", "保存失败 please free some space on disk and try", 1),
    ],
)
def test_a_stray_language_is_seen(english: str, chinese: str, count: int) -> None:
    assert len(stray(english, chinese)) == count
