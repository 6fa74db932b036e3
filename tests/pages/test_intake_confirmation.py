"""What is asked before recording, run by run and without a browser: the rest of a sheet, doubtful values, a record that
changed meanwhile, locked periods and the reason of a correction, the milestones that a baseline moves."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from indicators import ledger
from indicators.settings import ROOT
from indicators.store import Store
from indicators.wording import intake_page as words
from pages.intake_steps import XLSX
from pages.record import open_record
from tests.intake.sheets import TITLE, WATER, xlsx
from tests.makers import make_reading, make_sheet
from tests.pages.conftest import fill_store

HEADER = ["TT", "Chỉ tiêu", "ĐVT", "Thực hiện quý III/2026"]
INSURED = ["12", "Tỷ lệ dân số tham gia bảo hiểm y tế", "%"]
EARLIER = datetime(2026, 10, 4)


def workbook(water: object = 98.9, insured: object = 94.1) -> bytes:
    return xlsx(TITLE, HEADER, [*WATER, water], [*INSURED, insured])


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


def store() -> Store:
    return open_record().store


def choose(app: AppTest, content: bytes) -> None:
    app.file_uploader[0].set_value(("bieu.xlsx", content, XLSX)).run()


def field(fields: Any, label: str) -> Any:
    return next(found for found in fields if found.label == label)


def press(app: AppTest, label: str) -> None:
    field(app.button, label).click().run()


def send(app: AppTest, label: str, by: str = "Trần Thị Bình") -> None:
    field(app.text_input, words.SENDER_LABEL).input(by)
    press(app, label)


def drawn(app: AppTest) -> str:
    return "".join(html.proto.body for html in app.get("html"))


def recorded_before(value: str, period: str = "2026-Q3", by: str = "Lan") -> None:
    sheet = make_sheet(make_reading(value=value, period=period))
    ledger.record(store(), value.encode(), "khac.xlsx", sheet, by=by, at=EARLIER, accept_doubtful=True)


def test_the_rest_is_taken_once_somebody_agrees_to_leave_named_cells_out(app: AppTest) -> None:
    choose(app, workbook(insured="chín mươi"))
    assert "1 ô sẽ bỏ lại, không ghi" in drawn(app)
    assert [box.label for box in app.checkbox] == ["Tôi đồng ý bỏ lại các ô: Sheet1!D4"]
    send(app, "Ghi 1 số liệu còn lại")
    assert words.REST_UNCONFIRMED in drawn(app)
    assert ledger.uploads(store()) == []
    app.checkbox[0].check()
    press(app, "Ghi 1 số liệu còn lại")
    assert "Đã ghi lần gửi số 1: 1 số liệu." in drawn(app)
    assert [row["cell"] for row in ledger.left_out_of(store(), 1)] == ["D4"]
    assert "Đã bỏ lại 1 ô có vấn đề: Sheet1!D4" in drawn(app)


def test_a_trouble_of_the_whole_sheet_leaves_nothing_to_take(app: AppTest) -> None:
    choose(app, workbook("chín mươi", "x"))
    assert all(button.label not in {"Ghi 0 số liệu", "Ghi 0 số liệu còn lại"} for button in app.button)
    assert not [found for found in app.text_input if found.label == words.SENDER_LABEL]


def test_a_value_far_from_its_past_is_confirmed_before_it_is_stored(app: AppTest) -> None:
    recorded_before("98.4", "2025")
    choose(app, workbook(water=12.5))
    assert "1 giá trị cần xác nhận" in drawn(app)
    send(app, "Ghi 2 số liệu")
    assert "cần kiểm tra và xác nhận trước khi ghi: Sheet1!D3." in drawn(app)
    field(app.checkbox, words.ACCEPT_DOUBTFUL.format(count=1)).check()
    press(app, "Ghi 2 số liệu")
    assert "Đã ghi lần gửi số 2: 2 số liệu." in drawn(app)


def test_the_second_of_two_is_shown_what_changed_and_confirms_again(app: AppTest) -> None:
    recorded_before("98.4", "2025")
    choose(app, workbook(water=12.5))
    field(app.checkbox, words.ACCEPT_DOUBTFUL.format(count=1)).check()
    recorded_before("98.7", by="Trần <b>Lan</b>")
    send(app, "Ghi 2 số liệu")
    html = drawn(app)
    assert "1 giá trị khác trước" in html
    assert "quý III/2026: lúc xem trước chưa có số liệu, nay 98,7% (lần gửi số 2, người gửi: Trần &lt;b&gt;Lan" in html
    assert not field(app.checkbox, words.ACCEPT_DOUBTFUL.format(count=1)).value, "what was agreed to was another sheet"
    assert field(app.text_input, words.SENDER_LABEL).value == "Trần Thị Bình"
    assert len(ledger.uploads(store())) == 2
    field(app.checkbox, words.ACCEPT_DOUBTFUL.format(count=1)).check()
    press(app, "Ghi 2 số liệu")
    assert "Đã ghi lần gửi số 3" in drawn(app)


def test_a_locked_period_refuses_until_it_is_unlocked_and_then_asks_why(app: AppTest) -> None:
    recorded_before("98.4")
    app.run()
    field(app.selectbox, words.LOCK_PERIOD).select("2026-Q3")
    field(app.text_input, words.LOCK_BY).input("Văn phòng")
    press(app, words.LOCK_BUTTON)
    assert "Đã khóa quý III/2026." in drawn(app)
    choose(app, workbook(water=98.9))
    assert "Ghi 2 số liệu" not in [button.label for button in app.button]
    field(app.selectbox, words.UNLOCK_PERIOD).select("2026-Q3")
    field(app.text_input, words.UNLOCK_BY).input("Văn phòng")
    press(app, words.UNLOCK_BUTTON)
    assert "Chưa ghi lý do mở khóa kỳ báo cáo" in drawn(app)
    field(app.text_input, words.UNLOCK_REASON).input("Số liệu sai")
    press(app, words.UNLOCK_BUTTON)
    assert "Đã mở khóa quý III/2026." in drawn(app)
    send(app, "Ghi 2 số liệu")
    assert "Hãy ghi lý do điều chỉnh" in drawn(app)
    field(app.text_input, words.CORRECTION_REASON).input("Rà soát lại <hộ>")
    press(app, "Ghi 2 số liệu")
    assert "Đã ghi lần gửi số 2" in drawn(app)
    assert "Lý do điều chỉnh: Rà soát lại &lt;hộ&gt;" in drawn(app)


def test_a_lock_without_a_period_is_none(app: AppTest) -> None:
    press(app, words.LOCK_BUTTON)
    assert words.LOCK_INCOMPLETE in drawn(app)
    assert ledger.locks(store(), "vinh_thinh", EARLIER) == []


def test_a_new_baseline_shows_the_milestones_that_it_moves(app: AppTest) -> None:
    choose(app, xlsx(TITLE, [*HEADER, "Thực hiện năm 2025"], [*WATER, 98.9, 98.4]))
    html = drawn(app)
    # linear from 98.4 to 100 over 60 months: after 12, 98.4 + 1.6 × 12/60 = 98.72
    assert "mốc theo đường găng</summary>" in html
    assert (
        '<td data-label="Kỳ">năm 2026</td><td class="kpi-n kpi-earlier" data-label="Mốc đang dùng"><span>chưa có</span>'
        '</td><td class="kpi-n" data-label="Mốc sau khi ghi">98,72</td>'
    ) in html


def test_what_was_pointed_at_goes_with_the_recording(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, Any] = {}
    monkeypatch.setattr(ledger, "record", lambda *_, **said: asked.update(said) or 7)
    choose(app, workbook())
    send(app, "Ghi 2 số liệu")
    assert (asked["by"], asked["leave_out"], asked["pointed"]) == ("Trần Thị Bình", False, {})
    assert asked["token"].values == ()
