"""Pointing at columns: which tables ask for it, what is shown of a column, and what is read afterwards."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from indicators import ledger
from indicators.drawing.intake_columns import column_title, is_refused, samples, table_title, tables_to_point
from indicators.intake import Issue, Meaning, Memory, Sending, Severity, SheetReading, TableFound
from indicators.intake.model import ColumnFound
from indicators.intake.workbook.cells import Workbook
from indicators.settings import ROOT
from indicators.wording import intake_page as words
from pages import intake_reading
from pages.intake_steps import XLSX
from pages.record import open_record
from tests.intake.sheets import make_sheet as make_cells
from tests.makers import make_reading, make_sheet
from tests.pages.conftest import fill_store

CELLS = make_cells(["Chỉ tiêu", "Số\nliệu", None], ["A", 94.1, "x"], ["B", 95, "x"], ["C", 95, "y" * 60], [None, 7])
NAME = ColumnFound(1, "A1", "Chỉ tiêu", Meaning.NAME, None)
OPEN = ColumnFound(2, "B1", "Số\nliệu", None, None)
BLANK = ColumnFound(3, "C1", "", Meaning.IGNORED, None)
TABLE = TableFound("layout-1", "Sheet1", 2, 4, (NAME, OPEN, BLANK))
READING = replace(make_sheet(make_reading()), workbook=Workbook([CELLS]), tables=(TABLE,))


def test_a_layout_is_asked_about_once_where_it_is_open_or_was_pointed_at() -> None:
    same = replace(TABLE, first_row=9)
    known = replace(TABLE, layout="layout-2", columns=(NAME,))
    reading = replace(READING, tables=(TABLE, same, known))
    assert tables_to_point(reading, ()) == [TABLE]
    assert tables_to_point(reading, {"layout-2"}) == [TABLE, known]
    doubt = Issue("duplicate_value", Severity.ERROR, "Hai giá trị.", "Sheet1", "B2")
    assert tables_to_point(replace(reading, issues=(doubt,)), ()) == [TABLE, known]


def test_a_table_is_unfolded_where_only_its_own_columns_contradict_each_other() -> None:
    here = Issue("duplicate_value", Severity.ERROR, "Hai giá trị.", "Sheet1", "B2")
    doubt = replace(here, severity=Severity.WARNING)
    elsewhere = replace(here, also=("Nháp", "B2"))
    found = [is_refused(replace(READING, issues=(issue,)), TABLE) for issue in (here, doubt, elsewhere)]
    assert found == [True, False, False]


def test_a_column_is_shown_by_its_letter_header_and_first_values() -> None:
    assert table_title(TABLE) == "Trang «Sheet1», dòng 2-4"
    assert column_title(OPEN) == "Cột B: Số liệu"
    assert column_title(BLANK) == "Cột C: (không có tiêu đề)"
    assert samples(READING, TABLE, OPEN) == "Ví dụ: 94,1; 95", "each value once, none from below the table"
    assert samples(READING, TABLE, BLANK) == f"Ví dụ: x; {'y' * 40}…"
    assert samples(replace(READING, workbook=None), TABLE, OPEN) == ""


@pytest.fixture
def sendings(monkeypatch: pytest.MonkeyPatch) -> list[Sending]:
    """What the page says of its file at each reading."""
    said: list[Sending] = []

    def read(_content: bytes, _catalogue: Any, sending: Sending, _limits: Any) -> SheetReading:
        said.append(sending)
        sending.memory("vinh_thinh")
        answered = sending.pointed.get("layout-1", {}).get(2)
        return replace(READING, tables=(replace(TABLE, columns=(NAME, replace(OPEN, meaning=answered), BLANK)),))

    monkeypatch.setattr(intake_reading, "read_loaded", read)
    return said


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[AppTest]:
    monkeypatch.setenv("KPI_STORE", str(fill_store(tmp_path / "kpi.duckdb", 0)))
    app = AppTest.from_file(str(ROOT / "pages" / "intake.py"), default_timeout=30)
    app.query_params["commune"] = "vinh_thinh"
    yield app.run()
    assert not app.exception
    open_record().store.close()
    st.cache_resource.clear()
    st.cache_data.clear()


def box(app: AppTest, label: str) -> Any:
    return next(found for found in app.selectbox if found.label == label)


def apply(app: AppTest) -> None:
    next(button for button in app.button if button.label == words.POINT_APPLY).click().run()


def test_what_is_pointed_at_is_read_again_and_only_what_was_changed(app: AppTest, sendings: list[Sending]) -> None:
    app.file_uploader[0].set_value(("bieu.xlsx", b"x", XLSX)).run()
    assert box(app, "Cột B: Số liệu").value is None
    assert box(app, "Cột A: Chỉ tiêu").value == Meaning.NAME
    box(app, "Cột B: Số liệu").select(Meaning.TO_DATE)
    apply(app)
    assert sendings[-1].pointed == {"layout-1": {2: Meaning.TO_DATE}}
    assert box(app, "Cột B: Số liệu").value == Meaning.TO_DATE
    box(app, "Cột B: Số liệu").select(Meaning.OWN)
    apply(app)
    assert sendings[-1].pointed == {"layout-1": {2: Meaning.OWN}}
    assert len(sendings) == 3


def test_a_remembered_layout_is_said_and_can_be_changed(
    app: AppTest, sendings: list[Sending], monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = Memory(layouts={"layout-1": {2: Meaning.OWN, 3: Meaning.TO_DATE}})
    monkeypatch.setattr(ledger, "memory_of", lambda *_: memory)
    known = replace(TABLE, columns=(NAME, replace(OPEN, meaning=Meaning.OWN), BLANK))

    def read(_content: bytes, _catalogue: Any, sending: Sending, _limits: Any) -> SheetReading:
        sendings.append(sending)
        sending.memory("vinh_thinh")
        return replace(READING, tables=(known,))

    monkeypatch.setattr(intake_reading, "read_loaded", read)
    app.file_uploader[0].set_value(("bieu.xlsx", b"x", XLSX)).run()
    assert any(words.POINT_KNOWN in str(html.proto.body) for html in app.get("html"))
    box(app, "Cột B: Số liệu").select(Meaning.IGNORED)
    apply(app)
    assert sendings[-1].pointed == {"layout-1": {2: Meaning.IGNORED, 3: Meaning.TO_DATE}}
