"""The room server: one process, one workshop folder, everybody's browser."""

import ctypes
import errno
import io
import logging
import socket
import sys
import threading
import unicodedata
import webbrowser
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from sellkit.room import solara_app
from sellkit.room.access import Access
from sellkit.room.backstage import Backstage
from sellkit.room.doors import Doors
from sellkit.room.errors import RoomError
from sellkit.room.frame import Frame
from sellkit.room.presence import attend
from sellkit.room.texts import Texts
from sellkit.room.workshop import Workshop
from sellkit.seat import default_notebooks

DEFAULT_PORT = 8765
_M_ARENA_MAX = -8  # from malloc.h


@dataclass
class Room:
    """The application and what the trainer is told about it."""

    app: Starlette
    frame: Frame
    opening: str


def build(workshop: Workshop, address: str, notebooks: Path | None = None) -> Room:
    """The whole application. Without notebooks it has only its doors, which is enough for most tests."""
    frame = Frame(workshop, address)
    backstage = Backstage(frame)
    routes: list[BaseRoute] = [
        *Doors(frame).routes(),
        *backstage.routes(),
        Mount("/room", StaticFiles(directory=Path(__file__).parent / "static")),
    ]
    if notebooks is not None:
        solara_app.configure(workshop.folder)
        inner, _ = solara_app.build(notebooks)
        attend(workshop)
        routes.append(Mount("/", inner))

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        if notebooks is not None:
            solara_app.start()
        yield
        if notebooks is not None:
            solara_app.stop()
        workshop.seats.close()

    app = Starlette(routes=routes, middleware=[Middleware(Access, workshop=workshop)], lifespan=lifespan)
    return Room(app, frame, backstage.opening)


def serve(
    workshop: Workshop,
    notebooks: Path | None = None,
    host: str = "127.0.0.1",
    port: int | None = None,
    network: bool = False,
    open_browser: bool = True,
    language: str = "en",
    say: Callable[[str], None] = print,
) -> None:
    """Open the room and stay until Ctrl+C. Raises RoomError when it cannot be opened."""
    import uvicorn

    notebooks = notebooks or default_notebooks()
    if not any(notebooks.glob("*.ipynb")):
        raise RoomError("room-no-notebooks", folder=str(notebooks))
    workshop.claim()
    _share_memory_between_threads()
    host = "0.0.0.0" if network else host  # noqa: S104 asked for with --network
    listener = _listen(host, port)
    port = listener.getsockname()[1]
    seen_at = _own_address() if host == "0.0.0.0" else host  # noqa: S104
    keep_log(workshop.folder / "room.log")
    room = build(workshop, f"http://{seen_at}:{port}", notebooks)
    say(notice(room.frame, language, reachable=host not in {"127.0.0.1", "localhost"}))
    if open_browser:
        link = f"http://{'127.0.0.1' if network else seen_at}:{port}/open/{room.opening}"
        threading.Timer(1.5, webbrowser.open, [link]).start()
    config = uvicorn.Config(room.app, log_config=None, access_log=False, loop="asyncio", timeout_graceful_shutdown=2)
    uvicorn.Server(config).run(sockets=[listener])


def keep_log(file: Path) -> None:
    """Write joins and refusals to the workshop's log. Codes and keys are never handed to it."""
    handler = logging.FileHandler(file, encoding="utf-8")
    handler.setFormatter(_OneLine("%(asctime)s %(levelname)s %(message)s"))
    logger = logging.getLogger("sellkit.room")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False


class _OneLine(logging.Formatter):
    """A record is one line, so nobody forges a second one with a line break in an address."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 the name is logging's
        return "".join(sign if sign.isprintable() else "?" for sign in super().formatMessage(record))


def notice(frame: Frame, language: str, reachable: bool) -> str:
    """What the trainer reads in the terminal: where everything is, and the QR code for those who sit nearby."""
    import segno

    t = Texts(language)
    rows = [
        (t("room.terminal.join"), f"{frame.address}/join"),
        (t("room.terminal.code"), frame.workshop.code),
        (t("room.terminal.projector"), f"{frame.address}/qr"),
        (t("room.terminal.console"), f"{frame.address}/console"),
        (t("room.terminal.key"), frame.workshop.coach_key),
        (t("room.terminal.folder"), str(frame.workshop.folder.resolve())),
    ]
    width = max(map(_columns, (what for what, _ in rows))) + 2
    lines = ["", t("room.terminal.ready"), ""]
    lines += [what + " " * (width - _columns(what)) + value for what, value in rows]
    lines.append("")
    picture = io.StringIO()
    if reachable:
        segno.make(frame.join_address, error="l").terminal(picture, border=2, compact=True)
    else:
        lines.append(t("room.terminal.local"))
    lines += [t("room.terminal.stop"), ""]
    return picture.getvalue() + "\n".join(f"  {line}".rstrip() for line in lines)


def _columns(text: str) -> int:
    """The width of a text in a terminal, where a Chinese character takes two columns."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _listen(host: str, port: int | None) -> socket.socket:
    """A listening socket on the port asked for, or on the first free one from 8765."""
    wanted = [port] if port is not None else range(DEFAULT_PORT, DEFAULT_PORT + 20)
    for number in wanted:
        listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, number))
            listener.listen(128)
            return listener
        except OSError as error:
            listener.close()
            if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
                raise RoomError("room-no-address", host=host) from None
    raise RoomError("room-port-taken", port=wanted[-1])


def _share_memory_between_threads() -> None:
    """Each browser has a thread here, and glibc gives each thread a heap of its own: 6 MB a trainee instead of 1."""
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # absent where the C library is not glibc
        if mallopt is not None:
            mallopt(_M_ARENA_MAX, 2)


def _own_address() -> str:
    """This computer's address on the local network. Connecting a datagram socket sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("10.255.255.255", 1))
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"
