"""One base for every error that sellkit raises on purpose."""


class SellkitError(Exception):
    """Something a person can act on.

    Keeps its parts: `key` names the message in the catalogue (`errors.<key>.says` and `errors.<key>.next`), `place`
    is the field, file or line it is about, `params` fill the message. `sellkit.training.Words.error` renders it in
    the reader's language, ending with the next step; `str` shows the bare parts, for logs.
    """

    def __init__(self, key: str, *, place: str = "", **params: str | int) -> None:
        self.key = key
        self.place = place
        self.params = params
        parts = ", ".join(f"{name}={value!r}" for name, value in params.items())
        super().__init__(key + (f" at {place}" if place else "") + (f" ({parts})" if parts else ""))
