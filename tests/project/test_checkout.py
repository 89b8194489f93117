"""What lies in the repository: no machine, no address of a package index, and a README that tells the truth."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

BINARY = (".png", ".xlsx", ".ico", ".woff2")
FORBIDDEN = {
    "a path of one machine": re.compile(rf"(?<![\w.~/-])(?:/root|/work|/Users|{re.escape(str(Path.home()))})/\w"),
    "the address of a package index": re.compile(r"https?://[^\s/]*(?:pypi|pythonhosted|npmjs|debian)\."),
    "an option that names a package index": re.compile(r"^\s*--(?:extra-)?(?:index-url|find-links)\b", re.MULTILINE),
}
LOCKS = ("requirements.lock", "requirements-dev.lock")
DOCUMENTS = pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md", "CONTRIBUTING.md"])


def texts(root: Path, tracked: list[str]) -> dict[str, str]:
    return {name: (root / name).read_text(encoding="utf-8") for name in tracked if not name.endswith(BINARY)}


def forbidden(text: str) -> list[str]:
    return [f"{what}: {found.group()}" for what, pattern in FORBIDDEN.items() for found in pattern.finditer(text)]


def test_no_file_names_a_machine_or_a_package_index(root: Path, tracked: list[str]) -> None:
    assert [f"{name}: {fault}" for name, text in texts(root, tracked).items() for fault in forbidden(text)] == []


@pytest.mark.parametrize("parts", ["see /ro|ot/x", "https://files.python|hosted.org", "--index|-url x"])
def test_each_forbidden_thing_is_seen(parts: str) -> None:
    assert forbidden(parts.replace("|", ""))  # written in parts, or this file would be found too


def test_the_lock_has_a_version_and_hashes_for_everything_and_no_address(root: Path) -> None:
    for name in LOCKS:
        text = (root / name).read_text(encoding="utf-8")
        entries = re.split(r"\n(?=[a-z0-9])", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).strip())
        pinned = re.compile(r"[\w.-]+==\S+(?: ;.*)? \\\n    --hash=sha256:")
        assert [entry for entry in entries if not pinned.match(entry)] == []
        assert "://" not in text


def test_the_development_lock_holds_all_of_the_other_in_the_same_versions(root: Path) -> None:
    small, large = (set(re.findall(r"^[\w.-]+==[^ ]+", (root / name).read_text(), re.MULTILINE)) for name in LOCKS)
    assert small - large == set()


def targets(root: Path) -> set[str]:
    return set((root / "Makefile").read_text(encoding="utf-8").split(".PHONY:")[1].split("\n")[0].split())


@DOCUMENTS
def test_every_command_in_the_documents_exists(name: str, root: Path) -> None:
    code = re.findall(r"```.*?```|`[^`]+`", (root / name).read_text(encoding="utf-8"), re.DOTALL)
    named = re.findall(r"(?:make|do\.py) ([a-z]+)", "\n".join(code))
    assert set(named) - targets(root) == set()
    assert "test" in named


@DOCUMENTS
def test_every_file_linked_in_the_documents_exists(name: str, root: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", (root / name).read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (root / link).exists()] == []


def test_the_set_up_offers_what_the_makefile_calls(root: Path) -> None:
    listed = subprocess.run([sys.executable, "tools/do.py"], cwd=root, capture_output=True, text=True).stderr
    assert [target for target in targets(root) if f"\n  {target} " not in listed] == []
