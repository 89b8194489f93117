"""What all pages of the doors share: the workshop, the templates, the guard, how a browser gets its seat."""

import re
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sellkit.models.text import HABITS, LANGUAGES
from sellkit.room.codes import Guard, same
from sellkit.room.joining import Form
from sellkit.room.presence import cookie_name
from sellkit.room.seats import Entry
from sellkit.room.texts import Texts, preferred
from sellkit.room.workshop import Workshop

_NEXT = re.compile(r"/(?!/)[A-Za-z0-9/_-]*(\?[A-Za-z0-9=&%/._~-]*)?")


class Frame:
    """Renders pages in the reader's language. `address` is where trainees find us (`http://192.168.1.5:8765`)."""

    def __init__(self, workshop: Workshop, address: str) -> None:
        self.workshop, self.address = workshop, address
        self.guard = Guard()
        self.new_codes: dict[str, str] = {}  # person id -> personal code, until the person leaves or we restart
        self._pages = Environment(
            loader=PackageLoader("sellkit.room"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._pages.globals["own_names"] = [(language, HABITS[language].own_name) for language in LANGUAGES]

    @property
    def join_address(self) -> str:
        """The address behind the QR code."""
        return f"{self.address}/join?code={self.workshop.code}"

    def seated(self, request: Request, person_id: str, then: str, is_coach: bool = False) -> Response:
        """Send a browser on with the cookie of its seat."""
        token = self.workshop.seats.sit_down(person_id, is_coach)
        response = RedirectResponse(then, 303)
        secure = request.url.scheme == "https"
        response.set_cookie(
            cookie_name(self.workshop), token, max_age=30 * 86400, httponly=True, samesite="lax", secure=secure
        )
        return response

    def language(self, request: Request) -> str:
        """The language to answer in."""
        asked = request.query_params.get("lang")
        if asked in LANGUAGES:
            return str(asked)
        if request.scope["seat"]:
            return str(request.scope["seat"].person.language)
        return preferred(request.headers.get("accept-language", "")) or self.workshop.language

    def form(self, template: str, request: Request, form: Form) -> Response:
        """A form with what was typed and what is wrong with it."""
        language = form.values.get("language") or self.language(request)
        form.values["language"] = language = language if language in LANGUAGES else self.workshop.language
        form.values["next"] = safe(form.values["next"], "")
        teams = self.workshop.seats.teams() if same(form.values.get("code", ""), self.workshop.code) else []
        status = 422 if form.errors else 200
        return self.page(template, request, status, form=form, teams=teams, language=language)

    def page(self, template: str, request: Request, status: int = 200, **names: Any) -> Response:
        """A template with the words of the reader's language."""
        language = names.pop("language", None) or self.language(request)
        entry: Entry | None = request.scope["seat"]
        html = self._pages.get_template(template).render(t=Texts(language), language=language, entry=entry, **names)
        return HTMLResponse(html, status)


def caller(request: Request) -> str:
    return request.client.host if request.client else "-"


def known(language: str) -> str:
    """One of our languages."""
    return language if language in LANGUAGES else LANGUAGES[0]


def safe(target: str, otherwise: str = "/") -> str:
    """Only places of our own: a link must not send people elsewhere after they joined."""
    return target if _NEXT.fullmatch(target) else otherwise


def then(form: Form) -> str:
    """The way on, as a query."""
    target = safe(form.values["next"], "")
    return f"?next={quote(target, safe='/')}" if target else ""
