"""The house's walls stand in pyproject.toml under `importlinter`, each with the reason as its name."""

import subprocess
import sys
from pathlib import Path


def test_no_import_crosses_a_wall(root: Path) -> None:
    program = Path(sys.executable).with_name("lint-imports")
    seen = subprocess.run([program, "--no-logo", "--no-cache"], cwd=root, capture_output=True, text=True)
    assert seen.returncode == 0, seen.stdout + seen.stderr
