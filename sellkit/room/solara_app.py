"""Solara as we run it: only the routes our pages need, nothing fetched from outside, nothing reported to anyone."""

import os
import re
import warnings
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles

from sellkit.room.texts import Texts

# A phone that slept through lunch still finds its page; what was typed is in the journal anyway.
_CULL_AFTER = "3h"


def configure(folder: Path) -> None:
    """Set Solara up before its first import: it reads these when it is imported."""
    os.environ.update(
        SOLARA_HOME=str(folder / ".solara"),  # else it writes into the home directory
        SOLARA_MODE="production",
        SOLARA_TELEMETRY_MIXPANEL_ENABLE="False",
        SOLARA_THEME_SHOW_BANNER="False",
        SOLARA_THEME_TITLE="sellkit",
        SOLARA_THEME_LOADER="plain",
        SOLARA_ASSETS_FONTAWESOME_ENABLED="False",
        SOLARA_SESSION_HTTP_ONLY="True",
        SOLARA_KERNEL_CULL_TIMEOUT=_CULL_AFTER,
        SOLARA_KERNEL_MAX_PER_SESSION="20",
        # After a restart of the server a page runs again by itself: its state is in the journal and the address.
        SOLARA_STATE_AUTO_REMOUNT="True",
    )


def build(notebooks: Path) -> tuple[Starlette, list[str]]:
    """The part of the room that runs notebooks, and the addresses of its pages."""
    from solara.server import app as apps
    from solara.server import cdn_helper, server, settings, starlette

    from sellkit.room import pages

    # Solara warns at every page that its own session cookie falls back to SameSite=Lax, which is what we want.
    warnings.filterwarnings("ignore", message="Cookies with samesite=none", module="solara")

    addresses = pages.prepare(notebooks)
    apps.apps["__default__"] = apps.AppScript("sellkit.room.pages")

    async def page(request: Request) -> Response:
        response = await starlette.root(request)
        language = request.scope["seat"].person.language
        response.body = _in_language(bytes(response.body), language)
        response.headers["content-length"] = str(len(response.body))
        return response

    routes: list[Any] = [Route(address, page) for address in addresses]
    routes += [
        WebSocketRoute("/jupyter/api/kernels/{kernel_id}/{name}", starlette.kernel_connection),
        Route("/_solara/api/close/{kernel_id}", starlette.close, methods=["POST"]),
        # Solara's own route would fetch from the net what it does not have.
        Mount(f"/{cdn_helper.cdn_url_path}", StaticFiles(directory=settings.assets.proxy_cache_dir)),
        Mount("/static/assets", starlette.StaticAssets()),
        Mount("/static", starlette.StaticFilesOptionalAuth(directory=server.solara_static)),
        Mount("/jupyter/nbextensions", starlette.StaticNbFiles()),
    ]
    return Starlette(routes=routes, middleware=starlette.middleware), addresses


def start() -> None:
    """Run before the first request: Solara loads its application."""
    from solara.server import starlette

    starlette.on_startup()


def stop() -> None:
    """Close all pages' contexts."""
    from solara.server import starlette

    starlette.on_shutdown()


def _in_language(body: bytes, language: str) -> bytes:
    """Solara's shell speaks English, forbids zooming and has no language: put that right."""
    texts = Texts(language)
    text = body.decode()
    text = text.replace("<html>", f'<html lang="{language}">', 1)
    text = re.sub(r'<(meta name="viewport"|link rel="icon")[^>]*>', "", text)
    text = text.replace("</head>", f"{_HEAD}</head>", 1)
    for english, key in _SHELL.items():
        text = text.replace(english, texts.html(key))
    return text.encode()


_HEAD = """<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/room/icon.svg"><link rel="stylesheet" href="/room/shell.css">
<script src="/room/reconnect.js" defer></script>"""

_SHELL = {
    "Loading resources": "room.shell.loading",
    "Loading app": "room.shell.loading",
    "Restoring session…": "room.shell.restoring",
    "Server\n                disconnected.": "room.shell.disconnected",
    "App is disconnected, and may not function properly. Please refresh the page.": "room.shell.refresh",
    "Could not restore session. Please refresh.": "room.shell.refresh",
    "Please refresh the page": "room.shell.refresh-title",
    "Refresh now": "room.shell.refresh-now",
    "Cancel\n": "room.shell.cancel",
}
