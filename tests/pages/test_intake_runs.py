"""Sending a sheet, run by run and without a browser: what is kept between two files, and what is not."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from unittest.mock import Mock

import pytest
import streamlit as st
from openpyxl import Workbook
from streamlit.testing.v1 import AppTest

from indicators import ledger
from indicators.intake.reading import read_loaded
from indicators.settings import ROOT
from indicators.wording import intake_page as words
from pages import intake_reading
from pages.intake_steps import XLSX
from pages.record import open_record
from tests.makers import make_reading, make_sheet
from tests.pages.conftest import fill_store


def workbook(value: float) -> bytes:
    """A sheet without its period, with one row whose name is only likely."""
    made = Workbook()
    sheet = made.create_sheet("Số liệu", 0)
    for row in (["TT", "Chỉ tiêu", "ĐVT", "Thực hiện"], [1, "Tỉ lệ dân số có bảo hiểm y tế", "%", value]):
        sheet.append(row)
    made.save(content := BytesIO())
    return content.getvalue()


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


def choose(app: AppTest, content: bytes) -> None:
    app.file_uploader[0].set_value(("bieu.xlsx", content, XLSX)).run()


def choose_period(app: AppTest) -> None:
    asked = next(box for box in app.selectbox if box.label == words.SHEET_PERIOD)
    asked.select("Tháng 7/2026").run()


def test_neither_a_period_nor_a_consent_survives_a_change_of_file(app: AppTest) -> None:
    choose(app, workbook(94.1))
    choose_period(app)
    app.checkbox[0].check().run()
    choose(app, workbook(95.2))
    assert next(box for box in app.selectbox if box.label == words.SHEET_PERIOD).value is None
    choose_period(app)
    assert not app.checkbox[0].value


def test_what_is_recorded_is_the_sheet_of_the_form(app: AppTest) -> None:
    choose(app, workbook(94.1))
    choose_period(app)
    app.checkbox[0].check()
    app.text_input[0].input("Trần Thị Bình")
    next(button for button in app.button if button.label == "Ghi 1 số liệu").click().run()
    store = open_record().store
    (upload,) = ledger.uploads(store)
    assert (upload["recorded_by"], upload["observations"]) == ("Trần Thị Bình", 1)


def test_a_sheet_is_read_again_once_the_ledger_has_changed(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Mock(wraps=read_loaded)
    monkeypatch.setattr(intake_reading, "read_loaded", read)
    choose(app, workbook(94.1))
    app.run()
    assert read.call_count == 1
    reading = make_sheet(make_reading())
    ledger.record(open_record().store, b"other", "khac.xlsx", reading, by="Lan", at=datetime(2026, 10, 5))
    app.run()
    assert read.call_count == 2


def test_a_run_asks_for_the_uploads_of_its_own_commune_only(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Mock(wraps=ledger.upload_history)
    monkeypatch.setattr(ledger, "upload_history", asked)
    monkeypatch.setattr(ledger, "uploads", Mock(side_effect=AssertionError("a row a commune of a province")))
    choose(app, workbook(94.1))
    assert [call.args[1] for call in asked.call_args_list] == ["vinh_thinh"]
