"""The page of the reviews run by run, without a browser: refusals as sentences, what is frozen and what is proposed."""

from collections.abc import Iterator
from datetime import date, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from shutil import copyfile
from zipfile import ZipFile

import duckdb
import pytest
import streamlit as st
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from indicators import ledger, plans
from indicators.appraisal.outlook import expected_of_review
from indicators.moments import END
from indicators.periods import parse_period
from indicators.proposals import standing_proposals
from indicators.reports import build_report
from indicators.reports.model import Asked, Letterhead, Occasion
from indicators.reviews import Review, freeze, open_review
from indicators.reviews.archive import folder_as_zip
from indicators.settings import ROOT
from indicators.store import open_store
from indicators.wording import plan_page, screens
from indicators.wording import proposals as proposal_words
from indicators.wording import review_page as words
from indicators.wording.workbooks import DOWNLOAD
from pages.record import open_record
from tests.makers import make_reading, make_sheet
from tests.pages.conftest import fill_store

COMMUNE, NAME = "vinh_thinh", "Đánh giá giữa nhiệm kỳ"
KEY = "khoa_ky_ban_chot.pem"


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store of three quarters, one review in it, and the key that signed it."""
    folder = tmp_path_factory.mktemp("frozen")
    with open_store(fill_store(folder / "kpi.duckdb", 3)) as store:
        freeze(
            store, COMMUNE, name=NAME, occasion=Occasion.MIDTERM, period=parse_period("2026-Q3"), key=folder / KEY,
            by="Trần Thị Bình", at=datetime(2026, 10, 6, 2),
        )  # fmt: skip
    return folder


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The page, not run yet; the test says on which store."""
    app = AppTest.from_file(str(ROOT / "pages" / "review.py"), default_timeout=60)
    app.query_params["commune"] = COMMUNE
    monkeypatch.delenv("KPI_STORE", raising=False)
    yield app
    assert not app.exception
    open_record().store.close()
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture
def app(run: AppTest, frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    for name in ("kpi.duckdb", KEY):
        copyfile(frozen / name, tmp_path / name)
    monkeypatch.setenv("KPI_STORE", str(tmp_path / "kpi.duckdb"))
    return run


def side(app: AppTest, part: words.View) -> str:
    app.query_params["part"] = part.value
    app.run()
    assert not app.exception
    return drawn(app)


def drawn(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def fill_in(app: AppTest, label: str, text: str) -> None:
    next(box for box in app.text_input if box.label == label).input(text)


def press(app: AppTest, label: str) -> None:
    next(button for button in app.button if button.label == label).click().run()


def confirm(app: AppTest) -> None:
    next(box for box in app.checkbox if box.label == words.CONFIRM).check()


def review() -> Review:
    return open_review(open_record().store, COMMUNE, NAME)


def rows_digest() -> str:
    rows = open_record().store.rows("review_lines", commune=COMMUNE, review=review().row["review"])
    return sha256(repr(rows).encode()).hexdigest()


def choose(app: AppTest, target: str) -> None:
    next(box for box in app.selectbox if box.label == proposal_words.TARGET_LABEL).set_value(target)


def propose(app: AppTest, target: str, value: str, by: str = "Lê Văn Cường") -> None:
    choose(app, target)
    fill_in(app, proposal_words.GOAL_LABEL, value)
    fill_in(app, proposal_words.REASON_LABEL, "Khó đạt")
    fill_in(app, proposal_words.BY_LABEL, by)
    press(app, proposal_words.PROPOSE)


def test_where_none_is_the_page_says_what_a_review_is_and_refuses_what_is_incomplete(
    run: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KPI_STORE", str(fill_store(tmp_path / "kpi.duckdb", 1)))
    assert words.EMPTY_TITLE in drawn(run.run())
    assert "Đánh giá giữa nhiệm kỳ 2026" in [box.value for box in run.text_input]
    press(run, words.FREEZE)
    assert words.INCOMPLETE in drawn(run)
    confirm(run)
    press(run, words.FREEZE)
    assert "Chưa ghi họ tên" in drawn(run)
    fill_in(run, words.BY_LABEL, "Trần Thị Bình")
    fill_in(run, words.AS_OF_LABEL, "hôm kia")
    press(run, words.FREEZE)
    assert "«hôm kia» ở ô «Số liệu có đến» không phải là một ngày" in drawn(run)
    fill_in(run, words.AS_OF_LABEL, "31/12/2099")
    press(run, words.FREEZE)
    assert "còn ở tương lai" in drawn(run)
    fill_in(run, words.AS_OF_LABEL, "01/03/2026")
    press(run, words.FREEZE)
    assert "chưa có số liệu nào tính đến thời điểm chốt" in drawn(run)
    assert not open_record().store.rows("reviews", commune=COMMUNE, as_of=END)


def test_a_name_taken_and_a_key_that_is_gone_are_sentences(app: AppTest, tmp_path: Path) -> None:
    app.run()
    fill_in(app, words.NAME_LABEL, NAME.upper())
    fill_in(app, words.BY_LABEL, "An")
    confirm(app)
    press(app, words.FREEZE)
    assert f"Đã có bản chốt «{NAME}»" in drawn(app)
    (tmp_path / KEY).unlink()
    fill_in(app, words.NAME_LABEL, "Bản khác")
    press(app, words.FREEZE)
    assert "Không thấy khóa ký" in drawn(app)
    assert len(open_record().store.rows("reviews", commune=COMMUNE, as_of=END)) == 1


def test_the_tables_of_all_sides_come_as_excel(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    offered = {}
    monkeypatch.setattr(st, "download_button", lambda label, *, data, **_: offered.update({label: data}))
    app.run()
    assert not app.exception
    book = load_workbook(BytesIO(offered[DOWNLOAD]()))
    assert book.sheetnames == [
        "So với hiện nay",
        "So với kế hoạch ban đầu",
        "Đạt, không đạt, cần gì",
        "Đề xuất điều chỉnh",
    ]
    codes = {row["target"] for row in review().rows("targets")}
    for sheet in book.worksheets[:3]:
        assert codes <= {str(row[0]) for row in sheet.iter_rows(values_only=True)}


def test_an_address_that_names_no_review_or_side_falls_back_and_says_so(app: AppTest) -> None:
    app.query_params["review"], app.query_params["part"] = "Không có", "sai"
    app.run()
    assert words.NO_SUCH.format(name="Không có") in drawn(app)
    assert screens.CHOICE_FALLBACK.format(text="sai") in drawn(app)
    assert review().row["fingerprint"] in drawn(app)


def test_a_later_sheet_is_told_against_the_latest_and_the_frozen_picture_stays(app: AppTest) -> None:
    """98,9 was frozen of clean water in quarter III; 97,3 comes later."""
    before = side(app, words.View.PICTURE)
    assert "98,9<span" in before
    assert words.UNCHANGED in side(app, words.View.LATEST)
    digest = rows_digest()
    sheet = make_sheet(make_reading(value="97.3"))
    upload = ledger.record(open_record().store, b"x", "sua.xlsx", sheet, by="Lan", at=datetime(2026, 10, 8, 2))
    assert side(app, words.View.PICTURE) == before
    latest = side(app, words.View.LATEST)
    assert words.CHANGED_OF.format(changed=1, total=30) in latest
    assert f"lần gửi {upload}, tệp sua.xlsx, Lan, 08/10/2026 09:00" in latest
    assert rows_digest() == digest


def test_a_proposal_is_shown_beside_the_review_which_stays_as_it_is(app: AppTest) -> None:
    side(app, words.View.PROPOSALS)
    digest = rows_digest()
    propose(app, "12", "chín mươi")
    assert proposal_words.UNREADABLE.format(text="chín mươi", label=proposal_words.GOAL_LABEL) in drawn(app)
    propose(app, "12", "98,5", by="")
    assert "Chưa ghi họ tên" in drawn(app)
    propose(app, "12", "98,5")
    assert proposal_words.PROPOSED_NOW.format(target="12") in drawn(app)
    assert "Mục tiêu 98,5%" in drawn(app)
    assert "Đang đề xuất: mục tiêu 98,5%" in side(app, words.View.OUTLOOK)
    assert rows_digest() == digest

    side(app, words.View.PROPOSALS)
    choose_last = [box for box in app.selectbox if box.label == proposal_words.TARGET_LABEL][-1]
    choose_last.set_value("12")
    fill_in(app, proposal_words.WITHDRAW_REASON, "Nhầm")
    fill_in(app, proposal_words.WITHDRAW_BY, "An")
    press(app, proposal_words.WITHDRAW)
    assert proposal_words.WITHDRAWN_NOW.format(target="12") in drawn(app)
    assert standing_proposals(open_record().store, review(), END) == {}


def test_a_plan_version_is_made_of_the_proposals_after_its_changes_were_shown(app: AppTest) -> None:
    side(app, words.View.PROPOSALS)
    digest = rows_digest()
    propose(app, "12", "120")
    assert proposal_words.PLAN_OPEN in drawn(app)
    fill_in(app, plan_page.VALID_FROM_LABEL, "01/01/2029")
    app.run()
    assert "không đường găng nào đạt được" in drawn(app)
    assert plan_page.RECORD not in [button.label for button in app.button]

    propose(app, "12", "98,5")
    fill_in(app, plan_page.VALID_FROM_LABEL, "01/01/2029")
    app.run()
    assert "99</span>" in drawn(app)
    press(app, plan_page.RECORD)
    assert "Chưa ghi" in drawn(app)
    fill_in(app, plan_page.NUMBER_LABEL, "07/NQ-HĐND")
    fill_in(app, plan_page.BY_LABEL, "Trần Thị Bình")
    press(app, plan_page.RECORD)
    assert "Đã ghi phiên bản 2 của kế hoạch" in drawn(app)
    assert proposal_words.VERSION_OF.format(plan=2, valid_from="01/01/2029") in drawn(app)
    newest = plans.plan_versions(open_record().store, COMMUNE, END)[0]
    assert (newest["plan"], newest["valid_from"]) == (2, date(2029, 1, 1))
    assert newest["file_name"] == f"Đề xuất từ «{NAME}».xlsx"
    assert rows_digest() == digest


def test_while_looking_back_nothing_can_be_proposed(app: AppTest) -> None:
    app.query_params["as_of"] = "2026-10-06"
    assert proposal_words.TITLE in side(app, words.View.PROPOSALS)
    assert proposal_words.PROPOSE not in [button.label for button in app.button]
    app.query_params["as_of"] = "2026-10-05"
    assert words.EMPTY_PAST in side(app, words.View.PICTURE)


def test_the_moment_looked_back_to_is_offered_as_it_is_typed(app: AppTest) -> None:
    for asked, offered in (("2026-10-06", "06/10/2026"), ("2026-10-06T18:00:00", "06/10/2026 18:00")):
        app.query_params["as_of"] = asked
        app.run()
        assert [field.value for field in app.text_input if field.label == words.AS_OF_LABEL] == [offered]


def test_a_review_that_is_no_longer_whole_is_named_and_not_shown(app: AppTest, tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "kpi.duckdb")) as connection:
        connection.execute("update review_value set content = replace(content, '98.9', '99.9') where part = 'targets'")
    app.run()
    assert words.DAMAGED[0] in drawn(app)
    assert "không còn nguyên vẹn (các dòng số liệu khác" in drawn(app)
    assert words.FROZEN_MARK not in drawn(app)


def test_what_is_expected_is_said_as_the_report_says_it(frozen: Path) -> None:
    with open_store(frozen / "kpi.duckdb") as store:
        found = open_review(store, COMMUNE, NAME)
        asked = Asked(COMMUNE, parse_period(found.period), found.as_of, Occasion.MIDTERM)
        report = build_report(store, asked, Letterhead())
    said = [
        [(line.row["target"], line.verdict, line.forecast_vi, line.needed_vi, line.reason_vi) for line in lines]
        for lines in (report.expected, expected_of_review(found))
    ]
    assert len(said[0]) == 30
    assert said[0] == said[1]


def test_the_folder_comes_as_one_file_that_is_always_the_same(frozen: Path) -> None:
    with open_store(frozen / "kpi.duckdb") as store:
        found = open_review(store, COMMUNE, NAME)
        content = folder_as_zip(store, found, "bản chốt")
        assert content == folder_as_zip(store, found, "bản chốt")
    with ZipFile(BytesIO(content)) as archive:
        names = archive.namelist()
        assert names == [f"bản chốt/{file.path}" for file in found.files]
        for file in found.files:
            assert sha256(archive.read(f"bản chốt/{file.path}")).hexdigest() == file.sha256
