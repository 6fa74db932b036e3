"""Changing a plan, run by run and without a browser: what is kept between two files, and what is not."""

from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from unittest.mock import Mock

import pytest
import streamlit as st
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from indicators import ledger, plans
from indicators.catalogue import Commune
from indicators.moments import END
from indicators.settings import ROOT
from indicators.wording import plan_page as words
from pages import intake_steps
from pages.record import open_record
from tests.makers import make_reading, make_sheet
from tests.pages.conftest import fill_store
from tests.pages.test_plan_page import put

COMMUNE = Commune("vinh_thinh", "xã Vĩnh Thịnh")


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[AppTest]:
    monkeypatch.setenv("KPI_STORE", str(fill_store(tmp_path / "kpi.duckdb", 0)))
    app = AppTest.from_file(str(ROOT / "pages" / "plan.py"), default_timeout=30)
    app.query_params["commune"] = "vinh_thinh"
    yield app.run()
    assert not app.exception
    open_record().store.close()
    st.cache_resource.clear()
    st.cache_data.clear()


def workbook(goal: float, valid_from: date | None = date(2030, 1, 1), number: str = "") -> bytes:
    """The plan with another goal of target 12 and what its first sheet says of the document."""
    book = load_workbook(BytesIO(plans.build_plan_workbook(open_record().store, COMMUNE, END)))
    put(book, "Chỉ tiêu", "12", "Mức dưới", goal)
    first = book["Kế hoạch"]
    rows = {first.cell(row, 1).value: row for row in range(1, 12)}
    first.cell(rows["Số văn bản"], 2).value = number or None
    first.cell(rows["Hiệu lực từ ngày"], 2).value = valid_from
    book.save(content := BytesIO())
    return content.getvalue()


def choose(app: AppTest, content: bytes) -> None:
    app.file_uploader[0].set_value(("ke_hoach.xlsx", content, intake_steps.XLSX)).run()


def field(app: AppTest, label: str) -> str:
    return str(next(box for box in app.text_input if box.label == label).value)


def fill_in(app: AppTest, label: str, text: str) -> None:
    next(box for box in app.text_input if box.label == label).input(text)


def press(app: AppTest) -> None:
    next(button for button in app.button if button.label == words.RECORD).click().run()


def drawn(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def report_meanwhile() -> None:
    reading = make_sheet(make_reading())
    ledger.record(open_record().store, b"x", "khac.xlsx", reading, by="Lan", at=datetime(2026, 10, 5))


def versions() -> list[tuple[int, str, str, date]]:
    rows = plans.plan_versions(open_record().store, COMMUNE.commune, END)
    return [(row["plan"], row["document_number"], row["recorded_by"], row["valid_from"]) for row in rows]


def test_what_the_sheet_says_of_the_document_is_filled_in(app: AppTest) -> None:
    choose(app, workbook(99.5, number="07/NQ-HĐND"))
    assert field(app, words.VALID_FROM_LABEL) == "01/01/2030"
    assert field(app, words.NUMBER_LABEL) == "07/NQ-HĐND"
    fill_in(app, words.BY_LABEL, "Trần Thị Bình")
    press(app)
    assert versions()[0] == (2, "07/NQ-HĐND", "Trần Thị Bình", date(2030, 1, 1))


def test_the_number_that_was_cleared_in_the_form_is_not_taken_from_the_sheet(app: AppTest) -> None:
    choose(app, workbook(99.5, number="07/NQ-HĐND"))
    fill_in(app, words.NUMBER_LABEL, "")
    fill_in(app, words.BY_LABEL, "Trần Thị Bình")
    press(app)
    assert "Chưa ghi số văn bản quyết định" in drawn(app)
    assert len(versions()) == 1


def test_nothing_that_was_said_of_one_file_is_said_of_the_next(app: AppTest) -> None:
    choose(app, workbook(99.5))
    fill_in(app, words.NUMBER_LABEL, "07/NQ-HĐND")
    press(app)
    assert "Chưa ghi họ tên" in drawn(app)
    choose(app, workbook(99.4, valid_from=date(2029, 1, 1)))
    assert field(app, words.NUMBER_LABEL) == ""
    assert field(app, words.VALID_FROM_LABEL) == "01/01/2029"


def test_a_file_chosen_for_one_commune_is_not_held_against_the_next(app: AppTest) -> None:
    choose(app, workbook(99.5))
    assert words.STEP_CHANGES in drawn(app)
    app.query_params["commune"] = "vinh_phong"
    app.run()
    assert "Xã Vĩnh Phong" in drawn(app)
    assert words.STEP_CHANGES not in drawn(app)


def test_without_a_day_nothing_can_be_confirmed(app: AppTest) -> None:
    choose(app, workbook(99.5, valid_from=None))
    assert words.VALID_FROM_NEEDED in drawn(app)
    assert [button.label for button in app.button] == [words.APPROVE]
    fill_in(app, words.VALID_FROM_LABEL, "sang năm")
    app.run()
    assert "«sang năm» ở ô «Hiệu lực từ ngày" in drawn(app)
    assert [button.label for button in app.button] == [words.APPROVE]


def test_a_day_typed_while_the_button_is_pressed_is_not_recorded_unseen(app: AppTest) -> None:
    choose(app, workbook(99.5, number="07/NQ-HĐND"))
    fill_in(app, words.BY_LABEL, "Trần Thị Bình")
    fill_in(app, words.VALID_FROM_LABEL, "01/07/2029")
    press(app)
    assert words.VALID_FROM_MOVED in drawn(app)
    assert len(versions()) == 1
    press(app)
    assert versions()[0][3] == date(2029, 7, 1)


def test_a_plan_is_read_again_once_the_ledger_has_changed_or_another_day_is_asked(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Mock(wraps=plans.preview_plan)
    monkeypatch.setattr(plans, "preview_plan", read)
    choose(app, workbook(99.5))
    app.run()
    assert read.call_count == 1
    fill_in(app, words.VALID_FROM_LABEL, "01/07/2029")
    app.run()
    assert read.call_count == 2
    report_meanwhile()
    app.run()
    assert read.call_count == 4, "as the sheet says it, and from the day in the field"


def test_what_changed_under_the_preview_is_not_recorded(app: AppTest) -> None:
    """Another session sends figures between the drawing of the form and its button."""
    choose(app, workbook(99.5, number="07/NQ-HĐND"))
    fill_in(app, words.BY_LABEL, "Trần Thị Bình")
    report_meanwhile()
    press(app)
    assert "đã thay đổi sau khi xem trước" in drawn(app)
    assert len(versions()) == 1
