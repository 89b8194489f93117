"""What a project cannot carry in its own folder: a browser, Chinese fonts, and on Debian a pip to begin with."""

import ctypes.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
PROGRAMS = ("chrome", "chrome.exe", "Chromium")  # in the folder that Playwright downloads
USUAL_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
REMEDY = "Install Chromium or Chrome, set SELLKIT_CHROMIUM to its path if it lies in an unusual place, and call again."
BY_HAND = "    apt-get update && apt-get install chromium fonts-noto-cjk libatomic1\nThen call this again."


class Stop(Exception):
    """Nothing more can be done; the text says what the person can do."""


def say(text: str) -> None:
    print(text, flush=True)


def browser(place, downloads: Path) -> str:
    """The path of a Chromium: the machine's own, else Debian's package, else Playwright's inside the folder."""
    found = installed_browser()
    if apt() and not ctypes.util.find_library("atomic"):
        apt_install("libatomic1")  # what drives the browser is linked to it, and a bare Debian lacks it
    if not found and apt_offers("chromium"):
        apt_install("chromium")
        found = installed_browser()
    if not found:
        # Ubuntu has Chromium only as a snap, which cannot be driven from outside its confinement
        say("Downloading a browser for the tests into .cache/browsers …")
        if place.run(["playwright", "install", *(["--with-deps"] if apt() else []), "chromium"]):
            raise Stop(f"No browser for the tests. {REMEDY}")
        found = next((str(path) for path in sorted(downloads.glob("chromium-*/*/*")) if path.name in PROGRAMS), None)
    if not found:
        raise Stop(f"A browser was installed but is not to be found. {REMEDY}")
    return found


def installed_browser() -> str | None:
    candidates = [os.environ.get("SELLKIT_CHROMIUM"), *map(shutil.which, BROWSERS), *USUAL_PLACES]
    return next((path for path in candidates if path and Path(path).exists() and not is_snap(path)), None)


def is_snap(path: str) -> bool:
    real = Path(path).resolve()
    try:
        return "/snap" in str(real) or b"/snap/bin" in real.read_bytes()[:4096]
    except OSError:
        return False


def chinese_fonts() -> None:
    """Without them screenshots show boxes and a layout test measures the wrong widths."""
    if not shutil.which("apt-get") or any(Path("/usr/share/fonts").rglob("NotoSansCJK*")):
        return
    apt_install("fonts-noto-cjk")


def pip_wheel(folder: Path) -> Path:
    """Debian's own pip as a file: already on the machine, or fetched and unpacked in the folder, without being root."""
    here = sorted(Path("/usr/share/python-wheels").glob("pip-*.whl"))
    if here:
        return here[-1]
    if not shutil.which("apt-get"):
        raise Stop("This Python has no pip and no ensurepip. Install the part of it that brings venv, then call again.")
    say("This Python came without pip: fetching Debian's python3-pip-whl into .cache …")
    shutil.rmtree(folder, ignore_errors=True)
    for part in ("lists/partial", "archives/partial"):
        (folder / part).mkdir(parents=True)
    # lists and downloads of its own, so that it needs no rights and leaves the system's as they were
    places = {"Dir::State::lists": "lists", "Dir::Cache": ".", "Dir::Cache::archives": "archives"}
    options = [f"-o{name}={folder / path}" for name, path in places.items()]
    if os.geteuid() == 0:
        options.append("-oAPT::Sandbox::User=root")  # else it drops to a user who may not read this folder
    for command in (["update", "-qq"], ["download", "-qq", "python3-pip-whl"]):
        subprocess.run(["apt-get", *options, *command], cwd=folder, check=True)
    subprocess.run(["dpkg-deb", "--extract", str(next(folder.glob("*.deb"))), str(folder / "unpacked")], check=True)
    for spent in ("lists", "archives"):
        shutil.rmtree(folder / spent)
    return next((folder / "unpacked/usr/share/python-wheels").glob("pip-*.whl"))


def apt() -> bool:
    return sys.platform == "linux" and shutil.which("apt-get") is not None


def apt_offers(package: str) -> bool:
    """Whether the system's package manager has it as a real package; its lists are fetched when they know nothing."""
    if not apt():
        return False

    def candidate() -> bool:
        policy = subprocess.run(["apt-cache", "policy", package], capture_output=True, text=True).stdout
        return "Candidate:" in policy and "Candidate: (none)" not in policy

    if candidate():
        return True
    as_root("apt-get", "update", "-qq")
    return candidate()


def apt_install(package: str) -> None:
    say(f"Installing {package} with the system's package manager …")
    try:
        as_root("apt-get", "install", "-y", "-qq", "--no-install-recommends", package)
    except Stop:
        # old lists name files that are gone: fetch new ones, once
        as_root("apt-get", "update", "-qq")
        as_root("apt-get", "install", "-y", "-qq", "--no-install-recommends", package)


def as_root(*command: str) -> None:
    if os.geteuid() and not shutil.which("sudo"):
        raise Stop(f"The tests need a browser and Chinese fonts, and installing them needs root. As root:\n{BY_HAND}")
    sudo = [] if os.geteuid() == 0 else ["sudo"]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if subprocess.run([*sudo, *command], env=quiet, stdout=subprocess.DEVNULL).returncode:
        raise Stop(f"{command[0]} failed. Mend it, or install by hand, as root, what the tests need:\n{BY_HAND}")
