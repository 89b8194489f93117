"""`make bench` or `python benchmarks [P1 P3 …]`: one table on the screen, the same as JSON in test-results/."""

import importlib
import json
import platform
import sys
import time
from dataclasses import asdict
from pathlib import Path

from measure import Figure

# one file for each thing measured; it offers figures()
FILES = {
    "P1": "p01_imports",
    "P2": "p02_help",
    "P3": "p03_grading",
    "P4": "p04_scoring",
    "P5": "p05_checks",
    "P6": "p06_board",
    "P7": "p07_journal",
    "P8": "p08_page",
    "P9": "p09_room",  # and P10
    "P11": "p11_console",
    "P12": "p12_gradebook",
    "P14": "p14_account",  # at the size of an account; of single records beside P3, P4, P5 and P11
    "R4": "r04_writers",
}
RESULTS = Path(__file__).resolve().parent.parent / "test-results" / "benchmarks.json"


def row(figure: Figure) -> str:
    if figure.kind == "ratio":
        result, bar = f"{figure.value:.2f} ×", f"≤ {figure.bar:g} ×"
        beside = f"{figure.ours:.3g} / {figure.reference:.3g} {figure.unit}"
    else:
        result, bar, beside = f"{figure.value:.3g} {figure.unit}", f"≤ {figure.bar:g} {figure.unit}", figure.note
    verdict = "met" if figure.met else "SHORT"
    return f"{figure.code:5} {figure.name:46} {result:>10} {bar:>12}  {verdict:5}  {beside:24} {figure.reference_name}"


def main(chosen: list[str]) -> int:
    unknown = [code for code in chosen if code not in FILES]
    if unknown:
        print(f"There is no {', '.join(unknown)}; there are {', '.join(FILES)}.")
        return 2
    figures: list[Figure] = []
    print(f"{'':5} {'figure':46} {'result':>10} {'bar':>12}  {'':5}  {'ours / reference':24} reference")
    for code in chosen or FILES:
        for figure in importlib.import_module(FILES[code]).figures():
            print(row(figure), flush=True)
            figures.append(figure)
    RESULTS.parent.mkdir(exist_ok=True)
    at = time.strftime("%FT%TZ", time.gmtime())
    machine = {"python": platform.python_version(), "system": platform.platform(), "at": at}
    rows = [asdict(figure) | {"met": figure.met} for figure in figures]
    RESULTS.write_text(json.dumps({"machine": machine, "figures": rows}, indent=1), encoding="utf-8")
    print(f"\n{sum(figure.met for figure in figures)} of {len(figures)} met. As JSON: {RESULTS}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
