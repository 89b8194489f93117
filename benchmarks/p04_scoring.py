"""P4: score 5,000 submissions from the register on all cores, against P3's work for as many, shared by the cores."""

import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from desk import EXERCISE, fill, submissions
from measure import Figure

from sellkit.desk.register import Register
from sellkit.desk.scoring import score
from sellkit.training import shelf
from sellkit.training.grading import grade
from sellkit.training.submission import read_submission

COUNT = 5000


def figures() -> Iterator[Figure]:
    cores = os.cpu_count() or 1
    raw = next(submissions(1)).to_json().encode()
    ours, reference = [], []
    for _ in range(5):
        start = time.perf_counter()
        for _ in range(COUNT // 10):
            grade(read_submission(raw).answers, shelf.key(EXERCISE), shelf.exercise(EXERCISE))
        reference.append((time.perf_counter() - start) * 10 / cores)
        with tempfile.TemporaryDirectory() as folder, Register.open(Path(folder) / "register.sqlite") as register:
            fill(register, COUNT)
            start = time.perf_counter()
            assert score(register, processes=cores).compared == COUNT
            ours.append(time.perf_counter() - start)
    a, b = statistics.median(ours), statistics.median(reference)
    name = f"score {COUNT:,} from the register, {cores} processes"
    yield Figure("P4", name, "P3 × 5,000 ÷ cores, tenth part measured", a / b, 1.5, a * 1e3, b * 1e3)
