"""What freezing and writing out a review costs beside hashing and writing the same bytes."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from indicators.periods import parse_period
from indicators.reports.model import Occasion
from indicators.reviews import Review, export, file_of_review, freeze
from indicators.store import Store, open_store
from indicators.verification.checking import verify
from tests.bench.comparison import Comparison
from tests.history import COMMUNE, history_copy

_LAST, _AT = "2030-Q4", datetime(2031, 1, 10)
_MOST_SECONDS = 30.0


def review(rounds: int) -> Iterator[Comparison]:
    """Twenty quarters frozen and written out, in wall seconds, beside the goal and beside the floor: their bytes hashed
    and written to the disk. Then verifying the folder beside hashing its files."""
    with TemporaryDirectory(prefix="kpi-bench-") as place, _twenty_quarters(Path(place)) as store:
        numbers, kept = count(1), []

        def ours() -> float:
            number = next(numbers)
            start = time.perf_counter()
            kept.append(_frozen(store, Path(place), number))
            export(store, kept[-1], Path(place) / str(number))
            return time.perf_counter() - start

        def floor() -> float:
            contents = [file_of_review(store, kept[0].row, file.path) for file in kept[0].files]
            return _hashed_and_written(contents, Path(place) / f"floor-{next(numbers)}")

        took = ours()
        yield Comparison("20 quarters frozen, exported", "30 s", "s", 1.0, [took], [_MOST_SECONDS])
        yield Comparison("the same", "bytes hashed, written", "s").run(max(1, rounds // 3), ours, floor)
        folder = Path(place) / "1"
        yield Comparison("a folder verified", "its files hashed", "s").run(
            rounds, lambda: _verified(folder), lambda: _hashed(folder)
        )


def _twenty_quarters(place: Path) -> Store:
    return open_store(history_copy(place / "kpi.duckdb", _LAST))


def _frozen(store: Store, place: Path, number: int) -> Review:
    return freeze(
        store, COMMUNE, name=f"Tổng kết {number}", occasion=Occasion.TERM, period=parse_period(_LAST),
        key=place / "key.pem", by="Lan", at=_AT,
    )  # fmt: skip


def _hashed_and_written(contents: list[bytes], folder: Path) -> float:
    start = time.perf_counter()
    folder.mkdir()
    for number, content in enumerate(contents):
        sha256(content).hexdigest()
        with (folder / str(number)).open("wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
    return time.perf_counter() - start


def _verified(folder: Path) -> float:
    start = time.perf_counter()
    if not verify(folder).is_whole:
        raise AssertionError(folder)
    return time.perf_counter() - start


def _hashed(folder: Path) -> float:
    start = time.perf_counter()
    for file in folder.rglob("*.*"):
        if file.is_file():
            sha256(file.read_bytes()).hexdigest()
    return time.perf_counter() - start
