"""A real room server and a real JupyterLab, started once for each file of tests."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page

from sellkit.seat import default_notebooks

SCREENS = Path("test-results/screens").resolve()


@pytest.fixture
def shoot(request: pytest.FixtureRequest) -> Callable[[Page, str], None]:
    """Keep a picture of the screen; a person looks at them after the run."""

    def keep(page: Page, name: str) -> None:
        SCREENS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SCREENS / f"{request.node.name}-{name}.png".replace("/", "-"))

    return keep


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_answers(url: str, process: subprocess.Popen[bytes], log: Path, seconds: float = 90) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"the server stopped:\n{log.read_text(encoding='utf-8', errors='replace')}")
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=5):
            return
        time.sleep(0.2)
    raise RuntimeError(f"no answer from {url}:\n{log.read_text(encoding='utf-8', errors='replace')}")


def stop(process: subprocess.Popen[bytes], how: int = signal.SIGTERM) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, how)
    process.wait(timeout=20)


@dataclass
class Room:
    """A workshop served on this machine; `kill` and `start` again as a trainer's laptop might."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def code(self) -> str:
        return str(yaml.safe_load((self.folder / "workshop.yaml").read_text(encoding="utf-8"))["code"])

    @property
    def coach_key(self) -> str:
        return (self.folder / "coach.key").read_text(encoding="ascii").strip()

    def start(self) -> None:
        log = self.folder.parent / "room-output.txt"
        command = [sys.executable, "-m", "sellkit", "serve", "--workshop", str(self.folder)]
        command += ["--port", str(self.port), "--no-open"]
        with log.open("wb") as out:
            self.process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, start_new_session=True)
        wait_until_answers(f"{self.url}/healthz", self.process, log)

    def stop(self, how: int = signal.SIGTERM) -> None:
        if self.process is not None:
            stop(self.process, how)
            self.process = None


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    served = Room(tmp_path_factory.mktemp("room") / "workshop", free_port())
    served.start()
    yield served
    served.stop()


@dataclass
class Lab:
    """Jupyter on a copy of the notebooks, as an author or a trainee at home has it.

    opens  the path of an address that opens a notebook as the only document of the window
    """

    folder: Path
    home: Path
    url: str
    opens: str


@contextlib.contextmanager
def jupyter(root: Path, module: str, app: str, opens: str) -> Iterator[Lab]:
    """A Jupyter server of our own, quiet and without a password, on this machine only."""
    books, home, settings = root / "notebooks", root / "home", root / "settings"
    shutil.copytree(default_notebooks(), books)
    news = settings / "@jupyterlab" / "apputils-extension"
    news.mkdir(parents=True)
    (news / "notification.jupyterlab-settings").write_text('{"fetchNews": "false"}', encoding="utf-8")
    port, log = free_port(), root / "jupyter.txt"
    command = [sys.executable, "-m", module, "--no-browser", "--allow-root", f"--port={port}"]
    command += ["--ServerApp.port_retries=0", "--IdentityProvider.token=", "--ServerApp.password="]
    command += [f"--{app}.expose_app_in_browser=True", f"--{app}.user_settings_dir={settings}"]
    command += [f"--ServerApp.root_dir={books}"]
    surroundings = {**os.environ, "SELLKIT_HOME": str(home), "JUPYTER_CONFIG_DIR": str(root / "config")}
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, stdout=out, stderr=subprocess.STDOUT, start_new_session=True, env=surroundings
        )
    try:
        url = f"http://127.0.0.1:{port}"
        wait_until_answers(f"{url}/api/status", process, log)
        yield Lab(books, home, url, opens)
    finally:
        stop(process, signal.SIGKILL)


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with jupyter(tmp_path_factory.mktemp("lab"), "jupyterlab", "LabApp", "doc/tree") as running:
        yield running


@pytest.fixture(scope="module")
def notebook7(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with jupyter(tmp_path_factory.mktemp("notebook"), "notebook", "JupyterNotebookApp", "notebooks") as running:
        yield running
