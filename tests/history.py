"""Years of a commune's sheets, made as its office would send them: the template filled in, quarter after quarter.

The figures are invented, by a rule that never changes: the same quarters give the same values. Making them takes
seconds, so a run of the tests makes each quarter once: `history` is for readers, `history_copy` for writers.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from shutil import copyfile
from tempfile import mkdtemp

from filelock import FileLock
from openpyxl import load_workbook

from indicators.catalogue import CommuneCatalogue, Measure
from indicators.enrolment import enrol
from indicators.intake import Sending, read_workbook
from indicators.ledger import record
from indicators.periods import Period, parse_period, quarters
from indicators.progress import targets_judged
from indicators.store import Row, Store, open_store
from indicators.template import build_template
from tests.makers import make_catalogue

#: The variable that names where the processes of a run keep what they make once.
SHARED_FOLDER = "KPI_TESTS_SHARED"

COMMUNE = "vinh_thinh"
SENDER = "Nguyễn Thị Hoa"
_START = datetime(2026, 1, 5, 1)
_HEADER_ROW = 6
_VALUE, _DIFFICULTY, _REMEDY, _PROPOSAL = 9, 10, 11, 12


def quarters_until(last: str) -> list[Period]:
    """2025-Q4 (the baseline) and every quarter after it up to `last`."""
    end = parse_period(last)
    every = [quarter for year in range(2026, end.year + 1) for quarter in quarters(year)]
    return [Period(2025, end.kind, 4), *(quarter for quarter in every if quarter.end_month <= end.end_month)]


@cache
def history(last: str = "2028-Q2") -> Store:
    """A store with Vĩnh Thịnh's sheets from the baseline to the quarter `last`, to be read only: others read it too."""
    return open_store(history_copy(folder_of_run() / "kpi.duckdb", last))


def history_copy(path: Path, last: str = "2028-Q2") -> Path:
    """The same as a store's file of one's own at `path`, closed."""
    place = _place()
    with FileLock(place / "lock"):
        copyfile(_made(place, quarters_until(last)), path)
    return path


def folder_of_run() -> Path:
    """A new folder for what lasts as long as the process; pytest clears those of earlier runs away."""
    return Path(mkdtemp(dir=_place()))


@cache
def _place() -> Path:
    """Where the quarters are kept: tests/conftest.py names one folder for all processes of a run."""
    place = Path(os.environ.get(SHARED_FOLDER) or mkdtemp(prefix="kpi-history-"))
    place.mkdir(exist_ok=True)
    return place


def _made(place: Path, sent: Sequence[Period]) -> Path:
    """The file of the quarters up to the last of these: that of those before, and one sheet more."""
    path = place / f"{sent[-1].code}.duckdb"
    if not path.exists():
        making = path.with_suffix(".part")
        if sent[:-1]:
            copyfile(_made(place, sent[:-1]), making)
        with open_store(making) as store:
            enrol(store, make_catalogue(), by="Danh mục", at=_START)
            send(store, sent[-1])
        making.rename(path)
    return path


def moment_of(quarter: Period) -> datetime:
    """When a quarter's sheet is recorded: the morning of the third day after it; the baseline's when all begins."""
    day = quarter.ends_on() + timedelta(days=3)
    return max(datetime(day.year, day.month, day.day, 2, 15), _START + timedelta(hours=1))


def send(store: Store, quarter: Period, *, at: datetime | None = None, shift: int = 0) -> int:
    """Records the quarter's sheet; the upload's number. `shift` makes other figures, as a correction would."""
    at = at or moment_of(quarter)
    catalogue = make_catalogue()
    content = sheet_of(store, catalogue.by_commune[COMMUNE], quarter, at, shift)
    reading = read_workbook(content, catalogue, Sending(COMMUNE))
    name = f"bao_cao_{quarter.code}{f'_dieu_chinh_{shift}' if shift else ''}.xlsx"
    return record(store, content, name, reading, by=SENDER, at=at, accept_likely=True, accept_doubtful=True)


def sheet_of(store: Store, entry: CommuneCatalogue, quarter: Period, at: datetime, shift: int = 0) -> bytes:
    """The template of the quarter with every value filled in, and some remarks."""
    judged = {row["measure"]: row for row in targets_judged(store, COMMUNE, quarter.code, at)}
    workbook = load_workbook(BytesIO(build_template(store, entry, quarter, at)))
    sheet = workbook.worksheets[0]
    rows = {sheet.cell(row, 2).value: row for row in range(_HEADER_ROW + 1, sheet.max_row + 1)}
    for place, measure in enumerate(entry.measures):
        row = rows[measure.name_vi]
        sheet.cell(row, _VALUE).value = _value(measure, judged.get(measure.measure), quarter, place, shift)
        if quarter.year > 2025 and place % 7 == quarter.number:
            for column, text in _remarks(measure, quarter):
                sheet.cell(row, column).value = text
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def _remarks(measure: Measure, quarter: Period) -> Iterable[tuple[int, str]]:
    name, period = measure.name_vi.lower(), f"quý {quarter.number}/{quarter.year}"
    yield _DIFFICULTY, f"Nguồn lực bố trí cho «{name}» trong {period} còn chậm so với kế hoạch."
    yield _REMEDY, f"Rà soát, phân công lại cán bộ theo dõi «{name}» hằng tuần."
    yield _PROPOSAL, f"Đề nghị thành phố sớm hướng dẫn cách thống kê «{name}»."


def _value(measure: Measure, judged: Row | None, quarter: Period, place: int, shift: int) -> str | float | int:
    """Near what the plan wants then: of one measure always a little above, of another a little below."""
    if measure.is_yes_no:
        return "Đạt" if quarter.year >= 2027 + place % 3 else "Chưa đạt"
    wanted = judged["planned_value"] if judged and judged["planned_value"] is not None else None
    start = _START_VALUES.get(measure.unit, Decimal(40)) + place
    chance = Random(f"{measure.measure} {quarter.code} {shift}")
    wobble = Decimal(chance.randint(-30, 30)) / 1000 + Decimal(place % 5 - 2) / 100
    value = (wanted if wanted is not None else start) * (1 + wobble)
    low = measure.minimum if measure.minimum is not None else Decimal(-100)
    high = measure.maximum if measure.maximum is not None else Decimal(10**9)
    rounded = min(max(value, low), high).quantize(Decimal(1).scaleb(-measure.decimals), ROUND_HALF_UP)
    return int(rounded) if measure.decimals == 0 else float(rounded)


_START_VALUES = {"%": Decimal(60), "%/năm": Decimal(8)}
