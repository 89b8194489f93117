"""The house's walls: which room may import which, and what the front door costs."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"anywidget", "ipywidgets", "networkx", "pandas", "solara", "sqlalchemy", "typer", "xlsxwriter", "yaml"}


def test_no_import_crosses_a_wall(root: Path) -> None:
    """The walls stand in pyproject.toml, each with the reason as its name."""
    program = Path(sys.executable).with_name("lint-imports")
    seen = subprocess.run([program, "--no-logo", "--no-cache"], cwd=root, capture_output=True, text=True)
    assert seen.returncode == 0, seen.stdout + seen.stderr


@pytest.mark.parametrize("name", ["sellkit", "sellkit.models", "sellkit.checks"])
def test_the_front_door_loads_nothing_heavy(name: str) -> None:
    program = f"import sys, {name}; print(*{{module.split('.')[0] for module in sys.modules}})"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert HEAVY & set(loaded) == set()
