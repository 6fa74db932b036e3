"""What the machinery under the pages costs: judging beside scanning, reading a sheet beside bare calamine."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from indicators import demo, progress
from indicators.catalogue import load_catalogue
from indicators.intake import Sending, read_workbook
from indicators.intake.reading import interpret
from indicators.intake.workbook.cells import workbook_from
from indicators.intake.workbook.isolation import load_workbook
from indicators.intake.workbook.zipped import read_zipped
from indicators.settings import CATALOGUE
from indicators.store import open_store
from tests.bench.comparison import Comparison
from tests.bench.stores import COMMUNE, LATEST, RECORDED_AT, filled_stores

_SCAN = (Path(__file__).parent / "plain_scan.sql").read_text(encoding="utf-8")
_SAMPLE = demo.SAMPLES / "bao_cao_quy_3_2026.xlsx"
_COMMUNES, _MEASURES, _SEED = 3_321, 32, 4
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

    def within() -> None:
        workbook = workbook_from(read_zipped(content).sent())
        interpret(workbook, catalogue, Sending(COMMUNE))

    scan, in_process = _milliseconds(lambda: _scan(content)), _milliseconds(within)
    read = _milliseconds(lambda: read_workbook(content, catalogue, Sending(COMMUNE)))
    yield Comparison("a sample read", "bare calamine", "ms").run(_OFTEN * rounds, read, scan)
    yield Comparison("the same in this process", "bare calamine", "ms").run(_OFTEN * rounds, in_process, scan)
    yield _province_cells(rounds)


def _province_cells(rounds: int) -> Comparison:
    """The cells of 3,321 communes with 32 measures each, through the child process."""
    content = _province_sheet()
    read, scan = _milliseconds(lambda: load_workbook(content)), _milliseconds(lambda: _scan(content))
    return Comparison("a province sheet's cells", "bare calamine", "ms").run(rounds, read, scan)


def _province_sheet() -> bytes:
    book, drawn, file = Workbook(write_only=True), random.Random(_SEED), BytesIO()
    sheet = book.create_sheet("Toàn tỉnh")
    sheet.append(["Mã xã", "Tên xã", *(f"Đại lượng {number}" for number in range(_MEASURES))])
    for commune in range(_COMMUNES):
        figures = (round(drawn.uniform(0, 1_000), drawn.choice((0, 1, 2))) for _ in range(_MEASURES))
        sheet.append([f"{commune:05}", f"Xã số {commune}", *figures])
    book.save(file)
    return file.getvalue()


def _scan(content: bytes) -> None:
    workbook = CalamineWorkbook.from_filelike(BytesIO(content))
    for name in workbook.sheet_names:
        workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)


def _milliseconds(act: Callable[[], object]) -> Callable[[], float]:
    def measure() -> float:
        start = time.perf_counter()
        act()
        return (time.perf_counter() - start) * 1000

    act()  # what is loaded once
    return measure
