"""P2: `sellkit --help` as a person types it."""

import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

from measure import PAIRS, Figure, absolute, compared, process


def figures() -> Iterator[Figure]:
    script = Path(sys.executable).with_name("sellkit")
    ours = process(*([str(script)] if script.exists() else [sys.executable, "-m", "sellkit"]), "--help")
    library = process(sys.executable, "-c", "import typer")
    yield compared("P2", "sellkit --help", 'python -c "import typer"', 1.5, ours, library)
    yield absolute("P2", "sellkit --help, whole process", 0.3, statistics.median(ours() for _ in range(PAIRS)), "s")
