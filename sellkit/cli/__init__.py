"""The command line, a file for each noun: parses, calls, prints. Everything heavy is imported inside the command that
needs it, so that `--help` answers at once.

Exit codes: 0 done, 1 done but something was found (faults, refused files), 2 could not be done.
"""

from sellkit.cli import account, case, deal, lab, method, quiz, register, serve
from sellkit.cli.speech import group, said

app = group("Workshops in which people learn to sell to key accounts.", "大客户销售培训：开班、练习、点评。")
# The order is that of a trainer's day, and of the help.
app.command(help=said("Open the workshop: trainees join with a browser.", "打开研讨班，学员用浏览器加入。"))(
    serve.serve
)
app.command(help=said("Open the notebooks in JupyterLab.", "在 JupyterLab 中打开笔记本。"))(lab.lab)
app.command(
    "import", help=said("Take submission files of a folder into the register.", "把文件夹中的答卷收入登记册。")
)(register.take_in)
app.command(help=said("Compare what has no score yet with its keys.", "将尚未评分的答卷与参考答案比对。"))(
    register.grade
)
app.command(help=said("Write the grade book as .csv or .xlsx.", "导出成绩册（.csv 或 .xlsx）。"))(register.gradebook)
app.command(
    help=said("Write released feedback as HTML files, one per answer.", "把已发布的反馈写成 HTML，每份答卷一个文件。")
)(register.feedback)
app.add_typer(case.app, name="case")
app.add_typer(method.app, name="method")
app.add_typer(quiz.app, name="quiz")
app.add_typer(deal.app, name="deal")
app.add_typer(account.app, name="account")

__all__ = ["app"]
