"""What is done with the register of submissions: take in, grade, and hand out grade book and feedback."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sellkit.cli import speech
from sellkit.cli.speech import said, stop, told, writing

if TYPE_CHECKING:
    from sellkit.desk.register import Register

WorkshopFolder = Annotated[
    Path, typer.Option("--workshop", "-w", help=said("The workshop's folder.", "研讨班文件夹。"))
]
RegisterPlace = Annotated[
    str,
    typer.Option(help=said("A register's file or URL instead of the workshop's.", "改用这个登记册（文件或网址）。")),
]
DEFAULT_WORKSHOP = Path("workshop")


def take_in(
    folder: Annotated[Path, typer.Argument(help=said("Searched with its subfolders.", "包含子文件夹。"))],
    workshop: WorkshopFolder = DEFAULT_WORKSHOP,
    register: RegisterPlace = "",
) -> None:
    with told(), _opened(workshop, register, new=True) as book:
        from sellkit.desk.importing import import_folder

        words = speech.words()
        report = import_folder(book, folder, lambda done, of, _: _count(done, of))
    for refusal in report.refused:
        typer.echo(f"{refusal.file}: {refusal.reason(words)}", err=True)
    counts = {"added": len(report.new), "known": len(report.known), "refused": len(report.refused)}
    typer.echo(words.say("cli.import.done", **counts))
    raise typer.Exit(1 if report.refused else 0)


def grade(
    workshop: WorkshopFolder = DEFAULT_WORKSHOP,
    register: RegisterPlace = "",
    processes: Annotated[
        int, typer.Option(min=0, help=said("Work on so many cores; 0: on all.", "使用的核数，0 为全部。"))
    ] = 0,
    again: Annotated[
        bool,
        typer.Option(
            "--again",
            help=said(
                "After a change of key or rubric: also what was scored before. What trainees may have read stays.",
                "参考答案或评分标准改动后：已评分的也重新评分；学员可能已看到的不变。",
            ),
        ),
    ] = False,
) -> None:
    with told(), _opened(workshop, register) as book:
        from sellkit.desk.scoring import score, unreleased

        words = speech.words()
        report = score(book, unreleased(book) if again else None, processes or os.cpu_count() or 1, _count)
        for number, error in report.failed:
            typer.echo(f"{number}: {words.error(error)}", err=True)
    typer.echo(words.say("cli.grade.done", compared=report.compared, by_hand=report.by_hand, failed=len(report.failed)))
    raise typer.Exit(1 if report.failed else 0)


def gradebook(
    out: Annotated[Path, typer.Argument(help=said("For example grades.xlsx.", "例如 grades.xlsx。"))],
    workshop: WorkshopFolder = DEFAULT_WORKSHOP,
    register: RegisterPlace = "",
) -> None:
    kind = out.suffix.lower()
    if kind not in {".csv", ".xlsx"}:
        raise typer.BadParameter(speech.words().say("cli.gradebook.kind"), param_hint="OUT")
    with told(), _opened(workshop, register) as book:
        from sellkit.desk.gradebook import tables, to_csv, to_xlsx

        words = speech.words()
        overview, attempts = tables(book, words, _title())
        made = to_csv(overview) if kind == ".csv" else to_xlsx([overview, attempts])
    with writing(out):
        out.write_bytes(made)
    typer.echo(words.say("cli.gradebook.done", file=str(out)))


def feedback(
    out: Annotated[Path, typer.Argument(help=said("A folder; made if missing.", "输出文件夹，没有则新建。"))],
    workshop: WorkshopFolder = DEFAULT_WORKSHOP,
    register: RegisterPlace = "",
) -> None:
    with told(), _opened(workshop, register) as book, writing(out):
        from sellkit.desk import feedback as pages
        from sellkit.desk.queue import Filter, page
        from sellkit.seat import write_whole

        out.mkdir(parents=True, exist_ok=True)
        count = 0
        for state in ("released", "returned"):
            last = 0
            while rows := page(book, Filter(state=state), after=last):
                for row in rows:
                    write_whole(out / f"{book.submission(row.id).filename[:-5]}.html", pages.page(book, row.id))
                last, count = rows[-1].id, count + len(rows)
    typer.echo(speech.words().say("cli.feedback.done", count=count, folder=str(out)))


def _count(done: int, of: int) -> None:
    """How far a long run is, for somebody who watches it; a log has no use for it."""
    if sys.stderr.isatty():
        typer.echo(f"\r{done:,} / {of:,}", nl=done == of, err=True)


def _title() -> Callable[[str], str]:
    from sellkit.errors import SellkitError
    from sellkit.seat import local_language
    from sellkit.training import shelf

    def title(exercise: str) -> str:
        try:
            return shelf.exercise(exercise).title.in_(local_language())
        except SellkitError:  # an exercise that is no longer on the shelf still has its scores
            return exercise

    return title


@contextmanager
def _opened(workshop: Path, place: str, new: bool = False) -> "Iterator[Register]":
    """The register named, or the workshop's; a mistyped folder must not become an empty register."""
    from sellkit.desk.register import Register

    where = place or str(workshop / "register.sqlite")
    if not new and "://" not in where and not Path(where).exists():
        stop(speech.words().say("cli.register-missing", file=where))
    with Register.open(where) as book:
        yield book
