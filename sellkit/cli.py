"""The command line: parses, calls, prints. Everything heavy is imported inside the command that needs it.

Exit codes: 0 done, 1 done but something was found (faults, refused files), 2 could not be done.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

if TYPE_CHECKING:
    from sellkit.desk.register import Register
    from sellkit.models.binder import Binder
    from sellkit.training.words import Words


def _in_chinese() -> bool:
    spoken = next(filter(None, map(os.environ.get, ("SELLKIT_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return spoken.lower().startswith("zh")


def _help(en: str, zh: str) -> str:
    # Not from the catalogues: reading them would take longer than the whole `--help`.
    return zh if _in_chinese() else en


app = typer.Typer(
    help=_help("Workshops in which people learn to sell to key accounts.", "大客户销售培训：开班、练习、点评。"),
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
case_app = typer.Typer(help=_help("Write and check cases.", "编写和检查案例。"), no_args_is_help=True)
app.add_typer(case_app, name="case")
method_app = typer.Typer(help=_help("Write and check methods.", "编写和检查方法。"), no_args_is_help=True)
app.add_typer(method_app, name="method")
quiz_app = typer.Typer(help=_help("Check banks of questions.", "检查题库。"), no_args_is_help=True)
app.add_typer(quiz_app, name="quiz")

WorkshopFolder = Annotated[
    Path, typer.Option("--workshop", "-w", help=_help("The workshop's folder.", "研讨班文件夹。"))
]
RegisterPlace = Annotated[
    str,
    typer.Option(help=_help("A register's file or URL instead of the workshop's.", "改用这个登记册（文件或网址）。")),
]
DEFAULT_WORKSHOP = Path("workshop")


def _words() -> "Words":
    from sellkit.seat import local_language
    from sellkit.training.words import Words

    return Words(local_language())


@contextmanager
def _told() -> Iterator[None]:
    """Tell an error as one sentence and the next step instead of a traceback."""
    from sellkit.errors import SellkitError

    try:
        yield
    except SellkitError as error:
        try:
            told = _words().error(error)
        except SellkitError:  # an error that no catalogue has must not hide behind another one
            told = str(error)
        typer.echo(told, err=True)
        raise typer.Exit(2) from None


@app.command(help=_help("Open the workshop: trainees join with a browser.", "打开研讨班，学员用浏览器加入。"))
def serve(
    workshop: WorkshopFolder = DEFAULT_WORKSHOP,
    host: Annotated[str, typer.Option(help=_help("Listen on this address.", "监听地址。"))] = "127.0.0.1",
    port: Annotated[
        int | None, typer.Option(help=_help("Default: the first free from 8765.", "默认从 8765 起找空闲端口。"))
    ] = None,
    network: Annotated[
        bool, typer.Option("--network", help=_help("Let others on the network join.", "允许局域网内其他人加入。"))
    ] = False,
    case: Annotated[
        str, typer.Option(help=_help("The case of a new workshop; default: the first.", "新研讨班的案例，默认第一个。"))
    ] = "",
    language: Annotated[str, typer.Option(help=_help("Default: this computer's.", "默认用本机的语言。"))] = "",
    notebooks: Annotated[
        Path | None, typer.Option(help=_help("Notebooks to run instead of our own.", "改用这里的笔记本。"))
    ] = None,
    open_browser: Annotated[
        bool, typer.Option("--open/--no-open", help=_help("Open the projector page.", "打开投影页面。"))
    ] = True,
) -> None:
    from sellkit.models.text import LANGUAGES
    from sellkit.room.errors import RoomError
    from sellkit.seat import local_language
    from sellkit.training import shelf

    with _told():
        spoken = language if language in LANGUAGES else local_language()
        try:
            from sellkit.room import server
            from sellkit.room.workshop import Workshop
        except ModuleNotFoundError as error:
            raise RoomError("room-not-installed", package=error.name or "?") from None
        if case:
            shelf.case(case)
        shop = Workshop.open(workshop, case or shelf.cases()[0], spoken)
        if case and shop.case != case:
            raise RoomError("room-other-case", folder=str(workshop), case=shop.case)
        server.serve(shop, notebooks, host, port, network, open_browser, spoken, typer.echo)


@app.command(help=_help("Open the notebooks in JupyterLab.", "在 JupyterLab 中打开笔记本。"))
def lab(
    folder: Annotated[
        Path,
        typer.Argument(
            help=_help("Your own folder; the notebooks are copied there once.", "你的工作文件夹，首次会复制笔记本。")
        ),
    ] = Path("sellkit-work"),
    open_browser: Annotated[bool, typer.Option("--open/--no-open")] = True,
) -> None:
    import shutil
    import subprocess

    from sellkit.seat import default_notebooks

    if shutil.which("jupyter-lab", path=_programs()) is None:
        typer.echo(_words().say("cli.lab.missing"), err=True)
        raise typer.Exit(2)
    folder.mkdir(parents=True, exist_ok=True)
    for notebook in sorted(default_notebooks().glob("*.ipynb")):
        if not (folder / notebook.name).exists():
            shutil.copyfile(notebook, folder / notebook.name)
    command = [sys.executable, "-m", "jupyterlab", str(folder), *([] if open_browser else ["--no-browser"])]
    environment = {**os.environ, "SELLKIT_HOME": str(folder.resolve()), "PATH": _programs()}
    raise typer.Exit(subprocess.run(command, env=environment, check=False).returncode)  # noqa: S603 our own command


@case_app.command("check", help=_help("List every problem of a case at once.", "一次列出案例的全部问题。"))
def check(
    case: Annotated[
        str,
        typer.Argument(
            help=_help(
                "A case's folder, a folder of cases, or an installed case's id; default: all that are installed.",
                "案例文件夹、放案例的文件夹，或已安装案例的编号；默认检查全部已安装的案例。",
            )
        ),
    ] = "",
    keys: Annotated[
        Path | None,
        typer.Option(
            help=_help(
                "The folder of its keys; default: solutions/<case> beside the folder of the cases.",
                "参考答案文件夹，默认为案例文件夹旁边的 solutions/<案例>。",
            )
        ),
    ] = None,
) -> None:
    with _told():
        from sellkit.training import lint

        words = _words()
        checked = list(lint.checked(case, keys))
        for found in checked:
            for fault in found.faults:
                typer.echo(f"{fault.says(words)}\n    {fault.next(words)}")
            if found.keys is None:
                typer.echo(words.say("cli.check.no-keys", case=found.case))
        count = sum(len(found.faults) for found in checked)
        told = words.say("cli.check.faults", count=count) if count else words.say("cli.check.clean")
        typer.echo(words.say("cli.check.cases", cases=", ".join(found.case for found in checked)))
    typer.echo(told)
    raise typer.Exit(1 if count else 0)


@method_app.command("check", help=_help("List every problem of a method at once.", "一次列出方法的全部问题。"))
def check_method(
    named: Annotated[
        str,
        typer.Argument(
            metavar="[METHOD]",
            help=_help(
                "A method's file, a folder of methods, or an installed method's id; default: all that are installed.",
                "方法文件、放方法的文件夹，或已安装方法的编号；默认检查全部已安装的方法。",
            ),
        ),
    ] = "",
) -> None:
    with _told():
        from sellkit.training import methods

        words = _words()
        count, checked = 0, methods.sources(named)
        for source in checked:
            for fault in methods.faults(source):
                count += 1
                typer.echo(f"{words.fault(fault)}\n    {words.next_step(fault)}")
        told = words.say("cli.check.faults", count=count) if count else words.say("cli.check.clean")
        names = ", ".join(source.name.removesuffix(".yaml") for source in checked)
        typer.echo(words.say("cli.check.cases", cases=names))
    typer.echo(told)
    raise typer.Exit(1 if count else 0)


@quiz_app.command(
    "check", help=_help("List every problem of a bank and its key at once.", "一次列出题库和答案的全部问题。")
)
def check_quiz(
    named: Annotated[
        str,
        typer.Argument(
            metavar="[BANK]",
            help=_help(
                "A bank's file, a folder of banks, or an installed bank's id; default: all that are installed.",
                "题库文件、放题库的文件夹，或已安装题库的编号；默认检查全部已安装的题库。",
            ),
        ),
    ] = "",
    keys: Annotated[
        Path | None, typer.Option(help=_help("Folder with the keys of these banks.", "放这些题库答案的文件夹。"))
    ] = None,
) -> None:
    with _told():
        from sellkit.training.quiz import shelf as quiz

        words = _words()
        count, checked = 0, quiz.sources(named)
        for source in checked:
            for fault in quiz.faults(source, keys):
                count += 1
                typer.echo(f"{words.fault(fault)}\n    {words.next_step(fault)}")
        told = words.say("cli.check.faults", count=count) if count else words.say("cli.check.clean")
        names = ", ".join(source.name.removesuffix(".yaml") for source in checked)
        typer.echo(words.say("cli.check.cases", cases=names))
    typer.echo(told)
    raise typer.Exit(1 if count else 0)


deal_app = typer.Typer(help=_help("Check and hand on deals.", "检查和传递商机。"), no_args_is_help=True)
app.add_typer(deal_app, name="deal")
account_app = typer.Typer(
    help=_help("Check, hand on and plan accounts.", "检查、传递和规划大客户。"), no_args_is_help=True
)
app.add_typer(account_app, name="account")
DealFile = Annotated[
    Path, typer.Argument(help=_help("A deal as .json, .yaml or .xlsx.", "商机文件（.json、.yaml 或 .xlsx）。"))
]
AccountFile = Annotated[
    Path, typer.Argument(help=_help("An account as .json, .yaml or .xlsx.", "大客户文件（.json、.yaml 或 .xlsx）。"))
]


@deal_app.command(
    "check",
    help=_help(
        "Tell what is wrong with a deal's file, then what a coach would say.", "先查文件，再给出教练会提的意见。"
    ),
)
def check_deal(file: DealFile) -> None:
    _remarks_on(_record("deal", file))


@deal_app.command("convert", help=_help("Write a deal as another kind of file.", "把商机转换成另一种文件。"))
def convert_deal(
    file: DealFile,
    out: Annotated[Path, typer.Argument(help=_help("For example deal.xlsx.", "例如 deal.xlsx。"))],
) -> None:
    _hand_on(_record("deal", file), out)


@account_app.command(
    "check",
    help=_help(
        "Tell what is wrong with an account's file, then what a coach would say.", "先查文件，再给出教练会提的意见。"
    ),
)
def check_account(file: AccountFile) -> None:
    _remarks_on(_record("account", file))


@account_app.command("convert", help=_help("Write an account as another kind of file.", "把大客户转换成另一种文件。"))
def convert_account(
    file: AccountFile,
    out: Annotated[Path, typer.Argument(help=_help("For example account.xlsx.", "例如 account.xlsx。"))],
    deals: Annotated[
        Path | None,
        typer.Option(
            help=_help(
                "A workbook holds no deals: keep those of this account's file.",
                "工作簿里没有商机：沿用这个大客户文件里的商机。",
            )
        ),
    ] = None,
) -> None:
    # a workbook holds no deals: those of the file that is written over must not be lost
    kept = deals or (out if file.suffix.lower() == ".xlsx" and out.suffix.lower() != ".xlsx" and out.exists() else None)
    before = _record("account", kept) if kept else None
    _hand_on(_record("account", file, before), out)


@account_app.command("plan", help=_help("Write the account plan as a document.", "写出大客户规划文档。"))
def plan_account(
    file: AccountFile,
    out: Annotated[Path, typer.Argument(help=_help("plan.html or plan.docx.", "plan.html 或 plan.docx。"))],
) -> None:
    account: Any = _record("account", file)
    with _told():
        from sellkit.documents.plan import account_plan
        from sellkit.interchange.errors import FileFault

        words = _words()
        if out.suffix.lower() not in (".html", ".docx"):
            raise FileFault("file-other-document", place=out.name)
        account_plan(account, words.language).save(out)
    typer.echo(words.say("cli.file.written", file=str(out)))


def _remarks_on(record: "Binder") -> None:
    from sellkit.checks.registry import run

    found = run(record)
    words = _words()
    for finding in found:
        told = words.finding(finding)
        typer.echo(f"{told['place']}: {told['message']}\n    {told['next']}")
    typer.echo(words.say("cli.file.findings", count=len(found)))
    raise typer.Exit(1 if found else 0)


def _hand_on(record: "Binder", out: Path) -> None:
    with _told():
        from sellkit.interchange.files import write_file

        write_file(out, record, _words())
    typer.echo(_words().say("cli.file.written", file=str(out)))


def _record(kind: Literal["deal", "account"], file: Path, before: "Binder | None" = None) -> "Binder":
    """The deal or account in a file; every fault of the file is printed, and then there is none."""
    with _told():
        from sellkit.interchange.files import read_file
        from sellkit.interchange.kinds import ACCOUNT, DEAL
        from sellkit.tables.errors import Refused

        words = _words()
        form: Any = {"deal": DEAL, "account": ACCOUNT}[kind]
        try:
            read = read_file(file, words, form, before=before)
        except Refused as refused:
            for fault in refused.told(words):
                typer.echo(f"{fault.says}\n    {fault.next}")
            typer.echo(words.say("cli.check.faults", count=len(refused.faults)))
            raise typer.Exit(2) from None
        for notice in read.notices:
            typer.echo(f"{words.fault(notice)}\n    {words.next_step(notice)}")
        found: Binder = read.record
        return found


@app.command(
    "import", help=_help("Take submission files of a folder into the register.", "把文件夹中的答卷收入登记册。")
)
def import_(
    folder: Annotated[Path, typer.Argument(help=_help("Searched with its subfolders.", "包含子文件夹。"))],
    workshop: WorkshopFolder = DEFAULT_WORKSHOP,
    register: RegisterPlace = "",
) -> None:
    with _told(), _opened(workshop, register, new=True) as book:
        from sellkit.desk.importing import import_folder

        words = _words()
        report = import_folder(book, folder, lambda done, of, _: _count(done, of))
    for refusal in report.refused:
        typer.echo(f"{refusal.file}: {refusal.reason(words)}", err=True)
    counts = {"added": len(report.new), "known": len(report.known), "refused": len(report.refused)}
    typer.echo(words.say("cli.import.done", **counts))
    raise typer.Exit(1 if report.refused else 0)


@app.command(help=_help("Compare what has no score yet with its keys.", "将尚未评分的答卷与参考答案比对。"))
def grade(
    workshop: WorkshopFolder = DEFAULT_WORKSHOP,
    register: RegisterPlace = "",
    processes: Annotated[
        int, typer.Option(min=0, help=_help("Work on so many cores; 0: on all.", "使用的核数，0 为全部。"))
    ] = 0,
    again: Annotated[
        bool,
        typer.Option(
            "--again",
            help=_help(
                "After a change of key or rubric: also what was scored before. What trainees may have read stays.",
                "参考答案或评分标准改动后：已评分的也重新评分；学员可能已看到的不变。",
            ),
        ),
    ] = False,
) -> None:
    with _told(), _opened(workshop, register) as book:
        from sellkit.desk.scoring import score, unreleased

        words = _words()
        report = score(book, unreleased(book) if again else None, processes or os.cpu_count() or 1, _count)
        for number, error in report.failed:
            typer.echo(f"{number}: {words.error(error)}", err=True)
    typer.echo(words.say("cli.grade.done", compared=report.compared, by_hand=report.by_hand, failed=len(report.failed)))
    raise typer.Exit(1 if report.failed else 0)


def _count(done: int, of: int) -> None:
    """How far a long run is, for somebody who watches it; a log has no use for it."""
    if sys.stderr.isatty():
        typer.echo(f"\r{done:,} / {of:,}", nl=done == of, err=True)


@app.command(help=_help("Write the grade book as .csv or .xlsx.", "导出成绩册（.csv 或 .xlsx）。"))
def gradebook(
    out: Annotated[Path, typer.Argument(help=_help("For example grades.xlsx.", "例如 grades.xlsx。"))],
    workshop: WorkshopFolder = DEFAULT_WORKSHOP,
    register: RegisterPlace = "",
) -> None:
    kind = out.suffix.lower()
    if kind not in {".csv", ".xlsx"}:
        raise typer.BadParameter(_words().say("cli.gradebook.kind"), param_hint="OUT")
    with _told(), _opened(workshop, register) as book:
        from sellkit.desk.gradebook import tables, to_csv, to_xlsx

        words = _words()
        overview, attempts = tables(book, words, _title(words.language))
        out.write_bytes(to_csv(overview) if kind == ".csv" else to_xlsx([overview, attempts]))
    typer.echo(words.say("cli.gradebook.done", file=str(out)))


@app.command(
    help=_help("Write released feedback as HTML files, one per answer.", "把已发布的反馈写成 HTML，每份答卷一个文件。")
)
def feedback(
    out: Annotated[Path, typer.Argument(help=_help("A folder; made if missing.", "输出文件夹，没有则新建。"))],
    workshop: WorkshopFolder = DEFAULT_WORKSHOP,
    register: RegisterPlace = "",
) -> None:
    with _told(), _opened(workshop, register) as book:
        from sellkit.desk import feedback as told
        from sellkit.desk.queue import Filter, page
        from sellkit.seat import write_whole

        words = _words()
        out.mkdir(parents=True, exist_ok=True)
        count = 0
        for state in ("released", "returned"):
            last = 0
            while rows := page(book, Filter(state=state), after=last):
                for row in rows:
                    write_whole(out / f"{book.submission(row.id).filename[:-5]}.html", told.page(book, row.id))
                last, count = rows[-1].id, count + len(rows)
    typer.echo(words.say("cli.feedback.done", count=count, folder=str(out)))


def _title(language: str) -> "Callable[[str], str]":
    from sellkit.errors import SellkitError
    from sellkit.training import shelf

    def title(exercise: str) -> str:
        try:
            return shelf.exercise(exercise).title.in_(language)
        except SellkitError:  # an exercise that is no longer on the shelf still has its scores
            return exercise

    return title


@contextmanager
def _opened(workshop: Path, place: str, new: bool = False) -> "Iterator[Register]":
    """The register named, or the workshop's; a mistyped folder must not become an empty register."""
    from sellkit.desk.register import Register

    where = place or str(workshop / "register.sqlite")
    if not new and "://" not in where and not Path(where).exists():
        typer.echo(_words().say("cli.register-missing", file=where), err=True)
        raise typer.Exit(2)
    with Register.open(where) as book:
        yield book


def _programs() -> str:
    """The path on which programs of this environment are found, also when it is not activated."""
    return os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])


if __name__ == "__main__":
    app()
