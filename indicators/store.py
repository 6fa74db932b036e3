"""The store: one DuckDB connection a process, the store's file attached as `kpi`, views and macros in memory.

    with open_store(path) as store:
        store.rows("uploads", commune="vinh_thinh")          a named statement of sql/queries, rows as dicts
        with store.writing() as transaction:                 one writer at a time, all or nothing
            transaction.run("insert_upload", …)              a named statement of sql/commands

The file belongs to DuckDB alone: opening it from Python would drop DuckDB's own lock, so a lock file beside it keeps
other processes out. After `writing()` the caller reads back what it wrote: a commit after a failed statement is silent.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import filelock

from indicators.errors import StoreError, StoreNewer, StoreTaken, StoreUnreadable, StoreUnwritable
from indicators.periods import LENGTH_MONTHS, ReportingCalendar, all_periods

SQL = Path(__file__).resolve().parent.parent / "sql"

Row = dict[str, Any]

Tables = Mapping[str, Mapping[str, Any]]
"""For names of tables, columns as numpy arrays of one length by name: for what is too much to be said row by row."""

_MEMORY = ":memory:"

#: What DuckDB says on Linux and on Windows when another process has the file.
_TAKEN = ("Could not set lock on file", "being used by another process")

#: What DuckDB and the system say where a disk takes no more; it is in no class of errors of its own.
_NOT_WRITTEN = ("Could not write", "No space left", "not enough space", "Disk quota exceeded", "File too large")


@cache
def statement(room: str, name: str) -> str:
    """The text of sql/<room>/<name>.sql."""
    return (SQL / room / f"{name}.sql").read_text(encoding="utf-8")


class Transaction:
    """The writes of one `Store.writing()` block."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor

    def run(self, name: str, **parameters: object) -> None:
        """Runs sql/commands/<name>.sql once."""
        self._cursor.execute(statement("commands", name), parameters)

    def run_each(self, name: str, rows: Iterable[Mapping[str, object]]) -> None:
        """Runs sql/commands/<name>.sql once a row of parameters."""
        for row in rows:
            self._cursor.execute(statement("commands", name), dict(row))

    def run_beside(self, name: str, tables: Tables, **parameters: object) -> None:
        """Runs sql/commands/<name>.sql once, with these tables beside those of the store."""
        with _beside(self._cursor, tables):
            self._cursor.execute(statement("commands", name), parameters)

    def columns_beside(self, name: str, tables: Tables, **parameters: object) -> dict[str, Any]:
        """As `Store.columns_beside`, as this transaction sees it."""
        with _beside(self._cursor, tables):
            return dict(self._cursor.execute(statement("queries", name), parameters).fetchnumpy())

    def rows(self, name: str, **parameters: object) -> list[Row]:
        """The rows of sql/queries/<name>.sql as this transaction sees them."""
        return _rows(self._cursor, name, parameters)


class Store:
    """An open store; made by `open_store`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, lock: filelock.BaseFileLock | None) -> None:
        self._connection = connection
        self._lock = lock
        self._writer = threading.Lock()

    def rows(self, name: str, **parameters: object) -> list[Row]:
        """The rows of sql/queries/<name>.sql, each a dict by column; decimals stay Decimal."""
        with self._connection.cursor() as cursor:
            return _rows(cursor, name, parameters)

    def columns_beside(self, name: str, tables: Tables, **parameters: object) -> dict[str, Any]:
        """The columns of sql/queries/<name>.sql as numpy arrays, with these tables beside the store's."""
        with self._connection.cursor() as cursor, _beside(cursor, tables):
            return dict(cursor.execute(statement("queries", name), parameters).fetchnumpy())

    @contextmanager
    def writing(self, prepare: Callable[[Transaction], None] | None = None) -> Iterator[Transaction]:
        """A transaction: committed when the block ends, rolled back when it raises.

        `prepare` fills temporary tables before it begins, while nobody else writes: DuckDB 2.0.0 finds nothing in a
        table of more than 122,880 rows that the same transaction has filled. Raises StoreUnwritable of a full disk.
        """
        with self._writer, self._connection.cursor() as cursor:
            if prepare is not None:
                prepare(Transaction(cursor))
            cursor.begin()
            try:
                yield Transaction(cursor)
                cursor.commit()
            except BaseException as error:
                with suppress(duckdb.Error):
                    cursor.rollback()
                if isinstance(error, duckdb.Error | OSError) and any(words in str(error) for words in _NOT_WRITTEN):
                    raise StoreUnwritable from error
                raise

    def close(self) -> None:
        self._connection.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_store(path: Path | None, calendar: ReportingCalendar = ReportingCalendar.CALENDAR) -> Store:
    """The store at `path`, made and migrated as needed; None: one in memory, for tests.

    Raises StoreTaken, StoreNewer, StoreUnreadable.
    """
    with ExitStack() as undo:
        lock = _take_lock(path) if path else None
        if lock is not None:
            undo.callback(lock.release)
        connection = undo.enter_context(_attach(path, read_only=False))
        try:
            _migrate(connection)
            store = _ready(connection, lock, calendar)
        except duckdb.Error as error:
            raise StoreUnreadable(path or Path(_MEMORY)) from error
        undo.pop_all()
    return store


def open_to_read(path: Path, calendar: ReportingCalendar = ReportingCalendar.CALENDAR) -> Store | None:
    """The store at `path` for reading only, nothing made or migrated; None where none of this version is to be had."""
    if not path.exists():
        return None
    with ExitStack() as undo:
        try:
            lock = _take_lock(path)
            undo.callback(lock.release)
            connection = undo.enter_context(_attach(path, read_only=True))
            if _version(connection) != max(_migrations()):
                return None
            store = _ready(connection, lock, calendar)
        except (duckdb.Error, StoreError):
            return None
        undo.pop_all()
    return store


def _take_lock(path: Path) -> filelock.BaseFileLock:
    if not path.name or path.is_dir():
        raise StoreUnreadable(path)
    lock = filelock.FileLock(path.with_name(path.name + ".lock"), thread_local=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except filelock.Timeout as error:
        raise StoreTaken(path) from error
    except OSError as error:
        raise StoreUnreadable(path) from error
    return lock


def _attach(path: Path | None, read_only: bool) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"})
    location = str(path).replace("'", "''") if path else _MEMORY
    options = "(read_only)" if read_only else "(storage_version 'v1.5.0')" if path else ""
    try:
        connection.execute(f"attach '{location}' as kpi {options}")
    except duckdb.Error as error:
        connection.close()
        taken = any(words in str(error) for words in _TAKEN)
        raise (StoreTaken if taken else StoreUnreadable)(path or Path(location)) from error
    return connection


def _migrations() -> dict[int, str]:
    """Version → name of its statement in sql/schema."""
    return {int(file.name[:3]): file.stem for file in sorted((SQL / "schema").glob("*.sql")) if file.name[:3] != "000"}


def _version(connection: duckdb.DuckDBPyConnection) -> int:
    [(found,)] = connection.execute("select coalesce(max(version), 0) from kpi.schema_version").fetchall()
    return int(found)


def _migrate(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(statement("schema", "000_schema_version"))
    found, migrations = _version(connection), _migrations()
    if found > max(migrations):
        raise StoreNewer(found, max(migrations))
    for version, name in migrations.items():
        if version > found:
            connection.begin()
            connection.execute(statement("schema", name))
            connection.execute("insert into kpi.schema_version values ($version)", {"version": version})
            connection.commit()


def _ready(
    connection: duckdb.DuckDBPyConnection, lock: filelock.BaseFileLock | None, calendar: ReportingCalendar
) -> Store:
    for file in sorted((SQL / "views").glob("*.sql")):
        connection.execute(statement("views", file.stem))
    connection.execute(statement("commands", "insert_periods"), _periods(calendar))
    return Store(connection, lock)


def _periods(calendar: ReportingCalendar) -> dict[str, list[object]]:
    """The columns of the in-memory table `period`."""
    every = all_periods()
    return {
        "period": [period.code for period in every],
        "year": [period.year for period in every],
        "kind": [period.kind.value for period in every],
        "last_month": [period.last_month for period in every],
        "end_month": [period.end_month for period in every],
        "length_months": [LENGTH_MONTHS[period.kind] for period in every],
        "starts_on": [period.starts_on(calendar) for period in every],
        "ends_on": [period.ends_on(calendar) for period in every],
        "deadline_on": [period.deadline_on(calendar) for period in every],
    }


@contextmanager
def _beside(cursor: duckdb.DuckDBPyConnection, tables: Tables) -> Iterator[None]:
    for name, columns in tables.items():
        cursor.register(name, dict(columns))
    try:
        yield
    finally:
        for name in tables:
            cursor.unregister(name)


def _rows(cursor: duckdb.DuckDBPyConnection, name: str, parameters: Mapping[str, object]) -> list[Row]:
    cursor.execute(statement("queries", name), dict(parameters))
    columns = [column[0] for column in cursor.description or []]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
