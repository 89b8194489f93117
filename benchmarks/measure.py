"""How a figure is taken: a ratio against a named reference of the same run, median of pairs, each in both orders.

Machines are shared and noisy, so an absolute time is only shown for orientation.
"""

import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

PAIRS = 7


@dataclass(frozen=True)
class Figure:
    """One row of the table. `ours` and `reference` are in `unit`; `bar` is the largest `value` that is good enough."""

    code: str
    name: str
    reference_name: str
    value: float
    bar: float
    ours: float
    reference: float | None = None
    unit: str = "ms"
    kind: str = "ratio"
    note: str = ""
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def met(self) -> bool:
        return self.value <= self.bar


def compared(
    code: str, name: str, reference_name: str, bar: float, ours: Callable[[], float], reference: Callable[[], float]
) -> Figure:
    """A figure from two things that each return the seconds they took."""
    ours(), reference()  # caches of the disk and of the interpreter
    mine, theirs = [], []
    for turn in range(PAIRS):
        order = [(ours, mine), (reference, theirs)]
        for thing, times in order if turn % 2 else reversed(order):
            times.append(thing())
    a, b = statistics.median(mine), statistics.median(theirs)
    more = {"ours_ms": [x * 1e3 for x in mine], "reference_ms": [x * 1e3 for x in theirs]}
    return Figure(code, name, reference_name, a / b, bar, a * 1e3, b * 1e3, more=more)


def absolute(code: str, name: str, bar: float, value: float, unit: str, note: str = "", **more: Any) -> Figure:
    """A figure whose bar is an amount, not a ratio."""
    return Figure(code, name, "", value, bar, value, None, unit, "amount", note, more)


def timed(call: Callable[[], Any], times: int = 1) -> Callable[[], float]:
    """`call` as something that returns the seconds of one go, the mean of `times`."""

    def run() -> float:
        start = time.perf_counter()
        for _ in range(times):
            call()
        return (time.perf_counter() - start) / times

    return run


def process(*command: str) -> Callable[[], float]:
    """A whole program from start to end, away from the checkout, so that the installed package is measured."""

    def run() -> float:
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
            return time.perf_counter() - start

    return run


def reported(*command: str) -> Callable[[], float]:
    """A program that prints the seconds it measured inside itself."""

    def run() -> float:
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
            return float(done.stdout.split()[-1])

    return run


def percentile(values: list[float], percent: float) -> float:
    """The value that so many per cent of all do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(percent / 100 * len(ordered)))]
