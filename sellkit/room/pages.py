"""The notebooks as pages of the room: each connection runs the notebook's cells for its own person.

Loaded by Solara as its application, so it may only be imported inside the server's process.
"""

import json
import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any
from urllib.parse import parse_qsl

import ipywidgets
import solara

from sellkit import seat
from sellkit.models.text import LANGUAGES
from sellkit.room.errors import NoSeat
from sellkit.room.texts import Texts

log = logging.getLogger("sellkit.room")

FOR_COACHES = frozenset({"console"})


@dataclass(frozen=True)
class Notebook:
    """One notebook: `02_exercise.ipynb` is the page `/exercise`; `start` is the front page."""

    name: str
    file: Path

    @cache  # noqa: B019 there are a few, and they live as long as the server
    def cells(self) -> tuple[CodeType, ...]:
        """The compiled code cells: read and compiled once, run for every page."""
        content = json.loads(self.file.read_text(encoding="utf-8"))
        sources = ["".join(cell["source"]) for cell in content["cells"] if cell["cell_type"] == "code"]
        return tuple(compile(text, f"<{self.file.name} cell {n}>", "exec") for n, text in enumerate(sources, 1))

    def page(self) -> Any:
        """Run all cells; the page is the widget that they call `page`."""
        names: dict[str, Any] = {"__name__": "__main__"}
        for cell in self.cells():
            exec(cell, names)  # noqa: S102 our own notebook; nothing a trainee sends gets here
        return names["page"]


def notebooks(folder: Path) -> list[Notebook]:
    """The notebooks of a folder that make a page, in the order of their numbers. A lesson makes none: it is read in
    Jupyter, and shows keys."""
    files = [file for file in sorted(folder.glob("*.ipynb")) if "page = " in file.read_text(encoding="utf-8")]
    found = [(re.sub(r"^[0-9]+_", "", file.stem), file) for file in files]
    return [Notebook(name, file) for name, file in found if re.fullmatch(r"[a-z][a-z-]*", name)]


def open_page(notebook: Notebook, search: str) -> Any:
    """The page of one notebook for the person at this connection, or a plain message when it cannot be shown."""
    try:
        person = seat.current()
    except NoSeat:
        return _message(LANGUAGES[0], "room.page-no-seat", "/join")
    if notebook.name in FOR_COACHES and not person.is_coach:
        # The address is guarded in access.py; this guards the same page asked for over an open connection.
        log.warning("refused page=%s person=%s reason=not-a-coach", notebook.name, person.id)
        return _message(person.language, "room.page-coach-only", "/coach")
    try:
        with seat.sitting(person, dict(parse_qsl(search, max_num_fields=20))):
            return notebook.page()
    except Exception:
        log.exception("page failed page=%s person=%s", notebook.name, person.id)
        return _message(person.language, "room.page-failed", "/")


def _message(language: str, key: str, link: str) -> ipywidgets.HTML:
    texts = Texts(language)
    return ipywidgets.HTML(
        f'<div class="room-message" lang="{texts.language}"><h1>{texts.html(key + ".title")}</h1>'
        f'<p>{texts.html(key + ".says")}</p><p><a href="{link}">{texts.html(key + ".link")}</a></p></div>'
    )


def _component(notebook: Notebook) -> Callable[..., Any]:
    @solara.component
    def page_of_the_room() -> Any:
        router = solara.use_router()
        # The search is what makes another page of the same notebook: another exercise, another answer.
        page = solara.use_memo(lambda: open_page(notebook, router.search or ""), [router.search])
        return solara.Div(children=[page])

    return page_of_the_room


@solara.component
def _bare(children: Sequence[Any] = ()) -> Any:
    """No toolbar and no tabs: the notebooks bring their own head."""
    return solara.Div(children=list(children), classes=["room-page"])


routes: list[solara.Route] = []


def prepare(folder: Path) -> list[str]:
    """Make a route of each notebook; returns their addresses. Called once, before Solara looks at `routes`."""
    found = notebooks(folder)
    routes[:] = [
        solara.Route("/" if book.name == "start" else book.name, component=_component(book), layout=_bare)
        for book in found
    ]
    return ["/" if book.name == "start" else f"/{book.name}" for book in found]
