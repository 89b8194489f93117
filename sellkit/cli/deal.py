"""`sellkit deal`: check a deal's file, and hand a deal on as another kind of file."""

from pathlib import Path
from typing import Annotated

import typer

from sellkit.cli import files
from sellkit.cli.speech import group, said

app = group("Check and hand on deals.", "检查和传递商机。")
File = Annotated[
    Path, typer.Argument(help=said("A deal as .json, .yaml or .xlsx.", "商机文件（.json、.yaml 或 .xlsx）。"))
]


@app.command(help=files.CHECKS)
def check(file: File) -> None:
    files.remark(files.read("deal", file))


@app.command(help=said("Write a deal as another kind of file.", "把商机转换成另一种文件。"))
def convert(
    file: File, out: Annotated[Path, typer.Argument(help=said("For example deal.xlsx.", "例如 deal.xlsx。"))]
) -> None:
    files.write(files.read("deal", file), out)
