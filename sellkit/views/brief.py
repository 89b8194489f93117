"""What is asked, what it teaches, and hints for who is stuck."""

from sellkit.views.base import View


class Brief(View, files="brief"):
    """``spec``: ``key, title, brief`` (Markdown: paragraphs, lists, strong words), ``teaches``, ``leaves_out`` and
    ``hints``, each a list of texts. Hints open one after another: ``{do: "hint", n}`` tells which was opened.
    """
