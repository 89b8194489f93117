"""The tables of the register, the same on SQLite and PostgreSQL.

Times are UTC text of one fixed width, so that text order is time order on every database. What the queue filters by
stands in ``submissions`` itself (state, open criteria), kept in the same transaction as the judgement that changes it:
one indexed query then answers every question of the console.
"""

from collections.abc import Collection

from sqlalchemy import (
    CheckConstraint,
    Column,
    ColumnElement,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

#: Raised by one with every change of the tables below; `storage` then brings older registers up to it.
SCHEMA_VERSION = 2

metadata = MetaData()

schema_version = Table("schema_version", metadata, Column("version", Integer, primary_key=True, autoincrement=False))

submissions = Table(
    "submissions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("hash", String(128), nullable=False),
    Column("code", String(80), nullable=False, index=True),
    Column("exercise", String(161), nullable=False),
    Column("author", String(128), nullable=False),
    Column("team", String(200), nullable=False),
    Column("name", String(200), nullable=False),
    Column("search", Text, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("at", String(40), nullable=False),
    Column("language", String(8), nullable=False),
    Column("json", Text, nullable=False),
    Column("received_at", String(40), nullable=False),
    Column("state", String(12), nullable=False, server_default="to-judge"),
    UniqueConstraint("hash", name="one_submission_per_hash"),
    CheckConstraint("state in ('to-judge', 'judged', 'released', 'returned')", name="known_state"),
    Index("queue_by_state", "state", "id"),
    Index("queue_by_exercise", "exercise", "id"),
    Index("queue_by_exercise_and_state", "exercise", "state", "id"),
    Index("queue_by_team", "team", "id"),
    Index("queue_by_team_and_state", "team", "state", "id"),
    Index("attempts_of_a_person", "exercise", "author", "id"),
    Index("names_of_the_queue", "search", "state", "id"),
    Index("counts_of_the_queue", "exercise", "team", "state"),
    sqlite_autoincrement=True,  # an id is never given twice, so an old link cannot open someone else's answer
)

cards = Table(
    "cards",
    metadata,
    Column("submission", ForeignKey("submissions.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("rubric_version", String(64), nullable=False),
    Column("key_version", String(128), nullable=False),
    Column("card", Text, nullable=False),
    Column("automatic", Float, nullable=False),
    Column("total", Float, nullable=False),
    Column("maximum", Float, nullable=False),
    Column("criteria", Integer, nullable=False),
    Column("open", Integer, nullable=False),
    Column("graded_at", String(40), nullable=False),
)

#: What keys say, once for all cards that name it; see `packing`.
sayings = Table("sayings", metadata, Column("name", String(16), primary_key=True), Column("json", Text, nullable=False))

judgements = Table(
    "judgements",
    metadata,
    Column("submission", ForeignKey("submissions.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("criterion", String(80), primary_key=True),
    Column("assessor", String(200), primary_key=True),
    Column("level", Float),
    Column("comment", Text, nullable=False),
    Column("at", String(40), nullable=False),
    CheckConstraint("level is null or (level >= 0 and level <= 1)", name="level_is_a_share"),
    Index("comment_bank", "criterion", "submission"),
)

releases = Table(
    "releases",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("submission", ForeignKey("submissions.id", ondelete="CASCADE"), nullable=False),
    Column("state", String(12), nullable=False),
    Column("note", Text, nullable=False),
    Column("by", String(200), nullable=False),
    Column("at", String(40), nullable=False),
    CheckConstraint("state in ('released', 'returned', 'reopened')", name="known_release"),
    Index("releases_of_a_submission", "submission", "id"),
    sqlite_autoincrement=True,
)


def among(column: Column[int], ids: Collection[int]) -> ColumnElement[bool]:
    """The rows with these ids. Ids that follow one another are asked for as a range: a list of hundreds takes longer
    to write down than the database to answer."""
    each = set(ids)
    if each and max(each) - min(each) < len(each):
        return column.between(min(each), max(each))
    return column.in_(each)
