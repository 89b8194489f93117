"""Set the project up inside its own folder, then run it: `python tools/do.py workshop | test | lab | bench | lint | lock`.

Only the standard library, because this runs before anything is installed. Everything it makes lies in `.venv/` and
`.cache/`; outside the folder only the system's package manager installs a browser and Chinese fonts, for `test`.
What follows the verb is handed on: `python tools/do.py test -k journal`.
"""

import shutil
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):
    sys.exit("sellkit needs Python 3.11 or newer; this is {}.{}. Call this file with a newer one.".format(*sys.version_info))

sys.path.insert(0, str(Path(__file__).resolve().parent))
import environment  # noqa: E402  (its syntax needs the version asked for above)
import system  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"


def workshop(arguments: list[str]) -> int:
    """The room server with the trainer's keys, opened in the browser."""
    place = environment.ready("requirements.lock")
    return place.run(["sellkit", "serve", "--open", *arguments])


def lab(arguments: list[str]) -> int:
    """The same notebooks in JupyterLab."""
    place = environment.ready("requirements.lock")
    return place.run(["jupyter", "lab", "notebooks", *arguments])


def lint(arguments: list[str]) -> int:
    """Style and types; the import walls are a test (`tests/project/test_walls.py`)."""
    place = environment.ready("requirements-dev.lock")
    return place.run(["ruff", "check", "."]) | place.run(["mypy"])


def test(arguments: list[str]) -> int:
    """Style, types, then every test against the installed wheels. Nothing hides behind an earlier failure."""
    place = environment.ready("requirements-dev.lock")
    browser = system.browser(place, CACHE / "browsers")
    system.chinese_fonts()
    style = lint([])
    tests = place.run(
        ["pytest", "-n", "2", "--dist", "loadfile", "--nbval-lax", *(arguments or ["tests", "notebooks"])],
        SELLKIT_WHEEL="1",
        SELLKIT_CHROMIUM=browser,
        XDG_CACHE_HOME=str(CACHE / "xdg-cache"),
        XDG_CONFIG_HOME=str(CACHE / "xdg-config"),
    )
    if style and not tests:
        system.say("The tests pass, but style or types do not: see above.")
    return style | tests


def bench(arguments: list[str]) -> int:
    """One table of figures, and test-results/benchmarks.json."""
    place = environment.ready("requirements-dev.lock")
    return place.run(["python", "-m", "benchmarks", *arguments], SELLKIT_CHROMIUM=system.browser(place, CACHE / "browsers"))


def lock(arguments: list[str]) -> int:
    """Choose versions anew, for every system and Python 3.11 to 3.13: hashes, no addresses. Needs uv."""
    if not shutil.which("uv"):
        raise system.Stop("`lock` needs uv. Install it (for example `pipx install uv`), then call this again.")
    common = "uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes --no-annotate"
    common += " --no-emit-index-url --no-emit-find-links --custom-compile-command"
    command = [*common.split(), "python tools/do.py lock", "--extra", "all", "--group", "build", *arguments]
    development = ["--group", "dev", "--constraints", "requirements.lock"]
    return (
        subprocess.call([*command, "--output-file", "requirements.lock"], cwd=ROOT)
        or subprocess.call([*command, *development, "--output-file", "requirements-dev.lock"], cwd=ROOT)
    )


VERBS = {verb.__name__: verb for verb in (workshop, test, lab, bench, lint, lock)}

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in VERBS:
        sys.exit("\n".join([__doc__, *(f"  {name:9} {verb.__doc__.splitlines()[0]}" for name, verb in VERBS.items())]))
    try:
        sys.exit(VERBS[sys.argv[1]](sys.argv[2:]))
    except system.Stop as reason:
        sys.exit(f"\n{reason}")
    except subprocess.CalledProcessError as failure:
        sys.exit(f"\nThis failed with {failure.returncode}: {' '.join(map(str, failure.cmd))}\nThe reason stands above.")
    except KeyboardInterrupt:
        sys.exit(130)
