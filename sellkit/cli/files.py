"""What deals and accounts share on the command line: reading a file, telling what is wrong with it, writing another."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NoReturn

import typer

from sellkit.cli import speech
from sellkit.cli.speech import said, told, writing

if TYPE_CHECKING:
    from sellkit.models.binder import Binder

Kind = Literal["deal", "account"]
CHECKS = said("Tell what is wrong with the file, then what a coach would say.", "先查文件，再给出教练会提的意见。")


def read(kind: Kind, file: Path, before: "Binder | None" = None) -> Any:
    """The deal or account in a file; every fault of the file is printed, and then there is none.

    before  what a workbook was made from: it keeps what the workbook cannot hold
    """
    with told():
        from sellkit.interchange.files import read_file
        from sellkit.interchange.kinds import ACCOUNT, DEAL
        from sellkit.tables.errors import Refused

        words = speech.words()
        form: Any = {"deal": DEAL, "account": ACCOUNT}[kind]
        try:
            found = read_file(file, words, form, before=before)
        except Refused as refused:
            for fault in refused.told(words):
                typer.echo(f"{fault.says}\n    {fault.next}")
            typer.echo(words.say("cli.check.faults", count=len(refused.faults)))
            raise typer.Exit(2) from None
        for notice in found.notices:
            typer.echo(f"{words.fault(notice)}\n    {words.next_step(notice)}")
        return found.record


def remark(record: "Binder") -> NoReturn:
    """Print what a coach would say, and end."""
    from sellkit.checks.registry import run

    findings, words = run(record), speech.words()
    for finding in findings:
        text = words.finding(finding)
        typer.echo(f"{text['place']}: {text['message']}\n    {text['next']}")
    typer.echo(words.say("cli.file.findings", count=len(findings)))
    raise typer.Exit(1 if findings else 0)


def write(record: "Binder", out: Path) -> None:
    """Write it as the kind of file that the ending of `out` names."""
    with told(), writing(out):
        from sellkit.interchange.files import write_file

        write_file(out, record, speech.words())
    done(out)


def done(out: Path) -> None:
    """Say where it is."""
    typer.echo(speech.words().say("cli.file.written", file=str(out)))
