"""A room to test in: its doors alone (fast), or the whole server as a process of its own with three stub notebooks."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

pytest.importorskip("starlette")

from starlette.testclient import TestClient

from sellkit.room.server import build
from sellkit.room.workshop import Workshop

ORIGIN = "http://testserver"

STUBS = {
    "01_start": [
        "import ipywidgets\nfrom sellkit import seat",
        "me = seat.current()",
        'page = ipywidgets.HTML(f\'<a id="go" href="{me.open_path("homebody/pain-chain")}">go</a>\')',
    ],
    "02_exercise": [
        "import anywidget, traitlets\nfrom sellkit import seat",
        """class Counter(anywidget.AnyWidget):
    _esm = '''export default { render({ model, el }) {
        const button = document.createElement("button");
        const show = () => { button.textContent = `${model.get("who")} | ${model.get("asked")} | ${model.get("n")}`; };
        model.on("change", show); show();
        button.onclick = () => model.send({ add: 1 });
        el.append(button);
    } }'''
    n = traitlets.Int(0).tag(sync=True)
    who = traitlets.Unicode("").tag(sync=True)
    asked = traitlets.Unicode("").tag(sync=True)
""",
        """me, asked = seat.current(), seat.query().get("x", "homebody/pain-chain")
file = me.journal_path(asked)
page = Counter(who=me.name, asked=asked, n=int(file.read_text()) if file.exists() else 0)
def add(*_):
    file.write_text(str(page.n + 1))
    page.n += 1
page.on_msg(add)
page""",
    ],
    "03_console": ["import ipywidgets", "page = ipywidgets.HTML('<b>the secret of the console</b>')"],
}


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop.open(tmp_path / "workshop", language="en")


@pytest.fixture
def visit(workshop: Workshop) -> Iterator[Callable[..., TestClient]]:
    """A new browser at the doors; with a name it joins at once."""
    app = build(workshop, ORIGIN).app

    def arrive(name: str = "", team: str = "", language: str = "en") -> TestClient:
        browser = TestClient(app, base_url=ORIGIN, headers={"origin": ORIGIN}, follow_redirects=False)
        if name:
            form = {"code": workshop.code, "name": name, "team": team, "language": language}
            assert browser.post("/join", data=form).status_code == 303
        return browser

    yield arrive
    workshop.seats.close()


@dataclass
class Running:
    """A server process, its address, and where it tried to connect to."""

    workshop: Workshop
    process: subprocess.Popen[str]
    address: str
    said: str
    calls: Path = field(default_factory=Path)

    def outside(self) -> list[str]:
        """Addresses beyond this machine that the server process tried to reach."""
        return self.calls.read_text().split() if self.calls.exists() else []

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture(scope="session")
def stubs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stubs")
    for name, cells in STUBS.items():
        content = {
            "nbformat": 4,
            "nbformat_minor": 5,
            "metadata": {},
            "cells": [
                {
                    "cell_type": "code",
                    "id": f"c{n}",
                    "metadata": {},
                    "outputs": [],
                    "execution_count": None,
                    "source": text,
                }
                for n, text in enumerate(cells)
            ],
        }
        (folder / f"{name}.ipynb").write_text(json.dumps(content), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def run_room(stubs: Path) -> Iterator[Callable[..., Running]]:
    running: list[Running] = []

    def start(folder: Path, port: int = 0) -> Running:
        calls = folder.parent / f"{folder.name}-calls.txt"
        guard = Path(__file__).parent / "guarded.py"
        command = [sys.executable, str(guard), str(calls), "serve", "--no-open", "--language", "en"]
        command += ["--workshop", str(folder), "--notebooks", str(stubs), "--port", str(port)]
        output = folder.parent / f"{folder.name}-out.txt"
        with output.open("w") as stream:
            process = subprocess.Popen(command, stdout=stream, stderr=subprocess.STDOUT, text=True)
        found = None
        while found is None and process.poll() is None:
            time.sleep(0.1)
            found = re.search(r"(http://[0-9.:]+)/join", output.read_text())
        assert found, output.read_text()
        running.append(Running(Workshop.open(folder), process, found[1], output.read_text(), calls))
        return running[-1]

    yield start
    for one in running:
        one.kill()


@pytest.fixture(scope="module")
def room(run_room: Callable[..., Running], tmp_path_factory: pytest.TempPathFactory) -> Running:
    return run_room(tmp_path_factory.mktemp("room") / "workshop")
