"""The people of one workshop and the browsers they sit at, in one small database that survives a crash."""

import hashlib
import secrets
import sqlite3
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sellkit.room.codes import ALPHABET, code_hash, new_code

NAME_LENGTH = 60
TEAM_LENGTH = 40
_JOINERS = "\u200c\u200d"

_TABLES = """
create table if not exists people (
    id text primary key, name text not null, team text not null, language text not null,
    code_hash text not null unique, joined_at text not null);
create table if not exists browsers (
    token_hash text primary key, person text not null references people(id),
    coach integer not null, since text not null);
create index if not exists browsers_of_a_person on browsers (person);
"""


@dataclass(frozen=True)
class Person:
    """Somebody in the workshop. Two people may have one name; the id tells them apart and names their folder."""

    id: str
    name: str
    team: str
    language: str
    joined_at: str


@dataclass(frozen=True)
class Entry:
    """A person at one browser. Only the browser that gave the coach's key is a coach's."""

    person: Person
    is_coach: bool


class Seats:
    """People, their personal codes (hashed) and the cookies of their browsers (hashed)."""

    def __init__(self, path: Path, salt: str) -> None:
        self._salt = salt
        self._lock = threading.RLock()
        self._entries: dict[str, Entry] = {}  # what is asked at every change, by token hash
        self._db = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=30)
        self._db.execute("pragma journal_mode = wal")
        self._db.execute("pragma synchronous = full")
        self._db.executescript(_TABLES)

    def close(self) -> None:
        """Let go of the database file."""
        with self._lock:
            self._db.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            self._db.execute("begin immediate")
            try:
                yield self._db
            except BaseException:
                self._db.execute("rollback")
                raise
            self._db.execute("commit")
            self._entries.clear()

    def join(self, name: str, team: str, language: str) -> tuple[Person, str]:
        """Seat a new person; their personal code is told once and never stored."""
        code = new_code(2, 4)
        identity = "p-" + "".join(secrets.choice(ALPHABET) for _ in range(10))
        person = Person(identity, name, team, language, _now())
        with self._writing() as db:
            db.execute(
                "insert into people values (?, ?, ?, ?, ?, ?)",
                (person.id, name, team, language, code_hash(code, self._salt), person.joined_at),
            )
        return person, code

    def by_code(self, code: str) -> Person | None:
        """The person whose personal code this is."""
        return self._person("code_hash", code_hash(code, self._salt))

    def person(self, person_id: str) -> Person | None:
        """The person with this id."""
        return self._person("id", person_id)

    def _person(self, column: str, value: str) -> Person | None:
        with self._lock:
            row = self._db.execute(
                f"select id, name, team, language, joined_at from people where {column} = ?",  # noqa: S608 our own names
                (value,),
            ).fetchone()
        return Person(*row) if row else None

    def renew_code(self, person_id: str) -> str:
        """A new personal code; the old one stops working."""
        code = new_code(2, 4)
        with self._writing() as db:
            db.execute("update people set code_hash = ? where id = ?", (code_hash(code, self._salt), person_id))
        return code

    def choose_language(self, person_id: str, language: str) -> None:
        """Remember the language a person reads."""
        with self._writing() as db:
            db.execute("update people set language = ? where id = ?", (language, person_id))

    def sit_down(self, person_id: str, is_coach: bool = False) -> str:
        """A token for a browser's cookie. Only its hash is kept, so the file alone opens no seat."""
        token = secrets.token_urlsafe(32)
        with self._writing() as db:
            db.execute("insert into browsers values (?, ?, ?, ?)", (_hash(token), person_id, int(is_coach), _now()))
        return token

    def stand_up(self, token: str) -> None:
        """Forget a browser."""
        with self._writing() as db:
            db.execute("delete from browsers where token_hash = ?", (_hash(token),))

    def entry(self, token: str | None) -> Entry | None:
        """Who sits at the browser with this token."""
        if not token:
            return None
        key = _hash(token)
        with self._lock:
            if key in self._entries:
                return self._entries[key]
            row = self._db.execute(
                "select p.id, p.name, p.team, p.language, p.joined_at, b.coach"
                " from browsers b join people p on p.id = b.person where b.token_hash = ?",
                (key,),
            ).fetchone()
            if row is None:
                return None
            self._entries[key] = Entry(Person(*row[:5]), bool(row[5]))
            return self._entries[key]

    def people(self) -> list[Person]:
        """Everybody, in the order in which they came."""
        with self._lock:
            rows = self._db.execute(
                "select id, name, team, language, joined_at from people order by joined_at, id"
            ).fetchall()
        return [Person(*row) for row in rows]

    def namesakes_before(self, person: Person) -> int:
        """How many people of the same name came earlier."""
        with self._lock:
            earlier = "select count(*) from people where name = ? and (joined_at, id) < (?, ?)"
            return int(self._db.execute(earlier, (person.name, person.joined_at, person.id)).fetchone()[0])

    def trainees(self) -> int:
        """How many people are here who never opened the console."""
        with self._lock:
            count = "select count(*) from people where id not in (select person from browsers where coach = 1)"
            return int(self._db.execute(count).fetchone()[0])

    def teams(self) -> list[str]:
        """The team names in use."""
        return sorted({person.team for person in self.people() if person.team})


def clean(text: str) -> str:
    """A name as it is kept: one form of each letter, single spaces, no invisible control characters."""
    text = unicodedata.normalize("NFC", text)
    return " ".join(text.split())


def has_controls(text: str) -> bool:
    """Whether a text holds characters that act instead of show: line breaks, escapes, writing-direction overrides.

    The two joiners are fine: some scripts cannot write a name without them.
    """
    return any(unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for sign in text if sign not in _JOINERS)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
