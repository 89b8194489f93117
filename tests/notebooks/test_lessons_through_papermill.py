"""Every lesson is run in both languages, on a trainer's computer with the keys and on one that has none."""

from pathlib import Path

import nbformat
import pytest

from sellkit.models.text import LANGUAGES
from sellkit.seat import default_notebooks
from sellkit.training import deals
from sellkit.training.lessons import lesson
from sellkit.training.words import Words

from .running import hidden_errors, run

NOTEBOOKS = sorted(default_notebooks().glob("1?_*.ipynb"))


def lesson_of(notebook: Path) -> str:
    return notebook.stem.partition("_")[2].replace("_", "-")


def shown(notebook: nbformat.NotebookNode, kind: str) -> list[str]:
    """What the cells show in one kind of output, in order."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    return ["".join(output["data"][kind]) for output in outputs if kind in output.get("data", {})]


@pytest.fixture
def no_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The kernel finds a package of this name that has no keys before it finds the one with them."""
    empty = tmp_path / "no-keys" / "sellkit_solutions-0.dist-info"
    empty.mkdir(parents=True)
    (empty / "METADATA").write_text("Metadata-Version: 2.1\nName: sellkit-solutions\nVersion: 0\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(empty.parent), prepend=":")
    monkeypatch.delenv("SELLKIT_SOLUTIONS", raising=False)


def test_there_are_lessons() -> None:
    assert len(NOTEBOOKS) == 6


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lesson_of)
def test_with_the_keys_a_lesson_shows_the_case(notebook: Path, language: str, tmp_path: Path) -> None:
    executed = run(notebook, tmp_path, language=language)
    assert hidden_errors(executed) == []
    texts = shown(executed, "text/markdown")
    assert texts[0] == f"# {lesson(lesson_of(notebook)).title.in_(language)}"
    assert all("<svg" in picture for picture in shown(executed, "text/html"))
    told = Words(language).say("lessons.from-key", exercise="|").partition("|")[2]
    assert any(told in text for text in texts) != (needs_no_key(notebook))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lesson_of)
def test_without_keys_a_lesson_says_so_and_shows_the_sample_deal(
    notebook: Path, language: str, tmp_path: Path, no_keys: None
) -> None:
    executed = run(notebook, tmp_path, language=language)
    assert hidden_errors(executed) == []
    texts, words = shown(executed, "text/markdown"), Words(language)
    told = f"> {words.say('lessons.no-key', deal=deals.example(language)[1].name)}"
    assert (told in texts) != needs_no_key(notebook)
    from_key = words.say("lessons.from-key", exercise="|").partition("|")[2]
    assert not any(from_key in text for text in texts)


def needs_no_key(notebook: Path) -> bool:
    """Lessons on what no exercise of the case asks for."""
    source = notebook.read_text(encoding="utf-8")
    return "lesson.sheet(" not in source
