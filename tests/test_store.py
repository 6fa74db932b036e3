from __future__ import annotations

import resource
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from indicators import store as store_module
from indicators.errors import StoreNewer, StoreTaken, StoreUnreadable, StoreUnwritable
from indicators.moments import END
from indicators.store import SQL, open_store, open_to_read, statement
from indicators.wording.refusals import sentence

MARK = {"marked_at": datetime(2026, 10, 5), "marked_by": "An"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kho số liệu" / "o'clock.duckdb"


def test_what_was_written_is_there_when_opened_again(path: Path) -> None:
    with open_store(path) as store, store.writing() as transaction:
        transaction.run("insert_demonstration", **MARK)
    with open_store(path) as store:
        assert store.rows("demonstration") == [{"is_demonstration": True}]


def test_a_block_that_raises_leaves_nothing(path: Path) -> None:
    with open_store(path) as store:
        with pytest.raises(RuntimeError), store.writing() as transaction:
            transaction.run("insert_demonstration", **MARK)
            raise RuntimeError
        assert store.rows("demonstration") == [{"is_demonstration": False}]


def test_a_failed_statement_leaves_nothing_and_the_store_goes_on(path: Path) -> None:
    with open_store(path) as store:
        with pytest.raises(duckdb.Error), store.writing() as transaction:
            transaction.run("insert_demonstration", **MARK)
            transaction.run("insert_demonstration", **MARK)
        with store.writing() as transaction:
            transaction.run("insert_demonstration", **MARK)
        assert store.rows("demonstration") == [{"is_demonstration": True}]


def test_a_full_disk_is_said_stores_nothing_and_the_store_goes_on(path: Path) -> None:
    with open_store(path) as store:
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
        try:
            with pytest.raises(StoreUnwritable) as refused, store.writing() as transaction:
                transaction.run("insert_demonstration", **MARK)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert "đĩa đã đầy" in sentence(refused.value)
        assert store.rows("demonstration") == [{"is_demonstration": False}]
        with store.writing() as transaction:
            transaction.run("insert_demonstration", **MARK)
    with open_store(path) as store:
        assert store.rows("demonstration") == [{"is_demonstration": True}]


def test_a_second_process_finds_the_store_taken(path: Path) -> None:
    script = f"from pathlib import Path; from indicators.store import open_store; open_store(Path({str(path)!r}))"
    with open_store(path):
        found = subprocess.run(
            [sys.executable, "-c", script], cwd=SQL.parent, capture_output=True, text=True, check=False
        )
        assert "StoreTaken" in found.stderr
    assert subprocess.run([sys.executable, "-c", script], cwd=SQL.parent, check=False).returncode == 0


def test_a_second_opening_in_the_same_process_is_refused_too(path: Path) -> None:
    with open_store(path), pytest.raises(StoreTaken):
        open_store(path)
    open_store(path).close()


def test_a_file_that_is_no_store_is_named_and_left_alone(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"Khong phai kho so lieu" * 1000)
    with pytest.raises(StoreUnreadable):
        open_store(path)
    assert path.read_bytes().startswith(b"Khong phai")


def test_a_place_that_cannot_hold_a_store_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnreadable):
        open_store(tmp_path / "file" / "kpi.duckdb")


def test_a_store_of_a_newer_program_is_refused_and_the_lock_given_back(path: Path) -> None:
    open_store(path).close()
    with duckdb.connect(str(path)) as connection:
        connection.execute("insert into schema_version values (999)")
    for _ in range(2):
        with pytest.raises(StoreNewer) as caught:
            open_store(path)
        assert caught.value.found == 999


def test_an_older_store_is_migrated_and_keeps_its_rows(path: Path) -> None:
    path.parent.mkdir()
    with store_module._attach(path, read_only=False) as connection:
        connection.execute(statement("schema", "000_schema_version"))
        for version, name in store_module._migrations().items():
            if version <= 25:
                connection.execute(statement("schema", name))
                connection.execute("insert into kpi.schema_version values (?)", [version])
        connection.execute(statement("commands", "insert_commune"), {"commune": "an_hoa", "name_vi": "xã An Hòa"})
    with open_store(path) as store:
        assert store.rows("period_locks", commune="an_hoa", as_of=END) == []
        assert store.rows("communes") == [{"commune": "an_hoa", "name_vi": "xã An Hòa"}]


def test_reading_only_makes_nothing_and_steps_back_from_a_taken_store(path: Path) -> None:
    assert open_to_read(path) is None
    assert not path.parent.exists()
    with open_store(path):
        assert open_to_read(path) is None
    reader = open_to_read(path)
    assert reader is not None
    with reader, pytest.raises(duckdb.Error), reader.writing() as transaction:
        transaction.run("insert_demonstration", **MARK)


def test_every_statement_says_its_purpose_first() -> None:
    files = list(SQL.rglob("*.sql"))
    assert files
    assert [file for file in files if not file.read_text(encoding="utf-8").startswith("-- Purpose:")] == []


def test_a_store_that_cannot_be_made_ready_gives_its_lock_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise duckdb.BinderException("broken view")

    with monkeypatch.context() as patched:
        patched.setattr(store_module, "_ready", broken)
        with pytest.raises(StoreUnreadable):
            open_store(path)
        assert open_to_read(path) is None
    open_store(path).close()
