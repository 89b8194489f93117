"""Set the project up inside its own folder and run it: `python tools/do.py workshop`, `test`, `lab`, `bench` …

Only the standard library, because this runs before anything is installed. Everything it makes lies in `.venv/` and
`.cache/`; outside the folder only the system's package manager installs a browser and Chinese fonts, for `test`.
What follows the verb is handed on: `python tools/do.py test -k journal`.
"""

import shutil
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):
    sys.exit("sellkit needs Python 3.11 or newer, not {}.{}: call it with a newer one.".format(*sys.version_info))

sys.path.insert(0, str(Path(__file__).resolve().parent))  # some people turn the usual entry off
import environment
import system

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"


def workshop(arguments: list[str]) -> int:
    """The room server with the trainer's keys, opened in the browser."""
    place = environment.ready("requirements.lock")
    return place.run(["sellkit", "serve", "--open", *arguments])


def lab(arguments: list[str]) -> int:
    """The same notebooks in JupyterLab."""
    place = environment.ready("requirements.lock")
    return place.run(["sellkit", "lab", *arguments])


def lint(arguments: list[str]) -> int:
    """Style and types; the import walls are a test (`tests/project/test_import_walls.py`)."""
    place = environment.ready("requirements-dev.lock")
    return place.run(["ruff", "check", ".", *arguments]) | place.run(["mypy"])


def test(arguments: list[str]) -> int:
    """Style, types, then every test against the installed wheels; nothing hides behind an earlier failure."""
    place = environment.ready("requirements-dev.lock")
    browser = system.browser(place, CACHE / "browsers")
    system.chinese_fonts()
    style = lint([])
    # a file's tests stay in one process, so that servers and browsers are started once for each file
    command = ["pytest", "--numprocesses", "2", "--dist", "loadfile", "--nbval-lax"]
    homes = {name: str(CACHE / name.lower()) for name in ("SELLKIT_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")}
    # of the notebooks only the worked ones keep outputs; their cells are tagged, so that the lax run compares them
    command += arguments or ["tests", "notebooks", "solutions"]
    tests = place.run(command, SELLKIT_WHEEL="1", SELLKIT_CHROMIUM=browser, **homes)
    if style and not tests:
        system.say("The tests pass, but style or types do not: see above.")
    return style | tests


def bench(arguments: list[str]) -> int:
    """One table of figures, and test-results/benchmarks.json."""
    place = environment.ready("requirements-dev.lock")
    browser = system.browser(place, CACHE / "browsers")
    return place.run(["python", "benchmarks", *arguments], SELLKIT_CHROMIUM=browser)


def docs(arguments: list[str]) -> int:
    """Renew docs/: the pages of all checks and all models, and what the examples of the other pages print."""
    place = environment.ready("requirements-dev.lock")
    return place.run(["python", "tools/pages.py"]) or place.run(["python", "tools/examples.py"])


def worked(arguments: list[str]) -> int:
    """Run the worked notebooks in solutions/worked anew and keep what they tell."""
    place = environment.ready("requirements-dev.lock")
    return place.run(["python", "tools/worked.py", *arguments])


def lock(arguments: list[str]) -> int:
    """Choose versions anew, for every system and Python 3.11 to 3.13: hashes, no addresses. Needs uv."""
    if not shutil.which("uv"):
        raise system.Stop("`lock` needs uv. Install it (for example `pipx install uv`), then call this again.")
    command = ["uv", "pip", "compile", "pyproject.toml", "--quiet", "--universal", "--python-version", "3.11"]
    command += ["--generate-hashes", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    command += ["--custom-compile-command", "python tools/do.py lock", "--extra", "all", "--group", "build", *arguments]
    development = ["--group", "dev", "--constraints", "requirements.lock", "--output-file", "requirements-dev.lock"]
    return subprocess.call([*command, "--output-file", "requirements.lock"], cwd=ROOT) or subprocess.call(
        [*command, *development], cwd=ROOT
    )


VERBS = {verb.__name__: verb for verb in (workshop, test, lab, bench, lint, docs, worked, lock)}

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in VERBS:
        sys.exit("\n".join([__doc__, *(f"  {name:9} {verb.__doc__.splitlines()[0]}" for name, verb in VERBS.items())]))
    try:
        sys.exit(VERBS[sys.argv[1]](sys.argv[2:]))
    except system.Stop as reason:
        sys.exit(f"\n{reason}")
    except subprocess.CalledProcessError as failure:
        sys.exit(f"\nThis failed with {failure.returncode}: {' '.join(map(str, failure.cmd))}\nThe reason is above.")
    except KeyboardInterrupt:
        sys.exit(130)
