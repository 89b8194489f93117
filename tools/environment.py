"""The project's own virtual environment: made when missing, filled from a lock, with sellkit installed as wheels.

A stamp inside `.venv/` says what it was made of, so the second call costs a fraction of a second and a change of the
lock, of the sources or of the folder's place is noticed.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import system

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
STAMP = VENV / "sellkit-stamp.json"
# what the two wheels are made of
SOURCES = ("sellkit", "exercises", "notebooks", "solutions", "pyproject.toml", "README.md", "LICENSE")
LOCKS = ("requirements.lock", "requirements-dev.lock")  # the second holds all of the first


class Place:
    """A ready environment: runs its programs with every cache and settings folder inside the project."""

    def run(self, command: list[str], **extra: str) -> int:
        program = shutil.which(command[0], path=str(BIN))
        if not program:
            raise system.Stop(f"{command[0]} is missing from .venv. Delete .venv and call this again.")
        with tempfile.TemporaryDirectory(prefix="sellkit-") as scratch:
            return subprocess.call([program, *command[1:]], cwd=ROOT, env=variables(scratch) | extra)


def variables(scratch: str) -> dict[str, str]:
    # Kernels' sockets live in the runtime folder and a socket's path may have 107 characters at most: hence scratch.
    homes = {
        "IPYTHONDIR": CACHE / "ipython",
        "JUPYTER_CONFIG_DIR": CACHE / "jupyter" / "config",
        "JUPYTER_DATA_DIR": CACHE / "jupyter" / "data",
        "JUPYTER_RUNTIME_DIR": Path(scratch) / "jupyter",
        "JUPYTERLAB_SETTINGS_DIR": CACHE / "jupyter" / "lab-settings",
        "JUPYTERLAB_WORKSPACES_DIR": CACHE / "jupyter" / "lab-workspaces",
        "PLAYWRIGHT_BROWSERS_PATH": CACHE / "browsers",
        "RUFF_CACHE_DIR": CACHE / "ruff",
        "SOLARA_HOME": CACHE / "solara",
        "TMPDIR": scratch,
    }
    own = {"PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}", "VIRTUAL_ENV": str(VENV)}
    # what runs is what was installed, never the sources that happen to lie in the folder
    own["PYTHONSAFEPATH"] = "1"
    quiet = {"JUPYTER_PLATFORM_DIRS": "1", "SOLARA_TELEMETRY_MIXPANEL_ENABLE": "False"}
    return {**os.environ, **{name: str(path) for name, path in homes.items()}, **own, **quiet}


def ready(lock: str) -> Place:
    """The environment with at least this lock installed and the wheels of the sources as they are now."""
    stamp = read_stamp()
    if stamp is None:
        create()
        stamp = {"root": str(ROOT), "locks": {}, "sources": None}
    enough = LOCKS[LOCKS.index(lock) :]
    if not any(stamp["locks"].get(name) == fingerprint(name) for name in enough):
        system.say(f"Installing what {lock} lists into .venv …")
        # the lock is complete, so nothing is resolved again: every version and every hash is the one written there
        pip("install", "--quiet", "--no-deps", "--require-hashes", "--requirement", lock)
        write_stamp(stamp | {"locks": {lock: fingerprint(lock)}})
        stamp = read_stamp()
    if stamp["sources"] != fingerprint(*SOURCES):
        install_wheels()
        write_stamp(stamp | {"sources": fingerprint(*SOURCES)})
    return Place()


def install_wheels() -> None:
    system.say("Building and installing the wheels of sellkit and sellkit-solutions …")
    dist = CACHE / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    for project in (ROOT, ROOT / "solutions"):
        build = [python(), "-m", "hatchling", "build", "--target", "wheel", "--directory", str(dist)]
        built = subprocess.run(build, cwd=project, capture_output=True, text=True)
        if built.returncode:
            raise system.Stop(f"The wheel of {project} cannot be built:\n{built.stdout}{built.stderr}")
    wheels = sorted(map(str, dist.glob("*.whl")))
    pip("install", "--quiet", "--no-deps", "--no-index", "--force-reinstall", *wheels)


def create() -> None:
    system.say(f"Making .venv with Python {sys.version.split()[0]} …")
    shutil.rmtree(VENV, ignore_errors=True)
    # Debian's python3 can make an environment but, without the package python3-venv, puts no pip into it
    if subprocess.run([sys.executable, "-c", "import ensurepip"], capture_output=True).returncode == 0:
        made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], capture_output=True)
        if made.returncode == 0:
            return
        shutil.rmtree(VENV, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(VENV)], check=True)
    wheel = system.pip_wheel(CACHE / "pip-wheel")
    subprocess.run([python(), f"{wheel}/pip", "install", "--quiet", "--no-index", str(wheel)], check=True)


def pip(*arguments: str) -> None:
    settings = {"PIP_CACHE_DIR": str(CACHE / "pip"), "PIP_ROOT_USER_ACTION": "ignore"}
    command = [python(), "-m", "pip", "--disable-pip-version-check", *arguments]
    subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, **settings})


def python() -> str:
    return str(BIN / ("python.exe" if os.name == "nt" else "python"))


def fingerprint(*names: str) -> str:
    digest = hashlib.sha256()
    for name in names:
        path = ROOT / name
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and not {"__pycache__", ".ipynb_checkpoints"} & set(file.parts):
                digest.update(f"{file.relative_to(ROOT)}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def read_stamp() -> dict | None:
    """None when there is no environment, or one that was made elsewhere, by hand or by a Python that has gone."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
        works = subprocess.run([python(), "-m", "pip", "--version"], capture_output=True).returncode == 0
    except (OSError, ValueError):
        return None
    return stamp if works and stamp.get("root") == str(ROOT) else None


def write_stamp(stamp: dict) -> None:
    STAMP.write_text(json.dumps(stamp, indent=1), encoding="utf-8")
