"""What the checkers of content share: every fault with its next step, then what was checked and how many there are."""

from collections.abc import Callable, Iterable, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from sellkit.cli import speech

if TYPE_CHECKING:
    from sellkit.errors import SellkitError


def check_files(files: Sequence[Traversable], faults: "Callable[[Traversable], Iterable[SellkitError]]") -> NoReturn:
    """Check each of the files."""
    count = sum(list_faults(faults(file)) for file in files)
    conclude([file.name.removesuffix(".yaml") for file in files], count)


def is_folder(keys: Path | None) -> None:
    """A mistyped folder of keys must not pass for keys without a fault."""
    if keys is not None and not keys.is_dir():
        speech.stop(speech.words().say("cli.check.no-folder", folder=str(keys)))


def list_faults(faults: "Iterable[SellkitError]") -> int:
    """Print them all; how many there were."""
    words, count = speech.words(), 0
    for fault in faults:
        count += 1
        typer.echo(f"{words.fault(fault)}\n    {words.next_step(fault)}")
    return count


def conclude(names: Iterable[str], count: int) -> NoReturn:
    """Say what was checked, and end."""
    words = speech.words()
    typer.echo(words.say("cli.check.cases", cases=", ".join(names)))
    typer.echo(words.say("cli.check.faults", count=count) if count else words.say("cli.check.clean"))
    raise typer.Exit(1 if count else 0)
