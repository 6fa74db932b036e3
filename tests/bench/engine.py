"""What the machinery under the pages costs: judging beside scanning, reading a sheet beside bare calamine."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from python_calamine import CalamineWorkbook

from indicators import demo, progress
from indicators.catalogue import load_catalogue
from indicators.intake import Sending, read_workbook
from indicators.intake.reading import interpret
from indicators.intake.workbook.cells import workbook_from
from indicators.intake.workbook.zipped import read_zipped
from indicators.settings import CATALOGUE
from indicators.store import open_store
from tests.bench.comparison import Comparison
from tests.bench.stores import COMMUNE, LATEST, RECORDED_AT, filled_stores

_SCAN = (Path(__file__).parent / "plain_scan.sql").read_text(encoding="utf-8")
_SAMPLE = demo.SAMPLES / "bao_cao_quy_3_2026.xlsx"
_OFTEN = 4  # these take milliseconds: more rounds than for a browser


def judging(rounds: int) -> Iterator[Comparison]:
    """The targets of a commune judged in one period, and all that the overview shows, when nothing is kept."""
    with filled_stores(1) as (path,), open_store(path) as store, store._connection.cursor() as cursor:
        judge = _milliseconds(lambda: progress.targets_judged(store, COMMUNE, LATEST, RECORDED_AT))
        judge_all = _milliseconds(lambda: progress.overview(store, COMMUNE, LATEST, RECORDED_AT))
        scan = _milliseconds(lambda: cursor.execute(_SCAN, {"commune": COMMUNE}).fetchall())
        yield Comparison("30 targets judged", "plain scan", "ms").run(_OFTEN * rounds, judge, scan)
        yield Comparison("all of the overview judged", "plain scan", "ms").run(_OFTEN * rounds, judge_all, scan)


def reading(rounds: int) -> Iterator[Comparison]:
    """A quarter's sheet read, with the child process that an upload is parsed in and without it."""
    catalogue, content = load_catalogue(CATALOGUE), _SAMPLE.read_bytes()

    def bare() -> None:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        for name in workbook.sheet_names:
            workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)

    def within() -> None:
        workbook = workbook_from(read_zipped(content).sent())
        interpret(workbook, catalogue, Sending(COMMUNE))

    scan, in_process = _milliseconds(bare), _milliseconds(within)
    read = _milliseconds(lambda: read_workbook(content, catalogue, Sending(COMMUNE)))
    yield Comparison("a sample read", "bare calamine", "ms").run(_OFTEN * rounds, read, scan)
    yield Comparison("the same in this process", "bare calamine", "ms").run(_OFTEN * rounds, in_process, scan)


def _milliseconds(act: Callable[[], object]) -> Callable[[], float]:
    def measure() -> float:
        start = time.perf_counter()
        act()
        return (time.perf_counter() - start) * 1000

    act()  # what is loaded once
    return measure
