"""Errors that keep their parts and end with the next step.

An error carries a `key`, an English sentence (`says`), what to do about it (`next_step`), both as templates that the code
owns, and the `params` that fill them. `str(error)` is English and reads no file, so an error can always be shown;
`training.words` says it in the reader's language through the message ids `errors.<key>.says` and `errors.<key>.next`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Param = str | int


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong at one place in a content file; a `ContentError` lists all of them."""

    key: str
    says: str
    next_step: str = ""
    file: str = ""
    place: str = ""
    line: int | None = None
    params: Mapping[str, Param] = field(default_factory=dict)

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.file, self.line) if part)
        return _sentence((where, self.place), self.says, self.next_step, self.params)


class SellkitError(Exception):
    """The base of all errors of this package.

    key     id of the message, without the prefix `errors.`
    says    English template of what is wrong; next_step: English template of the next step
    place   where: a field path, a file, a document id
    params  what fills the templates
    """

    def __init__(self, key: str, says: str, next_step: str = "", *, place: str = "", **params: Param) -> None:
        super().__init__(key)
        self.key, self.says, self.next_step, self.place, self.params = key, says, next_step, place, params

    def __str__(self) -> str:
        return _sentence((self.place,), self.says, self.next_step, self.params)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __reduce__(self) -> tuple[object, ...]:
        # BaseException rebuilds from `args`, which would drop the templates when an error crosses a process.
        return _rebuild, (type(self), dict(self.__dict__))


class ContentError(SellkitError):
    """Content (case, exercise, key, scale) cannot be used; `faults` lists everything found, not only the first."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(
            "content",
            "The content has {count} fault(s).",
            "Mend each place in the list, then run `sellkit case check` again.",
            count=len(faults),
        )
        self.faults = tuple(faults)

    def __str__(self) -> str:
        return "\n".join([super().__str__(), *(f"  {fault}" for fault in self.faults)])


class AnswerError(SellkitError):
    """A field or a value that this exercise cannot take."""


class JournalError(SellkitError):
    """An answer's journal cannot be read or written."""


class SubmissionRefused(SellkitError):  # noqa: N818  # reads as what happened; the screen says "refused"
    """A submission that is not taken in, and why."""


class NotFound(SellkitError):  # noqa: N818  # reads as what happened
    """A case, exercise, document, person or level that is not there."""


class NoKey(NotFound):
    """The reference solution is not on this machine, as it should be on a trainee's."""


class _Named(dict[str, Param]):
    """Params for `format_map`; a missing one shows its name, because an error must never fail while it is shown."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def _sentence(where: Sequence[str], says: str, next_step: str, params: Mapping[str, Param]) -> str:
    place = " ".join(part for part in where if part)
    text = " ".join(template.format_map(_Named(params)) for template in (says, next_step) if template)
    return f"{place}: {text}" if place else text


def _rebuild(kind: type[SellkitError], parts: dict[str, object]) -> SellkitError:
    error = kind.__new__(kind)
    error.__dict__.update(parts)
    return error
