"""A province's sheet on the page, run by run and without a browser: counts, the first hundred troubles, recording."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from indicators import ledger
from indicators.drawing.intake_province import province_preview
from indicators.intake import Issue, Severity
from indicators.periods import parse_period
from indicators.province import ProvinceCheck, ProvinceReading, ProvinceValues
from indicators.settings import ROOT
from indicators.wording import intake_page as words
from pages.intake_steps import XLSX
from pages.record import open_record
from tests.intake.sheets import WATER, xlsx
from tests.pages.conftest import fill_store

INSURED = "Tỷ lệ dân số tham gia bảo hiểm y tế"
TITLE = ["TỔNG HỢP CHỈ TIÊU CÁC XÃ QUÝ III NĂM 2026"]


def workbook(water: object = 98.9) -> bytes:
    header = ["Mã xã", "Tên xã", WATER[1], INSURED]
    return xlsx(TITLE, header, ["vinh_thinh", "Xã Vĩnh Thịnh", water, 94.1], ["vinh_phong", "Xã Vĩnh Phong", 97.5, 93])


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


def drawn(app: AppTest) -> str:
    return "".join(html.proto.body for html in app.get("html"))


def field(fields: Any, label: str) -> Any:
    return next(found for found in fields if found.label == label)


def choose(app: AppTest, content: bytes) -> None:
    app.file_uploader[0].set_value(("tinh.xlsx", content, XLSX)).run()


def test_a_file_of_many_communes_is_shown_in_counts_and_recorded_whole(app: AppTest) -> None:
    content = workbook()
    choose(app, content)
    html = drawn(app)
    assert "Tệp tổng hợp nhiều xã, quý III/2026" in html
    assert "đọc được 4 số liệu của 2 xã, 2 cột chỉ tiêu" in html
    assert "<strong>4</strong> số liệu mới" in html
    assert "kpi-sheet-box" not in html, "a hundred thousand cells are not drawn"
    field(app.text_input, words.SENDER_LABEL).input("Trần Thị Bình")
    field(app.button, "Ghi số liệu của 2 xã").click().run()
    assert "Đã ghi lần gửi số 1: 4 số liệu của 2 xã." in drawn(app)
    assert {row["commune"] for row in ledger.uploads(open_record().store)} == {"vinh_thinh", "vinh_phong"}
    assert "Tệp tổng hợp 2 xã" in drawn(app)
    (row,) = ledger.upload_history(open_record().store, "another_commune")
    assert (row["upload"], row["observations"], row["communes"]) == (1, 4, 2), "it can be taken back from any commune's"
    choose(app, content)
    assert "đã được ghi ở lần gửi số 1" in drawn(app)
    assert all(box.label != words.SENDER_LABEL for box in app.text_input)


def test_a_troubled_cell_is_left_out_only_when_somebody_agrees(app: AppTest) -> None:
    choose(app, workbook("sai"))
    assert "1 lỗi" in drawn(app)
    field(app.text_input, words.SENDER_LABEL).input("Trần Thị Bình")
    field(app.button, "Ghi số liệu của 2 xã").click().run()
    assert words.REST_UNCONFIRMED in drawn(app)
    field(app.checkbox, "Tôi đồng ý bỏ lại 1 chỗ có lỗi: Sheet1!C3").check()
    field(app.button, "Ghi số liệu của 2 xã").click().run()
    assert "Đã ghi lần gửi số 1: 3 số liệu của 2 xã." in drawn(app)


def test_what_a_lock_left_out_is_not_said_to_be_recorded(app: AppTest) -> None:
    store = open_record().store
    ledger.lock_period(store, "vinh_thinh", parse_period("2026-Q3"), by="Lan", at=datetime(2026, 10, 5))
    choose(app, workbook())
    field(app.text_input, words.SENDER_LABEL).input("Trần Thị Bình")
    field(app.checkbox, "Tôi đồng ý bỏ lại 2 chỗ có lỗi: Sheet1!C3, Sheet1!D3").check()
    field(app.button, "Ghi số liệu của 2 xã").click().run()
    assert "Đã ghi lần gửi số 1: 2 số liệu của 1 xã." in drawn(app)


def test_of_many_troubles_the_first_hundred_are_named_errors_first() -> None:
    reading = ProvinceReading("2026-Q3", (), (), ProvinceValues.joined([]), ())
    errors = [Issue("x", Severity.ERROR, f"Lỗi {n}.", "A", f"B{n}") for n in range(1, 100)]
    warnings = [Issue("y", Severity.WARNING, f"Lưu ý {n}.", "A", f"C{n}") for n in range(1, 1000)]
    html = province_preview("tinh.xlsx", ProvinceCheck(reading, 0, 0, 0, (*errors, *warnings)))
    assert html.count("<li><b>") == 100
    assert "99 lỗi" in html
    assert "999 điều cần lưu ý" in html
    assert "Lưu ý 1." in html
    assert "Lưu ý 2." not in html
    assert "Chỉ nêu 1 chỗ đầu tiên" in html
    many = ProvinceCheck(reading, 0, 0, 0, tuple(errors * 3))
    assert "Chỉ nêu 100 chỗ đầu tiên" in province_preview("tinh.xlsx", many)
