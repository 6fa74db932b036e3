"""Pages that look back, run by run: what they say, what they do not offer, what is kept between them."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from indicators.moments import Moment, parse_as_of
from indicators.settings import ROOT
from indicators.wording import looking_back as words
from pages import known
from pages.record import open_record
from tests.judging.office import Office
from tests.pages.conftest import fill_store

Show = Callable[..., AppTest]


@pytest.fixture
def show(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Show]:
    """`show(page, **parameters)` of a store with two quarterly reports, of April and July 2026."""
    monkeypatch.setenv("KPI_STORE", str(fill_store(tmp_path / "kpi.duckdb", 2)))

    def run(page: str, **parameters: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "pages" / page), default_timeout=60)
        for name, value in parameters.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception
        assert not app.error
        return app

    yield run
    open_record().store.close()
    st.cache_resource.clear()
    st.cache_data.clear()


def html(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def test_a_page_that_writes_offers_no_writing_and_shows_what_was_known(show: Show) -> None:
    intake = show("intake.py", as_of="2026-05-01")
    assert words.NO_WRITING in html(intake)
    assert "bao_cao_quy_1_2026.xlsx" in html(intake)
    assert "bao_cao_quy_2_2026.xlsx" not in html(intake)
    plan = show("plan.py", as_of="2026-05-01")
    assert words.NO_WRITING in html(plan)
    for app in (intake, plan):
        assert not app.get("file_uploader")
        assert not app.get("form")
        assert not app.button
        assert app.get("download_button")
    assert show("plan.py").get("file_uploader")


@pytest.mark.parametrize(
    ("as_of", "said"),
    [
        ("hôm qua", words.UNREADABLE.format(text="hôm qua", instead=words.INSTEAD["as_of"])),
        ("2030-12-31", words.TO_COME.format(text="2030-12-31", instead=words.INSTEAD["as_of"])),
    ],
)
def test_what_is_no_past_moment_falls_back_to_the_latest_with_a_sentence(show: Show, as_of: str, said: str) -> None:
    drawn = html(show("overview.py", as_of=as_of))
    assert said in drawn
    assert "kpi-back" not in drawn
    assert "Quý II/2026" in drawn


def test_where_nothing_was_known_yet_the_page_says_so(show: Show) -> None:
    drawn = html(show("overview.py", as_of="01/02/2026"))
    assert "Đến hết ngày 01/02/2026 chưa có số liệu nào được ghi nhận." in drawn


def test_the_comparison_puts_the_moments_in_order_and_begins_before_the_newest_upload(show: Show) -> None:
    swapped = html(show("compare.py", **{"from": "2026-07-10", "to": "2026-05-01"}))
    assert words.SWAPPED in swapped
    assert "Từ hết ngày 01/05/2026 đến hết ngày 10/07/2026" in swapped
    assert "Từ hết ngày 02/07/2026 đến nay" in html(show("compare.py"))


def test_a_year_that_closes_with_the_days_last_moment_is_not_mixed_up_with_the_day_before_it() -> None:
    made = Office()
    made.measures()
    made.wants(last_year=2026, value=60)
    made.reports({"2025": 40, "2026": 70}, on="2026-12-30T08:00")
    asked = [parse_as_of("2026-12-31T10:00"), parse_as_of("2026-12-31")]
    kept = [known.state_of(made.store, made.commune, Moment(as_of, is_past=True)) for as_of in asked]
    assert kept[0].day == kept[1].day
    assert kept[0].head == kept[1].head
    finals = [
        known.overview(made.store, state, "2026", "floor", as_of).targets[0]["is_final"]
        for state, as_of in zip(kept, asked, strict=True)
    ]
    assert finals == [False, True]


def test_the_latest_is_kept_for_the_day() -> None:
    made = Office()
    moments = [Moment(datetime(2026, 11, 21, hour)) for hour in (1, 2)]
    assert known.state_of(made.store, made.commune, moments[0]) == known.state_of(made.store, made.commune, moments[1])


def links(app: AppTest, page: str) -> list[dict[str, list[str]]]:
    """What the addresses of a page's own choices say."""
    found = re.findall(r'(?:href|value|action)="(/[^"]*\?[^"]*)"', html(app))
    return [parse_qs(urlsplit(unescape(address)).query) for address in found if urlsplit(address).path == f"/{page}"]


def test_a_moment_before_any_quarter_ended_falls_back_to_the_first_one(show: Show) -> None:
    for page in ("overview.py", "report.py", "compare.py"):
        assert "Đang xem lại: theo số liệu có đến hết ngày 02/01/2021" in html(show(page, as_of="2021-01-02"))
    assert "Quý I/2021" in html(show("report.py", as_of="2021-01-02"))


def test_another_period_commune_scenario_or_moment_leaves_the_occasion(show: Show) -> None:
    app = show("report.py", period="2026-Q2", occasion="year", as_of="2026-07-10")
    of_page = links(app, "bao-cao")
    without = [said for said in of_page if "occasion" not in said]
    # The head, the note where nothing can be written and the occasion that needs no word.
    assert len(of_page) > 30
    assert len(without) == 2
    assert {said["occasion"][0] for said in of_page if said["period"] == ["2026-Q1"]} == {"year"}
    assert {said["occasion"][0] for said in of_page if said["commune"] == ["vinh_phong"]} == {"year"}


def test_another_commune_is_compared_between_the_same_chosen_moments(show: Show) -> None:
    chosen = {"from": "2026-04-10", "to": "2026-07-02"}
    of_other = [said for said in links(show("compare.py", **chosen), "so-sanh") if said["commune"] == ["vinh_phong"]]
    assert [(said["from"], said["to"]) for said in of_other] == [(["2026-04-10"], ["2026-07-02"])]
    [unchosen] = [said for said in links(show("compare.py"), "so-sanh") if said["commune"] == ["vinh_phong"]]
    assert "from" not in unchosen


def test_a_report_of_nothing_leads_back_where_it_looks_back(show: Show) -> None:
    said = html(show("report.py", as_of="2026-01-20")).split("kpi-title")[1]
    assert "Đến hết ngày 20/01/2026 chưa có số liệu nào được ghi nhận." in said
    assert words.BACK_TO_LATEST in said
    assert "nhập số liệu" not in said.lower()
