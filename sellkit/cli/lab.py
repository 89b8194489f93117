"""`sellkit lab`: the notebooks in JupyterLab."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from sellkit.cli import speech
from sellkit.cli.speech import said, stop, writing


def lab(
    folder: Annotated[
        Path,
        typer.Argument(
            help=said("Your own folder; the notebooks are copied there once.", "你的工作文件夹，首次会复制笔记本。")
        ),
    ] = Path("sellkit-work"),
    open_browser: Annotated[
        bool, typer.Option("--open/--no-open", help=said("Open the browser.", "打开浏览器。"))
    ] = True,
) -> None:
    import shutil
    import subprocess

    from sellkit.seat import default_notebooks

    if shutil.which("jupyter-lab", path=_programs()) is None:
        stop(speech.words().say("cli.lab.missing"))
    with writing(folder):
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
