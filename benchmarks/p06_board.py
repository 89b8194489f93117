"""P6: a change in the browser until checks and picture are updated there, 40 people on the board; against an empty
widget's round trip on the same page."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from measure import Figure, absolute, percentile
from p08_page import arrive, chromium, stub
from playwright.sync_api import ElementHandle, Page
from room import served

PEOPLE, CHANGES = 40, 60
CELL = """
import anywidget, json, traitlets, ipywidgets
from pathlib import Path
from sellkit.training import places
if not hasattr(places, "crowd"):  # one more case on the shelf, for this page alone
    places.crowd, ours = Path({folder!r}), places.case_roots
    places.case_roots = lambda: iter([*ours(), places.crowd])
from sellkit.workbook import open_workbook

class Echo(anywidget.AnyWidget):
    _esm = '''export default {{ render({{ model, el }}) {{
        const button = document.createElement("button"), seen = document.createElement("p");
        button.textContent = "echo"; seen.id = "seen";
        button.onclick = () => {{ model.set("asked", model.get("asked") + 1); model.save_changes(); }};
        model.on("change:seen", () => {{ seen.textContent = model.get("seen"); }});
        el.append(button, seen);
    }} }}'''
    asked = traitlets.Int(0).tag(sync=True)
    seen = traitlets.Int(0).tag(sync=True)

echo = Echo()
echo.observe(lambda change: echo.set_trait("seen", change.new), "asked")
book = open_workbook("crowd/map", answers=json.loads({answers!r}))
page = ipywidgets.VBox([echo, book.page])
page
"""
# the milliseconds from a click until something changes in a part of the page
ROUND = """([button, part]) => new Promise((done) => {
    const seen = new MutationObserver(() => { seen.disconnect(); done(performance.now() - start); });
    seen.observe(part, { subtree: true, childList: true, characterData: true });
    const start = performance.now();
    button.click();
})"""


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as scratch, chromium() as browser:
        folder, notebooks = Path(scratch) / "cases", Path(scratch) / "notebooks"
        answers = crowd(folder / "crowd")
        notebooks.mkdir()
        cell = CELL.format(folder=str(folder), answers=json.dumps(answers))
        with served("--notebooks", stub(notebooks, cell)) as room:
            page = arrive(browser, room).new_page()
            page.goto(f"{room.address}/exercise?x=crowd/map")
            ours, bare = rounds(page)
    extra = percentile(ours, 95) - percentile(bare, 95)
    note = f"p95 {percentile(ours, 95):.0f} ms, echo {percentile(bare, 95):.0f} ms"
    yield absolute("P6", f"change → checks and picture, {PEOPLE} people, p95 over an echo", 50, extra, "ms", note)
    extra = percentile(ours, 50) - percentile(bare, 50)
    note = f"median {percentile(ours, 50):.0f} ms, echo {percentile(bare, 50):.0f} ms"
    yield absolute("P6", "the same, median over an echo", 50, extra, "ms", note)


def rounds(page: Page) -> tuple[list[float], list[float]]:
    """One person's attitude to and fro: as a sponsor whom nobody ever met, the checks speak of them."""
    page.locator("[data-key='open:p7']").first.click()
    attitude = "[data-field='p7/attitude'] [role=radio]"
    marks = [element(page, f"{attitude}:has-text('{name}')") for name in ("Sponsor", "Neutral")]
    checks, echo, seen = (element(page, one) for one in ("section:has(> .sk-check-top)", "text=echo", "#seen"))
    ours, bare = [], []
    for number in range(CHANGES + 4):
        pair = [(ours, marks[number % 2], checks), (bare, echo, seen)]
        for times, button, part in pair if number % 4 < 2 else reversed(pair):
            times.append(float(page.evaluate(ROUND, [button, part])))
            page.wait_for_timeout(60)
    return ours[4:], bare[4:]


def element(page: Page, selector: str) -> ElementHandle:
    handle = page.locator(selector).first.element_handle()
    assert handle is not None, selector
    return handle


def crowd(folder: Path) -> dict[str, Any]:
    """A case of 40 people in a hierarchy, with one paper; returns a map of them that is filled in."""
    both = {"en": "A crowd", "zh-CN": "一群人"}
    ids = [f"p{number}" for number in range(PEOPLE)]
    people = [
        {"id": name, "name": f"Person {name}", "title": both, "reports_to": ids[(n - 1) // 3] if n else None, "rank": 1}
        for n, name in enumerate(ids)
    ]
    head = {"schema": 1, "version": 1, "title": both}
    case = head | {"id": "crowd", "summary": both, "seller": both, "people": people}
    case["documents"] = [{"id": "minutes", "kind": "minutes", "title": both, "date": "2001-10-01"}]
    criterion = {"id": "attitude", "title": both, "weight": 100, "auto": {"compare": "mark", "of": "*/attitude"}}
    exercise = head | {"id": "crowd/map", "kind": "relationship-map", "brief": both, "minutes": 20, "people": ids}
    exercise |= {"teaches": [both], "leaves_out": [both], "hints": [both] * 3}
    exercise["rubric"] = {"version": 1, "criteria": [criterion]}
    for language in both:
        (folder / "dossier" / language).mkdir(parents=True)
        (folder / "dossier" / language / "minutes.md").write_text("Everybody came. {#p1}\n", encoding="utf-8")
    for name, data in (("case", case), ("map", exercise)):
        (folder / f"{name}.yaml").write_text(json.dumps(data), encoding="utf-8")  # JSON is YAML too
    marks: dict[str, Any] = {"roles": ["U"], "adaptability": "pragmatist", "attitude": "neutral"}
    marks |= {"coverage": "none", "circle": "outside"}
    evidence = {"cites": ["minutes.p1"], "confidence": "explicit"}
    return {f"{name}/{mark}": {"value": value, **evidence} for name in ids for mark, value in marks.items()}
