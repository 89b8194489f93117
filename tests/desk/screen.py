"""A page that shows the console with its real logic behind it; only the wire between them is played."""

import base64
from typing import Any

from playwright.sync_api import BrowserContext, Page, Route

from sellkit.desk.console_state import ConsoleState
from sellkit.views.console import Console

ORIGIN = "http://console.test/"

_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Console</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{margin:0}</style><style>@CSS@</style></head>
<body><main id="place"></main><script type="module">
const state = await ask({ do: "begin" });
const handlers = {};
const fire = (event, ...args) => [...(handlers[event] ?? [])].forEach((fn) => fn(...args));
const put = (key, value) => {
  if (JSON.stringify(state[key]) === JSON.stringify(value)) return;
  state[key] = value;
  fire(`change:${key}`);
};
const take = ({ traits, messages }) => {
  for (const [key, value] of Object.entries(traits)) put(key, value);
  for (const { content, bytes } of messages) {
    fire("msg:custom", content, bytes ? [Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))] : []);
  }
};
const model = {
  get: (key) => state[key], set: put,
  on: (event, fn) => (handlers[event] ??= []).push(fn),
  off: (event, fn) => { handlers[event] = (handlers[event] ?? []).filter((known) => known !== fn); },
  send: async (command) => take(await ask(command)),
};
const url = URL.createObjectURL(new Blob([await source()], { type: "text/javascript" }));
(await import(url)).default.render({ model, el: document.getElementById("place") });
window.ready = true;
</script></body></html>"""


class Screen:
    """The console of one coach in a real browser; `faults` lists errors and requests to elsewhere."""

    def __init__(self, context: BrowserContext, state: ConsoleState, width: int = 1280) -> None:
        self.state = state
        self.faults: list[str] = []
        self._acks: list[str] = []
        self.page: Page = context.new_page()
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.expose_function("ask", self._answer)
        self.page.expose_function("source", lambda: str(Console._esm))
        self.page.route("http*://**", self._serve)
        self.page.goto(ORIGIN)
        self.page.wait_for_function("window.ready")

    def _serve(self, route: Route) -> None:
        if route.request.url != ORIGIN:
            self.faults.append(f"asked for {route.request.url}")
            route.abort()
            return
        html = _PAGE.replace("@CSS@", str(Console._css))
        route.fulfill(body=html, content_type="text/html; charset=utf-8")

    def _answer(self, message: dict[str, Any]) -> dict[str, Any]:
        if message.get("do") == "begin":
            return {**self._traits(), "problems": [], "conflicts": {}}
        messages: list[dict[str, Any]] = []
        if message.get("do") == "edits":
            done, _ = self.state.judge([edit for edit in message["edits"] if edit["id"] not in self._acks])
            self._acks += done
        else:
            for reply in self.state.run(message):
                messages.append({"content": {"tell": reply.tell, "kind": reply.kind, "undo": reply.undo}, "bytes": ""})
                if reply.download:
                    name, mime, content = reply.download
                    sent = base64.b64encode(content).decode()
                    messages.append({"content": {"download": name, "type": mime}, "bytes": sent})
        return {"traits": self._traits(), "messages": messages}

    def _traits(self) -> dict[str, Any]:
        state = self.state
        return {
            "spec": state.spec(), "queue": state.queue(), "current": state.current(), "value": state.value(),
            "imported": state.imported(), "status": state.status(), "acks": list(self._acks),
        }  # fmt: skip
