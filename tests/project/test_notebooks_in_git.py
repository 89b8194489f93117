"""Notebooks are thin, small and stripped (U5): worked ones under solutions/ may keep text outputs."""

import json
from pathlib import Path

import pytest

MOST_FILES, MOST_CELLS, MOST_BYTES, MOST_LINES = 12, 10, 50_000, 12


def notebook_faults(path: Path, may_have_outputs: bool) -> list[str]:
    book = json.loads(path.read_text(encoding="utf-8"))
    code = [cell for cell in book["cells"] if cell["cell_type"] == "code"]
    checks = {
        f"has {len(book['cells'])} cells": len(book["cells"]) > MOST_CELLS,
        f"has {path.stat().st_size} bytes": path.stat().st_size > MOST_BYTES,
        "carries widget state": "widgets" in book["metadata"],
        "has outputs": not may_have_outputs and any(cell["outputs"] for cell in code),
        "has execution counts": not may_have_outputs and any(cell["execution_count"] for cell in code),
        "has a cell with logic in it": any("".join(cell["source"]).count("\n") > MOST_LINES for cell in code),
        "names its author's kernel": book["metadata"].get("kernelspec", {}).get("name", "python3") != "python3",
    }
    return [f"{path.name}: {fault}" for fault, found in checks.items() if found]


def test_notebooks_are_thin_small_and_stripped(root: Path, tracked: list[str]) -> None:
    books = [name for name in tracked if name.endswith(".ipynb")]
    faults = [fault for name in books for fault in notebook_faults(root / name, name.startswith("solutions/"))]
    assert faults == []
    assert 0 < len([name for name in books if not name.startswith("solutions/")]) <= MOST_FILES


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"cells": 11}, "cells"),
        ({"source": ["x\n"] * 10_000}, "bytes"),
        ({"metadata": {"widgets": {}}}, "widget state"),
        ({"outputs": [{"output_type": "stream", "name": "stdout", "text": "hi"}]}, "outputs"),
        ({"execution_count": 3}, "execution counts"),
        ({"source": ["x = 1\n"] * 14}, "logic"),
        ({"metadata": {"kernelspec": {"name": "annas-laptop"}}}, "kernel"),
    ],
)
def test_each_fault_of_a_notebook_is_seen(change: dict, fault: str, tmp_path: Path) -> None:
    cell = {"cell_type": "code", "source": ["open_start()"], "outputs": [], "execution_count": None, "metadata": {}}
    cell |= {key: value for key, value in change.items() if key in cell and key != "metadata"}
    book = {"cells": [cell] * change.get("cells", 1), "metadata": change.get("metadata", {}), "nbformat": 4}
    path = tmp_path / "book.ipynb"
    path.write_text(json.dumps(book), encoding="utf-8")
    assert fault in " ".join(notebook_faults(path, may_have_outputs=False))
