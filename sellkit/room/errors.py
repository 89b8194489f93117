"""What the room can refuse. `Words.error` turns each into a sentence and a next step."""

from sellkit.errors import SellkitError


class RoomError(SellkitError):
    """The workshop's folder or its server cannot be used."""


class NoSeat(SellkitError):
    """A page is asked for by a browser at which nobody sits."""
