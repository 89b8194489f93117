"""A workshop is a folder: who is there, what they wrote, what they handed in. Copy it and you have everything.

workshop.yaml    id, code, case, language, created
coach.key        the key to the console, readable by its owner only
seats.sqlite     people and browsers
answers/<person id>/<case>/<exercise>.jsonl      the journals
submissions/*.json and register.sqlite           what was handed in
room.log         joins and refusals; no codes, no keys
"""

import logging
import os
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from filelock import FileLock, Timeout

from sellkit.room.codes import new_code
from sellkit.room.errors import RoomError
from sellkit.room.seats import Entry, Person, Seats
from sellkit.seat import Seat, write_whole
from sellkit.training.yamlfile import read_yaml

if TYPE_CHECKING:
    from sellkit.desk.register import Register

log = logging.getLogger("sellkit.room")

_FIELDS = ("id", "code", "salt", "case", "language", "created")


@dataclass(frozen=True)
class Workshop:
    """One course day: its folder, its code for joining, its case."""

    folder: Path
    id: str
    code: str
    salt: str
    case: str
    language: str
    created: str

    @classmethod
    def open(cls, folder: Path, case: str = "homebody", language: str = "zh-CN") -> "Workshop":
        """Open a workshop's folder, or begin a new one there."""
        file = folder / "workshop.yaml"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not file.exists():
                begun = {
                    "id": secrets.token_hex(4),
                    "code": new_code(1, 6),
                    "salt": secrets.token_hex(16),
                    "case": case,
                    "language": language,
                    "created": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
                }
                write_whole(file, yaml.safe_dump(begun, allow_unicode=True, sort_keys=False, default_style='"'))
            data = read_yaml(str(file), file.read_bytes()).data
        except OSError as error:
            raise RoomError("room-folder-unusable", folder=str(folder), reason=error.strerror or str(error)) from None
        if not isinstance(data, dict) or sorted(data) != sorted(_FIELDS) or not all(map(_is_text, data.values())):
            raise RoomError("room-workshop-broken", file=str(file), fields=", ".join(_FIELDS))
        return cls(folder, **data)

    @cached_property
    def seats(self) -> Seats:
        """The people of this workshop."""
        return Seats(self.folder / "seats.sqlite", self.salt)

    @cached_property
    def coach_key(self) -> str:
        """The key to the console. It stays the same when the server is started again."""
        file = self.folder / "coach.key"
        if not file.exists():
            with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as stream:
                stream.write(new_code(4, 4) + "\n")
        return file.read_text(encoding="ascii").strip()

    @cached_property
    def lock(self) -> FileLock:
        """Held while a server runs on this folder."""
        return FileLock(self.folder / ".serving")

    def claim(self) -> None:
        """Make sure that only one server works on this folder."""
        try:
            self.lock.acquire(timeout=0)
        except Timeout:
            raise RoomError("room-already-served", folder=str(self.folder)) from None

    def home(self, person: Person) -> Path:
        """The folder of one person's answers."""
        home = self.folder / "answers" / person.id
        home.mkdir(parents=True, exist_ok=True)
        return home

    def seat(self, entry: Entry) -> Seat:
        """The seat that a page gets to see."""
        person = entry.person
        return Seat(
            id=person.id,
            name=person.name,
            home=self.home(person),
            team=person.team,
            language=person.language,
            is_coach=entry.is_coach,
            namesake=self.seats.namesakes_before(person) if entry.is_coach else 0,
            local=False,
            workshop=self.id,
            case=self.case,
            submissions=self.folder / "submissions",
            register=self.register_path,
            on_deliver=self._enter,
            on_language=lambda language: self.seats.choose_language(person.id, language),
        )

    @cached_property
    def register(self) -> "Register":
        """The register of what was handed in."""
        from sellkit.desk.register import Register  # SQLAlchemy takes a third of a second: only when it is needed

        return Register.open(self.register_path)

    @property
    def register_path(self) -> Path:
        """The register's file."""
        return self.folder / "register.sqlite"

    def _enter(self, submission: Any) -> None:
        """Enter a submission in the register and compare it with the key.

        Its file lies in `submissions/` already, so a fault here is the trainer's to mend (`sellkit import`), and the
        trainee's receipt holds.
        """
        from sellkit.desk.scoring import score

        try:
            added = self.register.add(submission)
            if added.new:
                score(self.register, [added.id])
        except Exception:  # whatever the database says
            log.exception("submission %s is in its file but not in the register", submission.id)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value)
