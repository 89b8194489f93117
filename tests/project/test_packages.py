"""What is in the two wheels, and that each works where it lands."""

import subprocess
import sys
import tarfile
import zipfile
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

# a file's place in the checkout, and in the wheel
MOVED = {"exercises/": "sellkit/exercises/", "notebooks/": "sellkit/notebooks/", "sellkit/": "sellkit/"}


def content(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def test_the_wheel_holds_the_whole_house_and_nothing_else(packages: dict[str, Path], tracked: list[str]) -> None:
    expected = {
        there + name.removeprefix(here) for name in tracked for here, there in MOVED.items() if name.startswith(here)
    }
    assert content(packages["sellkit"]) == expected


def test_the_solutions_wheel_holds_the_keys_and_nothing_else(packages: dict[str, Path], tracked: list[str]) -> None:
    keys = {name for name in tracked if name.startswith("solutions/") and name.endswith(".yaml")}
    expected = {name.replace("solutions/", "sellkit_solutions/", 1) for name in keys}
    assert content(packages["solutions"]) == expected | {"sellkit_solutions/__init__.py"}


def test_no_key_travels_with_the_exercises(packages: dict[str, Path]) -> None:
    with tarfile.open(packages["sdist"]) as archive:
        handed_out = content(packages["sellkit"]) | set(archive.getnames())
    assert [name for name in handed_out if "solution" in name] == []


def test_a_wheel_built_from_the_source_archive_is_the_same(packages: dict[str, Path], tmp_path: Path) -> None:
    build = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-index", "--no-build-isolation"]
    subprocess.run([*build, "--wheel-dir", tmp_path, packages["sdist"]], check=True, capture_output=True)
    assert content(next(tmp_path.glob("*.whl"))) == content(packages["sellkit"])


def test_a_trainee_needs_only_the_core_and_finds_no_key(packages: dict[str, Path], tmp_path: Path) -> None:
    """An environment of nothing but sellkit and what it requires without extras."""
    with zipfile.ZipFile(packages["sellkit"]) as archive:
        archive.extractall(tmp_path)
    core = metadata.Distribution.at(next(tmp_path.glob("sellkit-*.dist-info"))).requires or []
    for name in closure(core):
        link(name, tmp_path)
    program = f"""
import sys
sys.path[:] = [{str(tmp_path)!r}] + [p for p in sys.path if "site-packages" not in p]
import sellkit.workbook, sellkit.start, sellkit.views
from sellkit.errors import SellkitError
from sellkit.training import shelf
for case in shelf.cases():
    for exercise in shelf.exercises(case):
        shelf.exercise(exercise)
        try:
            shelf.key(exercise)
        except SellkitError as error:
            print(type(error).__name__)
"""
    seen = subprocess.run([sys.executable, "-I", "-S", "-c", program], capture_output=True, text=True, cwd=tmp_path)
    assert seen.returncode == 0, seen.stderr
    assert set(seen.stdout.split()) == {"NoKey"}


def closure(required: list[str]) -> set[str]:
    """The installed packages that these requirements ask for, and what those ask for in turn."""
    found: set[str] = set()
    todo = [Requirement(text) for text in required]
    while todo:
        asked = todo.pop()
        wanted = asked.marker is None or asked.marker.evaluate({"extra": ""})
        if wanted and asked.name not in found:
            found.add(asked.name)
            todo += [Requirement(text) for text in metadata.requires(asked.name) or ()]
    return found


def link(name: str, target: Path) -> None:
    package = metadata.distribution(name)
    for top in {file.parts[0] for file in package.files or () if file.parts[0] not in {"..", "__pycache__"}}:
        place = target / top
        if not place.exists():
            place.symlink_to(Path(str(package.locate_file(top))))
