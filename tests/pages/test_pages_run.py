"""Every page on every kind of store, without a browser: nothing raises, and each says what to do next."""

from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from indicators.catalogue import load_catalogue
from indicators.enrolment import enrol
from indicators.errors import NotSaved
from indicators.intake import Match, Reading, SheetReading
from indicators.ledger import record
from indicators.settings import CATALOGUE, ROOT
from indicators.store import open_store
from indicators.wording import intake_page
from indicators.wording import screens as words
from pages.failure import explain_failure
from pages.record import open_record
from tests.pages.conftest import fill_store

View = Callable[..., str]


@pytest.fixture
def show(monkeypatch: pytest.MonkeyPatch) -> Iterator[View]:
    """`show(store, page, **parameters)`: all HTML of the page, which must not have raised."""
    run: list[AppTest] = []

    def show_page(store: Path, page: str = "overview.py", **parameters: str) -> str:
        monkeypatch.setenv("KPI_STORE", str(store))
        app = AppTest.from_file(str(ROOT / "pages" / page), default_timeout=30)
        run.append(app)
        for name, value in parameters.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception
        assert not app.error
        return "\n".join(element.proto.body for element in app.get("html"))

    yield show_page
    if run:
        open_record().store.close()
    st.cache_resource.clear()
    st.cache_data.clear()


def record_one(path: Path, measure: str, period: str, value: str, *, is_demonstration: bool = False) -> Path:
    catalogue = load_catalogue(CATALOGUE)
    reading = Reading(measure, period, Decimal(value), False, "Biểu", "C5", Match.NAME, "<b>tên</b>")
    with open_store(path) as store:
        enrol(store, catalogue, by="Danh mục", at=datetime(2026, 1, 5))
        if is_demonstration:
            with store.writing() as transaction:
                transaction.run("insert_demonstration", marked_at=datetime(2026, 1, 5), marked_by="Danh mục")
        sheet = SheetReading("vinh_thinh", period, (reading,), (), ())
        record(store, b"content", "<img>.xlsx", sheet, by="<script>", at=datetime(2026, 10, 3))
    return path


def test_an_empty_store_leads_to_the_intake(show: View, tmp_path: Path) -> None:
    store = fill_store(tmp_path / "kpi.duckdb", 0)
    assert words.EMPTY_TITLE in show(store)
    detail = show(store, "detail.py", target="12")
    assert words.NO_VALUES in detail
    assert words.NO_CHART in detail, "axes without anything on them would be invented"
    assert intake_page.NO_HISTORY in show(store, "intake.py")
    assert words.DEMONSTRATION not in show(store)


def test_one_value_without_a_baseline(show: View, tmp_path: Path) -> None:
    store = record_one(tmp_path / "kpi.duckdb", "health_insurance_coverage", "2026-Q3", "94.1", is_demonstration=True)
    overview = show(store)
    assert "chưa có số liệu năm gốc 2025 nên chưa tính được đường găng" in overview
    assert words.DEMONSTRATION in overview
    detail = show(store, "detail.py", target="12")
    assert "thực hiện 94,1%; chưa có số liệu gốc 2025" in detail
    assert words.NO_CHART not in detail
    assert words.DEMONSTRATION in detail
    assert "&lt;img&gt;.xlsx" in detail
    assert "<script>" not in detail
    assert words.DEMONSTRATION in show(store, "intake.py")


def test_a_period_without_data_leads_to_the_latest(show: View, tmp_path: Path) -> None:
    store = record_one(tmp_path / "kpi.duckdb", "health_insurance_coverage", "2026-Q3", "94.1")
    assert "Số liệu gần nhất là của quý III/2026" in show(store, period="2026-Q1")


@pytest.mark.parametrize("period", ["2026-08", "2026-Q3", "2026-9M", "2026", "2030", "2021-01"])
def test_every_target_in_every_kind_of_period(show: View, tmp_path: Path, period: str) -> None:
    store = fill_store(tmp_path / "kpi.duckdb", 3)
    assert words.HEAT_NOTE in show(store, period=period, scenario="stretch", order="worst")
    for target in ("1", "2.1", "3", "7", "8", "14", "16.2", "20"):
        assert words.VALUES_TITLE in show(store, "detail.py", target=target, period=period)


def test_the_other_commune_has_pages_of_its_own(show: View, tmp_path: Path) -> None:
    store = record_one(tmp_path / "kpi.duckdb", "health_insurance_coverage", "2026-Q3", "94.1")
    assert words.EMPTY_TITLE in show(store, commune="vinh_phong")
    assert "Sản phẩm OCOP" in show(store, "detail.py", commune="vinh_phong", target="1")


def test_a_refusal_is_logged_with_its_cause(caplog: pytest.LogCaptureFixture) -> None:
    error = NotSaved("7")
    error.__cause__ = OSError("disk full")
    assert explain_failure(error)
    assert "NotSaved" in caplog.text
    assert "disk full" in caplog.text
    assert "Traceback" not in caplog.text
