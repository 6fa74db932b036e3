"""As of a moment: nothing that is recorded later changes what any page, file or command reads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from indicators import forecasts, ledger, milestones, plans, progress, scenarios, units
from indicators.drawing.looking_back import moment_bar
from indicators.evidence import build_evidence
from indicators.moments import END, as_of_text, parse_as_of, parse_looked_back
from indicators.periods import parse_period
from indicators.store import Store, open_store
from indicators.template import build_template
from indicators.two_moments import differences
from indicators.wording import looking_back as words
from tests.history import COMMUNE, history_copy, send
from tests.makers import make_catalogue
from tests.pages.test_units_page import shown_at

THEN = parse_as_of("2026-10-10")
PERIOD, MEASURE, TARGET = "2026-Q3", "clean_water", "17"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(history_copy(tmp_path / "kpi.duckdb", "2026-Q3")) as opened:
        yield opened


def cells(content: bytes) -> list[list[tuple[Any, ...]]]:
    return [list(sheet.iter_rows(values_only=True)) for sheet in load_workbook(BytesIO(content)).worksheets]


def everything_read(store: Store, as_of: datetime) -> dict[str, Any]:
    """What the pages, the files and the commands read as of a moment."""
    entry = plans.known_catalogue(store, make_catalogue(), as_of).by_commune[COMMUNE]
    of_commune, of_target = (store, COMMUNE), (store, COMMUNE, TARGET)
    return {
        "catalogue": entry,
        "overview": progress.overview(*of_commune, PERIOD, as_of),
        "latest": progress.latest_period_with_data(*of_commune, as_of),
        "trends": progress.trends(*of_commune, as_of),
        "path": progress.path_of_target(*of_target, as_of),
        "values": progress.values_of_measure(*of_commune, MEASURE, as_of),
        "history": progress.value_history(*of_commune, MEASURE, as_of),
        "remarks": progress.remarks_of_measure(*of_commune, MEASURE, as_of),
        "forecasts": forecasts.forecasts(*of_commune, PERIOD, as_of),
        "milestones": milestones.milestones_of_year(*of_commune, 2026, as_of),
        "year": units.judged_in_year(*of_commune, 2026, as_of),
        "reports": units.reports_of_year(*of_commune, 2026, as_of),
        "versions of target": scenarios.versions_of_target(*of_target, as_of),
        "versions": plans.plan_versions(*of_commune, as_of),
        "locks": ledger.locks(*of_commune, as_of),
        "uploads": ledger.uploads(store, as_of),
        "upload history": ledger.upload_history(*of_commune, as_of),
        "register": store.rows("register_newest", as_of=as_of),
        "head": store.rows("ledger_head", commune=COMMUNE, as_of=as_of),
        "differences": differences(*of_commune, parse_as_of("2026-07-10"), as_of),
        "template": cells(build_template(store, entry, parse_period("2026-Q4"), as_of, looks_back=True)),
        "plan": cells(plans.build_plan_workbook(store, entry.commune, as_of, looks_back=True)),
    }


def record_more(store: Store) -> None:
    """One of everything that can be recorded, after THEN."""
    commune = make_catalogue().by_commune[COMMUNE].commune
    send(store, parse_period(PERIOD), at=datetime(2026, 10, 20, 3), shift=1)
    send(store, parse_period("2025-Q4"), at=datetime(2026, 10, 21, 3), shift=2)
    ledger.withdraw(store, 3, reason="Gửi nhầm tệp", by="Trần Văn Bình", at=datetime(2026, 10, 22, 3))
    plans.approve_path(
        store, commune, [2027], document_number="9/QĐ", document_date=None, valid_from=date(2026, 11, 1), by="Chi",
        at=datetime(2026, 10, 23, 3),
    )  # fmt: skip
    ledger.lock_period(store, COMMUNE, parse_period("2026-Q1"), by="Cúc", at=datetime(2026, 10, 24, 3))
    with store.writing() as transaction:
        measures = transaction.rows("measures_newest", commune=COMMUNE, as_of=END)
        [newest] = [row for row in measures if row["measure"] == MEASURE]
        renamed = newest | {"recorded_at": datetime(2026, 10, 25, 3), "name_vi": "Tên mới", "lead_unit": "Cơ quan mới"}
        transaction.run("insert_measure", **renamed)


def test_nothing_recorded_later_changes_what_was_known_then(store: Store) -> None:
    then = everything_read(store, THEN)
    record_more(store)
    again = everything_read(store, THEN)
    for name, rows in then.items():
        assert again[name] == rows, name
    later = everything_read(store, datetime(2026, 11, 10))
    unmoved = {name for name in then if later[name] == then[name]}
    assert unmoved <= {"latest", "register", "remarks"}, "what was recorded is seen later"


def test_a_file_made_looking_back_says_its_moment_and_is_read_all_the_same(store: Store) -> None:
    entry, as_of = make_catalogue().by_commune[COMMUNE], parse_as_of("2026-07-10")
    said = "Theo số liệu có đến hết ngày 10/07/2026; những gì ghi nhận sau đó không có trong tệp này."
    template = build_template(store, entry, parse_period("2026-Q4"), as_of, looks_back=True)
    workbook = plans.build_plan_workbook(store, entry.commune, as_of, looks_back=True)
    evidence = build_evidence(store, COMMUNE, 2026, as_of, "unit", looks_back=True)
    assert [said in str(cells(content)) for content in (template, workbook, evidence)] == [True] * 3
    assert said not in str(cells(build_template(store, entry, parse_period("2026-Q4"), as_of)))
    preview = plans.preview_plan(store, entry.commune, workbook, "ke_hoach.xlsx", at=THEN)
    assert not preview.changes
    assert not preview.issues


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("05/10/2026", datetime(2026, 10, 5, 16, 59, 59, 999999)),
        ("5-10-2026", datetime(2026, 10, 5, 16, 59, 59, 999999)),
        (" 5.10.2026 ", datetime(2026, 10, 5, 16, 59, 59, 999999)),
        ("05/10/2026 08:30", datetime(2026, 10, 5, 1, 30)),
        ("2026-10-05T08:30:00.5", datetime(2026, 10, 5, 1, 30, 0, 500000)),
    ],
)
def test_a_moment_is_read_as_officials_write_it(text: str, moment: datetime) -> None:
    assert parse_looked_back(text) == moment
    assert parse_as_of(as_of_text(moment)) == moment
    assert parse_looked_back(words.field_vi(moment)) == moment


@pytest.mark.parametrize("text", ["31/02/2026", "10/2026", "05/10/26", "05/10/2020", "05/10/2026 25:00", "hôm qua"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_looked_back(text)


def test_a_moment_in_words_and_in_a_file_name() -> None:
    assert words.moment_vi(parse_as_of("2026-10-05")) == "hết ngày 05/10/2026"
    assert words.moment_vi(parse_as_of("2026-10-05T08:30")) == "08:30 ngày 05/10/2026"
    assert words.file_name_as_of("a.b.xlsx", parse_as_of("2026-10-05")) == "a.b-den-ngay-2026-10-05.xlsx"
    assert words.file_name_as_of("a.xlsx", parse_as_of("2026-10-05T08:30")) == "a-den-ngay-2026-10-05T083000.xlsx"


def test_every_link_keeps_the_moment_but_the_way_back() -> None:
    shown = shown_at(PERIOD, as_of=parse_as_of("2026-10-05"))
    assert shown.address("co-quan").endswith("as_of=2026-10-05")
    bar = moment_bar("co-quan", shown)
    assert "Đang xem lại: theo số liệu có đến hết ngày 05/10/2026." in bar
    assert bar.count('href="/co-quan?commune=vinh_thu&amp;period=2026-Q3"') == 1
    assert 'value="05/10/2026"' in bar
    assert "Đang xem lại" not in moment_bar("co-quan", shown_at(PERIOD))
