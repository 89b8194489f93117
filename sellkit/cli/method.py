"""`sellkit method`: check what an author has written."""

from typing import Annotated

import typer

from sellkit.cli.checking import check_files
from sellkit.cli.speech import group, said, told

app = group("Check methods.", "检查方法。")


@app.command(help=said("List every problem of a method at once.", "一次列出方法的全部问题。"))
def check(
    named: Annotated[
        str,
        typer.Argument(
            metavar="[METHOD]",
            help=said(
                "A method's file, a folder of methods, or an installed method's id; default: all that are installed.",
                "方法文件、放方法的文件夹，或已安装方法的编号；默认检查全部已安装的方法。",
            ),
        ),
    ] = "",
) -> None:
    with told():
        from sellkit.training import methods

        check_files(methods.sources(named), methods.faults)
