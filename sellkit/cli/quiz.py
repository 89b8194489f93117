"""`sellkit quiz`: check what an author has written."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from sellkit.cli.checking import check_files, is_folder
from sellkit.cli.speech import group, said, told

app = group("Check banks of questions.", "检查题库。")


@app.command(help=said("List every problem of a bank and its key at once.", "一次列出题库和答案的全部问题。"))
def check(
    named: Annotated[
        str,
        typer.Argument(
            metavar="[BANK]",
            help=said(
                "A bank's file, a folder of banks, or an installed bank's id; default: all that are installed.",
                "题库文件、放题库的文件夹，或已安装题库的编号；默认检查全部已安装的题库。",
            ),
        ),
    ] = "",
    keys: Annotated[
        Path | None, typer.Option(help=said("Folder with the keys of these banks.", "放这些题库答案的文件夹。"))
    ] = None,
) -> None:
    with told():
        from sellkit.training.quiz import shelf

        is_folder(keys)
        check_files(shelf.sources(named), partial(shelf.faults, keys=keys))
