"""`sellkit case`: check what an author has written."""

from pathlib import Path
from typing import Annotated

import typer

from sellkit.cli.checking import conclude, is_folder, list_faults
from sellkit.cli.speech import group, said, told, words

app = group("Check cases with their exercises and keys.", "检查案例及其练习和参考答案。")


@app.command(help=said("List every problem of a case at once.", "一次列出案例的全部问题。"))
def check(
    case: Annotated[
        str,
        typer.Argument(
            help=said(
                "A case's folder, a folder of cases, or an installed case's id; default: all that are installed.",
                "案例文件夹、放案例的文件夹，或已安装案例的编号；默认检查全部已安装的案例。",
            )
        ),
    ] = "",
    keys: Annotated[
        Path | None,
        typer.Option(
            help=said(
                "The folder of its keys; default: solutions/<case> beside the folder of the cases.",
                "参考答案文件夹，默认为案例文件夹旁边的 solutions/<案例>。",
            )
        ),
    ] = None,
) -> None:
    with told():
        from sellkit.training import lint

        is_folder(keys)
        checked, count = list(lint.checked(case, keys)), 0
        for found in checked:
            count += list_faults(fault.error for fault in found.faults)
            if found.keys is None:
                typer.echo(words().say("cli.check.no-keys", case=found.case))
        conclude([found.case for found in checked], count)
