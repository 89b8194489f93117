"""The book in which every submission, score, judgement and release is kept.

Nothing here is overwritten by accident: a submission comes in once whatever happens to its file (its hash tells), a
judgement belongs to one assessor and only that assessor changes it, looking never writes. Level and comment of a
judgement go to disk in one transaction.
"""

import os
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, Self

from sqlalchemy import Connection, Engine, RowMapping, Select, bindparam, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError, OperationalError

from sellkit.desk.errors import AlreadyReleased, JudgementRefused, NoSuchSubmission, NotReady, RegisterUnavailable
from sellkit.desk.packing import outline, unpack
from sellkit.desk.points import Tally, tally
from sellkit.desk.records import Added, Judgement, Release, Scored, State, StoredCard, now
from sellkit.desk.schema import among, cards, judgements, releases, sayings, submissions
from sellkit.desk.storage import open_engine
from sellkit.desk.turns import turn
from sellkit.training.submission import Submission

MAX_COMMENT = 4000
WAITING: tuple[State, ...] = ("to-judge", "judged")

#: The criterion of a word on the whole answer; every rubric has it, and it carries no points.
WHOLE = "whole-answer"


def folded(value: str) -> str:
    """A text as the search compares it: one width, one case."""
    return unicodedata.normalize("NFKC", value).casefold()


class Register:
    """Open with `Register.open("register.sqlite")` or a URL such as ``postgresql+psycopg://host/db``.

    Safe for many threads and processes at once. Raises `NetworkDisk`, `NewerRegister` or `RegisterUnavailable`
    when it cannot be opened, the last also when a write finds the disk full or read-only.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._reader = engine.execution_options(sellkit_reading=True)
        self._file = Path(engine.url.database) if engine.dialect.name == "sqlite" and engine.url.database else None

    @classmethod
    def open(cls, where: str | os.PathLike[str]) -> Self:
        return cls(open_engine(where))

    def close(self) -> None:
        """Let go of the database; whoever asks again is connected again."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- coming in -----------------------------------------------------------------------------------------------

    def add(self, submission: Submission) -> Added:
        """Take one submission in; the same content a second time changes nothing."""
        return self.add_many([submission])[0]

    def add_many(self, batch: Sequence[Submission]) -> list[Added]:
        """Take several in at once, in one transaction: all of them, or none."""
        try:
            return self._add(batch)
        except IntegrityError:  # PostgreSQL: another process took one of them in meanwhile; now it can be seen
            return self._add(batch)

    def _add(self, batch: Sequence[Submission]) -> list[Added]:
        rows = [_columns(item) for item in batch]  # worked out before others have to wait
        with self._writing() as connection:
            hashes = {item.hash for item in batch}
            query = select(submissions.c.hash, submissions.c.id).where(submissions.c.hash.in_(hashes))
            known: dict[str, int] = {row.hash: row.id for row in connection.execute(query)}
            result = []
            for item, row in zip(batch, rows, strict=True):
                if item.hash in known:
                    result.append(Added(known[item.hash], False))
                    continue
                done = connection.execute(insert(submissions).values(**row))
                assert done.inserted_primary_key is not None
                known[item.hash] = done.inserted_primary_key[0]
                result.append(Added(known[item.hash], True))
            return result

    # -- reading -------------------------------------------------------------------------------------------------

    def submission(self, id: int) -> Submission:
        """The submission exactly as it came in. Raises `NoSuchSubmission`."""
        return Submission.model_validate_json(self.row(id)["json"])

    def row(self, id: int) -> RowMapping:
        """The register's own columns about a submission (state, received_at …)."""
        found = self.one(select(submissions).where(submissions.c.id == id))
        if found is None:
            raise NoSuchSubmission(submission=id)
        return found

    def find(self, code: str) -> int | None:
        """The number of the submission whose own `id` is `code`. Should a forged file repeat it, the first counts."""
        found = self.one(select(submissions.c.id).where(submissions.c.code == code).order_by(submissions.c.id).limit(1))
        return None if found is None else int(found["id"])

    def attempts(self, exercise: str, author: str) -> list[int]:
        """The numbers of one person's attempts at one exercise, oldest first."""
        where = (submissions.c.exercise == exercise) & (submissions.c.author == author)
        return self.ids(select(submissions.c.id).where(where).order_by(submissions.c.id))

    def card(self, id: int) -> StoredCard | None:
        found = self.one(select(cards).where(cards.c.submission == id))
        if found is None:
            return None
        card = unpack(found["card"], self._said)
        return StoredCard(id, found["rubric_version"], found["key_version"], card, found["graded_at"])

    def _said(self, names: Collection[str]) -> dict[str, str]:
        rows = self.all(select(sayings).where(sayings.c.name.in_(names)))
        return {row["name"]: row["json"] for row in rows}

    def judgements(self, id: int) -> list[Judgement]:
        """All assessors' judgements of one submission."""
        columns = judgements.c
        query = select(judgements).where(columns.submission == id).order_by(columns.criterion, columns.assessor)
        return [Judgement(**row) for row in self.all(query)]

    def releases(self, id: int) -> list[Release]:
        """What was sent back to the author and when, oldest first."""
        c = releases.c
        query = select(c.submission, c.state, c.note, c.by, c.at).where(c.submission == id).order_by(c.id)
        return [Release(**row) for row in self.all(query)]

    def comments(self, exercise: str, limit: int = 12) -> dict[str, list[tuple[str, int]]]:
        """The comment bank: per criterion what assessors wrote there before, with how often, the most used first."""
        uses = func.count().label("uses")
        query = (
            select(judgements.c.criterion, judgements.c.comment, uses)
            .join(submissions, submissions.c.id == judgements.c.submission)
            .where(submissions.c.exercise == exercise, judgements.c.comment != "")
            .group_by(judgements.c.criterion, judgements.c.comment)
            .order_by(uses.desc(), func.max(judgements.c.at).desc())
        )
        found: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for row in self.all(query):
            if len(found[row["criterion"]]) < limit:
                found[row["criterion"]].append((row["comment"], row["uses"]))
        return dict(found)

    def all(self, query: Select[Any]) -> Sequence[RowMapping]:
        """The rows of a query of the desk's own."""
        with self._reader.begin() as connection:
            return connection.execute(query).mappings().all()

    def ids(self, query: Select[tuple[int]]) -> list[int]:
        """The numbers that a query of the desk's own finds."""
        with self._reader.begin() as connection:
            return list(connection.scalars(query))

    def one(self, query: Select[Any]) -> RowMapping | None:
        with self._reader.begin() as connection:
            return connection.execute(query).mappings().first()

    # -- scoring and judging -------------------------------------------------------------------------------------

    def store_cards(self, scored: Sequence[Scored], said: Mapping[str, str]) -> None:
        """Keep score cards and what they name of the key (`packing`), replacing older ones of the same submissions;
        judgements stay and count on.

        What a trainee may have read does not change behind their back: released and returned answers keep their card.
        """
        try:
            self._store_cards(scored, said)
        except IntegrityError:  # PostgreSQL: another process kept some of the same sayings meanwhile
            self._store_cards(scored, said)

    def _store_cards(self, scored: Sequence[Scored], said: Mapping[str, str]) -> None:
        ids = [item.submission for item in scored]
        with self._writing() as connection:
            query = select(submissions.c.id, submissions.c.state).where(
                among(submissions.c.id, ids), submissions.c.state.in_(WAITING)
            )
            waiting = {row.id: row.state for row in connection.execute(query.with_for_update())}
            judged: dict[int, list[Judgement]] = defaultdict(list)
            for row in connection.execute(select(judgements).where(among(judgements.c.submission, ids))).mappings():
                judged[row["submission"]].append(Judgement(**row))
            rows, states = [], []
            at = now()
            for item in scored:
                if item.submission not in waiting:
                    continue
                result = item.tally
                if item.submission in judged:
                    result = tally(outline(item.packed), judged[item.submission])
                rows.append({
                    "submission": item.submission, "rubric_version": item.rubric_version,
                    "key_version": item.key_version, "card": item.packed, "graded_at": at, **result._asdict(),
                })  # fmt: skip
                if waiting[item.submission] != _state_after(result):  # a row with a whole answer is dear to write anew
                    states.append({"number": item.submission, "to": _state_after(result)})
            if rows:
                _keep_said(connection, said)
                connection.execute(delete(cards).where(among(cards.c.submission, waiting)))
                connection.execute(insert(cards), rows)
            if states:
                change = update(submissions).where(submissions.c.id == bindparam("number"))
                connection.execute(change.values(state=bindparam("to")), states)

    def judge(self, id: int, criterion: str, assessor: str, level: float | None, comment: str = "") -> Judgement:
        """Keep one assessor's level and comment, together. An empty judgement (no level, no comment) removes theirs.

        Raises `AlreadyReleased` once the trainee may have read it, `JudgementRefused` for what cannot be a judgement.
        """
        if not assessor.strip() or len(comment) > MAX_COMMENT or (level is not None and not 0 <= level <= 1):
            raise JudgementRefused("desk-judgement-refused", place=criterion, limit=MAX_COMMENT)
        mine = Judgement(id, criterion, assessor, level, comment.strip(), now())
        with self._writing() as connection:
            _refuse_if_out(connection, id)
            row = connection.execute(select(cards.c.card).where(cards.c.submission == id)).first()
            card = None if row is None else outline(row.card)
            if card is None or criterion not in {WHOLE, *(c.id for c in card.criteria)}:
                raise JudgementRefused("desk-no-criterion", place=criterion, criterion=criterion)
            c = judgements.c
            connection.execute(
                delete(judgements).where(c.submission == id, c.criterion == criterion, c.assessor == assessor)
            )
            if mine.level is not None or mine.comment:
                connection.execute(
                    insert(judgements).values(
                        submission=id,
                        criterion=criterion,
                        assessor=assessor,
                        level=mine.level,
                        comment=mine.comment,
                        at=mine.at,
                    )
                )
            result = tally(card, _judgements(connection, id))
            connection.execute(update(cards).where(cards.c.submission == id).values(**result._asdict()))
            _set_state(connection, id, result)
        return mine

    # -- going back ----------------------------------------------------------------------------------------------

    def release(self, id: int, by: str, note: str = "") -> Release:
        """Give the feedback to its author. Raises `NotReady` while criteria wait for an assessor."""
        return self._send(id, "released", by, note)

    def send_back(self, id: int, by: str, note: str = "") -> Release:
        """Return a submission for another attempt, with a note; it needs no complete judgement."""
        return self._send(id, "returned", by, note)

    def reopen(self, id: int, by: str) -> Release:
        """Take a release back, so that judgements can change again."""
        return self._send(id, "reopened", by, "")

    def _send(self, id: int, state: Literal["released", "returned", "reopened"], by: str, note: str) -> Release:
        step = Release(id, state, note.strip()[:MAX_COMMENT], by, now())
        with self._writing() as connection:
            if state != "reopened":
                _refuse_if_out(connection, id)
            card = connection.execute(select(cards.c.open).where(cards.c.submission == id)).first()
            open_criteria = 1 if card is None else card.open
            if state == "released" and open_criteria:
                raise NotReady(submission=id, open=open_criteria)
            to = ("to-judge" if open_criteria else "judged") if state == "reopened" else state
            _state(connection, id)
            connection.execute(update(submissions).where(submissions.c.id == id).values(state=to))
            connection.execute(insert(releases).values(submission=id, state=state, note=step.note, by=by, at=step.at))
        return step

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with turn(self._file), self._engine.begin() as connection:
                yield connection
        except (OSError, OperationalError) as error:  # disk full, folder read-only, the database server gone
            where = self._engine.url.render_as_string(hide_password=True)
            raise RegisterUnavailable(path=where, reason=str(getattr(error, "orig", error))) from error


def _columns(item: Submission) -> dict[str, object]:
    return {
        "hash": item.hash, "code": item.id, "exercise": item.exercise, "author": item.author.id,
        "team": item.author.team, "name": item.author.name, "search": folded(f"{item.author.name}\n{item.author.team}"),
        "attempt": item.attempt, "at": item.at, "language": item.language,
        "json": item.model_dump_json(by_alias=True), "received_at": now(),
    }  # fmt: skip


def _state(connection: Connection, id: int) -> str:
    """The state now; on PostgreSQL the row is held until the transaction ends, as SQLite holds the whole file."""
    query = select(submissions.c.state).where(submissions.c.id == id).with_for_update()
    found: str | None = connection.execute(query).scalar()
    if found is None:
        raise NoSuchSubmission(submission=id)
    return found


def _refuse_if_out(connection: Connection, id: int) -> None:
    state = _state(connection, id)
    if state in ("released", "returned"):
        raise AlreadyReleased(submission=id, state=state)


def _keep_said(connection: Connection, said: Mapping[str, str]) -> None:
    known = set(connection.execute(select(sayings.c.name).where(sayings.c.name.in_(said))).scalars())
    if new := [{"name": name, "json": json} for name, json in said.items() if name not in known]:
        connection.execute(insert(sayings), new)


def _judgements(connection: Connection, id: int) -> list[Judgement]:
    rows = connection.execute(select(judgements).where(judgements.c.submission == id)).mappings()
    return [Judgement(**row) for row in rows]


def _set_state(connection: Connection, id: int, result: Tally) -> None:
    connection.execute(update(submissions).where(submissions.c.id == id).values(state=_state_after(result)))


def _state_after(result: Tally) -> State:
    return "to-judge" if result.open else "judged"
