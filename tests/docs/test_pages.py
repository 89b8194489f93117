"""The examples in docs/ run as they stand there and print what the page says they print."""

import contextlib
import io
import itertools
import re
import tokenize

import pytest

from ..conftest import ROOT

DOCS = ROOT / "docs"
BLOCK = re.compile(r"^```(python|text)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
# From Python 3.12 on a text with values in it comes in parts.
TEXTS = ("COMMENT", "STRING", "FSTRING", "TSTRING", "NL")
PAGES = sorted(page.name for page in DOCS.glob("*.md") if "```python" in page.read_text(encoding="utf-8"))


def blocks(name):
    """The Python blocks of a page, each with what the page says that it prints."""
    found = BLOCK.findall((DOCS / name).read_text(encoding="utf-8"))
    shown = [text if kind == "text" else "" for kind, text in [*found[1:], ("python", "")]]
    return [(code, text) for (kind, code), text in zip(found, shown, strict=True) if kind == "python"]


def without_texts(code):
    """What is left of code when its comments, texts and line breaks are taken out."""
    tokens = tokenize.generate_tokens(io.StringIO(code).readline)
    return [token.string for token in tokens if not tokenize.tok_name[token.type].startswith(TEXTS)]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_prints_what_it_says(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    room = {"__name__": "page"}
    for number, (code, shown) in enumerate(blocks(name), 1):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code, f"{name}, block {number}", "exec"), room)
        assert printed.getvalue() == shown, f"block {number} of {name}"


@pytest.mark.parametrize("name", [name for name in PAGES if not name.endswith(".zh-CN.md")])
def test_both_languages_tell_it_with_the_same_code(name):
    english, chinese = ([code for code, _ in blocks(page)] for page in (name, name.replace(".md", ".zh-CN.md")))
    assert list(map(without_texts, chinese)) == list(map(without_texts, english))


def test_every_text_block_follows_the_code_that_prints_it():
    for name in PAGES:
        kinds = [kind for kind, _ in BLOCK.findall((DOCS / name).read_text(encoding="utf-8"))]
        assert ("text", "text") not in list(itertools.pairwise(kinds))
        assert kinds[0] == "python"
