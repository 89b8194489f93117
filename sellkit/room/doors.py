"""The doors for trainees: join, come back, welcome, leave, read feedback."""

import logging

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from sellkit.room.codes import tidy
from sellkit.room.frame import Frame, caller, known, safe, then
from sellkit.room.joining import Form, check_code, check_name, read_form
from sellkit.room.presence import cookie_name
from sellkit.room.seats import Entry, clean

log = logging.getLogger("sellkit.room")


class Doors:
    """What stands between a browser and the exercises."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame

    def routes(self) -> list[Route]:
        """All pages with their methods."""
        pages = [
            ("GET", "/join", self.join_page),
            ("POST", "/join", self.join),
            ("POST", "/join/back", self.come_back),
            ("POST", "/join/language", self.switch_language),
            ("GET", "/welcome", self.welcome_page),
            ("POST", "/welcome/code", self.renew_code),
            ("POST", "/leave", self.leave),
            ("GET", "/feedback/{submission}", self.feedback),
            ("GET", "/healthz", self.health),
        ]
        return [Route(path, handler, methods=[method]) for method, path, handler in pages]

    async def join_page(self, request: Request) -> Response:
        asked = request.query_params
        values = {"code": asked.get("code", "")[:40], "next": asked.get("next", "")}
        return self.frame.form("join.html", request, Form({"name": "", "team": "", "personal": "", **values}))

    async def switch_language(self, request: Request) -> Response:
        """The same form in the other language, with everything that was typed."""
        return self.frame.form("join.html", request, await read_form(request))

    async def join(self, request: Request) -> Response:
        form = await read_form(request)
        check_code(form, self.frame.workshop, self.frame.guard, caller(request))
        check_name(form)
        if form.errors:
            return self.frame.form("join.html", request, form)
        name, team = clean(form.values["name"]), clean(form.values["team"])
        language = known(form.values["language"])
        person, code = await run_in_threadpool(self.frame.workshop.seats.join, name, team, language)
        log.info("joined person=%s from=%s", person.id, caller(request))
        self.frame.new_codes[person.id] = code
        return self.frame.seated(request, person.id, "/welcome" + then(form))

    async def come_back(self, request: Request) -> Response:
        form = await read_form(request)
        address, person = caller(request), None
        if wait := self.frame.guard.wait(address):
            form.wrong("personal", "too-many", seconds=wait)
        elif len(tidy(form.values["personal"])) != 8:
            form.wrong("personal", "personal-shape")
        else:
            person = await run_in_threadpool(self.frame.workshop.seats.by_code, form.values["personal"])
            if person is None:
                self.frame.guard.failed(address)
                log.warning("refused personal code from=%s", address)
                form.wrong("personal", "personal-wrong")
        if person is None:
            return self.frame.form("join.html", request, form)
        log.info("came back person=%s from=%s", person.id, address)
        return self.frame.seated(request, person.id, safe(form.values["next"]))

    async def welcome_page(self, request: Request) -> Response:
        entry: Entry = request.scope["seat"]
        code = self.frame.new_codes.get(entry.person.id)
        return self.frame.page("welcome.html", request, code=code, next=safe(request.query_params.get("next", "")))

    async def renew_code(self, request: Request) -> Response:
        entry: Entry = request.scope["seat"]
        self.frame.new_codes[entry.person.id] = await run_in_threadpool(
            self.frame.workshop.seats.renew_code, entry.person.id
        )
        log.info("new personal code person=%s", entry.person.id)
        return RedirectResponse("/welcome", 303)

    async def leave(self, request: Request) -> Response:
        await run_in_threadpool(self.frame.workshop.seats.stand_up, request.scope["seat_token"])
        self.frame.new_codes.pop(request.scope["seat"].person.id, None)
        response = RedirectResponse("/join", 303)
        response.delete_cookie(cookie_name(self.frame.workshop))
        return response

    async def health(self, _: Request) -> Response:
        return PlainTextResponse("ok")

    async def feedback(self, request: Request) -> Response:
        """Feedback as its author may see it: once it is released. Coaches may look earlier."""
        from sellkit.room.returned import feedback_page

        entry: Entry = request.scope["seat"]
        page = await run_in_threadpool(feedback_page, self.frame.workshop, entry, request.path_params["submission"])
        if page.html is None:
            return self.frame.page("message.html", request, 404, about=f"room.feedback.{page.state}")
        return HTMLResponse(page.html)
