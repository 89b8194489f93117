"""The command line: parses, calls, prints. Everything heavy is imported inside the command that needs it.

Exit codes: 0 done, 1 done but something was found (faults, refused files), 2 could not be done.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
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

WorkshopFolder = Annotated[
    Path, typer.Option("--workshop", "-w", help=_help("The workshop's folder.", "研讨班文件夹。"))
]
DEFAULT_WORKSHOP = Path("workshop")


def _words() -> "Words":
    from sellkit.seat import local_seat
    from sellkit.training.words import Words

    return Words(local_seat().language)


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
    case: Annotated[str, typer.Option(help=_help("The case of a new workshop.", "新研讨班使用的案例。"))] = "homebody",
    language: Annotated[str, typer.Option(help="zh-CN | en")] = "",
    notebooks: Annotated[
        Path | None, typer.Option(help=_help("Notebooks to run instead of our own.", "改用这里的笔记本。"))
    ] = None,
    open_browser: Annotated[
        bool, typer.Option("--open/--no-open", help=_help("Open the projector page.", "打开投影页面。"))
    ] = True,
) -> None:
    from sellkit.seat import LANGUAGES, local_seat

    with _told():
        spoken = language if language in LANGUAGES else local_seat().language
        try:
            from sellkit.room import server
            from sellkit.room.workshop import Workshop
        except ModuleNotFoundError as error:
            from sellkit.room.errors import RoomError

            raise RoomError("room-not-installed", package=error.name or "?") from None
        shop = Workshop.open(workshop, case, spoken)
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


def _programs() -> str:
    """The path on which programs of this environment are found, also when it is not activated."""
    return os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])


if __name__ == "__main__":
    app()
