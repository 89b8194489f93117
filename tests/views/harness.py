"""A page that shows views without a kernel: the widget model is played by a few lines of JavaScript.

``page_html(parts)`` gives the page. In it ``models.<name>`` are the models, ``commands`` collects what views send, and
``kernel.on`` decides whether edits are acknowledged, as the workbook would do it after the journal has them.
"""

import json
from typing import Any

from sellkit.training.words import Words
from sellkit.views.base import View, passage_labels, texts

ORIGIN = "http://workbook.test/"

_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Workbook</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{margin:0;background:#fbfaf7}</style></head>
<body><main id="place" class="@CLASS@"></main><script type="application/json" id="parts">@PARTS@</script>
<script type="module">
const parts = JSON.parse(document.getElementById("parts").textContent);
window.models = {}; window.commands = []; window.kernel = { on: true, edits: [] }; window.executed = [];
class Model {
  constructor(name, state) { this.name = name; this.state = state; this.handlers = {}; }
  get(key) { return this.state[key]; }
  set(key, value) {
    if (this.state[key] === value) return;
    this.state[key] = value;
    this.fire(`change:${key}`);
  }
  on(event, fn) { (this.handlers[event] ??= []).push(fn); }
  off(event, fn) { this.handlers[event] = (this.handlers[event] ?? []).filter((f) => f !== fn); }
  fire(event) { for (const fn of [...(this.handlers[event] ?? [])]) fn(); }
  send(message) {
    if (message.do !== "edits") commands.push({ ...message, from: this.name });
    else if (kernel.on) setTimeout(() => settle(this, message.edits), 10);
  }
}
window.share = (key, value) => { for (const model of Object.values(models)) model.set(key, value); };
const seen = new Set();
function settle(model, sent) {
  const edits = sent.filter((e) => !seen.has(e.id));
  if (!edits.length) return;
  const value = { ...model.get("value") };
  for (const { id, field, to } of edits) { seen.add(id); if (to === null) delete value[field]; else value[field] = to; }
  kernel.edits.push(...edits);
  share("value", value);
  share("status", { ...model.get("status"), state: "saved", at: new Date().toISOString() });
  for (const m of Object.values(models)) m.set("acks", [...m.get("acks"), ...edits.map((e) => e.id)]);
}
for (const part of parts) {
  const style = document.createElement("style");
  style.textContent = part.css;
  document.head.append(style);
}
for (const part of parts) {
  const url = URL.createObjectURL(new Blob([part.esm], { type: "text/javascript" }));
  const view = (await import(url)).default;
  const el = document.createElement("div");
  document.getElementById("place").append(el);
  models[part.name] = new Model(part.name, part.state);
  view.render({ model: models[part.name], el });
}
window.ready = true;
</script></body></html>"""


def page_html(parts: list[View]) -> str:
    """The page with these views; more than one stand in the workbook's box."""
    css_class = "sk-workbook" if len(parts) > 1 else "page"
    data = [{"name": type(part).__name__, "esm": part._esm, "css": part._css, "state": _state(part)} for part in parts]
    return _PAGE.replace("@CLASS@", css_class).replace("@PARTS@", json.dumps(data).replace("<", "\\u003c"))


def _state(part: View) -> dict[str, Any]:
    names = ("spec", "value", "problems", "acks", "conflicts", "status")
    return {name: getattr(part, name) for name in names}


def spec(language: str, prefix: str, **more: Any) -> dict[str, Any]:
    """The static part of one view's state."""
    return {"language": language, "text": texts(Words(language), prefix), "key": "ada/homebody", **more}


def document(ident: str, title: str, *paragraphs: str, kind: str = "minutes") -> dict[str, Any]:
    """A document whose paragraphs are p1, p2, …"""
    blocks = [
        {"kind": "paragraph", "passage": f"{ident}.p{n}", "spans": [{"text": text, "strong": False}]}
        for n, text in enumerate(paragraphs, 1)
    ]
    return {"id": ident, "kind": kind, "title": title, "date": "2026-03-12", "blocks": blocks}


def dossier_spec(language: str, documents: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    """What a dossier shows, with the names of its passages."""
    return spec(language, "views.dossier.", documents=documents, passages=passage_labels(documents), **more)
