"""What a person types at the door, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qs

from starlette.requests import Request

from sellkit.room.codes import Guard, same, tidy
from sellkit.room.seats import NAME_LENGTH, TEAM_LENGTH, clean, has_controls
from sellkit.room.workshop import Workshop

FIELDS = ("code", "name", "team", "personal", "key", "language", "next")


@dataclass
class Form:
    """The fields as typed and the message keys of what is wrong, by field. Nothing typed is dropped."""

    values: dict[str, str]
    errors: dict[str, tuple[str, dict[str, str | int]]] = field(default_factory=dict)

    def wrong(self, name: str, key: str, **params: str | int) -> None:
        """Mark a field."""
        self.errors[name] = (f"room.error.{key}", params)


async def read_form(request: Request) -> Form:
    """The posted fields; a field that is not ours is ignored."""
    body = await _limited(request)
    try:
        posted: Mapping[str, list[str]] = parse_qs(body.decode(), keep_blank_values=True, max_num_fields=20)
    except (UnicodeDecodeError, ValueError):
        posted = {}
    # A form says which language it was shown in; the language button that was pressed stands after it, and counts.
    return Form({name: posted.get(name, [""])[-1][:400] for name in FIELDS})


async def _limited(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > 16_384:
            return b""
    return bytes(body)


def check_code(form: Form, workshop: Workshop, guard: Guard, address: str) -> None:
    """The workshop code: refused slowly when it is guessed at."""
    wait = guard.wait(address)
    if not tidy(form.values["code"]):
        form.wrong("code", "code-missing")
    elif wait:
        form.wrong("code", "too-many", seconds=wait)
    elif not same(form.values["code"], workshop.code):
        guard.failed(address)
        form.wrong("code", "code-wrong")


def check_name(form: Form) -> None:
    """Names are data: any script and any sign is welcome, but not characters that cannot be seen."""
    for name, limit, needed in (("name", NAME_LENGTH, True), ("team", TEAM_LENGTH, False)):
        given = form.values[name].strip()
        if has_controls(given):
            form.wrong(name, "controls")
        elif len(clean(given)) > limit:
            form.wrong(name, "too-long", limit=limit)
        elif needed and not clean(given):
            form.wrong(name, "name-missing")
