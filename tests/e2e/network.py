"""A network that can fail: between browser and server, it can swallow what is sent while it looks alive."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Network:
    """A way to a port of this machine. `lost` names the ends whose words are swallowed; neither end notices."""

    def __init__(self, to: int) -> None:
        self._to = to
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._server.getsockname()[1])
        self._open: list[socket.socket] = []
        self.lost: frozenset[str] = frozenset()
        threading.Thread(target=self._accept, daemon=True).start()

    @contextmanager
    def losing(self, *ends: str) -> Iterator[None]:
        """What these ends say is lost; then the connections break, as they do when another network is joined."""
        self.lost = frozenset(ends)
        try:
            yield
        finally:
            self.lost = frozenset()
            for end in self._open:
                _close(end)
            self._open.clear()

    def close(self) -> None:
        """No way any more."""
        _close(self._server)
        for end in self._open:
            _close(end)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                browser, _ = self._server.accept()
                server = socket.create_connection(("127.0.0.1", self._to))
                self._open += [browser, server]
                for name, source, target in (("browser", browser, server), ("server", server, browser)):
                    threading.Thread(target=self._carry, args=(name, source, target), daemon=True).start()

    def _carry(self, name: str, source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while said := source.recv(65_536):
                if name not in self.lost:
                    target.sendall(said)
        _close(source)
        _close(target)


def _close(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
