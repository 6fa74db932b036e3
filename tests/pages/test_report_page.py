"""Báo cáo without a browser: the preview, who has not reported, what is offered."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from indicators.drawing.overdue import next_section, overdue_section
from indicators.moments import parse_as_of
from indicators.overdue import due_next, overdue
from indicators.settings import ROOT
from indicators.workbooks.overdue import overdue_tables
from pages.record import open_record
from tests.judging.office import Office
from tests.pages.conftest import fill_store

Run = Callable[..., AppTest]
ECONOMY = "Phòng Kinh tế"


@pytest.fixture(scope="module")
def three_quarters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill_store(tmp_path_factory.mktemp("store") / "kpi.duckdb", 3)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """`run(store, **parameters)`: the page, which must not have raised."""

    def run_page(store: Path, **parameters: str) -> AppTest:
        monkeypatch.setenv("KPI_STORE", str(store))
        app = AppTest.from_file(str(ROOT / "pages" / "report.py"), default_timeout=60)
        for name, value in parameters.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception
        return app

    yield run_page
    open_record().store.close()
    st.cache_resource.clear()
    st.cache_data.clear()


def html(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def labels(app: AppTest) -> list[str]:
    return [button.proto.label for button in app.get("download_button")]


def test_the_report_of_a_quarter_as_of_a_day(run: Run, three_quarters: Path) -> None:
    """Looked back to 20/10/2026: the quarters came on the 3rd after each, the months in between never did; what is
    overdue is counted to that day."""
    app = run(three_quarters, period="2026-Q3", as_of="2026-10-20")
    said = html(app)
    assert "Kết quả thực hiện các chỉ tiêu kinh tế - xã hội quý III/2026" in said
    assert "Số liệu chốt đến ngày 20/10/2026" in said
    assert "đạt và vượt 14/22 chỉ tiêu, chưa đạt 4/22" in said
    assert "3 cơ quan, đơn vị còn 36 báo cáo quá hạn chưa gửi tính đến ngày 20/10/2026." in said
    assert "Phòng Kinh tế: 12 báo cáo quá hạn, lâu nhất 257 ngày" in said
    assert labels(app) == [
        "Word (.docx)", "Excel (.xlsx)", "PDF", "Công văn đôn đốc (Word)", "Công văn đôn đốc (PDF)",
        "Lịch hạn gửi (.ics)", "Tải các bảng của trang này (Excel)",
    ]  # fmt: skip
    places = {field.label: field.value for field in app.text_input}
    assert places["Địa danh"] == "Vĩnh Thịnh"


def test_a_unit_has_a_report_of_its_own(run: Run, three_quarters: Path) -> None:
    said = html(run(three_quarters, period="2026-Q3", unit=ECONOMY, occasion="year"))
    assert "Sơ kết" in said
    assert "phần do Phòng Kinh tế chủ trì" in said
    assert "Tỷ lệ dân số tham gia bảo hiểm y tế" not in said
    assert "Trung tâm Phục vụ hành chính công:" not in said


def test_a_day_of_issue_that_is_none_is_said_and_nothing_is_offered(run: Run, three_quarters: Path) -> None:
    app = run(three_quarters, period="2026-Q3")
    (dated,) = (field for field in app.text_input if field.label == "Ngày ban hành")
    app = dated.set_value("31/02/2026").run()
    assert "Không hiểu ngày ban hành «31/02/2026»" in html(app)
    assert "Word (.docx)" not in labels(app)


def test_a_broken_template_is_said_in_place_of_its_files(
    run: Run, three_quarters: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text(f'templates = "{tmp_path}"\n', encoding="utf-8")
    (tmp_path / "bao_cao.docx").write_bytes(b"khong phai Word")
    monkeypatch.setattr("indicators.settings.load_settings.__defaults__", (settings,))
    app = run(three_quarters, period="2026-Q3")
    assert "Không lập được văn bản từ mẫu bao_cao.docx" in html(app)
    assert "Không lập được văn bản từ mẫu cong_van_don_doc.docx" in html(app)
    assert labels(app) == ["Excel (.xlsx)", "Lịch hạn gửi (.ics)", "Tải các bảng của trang này (Excel)"]


def test_a_period_without_data_leads_to_the_latest_with_data(run: Run, three_quarters: Path) -> None:
    app = run(three_quarters, period="2027-Q4", occasion="<b>")
    assert "Chưa có số liệu nào của quý IV/2027" in html(app)
    assert "period=2026-Q3" in html(app)
    assert "Xem báo cáo quý III/2026" in html(app)
    assert "lựa chọn «&lt;b&gt;» không hợp lệ" in html(app)
    assert "Word (.docx)" not in labels(app)


def test_an_empty_store_leads_to_sending_and_still_says_who_owes(run: Run, tmp_path: Path) -> None:
    store = fill_store(tmp_path / "kpi.duckdb", 0)
    said = html(run(store))
    assert "nên chưa lập được báo cáo" in said
    assert 'href="/nhap-so-lieu' in said
    assert "Quý III/2026" in html(run(store, as_of="2026-10-20"))


def names_to_escape() -> Office:
    made = Office()
    made.measures(name_vi="<b>Đại lượng</b>", lead_unit="<i>Đơn vị</i>")
    made.wants()
    return made


def test_names_are_text_and_sums_are_said() -> None:
    made, day, as_of = names_to_escape(), date(2026, 7, 10), parse_as_of("2026-07-10")
    owed = overdue(made.store, made.commune, day, as_of)
    drawn = overdue_section(owed, day)
    assert "<b>Đại" not in drawn
    assert "<i>" not in drawn
    assert "&lt;i&gt;Đơn vị&lt;/i&gt;: 2 báo cáo quá hạn, lâu nhất 96 ngày" in drawn
    assert "Không có báo cáo nào quá hạn" in overdue_section([], day)
    coming = due_next(made.store, made.commune, day, as_of)
    assert "Hạn gần nhất: 05/10/2026. Các hạn từ nay đến 10/10/2026" in next_section(coming, date(2026, 10, 10))
    assert "Không có hạn gửi báo cáo nào" in next_section([], day)
    late, left = overdue_tables(owed, coming, day)
    assert [row[:5] for row in late.rows] == [
        ("<i>Đơn vị</i>", "Quý I/2026", date(2026, 4, 5), 96, "0/1"),
        ("<i>Đơn vị</i>", "Quý II/2026", date(2026, 7, 5), 5, "0/1"),
    ]
    assert [row[3] for row in left.rows] == [87]
