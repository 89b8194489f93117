"""One base for every error that sellkit raises on purpose; each room of the house names its own few kinds below it."""

from typing import Any


class SellkitError(Exception):
    """Something a person can act on.

    key     names the message: `errors.<key>.says` and `errors.<key>.next` in the catalogue
    place   the field, file or line it is about
    params  names and numbers that fill the message

    `Words.error` renders it in the reader's language, ending with the next step. `str` shows the bare parts in English
    and reads no file, so that a log line can always be written.
    """

    def __init__(self, key: str, *, place: str = "", **params: str | int) -> None:
        self.key = key
        self.place = place
        self.params = params
        parts = ", ".join(f"{name}={value!r}" for name, value in params.items())
        super().__init__(key + (f" at {place}" if place else "") + (f" ({parts})" if parts else ""))

    def __reduce__(self) -> tuple[Any, ...]:
        # An exception is rebuilt from `args` alone, which would lose the parts on the way out of a worker process.
        return _rebuild, (type(self), self.args, dict(self.__dict__))


def _rebuild(kind: type[SellkitError], args: tuple[Any, ...], parts: dict[str, Any]) -> SellkitError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(parts)
    return error
