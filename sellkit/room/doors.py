"""The room's own pages: join, welcome, coach, projector, feedback."""

import logging
import re
import secrets
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import segno
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from sellkit.room.codes import Guard, same, tidy
from sellkit.room.joining import Form, check_code, check_name, read_form
from sellkit.room.presence import cookie_name
from sellkit.room.seats import Entry, clean
from sellkit.room.texts import Texts, preferred
from sellkit.room.workshop import Workshop
from sellkit.seat import LANGUAGES

log = logging.getLogger("sellkit.room")

_NEXT = re.compile(r"/(?!/)[A-Za-z0-9/_-]*(\?[A-Za-z0-9=&%/._~-]*)?")


class Doors:
    """The pages in front of the notebooks. `address` is where trainees find us (`http://192.168.1.5:8765`)."""

    def __init__(self, workshop: Workshop, address: str, guard: Guard | None = None) -> None:
        self.workshop, self.address = workshop, address
        self.guard = guard or Guard()
        self.opening = secrets.token_urlsafe(24)  # lets the trainer's own browser in once, without typing the key
        self._new_codes: dict[str, str] = {}  # person id -> personal code, until the person has seen it
        self._pages = Environment(
            loader=PackageLoader("sellkit.room"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    @property
    def join_address(self) -> str:
        """The address behind the QR code."""
        return f"{self.address}/join?code={self.workshop.code}"

    def routes(self) -> list[Route]:
        """All pages with their methods."""
        pages: list[tuple[str, str, Callable[..., Any]]] = [
            ("GET", "/join", self.join_page),
            ("POST", "/join", self.join),
            ("POST", "/join/back", self.come_back),
            ("POST", "/join/language", self.switch_language),
            ("GET", "/welcome", self.welcome_page),
            ("POST", "/welcome/code", self.renew_code),
            ("POST", "/leave", self.leave),
            ("GET", "/coach", self.coach_page),
            ("POST", "/coach", self.coach),
            ("POST", "/coach/language", self.switch_language),
            ("GET", "/open/{token}", self.open),
            ("GET", "/qr", self.projector),
            ("GET", "/people", self.people),
            ("GET", "/feedback/{submission}", self.feedback),
            ("GET", "/healthz", self.health),
        ]
        return [Route(path, handler, methods=[method]) for method, path, handler in pages]

    # -- joining -------------------------------------------------------------------------------------------------

    async def join_page(self, request: Request) -> Response:
        asked = request.query_params
        values = {"code": asked.get("code", "")[:40], "next": asked.get("next", "")}
        return self._form("join.html", request, Form({"name": "", "team": "", "personal": "", **values}))

    async def switch_language(self, request: Request) -> Response:
        """The same form in the other language, with everything that was typed."""
        template = "coach.html" if request.url.path.startswith("/coach") else "join.html"
        return self._form(template, request, await read_form(request))

    async def join(self, request: Request) -> Response:
        form = await read_form(request)
        check_code(form, self.workshop, self.guard, _address(request))
        check_name(form)
        if form.errors:
            return self._form("join.html", request, form)
        name, team = clean(form.values["name"]), clean(form.values["team"])
        language = _known(form.values["language"])
        person, code = await run_in_threadpool(self.workshop.seats.join, name, team, language)
        log.info("joined person=%s from=%s", person.id, _address(request))
        self._new_codes[person.id] = code
        return self._seated(request, person.id, "/welcome" + _then(form))

    async def come_back(self, request: Request) -> Response:
        form = await read_form(request)
        address, person = _address(request), None
        if wait := self.guard.wait(address):
            form.wrong("personal", "too-many", seconds=wait)
        elif len(tidy(form.values["personal"])) != 8:
            form.wrong("personal", "personal-shape")
        else:
            person = await run_in_threadpool(self.workshop.seats.by_code, form.values["personal"])
            if person is None:
                self.guard.failed(address)
                log.warning("refused personal code from=%s", address)
                form.wrong("personal", "personal-wrong")
        if person is None:
            return self._form("join.html", request, form)
        log.info("came back person=%s from=%s", person.id, address)
        return self._seated(request, person.id, _safe(form.values["next"]))

    async def welcome_page(self, request: Request) -> Response:
        entry: Entry = request.scope["seat"]
        code = self._new_codes.get(entry.person.id)
        return self._page("welcome.html", request, code=code, next=_safe(request.query_params.get("next", "")))

    async def renew_code(self, request: Request) -> Response:
        entry: Entry = request.scope["seat"]
        self._new_codes[entry.person.id] = await run_in_threadpool(self.workshop.seats.renew_code, entry.person.id)
        log.info("new personal code person=%s", entry.person.id)
        return RedirectResponse("/welcome", 303)

    async def leave(self, request: Request) -> Response:
        await run_in_threadpool(self.workshop.seats.stand_up, request.scope["seat_token"])
        self._new_codes.pop(request.scope["seat"].person.id, None)
        response = RedirectResponse("/join", 303)
        response.delete_cookie(cookie_name(self.workshop))
        return response

    # -- the coach and the projector -----------------------------------------------------------------------------

    async def coach_page(self, request: Request) -> Response:
        asked = request.query_params.get("next", "")
        return self._form("coach.html", request, Form({"key": "", "name": "", "next": asked}))

    async def coach(self, request: Request) -> Response:
        form = await read_form(request)
        entry: Entry | None = request.scope["seat"]
        address = _address(request)
        if wait := self.guard.wait(address):
            form.wrong("key", "too-many", seconds=wait)
        elif not same(form.values["key"], self.workshop.coach_key):
            self.guard.failed(address)
            log.warning("refused coach's key person=%s from=%s", entry.person.id if entry else "-", address)
            form.wrong("key", "key-wrong")
        if entry is None:
            check_name(form)
        if form.errors:
            return self._form("coach.html", request, form)
        then = _safe(form.values["next"], "/console")
        return await self._coach_seated(request, entry, clean(form.values["name"]), then)

    async def open(self, request: Request) -> Response:
        """The browser that the server itself opened on the trainer's machine: good once."""
        if not secrets.compare_digest(request.path_params["token"], self.opening):
            log.warning("refused opening link from=%s", _address(request))
            return RedirectResponse("/coach", 303)
        self.opening = secrets.token_urlsafe(24)
        name = Texts(self.workshop.language)("room.coach.name")
        return await self._coach_seated(request, request.scope["seat"], name, "/qr")

    async def _coach_seated(self, request: Request, entry: Entry | None, name: str, then: str) -> Response:
        seats = self.workshop.seats
        if entry is None:
            person, code = await run_in_threadpool(seats.join, name, "", self._language(request))
            self._new_codes[person.id] = code
        else:
            person = entry.person
            await run_in_threadpool(seats.stand_up, request.scope["seat_token"])
        log.info("coach at console person=%s from=%s", person.id, _address(request))
        return self._seated(request, person.id, then, is_coach=True)

    async def projector(self, request: Request) -> Response:
        code = segno.make(self.join_address, error="m").svg_inline(scale=1, border=2, dark="#1f2a37", omitsize=True)
        return self._page(
            "projector.html",
            request,
            qr=code,
            address=self.address,
            code=self.workshop.code,
            people=self.workshop.seats.trainees(),
            local=self._is_local(),
        )

    async def people(self, _: Request) -> Response:
        return JSONResponse({"people": self.workshop.seats.trainees()})

    # -- the rest ------------------------------------------------------------------------------------------------

    async def health(self, _: Request) -> Response:
        return PlainTextResponse("ok")

    async def feedback(self, request: Request) -> Response:
        """Feedback as its author may see it: once it is released. Coaches may look earlier."""
        from sellkit.room.returned import feedback_page

        entry: Entry = request.scope["seat"]
        page = await run_in_threadpool(feedback_page, self.workshop, entry, request.path_params["submission"])
        if page.html is None:
            return self._page("message.html", request, 404, about=f"room.feedback.{page.state}")
        return HTMLResponse(page.html)

    def _is_local(self) -> bool:
        return self.address.split("://")[1].startswith(("127.", "localhost"))

    # -- helpers -------------------------------------------------------------------------------------------------

    def _seated(self, request: Request, person_id: str, then: str, is_coach: bool = False) -> Response:
        token = self.workshop.seats.sit_down(person_id, is_coach)
        response = RedirectResponse(then, 303)
        secure = request.url.scheme == "https"
        response.set_cookie(
            cookie_name(self.workshop), token, max_age=30 * 86400, httponly=True, samesite="lax", secure=secure
        )
        return response

    def _language(self, request: Request) -> str:
        asked = request.query_params.get("lang")
        if asked in LANGUAGES:
            return str(asked)
        if request.scope["seat"]:
            return str(request.scope["seat"].person.language)
        return preferred(request.headers.get("accept-language", "")) or self.workshop.language

    def _form(self, template: str, request: Request, form: Form) -> Response:
        language = form.values.get("language") or self._language(request)
        form.values["language"] = language = language if language in LANGUAGES else self.workshop.language
        form.values["next"] = _safe(form.values["next"], "")
        teams = self.workshop.seats.teams() if same(form.values.get("code", ""), self.workshop.code) else []
        status = 422 if form.errors else 200
        return self._page(template, request, status, form=form, teams=teams, language=language)

    def _page(self, template: str, request: Request, status: int = 200, **names: Any) -> Response:
        language = names.pop("language", None) or self._language(request)
        entry: Entry | None = request.scope["seat"]
        html = self._pages.get_template(template).render(t=Texts(language), language=language, entry=entry, **names)
        return HTMLResponse(html, status)


def _address(request: Request) -> str:
    return request.client.host if request.client else "-"


def _known(language: str) -> str:
    return language if language in LANGUAGES else "zh-CN"


def _safe(target: str, otherwise: str = "/") -> str:
    """Only places of our own: a link must not send people elsewhere after they joined."""
    return target if _NEXT.fullmatch(target) else otherwise


def _then(form: Form) -> str:
    target = _safe(form.values["next"], "")
    return f"?next={quote(target, safe='/')}" if target else ""
