"""Finds the seat of the person behind a running page: from the cookie of the browser that opened it."""

from collections.abc import Mapping
from typing import Any

from sellkit import seat
from sellkit.room.errors import NoSeat
from sellkit.room.workshop import Workshop


def cookie_name(workshop: Workshop) -> str:
    """One cookie per workshop, for browsers do not tell ports apart."""
    return f"sellkit-{workshop.id}"


def attend(workshop: Workshop) -> None:
    """From now on `seat.current()` in this process is the person at the page, and never the owner of the computer."""

    def current() -> seat.Seat:
        entry = workshop.seats.entry(_cookies().get(cookie_name(workshop)))
        if entry is None:
            raise NoSeat("room-no-seat")
        return workshop.seat(entry)

    seat.provide(current)


def _cookies() -> Mapping[str, str]:
    """The cookies of the connection in whose context this code runs; empty when it runs in none."""
    import solara.lab
    from solara.server import kernel_context

    if not kernel_context.has_current_context():
        return {}
    cookies: Any = solara.lab.cookies
    return cookies.peek() or {}
