"""How the command line speaks: help in the reader's language, and an error as one sentence with the next step."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from sellkit.training.words import Words


def said(en: str, zh: str) -> str:
    """A text of the help. Not from the catalogues: reading them would take longer than the whole `--help`."""
    spoken = next(filter(None, map(os.environ.get, ("SELLKIT_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return zh if spoken.lower().startswith("zh") else en


def group(en: str, zh: str) -> typer.Typer:
    """Commands that belong together; called without one of them it shows its help."""
    return typer.Typer(
        help=said(en, zh),
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )


def words() -> "Words":
    """The catalogues in this computer's language."""
    from sellkit.seat import local_language
    from sellkit.training.words import Words

    return Words(local_language())


@contextmanager
def told() -> Iterator[None]:
    """Tell an error as one sentence and the next step instead of a traceback."""
    from sellkit.errors import SellkitError

    try:
        yield
    except SellkitError as error:
        try:
            text = words().error(error)
        except SellkitError:  # an error that no catalogue has must not hide behind another one
            text = str(error)
        stop(text)


@contextmanager
def writing(out: Path) -> Iterator[None]:
    """The same for a place that cannot be written: a folder of that name, a missing folder, no right, no room."""
    try:
        yield
    except OSError as error:
        stop(words().say("cli.file.unwritable", file=str(out), reason=error.strerror or str(error)))


def stop(text: str) -> NoReturn:
    """Say why it could not be done, and end."""
    typer.echo(text, err=True)
    raise typer.Exit(2) from None
