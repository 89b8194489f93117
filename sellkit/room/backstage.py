"""The doors for coaches: the console's key, the page for the projector."""

import logging
import secrets

import segno
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from sellkit.room.codes import same
from sellkit.room.frame import Frame, caller, safe
from sellkit.room.joining import Form, check_name, read_form
from sellkit.room.seats import Entry, clean
from sellkit.room.texts import Texts

log = logging.getLogger("sellkit.room")


class Backstage:
    """Where a browser becomes a coach's, and what the room looks at."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.opening = secrets.token_urlsafe(24)  # lets the trainer's own browser in once, without typing the key

    def routes(self) -> list[Route]:
        """All pages with their methods."""
        pages = [
            ("GET", "/coach", self.coach_page),
            ("POST", "/coach", self.coach),
            ("POST", "/coach/language", self.switch_language),
            ("GET", "/open/{token}", self.open),
            ("GET", "/qr", self.projector),
            ("GET", "/people", self.people),
        ]
        return [Route(path, handler, methods=[method]) for method, path, handler in pages]

    async def coach_page(self, request: Request) -> Response:
        asked = request.query_params.get("next", "")
        return self.frame.form("coach.html", request, Form({"key": "", "name": "", "next": asked}))

    async def switch_language(self, request: Request) -> Response:
        """The same form in the other language, with everything that was typed."""
        return self.frame.form("coach.html", request, await read_form(request))

    async def coach(self, request: Request) -> Response:
        form = await read_form(request)
        entry: Entry | None = request.scope["seat"]
        address = caller(request)
        if wait := self.frame.guard.wait(address):
            form.wrong("key", "too-many", seconds=wait)
        elif not same(form.values["key"], self.frame.workshop.coach_key):
            self.frame.guard.failed(address)
            log.warning("refused coach's key person=%s from=%s", entry.person.id if entry else "-", address)
            form.wrong("key", "key-wrong")
        if entry is None:
            check_name(form)
        if form.errors:
            return self.frame.form("coach.html", request, form)
        then = safe(form.values["next"], "/console")
        return await self._coach_seated(request, entry, clean(form.values["name"]), then)

    async def open(self, request: Request) -> Response:
        """The browser that the server itself opened on the trainer's machine: good once."""
        if not secrets.compare_digest(request.path_params["token"].encode(), self.opening.encode()):
            log.warning("refused opening link from=%s", caller(request))
            return RedirectResponse("/coach", 303)
        self.opening = secrets.token_urlsafe(24)
        name = Texts(self.frame.workshop.language)("room.coach.name")
        return await self._coach_seated(request, request.scope["seat"], name, "/qr")

    async def _coach_seated(self, request: Request, entry: Entry | None, name: str, then: str) -> Response:
        seats = self.frame.workshop.seats
        if entry is None:
            person, code = await run_in_threadpool(seats.join, name, "", self.frame.language(request))
            self.frame.new_codes[person.id] = code
        else:
            person = entry.person
            await run_in_threadpool(seats.stand_up, request.scope["seat_token"])
        log.info("coach at console person=%s from=%s", person.id, caller(request))
        return self.frame.seated(request, person.id, then, is_coach=True)

    async def projector(self, request: Request) -> Response:
        code = segno.make(self.frame.join_address, error="m").svg_inline(
            scale=1, border=2, dark="#1f2a37", omitsize=True
        )
        return self.frame.page(
            "projector.html",
            request,
            qr=code,
            address=self.frame.address,
            code=self.frame.workshop.code,
            people=self.frame.workshop.seats.trainees(),
            local=self._is_local(),
        )

    async def people(self, _: Request) -> Response:
        return JSONResponse({"people": self.frame.workshop.seats.trainees()})

    def _is_local(self) -> bool:
        return self.frame.address.split("://")[1].startswith(("127.", "localhost"))
