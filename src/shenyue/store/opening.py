"""From a path to a connection: made where there is none, led on from older versions, refused where it cannot be trusted."""

import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from shenyue.errors import UnusableStore
from shenyue.store.schema import MARK, VERSION, migrate
from shenyue.writing import cause

_PATIENCE = 30
"""Seconds to wait while another process writes: a slow disk may hold it up for ten."""
_WHAT_IT_IS = """
SELECT (SELECT user_version FROM pragma_user_version), (SELECT application_id FROM pragma_application_id),
    (SELECT COUNT(*) FROM sqlite_master)
"""
"""All three in one statement: another process may be making the file just now."""
_HEADER = b"SQLite format 3\0"
_GLANCE = 0.002
"""Seconds between two tries to become the writer."""
_DAMAGED = frozenset({"SQLITE_CORRUPT", "SQLITE_NOTADB"})
_REASONS = {
    "SQLITE_FULL": "磁盘已满，请腾出空间后再试",
    "SQLITE_READONLY": "文件或文件夹只读，请检查权限，或用 --store 另指一处",
    "SQLITE_CANTOPEN": "文件打不开，请检查文件夹是否存在、可写，或用 --store 另指一处",
    "SQLITE_BUSY": "另一个程序正在写入，请稍后再试",
    "SQLITE_LOCKED": "另一个程序正在写入，请稍后再试",
    "SQLITE_IOERR": "读写磁盘出错，请检查磁盘是否已满、是否断开",
}


def connect(path: Path) -> sqlite3.Connection:
    """A connection to the store, of the present version, every commit on disk before it returns.

    Raises:
        UnusableStore: it is damaged (then a copy was put aside), newer than this program, no store at all, or cannot be written.
    """
    with told(path):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as reason:
            raise UnusableStore(
                f"存放审阅记录的文件夹 {path.parent} 无法建立：{cause(reason)}。请用 --store 另指一处。"
            ) from reason
        connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    connection.text_factory = _lenient
    found = _version(connection, path)
    _patiently(connection, "PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    if found < VERSION:
        with transaction(connection):
            migrate(connection, _version(connection, path))


def _lenient(raw: bytes) -> str:
    """Text that was tampered with must be read to be told of."""
    return raw.decode("utf-8", "surrogateescape")


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """The version of the file; 0 where it is empty."""
    version, mark, tables = connection.execute(_WHAT_IT_IS).fetchone()
    if tables and mark != MARK:
        raise UnusableStore(f"{path} 不是本程序的审阅记录，没有改动它；请用 --store 另指一处。")
    if version > VERSION:
        raise UnusableStore(
            f"审阅记录 {path} 是更新版本的程序写的（第 {version} 版，本程序只认识到第 {VERSION} 版），没有改动它；请升级本程序。"
        )
    return int(version)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing, and no other writer in between."""
    _begin(connection)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _begin(connection: sqlite3.Connection) -> None:
    """Become the one writer. SQLite's own waiting looks every 0.1 s only, and beside a busy writer may never get its turn."""
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        _patiently(connection, "BEGIN IMMEDIATE")
    finally:
        connection.execute(f"PRAGMA busy_timeout = {_PATIENCE * 1000:.0f}")


def _patiently(connection: sqlite3.Connection, statement: str) -> None:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            connection.execute(statement)
        except sqlite3.OperationalError as reason:
            if _name(reason) != "SQLITE_BUSY" or time.monotonic() > until:
                raise
            time.sleep(_GLANCE)
        else:
            return


@contextmanager
def told(path: Path) -> Iterator[None]:
    """What SQLite complains of, in one Chinese sentence; a damaged file is copied aside.

    Raises:
        UnusableStore: in place of any error of SQLite.
    """
    try:
        yield
    except sqlite3.Error as reason:
        name = _name(reason)
        if name in _DAMAGED and not _begins_as_one(path):
            raise UnusableStore(
                f"{path} 不是审阅记录，没有改动它；请用 --store 另指一处，本来是审阅记录的，用备份换下它。"
            ) from reason
        if name in _DAMAGED:
            raise UnusableStore(_damaged(path)) from reason
        why = _REASONS.get(name, f"数据库出错：{reason}")
        raise UnusableStore(f"审阅记录 {path} 无法读写：{why}。") from reason


def is_there(path: Path) -> bool:
    """Whether a store has been begun there; an empty file is none yet, and is not made one by reading."""
    return path.exists() and path.stat().st_size > 0


def _begins_as_one(path: Path) -> bool:
    """Whether a file that cannot be read was a store; anything else is somebody's, and no business of ours."""
    try:
        with path.open("rb") as file:
            return file.read(len(_HEADER)) == _HEADER
    except OSError:
        return False


def _name(reason: sqlite3.Error) -> str:
    """SQLite's own name of an error, without its finer kind: SQLITE_IOERR of SQLITE_IOERR_WRITE."""
    return "_".join(getattr(reason, "sqlite_errorname", "").split("_")[:2])


def _damaged(path: Path) -> str:
    """Copy a damaged file and its log aside, once a day; the sentence that says so."""
    aside = path.with_name(f"{path.name}.damaged-{datetime.now().astimezone():%Y%m%d}")
    try:
        if not aside.exists() or aside.stat().st_size != path.stat().st_size:
            aside = _unused(aside)
            shutil.copy2(path, aside)
            log = path.with_name(path.name + "-wal")
            if log.exists():
                shutil.copy2(log, aside.with_name(aside.name + "-wal"))
    except OSError as reason:
        kept = f"没能另存副本（{cause(reason)}），原文件没有改动"
    else:
        kept = f"已另存副本 {aside.name}，原文件没有改动"
    return f"审阅记录 {path} 已损坏，{kept}；请交维护人员修复，或用备份换下它，也可以用 --store 另指一处继续工作。"


def _unused(path: Path) -> Path:
    tries = (path.with_name(f"{path.name}-{number}") for number in range(2, 1000))
    return path if not path.exists() else next(one for one in tries if not one.exists())
