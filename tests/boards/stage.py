"""A page with one board on it and no Jupyter: the browser's model talks to a real widget in this process.

The stage plays the workbook: it takes edits from the outbox into ``value``, acknowledges them, and undoes.
"""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

ADDRESS = "http://board.test/"
TRAITS = ("spec", "value", "problems", "acks", "conflicts", "status")
TRAITS += ("plan", "standing")  # of some boards only

PAGE = """<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>board</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ margin: 0; background: #fbfaf7; }} main {{ padding: {pad}px; }} {css}</style></head>
<body><main><h1 hidden>board</h1><div id="board"></div></main><script type="module">{esm}
const state = {state};
const heard = {{}};
const tell = (name) => (heard[`change:${{name}}`] ?? []).forEach((fn) => fn());
const model = {{
  get: (name) => state[name],
  set: (name, value) => {{ state[name] = value; tell(name); }},
  send: async (message) => apply(await window.command(message)),
  on: (name, fn) => (heard[name] ??= []).push(fn),
  off: (name, fn) => {{ heard[name] = (heard[name] ?? []).filter((f) => f !== fn); }},
}};
const apply = (fresh) => {{
  for (const [name, value] of Object.entries(fresh)) {{ state[name] = value; tell(name); }}
}};
window.apply = apply;
window.model = model;
view.render({{ model, el: document.getElementById("board") }});
</script></body></html>"""


class Stage:
    def __init__(self, page: Page, board: Any, *, pad: int = 12) -> None:
        self.page, self.board = page, board
        self.done: list[dict[str, Any]] = []
        self.before: list[dict[str, Any]] = []
        board.on_edits(self._take)
        board.on_command(self._obey)
        page.expose_function("command", self._command)
        esm = str(board._esm).replace("export default", "const view =")
        html = PAGE.format(
            language=board.spec["language"], css=board._css, esm=esm,
            state=json.dumps(self._state()).replace("</", "<\\/"), pad=pad,
        )  # fmt: skip
        page.route(ADDRESS, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
        page.goto(ADDRESS)
        page.wait_for_selector(".sk-stage > *")

    def _state(self) -> dict[str, Any]:
        return {name: getattr(self.board, name) for name in TRAITS if self.board.has_trait(name)}

    def _fresh(self, act: Any) -> dict[str, Any]:
        before = self._state()
        act()
        return {name: value for name, value in self._state().items() if value != before[name]}

    def _command(self, message: dict[str, Any]) -> dict[str, Any]:
        return self._fresh(lambda: self.board._on_message(None, message, []))

    def _take(self, edits: list[dict[str, Any]]) -> None:
        for edit in edits:
            self.before.append(self.board.value)
            self.done.append(edit)
            value = {field: answer for field, answer in self.board.value.items() if field != edit["field"]}
            self.board.value = value if edit["to"] is None else {**value, edit["field"]: edit["to"]}
        self.board.ack([edit["id"] for edit in edits])

    def _obey(self, message: dict[str, Any]) -> None:
        if message["do"] == "undo" and self.before:
            self.board.value = self.before.pop()

    def value(self, field: str) -> Any:
        """The field's value once the browser's edits have arrived."""
        self.page.wait_for_function("!model.get('outbox')?.length")
        return self.board.value.get(field, {}).get("value")

    def focus(self) -> Any:
        """The field that the next citation goes to."""
        return self.page.evaluate("model.get('focus')")

    def shot(self, path: Path) -> None:
        self.page.screenshot(path=str(path), full_page=True)
