"""A page of its own for each view test, without a way out to the network."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from sellkit.views.base import View

from .harness import ORIGIN, page_html

Show = Callable[..., Page]


@pytest.fixture
def show(browser: Browser) -> Iterator[Show]:
    """``show([views], width=1280)`` opens a page with these views; it fails on an error or a request to elsewhere."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    faults: list[str] = []

    def open_page(parts: list[View], width: int = 1280) -> Page:
        def serve(route: Route) -> None:
            if route.request.url.startswith(ORIGIN):
                route.fulfill(body=page_html(parts), content_type="text/html; charset=utf-8")
            else:
                faults.append(f"asked for {route.request.url}")
                route.abort()

        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.route("http*://**", serve)
        page.goto(ORIGIN)
        page.wait_for_function("window.ready")
        return page

    yield open_page
    context.close()
    assert not faults
