"""No text is written in the JavaScript; every key that a view names is there in both languages."""

import re
from pathlib import Path

import pytest

import sellkit
from sellkit.training.words import Words, catalogue

VIEWS = Path(sellkit.__file__).parent / "views"
LANGUAGES = ("zh-CN", "en")
# Keys that are put together at run time: the pattern in the code, and what can stand in it.
PARTS = {
    "pane": ["dossier", "board", "checks"],
    "open.kind": ["profile", "report", "figures", "notice", "minutes", "mail", "call-notes", "press", "remark", "rfi"],
    "it.verdict": ["right", "near", "missing", "extra", "different", "unknown"],
    "v": ["right", "near", "missing", "extra", "different", "unknown"],
    "part": ["result", "work"],
    "id": ["unclear", "inferred", "explicit", "agreed"],
    "level": ["error", "warning", "hint"],
    "state": ["new", "working", "submitted", "feedback"],
    "flag": ["reached", "next", "claimed", "zero", "below"],
    "key": ["points", "settled", "short", "height"],
    'told ? "submitted" : state': ["new", "working", "submitted"],
}


def keys_named() -> set[str]:
    found: set[str] = set()
    for file in VIEWS.rglob("*.js"):
        code = file.read_text(encoding="utf-8")
        found.update(re.findall(r'"(views\.[a-z.-]+)"', code))
        for template in re.findall(r"`(views\.[^`]+)`", code):
            place = re.search(r"\$\{([^}]+)\}", template)
            assert place, template
            found.update(template.replace(place[0], part) for part in PARTS.get(place[1], []))
    for file in VIEWS.rglob("*.py"):  # what Python puts into a spec
        found.update(re.findall(r'say\("(views\.[a-z.-]+)"', file.read_text(encoding="utf-8")))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_key_that_a_view_names_has_its_words(language: str) -> None:
    assert sorted(keys_named() - set(catalogue(language))) == []


def test_no_words_are_kept_that_no_view_names() -> None:
    there = {key.removesuffix(".one") for key in catalogue("en") if key.startswith("views.")}
    assert sorted(there - keys_named()) == []


def test_both_languages_have_the_same_keys_and_places() -> None:
    def places(language: str) -> dict[str, list[str]]:
        own = {k: v for k, v in catalogue(language).items() if k.startswith("views.") and not k.endswith(".one")}
        return {key: sorted(re.findall(r"\{\w+\}", text)) for key, text in own.items()}

    assert places("zh-CN") == places("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_confidence_is_called_on_a_chip_what_its_scale_calls_it(language: str) -> None:
    words = Words(language)
    for level in words.scale("confidence"):
        assert words.say(f"views.kit.confidence.{level['id']}") == level["name"]


def test_no_view_can_run_what_it_shows() -> None:
    forbidden = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|https?://(?!www\.w3)"
    )
    files = [*VIEWS.rglob("*.js"), *VIEWS.rglob("*.css")]
    assert [(f.name, hit[0]) for f in files for hit in forbidden.finditer(f.read_text(encoding="utf-8"))] == []
