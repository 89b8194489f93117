"""P4: score 5,000 submissions from the register on all cores, against P3's work for as many, shared by the cores.
P14: ten times the submissions.

As `sellkit grade` does it: a process of its own, which has read no key yet, opens a register in which nothing is
scored. Starting Python is not part of it.
"""

import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from desk import EXERCISE, fill, submissions
from measure import Figure, absolute, compared, reported, timed
from p03_grading import once

from sellkit.desk.register import Register

COUNT = 5000
FEW, MANY, ROUNDS = 2000, 20_000, 3
CORES = os.cpu_count() or 1
SCORE = f"""
import sys, time
from sellkit.desk.register import Register
from sellkit.desk.scoring import score
with Register.open(sys.argv[1]) as register:
    start = time.perf_counter()
    report = score(register, processes={CORES})
    seconds = time.perf_counter() - start
assert report.compared == int(sys.argv[2])
print(seconds)
"""


def figures() -> Iterator[Figure]:
    raw = next(submissions(1)).to_json().encode()
    one = timed(lambda: once(raw, EXERCISE), COUNT // 10)
    with tempfile.TemporaryDirectory() as folder:
        full = filled(Path(folder), COUNT)
        name = f"score {COUNT:,} from the register, {CORES} processes"
        about = f"P3 × {COUNT:,} ÷ cores, tenth part measured"
        yield compared("P4", name, about, 1.5, lambda: scored(full, COUNT), lambda: one() * COUNT / CORES)
    yield growth()


def growth() -> Figure:
    """Time for one submission among ten times as many, over the same among few."""
    with tempfile.TemporaryDirectory() as folder:
        registers = {count: filled(Path(folder), count) for count in (FEW, MANY)}
        times: dict[int, list[float]] = {FEW: [], MANY: []}
        for _ in range(ROUNDS):
            for count, register in registers.items():
                times[count].append(scored(register, count) / count)
    few, many = (statistics.median(each) for each in times.values())
    note = f"{few * 1e3:.2f} → {many * 1e3:.2f} ms"
    return absolute("P14", f"P4 with {MANY:,} for {FEW:,}, time per submission", 1, many / few, "×", note)


def filled(folder: Path, count: int) -> Path:
    """A register of so many submissions, none of them scored."""
    path = folder / f"{count}.sqlite"
    with Register.open(path) as register:
        fill(register, count)
    return path


def scored(full: Path, count: int) -> float:
    """The seconds that a fresh process takes to score a copy of a register."""
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copy(full, folder)
        return reported(sys.executable, "-c", SCORE, copy, str(count))()
