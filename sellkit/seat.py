"""Who sits in front of this page, and where their work lies.

In a workshop many people share one process, so nobody's name, language or folder may live in a module. Whoever
runs the pages (the room server, a test) registers a *provider*; without one, the person is the one at this computer.
"""

import getpass
import json
import locale
import os
import re
import secrets
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sellkit.models.text import LANGUAGES, Language, language_of

_LOCAL_ID = re.compile(r"local-[0-9a-f]{8}")
_SAFE_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}(/[a-z0-9][a-z0-9-]{0,79}){0,3}")


@dataclass(frozen=True)
class Seat:
    """One person's place in a workshop: their name, their language, their own folder.

    `id` is unique in the workshop even when two people share a name. `home` is the only folder this person's
    answers are read from and written to. `is_coach` opens the console. `local` is true outside the room server;
    in it, `workshop` and `case` name the workshop and the case that its trainer chose.
    """

    id: str
    name: str
    home: Path
    team: str = ""
    language: str = "zh-CN"
    is_coach: bool = False
    local: bool = True
    workshop: str = ""
    case: str = ""
    on_deliver: Callable[[Any], None] | None = field(default=None, repr=False, compare=False)
    on_language: Callable[[str], None] | None = field(default=None, repr=False, compare=False)
    submissions: Path | None = None
    register: Path | None = None
    namesake: int = 0

    @property
    def signature(self) -> str:
        """What this person's judgements are kept under: "王老师", or "王老师 (2)" for the second of that name."""
        return f"{self.name} ({self.namesake + 1})" if self.namesake else self.name

    @property
    def register_path(self) -> Path:
        """The register of submissions that this person's console opens."""
        return self.register or self.home / "register.sqlite"

    def journal_path(self, exercise_id: str) -> Path:
        """The journal file of one exercise; its folder exists afterwards. Unsafe ids raise ValueError."""
        path = self.home.joinpath(*_checked(exercise_id).split("/")).with_suffix(".jsonl")
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def open_path(self, exercise_id: str, **query: str) -> str | None:
        """The address of an exercise's page in the room; None in Jupyter, where the start page opens it in place."""
        if self.local:
            return None
        more = "".join(f"&{quote(key)}={quote(value)}" for key, value in query.items())
        return f"/exercise?x={quote(_checked(exercise_id), safe='/')}{more}"

    def feedback_path(self, submission_id: str) -> str | None:
        """The address of released feedback in the room; None in Jupyter."""
        return None if self.local else f"/feedback/{quote(submission_id, safe='')}"

    def deliver(self, submission: Any) -> Path:
        """Hand in: write the submission as a JSON file, whole or not at all; in the room also into the register."""
        folder = self.submissions or self.home / "submissions"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / Path(submission.filename).name
        write_whole(path, submission.to_json())
        if self.on_deliver is not None:
            self.on_deliver(submission)
        return path

    def choose_language(self, language: str) -> "Seat":
        """Remember the person's language; the seat as it is from now on."""
        if language not in LANGUAGES:
            raise ValueError(f"no such language: {language!r}")
        if self.on_language is not None:
            self.on_language(language)
        return replace(self, language=language)


def default_notebooks() -> Path:
    """The notebooks in the installed package, or those of the source checkout."""
    package = Path(__file__).parent
    installed = package / "notebooks"
    return installed if installed.is_dir() else package.parent / "notebooks"


def _checked(exercise_id: str) -> str:
    if not _SAFE_ID.fullmatch(exercise_id):
        raise ValueError(f"not an exercise id: {exercise_id!r}")
    return exercise_id


def write_whole(path: Path, text: str) -> None:
    """Write a file so that a reader, or a crash, sees the old text or the new one and never a part."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


_seated: ContextVar[tuple[Seat, Mapping[str, str]] | None] = ContextVar("sellkit_seat", default=None)
_providers: list[tuple[Callable[[], Seat | None], Callable[[], Mapping[str, str] | None]]] = []


def provide(current: Callable[[], Seat | None], query: Callable[[], Mapping[str, str] | None] = lambda: None) -> None:
    """Register who answers "who is this?" in this process; a provider returns None when it does not know."""
    _providers.append((current, query))


@contextmanager
def sitting(seat: Seat, query: Mapping[str, str] | None = None) -> Iterator[Seat]:
    """Take a seat for the length of a block: the room does it while it runs a page, tests do it too."""
    token = _seated.set((seat, query or {}))
    try:
        yield seat
    finally:
        _seated.reset(token)


def current() -> Seat:
    """The person at this page; never None: outside a room it is the person at this computer."""
    seated = _seated.get()
    if seated is not None:
        return seated[0]
    for who, _ in reversed(_providers):
        seat = who()
        if seat is not None:
            return seat
    return local_seat()


def query() -> dict[str, str]:
    """What the page's address asks for (`?x=homebody/pain-chain`); empty outside the room."""
    seated = _seated.get()
    if seated is not None:
        return dict(seated[1])
    for _, asked in reversed(_providers):
        found = asked()
        if found is not None:
            return dict(found)
    return {}


def _local_home() -> Path:
    return Path(os.environ.get("SELLKIT_HOME") or "sellkit-work")


def local_language() -> Language:
    """The language of the person at this computer. Unlike taking a seat, asking for it writes nothing."""
    return _language(_remembered(_local_home()))


def _language(remembered: Mapping[str, str]) -> Language:
    language = remembered.get("language") or os.environ.get("SELLKIT_LANGUAGE") or _system_language()
    return next((known for known in LANGUAGES if known == language), "en")


def local_seat(home: Path | None = None) -> Seat:
    """The person at this computer: home is $SELLKIT_HOME or ./sellkit-work; they are their own coach."""
    home = home or _local_home()
    remembered = _remembered(home)
    name = remembered.get("name") or os.environ.get("SELLKIT_NAME") or _user_name()
    return Seat(
        id=_kept_id(remembered) or _new_id(home),
        name=name,
        home=home,
        language=_language(remembered),
        is_coach=True,
        on_language=lambda chosen: _remember(home, language=chosen),
    )


def _remembered(home: Path) -> dict[str, str]:
    try:
        found = json.loads((home / "seat.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _remember(home: Path, **facts: str) -> None:
    home.mkdir(parents=True, exist_ok=True)
    write_whole(home / "seat.json", json.dumps({**_remembered(home), **facts}, ensure_ascii=False))


def _kept_id(remembered: Mapping[str, str]) -> str:
    kept = remembered.get("id")
    return kept if isinstance(kept, str) and _LOCAL_ID.fullmatch(kept) else ""


def _new_id(home: Path) -> str:
    """An id that is this person's also where a coach gathers files from many computers; kept for the next time."""
    made = f"local-{secrets.token_hex(4)}"
    with suppress(OSError):  # a folder that cannot be written is reported when an answer is to be saved
        _remember(home, id=made)
    return made


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "trainee"


def _system_language() -> str:
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    if not spoken:
        spoken = locale.getlocale()[0] or ""
    return language_of(spoken) or "en"
