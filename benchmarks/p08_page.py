"""P8: an exercise's page ready to use, against the same server showing one button."""

import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from measure import Figure, compared
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from room import Room, served

EXERCISE = "homebody/relationship-map"
BUTTON = "import ipywidgets\npage = ipywidgets.Button(description='ready')\npage"
ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"]


def figures() -> Iterator[Figure]:
    title = "the same server showing one button"
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        notebooks = stub(Path(folder), BUTTON)
        with served() as real, served("--notebooks", notebooks) as plain:
            ours = opened(browser, real, ".sk-map-card")
            reference = opened(browser, plain, "button:has-text('ready')")
            yield compared("P8", "exercise page ready to use", title, 1.5, ours, reference)


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = os.environ.get("SELLKIT_CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


def arrive(browser: Browser, room: Room) -> BrowserContext:
    """The browser of somebody who has joined."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    cookies = room.join("Lin Wei").items()
    context.add_cookies([{"name": name, "value": value, "url": room.address} for name, value in cookies])
    return context


def opened(browser: Browser, room: Room, ready: str) -> Callable[[], float]:
    """Loads the page, in a browser that has been there before, until `ready` is on the screen."""
    context = arrive(browser, room)

    def run() -> float:
        page = context.new_page()
        start = time.perf_counter()
        page.goto(f"{room.address}/exercise?x={EXERCISE}", wait_until="commit")
        page.locator(ready).first.wait_for()
        seconds = time.perf_counter() - start
        page.close()
        return seconds

    return run


def stub(folder: Path, source: str) -> str:
    """Notebooks of the same names with one cell of our own."""
    cell = {"cell_type": "code", "id": "c1", "metadata": {}, "outputs": [], "execution_count": None, "source": source}
    book = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [cell]}
    for name in ("01_start", "02_exercise", "03_console"):
        (folder / f"{name}.ipynb").write_text(json.dumps(book), encoding="utf-8")
    return str(folder)
