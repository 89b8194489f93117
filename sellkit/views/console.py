"""The coach's console on screen: the queue, the answer laid over the reference, the rubric beside it.

Judgements travel as edits, so they are kept in the browser until they are on disk: the field is
``<number of the submission>/<criterion>``, the answer ``{"value": level, "note": comment}``.
"""

from typing import Any

from traitlets import Dict

from sellkit.views.base import View, bundle

PARTS = ("queue", "head", "answer", "rubric", "files", "keys")


class Console(View):
    """Everything a coach sees while judging; what it shows comes from `sellkit.desk.console_state`.

    Fields beside those of every view
        queue: the rows the filter shows, the filter, what can be filtered by, progress
        current: the answer on the table, or empty
        imported: the result list of the last import, or empty
    """

    _esm, _css = bundle("console", parts=[f"console_{part}" for part in PARTS])
    queue = Dict().tag(sync=True)
    current = Dict().tag(sync=True)
    imported = Dict().tag(sync=True)

    def tell(self, text: str, *, kind: str = "", undo: int = 0) -> None:
        """Say something once, at the bottom of the screen; `undo` names a submission that can be taken back."""
        self.send({"tell": text, "kind": kind, "undo": undo})

    def download(self, name: str, mime: str, content: bytes) -> None:
        """Hand a file to the browser, which saves it where downloads go."""
        self.send({"download": name, "type": mime}, buffers=[content])

    def show(self, **traits: Any) -> None:
        """Set several traits in one message, so that no screen shows half of a change."""
        with self.hold_sync():
            for name, value in traits.items():
                setattr(self, name, value)
