"""Run the Python of the pages in docs/ and write beneath each block what it prints. Read the difference afterwards.

A page's blocks run in order in one namespace, in a folder of their own, as `tests/docs` runs them.
"""

import contextlib
import io
import os
import re
import tempfile
from pathlib import Path
from typing import Any

DOCS = Path(__file__).resolve().parent.parent / "docs"
BLOCK = re.compile(r"^```python\n(.*?)^```$(?:\n\n^```text\n.*?^```$)?", re.DOTALL | re.MULTILINE)


def renewed(name: str, text: str) -> str:
    """The page with today's output."""
    room: dict[str, Any] = {"__name__": "page"}

    def block(found: re.Match[str]) -> str:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(found[1], name, "exec"), room)
        shown = f"\n\n```text\n{printed.getvalue()}```" if printed.getvalue() else ""
        return f"```python\n{found[1]}```{shown}"

    return BLOCK.sub(block, text)


if __name__ == "__main__":
    os.chdir(tempfile.mkdtemp())
    for page in sorted(DOCS.glob("*.md")):
        text = page.read_text(encoding="utf-8")
        if "```python" in text:
            page.write_text(renewed(page.name, text), encoding="utf-8")
            print(f"docs/{page.name}")
