"""Writers take turns. SQLite alone makes them sleep and try again, and an unlucky one may wait for seconds."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

fcntl: ModuleType | None
try:
    import fcntl
except ImportError:  # Windows: SQLite's own waiting has to do
    fcntl = None


@contextmanager
def turn(beside: Path | None) -> Iterator[None]:
    """Wait in the kernel's queue for the right to write; SQLite's own lock is what keeps the data safe."""
    if fcntl is None or beside is None:
        yield
        return
    handle = os.open(f"{beside}.turn", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)  # and with it the lock, also when the process is killed
