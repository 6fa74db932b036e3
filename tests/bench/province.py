"""A province's sheet of 3,321 communes checked beside a bare read of its cells, and the memory that takes; first where
nothing stands yet, then beside a past: the year before and two quarters of every measure.

Its own process, so that the peak is its own: python -m tests.bench.province
"""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from indicators.catalogue import Catalogue, load_catalogue
from indicators.enrolment import enrol
from indicators.intake.workbook.cells import Workbook as Cells
from indicators.intake.workbook.isolation import load_workbook
from indicators.province import check_province, is_province, read_province, record_province
from indicators.register import Register, RegisterEntry, load_register
from indicators.register.recording import record_register
from indicators.settings import CATALOGUE
from indicators.store import Store, open_store
from tests.bench.comparison import Comparison, print_heading, print_line

_COMMUNES, _MEASURES = 3_321, 32
_AT = datetime(2026, 10, 6)
_GOAL = 5
_PAST = ("NĂM 2025", "QUÝ I NĂM 2026", "QUÝ II NĂM 2026")


def province(rounds: int) -> Iterator[Comparison]:
    """From the bytes to what is new and what is wrong, the child process that parses them and the store included."""
    catalogue, content = load_catalogue(CATALOGUE), _sheet()
    with open_store(None) as store:
        enrol(store, catalogue, by="bench", at=_AT)
        record_register(store, _entries(), by="bench", at=_AT)

        def check() -> None:
            _check(store, catalogue, load_register(store, catalogue, _AT), content)

        def compared(name: str, goal: float | None) -> Comparison:
            ours, bare = _cpu_milliseconds(check), _cpu_milliseconds(lambda: _bare(content))
            return Comparison(name, "bare calamine, CPU", "ms", goal).run(rounds, ours, bare)

        yield compared(f"a province of {_COMMUNES:,} checked", _GOAL)
        for period in _PAST:
            _record(store, catalogue, period)
        yield compared("the same beside its past", None)


def _record(store: Store, catalogue: Catalogue, period: str) -> None:
    """The same figures for an earlier period, so that nothing is doubted."""
    content = _sheet(period)
    workbook = load_workbook(content)
    assert isinstance(workbook, Cells)
    reading = read_province(workbook, catalogue, load_register(store, catalogue, _AT))
    check = check_province(store, content, reading, _AT)
    record_province(store, content, f"{period}.xlsx", check, by="bench", at=_AT, accept_doubtful=True)


def _check(store: Store, catalogue: Catalogue, register: Register, content: bytes) -> None:
    workbook = load_workbook(content)
    assert isinstance(workbook, Cells)
    assert is_province(workbook, catalogue, register)
    found = check_province(store, content, read_province(workbook, catalogue, register), _AT)
    assert (found.new, found.errors) == (_COMMUNES * _MEASURES, ())


def _bare(content: bytes) -> None:
    workbook = CalamineWorkbook.from_filelike(BytesIO(content))
    for name in workbook.sheet_names:
        workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)


def _cpu_milliseconds(act: Callable[[], object]) -> Callable[[], float]:
    """The processor's time, that of the child process too."""

    def spent() -> float:
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        return time.process_time() + children.ru_utime + children.ru_stime

    def measure() -> float:
        start = spent()
        act()
        return (spent() - start) * 1000

    act()  # what is loaded once
    return measure


def _entries() -> list[RegisterEntry]:
    return [RegisterEntry(f"{number:05d}", f"xã Số {number}", "tỉnh A") for number in range(1, _COMMUNES + 1)]


def _sheet(period: str = "QUÝ III NĂM 2026") -> bytes:
    """32 measures of every commune, two decimals where they are not whole."""
    measures = {item.measure: item for entry in load_catalogue(CATALOGUE).communes for item in entry.measures}
    chosen = [item for item in measures.values() if not item.is_yes_no][:_MEASURES]
    chance, book = random.Random(1), Workbook()
    sheet: Any = book.active
    sheet.append([f"TỔNG HỢP CÁC XÃ {period}"])
    sheet.append(["Mã xã", "Tên xã", *(item.name_vi for item in chosen)])
    sheet.append([None, None, *(item.unit for item in chosen)])
    for entry in _entries():
        figures = (chance.randint(2, 90) if item.decimals == 0 else _figure(item.maximum, chance) for item in chosen)
        sheet.append([entry.code, entry.name_vi, *figures])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _figure(maximum: Any, chance: random.Random) -> float:
    return round(chance.uniform(1.5, min(float(maximum or 100), 100)), 2)


def main() -> None:
    print_heading()
    for found in province(6):
        print_line(found)
    own, child = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(f"peak memory: {own:.0f} MB here, {child:.0f} MB in the child process")


if __name__ == "__main__":
    main()
