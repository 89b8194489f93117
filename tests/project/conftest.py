"""The project as its own test object: the files under version control and the packages made of them."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def tracked(root: Path) -> list[str]:
    """Every file that a clone would hold, those not yet committed as well."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, capture_output=True, check=True)
    names = listed.stdout.decode().split("\0")
    return sorted(name for name in names if name and (root / name).is_file())


@pytest.fixture(scope="session")
def packages(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """What is handed out, built now: `sellkit` and `solutions` as wheels, `sdist` as an archive."""
    folder = tmp_path_factory.mktemp("packages")
    build = [sys.executable, "-m", "hatchling", "build", "--directory", str(folder)]
    subprocess.run(build, cwd=root, check=True, capture_output=True)
    subprocess.run([*build, "--target", "wheel"], cwd=root / "solutions", check=True, capture_output=True)
    return {
        "sellkit": next(folder.glob("sellkit-*.whl")),
        "sdist": next(folder.glob("sellkit-*.tar.gz")),
        "solutions": next(folder.glob("sellkit_solutions-*.whl")),
    }


@pytest.fixture(scope="session")
def trainee_files(packages: dict[str, Path]) -> dict[str, str]:
    """Every text a trainee receives, by its path in the wheel."""
    with zipfile.ZipFile(packages["sellkit"]) as wheel:
        return {name: wheel.read(name).decode("utf-8", errors="replace") for name in wheel.namelist()}
