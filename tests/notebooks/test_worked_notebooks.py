"""What the key and the sample deal amount to stands in `solutions/worked`; `make test` runs it anew and compares."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from sellkit.models.text import LANGUAGES
from sellkit.training.lessons import lessons

WORKED = Path(__file__).resolve().parents[2] / "solutions" / "worked"


def read(language: str, name: str) -> dict[str, Any]:
    return json.loads((WORKED / language / f"{name}.ipynb").read_text(encoding="utf-8"))


def code(book: dict[str, Any]) -> list[dict[str, Any]]:
    return [cell for cell in book["cells"] if cell["cell_type"] == "code"]


def test_every_lesson_has_its_worked_notebook_in_every_language() -> None:
    found = {f"{path.parent.name}/{path.stem}" for path in WORKED.glob("*/*.ipynb")}
    assert found == {f"{language}/{name}" for language in LANGUAGES for name in lessons()}


@pytest.mark.parametrize("name", lessons())
def test_the_languages_differ_in_nothing_but_the_language(name: str) -> None:
    one, other = (
        [cell["source"] for cell in code(read(language, name)) if cell["id"] != "parameters"] for language in LANGUAGES
    )
    assert one == other


@pytest.mark.parametrize("name", [f"{language}/{name}" for language in LANGUAGES for name in lessons()])
def test_every_cell_that_tells_something_is_compared_and_tells_it_as_text(name: str) -> None:
    telling = [cell for cell in code(read(*name.split("/"))) if cell["id"] != "parameters"]
    assert all(cell["outputs"] and cell["execution_count"] for cell in telling), "run `python tools/do.py worked`"
    assert all("nbval-check-output" in cell["metadata"].get("tags", ()) for cell in telling)
    assert {kind for cell in telling for output in cell["outputs"] for kind in output["data"]} == {"text/markdown"}


def test_a_figure_that_has_changed_fails_the_comparison(tmp_path: Path) -> None:
    book = read("en", "account")
    cell = next(cell for cell in code(book) if cell["id"] == "after")
    told = "".join(cell["outputs"][0]["data"]["text/markdown"])
    assert "There are 3 independent lines" in told
    cell["outputs"][0]["data"]["text/markdown"] = told.replace("There are 3", "There are 4")
    (tmp_path / "account.ipynb").write_text(json.dumps(book), encoding="utf-8")

    command = [sys.executable, "-m", "pytest", "--nbval-lax", "-q", "--color=no", "-p", "no:cacheprovider", "."]
    seen = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert "1 failed, 7 passed" in seen.stdout, seen.stdout
    assert "Cell outputs differ" in seen.stdout
