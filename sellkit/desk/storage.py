"""Opening the register's database: one file by default, PostgreSQL by URL, nothing else to configure."""

import os
import sys
from pathlib import Path

from filelock import FileLock
from sqlalchemy import Connection, Engine, create_engine, event, func, insert, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError

from sellkit.desk.errors import NetworkDisk, NewerRegister, NoSuchDatabase, RegisterUnavailable
from sellkit.desk.schema import SCHEMA_VERSION, metadata, schema_version

BUSY_SECONDS = 30.0

#: File systems on which SQLite's locks are known not to hold between machines.
NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "afs", "9p", "vboxsf", "ceph", "glusterfs", "lustre"}
    | {"beegfs", "davfs", "davfs2", "fuse.sshfs", "fuse.glusterfs", "fuse.ceph", "fuse.davfs2", "fuse.rclone"}
)


def file_system(path: Path, mounts: str) -> str:
    """The type of the file system that holds `path`, read from the text of ``/proc/self/mounts``; "" if unknown."""
    best, found = -1, ""
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        point = parts[1].encode().decode("unicode_escape")  # a space in a mount point is written \040
        if path.is_relative_to(point) and len(point) >= best:
            best, found = len(point), parts[2]
    return found


def refuse_network_disk(path: Path) -> None:
    """Raise `NetworkDisk` where the system tells us that `path` lies on another machine."""
    if sys.platform == "win32":
        import ctypes

        remote = 4
        drive = path.resolve().drive
        if drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(drive + "\\") == remote:
            raise NetworkDisk(path=str(path), kind="network drive")
        return
    table = Path("/proc/self/mounts")
    if not table.exists():
        return
    kind = file_system(path.resolve(), table.read_text(encoding="utf-8", errors="replace"))
    if kind in NETWORK_FILE_SYSTEMS:
        raise NetworkDisk(path=str(path), kind=kind)


def _elsewhere(address: str) -> Engine:
    """An engine on a database server. Raises `NoSuchDatabase`; its words never hold the password."""
    shown = address.rpartition("@")[2]
    try:
        engine = create_engine(make_url(address), pool_pre_ping=True)
        _set_up(engine)
    except (ImportError, ArgumentError, DatabaseError) as error:  # no driver, no address, no answer
        said = str(getattr(error, "orig", None) or error).strip()
        raise NoSuchDatabase(address=shown, reason=said.partition("\n")[0].rstrip(".")) from error
    return engine


def open_engine(where: str | os.PathLike[str]) -> Engine:
    """An engine on the SQLite file `where`, or on the database of a URL such as ``postgresql+psycopg://…``."""
    text = os.fspath(where)
    if "://" in text and not text.startswith("sqlite"):
        return _elsewhere(text)
    if "://" in text:
        text = make_url(text).database or ""
    path = Path(text).absolute()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        refuse_network_disk(path)
        engine = create_engine(
            URL.create("sqlite+pysqlite", database=str(path)), connect_args={"timeout": BUSY_SECONDS}
        )
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        # Switching a new file to WAL does not wait for other processes, so the first opening is done one by one.
        with FileLock(f"{path}.opening", timeout=BUSY_SECONDS):
            _set_up(engine)
    except (OSError, DatabaseError) as error:
        raise RegisterUnavailable(path=str(path), reason=str(getattr(error, "orig", None) or error)) from error
    return engine


def _prepare_sqlite(raw, _record) -> None:  # type: ignore[no-untyped-def]  # the driver's own connection
    raw.isolation_level = None  # transactions are opened by _begin_sqlite, not guessed by the driver
    raw.execute(f"PRAGMA busy_timeout={int(BUSY_SECONDS * 1000)}").close()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "wal_autocheckpoint=8000"):
        raw.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    """Writers take their turn when they begin: a reader that turns into a writer could not wait and would fail."""
    reading = connection.get_execution_options().get("sellkit_reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _set_up(engine: Engine) -> None:
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(7_355_608)))  # two first openings take turns
        schema_version.create(connection, checkfirst=True)
        found = connection.execute(select(func.max(schema_version.c.version))).scalar()
        if found is None:
            metadata.create_all(connection)
            connection.execute(insert(schema_version).values(version=SCHEMA_VERSION))
        elif found > SCHEMA_VERSION:
            raise NewerRegister(found=found, known=SCHEMA_VERSION)
        elif found < SCHEMA_VERSION:  # 2: one more table
            metadata.create_all(connection)
            connection.execute(insert(schema_version).values(version=SCHEMA_VERSION))
