"""`sellkit account`: check an account's file, hand it on as another kind of file, and write its plan."""

from pathlib import Path
from typing import Annotated

import typer

from sellkit.cli import files, speech
from sellkit.cli.speech import group, said, told, writing

app = group("Check, hand on and plan accounts.", "检查、传递和规划大客户。")
File = Annotated[
    Path, typer.Argument(help=said("An account as .json, .yaml or .xlsx.", "大客户文件（.json、.yaml 或 .xlsx）。"))
]


@app.command(help=files.CHECKS)
def check(file: File) -> None:
    files.remark(files.read("account", file))


@app.command(help=said("Write an account as another kind of file.", "把大客户转换成另一种文件。"))
def convert(
    file: File,
    out: Annotated[Path, typer.Argument(help=said("For example account.xlsx.", "例如 account.xlsx。"))],
    deals: Annotated[
        Path | None,
        typer.Option(
            help=said(
                "A workbook holds no deals: keep those of this account's file.",
                "工作簿里没有商机：沿用这个大客户文件里的商机。",
            )
        ),
    ] = None,
) -> None:
    # a workbook holds no deals: those of the file that is written over must not be lost
    kept = deals or (out if file.suffix.lower() == ".xlsx" and out.suffix.lower() != ".xlsx" and out.exists() else None)
    before = files.read("account", kept) if kept else None
    files.write(files.read("account", file, before), out)


@app.command(help=said("Write the account plan as a document.", "写出大客户规划文档。"))
def plan(
    file: File,
    out: Annotated[Path, typer.Argument(help=said("plan.html or plan.docx.", "plan.html 或 plan.docx。"))],
) -> None:
    account = files.read("account", file)
    with told(), writing(out):
        from sellkit.documents.plan import account_plan
        from sellkit.interchange.errors import FileFault

        if out.suffix.lower() not in (".html", ".docx"):
            raise FileFault("file-other-document", place=out.name)
        account_plan(account, speech.words().language).save(out)
    files.done(out)
