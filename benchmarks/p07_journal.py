"""P7: a change until it is durable, against a bare append and fsync of as many bytes on the same disk."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from measure import Figure, absolute, percentile

from sellkit.training.journal import Journal

CHANGES = 1000
HERE = Path(__file__).resolve().parent.parent / ".cache"  # a real disk: the system's own scratch folder may be memory


def figures() -> Iterator[Figure]:
    HERE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=HERE) as folder:
        ours, bare = interleaved(Path(folder))
    a, b = (percentile(times, 99) * 1e3 for times in (ours, bare))
    middle = [percentile(times, 50) * 1e3 for times in (ours, bare)]
    reference = f"append and fsync of as many bytes; medians {middle[0]:.2g} / {middle[1]:.2g} ms"
    yield Figure("P7", "change → durable on disk, p99", reference, a / b, 3, a, b, more={"medians_ms": middle})
    late, early = percentile(ours[-CHANGES // 10 :], 50), percentile(ours[: CHANGES // 10], 50)
    yield absolute("P14", f"P7 after {CHANGES} changes, over the first ones", 1.5, late / early, "×", "flat is 1")


def interleaved(folder: Path) -> tuple[list[float], list[float]]:
    journal = Journal.open(folder / "answer.jsonl", {"exercise": "homebody/relationship-map"}, "p1")
    bare = os.open(folder / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    levels = ["supporter", "neutral"]

    def change(number: int) -> Callable[[], object]:
        was, to = ({"value": levels[(number + step) % 2], "cites": ["mail-goto.p2"]} for step in (0, 1))
        return lambda: journal.append("goto/attitude", was if number else None, to)

    def append() -> None:
        os.write(bare, line)
        os.fsync(bare)

    change(0)()
    line = (folder / "answer.jsonl").read_bytes().splitlines(keepends=True)[-1]
    ours: list[float] = []
    theirs: list[float] = []
    for number in range(1, CHANGES + 1):
        pair = [(change(number), ours), (append, theirs)]
        for call, times in pair if number % 2 else reversed(pair):
            start = time.perf_counter()
            call()
            times.append(time.perf_counter() - start)
    os.close(bare)
    return ours, theirs
