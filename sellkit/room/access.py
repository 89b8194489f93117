"""Who may see what. Stands before everything else; what it does not know it refuses."""

import logging
import re
from collections import OrderedDict
from urllib.parse import quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sellkit.room.presence import cookie_name
from sellkit.room.workshop import Workshop

log = logging.getLogger("sellkit.room")

_FOR_ALL = re.compile(
    r"/(join(/language|/back)?|coach(/language)?|healthz|room/[a-z]+\.(css|js|svg)|open/[A-Za-z0-9_-]+)"
)
_FOR_COACHES = frozenset({"/console", "/qr", "/people"})
_KERNEL = re.compile(r"/(?:jupyter/api/kernels|_solara/api/close)/([^/]+)(?:/.*)?")
_HOST = re.compile(r"[A-Za-z0-9.:\[\]-]{1,255}")
_MAX_BODY = 16_384


class Access:
    """Pure ASGI middleware: puts the entry of the browser into `scope["seat"]`, refuses and logs the rest."""

    def __init__(self, app: ASGIApp, workshop: Workshop) -> None:
        self._app, self._workshop = app, workshop
        self._cookie = cookie_name(workshop)
        self._kernels: OrderedDict[str, str] = OrderedDict()  # kernel id -> the person who opened it

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        token = cookie_parser(headers.get("cookie", "")).get(self._cookie)
        scope["seat"] = entry = self._workshop.seats.entry(token)
        scope["seat_token"] = token
        path = scope["path"].rstrip("/") or "/"
        person = entry.person.id if entry else "-"

        reason, answer = None, None
        if not self._same_origin(scope, headers):
            reason, answer = "other-origin", PlainTextResponse("403", 403)
        elif not _is_small(headers.get("content-length", "0")):
            reason, answer = "too-large", PlainTextResponse("413", 413)
        elif _FOR_ALL.fullmatch(path) and scope["type"] == "http":
            pass
        elif entry is None:
            reason = "no-seat" if scope["type"] == "websocket" or path not in {"/", "/exercise"} else None
            answer = _to("/join", scope)
        elif path in _FOR_COACHES and not entry.is_coach:
            reason, answer = "not-a-coach", _to("/coach", scope)
        elif not self._own_kernel(path, person):
            reason, answer = "other-persons-page", PlainTextResponse("403", 403)
        if reason:
            where = (scope["type"], path[:120], person, _from(scope))
            log.warning("refused %s %s person=%s from=%s reason=%s", *where, reason)
        if answer is None:
            await self._app(scope, receive, _with_headers(send, headers) if scope["type"] == "http" else send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        else:
            await answer(scope, receive, _with_headers(send, headers))

    def _same_origin(self, scope: Scope, headers: Headers) -> bool:
        """Forms and websockets must come from our own pages; a browser always says where from."""
        if scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}:
            return True
        origin = headers.get("origin")
        if origin is None:
            return scope["type"] == "websocket" or headers.get("sec-fetch-site") == "same-origin"
        return origin.split("://")[-1] == headers.get("host")

    def _own_kernel(self, path: str, person: str) -> bool:
        """A running page belongs to the person who opened it, also when somebody else joins at the same browser."""
        match = _KERNEL.fullmatch(path)
        if match is None:
            return True
        owner = self._kernels.setdefault(match[1], person)
        self._kernels.move_to_end(match[1])
        if len(self._kernels) > 10_000:
            self._kernels.popitem(last=False)
        return owner == person


def _is_small(length: str) -> bool:
    return length.isascii() and length.isdigit() and len(length) < 9 and int(length) <= _MAX_BODY


def _to(place: str, scope: Scope) -> RedirectResponse | PlainTextResponse:
    if scope["type"] == "http" and scope["method"] not in {"GET", "HEAD"}:
        return PlainTextResponse("403", 403)
    asked = scope["query_string"].decode("ascii", "ignore")
    target = f"{scope['path']}?{asked}" if asked else scope["path"]
    return RedirectResponse(place if target == "/" else f"{place}?next={quote(target, safe='/')}", 303)


def _from(scope: Scope) -> str:
    return scope["client"][0] if scope.get("client") else "-"


def _with_headers(send: Send, asked: Headers) -> Send:
    """Every answer forbids loading from elsewhere, being framed, and being sniffed."""
    host = asked.get("host", "")
    sockets = f"ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
    policy = (
        f"default-src 'self' 'unsafe-inline' 'unsafe-eval' blob: data:; connect-src 'self' blob: data: {sockets}; "
        "form-action 'self'; frame-ancestors 'self'; base-uri 'self'; object-src 'none'"
    )

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers["Content-Security-Policy"] = policy
            headers["X-Content-Type-Options"] = "nosniff"
            headers["Referrer-Policy"] = "same-origin"
            if headers.get("content-type", "").startswith("text/html"):
                headers["Cache-Control"] = "no-store"
        await send(message)

    return sending
