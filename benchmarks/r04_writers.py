"""R4: 16 processes hand 500 submissions each to one register at once: none lost, none told "locked", no long wait."""

import sys
import tempfile
import time
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path

from measure import Figure, absolute

from sellkit.desk.queue import Filter, progress
from sellkit.desk.register import Register

WRITERS, EACH = 16, 500


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "register.sqlite")
        start = time.perf_counter()
        with get_context("spawn").Pool(WRITERS) as pool:  # a "database is locked" in any of them ends it here
            worst = max(pool.starmap(write, [(path, writer) for writer in range(WRITERS)], chunksize=1))
        took = time.perf_counter() - start
        with Register.open(path) as register:
            lost = WRITERS * EACH - progress(register, Filter()).all
    yield absolute("R4", f"{WRITERS} processes × {EACH} submissions: lost", 0, lost, "", f"{took:.0f} s in all")
    yield absolute("R4", "the longest that one of them waited", 1, worst, "s")


def write(path: str, writer: int) -> float:
    """Hand in one by one; the longest time that one took."""
    sys.path.insert(0, str(Path(__file__).parent))
    from desk import submissions  # here: the process starts with nothing but this file

    worst = 0.0
    with Register.open(path) as register:
        for submission in submissions(EACH):
            own = submission.changed(hash=f"{writer:02d}{submission.hash[2:]}")
            start = time.perf_counter()
            assert register.add(own).new
            worst = max(worst, time.perf_counter() - start)
    return worst
