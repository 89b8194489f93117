"""A workshop served for a benchmark, and trainees who speak to it as their pages would, without a browser."""

import asyncio
import json
import re
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import httpx
import psutil
from websockets.asyncio.client import ClientConnection, connect

from sellkit.room.workshop import Workshop

SECONDS_TO_START = 60


class Room:
    """A running server: its address, its code, its memory."""

    def __init__(self, folder: Path, process: subprocess.Popen[bytes], address: str) -> None:
        self.process, self.address = process, address
        self.code = Workshop.open(folder).code

    def memory(self) -> int:
        """Bytes that the process holds and shares with nobody."""
        return int(psutil.Process(self.process.pid).memory_full_info().uss)

    def join(self, name: str) -> dict[str, str]:
        """The cookies of somebody who has come through the door."""
        with httpx.Client(base_url=self.address, headers={"origin": self.address}) as browser:
            form = {"code": self.code, "name": name, "team": "Team 1", "language": "en"}
            assert browser.post("/join", data=form).status_code == 303
            browser.get("/exercise").raise_for_status()
            return dict(browser.cookies)


@contextmanager
def served(*options: str) -> Iterator[Room]:
    """`sellkit serve` in a process of its own, on a port that is free."""
    with tempfile.TemporaryDirectory() as scratch:
        folder, output = Path(scratch) / "workshop", Path(scratch) / "output.txt"
        command = [sys.executable, "-m", "sellkit", "serve", "--no-open", "--language", "en", "--port", "0", *options]
        with output.open("wb") as stream:
            process = subprocess.Popen([*command, "--workshop", str(folder)], stdout=stream, stderr=stream, cwd=scratch)
        try:
            yield Room(folder, process, address_in(output, process))
        finally:
            process.terminate()
            process.wait(20)


def address_in(output: Path, process: subprocess.Popen[bytes]) -> str:
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and process.poll() is None:
        if found := re.search(r"(http://[0-9.:]+)/join", output.read_text(encoding="utf-8")):
            return found[1]
        time.sleep(0.1)
    raise RuntimeError(output.read_text(encoding="utf-8"))


class Trainee:
    """One open page: a kernel of its own, an exercise on it, and the widget that takes edits."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection
        self.board = ""
        self.frames = 0

    @classmethod
    async def at(cls, room: Room, cookies: dict[str, str], exercise: str) -> Self:
        """Open the exercise's page and wait until all of it has been sent."""
        kernel = f"{room.address.replace('http', 'ws')}/jupyter/api/kernels/{uuid.uuid4()}/channels?session_id=s"
        cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
        header = {"Cookie": cookie}
        trainee = cls(await connect(kernel, origin=room.address, additional_headers=header, max_size=None))
        control = uuid.uuid4().hex
        await trainee.send("comm_open", {"comm_id": control, "target_name": "solara.control", "data": {}})
        page = {"path": f"/exercise?x={exercise}", "appName": None, "dark": False, "themes": {}}
        await trainee.send("comm_msg", {"comm_id": control, "data": {"method": "run", "args": page}})
        async for message in trainee.messages():
            trainee.notice(message)
            if trainee.board and message["header"]["msg_type"] == "comm_msg" and '"finished"' in json.dumps(message):
                break
        return trainee

    def notice(self, message: dict[str, Any]) -> None:
        """Remember which widget is the board."""
        state = message["content"].get("data", {}).get("state", {})
        if state.get("_anywidget_id", "").endswith("Board"):
            self.board = message["content"]["comm_id"]

    async def edit(self, field: str, was: Any, to: Any) -> float:
        """Change one answer; the seconds until the server says that it is on disk."""
        name = uuid.uuid4().hex
        told = {"do": "edits", "edits": [{"id": name, "field": field, "was": was, "to": to}]}
        start = time.perf_counter()
        await self.send("comm_msg", {"comm_id": self.board, "data": {"method": "custom", "content": told}})
        async for message in self.messages():
            if name in message["content"].get("data", {}).get("state", {}).get("acks", ()):
                return time.perf_counter() - start
        raise RuntimeError("the connection closed before the edit was acknowledged")

    async def send(self, kind: str, content: dict[str, Any]) -> None:
        header = {"msg_id": uuid.uuid4().hex, "username": "", "session": "s", "version": "5.3", "msg_type": kind}
        header["date"] = "2026-01-01T00:00:00Z"
        message = {"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}
        message["buffers"] = []
        await self.connection.send(json.dumps(message))

    async def messages(self) -> Any:
        while True:
            frame = await asyncio.wait_for(self.connection.recv(), 60)
            self.frames += 1
            yield json.loads(frame if isinstance(frame, str) else without_buffers(frame))


def without_buffers(frame: bytes) -> bytes:
    """A binary frame holds a count and offsets of 32 bits, then the message, then the buffers."""
    numbers = [int.from_bytes(frame[at : at + 4], "big") for at in range(0, 12, 4)]
    return frame[numbers[1] : numbers[2] if numbers[0] > 1 else None]
