"""P11: the coach's console with 5,000 submissions: open, filter, next. P14: the same with ten times as many."""

import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desk import fill
from measure import Figure, absolute, percentile

from sellkit.desk.console_state import ConsoleState
from sellkit.desk.register import Register
from sellkit.desk.scoring import score

COUNT = 5000
STEPS: list[dict[str, Any]] = [
    {"do": "open", "id": 2500},
    {"do": "next"},
    {"do": "filter", "filter": {"team": "Team 7"}},
    {"do": "next"},
    {"do": "filter", "filter": {"state": "to-judge"}},
    {"do": "filter", "filter": {"text": "wei 49"}},
    {"do": "filter", "filter": {}},
]


def figures() -> Iterator[Figure]:
    small, _ = walk(COUNT // 10)
    times, beside = walk(COUNT)
    note = f"median {statistics.median(times):.0f} ms; one indexed query {beside:.1f} ms"
    yield absolute("P11", f"console: open, filter, next of {COUNT:,}, p95", 200, percentile(times, 95), "ms", note)
    growth = statistics.median(times) / statistics.median(small)
    yield absolute("P14", "P11 with 10 × the submissions", 10, growth, "×", "linear is 10")


def walk(count: int) -> tuple[list[float], float]:
    """Milliseconds of each step with all that the screen then shows; and of one query for a page of rows."""
    with tempfile.TemporaryDirectory() as folder, Register.open(Path(folder) / "register.sqlite") as register:
        fill(register, count)
        score(register, processes=2)
        state = ConsoleState(register, "Kim", "en")
        times, plain = [], []
        for _ in range(6):
            for step in STEPS:
                start = time.perf_counter()
                state.run({**step, "id": min(step.get("id", 1), count)})
                state.queue(), state.current(), state.value()
                times.append((time.perf_counter() - start) * 1e3)
            start = time.perf_counter()
            with register._engine.connect() as connection:
                connection.exec_driver_sql(
                    "select * from submissions left join cards on cards.submission = submissions.id "
                    "where state = 'to-judge' order by submissions.id limit 50"
                ).fetchall()
            plain.append((time.perf_counter() - start) * 1e3)
        return times, statistics.median(plain)
